"""Who knows about it: colleagues ranked by what they have done, and why, in words.

Only hits that the viewer may see count, so a restricted case tells nothing about its people.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from search.contract import Contact

COUNTED = 50  #: hits that are looked at for people
LEAST = 0.25  #: of the best hit's score: among everything, whoever has less is no hit by chance
BESIDE = 0.3  #: of experience, among everything
OWN_WORDS = 2.0  #: of what they say of themselves, where people are asked for


#: What a role is called, in the order of a reason.
ROLES = {
    "case": ngettext_lazy("%(count)d case", "%(count)d cases", "count"),
    "trial": ngettext_lazy("%(count)d afprøvning", "%(count)d afprøvninger", "count"),
    "tool": ngettext_lazy("%(count)d værktøj", "%(count)d værktøjer", "count"),
    "arena": ngettext_lazy("%(count)d arena", "%(count)d arenaer", "count"),
    "business_case": ngettext_lazy("%(count)d business case", "%(count)d business cases", "count"),
    "feedback_model": ngettext_lazy(
        "%(count)d model for feedback", "%(count)d modeller for feedback", "count"
    ),
}


def experience(
    found: Iterable[tuple[float, Mapping[str, Any]]],
) -> tuple[dict[str, float], Callable[[str], str]]:
    """Return the scores by colleague id of (score, source) pairs, and what gives the reason.

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
        lambda person: reason(things[person], latest[person]) if person in things else "",
    )


def knowing(experienced: Mapping[str, float], least: float) -> list[str]:
    """Return the ids of the colleagues whose experience makes them a hit, in a fixed order."""
    return sorted(person for person, score in experienced.items() if score >= least)


def among_colleagues(experienced: float, own: float) -> float:
    """Return a colleague's score where people are asked for; `own` is that of their own words."""
    return experienced + OWN_WORDS * own


def among_all(experienced: float, own: float, best: float) -> float:
    """Return a colleague's score among everything.

    Experience counts for less than the best of the things themselves, so that a person stands
    after the case that speaks for them; own words are few, and short texts score high.
    """
    joined = best * experienced / (best + experienced) if experienced else 0.0
    return BESIDE * joined + own


def reason(roles: Mapping[str, set[str]], latest: str) -> str:
    """Return what somebody has done, in words."""
    parts = [name % {"count": len(roles[role])} for role, name in ROLES.items() if roles.get(role)]
    if latest and parts:
        parts.append(_("senest %(year)d") % {"year": date.fromisoformat(latest).year})
    return ", ".join(parts)


def contacts(said: Mapping[tuple[str, str], str], today: date) -> dict[str, Contact]:
    """Return how colleagues are reached, by id, of what `search.sight.allowed` says of them."""
    found = {}
    for (space, key), text in said.items():
        if space == "colleague":
            mail, phone, teams, paused_until = text.split("\n")
            paused = bool(paused_until) and date.fromisoformat(paused_until[:10]) >= today
            ways = Contact(paused=True) if paused else Contact(mail, phone, teams)
            found[f"{space}:{key}"] = ways
    return found
