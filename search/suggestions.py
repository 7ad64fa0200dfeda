"""What somebody may be looking for, while they type."""

from typing import TYPE_CHECKING

from search import queries
from search.contract import LONGEST_TEXT, Ask, Engine, Hit
from search.danish import clean, tokens
from search.danish.highlight import Wanted
from search.engines import get_engine
from search.ranking import rank
from search.service import hit
from search.sight import allowed, sight_of

if TYPE_CHECKING:
    from gufu.visibility import Viewer


def suggest(text: str, viewer: "Viewer", limit: int = 8, engine: Engine | None = None) -> list[Hit]:
    """Return what somebody may be looking for while typing, best first."""
    engine = engine or get_engine()
    words = tokens(clean(text[:LONGEST_TEXT]))[: queries.MOST_TERMS]
    if not words:
        return []
    sight = sight_of(viewer)
    visible = queries.visible(sight)
    answer = engine.ask(Ask(queries.suggestion(words), visible, limit=4 * limit))
    if not answer.rows:  # a page that has the word in its text is better than no suggestion
        anywhere = queries.suggestion(words, anywhere=True)
        answer = engine.ask(Ask(anywhere, visible, limit=4 * limit))
    ranked = rank(answer.rows, sight.today, {})[: 2 * limit]
    sources = engine.fetch([row.id for _, row in ranked])
    seen, _ = allowed(viewer, sources)
    wanted = Wanted(
        exact=frozenset(word.exact for word in words[:-1]),
        stems=frozenset(word.stem for word in words),
        prefix=words[-1].exact,
    )
    found = [hit(sources[row.id], score, wanted, "") for score, row in ranked if row.id in seen]
    # What begins like that comes first; within both, the ranking stays.
    found.sort(key=lambda each: not _begins(each.title, words[0].exact))
    return found[:limit]


def _begins(title: str, start: str) -> bool:
    return next((word.exact.startswith(start) for word in tokens(title)), False)
