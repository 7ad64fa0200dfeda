"""What the front page shows: a portrait to begin with, what is fresh, and one good question."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Mod
from django.http import HttpRequest
from django.utils import timezone

from gufu.reading import pages_by_relation

FRESH_CASES = 3
QUICK_TOOLS = 3
QUICK_MINUTES = 30
#: What the form "find a technique" offers; the toolbox takes any number.
MINUTES = (15, 30, 60, 120)
PEOPLE = (2, 5, 10, 20, 50)


def front_page_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the parts of the front page: four queries, and one for its own picture."""
    viewer = request.user
    cases = model("cases.CasePortraitPage").visible_to(viewer)
    # One more than is shown, since the featured portrait may be among them.
    fresh = cases.order_by(F("confirmed_at").desc(nulls_last=True), "pk")[: FRESH_CASES + 1]
    tools = model("toolbox.ToolPage").visible_to(viewer).filter(minutes_min__lte=QUICK_MINUTES)
    linked = pages_by_relation(
        viewer,
        {
            "featured": [page.featured_id],
            "fresh": fresh.values("pk"),
            "tools": by_turn(tools)[:QUICK_TOOLS].values("pk"),
        },
    )
    newest = sorted(linked["fresh"], key=lambda p: (p.confirmed_at is None, -day(p.confirmed_at)))
    featured = next(iter(linked["featured"] or newest), None)
    picture = model(settings.WAGTAILIMAGES_IMAGE_MODEL).filter(pk=page.picture_id).first()
    return {
        "featured": featured,
        "fresh": [case for case in newest if case != featured][:FRESH_CASES],
        "tools": linked["tools"],
        "shown_pages": [p for p in (featured, *newest, *linked["tools"]) if p is not None],
        "question": by_turn(model("toolbox.QuestionCard").visible_to(viewer)).first(),
        "voice": by_turn(model("cases.Quote").visible_to(viewer)).first(),
        "picture": picture,
        "minutes": MINUTES,
        "people": PEOPLE,
        "phases": model("toolbox.ToolPage").model._meta.get_field("phase").choices,
    }


def model(name: str) -> Any:
    """Return the objects of a model above this room, by "app.Model"."""
    return apps.get_model(name).objects.all()


def day(date: Any) -> int:
    """Return the day's number, or 0 for no date."""
    return date.toordinal() if date else 0


def by_turn(rows: QuerySet) -> QuerySet:
    """Order rows so that another one is first every day, the same for everybody on that day."""
    today = timezone.localdate().toordinal()
    turn = Mod(F("pk") * Value(7919) + Value(today * 103 % 1009), Value(1009))
    return rows.annotate(turn=turn).order_by("turn", "pk")
