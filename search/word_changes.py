"""What follows when editors change the words of search. Imported when the app is ready.

Every change renews the version, so that all processes read the words again at the next request.
A change of the dictionary alone also asks for a new index: documents are read with it, too.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from gufu.outbox import post
from gufu.outbox.models import OutboxEntry
from search import words
from search.contract import SearchUnavailableError
from search.engines import engines, get_engine
from search.indexing import everything
from search.models import LexiconWord, PinnedResult, SynonymGroup, WordsVersion

TOPIC = "reindex"
BATCH = 500  # changes that one new index answers


@receiver([post_save, post_delete], sender=SynonymGroup)
@receiver([post_save, post_delete], sender=LexiconWord)
@receiver([post_save, post_delete], sender=PinnedResult)
def words_changed(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    """The words of an editor were saved or deleted."""
    WordsVersion.renew()
    if sender is LexiconWord:
        post(TOPIC, "dictionary")


def look() -> None:
    """Let the worker see whether every engine has an index: a new Elasticsearch has none."""
    post(TOPIC, "start")


def handle(entries: Sequence[OutboxEntry]) -> None:
    """Build a new index for each engine whose index was read with other words.

    Raises IndexBusyError while another process writes, SearchUnavailableError while an engine is
    away; the notes then wait.
    """
    words.refresh()
    for name in reversed(engines()):  # the embedded one, which is never away, first
        engine = get_engine(name)
        status = engine.status()
        if status["rebuild_needed"]:
            engine.rebuild(everything())
        elif not status["ready"]:
            raise SearchUnavailableError(status["why"])
