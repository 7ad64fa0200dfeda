"""Village, park, gardens, beach and paths: outdoors in the country."""

from __future__ import annotations

import math

from . import houses, nature, props
from . import palette as p
from .canvas import Canvas, smooth
from .figures import draw_person
from .people import crowd, make_person
from .scenes_town import rider, wheelchair_user


def path(c: Canvas, points: list[tuple[float, float, float]], colour: str = p.SAND) -> None:
    """A path through (x, y, width) from far to near."""
    left = smooth([(x - w / 2, y) for x, y, w in points], closed=False)
    right = smooth([(x + w / 2, y) for x, y, w in points], closed=False)
    c.poly(left + right[::-1], colour)
    c.stipple(left + right[::-1], p.darker(colour, 0.25), 0.4, "bottom")


def village(c: Canvas) -> None:
    """landsby: church, half-timbered houses and the village pond."""
    rng = c.rng
    nature.countryside(c, 420, sea=rng.random() < 0.4)
    nature.hills(c, 545, 40, c.season.grass[0])
    cx = rng.uniform(820, 1050)
    nature.tree(c, cx - 70, 545, 210, "boeg")
    houses.church(c, cx, 545, 260)
    nature.tree(c, cx + 320, 550, 230, "boeg")
    houses.farmhouse(c, rng.uniform(150, 240), 575, 330)
    houses.farmhouse(c, rng.uniform(1280, 1340), 590, 340)
    houses.farmhouse(c, rng.uniform(560, 600), 580, 210)
    nature.hedge(c, 600, 26, c.season.leaves[1], 0.0, 0.55)
    nature.hills(c, 640, 24, c.season.grass[1])
    path(c, [(700, 600, 30), (620, 690, 60), (760, 790, 120), (620, 1020, 320)])
    px = rng.uniform(1080, 1180)
    pond = [
        (px - 330, 770),
        (px - 180, 712),
        (px + 120, 700),
        (px + 330, 745),
        (px + 280, 830),
        (px, 862),
        (px - 260, 840),
    ]
    c.blob([(a, b + 10) for a, b in pond], p.MOSS)
    with c.within(pond, soft=True):
        nature.water(c, 690, 870, p.FJORD)
    for k in range(2):
        dx, dy = px - 120 + k * 130, 770 + k * 22
        c.blob(
            [
                (dx - 26, dy),
                (dx - 18, dy - 14),
                (dx + 10, dy - 13),
                (dx + 24, dy - 2),
                (dx, dy + 8),
            ],
            p.CHALK,
        )
        c.tube(
            [(dx + 18, dy - 6), (dx + 26, dy - 24), (dx + 32, dy - 26)],
            [6, 5, 8],
            p.CHALK if k else p.PINE,
        )
        c.tube([(dx + 36, dy - 26), (dx + 44, dy - 24)], [5, 2], p.HONEY)
    who = crowd(rng, 4, "gammel", "voksen", "barn", "voksen")
    sx = rng.uniform(300, 380)
    draw_person(c, who[0], sx, 800, 235, 1, rng.choice(("kop", "taler")))
    draw_person(c, who[1], sx + 130, 808, 240, -1, rng.choice(("taler", "arme")))
    draw_person(c, who[2], px - 60, 905, 170, 1, "peger")
    rider(c, who[3], rng.uniform(620, 680), 905, 260, 1)
    nature.tree(c, rng.uniform(30, 110), 820, 420)
    for _ in range(5):
        nature.bush(
            c, rng.uniform(-20, 1620), rng.uniform(960, 1010), rng.uniform(60, 110), flowers=True
        )
    nature.grass(c, 0, 1600, 930, 18, 60)


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
        nature.tree(
            c, 100 + k * 350 + rng.uniform(-80, 80), rng.uniform(500, 520), rng.uniform(170, 230)
        )
    nature.hills(c, 640, 34, c.season.grass[1])
    path(c, [(300, 618, 40), (520, 700, 80), (420, 800, 140), (620, 1040, 330)])
    nature.tree(c, rng.uniform(90, 180), 720, rng.uniform(480, 560), "boeg")
    nature.tree(
        c, rng.uniform(1380, 1500), 740, rng.uniform(500, 580), rng.choice(("boeg", "birk"))
    )
    who = crowd(rng, 8, "gammel", "gammel", "voksen", "voksen", "barn", "ung", "ung")
    bx = rng.uniform(1000, 1080)
    seat = props.bench(c, bx, 730, 230, 220)
    draw_person(c, who[0], bx + 60, 735, 220, 1, "sidde", seat=seat - 8)
    draw_person(
        c, who[1], bx + 170, 735, 220, -1, rng.choice(("sidde", "sidde-laese")), seat=seat - 8
    )
    grip = props.pram(c, 600, 842, 250, -1, rng.choice((p.DEEP, p.BRICK, p.HONEY)))
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
    nature.grass(c, 0, 1600, 975, 18, 70, 0.4)


