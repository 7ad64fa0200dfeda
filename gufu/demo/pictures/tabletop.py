"""A table seen from above, and what reaches in over it."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import palette as p
from .canvas import Canvas, Point

FINGERS = (0.62, 0.82, 0.78, 0.58)
SPREAD = (-0.36, -0.12, 0.12, 0.35)


def tabletop(c: Canvas) -> str:
    """Fills the sheet with a table of boards; returns its colour."""
    rng = c.rng
    wood = rng.choice(("#c99f6c", "#d8b98c", "#b78a5e", "#8fa79c"))
    c.fade((-250, -250, 1850, 1250), (p.lighter(wood, 0.12), wood, p.darker(wood, 0.1)))
    for k in range(-2, 13):
        y = k * 110 + 30
        c.line([(-250, y), (1850, y)], 3, p.darker(wood, 0.3), 0.6)
        for _ in range(5):
            x, yy = rng.uniform(-100, 1600), y + rng.uniform(15, 95)
            length = rng.uniform(90, 320)
            c.tube(
                [(x, yy), (x + length / 2, yy + rng.uniform(-6, 6)), (x + length, yy)],
                [0.6, 2.2, 0.6],
                p.darker(wood, 0.28),
                0.5,
            )
    return wood


def round_top(c: Canvas) -> None:
    """A round table on a floor, perhaps with a checked cloth."""
    rng = c.rng
    floor = rng.choice((p.FJORD, "#a9b8a4", p.CLAY, p.DUSK, p.DEEP))
    c.fade((-250, -250, 1850, 1250), (p.lighter(floor, 0.15), floor))
    c.disc(824, 530, 720, c.mood.shade, 590, 0.25)
    wood = rng.choice((p.WOOD, "#d8b98c", p.CREAM, p.OAK))
    circle = [
        (800 + 700 * math.cos(k * math.pi / 40), 500 + 570 * math.sin(k * math.pi / 40))
        for k in range(80)
    ]
    c.poly(circle, wood)
    if rng.random() < 0.5:
        tone = rng.choice((p.BRICK, p.SEA, p.HONEY, p.BEECH))
        with c.within(circle):
            c.rect(0, -100, 1600, 1200, p.CHALK)
            for k in range(-1, 26):
                c.rect(k * 66, -100, 33, 1200, tone, 0.4)
                c.rect(0, k * 66 - 60, 1600, 33, tone, 0.4)
    else:
        with c.within(circle):
            for k in range(12):
                c.line([(0, k * 100), (1600, k * 100)], 3, p.darker(wood, 0.25), 0.5)
    c.stipple(circle, p.darker(wood, 0.3), 0.3, "bottom")


def reach(
    c: Canvas, x: float, y: float, tx: float, ty: float, s: float, pointing: bool = False
) -> None:
    """An arm from the edge (x, y) to (tx, ty), its hand ``s`` wide, in clothes by chance."""
    rng = c.rng
    skin = rng.choices(p.SKINS, (4, 4, 4, 4, 4, 4, 3))[0]
    cloth = rng.choice(p.CLOTHES)
    a = math.atan2(ty - y, tx - x)
    ux, uy = math.cos(a), math.sin(a)

    lengths = FINGERS if not pointing else (0.26, 1.0, 0.33, 0.24)

    def pt(f: float, side: float) -> Point:
        return tx + ux * f * s - uy * side * s, ty + uy * f * s + ux * side * s

    def below(f: float, side: float) -> Point:
        q = pt(f, side)
        return q[0] + s * 0.16, q[1] + s * 0.16

    c.tube(
        [(x + s * 0.16, y + s * 0.16), below(-1.3, 0.0)], [s * 1.75, s * 1.05], c.mood.shade, 0.22
    )
    _hand(c, below, s, lengths, c.mood.shade, 0.22)
    c.tube([(x, y), pt(-1.3, 0.0)], [s * 1.75, s * 1.05], cloth)
    c.tube([pt(-1.5, 0.52), pt(-1.48, -0.52)], [s * 0.3, s * 0.3], p.lighter(cloth, 0.3))
    _hand(c, pt, s, lengths, skin, 1.0)
    dark = p.mix(skin, "#8a3f3a", 0.3)
    for side in (-0.24, 0.0, 0.24):
        c.tube([pt(0.22, side), pt(0.45, side * 1.15)], [s * 0.02, s * 0.05], dark, 0.6)
    nail = p.lighter(skin, 0.35)
    for length, side in zip(lengths, SPREAD, strict=True):
        if length > 0.5:
            c.disc(*pt(0.22 + length, side * 1.34), s * 0.06, nail, alpha=0.9)


def _hand(
    c: Canvas,
    at: Callable[[float, float], Point],
    s: float,
    lengths: tuple[float, ...],
    flesh: str,
    alpha: float,
) -> None:
    """Wrist, back of the hand, fingers and thumb."""
    c.tube([at(-1.2, 0), at(-0.5, 0)], [s * 0.66, s * 0.7], flesh, alpha)
    c.blob(
        [
            at(-0.7, -0.36),
            at(-0.2, -0.5),
            at(0.25, -0.46),
            at(0.36, 0),
            at(0.25, 0.44),
            at(-0.2, 0.48),
            at(-0.7, 0.34),
        ],
        flesh,
        alpha,
    )
    for length, side in zip(lengths, SPREAD, strict=True):
        c.tube(
            [at(0.15, side), at(0.4, side * 1.1), at(0.25 + length, side * 1.35)],
            [s * 0.25, s * 0.25, s * 0.19],
            flesh,
            alpha,
        )
    c.tube(
        [at(-0.3, -0.4), at(0.0, -0.66), at(0.34, -0.78)],
        [s * 0.3, s * 0.27, s * 0.2],
        flesh,
        alpha,
    )


def mug(c: Canvas, x: float, y: float, s: float) -> None:
    """A cup from above."""
    tone = c.rng.choice((p.CHALK, p.CLAY, p.FJORD, p.HONEY))
    c.disc(x + s * 0.14, y + s * 0.16, s * 0.72, c.mood.shade, alpha=0.22)
    c.disc(x, y, s * 0.72, p.CREAM)
    c.tube([(x + s * 0.4, y), (x + s * 0.75, y + s * 0.1)], [s * 0.2, s * 0.16], tone)
    c.disc(x, y, s * 0.5, tone)
    c.disc(x, y, s * 0.4, "#6a4028")
    c.tube(
        [(x - s * 0.2, y - s * 0.16), (x - s * 0.05, y - s * 0.26), (x + s * 0.12, y - s * 0.24)],
        [1, s * 0.07, 1],
        p.CLAY,
    )


def sheet(
    c: Canvas, x: float, y: float, w: float, h: float, tilt: float, colour: str = p.CHALK
) -> None:
    """A paper lying on the table, turned by ``tilt`` radians about its centre."""

    def corner(u: float, v: float, shift: float = 0) -> Point:
        return x + u * math.cos(tilt) - v * math.sin(tilt) + shift, y + u * math.sin(
            tilt
        ) + v * math.cos(tilt) + shift

    box = [(-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)]
    c.poly([corner(u, v, 8) for u, v in box], c.mood.shade, 0.2)
    c.poly([corner(u, v) for u, v in box], colour)
    for k in range(5):
        v = -h * 0.32 + k * h * 0.13
        c.line(
            [corner(-w * 0.36, v), corner(w * c.rng.uniform(0.0, 0.36), v)],
            4 if k else 8,
            p.DEEP if not k else p.STONE,
        )
