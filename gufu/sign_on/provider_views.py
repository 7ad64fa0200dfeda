"""To the provider of identities and back."""

from typing import Any

import requests
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from gufu.sign_on.addresses import redirect_safely
from gufu.sign_on.pages import trouble
from gufu.sign_on.provider import ProviderProtocol


@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Send the visitor to the provider; a link does it, since it changes nothing here."""
    talk = protocol(request)
    if request.user.is_authenticated:
        return redirect_safely(request, request.GET.get("next"))
    try:
        return talk.get_provider().redirect_from_request(request)
    except (requests.RequestException, OAuth2Error) as error:
        return trouble(request, error)


@login_not_required
@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """Take in whom the provider sends back. allauth compares the state and fetches the tokens."""
    view: Any = OAuth2CallbackView.adapter_view(protocol(request))
    try:
        return view(request)
    except (requests.RequestException, OAuth2Error) as error:  # before it has a client to ask with
        return trouble(request, error)


def protocol(request: HttpRequest) -> ProviderProtocol:
    """Return the talk with the provider. Raises Http404 where there is none."""
    if not settings.OIDC_ENABLED:
        raise Http404
    return ProviderProtocol(request, settings.OIDC_ISSUER)
