"""The fields of an Elasticsearch index, as a document class of `elasticsearch.dsl`."""

import base64
import hashlib
import json
import struct
from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import Binary, Document, Keyword, Long, MetaField, Object, Text

from search.contract import Link
from search.danish import fingerprint
from search.engines.compile import index_option
from search.engines.schema import FILLER, IN_ROW, KEYWORDS, TOKENS, VERSION

#: What `index_option` is called here.
OPTIONS: dict[str, Any] = {"position": "positions", "freq": "freqs", "basic": "docs"}
#: Kept beside a field of exact words: each of its words once, in a column that can be counted.
WORDS = "_words"
ASKED = ("number", "until", "dated")  #: numbers that a query asks or sorts by; the rest is in `row`
_NUMBERS = struct.Struct("<4q")
DIGEST = slice(_NUMBERS.size, _NUMBERS.size + 8)  #: of a column `row`: as much of it as it has
#: The numbers IN_ROW of a column `row`.
numbers_of = _NUMBERS.unpack_from


class Entry(Document):
    """One thing that can be found. The tokens come ready made, so white space parts them; only
    what a result shows is kept, so an index is rebuilt from the database, never copied."""

    source = Object(enabled=False)
    row = Binary(doc_values=True)  # what ranking needs, read at once: several columns take longer
    digest = Keyword(index=False)

    class Meta:
        dynamic = MetaField("strict")
        source = MetaField(includes=["source"])


_mapping = Entry._doc_type.mapping
for _name in TOKENS:
    _options = OPTIONS[index_option(_name)]
    _mapping.field(_name, Text(analyzer="whitespace", index_options=_options))
    if _name.endswith("_x"):
        _mapping.field(_name + WORDS, Keyword(index=False))
for _name in KEYWORDS:
    _mapping.field(_name, Keyword())
for _name in ASKED:
    _mapping.field(_name, Long())

MAPPING: dict[str, Any] = _mapping.to_dict()
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,  # scores are counted within a shard, and a house's texts fit in one
    "auto_expand_replicas": "0-1",  # a copy as soon as there is a second node
    "gc_deletes": "1h",  # how long it is remembered at which version something was deleted
    # tantivy's figures, so that both engines score alike
    "similarity": {"default": {"type": "BM25", "k1": 1.2, "b": 0.75}},
}
#: Another one cannot be read by this code: a new index is needed.
SCHEMA_HASH = hashlib.sha256(
    json.dumps([MAPPING, SETTINGS, VERSION, "v3"], sort_keys=True).encode()
).hexdigest()[:12]


def to_elastic(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document of `search.documents` as Elasticsearch takes it."""
    tokens = {name: document["tokens"].get(name, "") for name in TOKENS}
    exact = {name: sorted(set(text.split())) for name, text in tokens.items() if name[-2:] == "_x"}
    return {
        **{name: f"{FILLER} {text}" for name, text in tokens.items()},
        **{name + WORDS: words for name, words in exact.items()},
        **{name: list(document["keywords"].get(name, ())) for name in KEYWORDS},
        **{name: document["numbers"][name] for name in ASKED},
        "source": document["source"],
        "row": pack(document["numbers"], document["source"]),
        "digest": document["source"]["digest"],
    }


def pack(numbers: Mapping[str, int], source: Mapping[str, Any]) -> str:
    """Return the column `row`: numbers, the digest, then a line for each link, "7 case:12
    2026-11-23"; in base 64, as Elasticsearch takes and gives bytes."""
    lines = "\n".join([f"{key} {trace} {day or ''}" for key, trace, day in source["links"]])
    packed = _NUMBERS.pack(*[numbers[name] for name in IN_ROW]) + _digest(source)
    return base64.b64encode(packed + lines.encode()).decode()


def is_of(column: bytes, source: Mapping[str, Any]) -> bool:
    """Return whether a column `row` and a source are of the same state of a document."""
    return column[DIGEST] == _digest(source)


def links_of(column: bytes) -> list[Link]:
    """Return the links of a column `row`."""
    links = [line.split(" ") for line in column[DIGEST.stop :].decode().split("\n") if line]
    return [(int(key), trace, day or None) for key, trace, day in links]


def _digest(source: Mapping[str, Any]) -> bytes:
    return bytes.fromhex(source["digest"])[: DIGEST.stop - DIGEST.start]


def made_of() -> dict[str, Any]:
    """Return what an index of today is made of; kept in it, compared by `verify`."""
    return {"schema": SCHEMA_HASH, "analyser": fingerprint()}
