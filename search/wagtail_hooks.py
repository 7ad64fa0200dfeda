"""The editors' part of search in the CMS: synonyms, own words, pinned results, and why."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search import editors
from search.addresses import document_at
from search.contract import SearchUnavailableError
from search.engines import at_hand
from search.models import LexiconWord, PinnedResult, SynonymGroup


class EffectPanel(Panel):
    """Try a search with what stands in the form, before it is saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "search/cms/effect_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            model = self.panel.model._meta.model_name
            return super().get_context_data(parent_context) | {
                "address": reverse("search_effect", args=[model, self.instance.pk or 0])
            }


class PinForm(WagtailAdminModelForm):
    """What is put first is named by its address."""

    address = forms.CharField(
        label=_("Adresse på det, der skal stå først"),
        max_length=300,
        help_text=_("Kopiér adressen fra browseren, fx /vaerktoejer/bordet-rundt/."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.document:
            self.fields["address"].initial = source_of(self.instance).get("url", "")

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if not (found := document_at(address)):
            raise forms.ValidationError(_("Der er ikke noget i søgningen på den adresse."))
        self.instance.document = found
        return address


def source_of(pin: PinnedResult) -> dict[str, Any]:
    """Return what the index keeps of what is put first; nothing when it or the index is gone."""
    try:
        return at_hand().fetch([pin.document]).get(pin.document, {})
    except SearchUnavailableError:
        return {}


def title_of(pin: PinnedResult) -> str:
    """Return what is put first, by its title."""
    return source_of(pin).get("title") or str(_("Findes ikke længere"))


class SynonymViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "link"
    list_display = ["__str__", "comment"]
    search_fields = ["words", "comment"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            FieldPanel("direction"),
            FieldPanel("comment"),
            EffectPanel(heading=_("Prøv, før du gemmer")),
        ]
    )


class LexiconViewSet(SnippetViewSet):
    model = LexiconWord
    menu_label = _("Ordbog")
    icon = "openquote"
    list_display = [
        "__str__",
        Column("reading", label=_("Læsning"), accessor="get_reading_display"),
    ]
    search_fields = ["word"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("word"),
            FieldPanel("reading"),
            FieldPanel("parts"),
            EffectPanel(heading=_("Prøv, før du gemmer")),
        ]
    )


class PinViewSet(SnippetViewSet):
    model = PinnedResult
    icon = "thumbtack"
    list_display = [
        "query",
        Column("title", label=_("Sættes først"), accessor=title_of),
        Column("starts_on", label=_("Fra og med")),
        Column("ends_on", label=_("Til og med")),
    ]
    search_fields = ["query"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("query"),
            FieldPanel("address"),
            FieldPanel("order"),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            EffectPanel(heading=_("Prøv, før du gemmer")),
        ],
        base_form_class=PinForm,
    )


class EditorsItem(MenuItem):
    """An item for those who may change pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return editors.may_look(request.user)


class SearchGroup(SnippetViewSetGroup):
    menu_label = _("Søgning")
    menu_icon = "search"
    menu_name = "search_words"
    menu_order = 320
    items = (SynonymViewSet, LexiconViewSet, PinViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        return [
            *super().get_submenu_items(),
            EditorsItem(
                _("Søgninger uden resultat"),
                reverse("search_empty"),
                name="search_empty",
                icon_name="warning",
                order=10,
            ),
            EditorsItem(
                _("Hvorfor findes det?"),
                reverse("search_explain"),
                name="search_explain",
                icon_name="help",
                order=11,
            ),
        ]


register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """The views of search in the CMS."""
    return [
        path("soegning/hvorfor/", editors.explain, name="search_explain"),
        path("soegning/uden-resultat/", editors.empty, name="search_empty"),
        path("soegning/virkning/<str:model>/<int:pk>/", editors.try_out, name="search_effect"),
    ]


@hooks.register("insert_global_admin_js")
def effect_script() -> SafeString:
    """Show an effect on the page itself; without the script it opens in a tab of its own."""
    return format_html('<script src="{}" defer></script>', static("search/effect.js"))
