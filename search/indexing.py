"""From the outbox to the index: read what the database says now, write it or remove it.

Because the current state is read, notes may come twice, late or in any order: newest wins, and
the deleted never comes back.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.models import Page

from consent.models import Attachment
from gufu.models import KnowledgePage
from gufu.outbox import post
from gufu.outbox.models import OutboxEntry
from search import words
from search.attachments import pages_of
from search.contract import Engine, NoIndexError
from search.documents import document, documents
from search.engines import EMBEDDED, TOPICS, engines, get_engine
from search.kinds import BY_SPACE, KINDS, kind_of
from search.sight import FORGET, REMOVE, TREE, WRITE

BATCH = 200


def note(thing: Any) -> None:
    """Note that `thing` has changed: to be written, or removed when nobody may see it now."""
    if kind := kind_of(thing):
        seen = kind.keep(kind.model.objects.all()).filter(pk=thing.pk).exists()
        _post(f"{WRITE if seen else REMOVE}:{kind.space}:{thing.pk}")


def note_many(model: type[Model], pks: Collection[int]) -> None:
    """Note that many things of one searched model have changed: two queries and a bulk insert."""
    kind = next(kind for kind in KINDS.values() if kind.model is model)
    seen = set(kind.keep(model._default_manager.filter(pk__in=pks)).values_list("pk", flat=True))
    verbs = ((WRITE if pk in seen else REMOVE, pk) for pk in pks)
    keys = [f"{verb}:{kind.space}:{pk}" for verb, pk in verbs]
    OutboxEntry.objects.bulk_create(
        [OutboxEntry(topic=TOPICS[name], key=key) for name in engines() for key in keys],
        batch_size=1000,
    )


def note_pages(pages: Any) -> None:
    """Note that each of `pages`, a query set, has changed."""
    for page in pages.specific():
        note(page)


def note_pages_of(attachments: QuerySet[Attachment]) -> None:
    """Note the pages that attach one of `attachments`."""
    note_pages(pages_of(attachments))


def note_gone(thing: Any) -> None:
    """Note that `thing` is deleted, or that what the index says of it must not be shown any more:
    it is hidden from the next search on until it is written anew."""
    if kind := kind_of(thing):
        _post(f"{REMOVE}:{kind.space}:{thing.pk}")


def note_hidden(profile: int, trace: str, page: int) -> None:
    """Note that a colleague does not want to be found by a `trace` ("case:12") about a page."""
    _post(f"{FORGET}:page:{page}:{profile}:{trace}")


def note_tree(page: Page) -> None:
    """Note that `page` and every page below it have changed their place or address."""
    _post(f"{TREE}:{page.pk}")


def _post(key: str) -> None:
    """Leave a note for every engine: one may be away for long while the other goes on."""
    for name in engines():
        post(TOPICS[name], key)


def handle(entries: Sequence[OutboxEntry], name: str = EMBEDDED) -> None:
    """Bring the index of the engine `name` up to date with `entries`, or build it where there is
    none. Raises IndexBusyError while another writes, SearchUnavailableError while it is away."""
    if name not in engines():
        return  # of a time when this installation had that engine
    words.refresh()
    engine = get_engine(name)
    try:
        ids = set(_ids(entries, engine))
        written: set[str] = set()

        def there() -> Iterator[dict[str, Any]]:
            for each in read(ids):
                written.add(each["source"]["id"])
                yield each

        engine.write(there(), (each for each in ids if each not in written))
    except NoIndexError:
        engine.rebuild(everything())


def _ids(entries: Iterable[OutboxEntry], engine: Engine) -> Iterator[str]:
    """Yield the ids that the entries' keys are about."""
    for entry in entries:
        verb, _, rest = entry.key.partition(":")
        if verb in (WRITE, REMOVE):
            yield rest
        elif verb == FORGET:
            yield ":".join(rest.split(":")[:2])
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
