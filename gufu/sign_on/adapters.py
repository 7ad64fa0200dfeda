"""What django-allauth asks us: of accounts, of the provider, of second factors."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from gufu.sign_on import people, tokens
from gufu.sign_on.addresses import redirect_safely
from gufu.sign_on.pages import refusal, trouble
from gufu.sign_on.people import Refused
from gufu.sign_on.provider import MunicipalProvider, app

PROVIDER_BACKEND = "gufu.sign_on.backends.ProviderBackend"
#: Where a session keeps the provider's token, which the provider wants back at sign-off.
TOKEN_KEY = "sign_on_id_token"  # noqa: S105 - the name of a place


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up here, and allauth adds no steps of its own: the provider has its own."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return []

    def login(self, request: HttpRequest, user: Any) -> None:
        login(request, user, backend=PROVIDER_BACKEND)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return refusal(request, Refused("closed"))

    def post_login(
        self,
        request: HttpRequest,
        user: Any,
        *,
        signal_kwargs: dict[str, Any] | None,
        redirect_url: str | None,
        **kwargs: Any,
    ) -> HttpResponse:
        request.session[TOKEN_KEY] = (signal_kwargs or {})["sociallogin"].raw_id_token
        return redirect_safely(request, redirect_url)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """One provider, from the environment; who comes from it is found or made before allauth
    would ask them to sign up."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: Any = None
    ) -> MunicipalProvider:
        """Return the provider of the environment; rows of the database name none."""
        return MunicipalProvider(request, app=app())

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        tokens.check_nonce(sociallogin.claims, sociallogin.state.get("nonce", ""))
        try:
            people.welcome(request, sociallogin)
        except Refused as refused:
            raise ImmediateHttpResponse(refusal(request, refused)) from refused

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(refusal(request, Refused("cancelled")))
        raise ImmediateHttpResponse(trouble(request, exception))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted with the site's own secret."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: str | bytes) -> bytes:
    digest = salted_hmac("gufu.sign_on.second_factor", "", secret=secret, algorithm="sha256")
    return base64.urlsafe_b64encode(digest.digest())
