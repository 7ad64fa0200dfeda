"""Quotes in the CMS: a list that says which are shown."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cases.models import Quote


class QuoteViewSet(SnippetViewSet):
    model = Quote
    icon = "openquote"
    add_to_admin_menu = True
    menu_label = _("Citater")
    menu_order = 220
    list_display = (
        "text",
        "theme",
        Column("said_by", label=_("Hvem")),
        BooleanColumn("is_shown", label=_("Vises")),
    )
    list_filter = ("theme", "anonymity")
    search_fields = ("text", "attribution", "role")


register_snippet(QuoteViewSet)
