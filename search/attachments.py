"""Attachments as searched text: part of the page that attaches them, found with a note and a link.

What the index knows of an attachment may be out of date. A hit says no more than the database
lets it: the page still attaches the document, and the document's consent holds today.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from consent.models import Attachment, AttachmentText, valid_consent_q
from search.contract import Attached, Hit
from search.danish import highlight, stem, tokens
from search.danish.highlight import Piece, Wanted

STRETCH = 2_000  #: characters that are looked at together


def attached_to(page: Page) -> list[dict[str, Any]]:
    """Return {"id", "name", "url", "title", "text"} of the page's documents that have a text and
    may be shown today. Two queries for a page that has any."""
    keys = set(_keys(page))
    if not keys:
        return []
    documents = {each.file_hash: each for each in showable().filter(pk__in=keys).order_by("-pk")}
    texts = AttachmentText.objects.filter(file_hash__in=documents.keys() - {""}, problem="")
    found = [(documents[text.file_hash], text.text) for text in texts]
    return [
        {
            "id": document.pk,
            "name": document.filename,
            "url": document.url,
            "title": document.title,
            "text": text,
        }
        for document, text in sorted(found, key=lambda pair: pair[0].pk)
    ]


def _keys(page: Page) -> Iterator[int]:
    """Yield the keys of the documents that a page's fields, blocks and links name."""
    for field in page._meta.get_fields():
        if hasattr(field, "extract_references"):
            for model, key, *_ in field.extract_references(field.value_from_object(page)):
                if issubclass(model, Attachment):
                    yield int(key)
        elif field.concrete and field.many_to_one and field.related_model is Attachment:
            yield from filter(None, [getattr(page, field.attname)])


def showable() -> QuerySet[Attachment]:
    """Return the documents whose consent, if any, holds today, and whose folder is open."""
    folder = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    closed = CollectionViewRestriction.objects.alias(folder=folder)
    closed = closed.filter(folder__startswith=F("collection__path"))
    return Attachment.objects.filter(
        Q(needs_consent=False) | valid_consent_q("consent__"), ~Exists(closed)
    ).order_by()


def pages_of(attachments: QuerySet[Attachment]) -> Any:
    """Return the pages that attach one of `attachments`."""
    keys = attachments.order_by().values(key=Cast("pk", CharField()))
    links = _links().filter(to_object_id__in=keys).values_list("object_id", flat=True)
    return Page.objects.filter(pk__in=[int(key) for key in links])


def checks(sources: Iterable[Mapping[str, Any]]) -> list[QuerySet]:
    """Return what to ask beside the hits (search.sight.allowed) about their attachments."""
    pairs = [
        (source["id"].partition(":")[2], str(each["id"]))
        for source in sources
        for each in source.get("attachments", ())
    ]
    if not pairs:
        return []
    pages, keys = zip(*pairs, strict=True)
    linked = _links().filter(object_id__in=pages, to_object_id__in=keys)
    pair = Concat("object_id", Value("/"), "to_object_id", output_field=CharField())
    return [
        showable().filter(pk__in=keys).values_list(_text("attachment"), _key(), _text("")),
        linked.values_list(_text("attached"), pair, _text("")),
    ]


def trim(source: dict[str, Any], seen: set[str]) -> bool:
    """Take out of a source the attachments that `checks` did not answer for; tell whether."""
    page, attachments = source["id"].partition(":")[2], source.get("attachments", [])
    kept = [
        each
        for each in attachments
        if f"attachment:{each['id']}" in seen and f"attached:{page}/{each['id']}" in seen
    ]
    source["attachments"] = kept
    return len(kept) < len(attachments)


def found_in(
    source: Mapping[str, Any], wanted: Wanted, shown: Iterable[Piece], size: int
) -> tuple[list[Piece], Attached] | None:
    """Return the snippet and the attachment that has a word the page itself does not have.

    `shown` is what the page itself has to show; a part of a word or a synonym there does not
    outweigh the very word in a document. None when no attachment has more.
    """
    if not source.get("attachments"):
        return None
    marked = [token for text, on in shown if on for token in tokens(text)]
    missing = frozenset(map(stem, wanted.exact)) - {token.stem for token in marked}
    if marked and not missing:
        return None
    looked_for = replace(wanted, stems=missing, exact=frozenset()) if marked else wanted
    for each in source["attachments"]:
        for start in range(0, len(each["text"]), STRETCH):
            pieces = highlight(each["text"][start : start + STRETCH], looked_for, size)
            if any(on for _, on in pieces):
                return pieces, Attached(each["name"], each["url"])
    return None


def is_marked(hit: Hit) -> bool:
    """Return whether a hit shows any of the words that found it."""
    return any(on for _, on in (*hit.highlighted_title, *hit.snippet))


def _links() -> QuerySet[ReferenceIndex]:
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Attachment),
        base_content_type=ContentType.objects.get_for_model(Page),
    ).order_by()


def _key() -> Cast:
    return Cast("pk", CharField())


def _text(text: str) -> Value:
    return Value(text, CharField())
