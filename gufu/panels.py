"""Panels that pages share: the editor always finds the same things in the same tab."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from gufu.fields import FilteredChoices

relation_panels: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel("centre"),
            FieldPanel("subject_areas", widget=FilteredChoices),
            FieldPanel("target_groups", widget=FilteredChoices),
            FieldPanel("tags"),
        ],
        heading=_("Hvor hører siden til?"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("criteria", widget=FilteredChoices),
            FieldPanel("principles", widget=FilteredChoices),
        ],
        heading=_("Samskabelse"),
    ),
    FieldPanel("related", widget=FilteredChoices),
]

fresh_panels: list[Panel] = [
    FieldPanel("colleague_owner"),
    FieldPanel("confirmed_at"),
    FieldPanel("review_due"),
    FieldPanel("source"),
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
