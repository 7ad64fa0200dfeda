"""Talk over coffee."""

from __future__ import annotations

from . import houses, nature, props, rooms, trees
from . import palette as p
from .canvas import Canvas
from .company import sitter, wheelchair_user
from .figures import draw_person
from .furnishing import shelf
from .people import crowd
from .props import round_table


def cafe(c: Canvas) -> None:
    """cafe-snak: talk over coffee, by the window or under a parasol in the street."""
    rng = c.rng
    if rng.random() < 0.4:
        pavement_cafe(c)
        return
    rooms.room(c, 640, rng.choice((*rooms.WALLS, "#9db5a5", "#c9836a")))
    wx = rng.choice((250, 480, 620))
    rooms.window(c, wx, 90, 620, 420, 2, sea=True)
    rooms.beam(c, wx + 20, 560, 650, 1000)
    if wx < 500:
        shelf(c, 1130, 250)
    else:
        shelf(c, 130, 250)
    for k in range(3):
        rooms.pendant(
            c,
            380 + k * 420,
            185 + 24 * (k % 2),
            105,
            rng.choice((p.BRICK, p.HONEY, p.DEEP, p.MOSS)),
        )
    back = crowd(rng, 2, "ung", "gammel")
    bx = 1290 if wx < 500 else 240
    sitter(c, back[0], bx - 95, 760, 250, 1, "sidde-bord")
    sitter(c, back[1], bx + 105, 760, 250, -1, "sidde-bord")
    top = round_table(c, bx + 5, 760, 130, 120)
    props.cup(c, bx - 20, top, 22)
    props.cup(c, bx + 34, top, 22)
    x = 740 if wx < 500 else 860
    kinds = rng.choice(
        (("voksen", "gammel", "ung"), ("gammel", "voksen", "voksen"), ("ung", "voksen", "gammel"))
    )
    who = crowd(rng, 3, *kinds)
    sitter(
        c,
        who[0],
        x - 225,
        935,
        440,
        1,
        "sidde-bord",
        p.OAK,
        arm=rng.choice((40, 62)),
        elbow=rng.choice((58, 84)),
    )
    if rng.random() < 0.35:
        wheelchair_user(c, who[1], x + 235, 935, 440, -1, "sidde-bord")
    else:
        sitter(c, who[1], x + 235, 935, 440, -1, "sidde-bord", p.OAK)
    top = round_table(c, x, 935, 260, 205)
    for cx, col in ((x - 62, p.CHALK), (x + 58, p.CLAY)):
        props.cup(c, cx, top - 2, 40, col)
    c.disc(x + 4, top - 2, 34, p.CHALK, 8)
    for k in range(3):
        c.disc(x - 14 + k * 17, top - 10, 13, (p.HONEY, p.WOOD, p.HONEY)[k], 9)
    if rng.random() < 0.75:
        draw_person(
            c,
            who[2].but(cut="forklæde", accent=rng.choice((p.DEEP, p.MOSS, p.BRICK))),
            x + (500 if wx < 500 else -480),
            900,
            430,
            -1 if wx < 500 else 1,
            "kop",
        )
    props.plant(c, 70 if wx < 500 else 1530, 960, 330)


def pavement_cafe(c: Canvas) -> None:
    """Tables on the pavement before old houses."""
    rng = c.rng
    nature.sky(c, 420)
    x = rng.uniform(-120, -20)
    while x < 1620:
        w = rng.choice((230, 260, 300))
        houses.town_house(c, x, 660, w, rng.choice((2, 2, 3)), 150)
        x += w
    c.fade((-200, 656, 1800, 1200), (p.PAVING, p.darker(p.PAVING, 0.12)))
    for k in range(7):
        y = 672 + 14 * k * (1 + 0.55 * k)
        c.line([(-200, y), (1800, y)], 2, p.darker(p.PAVING, 0.25), 0.4)
        for j in range(14):
            sx = -100 + j * 130 + 65 * (k % 2)
            c.line([(sx, y), (sx - 6, y + 14 + 16 * k)], 2, p.darker(p.PAVING, 0.25), 0.35)
    trees.tree(c, rng.uniform(60, 150), 720, 470, "kugle")
    who = crowd(rng, 6, "voksen", "gammel", "ung", "voksen")
    draw_person(c, who[4], rng.uniform(1380, 1500), 780, 300, -1, "gaa")
    bx = rng.uniform(1130, 1180)
    sitter(c, who[2], bx - 105, 770, 260, 1, "sidde-bord", p.MOSS)
    sitter(c, who[3], bx + 105, 770, 260, -1, "sidde-bord", p.MOSS)
    top = round_table(c, bx, 770, 150, 124)
    props.cup(c, bx - 24, top, 22)
    props.cup(c, bx + 26, top, 22, p.CLAY)
    x = rng.uniform(560, 640)
    parasol(c, x, 930, 560, rng.choice((p.BRICK, p.SEA, p.HONEY, p.MOSS)))
    sitter(c, who[0], x - 230, 935, 430, 1, "sidde-bord", p.DEEP)
    if rng.random() < 0.35:
        wheelchair_user(c, who[1], x + 235, 935, 430, -1, "sidde-bord")
    else:
        sitter(c, who[1], x + 235, 935, 430, -1, rng.choice(("sidde-bord", "sidde-laese")), p.DEEP)
    top = round_table(c, x, 935, 270, 200)
    props.cup(c, x - 66, top - 2, 40)
    props.cup(c, x + 62, top - 2, 40, p.FJORD)
    props.plant(c, 1540, 960, 250)
    props.plant(c, 70, 965, 220)


def parasol(c: Canvas, x: float, y: float, h: float, tone: str) -> None:
    """A striped parasol over a table."""
    c.rect(x - 5, y - h, 10, h, p.OAK)
    w = h * 0.62
    n = 6
    for k in range(n):
        a, b = x - w + 2 * w * k / n, x - w + 2 * w * (k + 1) / n
        colour = tone if k % 2 == 0 else p.CHALK
        c.poly([(x, y - h - 30), (b, y - h + 110), (a, y - h + 110)], colour)
        c.disc((a + b) / 2, y - h + 110, (b - a) / 2, colour, 16)
    c.stipple([(x, y - h - 30), (x + w, y - h + 124), (x, y - h + 124)], c.mood.shade, 0.3, "right")
    c.disc(x, y - h - 32, 9, p.OAK)
