"""What is asked of search, and what it answers; what every engine must be able to do.

A view fills in a `SearchRequest`, `search.service.search` answers with `SearchResults`. An engine
knows nothing of people or pages: it gets a query as a tree of plain dictionaries (queries.py) and
gives rows back.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from gufu.outbox import Unavailable
from search.danish.highlight import Piece

if TYPE_CHECKING:
    from gufu.visibility import Viewer

Node = dict[str, Any]
#: Whom a thing speaks for: the colleague's key, the trace's key ("trial:5"), an ISO date or none.
Link = Sequence[Any]
#: Facets by their field in the index.
FACETS = ("centre", "subject", "target", "track", "phase")
#: What is counted, and where a document stands.
COUNTED = ("kind", *FACETS)
#: The first half of an id ("page:12") and its number in the index; never renumber.
SPACES = {"page": 1, "question": 2, "principle": 3, "do_dont": 4, "quote": 5, "colleague": 6}
_NAMES = {number: name for name, number in SPACES.items()}
#: The field of all the stems and parts of compounds that a document has, each once, wherever they
#: stand: for whoever asks whether and not how well.
ANY = "any"
RELEVANCE, NEWEST = "relevance", "newest"
#: How a text answers a word it does not have: by another word for it, by a compound that the word
#: is a part of, by a word that may have been meant.
SYNONYM, PART, TYPO = "synonym", "part", "typo"
LONGEST_TEXT = 500  #: characters of a query that are read
MOST_RESULTS = 1000  #: how deep anybody may turn the pages


class SearchUnavailableError(Unavailable):
    """No engine can answer now; the message says why, for operators."""


class NoIndexError(SearchUnavailableError):
    """There is no index yet that this version can use; `rebuild` makes one."""


class IndexBusyError(Unavailable):
    """Somebody else is writing to the index, or building a new one: try again later."""


def at_head(stem: str) -> str:
    """Return what the field ANY has when `stem` stands in the title or the summary."""
    return f"^{stem}"


def number_of(document_id: str) -> int:
    """Return an id as one number, which engines keep in a column."""
    space, _, key = document_id.partition(":")
    return SPACES[space] << 48 | int(key)


def id_of(number: int) -> str:
    """Return the id of a number."""
    return f"{_NAMES[number >> 48]}:{number & (1 << 48) - 1}"


@dataclass(frozen=True)
class SearchRequest:
    """A question from somebody. Any string is a text, any number a page."""

    text: str
    viewer: "Viewer"
    kinds: frozenset[str] = frozenset()
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)  # field -> slugs
    sort: str = RELEVANCE
    page: int = 1
    size: int = 10


@dataclass(frozen=True)
class Note:
    """That a hit was also found by another word than the one asked for."""

    kind: str  # SYNONYM, PART or TYPO
    asked: str  # as it was typed
    found: tuple[str, ...]  # as it is spelt in what was found, each once


@dataclass(frozen=True)
class Attached:
    """A document of a page, in which the words stand."""

    name: str
    url: str


@dataclass(frozen=True)
class Hit:
    """One thing found, with the words that found it marked."""

    id: str
    kind: str
    slug: str
    url: str
    title: str
    score: float
    highlighted_title: list[Piece]
    snippet: list[Piece]
    reason: str = ""  # why a person is shown, in words
    meta: str = ""  # one line: job title and centre, or who said it
    dated: date | None = None
    is_illustrative: bool = False
    is_pinned: bool = False  # put first by an editor
    notes: tuple[Note, ...] = ()  # by which other words it was found
    attachment: Attached | None = None  # where the words stand, when not on the page itself
    answers: bool = False  # the snippet is a line of how colleagues search for it


@dataclass(frozen=True)
class Contact:
    """How a colleague is reached, as of now; without ways while they pause."""

    mail: str = ""
    phone: str = ""
    teams: str = ""
    paused: bool = False


@dataclass(frozen=True)
class SearchResults:
    """The answer. Totals and facets count only what the viewer may see."""

    hits: list[Hit]
    total: int
    totals: dict[str, int]  # by kind, whatever kind was asked for
    facets: dict[str, list[tuple[str, str, int]]]  # field -> (slug, label, count), most first
    page: int
    pages: int
    did_you_mean: str = ""
    relaxed: bool = False  # little had all the words, so what has some of them comes after it
    widened: bool = False  # little was found by the words themselves, so near ones count too
    expanded: tuple[str, ...] = ()  # words read as these, since nobody wrote what was typed
    notes: tuple[Note, ...] = ()  # those of the page's hits together, one a kind and word asked
    contacts: dict[str, Contact] = field(default_factory=dict)  # by id, of the hits' colleagues
    subjects: list[tuple[str, str, int]] = field(default_factory=list)  # where to begin instead
    engine: str = ""
    took_ms: float = 0.0


@dataclass(frozen=True)
class Sight:
    """What a viewer must not be shown, from the database, now."""

    forbidden: tuple[str, ...] = ()  # pages whose subtrees are closed
    hidden: tuple[str, ...] = ()  # ids that wait to be removed
    forgotten: frozenset[tuple[int, str]] = frozenset()  # (colleague, trace) hidden just now
    hidden_trails: tuple[str, ...] = ()  # pages whose subtrees wait to be moved
    today: int = 0  # ordinal of the date
    nobody: bool = False  # sees nothing
    words: str = ""  # the version of the editors' words (search.words)


@dataclass(frozen=True)
class Ask:
    """One question to an engine."""

    query: Node
    filter: Node
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by field, "kind" too
    counted: tuple[str, ...] = ()  # fields; each is counted without what was chosen in itself
    limit: int = 10
    newest: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it asks only for how many there are, or whether there is anything."""
        return self.limit == 1 and not self.counted


