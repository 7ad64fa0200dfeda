"""The municipality's provider of identities, as allauth sees it: one, from the environment.

What allauth lets the visitor's address decide (scope, process, further parameters) is decided
here; a nonce is asked for and the token is read strictly (gufu.sign_on.tokens).
"""

import secrets
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gufu.sign_on import tokens
from gufu.sign_on.addresses import safe_next

DESCRIPTION_AGE = 600  # seconds that what the provider says of itself is remembered
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


def app() -> SocialApp:
    """Return the provider of the environment. Its id is the issuer, so that an account is the
    pair of issuer and subject."""
    return SocialApp(
        provider=MunicipalProvider.id,
        provider_id=settings.OIDC_ISSUER,
        name=settings.OIDC_NAME,
        client_id=settings.OIDC_CLIENT_ID,
        secret=settings.OIDC_CLIENT_SECRET,
        settings={
            "server_url": settings.OIDC_SERVER_URL,
            "scope": settings.OIDC_SCOPES,
            "oauth_pkce_enabled": True,
        },
    )


class ProviderProtocol(OpenIDConnectOAuth2Adapter):
    """The talk with the provider. Raises OAuth2Error and requests.RequestException."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; asked anew every ten minutes."""
        address = self.get_provider().server_url
        key = f"sign_on:{address}"
        found = cache.get(key)
        if found is None:
            with tokens.reading():
                found = {**get_json(address)}
                missing = [name for name in NEEDED if not found.get(name)]
                if missing or found["issuer"].rstrip("/") != settings.OIDC_ISSUER:
                    raise ValueError(f"{address} is not OIDC_ISSUER, or lacks {missing}")
            cache.set(key, found, DESCRIPTION_AGE)
        return found

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse("provider_back"))

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        with tokens.reading():
            return super().get_access_token_data(*args, **kwargs)

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """Return who came, with `claims` and `raw_id_token` for what follows."""
        raw = kwargs["response"].get("id_token") or ""
        claims = tokens.verify(
            raw,
            keys=get_json(self.openid_config["jwks_uri"]),
            issuer=self.openid_config["issuer"],
            client_id=app.client_id,
            skew=settings.OIDC_CLOCK_SKEW,
        )
        if settings.OIDC_USERINFO and self.openid_config.get("userinfo_endpoint"):
            info = self._fetch_user_info(token.token)
            with tokens.reading():
                if info["sub"] != claims["sub"]:
                    raise ValueError("userinfo tells of somebody else")
                claims = {**info, **claims}
        login = self.get_provider().sociallogin_from_response(request, claims)
        login.claims, login.raw_id_token = claims, raw
        return login


class MunicipalProvider(OpenIDConnectProvider):
    oauth2_adapter_class = ProviderProtocol

    def redirect_from_request(self, request: HttpRequest) -> HttpResponse:
        """Send the visitor to the provider; of what they sent, only a safe `next` counts."""
        nonce = secrets.token_urlsafe(24)
        return self.redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=safe_next(request, request.GET.get("next")),
            auth_params={"nonce": nonce},
            nonce=nonce,
        )

    def extract_uid(self, data: dict[str, Any]) -> str:
        return data["sub"]

    # allauth would keep all claims, and make addresses of them; people.py takes what it needs.
    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []


def get_json(address: str) -> Any:
    """Return what `address` answers, within the time that is set for it."""
    with get_adapter().get_requests_session() as session:
        answer = session.get(address)
        answer.raise_for_status()
        return answer.json()


def end_address(request: HttpRequest, raw_id_token: str) -> str:
    """Return where the provider's own session ends, "" where it offers no such place today."""
    try:
        place = ProviderProtocol(request, settings.OIDC_ISSUER).openid_config.get(
            "end_session_endpoint", ""
        )
    except (requests.RequestException, OAuth2Error):
        return ""
    if urlsplit(place).scheme not in {"http", "https"}:
        return ""
    return f"{place}{'&' if '?' in place else '?'}" + urlencode(
        {
            "id_token_hint": raw_id_token,
            "client_id": settings.OIDC_CLIENT_ID,
            "post_logout_redirect_uri": request.build_absolute_uri(reverse("login")),
        }
    )
