"""Where to go after signing on: places of this site alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest, place: str | None) -> str:
    """Return `place` if it is of this site, else ""."""
    if place and url_has_allowed_host_and_scheme(
        place, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return place
    return ""


def redirect_safely(request: HttpRequest, place: str | None) -> HttpResponse:
    """Lead on to `place`, or to the front page where it is not of this site."""
    return HttpResponseRedirect(
        safe_next(request, place) or resolve_url(settings.LOGIN_REDIRECT_URL)
    )
