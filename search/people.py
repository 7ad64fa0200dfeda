"""Who knows about it: colleagues ranked by what they have done, and why, in words.

Only hits that the viewer may see count, so a restricted case tells nothing about its people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

COUNTED = 50  #: hits that are looked at for people


def phrase(role: str, count: int) -> str:
    """Return a count of one role in words; unknown roles are silent."""
    phrases = {
        "case": ngettext("%(count)d case", "%(count)d cases", count),
        "tool": ngettext("%(count)d værktøj", "%(count)d værktøjer", count),
        "trial": ngettext("%(count)d afprøvning", "%(count)d afprøvninger", count),
        "arena": ngettext("%(count)d arena", "%(count)d arenaer", count),
        "business_case": ngettext("%(count)d business case", "%(count)d business cases", count),
        "feedback_model": ngettext("%(count)d feedbackmodel", "%(count)d feedbackmodeller", count),
    }
    return phrases.get(role, "") % {"count": count}


ROLES = ("case", "trial", "tool", "arena", "business_case", "feedback_model")


def experience(
    found: Iterable[tuple[float, Mapping[str, Any]]],
) -> tuple[dict[str, float], dict[str, str]]:
    """Return (score, reason) by colleague id of (score, source) pairs, best first.

    A colleague's best hit counts whole, the next half, the third a third: many weak links do not
    beat a strong one. The reason: "2 cases, 1 afprøvning, senest 2016".
    """
    scores: dict[str, list[float]] = defaultdict(list)
    things: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    latest: dict[str, str] = {}
    for score, source in found:
        linked = set()
        for pk, role, day in source.get("links", ()):
            person = f"colleague:{pk}"
            linked.add(person)
            # The same trial twice counts twice, the same case once.
            things[person][role].add(source["id"] + (str(day) if role == "trial" else ""))
            latest[person] = max(latest.get(person, ""), day or "")
        for person in linked:
            scores[person].append(score)
    return (
        {
            person: sum(score / rank for rank, score in enumerate(sorted(all_, reverse=True), 1))
            for person, all_ in scores.items()
        },
        {person: reason(roles, latest[person]) for person, roles in things.items()},
    )


def reason(roles: Mapping[str, set[str]], latest: str) -> str:
    """Return what somebody has done, in words."""
    parts = [phrase(role, len(roles[role])) for role in ROLES if roles.get(role)]
    if latest and parts:
        parts.append(_("senest %(year)d") % {"year": date.fromisoformat(latest).year})
    return ", ".join(parts)