def walkers(c: Canvas) -> None:
    """gaaende-par: two people in talk on a path through the open land."""
    rng = c.rng
    sea = rng.random() < 0.6
    nature.countryside(c, 470, sea=sea)
    if rng.random() < 0.7:
        houses.farmhouse(c, rng.uniform(100, 1200), 560, 220)
    nature.hills(c, 600, 40, c.season.crops[0])
    nature.hills(c, 680, 50, c.season.grass[1])
    path(c, [(1500, 634, 10), (1420, 668, 40), (1130, 740, 110), (860, 860, 300), (760, 1090, 700)])
    nature.tree(c, rng.uniform(130, 280), 760, rng.uniform(470, 560), "boeg")
    if rng.random() < 0.6:
        nature.tree(c, rng.uniform(1340, 1500), 790, 420)
    kinds = rng.choice(
        (("voksen", "voksen"), ("gammel", "voksen"), ("ung", "gammel"), ("voksen", "gammel"))
    )
    a, b = crowd(rng, 2, *kinds)
    x = rng.uniform(690, 760)
    c.poly([(x - 20, 930), (x + 60, 930), (x + 560, 985), (x + 480, 1000)], c.mood.shade, 0.2)
    c.poly([(x + 160, 944), (x + 230, 944), (x + 720, 995), (x + 640, 1010)], c.mood.shade, 0.2)
    draw_person(c, a, x, 930, 450, 1, "gaa", arm=40, elbow=50)
    if rng.random() < 0.3:
        wheelchair_user(c, b, x + 240, 950, 450, -1)
    else:
        draw_person(c, b, x + 200, 944, 440, 1, "gaa", tilt=-0.1)
    if rng.random() < 0.6:
        dog(c, x + 430, 950, 130, 1)
    nature.grass(c, 0, 560, 940, 22, 50, 0.4)
    nature.grass(c, 1180, 1600, 950, 22, 40, 0.4)


def dog(c: Canvas, x: float, y: float, s: float, d: float) -> None:
    """A dog ``s`` long."""
    coat = c.rng.choice((p.WOOD, p.CREAM, p.BARK, p.INK))
    c.disc(x, y, s * 0.5, c.mood.shade, s * 0.05, 0.25)
    for k in (-0.3, -0.2, 0.22, 0.32):
        c.tube(
            [(x + d * k * s, y - s * 0.35), (x + d * (k + 0.04) * s, y - s * 0.02)],
            [s * 0.12, s * 0.08],
            p.darker(coat, 0.15) if k in (-0.2, 0.32) else coat,
        )
    c.tube(
        [(x - d * 0.3 * s, y - s * 0.42), (x + d * 0.28 * s, y - s * 0.44)],
        [s * 0.26, s * 0.28],
        coat,
    )
    c.tube(
        [
            (x - d * 0.4 * s, y - s * 0.45),
            (x - d * 0.55 * s, y - s * 0.62),
            (x - d * 0.58 * s, y - s * 0.75),
        ],
        [s * 0.09, s * 0.07, s * 0.04],
        coat,
    )
    c.tube(
        [(x + d * 0.3 * s, y - s * 0.46), (x + d * 0.44 * s, y - s * 0.68)],
        [s * 0.2, s * 0.18],
        coat,
    )
    c.tube(
        [(x + d * 0.42 * s, y - s * 0.7), (x + d * 0.62 * s, y - s * 0.66)],
        [s * 0.22, s * 0.12],
        coat,
    )
    c.tube(
        [(x + d * 0.36 * s, y - s * 0.76), (x + d * 0.32 * s, y - s * 0.58)],
        [s * 0.1, s * 0.07],
        p.darker(coat, 0.25),
    )
    c.disc(x + d * 0.66 * s, y - s * 0.68, s * 0.03, p.INK)
    c.disc(x + d * 0.47 * s, y - s * 0.74, s * 0.02, p.INK)
    c.tube(
        [(x + d * 0.3 * s, y - s * 0.56), (x + d * 0.42 * s, y - s * 0.5)],
        [s * 0.05, s * 0.05],
        p.BRICK,
    )


