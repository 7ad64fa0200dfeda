"""How each kind of thing becomes a document: the only place that says so.

A document is {"tokens": field -> tokens, "keywords": field -> values, "numbers": field -> number,
"source": what a result shows}. It holds nothing that a consent can take back apart from the thing
itself: no quotes and no picture texts in the body of a page.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model, Prefetch, QuerySet
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

from gufu.templatetags.prose import unmarked
from search.contract import ANY, at_head, number_of
from search.danish import clean, streams
from search.danish.highlight import words_of

FOREVER = date.max.toordinal()
#: Blocks whose words depend on a consent of their own.
UNDER_CONSENT = frozenset({"picture", "quote"})
MOST_SHOWN = 20_000  #: characters of an attachment that a snippet can be found in
SEPARATOR = " _ "  # no word of any text: no phrase reaches from one text into the next

#: (id of the colleague, key of the trace ("trial:5", see colleagues.evidence), date or None).
Link = tuple[int, str, date | None]


@dataclass(frozen=True)
class Kind:
    """A kind of thing that can be found."""

    name: str
    label: Any  # one of them
    plural: Any
    space: str  # first half of its ids
    model: Any  # with objects.visible_to(viewer)
    describe: Callable[[Any], "Text"]
    keep: Callable[[Any], Any]  # of all the things, those that somebody may see today
    related: tuple[str, ...] = ()
    prefetch: tuple[str | Prefetch, ...] = ()
    half_life: int = 0  # days until half of the freshness is gone; 0 never ages

    def read(self, keys: Iterable[int] | None = None) -> QuerySet[Any]:
        """Return the things to be indexed, all or those with `keys`, with all they need."""
        found = self.keep(self.model.objects.all())
        found = found.select_related(*self.related).prefetch_related(*self.prefetch)
        return found if keys is None else found.filter(pk__in=list(keys))


@dataclass
class Text:
    """What search is told of one thing."""

    title: str
    url: str
    slug: str
    summary: str = ""
    body: Iterable[Any] = ()
    tags: Iterable[Any] = ()
    phrases: Iterable[str] = ()  # how colleagues search for it (search.phrases)
    terms: Iterable[Any] = ()  # what it is filed under: centre, subject areas, target groups
    facets: Mapping[str, Iterable[Any]] = field(default_factory=dict)
    meta: str = ""
    dated: date | None = None
    review_due: date | None = None
    until: date | None = None
    trail: Iterable[str] = ()
    links: Iterable[Link] = ()
    attachments: Iterable[Mapping[str, Any]] = ()  # as search.attachments gives them
    is_illustrative: bool = False


def words(value: Any) -> str:
    """Return the text of a field: a string, a stream of blocks, a list, or nothing."""
    if isinstance(value, StreamValue):
        pieces = [
            piece
            for block in value
            if block.block_type not in UNDER_CONSENT
            for piece in block.block.get_searchable_content(block.value)
        ]
        return SEPARATOR.join(map(str, pieces))
    if isinstance(value, dict):
        return SEPARATOR.join(words(each) for each in value.values())
    if isinstance(value, (list, tuple)):
        return SEPARATOR.join(words(each) for each in value)
    return strip_tags(unmarked(str(value))) if value else ""


def shown(pieces: Iterable[str]) -> str:
    """Return texts one after the other, as an extract is cut out of them; what does not end like
    a sentence is kept apart from what follows."""
    text = re.sub(rf"(?<=[.!?:…»«]){SEPARATOR}", " ", SEPARATOR.join(pieces))
    return text.replace(SEPARATOR, " · ")


def spelt(texts: Iterable[str]) -> str:
    """Return the words of texts as they are spelt, each once: whoever marks the texts need not take
    them apart."""
    return " ".join(sorted(set().union(*map(words_of, texts))))


def document(kind: Kind, thing: Model) -> dict[str, Any]:
    """Return the document of `thing`."""
    text = kind.describe(thing)
    document_id = f"{kind.space}:{thing.pk}"
    title, summary = clean(text.title), clean(text.summary)
    tags = [clean(str(tag)) for tag in (*text.tags, kind.label) if tag]
    terms = [clean(str(term)) for term in text.terms if term]
    phrases = [clean(line) for line in text.phrases]
    body = [clean(piece) for piece in map(words, text.body) if piece]
    whole = shown(body)
    links = [(pk, key, day.isoformat() if day else None) for pk, key, day in text.links]
    attached = [{**each, "text": clean(each["text"])} for each in text.attachments]
    beside = [each[name] for each in attached for name in ("title", "name", "text")]
    made: dict[str, Any] = {
        "tokens": tokens_of(title, summary, tags, [*terms, *body, *phrases, *beside]),
        "keywords": {
            "id": [document_id],
            "kind": [kind.name],
            "trail": list(text.trail),
            **{name: sorted(map(str, slugs)) for name, slugs in text.facets.items()},
        },
        "numbers": {
            "number": number_of(document_id),
            "until": ordinal(text.until) or FOREVER,
            "dated": ordinal(text.dated),
            "half_life": kind.half_life,
            "review_due": ordinal(text.review_due),
        },
        "source": {
            "id": document_id,
            "kind": kind.name,
            "slug": text.slug,
            "url": text.url,
            "title": title,
            "summary": summary,
            "body": whole,
            "phrases": phrases,
            "words": spelt([title, summary, whole, *phrases]),
            "meta": clean(text.meta),
            "dated": text.dated.isoformat() if text.dated else None,
            "links": links,
            "attachments": [
                {**each, "text": each["text"][:MOST_SHOWN].replace("\n", " · ")}
                for each in attached
            ],
            "is_illustrative": text.is_illustrative,
        },
    }
    made["source"]["digest"] = digest(made)
    return made


def tokens_of(
    title: str, summary: str, tags: Sequence[str], others: Sequence[str]
) -> dict[str, str]:
    """Return the tokens of a document by field; the body has everything but the title."""
    title_x, title_s, title_p = streams(title)
    summary_s = streams(summary)[1]
    tags_x, tags_s, _ = side_by_side(tags)
    body_x, body_s, body_p = side_by_side([summary, *tags, *others])
    head = {token for stream in (title_s, summary_s, title_p) for token in stream.split()}
    rest = {token for stream in (tags_s, body_s, body_p) for token in stream.split()}
    return {
        "title_x": title_x,
        "title_s": title_s,
        "title_p": title_p,
        "tags_x": tags_x,
        "tags_s": tags_s,
        "summary_s": summary_s,
        "body_x": body_x,
        "body_s": body_s,
        "body_p": body_p,
        ANY: " ".join(sorted(head | rest | set(map(at_head, head)))),
    }


def side_by_side(texts: Iterable[str]) -> tuple[str, str, str]:
    """Return the streams of several texts. What stands between two keeps words apart that no
    phrase may join."""
    every = [streams(piece) for text in texts for piece in text.split(SEPARATOR)]
    exact, stems, parts = zip(*every, strict=True) if every else ((), (), ())
    return SEPARATOR.join(exact), " ".join(stems), " ".join(parts)


def digest(made: Mapping[str, Any]) -> str:
    """Return a hash of a document, the same for the same content."""
    packed = json.dumps(made, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")
    return hashlib.sha256(packed).hexdigest()[:24]


def ordinal(day: date | datetime | None) -> int:
    """Return a date as a number of days, 0 for none."""
    return day.toordinal() if day else 0


def documents(kinds: Iterable[Kind], chunk: int = 200) -> Iterator[dict[str, Any]]:
    """Yield the document of everything that may be in the index, in small batches."""
    for kind in kinds:
        for thing in kind.read().order_by("pk").iterator(chunk_size=chunk):
            yield document(kind, thing)
