"""Is this token the provider's, for us, of today, and an answer to what this browser asked?

After OpenID Connect Core 1.0, section 3.1.3.7. The signature is checked also where the token came
straight from the provider over TLS: a proxy in between cannot then make anybody an administrator.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.utils.crypto import constant_time_compare

#: Asymmetric ones alone: neither "none" nor a secret that the token's reader could sign with.
ALGORITHMS = [
    *("RS256", "RS384", "RS512"),
    *("PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512"),
]
LONGEST_SUBJECT = 191  # letters that allauth's table holds


@contextmanager
def reading() -> Iterator[None]:
    """Take whatever the provider says that makes no sense as a failed sign-on.

    Raises OAuth2Error.
    """
    try:
        yield
    except (jwt.PyJWTError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise OAuth2Error(f"{type(error).__name__}: {error}") from error


def verify(
    raw: str, *, keys: dict[str, Any], issuer: str, client_id: str, skew: int
) -> dict[str, Any]:
    """Return the claims of the ID token `raw`.

    `keys` is the provider's key set (JWKS), `skew` how many seconds the clocks may differ. Raises
    OAuth2Error, which says what is wrong.
    """
    with reading():
        key = _key_of(jwt.get_unverified_header(raw), keys)
        claims = jwt.decode(
            raw,
            key=key,
            algorithms=ALGORITHMS,
            issuer=issuer,
            audience=client_id,
            leeway=skew,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
        _check_party(claims, client_id)
        subject = claims["sub"]
        if not (0 < len(subject) <= LONGEST_SUBJECT and subject.isprintable()):
            raise ValueError("sub is empty, too long or no text")
    return claims


def _key_of(header: dict[str, Any], keys: dict[str, Any]) -> jwt.PyJWK:
    """Return the key that the token names; the only one where it names none."""
    found = [key for key in jwt.PyJWKSet.from_dict(keys).keys if key.public_key_use != "enc"]
    named = [key for key in found if key.key_id == header.get("kid")]
    if not named and "kid" not in header and len(found) == 1:
        named = found
    if not named:
        raise ValueError("the provider has no such key")
    return named[0]


def _check_party(claims: dict[str, Any], client_id: str) -> None:
    """Refuse a token that was made for another application as well and handed on."""
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != client_id:
        raise ValueError("azp is somebody else")


def check_nonce(claims: dict[str, Any], nonce: str) -> None:
    """Raise OAuth2Error where the token answers somebody else's question."""
    if not nonce or not constant_time_compare(str(claims.get("nonce", "")), nonce):
        raise OAuth2Error("the nonce is not ours")
