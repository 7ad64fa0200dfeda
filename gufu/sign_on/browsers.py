"""Browsers that are known to an account, by a signed cookie; and accounts without their names.

Holding the cookie opens nothing. It says only that whoever knows the password has been here, so
that strangers who guess from the same address do not close the door to them.
"""

import secrets
import unicodedata

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

SALT = "gufu.sign_on.browsers"
LIFETIME = 180 * 24 * 60 * 60  # seconds
MOST_ACCOUNTS = 5  # of one browser


def digest(username: str) -> str:
    """Return what stands for an account in tables and cookies, the same however it is typed."""
    name = unicodedata.normalize("NFKC", username).strip().casefold()
    return salted_hmac(SALT, name, algorithm="sha256").hexdigest()


def _read(request: HttpRequest) -> dict[str, str]:
    """Return {account: name of this browser} of the cookie, {} where it is none of ours."""
    try:
        found = signing.loads(
            request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE, ""), salt=SALT, max_age=LIFETIME
        )
    except signing.BadSignature:
        return {}
    return dict(found)


def known(request: HttpRequest, username: str) -> str:
    """Return this browser's name, "" where the account has not been used from it."""
    return _read(request).get(digest(username), "")


def remember(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Let the browser that gets `response` be known to the account from now on."""
    others = [item for item in _read(request).items() if item[0] != digest(username)]
    accounts = dict([*others[1 - MOST_ACCOUNTS :], (digest(username), secrets.token_hex(16))])
    response.set_cookie(
        settings.KNOWN_BROWSER_COOKIE,
        signing.dumps(accounts, salt=SALT),
        max_age=LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
