"""Who the people are: simple stylised figures of many kinds."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from . import palette as p

STYLES_SHORT = ("kort", "side", "krøl", "skaldet", "kort")
STYLES_LONG = ("page", "lang", "knold", "hest", "krøl", "afro")


@dataclass(frozen=True)
class Person:
    """What somebody looks like; colours are hex, styles the words of the drawing code."""

    age: str
    skin: str
    hair: str
    style: str
    top: str
    cut: str
    trousers: str
    shoes: str
    accent: str
    skirt: bool = False
    glasses: bool = False
    beard: bool = False
    pattern: str = ""
    hat: str = ""
    build: float = 1.0

    def but(self, **changes: object) -> Person:
        """The same person with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def make_person(rng: random.Random, age: str = "", **changes: object) -> Person:
    """Somebody by chance; ``age`` is barn, ung, voksen or gammel (by chance when empty)."""
    age = age or rng.choice(("ung", "voksen", "voksen", "voksen", "gammel"))
    skin = rng.choices(p.SKINS, p.SKIN_WEIGHTS)[0]
    tone = p.SKINS.index(skin)
    longish = rng.random() < 0.52
    if age == "gammel":
        hair = rng.choice(p.GREYS)
        style = rng.choice(
            ("knold", "page", "krøl", "kort") if longish else ("kort", "skaldet", "side")
        )
    else:
        hair = rng.choice(p.HAIRS[:3] if tone >= 3 else p.HAIRS)
        style = rng.choice(STYLES_LONG if longish else STYLES_SHORT)
        if age in ("barn", "ung") and style == "skaldet":
            style = "kort"
        if style == "afro" and tone < 4:
            style = "krøl"
    if longish and age != "barn" and 2 <= tone <= 5 and rng.random() < 0.4:
        style = "tørklæde"
    top, accent = rng.sample(p.CLOTHES, 2)
    chosen = Person(
        age=age,
        skin=skin,
        hair=hair,
        style=style,
        top=top,
        cut=rng.choice(
            ("trøje", "trøje", "jakke", "skjorte", "frakke" if age != "barn" else "trøje")
        ),
        trousers=rng.choice(p.TROUSERS),
        shoes=rng.choice(p.SHOES),
        accent=accent,
        skirt=longish and rng.random() < 0.3,
        glasses=rng.random() < (0.4 if age == "gammel" else 0.16),
        beard=not longish and age != "barn" and rng.random() < 0.3,
        pattern=rng.choice(("", "", "striber", "prikker", "bånd")),
        build=rng.choice((0.94, 1.0, 1.06, 1.2)),
        hat=rng.choice(("", "", "", "", "", "hue", "kasket")) if style != "tørklæde" else "",
    )
    return chosen.but(**changes) if changes else chosen


def crowd(rng: random.Random, count: int, *ages: str, **changes: object) -> list[Person]:
    """``count`` people who do not look alike: skins and tops differ as far as possible."""
    out: list[Person] = []
    tops = rng.sample(p.CLOTHES, min(count, len(p.CLOTHES)))
    for k in range(count):
        age = ages[k % len(ages)] if ages else ""
        who = make_person(rng, age, **changes)
        for _ in range(3):
            if out and who.skin == out[-1].skin:
                who = make_person(rng, age, **changes)
        out.append(who if "top" in changes else who.but(top=tops[k % len(tops)]))
    return out
