"""What the editor of a portrait sees beside its fields."""

from typing import Any

from wagtail.admin.panels import Panel

from colleagues.models import SupportRequest
from colleagues.models.support import is_consultant


class GrownFromPanel(Panel):
    """The request for support that a draft began with, and for consultants the way to it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cases/admin/grown_from.html"

        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            page = self.instance.pk
            self.support_request = page and SupportRequest.objects.filter(case_page=page).first()
            self.may_open = is_consultant(self.request.user)

        def is_shown(self) -> bool:
            return bool(self.support_request)
