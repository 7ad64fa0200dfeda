"""The council chamber."""

from __future__ import annotations

from . import palette as p
from . import rooms
from .canvas import Canvas
from .company import sitter, wheelchair_user
from .figures import draw_person
from .people import crowd, make_person


def council(c: Canvas) -> None:
    """byraadssal: members round the horseshoe table."""
    rng = c.rng
    wall, _ = rooms.room(
        c,
        520,
        rng.choice(("#c9b08c", "#8fa79c", "#d9c2a0", "#9fb2b6")),
        rng.choice((p.OAK, "#a9795a")),
    )
    for k in range(12):
        c.rect(k * 140 - 20, 300, 120, 200, p.darker(wall, 0.1))
        c.rect(k * 140 - 10, 310, 100, 180, p.darker(wall, 0.04))
    for x in (110, 1190):
        rooms.window(c, x, 60, 300, 330, 1, sea=True)
        rooms.beam(c, x, 280, 530, 1000, 100 if x < 500 else -300)
    tapestry(c, 800, 70, 270, 300)
    for x in (560, 1040):
        chandelier(c, x, 150)
    who = crowd(rng, 13, "voksen", "gammel", "voksen", "ung")
    wood = rng.choice((p.WOOD, "#c9a070", p.OAK))
    draw_person(
        c,
        who[0].but(cut="jakke"),
        800,
        640,
        270,
        rng.choice((-1, 1)),
        rng.choice(("taler", "staa")),
    )
    for k, x in enumerate((600, 700, 900, 1000)):
        draw_person(c, who[1 + k], x, 700, 235, 1 if x < 800 else -1, "sidde-bord", seat=600)
    c.poly([(540, 585), (1060, 585), (1090, 615), (510, 615)], p.lighter(wood, 0.2))
    c.rect(510, 615, 580, 74, wood)
    side = ((455, 700, 250), (350, 770, 275), (235, 850, 305))
    for k, (x, y, h) in enumerate(side):
        for j, d in enumerate((1, -1)):
            sx = x if d > 0 else 1600 - x
            pose = (
                "raekker-op"
                if rng.random() < 0.25
                else rng.choice(("sidde-bord", "sidde-laese", "sidde"))
            )
            if k == 1 and d == -1 and rng.random() < 0.6:
                wheelchair_user(c, who[5 + 2 * k + j], sx, y, h, d, "sidde-bord")
            else:
                sitter(c, who[5 + 2 * k + j], sx, y, h, d, pose, p.DEEP)
    for d in (1, -1):
        pts = [(510, 615), (590, 615), (430, 900), (290, 900)]
        front = [(590, 615), (590, 690), (430, 1000), (430, 900)]
        m = [((x if d > 0 else 1600 - x), y) for x, y in pts]
        f = [((x if d > 0 else 1600 - x), y) for x, y in front]
        c.poly(m, p.lighter(wood, 0.2))
        c.poly(f, p.darker(wood, 0.12))
        c.stipple(f, p.darker(wood, 0.4), 0.5)
        for k in range(3):
            px, py = 520 - k * 62, 660 + k * 82
            px = px if d > 0 else 1600 - px
            c.poly([(px - 26, py), (px + 20, py), (px + 12, py + 26), (px - 38, py + 26)], p.CHALK)
    lectern(c, 800, 880, p.DEEP if wood == p.OAK else p.OAK)


def lectern(c: Canvas, x: float, y: float, wood: str) -> None:
    """A speaker's desk with somebody behind it."""
    draw_person(
        c, make_person(c.rng, "", cut="jakke"), x, y - 6, 330, c.rng.choice((-1, 1)), "taler"
    )
    c.poly([(x - 82, y - 165), (x + 82, y - 165), (x + 66, y + 30), (x - 66, y + 30)], wood)
    c.stipple(
        [(x - 82, y - 165), (x + 82, y - 165), (x + 66, y + 30), (x - 66, y + 30)],
        p.darker(wood, 0.3),
        0.6,
    )
    c.poly(
        [(x - 96, y - 186), (x + 96, y - 186), (x + 82, y - 160), (x - 82, y - 160)],
        p.lighter(wood, 0.2),
    )
    c.disc(x, y - 70, 30, p.HONEY)
    c.disc(x, y - 70, 22, p.FJORD)


def tapestry(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A woven landscape on the end wall."""
    c.rect(x - w / 2 + 6, y + 8, w, h, c.mood.shade, 0.2)
    c.rect(x - w / 2, y, w, h, p.DEEP)
    inner = [
        (x - w / 2 + 12, y + 12),
        (x + w / 2 - 12, y + 12),
        (x + w / 2 - 12, y + h - 12),
        (x - w / 2 + 12, y + h - 12),
    ]
    with c.within(inner):
        c.rect(x - w / 2, y, w, h, p.MIST)
        c.disc(x + w * 0.15, y + h * 0.3, w * 0.13, p.RAPE)
        for k, tone in enumerate((p.FJORD, p.SEA, p.HONEY, p.BRICK, p.MOSS)):
            base = y + h * (0.46 + 0.12 * k)
            c.blob(
                [
                    (x - w, base + 20),
                    (x - w * 0.3, base - 12 * (-1) ** k),
                    (x + w * 0.2, base + 14 * (-1) ** k),
                    (x + w, base),
                    (x + w, y + h * 1.3),
                    (x - w, y + h * 1.3),
                ],
                tone,
            )
    for k in range(14):
        c.line(
            [
                (x - w / 2 + 8 + k * (w - 16) / 13, y + h),
                (x - w / 2 + 8 + k * (w - 16) / 13, y + h + 14),
            ],
            3,
            p.HONEY,
        )


def chandelier(c: Canvas, x: float, y: float) -> None:
    """A ring of lamps."""
    c.line([(x, -250), (x, y - 60)], 3, p.INK)
    for dx in (-90, 90):
        c.line([(x, y - 60), (x + dx, y)], 2.5, p.INK)
    c.disc(x, y, 92, p.INK, 10)
    for k in range(5):
        rooms.lamp(c, x - 84 + k * 42, y + 4, 15)
