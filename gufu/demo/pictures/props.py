"""Things people sit on, carry, push and sail."""

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
    """A wheelchair; draw it, the person with seat = the returned height, and it again with ``front``."""
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
        for a in (k * math.pi / 16 for k in range(0, 9))
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
