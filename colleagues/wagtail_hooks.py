"""Colleagues in the CMS: the report on pages whose owner has left."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import register_snippet

from colleagues.choosing import ColleagueViewSet
from colleagues.personal_data.erasing import ACTION
from colleagues.staff import owners

register_snippet(ColleagueViewSet)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The report's address in the CMS."""
    return [path("rapporter/sider-uden-ejer/", owners.report, name="ownerless_pages")]


class EditorsMenuItem(MenuItem):
    """An item of the menu for those who may change pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return PagePermissionPolicy().user_has_any_permission(request.user, ["change", "publish"])


@hooks.register("register_reports_menu_item")
def ownerless_pages_item() -> MenuItem:
    """The report's place in the menu of reports."""
    return EditorsMenuItem(
        _("Sider uden ejer"),
        reverse("ownerless_pages"),
        name="ownerless",
        icon_name="user",
        order=50,
    )


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name the erasure of a person in the site's history."""
    actions.register_action(ACTION, _("Slet en person"), _("En persons oplysninger blev slettet"))
