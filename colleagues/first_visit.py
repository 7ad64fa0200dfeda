"""A new colleague is led to the profile once, after signing on, by whichever way.

The profile is filled in with what is known, and nobody sees it before its owner has said yes.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from colleagues.people import profile_of

FLAG = "first_visit"
#: Where nobody is led away from: signing on, the CMS, and what is not a page to read.
LEFT_ALONE = ("/konto/", "/cms/", "/kolleger/mig/", "/static/", "/billeder/", "/health/", "/sprog/")


def signed_on(request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Remember that this colleague is to be led to the profile: they have none and have never been
    here, or theirs was made for them and they have not seen it.

    Django has not yet written down this sign-on: this room is before its own in INSTALLED_APPS.
    """
    if request is None or not request.path:  # no browser
        return
    profile = profile_of(user)
    if profile is None:
        is_new = user.last_login is None
    else:
        is_new = not profile.opted_in and profile.confirmed_at is None
    if is_new:
        request.session[FLAG] = True


class FirstVisitMiddleware:
    """Leads a new colleague from the first page they ask for to their profile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asks_for_page = request.method == "GET" and not request.path.startswith(LEFT_ALONE)
        if asks_for_page and request.user.is_authenticated and request.session.get(FLAG):
            del request.session[FLAG]
            wanted = urlencode({"videre": request.get_full_path()})
            return redirect(f"{reverse('my_profile')}?{wanted}")
        return self.get_response(request)