def care_garden(c: Canvas) -> None:
    """plejecenter-have: raised beds, a bench and company by the care home."""
    rng = c.rng
    nature.sky(c, 460)
    nature.hedge(c, 480, 60, c.season.leaves[2], 0.3)
    wall = rng.choice(("#dcb469", "#e6c88e", "#c46a4a"))
    bx = rng.uniform(180, 420)
    c.rect(bx, 350, 1500, 220, wall)
    houses.bricks(c, bx, 350, 1400, 220, wall, 140)
    c.poly([(bx - 40, 356), (bx + 60, 262), (1900, 262), (1900, 356)], p.ROOFS[0])
    c.stipple([(bx - 40, 356), (bx + 60, 262), (1900, 262), (1900, 356)], p.RUST, 0.6)
    for k in range(6):
        houses.pane(c, bx + 70 + k * 230, 408, 104, 118)
    c.rect(bx + 200, 520, 6, 54, p.CHALK)
    nature.hills(c, 585, 10, c.season.grass[0])
    c.poly([(-200, 690), (1800, 650), (1800, 800), (-200, 860)], p.SAND)
    c.stipple([(-200, 690), (1800, 650), (1800, 800), (-200, 860)], p.STONE, 0.5)
    nature.tree(c, rng.uniform(60, 150), 640, 430, "boeg")
    for k in range(5):
        nature.bush(c, bx + 40 + k * 270, 592, 60, flowers=k % 2 == 0)
    who = crowd(rng, 6, "gammel", "gammel", "voksen", "gammel", "ung", "barn")
    seat = props.bench(c, 330, 745, 250, 240)
    draw_person(c, who[0], 400, 748, 240, 1, "sidde", seat=seat - 8)
    draw_person(
        c, who[4], 520, 748, 240, -1, "taler" if rng.random() < 0 else "sidde", seat=seat - 8
    )
    wx = rng.uniform(780, 860)
    wheelchair_user(c, who[1], wx, 815, 262, 1, "sidde")
    draw_person(
        c,
        who[2].but(top=p.CHALK, cut="tshirt", trousers=p.FJORD),
        wx - 118,
        812,
        270,
        1,
        "skubber",
        arm=42,
        elbow=24,
        arm2=46,
        elbow2=20,
    )
    for k, x in enumerate((1000, 1290)):
        raised_bed(c, x + rng.uniform(-20, 20), 800 + k * 14, 250)
    draw_person(
        c,
        who[3],
        1235 if rng.random() < 0.5 else 1240,
        820,
        255,
        1,
        "raekker",
        arm=62,
        elbow=16,
        arm2=70,
        elbow2=10,
    )
    nature.hills(c, 950, 20, c.season.grass[1])
    nature.grass(c, 0, 1600, 965, 20, 80, 0.5)
    for _ in range(4):
        nature.bush(c, rng.uniform(0, 1600), 1010, rng.uniform(60, 100), flowers=True)


