"""The engines, and which of them answers.

The embedded index is always kept. With ELASTICSEARCH_URL set, Elasticsearch is kept beside it and
asked first; while it is away, slow or behind, the embedded index answers. Nobody else chooses.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.contract import Engine, SearchUnavailableError
from search.engines.preferred import Preferred

EMBEDDED, ELASTICSEARCH = "embedded", "elasticsearch"
#: The engines, and the topic of each in the outbox: one may wait while the other goes on.
TOPICS = {EMBEDDED: "index", ELASTICSEARCH: "index-elasticsearch"}
Answered = TypeVar("Answered")


def engines() -> list[str]:
    """Return the names of the engines that are kept up to date, the first to be asked first."""
    return [ELASTICSEARCH, EMBEDDED] if settings.ELASTICSEARCH_URL else [EMBEDDED]


def get_engine(name: str = "") -> Engine:
    """Return the engine called `name`, or the one that would be asked now.

    Raises ImproperlyConfigured for an engine that this installation does not have.
    """
    if name and name not in engines():
        raise ImproperlyConfigured(f"ELASTICSEARCH_URL is not set: there is no engine {name}")
    first = first_choice()
    if first and (name == ELASTICSEARCH or (not name and first.is_well())):
        return first.engine
    return _embedded(settings.SEARCH_INDEX_DIR)


def at_hand() -> Engine:
    """Return the engine that answers whatever happens elsewhere, for those who ask a hundred
    questions in one request: why is this found, what would a change do."""
    return get_engine(EMBEDDED)


def answered(question: Callable[[Engine], Answered]) -> Answered:
    """Return what `question` makes of the answers of one engine: the preferred one, or when that
    fails or takes too long, the embedded one from the start. Raises SearchUnavailableError when
    neither can answer."""
    first = first_choice()
    if first and first.admits():
        try:
            return first.ask(question)
        except SearchUnavailableError:
            pass  # which is logged
    return question(get_engine(EMBEDDED))


def first_choice() -> Preferred | None:
    """Return the engine that is asked before the embedded one, if there is one."""
    if not settings.ELASTICSEARCH_URL:
        return None
    beside = _embedded(settings.SEARCH_INDEX_DIR)
    return _preferred(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PREFIX, beside)


def note() -> str:
    """Return why another engine than the preferred one answers in this process; nothing while all
    is well."""
    first = first_choice()
    return first.why() if first else ""


@lru_cache(maxsize=4)
def _embedded(place: Path) -> Engine:
    from search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(place)


@lru_cache(maxsize=4)
def _preferred(url: str, prefix: str, beside: Engine) -> Preferred:
    from search.engines.elastic.engine import ElasticEngine

    return Preferred(ElasticEngine(url, prefix), beside, TOPICS)
