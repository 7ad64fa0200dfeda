"""The house at Wagtail's doors: its rules for serving and editing a page, and its colours."""

from typing import Any

from django.http import Http404, HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
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


@hooks.register("insert_global_admin_css")
def house_colours() -> SafeString:
    """Give the CMS the site's colours and the styles of our own widgets."""
    return format_html('<link rel="stylesheet" href="{}">', static("gufu/css/admin.css"))


@hooks.register("construct_main_menu")
def no_foreign_help(request: HttpRequest, menu_items: list[Any]) -> None:
    """Leave out Wagtail's own help: English pages on a host that staff may not reach."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]
