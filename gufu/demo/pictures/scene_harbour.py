"""The harbour."""

from __future__ import annotations

from . import houses, nature, vehicles
from . import palette as p
from .canvas import Canvas
from .figures import draw_person
from .people import crowd, make_person
from .texture import veil


def harbour(c: Canvas) -> None:
    """havn: red sheds, boats on the sound, the bridge far away."""
    rng = c.rng
    nature.sky(c, 470)
    nature.water(c, 470, 1100)
    nature.hills(c, 470, 16, p.FJORD, 0.5)
    nature.water(c, 476, 1100)
    if rng.random() < 0.7:
        bridge(c, 452)
    else:
        for _ in range(5):
            nature.turbine(c, rng.uniform(100, 1500), 472, rng.uniform(60, 100))
    veil(c, 380, 480, c.mood.haze, 0.35)
    c.poly([(760, 640), (1850, 590), (1850, 700), (760, 670)], p.darker(p.STONE, 0.2))
    c.poly([(740, 630), (1850, 580), (1850, 625), (740, 650)], p.PAVING)
    x = 860.0
    for k in range(4):
        w = rng.uniform(150, 190)
        base = 634 - (x - 740) * 0.045
        wall = rng.choice((p.BRICK, p.RUST, p.DEEP, "#dcb469", p.BRICK))
        c.rect(x, base - 150, w, 150, wall)
        for b in range(int(w / 16)):
            c.line([(x + b * 16, base - 150), (x + b * 16, base)], 1.5, p.darker(wall, 0.3), 0.5)
        c.poly([(x - 8, base - 146), (x + w / 2, base - 235), (x + w + 8, base - 146)], wall)
        c.line(
            [(x - 12, base - 142), (x + w / 2, base - 238), (x + w + 12, base - 142)], 11, p.CHALK
        )
        houses.pane(c, x + w / 2 - 18, base - 190, 36, 34)
        houses.door(c, x + w * 0.3, base, w * 0.4, 92, p.darker(wall, 0.3))
        x += w + 12
        if k == 1:
            draw_person(
                c,
                make_person(rng, "gammel", cut="frakke", hat="kasket"),
                x + 6,
                base + 18,
                120,
                -1,
                "staa",
            )
    for k in range(3):
        vehicles.boat(
            c,
            760 + k * 260 + rng.uniform(-40, 40),
            730 + rng.uniform(-15, 35),
            rng.uniform(170, 220),
            rng.choice((p.DEEP, p.BRICK, p.CHALK, p.MOSS)),
            k != 1,
        )
    vehicles.boat(
        c,
        rng.uniform(200, 480),
        rng.uniform(590, 640),
        rng.uniform(150, 200),
        rng.choice((p.BRICK, p.CHALK)),
        True,
    )
    pier(c)
    who = crowd(rng, 4, "voksen", "barn", "ung", "gammel")
    px = rng.uniform(240, 340)
    draw_person(c, who[0], px, 872, 285, 1, rng.choice(("peger", "staa", "kop")))
    draw_person(c, who[1], px + 120, 880, 190, 1, rng.choice(("raekker", "vinker", "staa")))
    draw_person(c, who[2], 590, 872, 290, -1, rng.choice(("kop", "laene", "arme")))
    for k in range(3):
        gx, gy = rng.uniform(100, 1500), rng.uniform(120, 380)
        nature.bird(c, gx, gy, 24 - k * 3)


def pier(c: Canvas) -> None:
    """A wooden pier in the foreground."""
    for x in (60, 330, 600, 800):
        c.rect(x, 840, 30, 260, p.BARK)
        c.rect(x - 3, 816, 36, 14, p.CHALK)
    c.poly([(-200, 850), (870, 850), (930, 960), (-200, 960)], p.WOOD)
    for k in range(26):
        x = -180 + k * 41
        c.line([(x, 850), (x + (x - 300) * 0.1, 960)], 2.5, p.darker(p.WOOD, 0.35), 0.6)
    c.poly([(-200, 960), (930, 960), (920, 990), (-200, 990)], p.darker(p.WOOD, 0.35))
    c.stipple(
        [(-200, 850), (870, 850), (930, 960), (-200, 960)], p.lighter(p.WOOD, 0.4), 0.4, "top"
    )


def bridge(c: Canvas, y: float) -> None:
    """The bridge over the sound, far away."""
    tone = p.mix("#5e7f8f", c.mood.haze, 0.4)
    c.rect(-200, y, 2000, 9, tone)
    for k in range(-1, 14):
        c.rect(k * 130, y, 8, 30, tone)
    for k in range(3):
        x = 400 + k * 130
        pts = [(x + 130 * t / 8, y - 44 * (1 - ((t - 4) / 4) ** 2)) for t in range(9)]
        c.line(pts, 6, tone)
        for q in pts[1:-1]:
            c.line([q, (q[0], y)], 2.5, tone)
