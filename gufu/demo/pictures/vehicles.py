"""What rolls and sails: bikes, wheelchairs, prams, boats."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point
from .props import ring


def wheel(c: Canvas, x: float, y: float, r: float, rim: str = p.INK, spokes: int = 8) -> None:
    """A spoked wheel."""
    turn = c.rng.uniform(0, 1)
    for k in range(spokes):
        a = turn + k * math.pi / spokes
        c.line(
            [
                (x - r * math.cos(a), y - r * math.sin(a)),
                (x + r * math.cos(a), y + r * math.sin(a)),
            ],
            max(0.8, r * 0.025),
            p.STONE,
            0.8,
        )
    ring(c, x, y, r, r * 0.11, rim)
    c.disc(x, y, r * 0.1, p.STONE)


def bike(
    c: Canvas, x: float, y: float, h: float, d: float, colour: str, basket: bool = True
) -> Point:
    """A city bike with wheels on ``y``; ``h`` is the rider's height. Returns the saddle."""
    r = h * 0.175
    back, front = (x - d * h * 0.27, y - r), (x + d * h * 0.3, y - r)
    crank, saddle = (x - d * h * 0.02, y - r * 0.95), (x - d * h * 0.1, y - h * 0.5)
    head = (x + d * h * 0.22, y - h * 0.47)
    c.disc(x, y, h * 0.5, c.mood.shade, h * 0.02, 0.25)
    wheel(c, *back, r)
    wheel(c, *front, r)
    w = h * 0.022
    for a, b in (
        (back, crank),
        (crank, (saddle[0], saddle[1] + h * 0.03)),
        (back, saddle),
        (crank, head),
        (head, front),
    ):
        c.tube([a, b], [w, w], colour)
    c.tube(
        [
            head,
            (head[0] - d * h * 0.01, head[1] - h * 0.09),
            (head[0] - d * h * 0.09, head[1] - h * 0.1),
        ],
        [w, w * 0.9, w],
        p.INK,
    )
    c.tube(
        [(saddle[0] - d * h * 0.05, saddle[1]), (saddle[0] + d * h * 0.05, saddle[1])],
        [h * 0.04, h * 0.025],
        p.BARK,
    )
    ring(c, *crank, h * 0.035, h * 0.012, p.INK)
    if basket:
        bx, by = head[0] + d * h * 0.05, head[1] - h * 0.07
        c.poly(
            [
                (bx - h * 0.02, by),
                (bx + d * h * 0.16, by),
                (bx + d * h * 0.14, by + h * 0.11),
                (bx, by + h * 0.11),
            ],
            p.WOOD,
        )
        c.disc(bx + d * h * 0.07, by, h * 0.06, p.LEAF, h * 0.04)
    return saddle


def wheelchair(
    c: Canvas, x: float, y: float, h: float, d: float, colour: str = p.INK, front: bool = False
) -> float:
    """A wheelchair: drawn without ``front``, then who sits at the returned seat, then with."""
    r = h * 0.165
    seat = y - h * 0.29
    if not front:
        c.disc(x, y, h * 0.26, c.mood.shade, h * 0.022, 0.28)
        c.tube(
            [
                (x - d * h * 0.1, seat + h * 0.02),
                (x - d * h * 0.125, seat - h * 0.24),
                (x - d * h * 0.18, seat - h * 0.26),
            ],
            [h * 0.035, h * 0.03, h * 0.02],
            colour,
        )
        c.tube(
            [(x - d * h * 0.1, seat + h * 0.035), (x + d * h * 0.15, seat + h * 0.035)],
            [h * 0.04, h * 0.035],
            colour,
        )
        return seat
    c.tube(
        [
            (x + d * h * 0.14, seat + h * 0.03),
            (x + d * h * 0.22, y - h * 0.05),
            (x + d * h * 0.3, y - h * 0.035),
        ],
        [h * 0.018, h * 0.018, h * 0.022],
        p.STONE,
    )
    ring(c, x + d * h * 0.2, y - h * 0.035, h * 0.03, h * 0.016, p.INK)
    wheel(c, x - d * h * 0.04, y - r, r, p.INK, 7)
    return seat


