"""From the outbox to the index: read what the database says now, write it or remove it.

Because the current state is read, notes may come twice, late or in any order: newest wins, and
the deleted never comes back.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from gufu.models import KnowledgePage
from gufu.outbox import post
from gufu.outbox.models import OutboxEntry
from search import words
from search.contract import Engine
from search.documents import document, documents
from search.engines import get_engine
from search.kinds import BY_SPACE, KINDS, kind_of
from search.sight import REMOVE, TOPIC, TREE, WRITE

BATCH = 200


def note(thing: Any) -> None:
    """Note that `thing` has changed: to be written, or removed when nobody may see it now."""
    if kind := kind_of(thing):
        seen = kind.keep(kind.model.objects.all()).filter(pk=thing.pk).exists()
        post(TOPIC, f"{WRITE if seen else REMOVE}:{kind.space}:{thing.pk}")


def note_many(model: type[Model], pks: Collection[int]) -> None:
    """Note that many things of one searched model have changed: two queries and a bulk insert."""
    kind = next(kind for kind in KINDS.values() if kind.model is model)
    seen = set(kind.keep(model._default_manager.filter(pk__in=pks)).values_list("pk", flat=True))
    verbs = ((WRITE if pk in seen else REMOVE, pk) for pk in pks)
    OutboxEntry.objects.bulk_create(
        [OutboxEntry(topic=TOPIC, key=f"{verb}:{kind.space}:{pk}") for verb, pk in verbs],
        batch_size=1000,
    )


def note_gone(thing: Any) -> None:
    """Note that `thing` is deleted."""
    if kind := kind_of(thing):
        post(TOPIC, f"{REMOVE}:{kind.space}:{thing.pk}")


def note_tree(page: Page) -> None:
    """Note that `page` and every page below it have changed their place or address."""
    post(TOPIC, f"{TREE}:{page.pk}")


def handle(entries: Sequence[OutboxEntry]) -> None:
    """Bring the index up to date with `entries`. Raises IndexBusyError while another writes."""
    words.refresh()
    engine = get_engine()
    ids = set(_ids(entries, engine))
    found = list(read(ids))
    written = {each["source"]["id"] for each in found}
    engine.write(found, ids - written)


def _ids(entries: Iterable[OutboxEntry], engine: Engine) -> Iterator[str]:
    """Yield the ids that the entries' keys are about."""
    for entry in entries:
        verb, _, rest = entry.key.partition(":")
        if verb in (WRITE, REMOVE):
            yield rest
        elif verb == TREE:
            yield from engine.under(rest)
            for top in Page.objects.filter(pk=rest):
                below = KnowledgePage.objects.descendant_of(top, inclusive=True)
                yield from (f"page:{pk}" for pk in below.values_list("pk", flat=True))


def read(ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the documents of those of `ids` that somebody may see today."""
    keys: dict[str, list[int]] = {}
    for each in ids:
        space, _, key = each.partition(":")
        keys.setdefault(space, []).append(int(key))
    for space, wanted in keys.items():
        for kind in BY_SPACE[space]:
            yield from (document(kind, thing) for thing in kind.read(wanted))


def everything() -> Iterator[dict[str, Any]]:
    """Yield every document that should be in the index."""
    return documents(KINDS.values())


def total() -> int:
    """Return how many documents there should be."""
    return sum(kind.keep(kind.model.objects.all()).count() for kind in KINDS.values())


def differences(engine: Engine) -> dict[str, list[str]]:
    """Return what differs between index and database: {"missing", "ghosts", "stale"}, ids."""
    indexed = engine.digests()
    expected = {each["source"]["id"]: each["source"]["digest"] for each in everything()}
    return {
        "missing": sorted(expected.keys() - indexed.keys()),
        "ghosts": sorted(indexed.keys() - expected.keys()),
        "stale": sorted(
            each for each in expected.keys() & indexed.keys() if expected[each] != indexed[each]
        ),
    }
