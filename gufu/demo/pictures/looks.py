"""Who is portrayed: the fictional colleagues, and looks by chance for everybody else."""

from __future__ import annotations

import random
from dataclasses import dataclass

from . import palette as p

#: The middle of the head on a portrait sheet of 640 by 640 units.
CX, CY = 320.0, 292.0

SHORT = ("kort", "skilning", "opad", "krøl-kort", "skaldet")
LONG = ("page", "pandehår", "lang", "knold", "sidehest", "krøl-lang", "afro", "fletning")


@dataclass(frozen=True)
class Look:
    """A face in words: skin 0-6 (light to dark), hair and clothes as styles and hex colours."""

    skin: int
    hair: str
    style: str
    age: str = "voksen"
    beard: str = ""
    glasses: str = ""
    clothes: str = ""
    feminine: bool = False


_TABLE: dict[str, Look] = {
    "mette-lindgaard": Look(0, "#d2a45c", "page", glasses="runde", clothes="blazer", feminine=True),
    "jonas-holm-vester": Look(1, "#a8502f", "opad", beard="fuld", clothes="skjorte"),
    "aisha-rahimi": Look(3, "#2b2221", "tørklæde", clothes="bluse", feminine=True),
    "karen-marie-toft": Look(
        0,
        "#d9d5cd",
        "krøl-kort",
        "gammel",
        glasses="firkantede",
        clothes="halstørklæde",
        feminine=True,
    ),
    "peder-brandstrup": Look(1, "#c2bdb5", "skaldet", "gammel", beard="fuld", clothes="rullekrave"),
    "line-skovbakke": Look(1, "#6f4a2f", "knold", clothes="striber", feminine=True),
    "torben-aagesen": Look(2, "#a39e98", "kort", "gammel", beard="overskæg", clothes="arbejdstøj"),
    "sofie-enghave": Look(1, "#a36f3c", "lang", clothes="rullekrave", feminine=True),
    "rasmus-kjaerdam": Look(0, "#a36f3c", "skilning", beard="stubbe", clothes="trøje"),
    "bodil-stengaard": Look(
        0, "#eeeae2", "page", "gammel", glasses="runde", clothes="bluse", feminine=True
    ),
    "ulrik-havmand": Look(2, "#4a3228", "skaldet", beard="fuld", clothes="arbejdstøj"),
    "signe-rosenvang": Look(0, "#e3c68a", "sidehest", clothes="bluse", feminine=True),
    "henrik-aabo": Look(
        1, "#c2bdb5", "skilning", "gammel", glasses="firkantede", clothes="skjorte"
    ),
    "fatma-yildirim": Look(2, "#2b2221", "lang", clothes="blazer", feminine=True),
    "lone-brinkmark": Look(
        1, "#a8502f", "pandehår", glasses="runde", clothes="striber", feminine=True
    ),
    "emil-tranekaer": Look(0, "#d2a45c", "opad", clothes="striber"),
    "birgitte-sandvad": Look(
        0, "#c2bdb5", "knold", "gammel", clothes="halstørklæde", feminine=True
    ),
    "anders-holmegaard": Look(1, "#4a3228", "skilning", glasses="firkantede", clothes="blazer"),
    "dorte-fynbo": Look(0, "#6f4a2f", "page", clothes="blazer", feminine=True),
    "maja-lyngsoe": Look(4, "#2b2221", "krøl-lang", clothes="rullekrave", feminine=True),
    "kasper-noerrelund": Look(1, "#a36f3c", "kort", beard="stubbe", clothes="skjorte"),
    "inger-skaarup": Look(
        1, "#eeeae2", "krøl-kort", "gammel", glasses="runde", clothes="bluse", feminine=True
    ),
    "yvonne-boegelund": Look(1, "#a8502f", "page", clothes="halstørklæde", feminine=True),
    "mohamed-osman": Look(6, "#2b2221", "kort", beard="fuld", clothes="skjorte"),
    "tina-vejlgaard": Look(1, "#e3c68a", "pandehår", clothes="trøje", feminine=True),
    "soeren-oesterby": Look(1, "#c2bdb5", "kort", "gammel", glasses="runde", clothes="skjorte"),
    "grethe-moelholm": Look(0, "#eeeae2", "page", "gammel", clothes="bluse", feminine=True),
    "louise-damgaard": Look(1, "#a36f3c", "sidehest", clothes="striber", feminine=True),
    "jakob-elmelund": Look(0, "#6f4a2f", "krøl-kort", beard="stubbe", clothes="trøje"),
    "nadia-kovac": Look(
        1, "#4a3228", "lang", glasses="firkantede", clothes="blazer", feminine=True
    ),
    "vibeke-strandby": Look(
        0, "#d9d5cd", "pandehår", "gammel", clothes="halstørklæde", feminine=True
    ),
    "oskar-lillelund": Look(1, "#a8502f", "opad", glasses="runde", clothes="trøje"),
    "pernille-hjorth": Look(0, "#d2a45c", "fletning", clothes="bluse", feminine=True),
    "ali-demir": Look(3, "#2b2221", "opad", beard="fuld", clothes="rullekrave"),
    "bjarne-kragelund": Look(
        1, "#c2bdb5", "skaldet", "gammel", glasses="firkantede", clothes="skjorte"
    ),
    "katrine-solvang": Look(0, "#e3c68a", "lang", clothes="striber", feminine=True),
    "dennis-ravnsborg": Look(2, "#2b2221", "skilning", clothes="trøje"),
    "hanne-overby": Look(
        1, "#c2bdb5", "page", "gammel", glasses="runde", clothes="blazer", feminine=True
    ),
    "marie-lundqvist": Look(0, "#a36f3c", "knold", glasses="runde", clothes="bluse", feminine=True),
    "frederik-aastrup": Look(1, "#d2a45c", "skilning", beard="stubbe", clothes="blazer"),
    "zainab-hussein": Look(
        5, "#2b2221", "tørklæde", glasses="runde", clothes="blazer", feminine=True
    ),
    "steen-kirkegaard": Look(
        1, "#a39e98", "krøl-kort", "gammel", beard="fuld", clothes="rullekrave"
    ),
    "annelise-borre": Look(
        0, "#d9d5cd", "knold", "gammel", glasses="firkantede", clothes="blazer", feminine=True
    ),
    "morten-elkjaer": Look(1, "#4a3228", "kort", glasses="firkantede", clothes="skjorte"),
    "julie-thorsager": Look(1, "#6f4a2f", "krøl-lang", clothes="striber", feminine=True),
}


def look_of(slug: str) -> Look | None:
    """How a colleague of the demo looks; None for somebody the demo does not know."""
    return _TABLE.get(slug)


def look_by_chance(rng: random.Random) -> Look:
    """Somebody by chance."""
    skin = rng.choices(range(7), p.SKIN_WEIGHTS)[0]
    age = rng.choice(("voksen", "voksen", "voksen", "gammel"))
    feminine = rng.random() < 0.5
    hair = rng.choice(p.GREYS if age == "gammel" else p.HAIRS[:2] if skin >= 3 else p.HAIRS)
    style = rng.choice(LONG if feminine else SHORT)
    if style == "afro" and skin < 4:
        style = "krøl-lang"
    if feminine and 2 <= skin <= 5 and rng.random() < 0.4:
        style = "tørklæde"
    beard = "" if feminine else rng.choice(("", "", "fuld", "stubbe", "overskæg"))
    return Look(
        skin,
        hair,
        style,
        age,
        beard,
        rng.choice(("", "", "runde", "firkantede")),
        rng.choice(
            ("blazer", "skjorte", "bluse", "trøje", "rullekrave", "striber", "halstørklæde")
        ),
        feminine,
    )
