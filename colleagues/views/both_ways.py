"""What one has written beside what one has got: two lists behind tabs (?vis=)."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest


def both_ways(
    request: HttpRequest, lists: Mapping[str, tuple[str, QuerySet[Any]]]
) -> tuple[str, list[dict[str, Any]]]:
    """Return (the name of the list that ?vis= asks for, the tabs of all); the first by default.

    `lists` is name -> (label, rows).
    """
    asked = request.GET.get("vis", "")
    chosen = asked if asked in lists else next(iter(lists))
    tabs = [
        {"label": label, "url": f"?vis={name}", "count": rows.count(), "current": name == chosen}
        for name, (label, rows) in lists.items()
    ]
    return chosen, tabs
