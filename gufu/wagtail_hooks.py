"""The house's rules at Wagtail's doors: serving and editing a page."""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.models import Page

from gufu.visibility import may_see_path


@hooks.register("before_serve_page", order=-100)
def hide_what_is_closed(
    page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]
) -> None:
    """Answer 404 for a page that is closed to the viewer, as if it were not there.

    Wagtail would send somebody who is signed in to the sign-in form, which sends them back.
    """
    if not may_see_path(request.user, page.path):
        raise Http404


@hooks.register("before_edit_page")
def heed_other_editors(request: HttpRequest, page: Page) -> None:
    """Let the form that saves this page refuse when another editor was first (gufu.forms)."""
    if request.method == "POST":
        page.heeds_other_editors = True
