"""Documents and queries that are made up, but of the demo's own words as often as it has them."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from search.documents import Link, Text, document
from search.kinds import KINDS
from search.labels import CHOICES

SEED = 5
CONTENT = Path(__file__).resolve().parents[2] / "gufu" / "demo" / "content"
WORD = re.compile(r"[a-zæøå]{2,}")
#: Of twenty documents so many are of a kind; the last of them is a colleague.
CYCLE = ["case"] * 6 + ["tool"] * 2 + ["question"] * 3 + ["principle"] + ["do_dont"] * 2
CYCLE += ["quote"] * 2 + ["arena"] + ["business_case"] * 2 + ["colleague"]
CENTRES = [f"center-{number}" for number in range(10)]
SUBJECTS = [f"emne-{number}" for number in range(15)]
TARGETS = [f"gruppe-{number}" for number in range(8)]
SECTIONS = [str(number) for number in range(3, 23)]  # keys of the pages below the front page
#: At most so many links to colleagues; the other kinds have none.
LINKS = {"case": 4, "tool": 5, "arena": 2, "business_case": 2}
TODAY = date(2026, 11, 28)
FIVE_YEARS, TWO_YEARS = 1825, 730  # days
COMMON = 150  #: the words that stand everywhere, for which nobody asks


def sentences() -> Iterator[str]:
    """Yield what the demo's content says to readers; names of fields and slugs are no words."""
    for path in sorted(CONTENT.rglob("*.yaml")):
        waiting = [yaml.safe_load(path.read_text("utf-8"))]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict | list):
                waiting += value.values() if isinstance(value, dict) else value
            elif isinstance(value, str) and " " in value:
                yield value


class Corpus:
    """The same for the same `seed`."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = random.Random(seed)
        counted = Counter(WORD.findall(" ".join(sentences()).lower()))
        self.words, counts = zip(*sorted(counted.items()), strict=True)
        self.counts = list(accumulate(counts))
        found = [pair for pair in counted.most_common()[COMMON:] if len(pair[0]) > 4]
        self.asked = [word for word, _ in found]
        self.asked_counts = list(accumulate(count for _, count in found))
        self.given: set[str] = set()

    def text(self, length: int) -> str:
        """Return so many words."""
        return " ".join(self.random.choices(self.words, cum_weights=self.counts, k=length))

    # --- Documents -------------------------------------------------------------------------------
    def documents(self, count: int) -> Iterator[dict[str, Any]]:
        """Yield documents of about 120 words, one at a time, read by the real analyser."""
        for pk in range(1, count + 1):
            name = CYCLE[(pk - 1) % len(CYCLE)]
            text = self.described(name, pk, count)
            kind = replace(KINDS[name], describe=lambda _, text=text: text)
            yield document(kind, SimpleNamespace(pk=pk))

    def described(self, name: str, pk: int, count: int) -> Text:
        """Return what a thing of a kind tells, with the fields that its kind has."""
        choice, is_page = self.random.choice, KINDS[name].space == "page"
        centre, section = choice(CENTRES), choice(SECTIONS)
        subjects = self.random.sample(SUBJECTS, self.random.randint(1, 2))
        targets = self.random.sample(TARGETS, self.random.randint(1, 2))
        facets = {"centre": [centre], "subject": subjects}
        if is_page or name == "question":
            facets["target"] = targets
        if name == "case":
            facets["track"] = [choice(list(CHOICES["track"]))]
        if name in ("tool", "question"):
            facets["phase"] = [choice(list(CHOICES["phase"]))]
        dated = TODAY - timedelta(days=self.random.randint(0, FIVE_YEARS))
        return Text(
            title=self.text(4),
            url=f"/{name}/{pk}/",
            slug=str(pk),
            summary=self.text(20),
            body=[self.text(self.random.randint(60, 120))],
            tags=self.random.sample(self.asked, 3),
            terms=[word.replace("-", " ") for word in (centre, *subjects, *targets)],
            facets=facets,
            meta=centre,
            dated=dated if is_page or name == "quote" else None,
            review_due=dated + timedelta(days=TWO_YEARS) if is_page else None,
            until=TODAY + timedelta(days=TWO_YEARS) if name == "quote" else None,
            trail=["1", "2", section, str(pk)] if is_page else [],
            links=self.links(name, pk, count),
            attachments=[self.attachment(pk)] if is_page and pk % 40 == 1 else [],
        )

    def links(self, name: str, pk: int, count: int) -> list[Link]:
        """Return links to colleagues, of whom some have done much and most have done little."""
        colleagues = max(1, count // len(CYCLE))
        found: dict[int, Link] = {}
        for number in range(self.random.randint(0, LINKS.get(name, 0))):
            person = len(CYCLE) * (1 + int(colleagues * self.random.random() ** 2))
            day = TODAY - timedelta(days=self.random.randint(0, FIVE_YEARS))
            key = f"trial:{pk * 10 + number}" if name == "tool" else f"{name}:{pk}"
            found[person] = (person, key, day)
        return list(found.values())

    def attachment(self, pk: int) -> dict[str, Any]:
        """Return a document of two hundred words that a page attaches."""
        text = self.text(200)
        return {"id": pk, "name": f"{pk}.pdf", "url": f"/{pk}.pdf", "title": "Bilag", "text": text}

    # --- Queries ---------------------------------------------------------------------------------
    def queries(self, count: int) -> list[str]:
        """Return queries of one to three words, none of which this corpus has given before."""
        return self.fresh(count, lambda text: text)

    def typed(self, count: int) -> list[str]:
        """Return beginnings of queries: the last word has three letters or more, as it happens."""

        def cut(text: str) -> str:
            last = len(text.split()[-1])
            return text[: len(text) - self.random.randint(0, last - 3)]

        return self.fresh(count, cut)

    def about_people(self, count: int) -> list[str]:
        """Return questions for colleagues."""
        return self.fresh(count, lambda text: f"hvem ved noget om {text}")

    def misspelt(self, count: int) -> list[str]:
        """Return queries in whose first word two letters have changed places."""

        def swap(text: str) -> str:
            at = self.random.randint(1, len(text.split()[0]) - 2)
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

        return self.fresh(count, swap)

    def fresh(self, count: int, change: Callable[[str], str]) -> list[str]:
        """Return `count` queries, changed, that were not given before. Where short ones run out
        they get longer."""
        found: list[str] = []
        while len(found) < count:
            (size,) = self.random.choices((1, 2, 3), (5, 4, 1))
            text = change(self.question(size))
            while text in self.given:
                size += 1
                text = change(self.question(size))
            self.given.add(text)
            found.append(text)
        return found

    def question(self, size: int) -> str:
        """Return so many words that somebody may ask for."""
        return " ".join(self.random.choices(self.asked, cum_weights=self.asked_counts, k=size))