@dataclass(slots=True)  # not frozen: 200 are made for a search, and that would take thrice as long
class Row:
    """What ranking needs of one document."""

    id: str
    score: float
    dated: int  # ordinal of a date, 0 for none
    half_life: int  # days, 0 for never
    review_due: int  # ordinal of a date, 0 for none
    place: Any = field(default=None, compare=False, repr=False)  # where its engine has the rest


@dataclass(frozen=True)
class Answer:
    """What an engine found: `rows` best first."""

    total: int
    rows: list[Row]
    counts: dict[str, dict[str, int]]  # field -> value -> number of documents


class Named(NamedTuple):
    """One document that was named, where it stands, and whether a query finds it too."""

    row: Row
    values: Mapping[str, Sequence[str]]  # by field: its kind and facets
    is_found: bool


class Engine(ABC):
    """What every engine can do. The contract is tests/contract/engine.py."""

    name: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the engines whose indices are read: its own, as a rule."""
        return (self.name,)

    @abstractmethod
    def ask(self, ask: Ask) -> Answer:
        """Answer. Raises SearchUnavailableError."""

    @abstractmethod
    def named(self, ids: Sequence[str], visible: Node, query: Node) -> list[Named]:
        """Return those of `ids` that match `visible`, and whether `query` finds them too."""

    @abstractmethod
    def links(self, rows: Sequence[Row]) -> dict[str, Sequence[Link]]:
        """Return by id whom the documents speak for that one `ask` has found."""

    @abstractmethod
    def sources(self, rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
        """Return by id the stored source of documents that `ask` has found."""

    @abstractmethod
    def fetch(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return the stored source of documents by id; the unknown are left out."""

    @abstractmethod
    def words(self, field_name: str, start: str, visible: Node, limit: int) -> dict[str, int]:
        """Return words of a field that begin with `start` in documents that match `visible`,
        with the number of those documents, most frequent first."""

    @abstractmethod
    def write(self, documents: Iterable[Mapping[str, Any]], gone: Iterable[str]) -> None:
        """Put `documents` (`search.documents`), then remove the ids in `gone`, at once and for
        good. Both are read once, in this order, and only when this writer has its place among all
        writers: who comes later reads later, so that the newest state wins.
        Raises IndexBusyError, SearchUnavailableError."""

    @abstractmethod
    def rebuild(
        self,
        documents: Iterable[Mapping[str, Any]],
        progress: Callable[[int], None] = lambda done: None,
    ) -> int:
        """Build a new index beside the old one and swap; return how many documents it holds."""

    @abstractmethod
    def digests(self) -> dict[str, str]:
        """Return the digest of every document by id."""

    @abstractmethod
    def under(self, page: str) -> list[str]:
        """Return the ids of the pages that the index has in the subtree of a page."""

    @abstractmethod
    def status(self) -> dict[str, Any]:
        """Return {"engine", "documents", "ready", "rebuild_needed", …} for operators."""
