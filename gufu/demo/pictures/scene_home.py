"""At home and at work: the living room and the shared office."""

from __future__ import annotations

from . import furnishing, houses, props, rooms
from . import palette as p
from .canvas import Canvas
from .company import sitter, wheelchair_user
from .figures import draw_person
from .furnishing import armchair, floor_lamp
from .people import crowd, make_person


def home_visit(c: Canvas) -> None:
    """hjemmebesoeg: a visit over coffee in the living room."""
    rng = c.rng
    rooms.room(c, 640)
    wx = rng.choice((560, 640, 700))
    rooms.window(c, wx, 110, 380, 340, 1)
    furnishing.curtains(c, wx, 110, 380, 640, rng.choice((p.ROSE, p.STRAW, p.FJORD, p.CREAM)))
    rooms.beam(c, wx, 360, 650, 1000)
    for k, (x, y) in enumerate(((130, 150), (300, 120), (290, 290), (140, 320))):
        furnishing.picture(c, x, y, 130 + 20 * (k % 2), 120 + 24 * ((k + 1) % 2))
    furnishing.bookshelf(c, 1250, 170, 270, 470, 4)
    c.disc(800, 890, 640, p.darker(p.BRICK, 0.1), 110)
    c.disc(800, 888, 600, rng.choice((p.BRICK, p.DEEP, p.MOSS)), 98)
    c.disc(800, 888, 520, p.lighter(p.CLAY, 0.2), 80, 0.5)
    floor_lamp(c, 170, 860, 560)
    old, guest = make_person(rng, "gammel"), make_person(rng, rng.choice(("voksen", "ung")))
    armchair(c, 470, 900, 430, 1, rng.choice((p.SEA, p.MOSS, p.HONEY)))
    draw_person(c, old, 470, 900, 430, 1, rng.choice(("sidde", "sidde-laese")), seat=770)
    armchair(c, 1130, 905, 430, -1, rng.choice((p.CLAY, p.DUSK, p.CREAM)))
    draw_person(c, guest, 1130, 905, 430, -1, rng.choice(("sidde", "sidde-bord")), seat=772)
    top = props.table(c, 660, 925, 290, 120, p.OAK)
    props.cup(c, 730, top, 40)
    props.cup(c, 880, top, 40, p.FJORD)
    c.blob(
        [
            (790, top),
            (776, top - 30),
            (790, top - 62),
            (822, top - 62),
            (836, top - 30),
            (822, top),
        ],
        p.BRICK,
    )
    for k in range(5):
        c.tube([(806, top - 60), (790 + k * 8, top - 96 - 8 * (k % 2))], [3, 3], p.MOSS)
        c.disc(786 + k * 10, top - 100 - 10 * (k % 2), 12, rng.choice(c.season.flowers))
    if rng.random() < 0.7:
        cat(c, rng.uniform(280, 330), 965, 90)
    props.plant(c, 1500, 930, 280)


def cat(c: Canvas, x: float, y: float, s: float) -> None:
    """A cat sitting."""
    coat = c.rng.choice((p.HONEY, p.INK, p.CHALK, p.STONE))
    c.disc(x, y, s * 0.5, c.mood.shade, s * 0.07, 0.25)
    c.tube(
        [(x - s * 0.3, y - s * 0.08), (x - s * 0.62, y - s * 0.1), (x - s * 0.66, y - s * 0.4)],
        [s * 0.12, s * 0.11, s * 0.07],
        coat,
    )
    c.blob(
        [
            (x - s * 0.38, y),
            (x - s * 0.3, y - s * 0.5),
            (x, y - s * 0.78),
            (x + s * 0.26, y - s * 0.5),
            (x + s * 0.28, y),
        ],
        coat,
    )
    hx, hy = x + s * 0.1, y - s * 0.88
    c.disc(hx, hy, s * 0.24, coat, s * 0.21)
    for k in (-1, 1):
        c.poly(
            [
                (hx + k * s * 0.22, hy - s * 0.04),
                (hx + k * s * 0.2, hy - s * 0.34),
                (hx + k * s * 0.03, hy - s * 0.16),
            ],
            coat,
        )
        c.disc(hx + k * s * 0.09, hy, s * 0.025, p.MOSS if coat == p.INK else p.INK)
    c.disc(hx, hy + s * 0.06, s * 0.025, p.ROSE)


def office(c: Canvas) -> None:
    """ivaerksaetterrum: a shared workshop of ideas in an old brick building."""
    rng = c.rng
    brick = rng.choice((p.BRICK, "#c07a5c", "#cf9a78"))
    rooms.room(c, 600, brick, rng.choice(("#b9ab98", "#c49a6c")))
    houses.bricks(c, -50, 0, 1700, 590, brick, 420)
    panes, bx = rng.choice((((100, 600), 1130), ((560, 1080), 140), ((90, 1090), 630)))
    for x in panes:
        rooms.window(c, x, 80, 400, 340, 3)
        rooms.beam(c, x, 380, 610, 1000)
    board(c, bx, 120, 330, 250)
    for k in range(4):
        x = 220 + k * 390
        rooms.pendant(c, x, 190 + 26 * (k % 2), 80, rng.choice((p.HONEY, p.DEEP, p.INK, p.MOSS)))
    who = crowd(rng, 7, "ung", "voksen", "voksen", "ung", "voksen", "gammel")
    px = rng.uniform(1270, 1340)
    draw_person(c, who[0], px - 110, 770, 330, 1, "taler")
    draw_person(c, who[1], px + 70, 778, 335, -1, rng.choice(("kop", "arme")))
    for k, x in enumerate((330, 560)):
        sitter(c, who[2 + k], x, 780, 280, 1 if k == 0 else -1, "sidde-bord", p.DEEP)
    top = props.table(c, 345, 782, 220, 124, p.lighter(p.WOOD, 0.2))
    props.laptop(c, 430, top, 52, 1)
    sitter(c, who[4], 260, 950, 370, 1, "sidde-bord", p.BRICK)
    if rng.random() < 0.5:
        wheelchair_user(c, who[5], 900, 950, 370, -1, "sidde-bord")
    else:
        sitter(c, who[5], 900, 950, 370, -1, "sidde-bord", p.MOSS)
    top = props.table(c, 320, 952, 540, 172, p.lighter(p.WOOD, 0.25))
    props.laptop(c, 470, top, 92, 1)
    props.laptop(c, 720, top, 92, -1, p.INK)
    props.cup(c, 600, top, 34, p.CLAY)
    props.plant(c, 1060, 930, 290)
    props.plant(c, 60, 800, 300)


def board(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A cork board with notes and a sketch."""
    c.rect(x - 10, y - 10, w + 20, h + 20, p.OAK)
    c.rect(x, y, w, h, "#d9b88a")
    for r in range(2):
        for k in range(4):
            if c.rng.random() < 0.85:
                rooms.note(
                    c,
                    x + 18 + k * w * 0.24 + c.rng.uniform(-5, 5),
                    y + 22 + r * h * 0.48,
                    w * 0.17,
                    tilt=c.rng.uniform(-0.1, 0.1),
                )
