"""The village and the path through the fields."""

from __future__ import annotations

from . import nature, trees, village_houses
from . import palette as p
from .canvas import Canvas, smooth
from .company import rider, wheelchair_user
from .figures import draw_person
from .people import crowd


def village(c: Canvas) -> None:
    """landsby: church, half-timbered houses and the village pond."""
    rng = c.rng
    nature.countryside(c, 420, sea=rng.random() < 0.4)
    nature.hills(c, 545, 40, c.season.grass[0])
    cx = rng.uniform(820, 1050)
    trees.tree(c, cx - 70, 545, 210, "boeg")
    village_houses.church(c, cx, 545, 260)
    trees.tree(c, cx + 320, 550, 230, "boeg")
    village_houses.farmhouse(c, rng.uniform(150, 240), 575, 330)
    village_houses.farmhouse(c, rng.uniform(1280, 1340), 590, 340)
    village_houses.farmhouse(c, rng.uniform(560, 600), 580, 210)
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
    if rng.random() < 0.6:
        draw_person(c, who[2], px + rng.uniform(-90, 60), 915, 185, rng.choice((-1, 1)), "peger")
    if rng.random() < 0.6:
        rider(c, who[3], rng.uniform(620, 680), 905, 260, 1)
    else:
        draw_person(c, who[3], rng.uniform(640, 700), 900, 270, -1, "gaa")
        dog(c, rng.uniform(500, 560), 905, 92, -1)
    trees.tree(c, rng.uniform(30, 110), 820, 420)
    for _ in range(5):
        trees.bush(
            c, rng.uniform(-20, 1620), rng.uniform(960, 1010), rng.uniform(60, 110), flowers=True
        )
    trees.grass(c, 0, 1600, 930, 18, 60)


def walkers(c: Canvas) -> None:
    """gaaende-par: two people in talk on a path through the open land."""
    rng = c.rng
    sea = rng.random() < 0.6
    nature.countryside(c, 470, sea=sea)
    if rng.random() < 0.7:
        village_houses.farmhouse(c, rng.uniform(100, 1200), 560, 220)
    nature.hills(c, 600, 40, c.season.crops[0])
    nature.hills(c, 680, 50, c.season.grass[1])
    path(c, [(1500, 634, 10), (1420, 668, 40), (1130, 740, 110), (860, 860, 300), (760, 1090, 700)])
    trees.tree(c, rng.uniform(130, 280), 760, rng.uniform(470, 560), "boeg")
    if rng.random() < 0.6:
        trees.tree(c, rng.uniform(1340, 1500), 790, 420)
    kinds = rng.choice(
        (("voksen", "voksen"), ("gammel", "voksen"), ("ung", "gammel"), ("voksen", "gammel"))
    )
    a, b = crowd(rng, 2, *kinds)
    x = rng.uniform(690, 760)
    c.poly([(x - 20, 930), (x + 60, 930), (x + 560, 985), (x + 480, 1000)], c.mood.shade, 0.2)
    c.poly([(x + 160, 944), (x + 230, 944), (x + 720, 995), (x + 640, 1010)], c.mood.shade, 0.2)
    draw_person(c, a, x, 930, 450, 1, "gaa", arm=40, elbow=50)
    if rng.random() < 0.3:
        wheelchair_user(c, b, x + 230, 950, 450, 1)
    else:
        draw_person(c, b, x + 200, 944, 440, 1, "gaa", tilt=-0.1)
    if rng.random() < 0.6:
        dog(c, x + 430, 950, 130, 1)
    trees.grass(c, 0, 560, 940, 22, 50, 0.4)
    trees.grass(c, 1180, 1600, 950, 22, 40, 0.4)


def path(c: Canvas, points: list[tuple[float, float, float]], colour: str = p.SAND) -> None:
    """A path through (x, y, width) from far to near."""
    left = smooth([(x - w / 2, y) for x, y, w in points], closed=False)
    right = smooth([(x + w / 2, y) for x, y, w in points], closed=False)
    c.poly(left + right[::-1], colour)
    c.stipple(left + right[::-1], p.darker(colour, 0.25), 0.4, "bottom")


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
