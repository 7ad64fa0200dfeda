"""What is timed: the site's own path without the database."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bench.search import database
from search.contract import Answer, Ask, Engine, Named, SearchRequest
from search.service import search
from search.suggestions import suggest

Question = Callable[[str], Any]
PATIENCE = 30.0  #: seconds; more than the site has, so that a slow answer is counted as one


class WithoutFacets:
    """An engine that counts nothing."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def ask(self, ask: Ask) -> Answer:
        answer = self.engine.ask(replace(ask, counted=()))
        return replace(answer, counts={name: {} for name in ask.counted})

    def named(self, *asked: Any) -> list[Named]:
        return [each._replace(values={}) for each in self.engine.named(*asked)]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)


def search_of(engine: Engine, beside: Engine | None = None, *, facets: bool = True) -> Question:
    """Planning with synonyms and guesses, the engine, people, ranking, ten hits with their words
    marked; with `facets` also the numbers of hits by kind and facet. `beside` is the index here
    that Elasticsearch's path reads what was found from, as on the site."""
    book = database.book()

    def ask(text: str) -> Any:
        asked = hurried(engine, beside)
        request = SearchRequest(text, viewer=None)  # type: ignore[arg-type]
        return search(request, asked if facets else WithoutFacets(asked), book)

    return ask


def suggestions_of(engine: Engine, beside: Engine | None = None) -> Question:
    """What a request for suggestions asks."""
    return lambda text: suggest(text, None, engine=hurried(engine, beside))  # type: ignore[arg-type]


def hurried(engine: Engine, beside: Engine | None) -> Engine:
    """Return an engine for one request; Elasticsearch has a deadline for each on the site too."""
    within = getattr(engine, "within", None)
    return within(PATIENCE, beside) if within else engine
