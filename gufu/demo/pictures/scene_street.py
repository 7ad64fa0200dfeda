"""Out in the town: the street, and young people on the steps."""

from __future__ import annotations

from . import houses, nature, props, trees, vehicles
from . import palette as p
from .canvas import Canvas
from .company import rider, wheelchair_user
from .figures import draw_person
from .people import crowd, make_person
from .texture import veil


def street(c: Canvas) -> None:
    """gade-med-traeer: a street front, trees, people on foot, on bikes and with prams."""
    rng = c.rng
    nature.sky(c, 520, clouds=3)
    nature.hedge(c, 520, 60, c.season.leaves[2], 0.4)
    ground = 700
    x = rng.uniform(-120, -20)
    while x < 1640:
        w = rng.choice((170, 200, 230, 260))
        houses.town_house(c, x, ground, w, rng.choice((2, 2, 3, 3)), 118)
        x += w + rng.choice((0, 0, 0, 2))
    veil(c, 200, ground, c.mood.haze, 0.16)
    c.rect(-200, ground, 2000, 92, p.PAVING)
    for k in range(-2, 22):
        c.line([(k * 80, ground), (k * 80 - 30, ground + 92)], 1.5, p.darker(p.PAVING, 0.3), 0.35)
    c.stipple(
        [(-200, ground), (1800, ground), (1800, ground + 40), (-200, ground + 40)],
        c.mood.shade,
        0.5,
        "top",
    )
    c.rect(-200, ground + 92, 2000, 12, p.lighter(p.STONE, 0.4))
    c.fade((-200, ground + 104, 1800, 1100), (p.ASPHALT, p.darker(p.ASPHALT, 0.25)))
    c.rect(-200, ground + 170, 2000, 6, p.CHALK, 0.7)
    who = crowd(rng, 6, "voksen", "barn", "gammel", "voksen", "ung", "voksen")
    step = rng.uniform(300, 380)
    x = rng.uniform(40, 240)
    kind = rng.choice(("kugle", "kugle", "birk", "boeg"))
    while x < 1650:
        c.disc(x, ground + 44, 40, p.BARK, 8)
        trees.tree(c, x, ground + 44, rng.uniform(330, 370), kind)
        x += step
    if rng.random() < 0.6:
        bx = rng.uniform(900, 1300)
        seat = props.bench(c, bx, ground + 66, 190, 190)
        draw_person(
            c, make_person(rng, "gammel"), bx + 60, ground + 66, 196, 1, "sidde", seat=seat - 6
        )
    for k in range(3):
        spot = 160 + 480 * k + rng.uniform(-110, 110)
        draw_person(
            c,
            who[k],
            spot,
            ground + rng.uniform(70, 86),
            140 if who[k].age == "barn" else 212,
            rng.choice((-1, 1)),
            rng.choice(("gaa", "gaa", "staa", "kop")),
        )
    px = rng.uniform(250, 600)
    grip = vehicles.pram(c, px + 90, ground + 158, 240, 1, rng.choice((p.DEEP, p.BRICK, p.PINE)))
    draw_person(c, who[3], grip[0] - 48, ground + 160, 246, 1, "skubber")
    rider(c, who[4], rng.uniform(960, 1300), ground + 262, 290, rng.choice((-1, 1)))
    if rng.random() < 0.5:
        wheelchair_user(c, who[5], rng.uniform(700, 850), ground + 166, 250, -1)


def youth_steps(c: Canvas) -> None:
    """unge-paa-trappe: young people on broad steps."""
    rng = c.rng
    nature.sky(c, 420)
    x = -60.0
    while x < 1660:
        w = rng.choice((180, 210, 240))
        houses.town_house(c, x, 470, w, rng.choice((1, 2)), 110)
        x += w
    veil(c, 100, 480, c.mood.haze, 0.4)
    trees.tree(c, rng.uniform(60, 160), 500, 380)
    trees.tree(c, rng.uniform(1430, 1540), 500, 360)
    stone = rng.choice(("#d9c8ae", "#d3a98c", "#c9bfb2"))
    top, rise, tread = 470, 56, 24
    step = rise + tread
    for k in range(7):
        y = top + k * step
        c.rect(-200, y, 2000, tread, p.lighter(stone, 0.4 - 0.03 * k))
        face = p.darker(stone, 0.06 + 0.015 * k)
        c.rect(-200, y + tread, 2000, rise, face)
        c.stipple(
            [(-200, y + tread), (1800, y + tread), (1800, y + step), (-200, y + step)],
            p.darker(face, 0.3),
            0.3,
            "top",
        )
    who = crowd(rng, 7, "ung")
    spots = [(0, 330), (0, 1180), (2, 520), (2, 1050), (3, 1330), (4, 300), (4, 980)]
    rows = rng.sample(spots, rng.choice((5, 6, 7)))
    for k, (row, middle) in enumerate(sorted(rows)):
        y = top + row * step + 8
        d = 1 if middle < 780 else -1
        if row < 2 and rng.random() < 0.25:
            d = -d
        pose = rng.choice(("trin", "sidde-laese", "trin", "sidde"))
        young = who[k].but(skirt=False, cut=rng.choice(("trøje", "trøje", "jakke")))
        size = 318 + 14 * row
        c.disc(middle, y + 6, 70, c.mood.shade, 9, 0.25)
        spot = draw_person(c, young, middle + rng.uniform(-30, 30), y, size, d, pose, seat=y - 14)
        if pose == "sidde-laese":
            hx, hy = spot["hand"]
            c.rect(hx - 11, hy - 40, 24, 40, rng.choice((p.CHALK, p.INK, p.BRICK)), r=3)
    y = top + 5 * step + 14
    draw_person(
        c,
        make_person(rng, "ung"),
        rng.uniform(610, 680),
        y,
        400,
        1,
        rng.choice(("taler", "vinker", "kop")),
    )
    y = top + 6 * step + 14
    planter(c, rng.choice((-30, 1420)), top + 2 * step + 16)
    bx = rng.uniform(1320, 1420)
    c.rect(bx, y - 96, 74, 92, rng.choice((p.BRICK, p.SEA, p.HONEY)), r=18)
    c.rect(bx + 14, y - 48, 46, 36, p.INK, 0.35, r=8)
    sx = rng.uniform(60, 180)
    c.tube(
        [(sx, y - 20), (sx + 20, y - 12), (sx + 150, y - 12), (sx + 172, y - 22)],
        [9, 10, 10, 9],
        p.RUST,
    )
    for k in (34, 136):
        c.disc(sx + k, y - 2, 9, p.CREAM)


def planter(c: Canvas, x: float, y: float) -> None:
    """A big box of flowering bushes standing on the steps, its foot at ``y`` plus two steps."""
    for k in range(4):
        trees.bush(c, x + 30 + 48 * k, y + 20, 52, flowers=True)
    c.rect(x - 10, y, 210, 160, p.OAK, r=4)
    for k in range(4):
        c.rect(x - 10, y + 4 + 39 * k, 210, 3, p.BARK)
    c.stipple([(x - 10, y), (x + 200, y), (x + 200, y + 160), (x - 10, y + 160)], p.BARK, 0.5)
