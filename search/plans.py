"""How a text is read: the words asked for, what each may have been meant as, and which other words
the editors have said mean the same. Pure functions."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from search.danish import STOP_WORDS, Token, clean, fold, tokens
from search.danish.analyse import joins
from search.danish.compounds import split
from search.danish.highlight import Wanted
from search.danish.joining import joined
from search.danish.kin import PARTICLES, apart, kin, together
from search.danish.stopwords import WEAK_WORDS
from search.danish.thesaurus import near
from search.who import WHO

MOST_TERMS = 24
LONGEST_WHOLE = 12  #: words that are looked for side by side
MOST_KIN = 6  #: other words of a family
MOST_JOINED = 6  #: words that may be halves of one compound
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
    kin: tuple[str, ...] = ()  # stems of other words of its family
    apart: tuple[tuple[str, ...], ...] = ()  # the same in several words, folded, as spelt
    is_weak: bool = False  # says little beside the others, so nothing must have it
    near: tuple[str, ...] = ()  # stems of other words for it, where little is found


class Span(NamedTuple):
    """The terms from `first` up to `last` have other words for the same."""

    first: int
    last: int
    others: tuple[Words, ...]
    is_guessed: bool = False  # of a word that was misspelt, perhaps
    is_joined: bool = False  # the same with hyphens left out


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

    @cached_property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """(Stem, as it was typed) of each term; words that have synonyms together stay so."""
        found = []
        for at, term in enumerate(self.terms):
            span = next((span for span in self.spans if span.first <= at < span.last), None)
            first, last = (span.first, span.last - 1) if span else (at, at)
            start, end = self.terms[first].token.start, self.terms[last].token.end
            found.append((term.token.stem, self.text[start:end]))
        return tuple(found)

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
    loose = tokens(WHO.sub(blank, rest)) or tokens(rest)
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
    guesses = [
        () if at in known else tuple(other for each in guess(token) for other in tokens(each))
        for at, token in enumerate(words)
    ]
    # What a misspelt word was meant as has synonyms and a family as if it had been typed.
    meant = [others[0] if others else token for token, others in zip(words, guesses, strict=True)]
    if meant != words:
        spans = tuple(
            span._replace(is_guessed=any(guesses[span.first : span.last]))
            for span in same(meant, synonyms)
        )
    spans = tuple(sorted((*spans, *hyphened(text, words, spans)), key=lambda span: span.first))
    weak = WEAK_WORDS if any(token.exact not in WEAK_WORDS for token in words) else frozenset()
    strong = [token for token in words if token.exact not in weak]
    whole = () if phrases else tuple(tokens(text))[:LONGEST_WHOLE]
    particles = said_with(tokens(text))
    terms = [
        Term(
            token,
            guesses[at],
            related(meant[at], particles),
            in_words(meant[at]),
            at not in known and token.exact in weak,
        )
        for at, token in enumerate(words)
    ]
    every = [*strong, *(token for phrase in phrases for token in phrase)]
    every += [token for term in terms for token in term.guesses]
    family = [stem for term in terms if not term.is_weak for stem in term.kin]
    others = [other for span in spans for other in span.others]
    return Plan(
        terms=tuple(terms),
        phrases=tuple(phrases),
        wanted=wanted(every, others, family),
        text=text,
        spans=spans,
        asks_people=bool(WHO.match(text)),
        whole=whole if len(whole) > 1 else (),
        joined=tuple(
            stem for a, b in pairwise(strong[:MOST_JOINED]) for stem in joined(a.exact, b.exact)
        ),
    )


def widened(planned: Plan) -> Plan:
    """Return the plan where little was found: with the words of a thesaurus too."""
    terms = tuple(
        term if term.is_weak else replace(term, near=near(term.token.exact))
        for term in planned.terms
    )
    stems = planned.wanted.stems.union(*(term.near for term in terms))
    return replace(planned, terms=terms, wanted=replace(planned.wanted, stems=stems))


def same(words: Sequence[Token], synonyms: Synonyms) -> tuple[Span, ...]:
    """Return which stretches of `words` have synonyms, the longest stretches first."""
    stems = tuple(word.stem for word in words)
    found: list[Span] = []
    at = 0
    while at < len(words):
        for last in range(len(words), at, -1):
            if others := synonyms.get(stems[at:last]):
                found.append(Span(at, last, others))
                at = last - 1
                break
        at += 1
    return tuple(found)


def hyphened(text: str, words: Sequence[Token], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches of `words` that have hyphens between them and may be written as one
    word, unless they have synonyms."""
    at = {token.start: number for number, token in enumerate(words)}
    ends = {token.end: number + 1 for number, token in enumerate(words)}
    last = 0
    for start, end, word in joins(text):
        first, after = at.get(start, -1), ends.get(end, -1)
        taken = any(span.first < after and first < span.last for span in spans)
        if last <= first < after and not taken:
            yield Span(first, after, (tuple(tokens(word)),), is_joined=True)
            last = after


def said_with(words: Sequence[Token]) -> dict[str, str]:
    """Return verb -> what it is said with, at most two words later: rydder vi op."""
    return {
        verb.exact: particle.exact
        for at, verb in enumerate(words)
        for particle in words[at + 1 : at + 3]
        if particle.exact in PARTICLES
    }


def related(token: Token, particles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the stems of the other words of a word's family."""
    one = together(token.exact, particles.get(token.exact, ""))
    return tuple(dict.fromkeys((*one, *kin(token.exact))))[:MOST_KIN]


def in_words(token: Token) -> tuple[tuple[str, ...], ...]:
    """Return how a word may be written in several: gåtur as gå tur, oprydning as rydde op."""
    parts = tuple(map(fold, split(token.exact)))
    return ((parts,) if parts else ()) + apart(token.exact)


def wanted(asked: Sequence[Token], others: Sequence[Words], family: Sequence[str] = ()) -> Wanted:
    """Return what to mark: the words asked for with their parts and `family` (stems), and the
    others as they are."""
    marked = content(asked) or asked
    single = [words[0] for words in others if len(words) == 1]
    return Wanted(
        exact=frozenset(token.exact for token in (*marked, *single)),
        stems=frozenset(token.stem for token in (*marked, *single))
        | frozenset(part for token in marked for part in token.parts)
        | frozenset(family),
        phrases=frozenset(tuple(word.exact for word in each) for each in others if each[1:]),
    )