def raised_bed(c: Canvas, x: float, y: float, w: float) -> None:
    """A raised bed of planks, full of vegetables and flowers."""
    rng = c.rng
    for k in range(13):
        px = x + w * (0.04 + 0.92 * k / 12)
        h = rng.uniform(36, 84)
        c.tube([(px, y - 80), (px + rng.uniform(-8, 8), y - 84 - h)], [5, 3], p.MOSS)
        tone = rng.choice((*c.season.flowers, p.LEAF, p.BEECH))
        c.disc(px + rng.uniform(-8, 8), y - 84 - h, rng.uniform(9, 15), tone)
        nature.bush(c, px, y - 78, 20, p.BEECH)
    c.disc(x + w / 2, y, w * 0.55, c.mood.shade, 9, 0.25)
    for k in range(3):
        c.rect(x, y - 82 + k * 28, w, 26, p.mix(p.WOOD, p.OAK, k * 0.25), r=3)
    c.rect(x + 8, y - 84, 10, 86, p.OAK)
    c.rect(x + w - 18, y - 84, 10, 86, p.OAK)


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
    nature.tree(c, rng.uniform(70, 160), 640, 330, rng.choice(("boeg", "kugle")))
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
            c.tube([(x, y), (x + lean * s * 0.5, y - s), (x + lean * s * 1.6, y - s * 1.7)], [s * 0.12, s * 0.3, s * 0.06], p.mix(p.MOSS, tone, k / 5))
        c.disc(x, y + s * 0.05, s * 0.36, p.CLAY, s * 0.24)
    elif kind == 2:
        c.line([(x, y), (x, y - s * 2.6)], s * 0.12, p.OAK)
        for k in range(5):
            side = -1 if k % 2 else 1
            c.disc(x + side * s * 0.35, y - s * (0.5 + 0.45 * k), s * 0.42, p.mix(tone, p.MOSS, 0.2 * k), s * 0.32)
        c.disc(x + s * 0.3, y - s * 1.1, s * 0.24, p.BRICK)
        c.disc(x - s * 0.25, y - s * 1.7, s * 0.22, p.BRICK)
    else:
        for k in range(5):
            a = math.pi * (0.1 + 0.2 * k)
            c.tube([(x, y), (x + math.cos(a) * s, y - math.sin(a) * s * 0.9)], [s * 0.3, s * 0.8], p.mix(tone, p.LEAF, 0.25 * (k % 3)))


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
    props.wheel(c, x + s * 0.46, y - s * 0.16, s * 0.16)


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
        nature.bush(c, x + w * (0.1 + 0.13 * k), y - 4, w * 0.07, p.BEECH)
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
        houses.farmhouse(c, rng.uniform(150, 300), 580, 320)
        houses.farmhouse(c, rng.uniform(1050, 1200), 575, 300)
        nature.hills(c, 610, 26, c.season.grass[0])
        nature.hills(c, 730, 40, c.season.grass[1])
        path(c, [(700, 590, 40), (840, 700, 110), (720, 1080, 420)])
    nature.tree(c, rng.uniform(80, 160), 700, 400)
    nature.tree(c, rng.uniform(1440, 1540), 720, 380)
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
    for k, (x, y, d) in enumerate(spots):
        x += rng.uniform(-30, 30)
        h = {"barn": 185}.get(vest[k].age, 285) * (y / 830)
        pose = ("boejet", "raekker", "peger", "boejet", "gaa", "knaele")[
            (k + int(c.season.name == "sommer")) % 6
        ]
        turns = {"arm": 50, "elbow": 6} if pose in ("raekker", "peger") else {}
        spot = draw_person(c, vest[k], x, y, h, d, pose, **turns)
        if pose != "knaele":
            hx, hy = spot["hand"]
            c.line([(hx - d * 4, hy - 20), (hx + d * h * 0.1, y - 14)], 6, p.DEEP)
            c.disc(hx + d * h * 0.11, y - 9, 9, rng.choice((p.FJORD, p.CHALK, p.BRICK)))
        sack(c, x - d * h * 0.34, y + 4, h * 0.2, rng.choice((p.DEEP, p.MOSS, p.SEA)))
    for _ in range(12):
        x, y = rng.uniform(100, 1500), rng.uniform(700, 960)
        c.rect(x, y, rng.uniform(10, 18), 8, rng.choice((p.FJORD, p.CHALK, p.BRICK, p.RAPE)), r=3)
    for k in range(3):
        sack(c, 1380 + k * 66, 960 - (k % 2) * 12, 58, (p.DEEP, p.MOSS, p.SEA)[k])
    nature.grass(c, 0, 1600, 975, 18, 60, 0.3)


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
