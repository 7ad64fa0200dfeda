"""The fields of the embedded index."""

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
import tantivy

from search import queries
from search.contract import ANY, COUNTED
from search.danish import fingerprint
from search.engines.compile import index_option

TOKENS = (*queries.WEIGHTS, "tags_x", ANY)
KEYWORDS = ("id", "kind", "trail", "centre", "subject", "target", "track", "phase")
#: What is counted, by the column of all the values that a document has: one of one value is read
#: twenty times as fast.
SETS = {name: f"{name}_set" for name in COUNTED}
BETWEEN = " "  #: values of a set; no slug has it
NUMBERS = ("number", "until", "dated", "half_life", "review_due")
IN_ROW = ("number", "dated", "half_life", "review_due")  # what `Row` tells of a document
STORED = ("source", "links", "values")  # as JSON
#: Asked of more documents than are shown, so that a column has a hash of each: what has been read
#: once is known (reading.Kept).
KEPT = {name: f"{name}_hash" for name in ("links", "values")}
VERSION = "words"  #: another one when what is stored has something new
#: Every token field begins with it, so that a document without the field counts like another.
FILLER = "_"


def build_schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in TOKENS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=index_option(name))
    for name in KEYWORDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in SETS.values():
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in KEPT.values():
        builder.add_unsigned_field(name, fast=True)
    for name in STORED:
        builder.add_bytes_field(name, stored=True)
    return builder.build()


#: Another one cannot be read by this code: a new index is needed.
SCHEMA_HASH = hashlib.sha256(
    repr((TOKENS, KEYWORDS, SETS, NUMBERS, KEPT, STORED, VERSION)).encode()
).hexdigest()[:12]


def to_tantivy(document: Mapping[str, Any]) -> tantivy.Document:
    """Return a document of `search.documents` as tantivy takes it."""
    made = tantivy.Document()
    for name in TOKENS:
        made.add_text(name, f"{FILLER} {document['tokens'].get(name, '')}")
    for name in KEYWORDS:
        for value in document["keywords"].get(name, ()):
            made.add_text(name, value)
    for name, column in SETS.items():
        if values := document["keywords"].get(name):
            made.add_text(column, BETWEEN.join(sorted(values)))
    for name in NUMBERS:
        made.add_unsigned(name, document["numbers"][name])
    stored = {
        "source": document["source"],
        "links": document["source"]["links"],
        "values": {
            name: sorted(every) for name in SETS if (every := document["keywords"].get(name))
        },
    }
    for name in STORED:
        packed = orjson.dumps(stored[name])
        made.add_bytes(name, packed)
        if name in KEPT:
            hashed = hashlib.blake2b(packed, digest_size=8).digest()
            made.add_unsigned(KEPT[name], int.from_bytes(hashed))
    return made


def made_of() -> dict[str, Any]:
    """Return what an index of today is made of; kept beside it, compared by `verify`."""
    return {"schema": SCHEMA_HASH, "analyser": fingerprint()}
