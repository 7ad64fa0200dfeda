"""Gardens: by the care home and out towards the fields."""

from __future__ import annotations

import math
from typing import Any

from . import houses, nature, props, trees
from . import palette as p
from .canvas import Canvas
from .company import wheelchair_user
from .figures import draw_person
from .people import crowd
from .vehicles import barrow


def care_garden(c: Canvas) -> None:
    """plejecenter-have: raised beds, a bench and company by the care home."""
    rng = c.rng
    nature.sky(c, 460)
    nature.hedge(c, 480, 60, c.season.leaves[2], 0.3)
    bx = rng.uniform(180, 420)
    care_home(c, bx)
    nature.hills(c, 585, 10, c.season.grass[0])
    c.poly([(-200, 690), (1800, 650), (1800, 800), (-200, 860)], p.SAND)
    c.stipple([(-200, 690), (1800, 650), (1800, 800), (-200, 860)], p.STONE, 0.5)
    trees.tree(c, rng.uniform(60, 150), 640, 430, "boeg")
    for k in range(5):
        trees.bush(c, bx + 40 + k * 270, 592, 60, flowers=k % 2 == 0)
    if rng.random() < 0.5:
        gazebo(c, rng.uniform(1180, 1320), 650)
    else:
        trees.tree(c, rng.uniform(1250, 1450), 650, rng.uniform(280, 340), "kugle")
    who = crowd(rng, 6, "gammel", "gammel", "voksen", "gammel", "ung")
    bench_x, wheel_x = rng.choice(((330, 820), (580, 330), (420, 860), (640, 360)))
    seat = props.bench(c, bench_x, 745, 250, 240)
    draw_person(c, who[0], bench_x + 66, 748, 240, 1, "sidde", seat=seat - 8)
    draw_person(c, who[4], bench_x + 190, 748, 240, -1, "sidde", seat=seat - 8)
    wheelchair_user(c, who[1], wheel_x, 835, 275, 1, "sidde")
    if rng.random() < 0.6:
        helper = who[2].but(top=p.CHALK, cut="tshirt", trousers=p.FJORD)
        push: dict[str, Any] = {"arm": 42, "elbow": 24, "arm2": 46, "elbow2": 20}
        draw_person(c, helper, wheel_x - 122, 832, 285, 1, "skubber", **push)
    else:
        draw_person(c, who[2], wheel_x + 190, 838, 285, -1, rng.choice(("kop", "taler")))
    for k, x in enumerate((1020, 1300)):
        raised_bed(c, x + rng.uniform(-15, 15), 800 + k * 14, 250)
    reach: dict[str, Any] = {"arm": 62, "elbow": 16, "arm2": 70, "elbow2": 10}
    draw_person(c, who[3], 1245, 825, 265, rng.choice((-1, 1)), "raekker", **reach)
    nature.hills(c, 950, 20, c.season.grass[1])
    trees.grass(c, 0, 1600, 965, 20, 80, 0.5)
    for _ in range(4):
        trees.bush(c, rng.uniform(0, 1600), 1010, rng.uniform(60, 100), flowers=True)


def care_home(c: Canvas, bx: float) -> None:
    """A long low home from ``bx`` to the edge, of yellow or red brick or whitewashed."""
    rng = c.rng
    wall = rng.choice(("#dcb469", "#e6c88e", "#c46a4a", p.CHALK))
    roof = rng.choice(p.ROOFS)
    c.rect(bx, 350, 1500, 220, wall)
    if wall != p.CHALK:
        houses.bricks(c, bx, 350, 1400, 220, wall, 140)
    eaves = [(bx - 40, 356), (bx + 60, 262), (1900, 262), (1900, 356)]
    c.poly(eaves, roof)
    c.stipple(eaves, p.darker(roof, 0.3), 0.5)
    wing = rng.choice((0, 1, 3))
    for k in range(6):
        x = bx + 70 + k * 230
        if k == wing:
            c.poly([(x - 60, 352), (x + 52, 226), (x + 164, 352)], wall)
            c.line([(x - 72, 360), (x + 52, 222), (x + 176, 360)], 12, p.darker(roof, 0.1))
            c.disc(x + 52, 308, 24, p.CHALK)
            c.disc(x + 52, 308, 18, p.FJORD)
            houses.door(c, x + 16, 570, 72, 150)
        else:
            houses.pane(c, x, 408, 104, 118)


