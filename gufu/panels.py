"""Panels that pages share: the editor always finds the same things in the same tab."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from gufu.fields import FilteredChoices

relation_panels: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel("centre", help_text=_("Det center, siden hører til.")),
            FieldPanel("subject_areas", widget=FilteredChoices),
            FieldPanel("target_groups", widget=FilteredChoices),
            FieldPanel("tags", help_text=_("Ord for det, siden handler om. De vises på siden.")),
            FieldPanel("search_phrases"),
        ],
        heading=_("Hvor hører siden til?"),
    ),
    MultiFieldPanel(
        [
            FieldPanel(
                "criteria",
                widget=FilteredChoices,
                help_text=_("De kriterier for samskabelse, som siden er et eksempel på."),
            ),
            FieldPanel("principles", widget=FilteredChoices),
        ],
        heading=_("Samskabelse"),
    ),
    FieldPanel(
        "related",
        widget=FilteredChoices,
        help_text=_("Sider, som læseren kan have glæde af bagefter."),
    ),
]

fresh_panels: list[Panel] = [
    FieldPanel("colleague_owner"),
    FieldPanel(
        "confirmed_at",
        help_text=_("Den dag, nogen sidst læste siden igennem og sagde god for den."),
    ),
    FieldPanel("review_due", help_text=_("Den dag, siden bør læses igennem igen.")),
    FieldPanel("source", help_text=_("Hvor oplysningerne kommer fra.")),
    FieldPanel("is_illustrative"),
]


def tabs(*own: tuple[Sequence[Panel], object], promote: Sequence[Panel]) -> TabbedInterface:
    """Return the tabs of a knowledge page: its own first, then those all share.

    `own` are pairs of (panels, heading); `promote` is the page class's `promote_panels`.
    """
    return TabbedInterface(
        [
            *(ObjectList(panels, heading=heading) for panels, heading in own),
            ObjectList(relation_panels, heading=_("Emner")),
            ObjectList(fresh_panels, heading=_("Ejer og friskhed")),
            ObjectList(promote, heading=_("Adresse")),
        ]
    )
