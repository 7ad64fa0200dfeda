"""The colours of Lolland-Falster and the moods of a day.

Every colour in the pictures comes from here, so that sixty drawings look
as if one hand had made them.  Colours are hex strings until a canvas grades
them with the mood of the picture.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

RGB = tuple[int, int, int]

SEA, DEEP, FJORD, MIST = "#3f7f93", "#1f4a5f", "#7fb2b8", "#c9dcd8"
RAPE, HONEY, STRAW = "#f0c63f", "#e0a33a", "#ecd9a0"
BRICK, RUST, CLAY, ROSE = "#b4513a", "#8c3b2e", "#d98b63", "#dfa290"
BEECH, MOSS, LEAF, PINE = "#6f9a5b", "#4f7a4c", "#a3bd6a", "#2f5a4c"
SAND, CREAM, CHALK, STONE = "#e7d3b1", "#f6ead3", "#fbf5e8", "#b9ab98"
DUSK, PLUM, INK, NIGHT = "#8d7a93", "#5b4560", "#27313f", "#1f2b40"
WOOD, OAK, BARK = "#b98556", "#8c5f3f", "#6a4a38"
ASPHALT, PAVING = "#8a8f93", "#cfc4b4"

CLOTHES = (
    "#1f4a5f", "#3f7f93", "#86b5b5", "#b4513a", "#d97b57", "#e0a33a", "#f0c963",
    "#4f7a4c", "#93ad74", "#e9d8bb", "#f6ead3", "#8d7a93", "#c98a86", "#33465c",
)  # fmt: skip
TROUSERS = ("#27384c", "#33465c", "#4d5a68", "#6a4a38", "#8c6a4d", "#3d5a50", "#c3ae8c", "#5b4560")
SHOES = ("#3a2c28", "#27313f", "#fbf5e8", "#8c3b2e", "#5a4436")
SKINS = ("#f5d2b8", "#efc3a0", "#e3ad86", "#c98e63", "#a46f48", "#7d5035", "#5c3a28")
SKIN_WEIGHTS = (7, 8, 5, 3, 3, 3, 2)
HAIRS = ("#2b2221", "#4a3228", "#6f4a2f", "#a36f3c", "#d2a45c", "#e3c68a", "#a8502f")
GREYS = ("#d9d5cd", "#c2bdb5", "#eeeae2", "#a39e98")
BRICKS = ("#b4513a", "#a2472f", "#c46a4a", "#8c3b2e", "#cf8a5b")
PLASTER = ("#f1d9a4", "#f6ead3", "#e9b98f", "#d9a08a", "#a9c2b9", "#e3c268", "#d8cbb4")
ROOFS = ("#9c4630", "#7f3a2c", "#5a5a63", "#4a4f58", "#b15a3c")


@dataclass(frozen=True)
class Mood:
    """The light of a picture: sky colours, tint of all things, shadow and lamps."""

    name: str
    sky: tuple[str, str, str]
    sun: str
    sun_height: float
    tint: tuple[float, float, float]
    haze: str
    shade: str
    glow: str
    lamps: bool = False


MOODS = {
    "morgen": Mood(
        "morgen", ("#8fc0c9", "#dfe3cf", "#f9dcb8"), "#fff3d6", 0.30, (1.0, 0.97, 0.93),
        "#f3dcc0", "#4a5a72", "#ffe4b0",
    ),
    "dag": Mood(
        "dag", ("#6eb0c6", "#aad3d8", "#e6efdf"), "#fffbe8", 0.72, (1.0, 1.0, 0.98),
        "#d4e5e0", "#37566b", "#fff4cf",
    ),
    "gylden": Mood(
        "gylden", ("#e8b777", "#f3cd8d", "#fbe7bd"), "#fff7dc", 0.26, (1.0, 0.94, 0.82),
        "#f4cf93", "#6a4658", "#ffdf9a",
    ),
    "blid": Mood(
        "blid", ("#a3c9d2", "#d3e0d6", "#faecd2"), "#fffaf0", 0.6, (1.0, 0.98, 0.96),
        "#e8e4d2", "#50606c", "#fff1d2",
    ),
    "skumring": Mood(
        "skumring", ("#34517a", "#a37a92", "#f0a97c"), "#ffd9a0", 0.14, (0.80, 0.74, 0.82),
        "#b98a96", "#26304f", "#ffcf7d", True,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Season:
    """What grows: leaf colours (light to dark), grass and the crop on the fields."""

    name: str
    leaves: tuple[str, ...]
    grass: tuple[str, str, str]
    crops: tuple[str, ...]
    flowers: tuple[str, ...]


SEASONS = {
    "foraar": Season(
        "foraar", ("#b7ca72", "#9dbb66", "#83a85c", "#e6b7b0"), ("#bccb7c", "#9cb765", "#7fa257"),
        ("#f0c63f", "#f3d25a", "#a9c06d", "#c9b48c"), ("#f6ead3", "#e59a8f", "#f0c63f"),
    ),
    "sommer": Season(
        "sommer", ("#8fb062", "#6f9a5b", "#567f4f", "#426b4c"), ("#a9c072", "#86a95f", "#6a934f"),
        ("#ecd07a", "#e3bd5a", "#93b268", "#7ea25c"), ("#d9604a", "#f6ead3", "#8d7ab0"),
    ),
    "efteraar": Season(
        "efteraar", ("#e6b24a", "#d98a3d", "#c2683a", "#9d5a3a"), ("#c2b873", "#a6a661", "#85904f"),
        ("#d9b878", "#b98d5f", "#c9a45f", "#8f9a5c"), ("#d97b3d", "#e9c25a", "#a2472f"),
    ),
}  # fmt: skip


def rgb(colour: str) -> RGB:
    """A hex colour ("#rrggbb") as three numbers 0-255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """``first`` with ``share`` (0-1) of ``second`` stirred in."""
    a, b = rgb(first), rgb(second)
    r, g, bl = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return f"#{r:02x}{g:02x}{bl:02x}"


def darker(colour: str, share: float = 0.18) -> str:
    """The same colour in the shade: towards dusky blue rather than black."""
    return mix(colour, "#2c2a45", share)


def lighter(colour: str, share: float = 0.25) -> str:
    """The same colour in the light: towards warm paper."""
    return mix(colour, "#fff3d8", share)


def choose_mood(rng: random.Random, *names: str) -> Mood:
    """One of the named moods, or of all when none is named."""
    return MOODS[rng.choice(names or tuple(MOODS))]


def choose_season(rng: random.Random, *names: str) -> Season:
    """One of the named seasons, or of all when none is named."""
    return SEASONS[rng.choice(names or tuple(SEASONS))]
