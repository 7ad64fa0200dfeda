"""How a text is read: the words asked for, what each may have been meant as, and which other words
the editors have said mean the same. Pure functions."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from search.danish import STOP_WORDS, Token, clean, tokens
from search.danish.highlight import Wanted
from search.danish.joining import joined
from search.danish.stopwords import WEAK_WORDS

MOST_TERMS = 24
LONGEST_WHOLE = 12  #: words that are looked for side by side
MOST_JOINED = 6  #: words that may be halves of one compound
#: Somebody is asked for: a colleague answers better than a text.
_WHO = re.compile(
    r"(?i)^\s*(?:hvem (?:ved|kender|arbejder|har (?:prøvet|erfaring|arbejdet|lavet|brugt)"
    r"|kan (?:hjælpe|rådgive|fortælle|jeg (?:spørge|tale|kontakte)))|who (?:knows|has|can))\b"
)
_QUOTED = re.compile(r'["“”„»«]([^"“”„»«]{1,200})["“”„»«]')

#: One or more words side by side.
Words = tuple[Token, ...]
#: The stems of words -> other words for the same.
Synonyms = Mapping[tuple[str, ...], tuple[Words, ...]]


@dataclass(frozen=True)
class Term:
    """One word asked for, and the words it may have been meant as."""

    token: Token
    guesses: tuple[Token, ...] = ()
    is_weak: bool = False  # says little beside the others, so nothing must have it


class Span(NamedTuple):
    """The terms from `first` up to `last` have other words for the same."""

    first: int
    last: int
    others: tuple[Words, ...]


@dataclass(frozen=True)
class Plan:
    """A text as search reads it."""

    terms: tuple[Term, ...] = ()
    phrases: tuple[Words, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    text: str = ""  # what the offsets of the terms' tokens count in
    spans: tuple[Span, ...] = ()
    whole: Words = ()  # every word as typed, stop words too, where there are several
    asks_people: bool = False  # "hvem ved noget om …"
    joined: tuple[str, ...] = ()  # stems of the compounds that neighbours make

    @property
    def is_empty(self) -> bool:
        """Whether there is no word to look for."""
        return not self.terms and not self.phrases

    @property
    def says_little(self) -> bool:
        """Whether there are several words, and every one is a stop word."""
        return bool(self.whole) and all(one.token.exact in STOP_WORDS for one in self.terms)


def read(text: str) -> tuple[list[Token], list[Words]]:
    """Return (words, phrases) of a query that `clean` has seen.

    Stop words go, unless there is nothing else.
    """
    phrases = [tuple(found) for match in _QUOTED.findall(text) if (found := tokens(match))]
    rest = _QUOTED.sub(blank, text)
    loose = tokens(_WHO.sub(blank, rest)) or tokens(rest)
    words = list({token.exact: token for token in loose}.values())
    kept = content(words)
    if not kept and not phrases:
        kept = words
    return kept[:MOST_TERMS], phrases[:4]


def blank(match: re.Match[str]) -> str:
    """Return spaces for what was matched, so that offsets stay."""
    return " " * len(match.group())


def content(words: Sequence[Token]) -> list[Token]:
    """Return `words` without stop words."""
    return [token for token in words if token.exact not in STOP_WORDS]


def key_of(words: Sequence[Token]) -> tuple[str, ...]:
    """Return what two wordings of the same have in common: the stems of what is not a stop word."""
    return tuple(token.stem for token in content(words) or words)


def plan(
    text: str,
    guess: Callable[[Token], Sequence[str]] = lambda token: (),
    synonyms: Synonyms = {},  # noqa: B006 - never changed
) -> Plan:
    """Return how to read `text`; `guess` names the words an unknown word may be meant as."""
    text = clean(text)
    words, phrases = read(text)
    spans = same(words, synonyms)
    known = {at for span in spans for at in range(span.first, span.last)}
    weak = WEAK_WORDS if any(token.exact not in WEAK_WORDS for token in words) else frozenset()
    strong = [token for token in words if token.exact not in weak]
    whole = () if phrases else tuple(tokens(text))[:LONGEST_WHOLE]
    terms = [
        Term(
            token,
            () if at in known else tuple(other for each in guess(token) for other in tokens(each)),
            at not in known and token.exact in weak,
        )
        for at, token in enumerate(words)
    ]
    every = [*strong, *(token for phrase in phrases for token in phrase)]
    every += [token for term in terms for token in term.guesses]
    others = [other for span in spans for other in span.others]
    return Plan(
        terms=tuple(terms),
        phrases=tuple(phrases),
        wanted=wanted(every, others),
        text=text,
        spans=spans,
        asks_people=bool(_WHO.match(text)),
        whole=whole if len(whole) > 1 else (),
        joined=tuple(
            stem for a, b in pairwise(strong[:MOST_JOINED]) for stem in joined(a.exact, b.exact)
        ),
    )


def same(words: Sequence[Token], synonyms: Synonyms) -> tuple[Span, ...]:
    """Return which stretches of `words` have synonyms, the longest stretches first."""
    longest = max(map(len, synonyms), default=0)
    found: list[Span] = []
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + longest), at, -1):
            if others := synonyms.get(tuple(word.stem for word in words[at:last])):
                found.append(Span(at, last, others))
                at = last - 1
                break
        at += 1
    return tuple(found)


def wanted(asked: Sequence[Token], others: Sequence[Words]) -> Wanted:
    """Return what to mark: the words asked for with their parts, and the others as they are."""
    marked = content(asked) or asked
    single = [words[0] for words in others if len(words) == 1]
    return Wanted(
        exact=frozenset(token.exact for token in (*marked, *single)),
        stems=frozenset(token.stem for token in (*marked, *single))
        | frozenset(part for token in marked for part in token.parts),
        phrases=frozenset(tuple(word.exact for word in each) for each in others if each[1:]),
    )
