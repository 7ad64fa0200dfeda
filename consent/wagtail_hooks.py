"""Consents in the CMS, and the check before a document is sent."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from consent.access import may_see_attachment
from consent.models import Attachment, Consent


@hooks.register("before_serve_document", order=-100)
def check_page_and_consent(document: Attachment, request: HttpRequest) -> None:
    """Answer 404 where the viewer may not see the document, as if it were not there.

    That includes a collection that is closed to the viewer: Wagtail would send somebody who is
    signed in to the sign-in form, which would send them back.
    """
    closed = any(
        not restriction.accept_request(request)
        for restriction in document.collection.get_view_restrictions()
    )
    if closed or not may_see_attachment(request.user, document):
        raise Http404


def expiry_date(consent: Consent) -> str:
    """Return the last day of the consent as a Dane writes it; empty where it has none."""
    return date_format(consent.expires_on, "DATE_FORMAT") if consent.expires_on else ""


class StateColumn(BaseColumn):
    """The consent's state as a word with a colour."""

    cell_template_name = "consent/state_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        return super().get_cell_context_data(instance, parent_context) | {"state": instance.state}


class UsedByColumn(BaseColumn):
    """What shows something by this consent: the first few by name, with links to mend them."""

    cell_template_name = "consent/used_by_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        return super().get_cell_context_data(instance, parent_context) | {
            "references": _used_by(instance),
            "usage_url": reverse("wagtailsnippets_consent_consent:usage", args=[instance.pk]),
        }


def _kinds() -> list[str]:
    """Return the names under which a consent knows what rests on it."""
    return [name for rel in Consent._meta.related_objects if (name := rel.get_accessor_name())]


def _used_by(consent: Consent) -> list[str]:
    """Return the names of photos, documents, portraits and quotes that rest on this consent."""
    names = []
    for kind in _kinds():
        names += [str(user) for user in getattr(consent, kind).all()]
    return names


class ConsentViewSet(SnippetViewSet):
    """Consents, the most urgent first."""

    model = Consent
    icon = "check"
    menu_label = _("Samtykker")
    menu_name = "consents"
    menu_order = 310
    add_to_admin_menu = True
    list_display = [
        "subject",
        StateColumn("state", label=_("Status")),
        # Not DateColumn: it counts how long ago, and these dates lie ahead.
        Column("expires_on", label=_("Udløber"), accessor=expiry_date, sort_key="expires_on"),
        Column("legal_basis", label=_("Grundlag"), accessor="get_legal_basis_display"),
        UsedByColumn("used_by", label=_("Bruges af")),
    ]
    list_filter = ["status", "legal_basis", "archive_decision", "expires_on"]
    search_fields = ["subject", "proof"]
    ordering = ["status", "expires_on", "subject"]
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch what the column "Bruges af" shows: one query a kind, however long the list."""
        return Consent.objects.prefetch_related(*_kinds())


register_snippet(ConsentViewSet)
