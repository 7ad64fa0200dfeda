"""What the toolbox tells the directory: what colleagues have tried, the tools they look after, the
feedback they have given, and which card stands at an address.
"""

from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from colleagues.evidence import Part, register
from colleagues.origin import Origin
from gufu.visibility import Viewer
from toolbox.models import Feedback, Principle, QuestionCard, ToolPage, ToolTrial

TEXTS = ("title", "summary", "tagged_items__tag__name")
CARDS = {"question": QuestionCard, "principle": Principle}


def open_trials(viewer: Viewer) -> QuerySet[Any]:
    """Return the visible trials of colleagues who said that one may ask them."""
    return ToolTrial.objects.visible_to(viewer).filter(contactable=True)


def register_evidence() -> None:
    """Tell the directory where traces of colleagues lie in this room."""
    register(
        "trial",
        _("Har prøvet"),
        ngettext_lazy("%(count)d afprøvning", "%(count)d afprøvninger", "count"),
        Part(
            open_trials,
            person="colleague",
            title="tool__title",
            page="tool",
            address="tool__url_path",
            day=F("date"),
            note="adaptation",
            invented="is_illustrative",
            texts=[f"tool__{text}" for text in TEXTS],
            tools="tool",
            origin=_("»Jeg har prøvet det«"),
        ),
        order=20,
    )
    register(
        "tool",
        _("Passer værktøjer"),
        ngettext_lazy("%(count)d værktøj", "%(count)d værktøjer", "count"),
        Part(
            ToolPage.objects.visible_to,
            person="colleague_owner",
            title="title",
            page="pk",
            address="url_path",
            texts=TEXTS,
            origin=_("Ejer af værktøjet"),
        ),
        order=30,
    )
    register(
        "feedback",
        _("Har givet feedback"),
        ngettext_lazy("%(count)d tilbagemelding", "%(count)d tilbagemeldinger", "count"),
        Part(
            Feedback.objects.visible_to,
            person="author",
            title="target__title",
            page="target",
            address="target__url_path",
            day=TruncDate("created_at"),
            invented="is_illustrative",
            texts=[f"target__{text}" for text in TEXTS],
            origin=_("Gav feedback på siden"),
        ),
        order=50,
    )


def card_origin(path: str, query: str, viewer: Viewer) -> Origin | None:
    """Return the question or principle at `path`, if the viewer may see it."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    model = CARDS.get(match.url_name or "")
    if model is None:
        return None
    card = model.objects.visible_to(viewer).filter(slug=match.kwargs.get("slug")).first()
    return Origin(path, str(card)) if card else None
