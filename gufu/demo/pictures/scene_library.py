"""The library."""

from __future__ import annotations

from . import furnishing, rooms
from . import palette as p
from .canvas import Canvas
from .company import wheelchair_user
from .figures import draw_person
from .furnishing import armchair
from .people import crowd


def library(c: Canvas) -> None:
    """bibliotek: shelves, a reading corner and children with books."""
    rng = c.rng
    rooms.room(c, 610)
    wx = rng.choice((640, 110, 1060))
    for x in [q for q in (60, 420, 780, 1180) if abs(q + 150 - (wx + 200)) > 280]:
        furnishing.bookshelf(c, x, 70, 300, 530, 5, rng.choice((p.OAK, p.WOOD)))
    rooms.window(c, wx, 100, 400, 400, 1)
    rooms.beam(c, wx, 380, 620, 1000)
    for x in (400, 1150):
        rooms.pendant(c, x, 130, 96, rng.choice((p.HONEY, p.CHALK, p.BRICK)))
    rug = rng.choice((p.FJORD, p.CLAY, p.LEAF))
    c.disc(760, 880, 560, p.darker(rug, 0.12), 108)
    c.disc(760, 876, 520, rug, 96)
    who = crowd(rng, 6, "gammel", "barn", "voksen", "barn", "ung", "barn")
    armchair(c, 420, 890, 400, 1, rng.choice((p.BRICK, p.DEEP, p.HONEY)))
    draw_person(c, who[0], 420, 890, 400, 1, "sidde-laese", seat=770)
    open_book(c, 545, 720, 64)
    spot = draw_person(c, who[1], 720, 925, 240, -1, "knaele")
    spot = draw_person(c, who[3], 900, 930, 235, -1, "knaele", arm=36, elbow=60)
    open_book(c, spot["hand"][0] - 20, spot["hand"][1] - 4, 50)
    spot = draw_person(c, who[4], rng.uniform(1120, 1160), 800, 350, 1, "laese")
    open_book(c, spot["hand"][0] + 14, spot["hand"][1] - 6, 58)
    trolley(c, 1395, 930)
    if rng.random() < 0.5:
        wheelchair_user(c, who[2], 1240, 945, 390, 1, "sidde-bord")
    else:
        draw_person(c, who[2], 1240, 940, 410, 1, "skubber")
    if rng.random() < 0.6:
        draw_person(c, who[5], 190, 790, 230, -1, "raekker")
    for k in range(4):
        c.rect(610 + rng.uniform(-6, 6), 930 - k * 15, 90, 14, rng.choice(p.CLOTHES), r=3)


def open_book(c: Canvas, x: float, y: float, s: float) -> None:
    """An open book held at (x, y)."""
    cover = c.rng.choice((p.BRICK, p.DEEP, p.HONEY, p.MOSS))
    c.poly(
        [
            (x, y + s * 0.12),
            (x - s * 0.62, y - s * 0.12),
            (x - s * 0.62, y - s * 0.6),
            (x, y - s * 0.36),
            (x + s * 0.62, y - s * 0.6),
            (x + s * 0.62, y - s * 0.12),
        ],
        cover,
    )
    for d in (-1, 1):
        c.poly(
            [
                (x, y + s * 0.04),
                (x + d * s * 0.55, y - s * 0.18),
                (x + d * s * 0.55, y - s * 0.66),
                (x, y - s * 0.42),
            ],
            p.CHALK if d > 0 else p.CREAM,
        )
        for k in range(3):
            yy = y - s * (0.12 + 0.1 * k)
            c.line(
                [(x + d * s * 0.1, yy - s * 0.04), (x + d * s * 0.44, yy - s * 0.18)],
                s * 0.025,
                p.STONE,
            )


def trolley(c: Canvas, x: float, y: float) -> None:
    """A trolley with books."""
    c.disc(x + 40, y, 140, c.mood.shade, 12, 0.25)
    for row in (0, 1):
        yy = y - 40 - row * 120
        bx = x - 60
        while bx < x + 140:
            w, h = c.rng.uniform(14, 24), c.rng.uniform(64, 92)
            c.rect(bx, yy - h, w - 2, h, c.rng.choice(p.CLOTHES))
            bx += w
        c.rect(x - 72, yy, 236, 12, p.OAK)
    for dx in (-72, 154):
        c.rect(x + dx, y - 262, 11, 236, p.OAK)
        c.disc(x + dx + 5, y - 14, 13, p.INK)
