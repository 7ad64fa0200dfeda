"""What the toolbox tells the directory: what colleagues have tried, the feedback they have given,
and which card stands at an address.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from colleagues.directory import contains
from colleagues.evidence import Found, Trace
from colleagues.origin import Origin
from gufu.visibility import Viewer
from toolbox.models import Feedback, Principle, QuestionCard, ToolTrial

CARDS = {"question": QuestionCard, "principle": Principle}


def trials(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """Yield the trials of colleagues who said that one may ask them."""
    rows = (
        ToolTrial.objects.visible_to(viewer)
        .filter(contactable=True, colleague__in=profile_ids)
        .select_related("tool")
    )
    for row in rows:
        yield (
            row.colleague_id,
            Trace(f"trial:{row.pk}", row.tool.title, row.tool.url, row.date, row.adaptation),
        )


def trials_about(words: Iterable[str], viewer: Viewer) -> QuerySet[Any]:
    """Return the ids of colleagues who may be asked about tools whose title has all the words."""
    about = Q()
    for word in words:
        about &= contains("tool__title", word)
    found = ToolTrial.objects.visible_to(viewer).filter(about, contactable=True)
    return found.exclude(colleague=None).values("colleague")


def feedback(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """Yield the feedback that colleagues have given on others' pages."""
    rows = (
        Feedback.objects.visible_to(viewer).filter(author__in=profile_ids).select_related("target")
    )
    for row in rows:
        given = timezone.localdate(row.created_at)
        title = _("Feedback på »%(title)s«") % {"title": row.target.title}
        yield row.author_id, Trace(f"feedback:{row.pk}", title, row.target.url, given)


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
