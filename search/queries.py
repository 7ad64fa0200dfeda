"""Queries: pure functions from words to a tree of plain dictionaries, over one table of weights.

A node has one of these keys, and may have after it "boost" and "match", a node that costs less and
finds the same, for whoever needs no score:

    every, none           everything, nothing
    term [field, word]    one word
    terms [field, words]  any of the words, without score
    phrase [field, words] the words side by side
    prefix [field, start] a word that begins so, without score
    below [field, number] a number of less than so much
    best [nodes]          the best of them, the others count for TIE of their score
    all [nodes]           every one
    some [nodes]          at least "of" of them
    unless [node, node]   the first and not the second
    also [node, nodes]    the first; what the others score is added
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.contract import ANY, Node, at_head
from search.danish import Token
from search.filters import chosen as chosen
from search.filters import visible as visible
from search.plans import MOST_TERMS as MOST_TERMS
from search.plans import Plan, Term, Words
from search.plans import plan as plan
from search.plans import widened as widened

TIE = 0.3
#: What a word is worth by where it stands: _x exact, _s stemmed, _p part of a compound.
WEIGHTS: Mapping[str, float] = {
    "title_x": 3,
    "title_s": 4,
    "tags_s": 3,
    "summary_s": 3,
    "title_p": 2,
    "body_x": 1.2,
    "body_s": 1,
    "body_p": 0.8,
}
#: Where the parts of a compound are looked for apart: in a long text any two words meet by chance.
APART = ("title_s", "summary_s", "title_p")
ANYWHERE = (*APART, "tags_s", "body_s", "body_p")
#: Where words are looked for that nobody has typed. More fields change little in what comes first,
#: and each takes its time.
OTHERS = ("title_s", "summary_s", "title_p", "body_s", "body_p")
KIN = 0.4  #: another word of the family: iværksætteri, iværksætter
IN_WORDS = 0.7  #: one word written as several: gå tur
PHRASE = 2.0  #: a quoted phrase, times the weight of the exact field
COMPOUND = 0.35  #: a compound met as its parts apart
GUESS = 0.5  #: a word read as another one
SYNONYM = 0.6  #: another word for the same
ALONE = 0.1  #: one part of a compound without the others, where little is found
NEAR = 0.1  #: another word by a thesaurus, where little is found
PINNED = 1000.0  #: more than any text scores, so that the engine has it among its best
WHOLE = 2.0  #: the words asked for side by side, as they were typed
JOINED = 3.0  #: two words asked for as one compound: it says what both say
FEW = 15  #: hits are too few: a page and a half
WEAK = 0.3  #: a word that says little beside the others


def kind_of(node: Node) -> str:
    """Return which of the kinds a node is."""
    return next(iter(node))


def word(token: Token, boost: float = 1.0, *, apart: Sequence[str] = APART) -> Node:
    """Return the query for one word in every field; in the fields `apart` also for the parts of a
    compound."""
    kinds = {"x": token.exact, "s": token.stem, "p": token.stem}
    found: list[Node] = [
        {"term": [name, kinds[name[-1]]], "boost": weight * boost}
        for name, weight in WEIGHTS.items()
    ]
    match = [found_by([token.stem])]
    if apart and len(token.parts) > 1:
        parts = [part(stem, apart) for stem in token.parts]
        found.append({"all": parts, "boost": COMPOUND * boost})
        if apart is ANYWHERE:
            found.append({"best": parts, "boost": ALONE * boost})
            match = [found_by([token.stem, *token.parts])]
        else:
            match.append({"all": [each["match"] for each in parts]})
    return {"best": found, "match": either(match)}


def part(stem: str, fields: Sequence[str]) -> Node:
    """Return the query for one part of a compound, standing alone or in another compound."""
    return {
        "best": [{"term": [name, stem], "boost": WEIGHTS[name]} for name in fields],
        "match": found_by([stem if fields is ANYWHERE else at_head(stem)]),
    }


def stems(words: Sequence[str], boost: float) -> list[Node]:
    """Return the queries for words that nobody has typed, by their stems."""
    return [
        {"term": [name, stem], "boost": WEIGHTS[name] * boost} for stem in words for name in OTHERS
    ]


def found_by(words: Sequence[str]) -> Node:
    """Return the query for what has one of some stems anywhere."""
    return {"terms": [ANY, list(words)]}


def either(nodes: Iterable[Node]) -> Node:
    """Return the query for what one of `nodes` finds: stems and what needs more than a stem."""
    each = [part for node in nodes for part in node.get("some", [node])]
    words = [stem for node in each if "terms" in node for stem in node["terms"][1]]
    rest = [node for node in each if "terms" not in node]
    found = [*([found_by([*dict.fromkeys(words)])] if words else []), *rest]
    return {"some": found, "of": 1} if found[1:] else found[0]


def phrase(words: Sequence[Token], boost: float = PHRASE) -> Node:
    """Return the query for words side by side, as they are spelt."""
    exact = [token.exact for token in words]
    key, value = ("phrase", exact) if len(exact) > 1 else ("term", exact[0])
    return {
        "best": [
            {key: [name, value], "boost": WEIGHTS[name] * boost} for name in ("title_x", "body_x")
        ]
    }


def term(asked: Term, apart: Sequence[str] = APART) -> Node:
    """Return the query for a word, or for what it may have been meant as."""
    own = word(asked.token, apart=apart)
    beside = [node for words in asked.apart for node in together(words)]
    guesses = [word(guess, GUESS, apart=apart) for guess in asked.guesses]
    match = [own["match"], *beside, *(guess["match"] for guess in guesses)]
    if others := [*asked.kin, *asked.near]:
        match.append(found_by(others))
    sure = GUESS if guesses else 1.0
    best = [*own["best"], *stems(asked.kin, KIN * sure), *stems(asked.near, NEAR), *beside]
    found: Node = {"best": best}
    return {"best": [found, *guesses] if guesses else best, "match": either(match)}


def together(words: Sequence[str]) -> list[Node]:
    """Return the query for one word written as several (folded) side by side."""
    return [
        {"phrase": [f"{name}_x", list(words)], "boost": WEIGHTS[f"{name}_s"] * IN_WORDS}
        for name in ("title", "body")
    ]


def other(words: Words, sure: float = 1.0) -> Node:
    """Return the query for other words for the same: a compound whole, several side by side."""
    if words[1:]:
        return phrase(words, SYNONYM * sure)
    return {"best": stems([words[0].stem], SYNONYM * sure), "match": found_by([words[0].stem])}


def asked(planned: Plan, apart: Sequence[str] = APART) -> Iterator[Node]:
    """Yield the query of every term, or of every stretch of terms that has synonyms."""
    last = 0
    for span in (*planned.spans, None):
        between = planned.terms[last : span.first if span else None]
        yield from (term(each, apart) for each in between if not each.is_weak)
        if span:
            own = [term(each, apart) for each in planned.terms[span.first : span.last]]
            sure = GUESS if span.is_guessed else 1.0
            others = [other(each, sure) for each in span.others]
            some_of = {"some": own, "of": enough(len(own))} if apart is ANYWHERE else {"all": own}
            ways: list[Node] = [some_of if own[1:] else own[0], *others]
            yield {"best": ways, "match": either([way.get("match", way) for way in ways])}
            last = span.last


def text_query(planned: Plan, *, relaxed: bool = False) -> Node:
    """Return the query for a plan: every word, or when `relaxed` some of them."""
    if planned.is_empty:
        return {"none": True}
    phrases = [*map(phrase, planned.phrases)]
    words = [*asked(planned, ANYWHERE if relaxed else APART)]
    if planned.says_little and not relaxed:  # "hvem gør hvad": side by side or not at all
        words = [phrase(planned.whole, WHOLE)]
    extra = [*better(planned)]
    if relaxed and len(words) > 1:
        words = [{"some": words, "of": enough(len(words))}]
    query: Node = {"all": [*phrases, *words]}
    return {"also": [query, extra]} if extra else query


def better(planned: Plan) -> Iterator[Node]:
    """Yield what makes a hit better, but no hit by itself."""
    if planned.whole:
        yield phrase(planned.whole, WHOLE)
    for stem in planned.joined:
        fields = [name for name in WEIGHTS if name.endswith("_s")]
        yield {"best": [{"term": [name, stem], "boost": WEIGHTS[name] * JOINED} for name in fields]}
    for each in planned.terms:
        if each.is_weak:
            yield word(each.token, WEAK, apart=())


def enough(count: int) -> int:
    """Return how many of `count` words are enough where little has all of them: one of two, two of
    more. A sentence has many words, and what answers it may say the rest otherwise."""
    return 1 if count <= 2 else 2


def suggestion(words: Sequence[Token], *, anywhere: bool = False) -> Node:
    """Return the query while somebody types: the last word is a beginning.

    Titles and tags are looked at, and `anywhere` in the texts too for the last word as a whole.
    """
    *whole, last = words
    beginning: list[Node] = [{"prefix": [name, last.exact]} for name in ("title_x", "tags_x")]
    beginning += [{"prefix": ["title_p", last.exact]}]
    beginning += [{"term": [name, last.stem]} for name in ("title_s", "title_p")]
    return {
        "all": [
            *map(title_word, whole),
            {"best": [*beginning, *([word(last)] if anywhere else [])]},
        ]
    }


def title_word(token: Token) -> Node:
    """Return the query for one whole word of a title or a tag."""
    fields = {"title_x": token.exact, "title_s": token.stem, "tags_s": token.stem}
    found = [{"term": [name, value], "boost": WEIGHTS[name]} for name, value in fields.items()]
    return {"best": [*found, {"term": ["title_p", token.stem], "boost": WEIGHTS["title_p"]}]}


def pinned(query: Node, ids: Sequence[str]) -> Node:
    """Return `query` widened by what editors put first; those score PINNED more."""
    if not ids:
        return query
    return {"some": [query, {"terms": ["id", list(ids)], "boost": PINNED}], "of": 1}
