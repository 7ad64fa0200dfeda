"""The kinds of things that can be found, in the order of the tabs."""

from typing import Any

from search.documents import Kind
from search.kinds import cards, pages

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        pages.CASE,
        pages.TOOL,
        cards.COLLEAGUE,
        cards.QUESTION,
        cards.PRINCIPLE,
        cards.DO_DONT,
        cards.QUOTE,
        pages.ARENA,
        pages.BUSINESS_CASE,
        pages.FEEDBACK_MODEL,
    )
}
#: The other kinds by the first half of their ids; pages come in several kinds.
BY_SPACE: dict[str, list[Kind]] = {}
for _kind in KINDS.values():
    BY_SPACE.setdefault(_kind.space, []).append(_kind)


def kind_of(thing: Any) -> Kind | None:
    """Return the kind of a thing of one of the searched models."""
    return next((kind for kind in KINDS.values() if isinstance(thing, kind.model)), None)