def pram(c: Canvas, x: float, y: float, h: float, d: float, colour: str) -> Point:
    """A classic pram; ``h`` is the height of who pushes. Returns the handle."""
    c.disc(x, y, h * 0.25, c.mood.shade, h * 0.022, 0.25)
    top = y - h * 0.34
    c.line(
        [(x - d * h * 0.16, y - h * 0.07), (x + d * h * 0.12, top + h * 0.12)], h * 0.016, p.STONE
    )
    c.line(
        [(x + d * h * 0.16, y - h * 0.07), (x - d * h * 0.12, top + h * 0.12)], h * 0.016, p.STONE
    )
    body = [
        (x - h * 0.2, top),
        (x + h * 0.2, top),
        (x + h * 0.17, top + h * 0.12),
        (x + h * 0.08, top + h * 0.17),
        (x - h * 0.08, top + h * 0.17),
        (x - h * 0.17, top + h * 0.12),
    ]
    c.blob(body, colour)
    hood: list[Point] = [(x + d * h * 0.02, top + h * 0.02)]
    hood += [
        (x + d * h * 0.02 + d * h * 0.2 * math.cos(a), top - h * 0.2 * math.sin(a))
        for a in (k * math.pi / 16 for k in range(9))
    ]
    c.poly([(x + d * h * 0.02, top + h * 0.02), *hood[1:]], p.darker(colour, 0.15))
    c.disc(x - d * h * 0.04, top, h * 0.045, p.SKINS[1])
    c.tube(
        [(x - d * h * 0.2, top + h * 0.02), (x + d * h * 0.02, top + h * 0.005)],
        [h * 0.05, h * 0.05],
        p.CHALK,
    )
    for side in (-1, 1):
        wheel(c, x + side * h * 0.14, y - h * 0.075, h * 0.072, p.INK, 4)
    grip = (x - d * h * 0.33, top - h * 0.12)
    c.tube([(x - d * h * 0.18, top + h * 0.06), grip], [h * 0.018, h * 0.022], p.INK)
    return grip


def boat(c: Canvas, x: float, y: float, w: float, colour: str, sail: bool = True) -> None:
    """A small boat on the water line ``y``."""
    h = w * 0.2
    c.disc(x, y + h * 0.1, w * 0.55, p.DEEP, h * 0.2, 0.35)
    hull = [
        (x - w * 0.5, y - h),
        (x + w * 0.56, y - h * 1.15),
        (x + w * 0.4, y + h * 0.1),
        (x - w * 0.4, y + h * 0.1),
    ]
    if sail:
        c.rect(x - w * 0.02, y - w * 1.25, w * 0.025, w * 1.1, p.BARK)
        c.blob(
            [
                (x + w * 0.02, y - w * 1.2),
                (x + w * 0.3, y - w * 0.7),
                (x + w * 0.45, y - w * 0.34),
                (x + w * 0.02, y - w * 0.32),
            ],
            p.CHALK,
        )
        c.blob(
            [
                (x - w * 0.04, y - w * 1.1),
                (x - w * 0.2, y - w * 0.6),
                (x - w * 0.4, y - w * 0.32),
                (x - w * 0.04, y - w * 0.34),
            ],
            p.lighter(colour, 0.3),
        )
    else:
        c.rect(x - w * 0.22, y - h * 2.5, w * 0.3, h * 1.7, p.CHALK, r=3)
        c.rect(x - w * 0.17, y - h * 2.2, w * 0.2, h * 0.6, p.DEEP)
        c.rect(x + w * 0.16, y - w * 0.85, w * 0.02, w * 0.7, p.BARK)
        c.line([(x + w * 0.17, y - w * 0.82), (x + w * 0.5, y - h * 1.1)], 1.5, p.INK)
        c.poly(
            [
                (x + w * 0.18, y - w * 0.85),
                (x + w * 0.34, y - w * 0.79),
                (x + w * 0.18, y - w * 0.73),
            ],
            p.BRICK,
        )
    c.poly(hull, colour)
    c.stipple(hull, p.darker(colour, 0.35), 0.7)
    c.line([(x - w * 0.5, y - h), (x + w * 0.56, y - h * 1.15)], h * 0.14, p.CHALK)


def barrow(c: Canvas, x: float, y: float, s: float) -> None:
    """A wheelbarrow full of vegetables, pushed to the right."""
    c.disc(x, y, s * 0.6, c.mood.shade, s * 0.07, 0.25)
    for k in range(6):
        c.disc(
            x - s * 0.3 + k * s * 0.13,
            y - s * 0.62,
            s * 0.12,
            c.rng.choice((p.LEAF, p.BRICK, p.HONEY, p.BEECH)),
        )
    c.line([(x - s * 1.0, y - s * 0.62), (x + s * 0.5, y - s * 0.18)], s * 0.045, p.OAK)
    c.poly(
        [
            (x - s * 0.5, y - s * 0.6),
            (x + s * 0.55, y - s * 0.6),
            (x + s * 0.3, y - s * 0.24),
            (x - s * 0.3, y - s * 0.24),
        ],
        p.SEA,
    )
    c.tube([(x - s * 0.3, y - s * 0.25), (x - s * 0.36, y)], [s * 0.05, s * 0.05], p.OAK)
    wheel(c, x + s * 0.46, y - s * 0.16, s * 0.16)