def gazebo(c: Canvas, x: float, y: float) -> None:
    """A small open pavilion in the garden, standing on ``y``."""
    c.disc(x, y, 130, c.mood.shade, 12, 0.22)
    for dx in (-96, -32, 32, 96):
        c.rect(x + dx - 5, y - 150, 10, 150, p.CHALK)
    c.rect(x - 100, y - 58, 200, 9, p.CHALK)
    for k in range(17):
        c.rect(x - 98 + 12 * k, y - 54, 4, 50, p.CHALK)
    roof = [(x - 128, y - 146), (x, y - 232), (x + 128, y - 146)]
    c.poly(roof, p.SEA)
    c.stipple(roof, p.DEEP, 0.6, "right")
    c.disc(x, y - 234, 8, p.HONEY)


def kitchen_garden(c: Canvas) -> None:
    """mark-og-koekkenhave: vegetable rows, greenhouse, fields behind."""
    rng = c.rng
    nature.countryside(c, 400)
    nature.hills(c, 520, 30, c.season.crops[0])
    nature.hedge(c, 545, 34, c.season.leaves[2], 0.05, 0.8)
    nature.hills(c, 570, 10, c.season.grass[1])
    soil = "#8a654b"
    c.poly([(300, 585), (1300, 585), (1900, 1100), (-300, 1100)], soil)
    c.stipple([(300, 585), (1300, 585), (1900, 1100), (-300, 1100)], p.darker(soil, 0.3), 0.5)
    greens = [rng.choice((p.LEAF, p.BEECH, p.MOSS, "#8fa84f", "#7d9a74")) for _ in range(8)]
    for row in range(11):
        t = (row / 10) ** 1.5
        y, s = 606 + t * 360, 10 + 30 * t
        x0, x1 = 290 - 520 * t, 1310 + 520 * t
        for k in range(int((x1 - x0) / (s * 3.2))):
            x = x0 + s * 1.6 + k * s * 3.2
            lane = int((k + 0.5) / ((x1 - x0) / (s * 3.2)) * 8)
            tone = greens[min(lane, 7)]
            if lane in (2, 5):
                continue
            c.disc(x, y + s * 0.3, s * 1.2, p.darker(soil, 0.35), s * 0.3, 0.5)
            crop(c, x, y, s, lane, tone)
    greenhouse(c, rng.uniform(1050, 1130), 610, 330)
    trees.tree(c, rng.uniform(70, 160), 640, 330, rng.choice(("boeg", "kugle")))
    who = crowd(rng, 4, "voksen", "gammel", "barn", "ung")
    draw_person(c, who[0], rng.uniform(500, 560), 812, 290, 1, "boejet")
    draw_person(c, who[2], rng.uniform(660, 720), 850, 185, -1, "knaele")
    x = rng.uniform(950, 1000)
    barrow(c, x + 210, 880, 170)
    draw_person(
        c,
        who[1 if rng.random() < 0.5 else 3],
        x,
        872,
        310,
        1,
        "skubber",
        arm=30,
        elbow=22,
        arm2=34,
        elbow2=20,
    )
    for k in range(9):
        sx = rng.uniform(-10, 190) if k % 2 else rng.uniform(1400, 1610)
        sunflower(c, sx, 1010, rng.uniform(240, 340))


def raised_bed(c: Canvas, x: float, y: float, w: float) -> None:
    """A raised bed of planks, full of vegetables and flowers."""
    rng = c.rng
    for k in range(13):
        px = x + w * (0.04 + 0.92 * k / 12)
        h = rng.uniform(36, 84)
        c.tube([(px, y - 80), (px + rng.uniform(-8, 8), y - 84 - h)], [5, 3], p.MOSS)
        tone = rng.choice((*c.season.flowers, p.LEAF, p.BEECH))
        c.disc(px + rng.uniform(-8, 8), y - 84 - h, rng.uniform(9, 15), tone)
        trees.bush(c, px, y - 78, 20, p.BEECH)
    c.disc(x + w / 2, y, w * 0.55, c.mood.shade, 9, 0.25)
    for k in range(3):
        c.rect(x, y - 82 + k * 28, w, 26, p.mix(p.WOOD, p.OAK, k * 0.25), r=3)
    c.rect(x + 8, y - 84, 10, 86, p.OAK)
    c.rect(x + w - 18, y - 84, 10, 86, p.OAK)


