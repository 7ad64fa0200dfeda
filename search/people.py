"""Who knows about it: colleagues ranked by what they have done, and why, in words.

Only hits that the viewer may see count, so a restricted case tells nothing about its people. What a
colleague has hidden is not in the index, and what they have hidden just now is left out here.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date

from django.utils import timezone

from colleagues.evidence import kinds
from colleagues.experience import in_words
from search.contract import Contact, Link

COUNTED = 30  #: hits that are looked at for people
LEAST = 0.25  #: of the best hit's score: among everything, whoever has less is no hit by chance
BESIDE = 0.2  #: of experience, among everything
OWN_WORDS = 8.0  #: of what they say of themselves, where people are asked for


def experience(
    found: Iterable[tuple[float, Sequence[Link]]],
    hidden: Container[tuple[int, str]] = frozenset(),
) -> tuple[dict[str, float], Callable[[str], str]]:
    """Return the scores by colleague id of (score, links) pairs, and what gives the reason.

    A colleague's best hit counts whole, the next half, the third a third: many weak links do not
    beat a strong one. The reason: "2 cases, 1 afprøvning, senest maj 2026". `hidden` are
    (colleague's key, trace's key) that the index does not know of yet.
    """
    scores: dict[str, list[float]] = defaultdict(list)
    days: dict[str, dict[str, str]] = defaultdict(dict)  # colleague -> trace -> day or ""
    for score, links in found:
        shown = [link for link in links if (link[0], link[1]) not in hidden]
        for pk, key, day in shown:
            days[f"colleague:{pk}"][key] = day or ""
        for pk in {pk for pk, _key, _day in shown}:
            scores[f"colleague:{pk}"].append(score)
    return (
        {
            person: sum(score / rank for rank, score in enumerate(sorted(all_, reverse=True), 1))
            for person, all_ in scores.items()
        },
        lambda person: reason(days[person]) if person in days else "",
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


def reason(traces: Mapping[str, str]) -> str:
    """Return what somebody has done, in the words that the directory uses; `traces` are days by
    key ("case:12")."""
    names = [key.partition(":")[0] for key in traces]
    latest = min(max(traces.values()), timezone.localdate().isoformat())  # a case may go on
    counts = [(kind.words, names.count(kind.name)) for kind in kinds()]
    return in_words(counts, date.fromisoformat(latest) if latest else None)


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
