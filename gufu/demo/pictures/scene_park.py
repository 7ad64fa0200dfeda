"""The park and the clean-up day."""

from __future__ import annotations

from typing import Any

from . import nature, props, trees, vehicles, village_houses
from . import palette as p
from .canvas import Canvas
from .company import wheelchair_user
from .figures import draw_person
from .people import crowd
from .scene_village import path


def park(c: Canvas) -> None:
    """park: lawn, big trees, lake, bench, pram and picnic."""
    rng = c.rng
    nature.sky(c, 430)
    nature.hedge(c, 440, 70, p.mix(c.season.leaves[2], p.FJORD, 0.4), 0.35)
    nature.hedge(c, 470, 52, c.season.leaves[1], 0.15)
    nature.hills(c, 490, 14, c.season.grass[0])
    lx = rng.uniform(780, 960)
    lake = [
        (lx - 420, 545),
        (lx - 150, 512),
        (lx + 240, 512),
        (lx + 480, 548),
        (lx + 300, 600),
        (lx - 200, 606),
    ]
    with c.within(lake, soft=True):
        nature.water(c, 505, 612, p.FJORD)
    for k in range(5):
        trees.tree(
            c, 100 + k * 350 + rng.uniform(-80, 80), rng.uniform(500, 520), rng.uniform(170, 230)
        )
    nature.hills(c, 640, 34, c.season.grass[1])
    path(c, [(300, 618, 40), (520, 700, 80), (420, 800, 140), (620, 1040, 330)])
    trees.tree(c, rng.uniform(90, 180), 720, rng.uniform(480, 560), "boeg")
    trees.tree(c, rng.uniform(1380, 1500), 740, rng.uniform(500, 580), rng.choice(("boeg", "birk")))
    who = crowd(rng, 8, "gammel", "gammel", "voksen", "voksen", "barn", "ung", "ung")
    bx = rng.uniform(1000, 1080)
    seat = props.bench(c, bx, 730, 230, 220)
    draw_person(c, who[0], bx + 60, 735, 220, 1, "sidde", seat=seat - 8)
    draw_person(
        c, who[1], bx + 170, 735, 220, -1, rng.choice(("sidde", "sidde-laese")), seat=seat - 8
    )
    grip = vehicles.pram(c, 600, 842, 250, -1, rng.choice((p.DEEP, p.BRICK, p.HONEY)))
    draw_person(c, who[2], grip[0] + 52, 846, 258, -1, "skubber")
    if rng.random() < 0.6:
        wheelchair_user(c, who[3], rng.uniform(330, 390), 760, 220, 1)
    else:
        draw_person(c, who[3], 360, 745, 225, 1, "loebe")
    qx = rng.uniform(1130, 1230)
    c.poly([(qx - 190, 880), (qx + 190, 880), (qx + 240, 960), (qx - 240, 960)], p.BRICK)
    for k in range(5):
        c.line([(qx - 150 + k * 76, 880), (qx - 190 + k * 96, 960)], 7, p.CREAM, 0.6)
    c.rect(qx - 34, 884, 70, 44, p.WOOD, r=8)
    for k, d in ((0, 1), (1, -1)):
        draw_person(c, who[5 + k], qx - d * 130, 930, 240, d, "knaele")
    draw_person(c, who[4], rng.uniform(800, 900), 900, 175, -1, "loebe")
    trees.grass(c, 0, 1600, 975, 18, 70, 0.4)


def cleanup(c: Canvas) -> None:
    """oprydningsdag: people of all ages with bags and grabbers."""
    rng = c.rng
    beach = rng.random() < 0.5
    nature.countryside(c, 430, sea=beach)
    if beach:
        nature.water(c, 480, 640)
        c.blob(
            [(-300, 640), (300, 610), (900, 650), (1900, 600), (1900, 1300), (-300, 1300)], p.SAND
        )
        c.stipple([(-200, 620), (1800, 620), (1800, 1050), (-200, 1050)], p.STONE, 0.35)
    else:
        village_houses.farmhouse(c, rng.uniform(150, 300), 580, 320)
        village_houses.farmhouse(c, rng.uniform(1050, 1200), 575, 300)
        nature.hills(c, 610, 26, c.season.grass[0])
        nature.hills(c, 730, 40, c.season.grass[1])
        path(c, [(700, 590, 40), (840, 700, 110), (720, 1080, 420)])
    trees.tree(c, rng.uniform(80, 160), 700, 400)
    trees.tree(c, rng.uniform(1440, 1540), 720, 380)
    who = crowd(rng, 6, "voksen", "barn", "gammel", "ung", "voksen", "barn", accent=p.RAPE)
    vest = [w.but(cut="jakke", top=p.RAPE if k % 2 else w.top) for k, w in enumerate(who)]
    spots = [
        (300, 800, -1),
        (560, 750, 1),
        (840, 850, -1),
        (1090, 770, 1),
        (1330, 860, -1),
        (690, 925, 1),
    ]
    for k, (middle, y, d) in enumerate(spots):
        x = middle + rng.uniform(-30, 30)
        h = {"barn": 185}.get(vest[k].age, 285) * (y / 830)
        pose = ("boejet", "raekker", "peger", "boejet", "gaa", "knaele")[
            (k + int(c.season.name == "sommer")) % 6
        ]
        turns: dict[str, Any] = {"arm": 50, "elbow": 6} if pose in ("raekker", "peger") else {}
        spot = draw_person(c, vest[k], x, y, h, d, pose, **turns)
        if pose != "knaele":
            hx, hy = spot["hand"]
            c.line([(hx - d * 4, hy - 20), (hx + d * h * 0.1, y - 14)], 6, p.DEEP)
            c.disc(hx + d * h * 0.11, y - 9, 9, rng.choice((p.FJORD, p.CHALK, p.BRICK)))
        sack(c, x - d * h * 0.34, y + 4, h * 0.2, rng.choice((p.DEEP, p.MOSS, p.SEA)))
    for _ in range(12):
        x, ground = rng.uniform(100, 1500), rng.uniform(700, 960)
        c.rect(
            x, ground, rng.uniform(10, 18), 8, rng.choice((p.FJORD, p.CHALK, p.BRICK, p.RAPE)), r=3
        )
    for k in range(3):
        sack(c, 1380 + k * 66, 960 - (k % 2) * 12, 58, (p.DEEP, p.MOSS, p.SEA)[k])
    trees.grass(c, 0, 1600, 975, 18, 60, 0.3)


def sack(c: Canvas, x: float, y: float, s: float, colour: str) -> None:
    """A full bag tied at the top."""
    c.disc(x, y, s * 0.8, c.mood.shade, s * 0.12, 0.25)
    shape = [
        (x - s * 0.5, y),
        (x - s * 0.62, y - s * 0.55),
        (x - s * 0.2, y - s * 1.05),
        (x, y - s * 1.15),
        (x + s * 0.2, y - s * 1.05),
        (x + s * 0.62, y - s * 0.5),
        (x + s * 0.5, y),
    ]
    c.blob(shape, colour)
    c.stipple(shape, p.darker(colour, 0.35), 0.6, soft=True)
    c.poly(
        [
            (x - s * 0.05, y - s * 1.05),
            (x - s * 0.22, y - s * 1.35),
            (x + s * 0.22, y - s * 1.35),
            (x + s * 0.05, y - s * 1.05),
        ],
        p.lighter(colour, 0.15),
    )
