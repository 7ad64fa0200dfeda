"""Curtains, shelves, pictures and lamps of the rooms."""

from __future__ import annotations

from . import palette as p
from . import props
from .canvas import Canvas
from .props import plant
from .texture import glow


def picture(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A framed picture on the wall: a small landscape."""
    rng = c.rng
    c.rect(x + 5, y + 7, w, h, c.mood.shade, 0.2)
    c.rect(x, y, w, h, rng.choice((p.OAK, p.INK, p.CHALK, p.HONEY)))
    c.rect(x + 7, y + 7, w - 14, h - 14, p.CREAM)
    ix, iy, iw, ih = x + w * 0.18, y + h * 0.18, w * 0.64, h * 0.64
    c.rect(ix, iy, iw, ih, rng.choice((p.FJORD, p.CLAY, p.MIST, p.HONEY)))
    c.disc(ix + iw * 0.65, iy + ih * 0.35, min(iw, ih) * 0.16, p.CHALK)
    c.poly(
        [
            (ix, iy + ih),
            (ix, iy + ih * 0.6),
            (ix + iw * 0.4, iy + ih * 0.5),
            (ix + iw, iy + ih * 0.7),
            (ix + iw, iy + ih),
        ],
        rng.choice((p.MOSS, p.DEEP, p.BRICK)),
    )


def bookshelf(
    c: Canvas, x: float, y: float, w: float, h: float, rows: int, wood: str = p.OAK
) -> None:
    """A shelf full of books, its top left corner at (x, y)."""
    rng = c.rng
    c.rect(x - 10, y - 10, w + 20, h + 20, wood)
    c.rect(x, y, w, h, p.darker(wood, 0.45))
    row = h / rows
    for k in range(rows):
        base, bx = y + row * (k + 1) - 8, x + 6
        while bx < x + w - 20:
            if rng.random() < 0.06:
                bx += rng.uniform(12, 40)
                continue
            bw, bh = rng.uniform(10, 22), row * rng.uniform(0.6, 0.84)
            if bx + bw > x + w - 5:
                break
            tone = rng.choice(p.CLOTHES)
            c.rect(bx, base - bh, bw - 1.5, bh, p.darker(tone, rng.uniform(0, 0.2)))
            c.rect(bx + 2, base - bh * 0.8, bw - 5.5, 3.5, p.lighter(tone, 0.5), 0.8)
            bx += bw
        c.rect(x, base, w, 9, wood)
        c.rect(x, base + 9, w, 9, c.mood.shade, 0.3)


def curtains(c: Canvas, x: float, y: float, w: float, floor: float, cloth: str) -> None:
    """Curtains on a rod at both sides of a window whose top left corner is (x, y)."""
    c.line([(x - 130, y - 40), (x + w + 130, y - 40)], 9, p.OAK)
    for left, right in ((x - 118, x + 16), (x + w - 16, x + w + 118)):
        shape = [(left, y - 36), (right, y - 36), (right - 8, floor - 20), (left + 4, floor - 20)]
        c.poly(shape, cloth)
        for k in range(5):
            fx = left + (right - left) * (k + 0.5) / 5
            c.poly(
                [(fx, y - 36), (fx + 12, y - 36), (fx + 15, floor - 20), (fx - 3, floor - 20)],
                p.darker(cloth, 0.2),
                0.55,
            )
        c.stipple(shape, p.darker(cloth, 0.3), 0.35, "bottom")
    for end in (x - 134, x + w + 134):
        c.disc(end, y - 40, 11, p.HONEY)


def plant_corner(c: Canvas, x: float, y: float) -> None:
    """Two plants side by side."""
    plant(c, x - 60, y - 10, 200)
    plant(c, x, y, 300)


def shelf(c: Canvas, x: float, y: float) -> None:
    """Shelves with cups, jars and plants."""
    for row in range(3):
        yy = y + row * 110
        for k in range(6):
            px = x + 36 + k * 62
            kind = c.rng.random()
            if kind < 0.35:
                props.cup(c, px, yy, 34, c.rng.choice((p.CHALK, p.CLAY, p.FJORD, p.HONEY)), False)
            elif kind < 0.8:
                tone = c.rng.choice((p.BRICK, p.HONEY, p.MOSS, p.FJORD, p.CREAM))
                c.rect(px - 17, yy - 52, 34, 52, tone, r=6)
                c.rect(px - 15, yy - 60, 30, 10, p.OAK, r=2)
                c.rect(px - 12, yy - 36, 24, 18, p.CHALK)
            else:
                props.plant(c, px, yy, 84)
        c.rect(x, yy, 385, 12, p.OAK, r=2)
        c.rect(x, yy + 12, 385, 6, c.mood.shade, 0.22)


def floor_lamp(c: Canvas, x: float, y: float, h: float) -> None:
    """A standing lamp."""
    c.disc(x, y, 52, p.INK, 10)
    c.rect(x - 4, y - h, 8, h, p.INK)
    c.poly(
        [(x - 46, y - h - 70), (x + 46, y - h - 70), (x + 84, y - h + 40), (x - 84, y - h + 40)],
        p.STRAW,
    )
    glow(c, x, y - h, 330, "#ffd890", 0.5)


def armchair(c: Canvas, x: float, y: float, h: float, d: float, colour: str) -> None:
    """An armchair for a sitter whose hips are at ``x``."""
    c.disc(x, y, h * 0.36, c.mood.shade, h * 0.035, 0.28)
    dark = p.darker(colour, 0.2)
    for k in (-0.22, 0.24):
        c.tube(
            [(x + d * k * h, y - h * 0.1), (x + d * k * 1.1 * h, y)], [h * 0.04, h * 0.025], p.OAK
        )
    back = [
        (x - d * 0.08 * h, y - h * 0.2),
        (x - d * 0.13 * h, y - h * 0.5),
        (x - d * 0.2 * h, y - h * 0.72),
        (x - d * 0.32 * h, y - h * 0.7),
        (x - d * 0.34 * h, y - h * 0.4),
        (x - d * 0.28 * h, y - h * 0.1),
    ]
    c.blob(back, colour)
    c.stipple(back, dark, 0.5, "bottom", soft=True)
    c.rect(
        min(x - d * 0.28 * h, x + d * 0.27 * h), y - h * 0.25, h * 0.55, h * 0.17, dark, r=h * 0.04
    )
    c.rect(
        min(x - d * 0.24 * h, x + d * 0.27 * h),
        y - h * 0.27,
        h * 0.51,
        h * 0.09,
        colour,
        r=h * 0.04,
    )
