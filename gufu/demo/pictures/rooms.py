"""Rooms: walls, windows with a view, light and notes."""

from __future__ import annotations

from . import nature, trees
from . import palette as p
from .canvas import Canvas
from .texture import glow

WALLS = ("#e9d9bd", "#c9d6cf", "#e6c3a8", "#a9c2b9", "#d9c7d0", "#efdfae", "#b9cbd0")
WARM_WALLS = ("#e9d0a8", "#e6b99a", "#d9b9a8", "#e3c98f")
FLOORS = ("#c49a6c", "#b98556", "#d3b48c", "#a9795a")


def room(c: Canvas, floor_y: float, wall: str = "", floor: str = "") -> tuple[str, str]:
    """Wall down to ``floor_y``, boards below; returns the two colours."""
    walls = WARM_WALLS if c.mood.lamps else WALLS
    wall, floor = wall or c.rng.choice(walls), floor or c.rng.choice(FLOORS)
    c.fade(
        (-250, -250, 1850, floor_y),
        (p.darker(wall, 0.08), p.lighter(wall, 0.08), p.lighter(wall, 0.3)),
    )
    c.fade((-250, floor_y, 1850, 1250), (floor, p.darker(floor, 0.14)))
    c.rect(-250, floor_y - 20, 2100, 20, p.lighter(wall, 0.5))
    c.rect(-250, floor_y - 2, 2100, 4, p.darker(floor, 0.35), 0.6)
    for k in range(-14, 15):
        x = 800 + k * 90
        c.line([(x, floor_y), (800 + k * 190, 1250)], 2, p.darker(floor, 0.3), 0.35)
    return wall, floor


def window(
    c: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    bars: int = 2,
    arch: bool = False,
    sea: bool | None = None,
) -> None:
    """A window with the land outside, a deep frame and light around it."""
    c.rect(x - 16, y - 16, w + 32, h + 32, p.CHALK, r=4)
    outline = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    with c.within(outline):
        horizon = y + h * 0.66
        nature.sky(c, horizon, x + w * c.rng.uniform(0.2, 0.8), 2, sun=not c.sun_seen)
        c.sun_seen = True
        if sea if sea is not None else c.rng.random() < 0.5:
            nature.water(c, horizon - 6, horizon + 60)
            nature.hills(c, y + h * 0.86, 14, c.season.grass[1], 0.1)
        else:
            nature.hills(c, horizon, 20, c.season.crops[0], 0.3)
            nature.hedge(c, horizon + 12, 16, c.season.leaves[2], 0.3, 0.7)
            nature.hills(c, y + h * 0.84, 16, c.season.grass[1], 0.1)
        for _ in range(max(1, int(w / 160))):
            trees.tree(
                c,
                x + c.rng.uniform(0.05, 0.95) * w,
                y + h * 0.97,
                h * c.rng.uniform(0.35, 0.6),
                shade=False,
            )
    if arch:
        pass
    for k in range(1, bars + 1):
        c.rect(x + w * k / (bars + 1) - 5, y, 10, h, p.CHALK)
    c.rect(x, y + h * 0.3, w, 8, p.CHALK)
    c.rect(x - 30, y + h + 14, w + 60, 14, p.CHALK, r=3)
    c.rect(x - 30, y + h + 26, w + 60, 5, c.mood.shade, 0.25)


def beam(
    c: Canvas, x: float, w: float, y0: float, y1: float, slant: float = 260, alpha: float = 0.16
) -> None:
    """Light from a window falling across the floor."""
    c.poly([(x, y0), (x + w, y0), (x + w + slant, y1), (x + slant - 60, y1)], c.mood.glow, alpha)


def pendant(c: Canvas, x: float, y: float, s: float, colour: str) -> None:
    """A hanging lamp whose shade ends at ``y``."""
    c.line([(x, -250), (x, y - s * 0.8)], 3, p.INK)
    c.blob(
        [
            (x - s * 0.16, y - s * 0.85),
            (x + s * 0.16, y - s * 0.85),
            (x + s * 0.5, y - s * 0.3),
            (x + s * 0.62, y),
            (x, y + s * 0.03),
            (x - s * 0.62, y),
            (x - s * 0.5, y - s * 0.3),
        ],
        colour,
    )
    c.disc(x, y, s * 0.56, p.lighter(colour, 0.7), s * 0.07)
    glow(
        c,
        x,
        y + s * 0.25,
        s * (3.4 if c.mood.lamps else 2.0),
        "#ffd890",
        0.55 if c.mood.lamps else 0.3,
    )


def note(c: Canvas, x: float, y: float, s: float, colour: str = "", tilt: float = 0.0) -> None:
    """A sticky note with a line or two on it."""
    colour = colour or c.rng.choice((p.RAPE, p.ROSE, p.FJORD, p.LEAF, p.CLAY, p.CREAM))
    k = s * tilt
    c.poly(
        [(x + 3, y + s + 5), (x + s + 3, y + s + k + 5), (x + s, y + k), (x, y)], c.mood.shade, 0.2
    )
    c.poly([(x, y), (x + s, y + k), (x + s - k, y + s + k), (x - k, y + s)], colour)
    for row in range(c.rng.randint(1, 3)):
        yy = y + s * (0.28 + 0.22 * row)
        c.line(
            [(x + s * 0.16, yy), (x + s * c.rng.uniform(0.5, 0.84), yy + k * 0.6)],
            s * 0.05,
            p.INK,
            0.55,
        )


def lamp(c: Canvas, x: float, y: float, r: float) -> None:
    """A lit globe."""
    c.plain = True
    c.disc(x, y, r, "#fff0c4")
    c.plain = False
    glow(c, x, y, r * 5, "#ffd890", 0.45)
