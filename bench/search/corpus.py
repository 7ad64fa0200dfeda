"""Documents and queries that are made up, but of the demo's own words as often as it has them."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from search.documents import Kind, Text, document

CONTENT = Path(__file__).resolve().parents[2] / "gufu" / "demo" / "content"
WORD = re.compile(r"[a-zæøå]{2,}")
KINDS = ("case", "tool", "arena")
CENTRES = [f"center-{number}" for number in range(10)]
SUBJECTS = [f"emne-{number}" for number in range(15)]


class Corpus:
    """The same for the same `seed`."""

    def __init__(self, seed: int = 5) -> None:
        self.random = random.Random(seed)
        texts = " ".join(path.read_text("utf-8") for path in sorted(CONTENT.rglob("*.yaml")))
        counted = Counter(WORD.findall(texts.lower()))
        self.words, self.weights = zip(*sorted(counted.items()), strict=True)
        self.asked = [word for word, count in counted.most_common(1500)[150:] if len(word) > 4]

    def text(self, length: int) -> str:
        """Return so many words."""
        return " ".join(self.random.choices(self.words, self.weights, k=length))

    def documents(self, count: int) -> Iterator[dict[str, Any]]:
        """Yield documents of about 120 words, read by the real analyser."""
        for pk in range(1, count + 1):
            text = Text(
                title=self.text(4),
                url=f"/{pk}/",
                slug=str(pk),
                summary=self.text(20),
                body=[self.text(self.random.randint(60, 120))],
                tags=self.random.sample(self.asked, 3),
                facets={
                    "centre": [self.random.choice(CENTRES)],
                    "subject": self.random.sample(SUBJECTS, 2),
                },
            )
            name = self.random.choice(KINDS)
            kind = Kind(name, name, "", "page", None, lambda _, text=text: text, lambda all_: all_)
            yield document(kind, SimpleNamespace(pk=pk))

    def queries(self, count: int) -> list[str]:
        """Return queries of one to three words."""
        sizes = self.random.choices((1, 2, 3), (5, 4, 1), k=count)
        return [" ".join(self.random.sample(self.asked, size)) for size in sizes]