def crop(c: Canvas, x: float, y: float, s: float, lane: int, tone: str) -> None:
    """One plant of the kitchen garden: cabbage, carrot top, bean pole or lettuce by its lane."""
    kind = lane % 4
    if kind == 0:
        c.disc(x, y - s * 0.3, s * 1.15, p.darker(tone, 0.12), s * 0.75)
        c.disc(x - s * 0.2, y - s * 0.5, s * 0.75, tone, s * 0.6)
        c.disc(x + s * 0.1, y - s * 0.6, s * 0.4, p.lighter(tone, 0.35), s * 0.36)
    elif kind == 1:
        for k in range(5):
            lean = (k - 2) * 0.34
            c.tube(
                [(x, y), (x + lean * s * 0.5, y - s), (x + lean * s * 1.6, y - s * 1.7)],
                [s * 0.12, s * 0.3, s * 0.06],
                p.mix(p.MOSS, tone, k / 5),
            )
        c.disc(x, y + s * 0.05, s * 0.36, p.CLAY, s * 0.24)
    elif kind == 2:
        c.line([(x, y), (x, y - s * 2.6)], s * 0.12, p.OAK)
        for k in range(5):
            side = -1 if k % 2 else 1
            c.disc(
                x + side * s * 0.35,
                y - s * (0.5 + 0.45 * k),
                s * 0.42,
                p.mix(tone, p.MOSS, 0.2 * k),
                s * 0.32,
            )
        c.disc(x + s * 0.3, y - s * 1.1, s * 0.24, p.BRICK)
        c.disc(x - s * 0.25, y - s * 1.7, s * 0.22, p.BRICK)
    else:
        for k in range(5):
            a = math.pi * (0.1 + 0.2 * k)
            c.tube(
                [(x, y), (x + math.cos(a) * s, y - math.sin(a) * s * 0.9)],
                [s * 0.3, s * 0.8],
                p.mix(tone, p.LEAF, 0.25 * (k % 3)),
            )


def sunflower(c: Canvas, x: float, y: float, h: float) -> None:
    """A sunflower."""
    c.tube([(x, y), (x + 8, y - h * 0.5), (x, y - h)], [9, 8, 6], p.MOSS)
    for k in (0.35, 0.55, 0.7):
        side = 1 if k == 0.55 else -1
        c.tube(
            [(x + 4, y - h * k), (x + side * 24, y - h * k - 16), (x + side * 52, y - h * k - 4)],
            [4, 22, 2],
            p.BEECH,
        )
    for k in range(12):
        from math import cos, pi, sin

        a = k * pi / 6
        c.tube(
            [(x, y - h), (x + cos(a) * 34, y - h + sin(a) * 34)],
            [16, 7],
            p.RAPE if k % 2 else p.HONEY,
        )
    c.disc(x, y - h, 18, p.BARK)


def greenhouse(c: Canvas, x: float, y: float, w: float) -> None:
    """A greenhouse."""
    h = w * 0.4
    c.poly(
        [
            (x, y),
            (x, y - h),
            (x + w * 0.1, y - h * 1.5),
            (x + w * 0.9, y - h * 1.5),
            (x + w, y - h),
            (x + w, y),
        ],
        p.MIST,
        0.85,
    )
    for k in range(7):
        trees.bush(c, x + w * (0.1 + 0.13 * k), y - 4, w * 0.07, p.BEECH)
    for k in range(8):
        c.line([(x + w * k / 7, y), (x + w * k / 7, y - h)], 4, p.CHALK)
        c.line([(x + w * k / 7, y - h), (x + w * (0.1 + 0.8 * k / 7), y - h * 1.5)], 4, p.CHALK)
    for yy in (y - h, y - h * 1.5):
        c.line(
            [
                (x if yy > y - h * 1.2 else x + w * 0.1, yy),
                (x + w if yy > y - h * 1.2 else x + w * 0.9, yy),
            ],
            5,
            p.CHALK,
        )
