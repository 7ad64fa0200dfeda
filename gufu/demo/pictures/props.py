"""Furniture and small things."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point


def ring(c: Canvas, x: float, y: float, r: float, width: float, colour: str) -> None:
    """A hoop."""
    pts: list[Point] = [
        (x + r * math.cos(k * math.pi / 20), y + r * math.sin(k * math.pi / 20)) for k in range(42)
    ]
    c.line(pts, width, colour)


def bench(c: Canvas, x: float, y: float, w: float, h: float) -> float:
    """A park bench from the front, ``h`` a sitter's height; returns the seat line."""
    seat = y - h * 0.25
    c.disc(x + w / 2, y, w * 0.56, c.mood.shade, h * 0.03, 0.22)
    for k in range(3):
        c.rect(x, seat - h * (0.26 - 0.085 * k), w, h * 0.055, p.WOOD, r=3)
    for bx in (x + w * 0.08, x + w * 0.88):
        c.rect(bx, seat - h * 0.28, w * 0.025 + 2, h * 0.53, p.INK)
    c.rect(x - 4, seat, w + 8, h * 0.05, p.darker(p.WOOD, 0.1), r=3)
    return seat


def chair(c: Canvas, x: float, y: float, h: float, d: float, colour: str = p.WOOD) -> None:
    """A chair from the side for a sitter of height ``h`` whose hips are at ``x``, facing ``d``."""
    seat, w = y - h * 0.225, h * 0.024
    c.disc(x + d * h * 0.04, y, h * 0.2, c.mood.shade, h * 0.02, 0.22)
    for a, b in ((-0.08, -0.12), (0.14, 0.17)):
        c.tube([(x + d * a * h, seat), (x + d * b * h, y)], [w, w * 0.7], p.darker(colour, 0.15))
    c.tube([(x - d * 0.1 * h, seat), (x - d * 0.145 * h, seat - h * 0.3)], [w * 1.2, w], colour)
    c.tube(
        [(x - d * 0.13 * h, seat - h * 0.2), (x - d * 0.145 * h, seat - h * 0.31)],
        [w * 2.0, w * 2.2],
        colour,
    )
    c.tube([(x - d * 0.1 * h, seat), (x + d * 0.17 * h, seat)], [h * 0.038, h * 0.034], colour)


def table(
    c: Canvas, x: float, y: float, w: float, h: float, colour: str = p.WOOD, legs: str = ""
) -> float:
    """A table from the side standing on ``y``, ``h`` high; returns the height of its top."""
    top, leg = y - h, legs or p.darker(colour, 0.25)
    c.disc(x + w / 2, y, w * 0.55, c.mood.shade, h * 0.06, 0.22)
    for a, b in ((0.1, 0.05), (0.9, 0.95)):
        c.tube([(x + w * a, top), (x + w * b, y)], [h * 0.09, h * 0.055], leg)
    c.rect(x, top, w, h * 0.085, colour, r=4)
    c.rect(x + 3, top + h * 0.055, w - 6, h * 0.03, p.darker(colour, 0.2), r=2)
    return top


def cup(c: Canvas, x: float, y: float, s: float, colour: str = p.CHALK, steam: bool = True) -> None:
    """A cup standing on ``y``."""
    ring(c, x + s * 0.5, y - s * 0.45, s * 0.22, s * 0.1, colour)
    c.poly(
        [
            (x - s * 0.45, y - s * 0.85),
            (x + s * 0.45, y - s * 0.85),
            (x + s * 0.34, y),
            (x - s * 0.34, y),
        ],
        colour,
    )
    c.rect(x - s * 0.45, y - s * 0.6, s * 0.9, s * 0.12, p.darker(colour, 0.25), 0.5)
    if steam:
        c.tube(
            [
                (x, y - s),
                (x + s * 0.18, y - s * 1.4),
                (x - s * 0.1, y - s * 1.8),
                (x + s * 0.1, y - s * 2.3),
            ],
            [s * 0.06, s * 0.14, s * 0.12, s * 0.04],
            "#ffffff",
            0.5,
        )


def laptop(c: Canvas, x: float, y: float, s: float, d: float = 1, lid: str = p.STONE) -> None:
    """A laptop standing on ``y``, its screen facing against ``d``."""
    c.poly(
        [
            (x - s * 0.5 * d, y),
            (x + s * 0.5 * d, y),
            (x + s * 0.72 * d, y - s * 0.68),
            (x + s * 0.66 * d, y - s * 0.7),
            (x + s * 0.42 * d, y - s * 0.05),
            (x - s * 0.5 * d, y - s * 0.05),
        ],
        lid,
    )
    c.rect(
        min(x - s * 0.5 * d, x + s * 0.5 * d), y - s * 0.06, s, s * 0.06, p.darker(lid, 0.15), r=2
    )


def plant(c: Canvas, x: float, y: float, h: float, pot: str = "") -> None:
    """A potted plant with big leaves."""
    rng = c.rng
    pot = pot or rng.choice((p.CLAY, p.DEEP, p.HONEY, p.CHALK, p.ROSE))
    leaf = rng.choice((p.MOSS, p.BEECH, p.PINE))
    for k in range(9):
        a = math.pi * (0.12 + 0.76 * k / 8) + rng.uniform(-0.1, 0.1)
        length = h * rng.uniform(0.45, 0.66)
        bx, by = x, y - h * 0.32
        tip = (bx + math.cos(a) * length, by - math.sin(a) * length)
        mid = ((bx + tip[0]) / 2 + math.sin(a) * h * 0.03, (by + tip[1]) / 2 - h * 0.06)
        c.tube(
            [(bx, by), mid, tip],
            [h * 0.02, h * 0.12, h * 0.01],
            p.mix(leaf, p.LEAF, rng.uniform(0, 0.4)),
        )
    c.poly(
        [
            (x - h * 0.17, y - h * 0.36),
            (x + h * 0.17, y - h * 0.36),
            (x + h * 0.12, y),
            (x - h * 0.12, y),
        ],
        pot,
    )
    c.rect(x - h * 0.19, y - h * 0.38, h * 0.38, h * 0.07, p.darker(pot, 0.12), r=2)


def round_table(c: Canvas, x: float, y: float, w: float, h: float) -> float:
    """A café table on one foot; returns the height of its top."""
    c.disc(x, y, w * 0.4, c.mood.shade, 12, 0.28)
    c.tube([(x, y - h), (x, y - 6)], [w * 0.07, w * 0.06], p.INK)
    c.tube([(x - w * 0.22, y), (x, y - 10), (x + w * 0.22, y)], [7, 12, 7], p.INK)
    c.disc(x, y - h + 6, w / 2, p.darker(p.WOOD, 0.25), w * 0.055)
    c.disc(x, y - h, w / 2, p.lighter(p.WOOD, 0.15), w * 0.055)
    return y - h
