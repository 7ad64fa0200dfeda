"""Dialogue meetings in the hall."""

from __future__ import annotations

import math

from . import furnishing, props, rooms
from . import palette as p
from .canvas import Canvas
from .company import sitter, wheelchair_user
from .figures import draw_person
from .people import crowd
from .props import round_table


def dialogue(c: Canvas) -> None:
    """dialogmoede: people in a half circle or round tables, somebody at the flip chart."""
    rng = c.rng
    rooms.room(c, 590)
    if rng.random() < 0.5:
        table_groups(c)
        return
    xs = rng.choice(((90, 620, 1150), (180, 980), (330, 900)))
    for x in xs:
        rooms.window(c, x, 110, 340, 350)
        rooms.beam(c, x, 330, 600, 1000)
    for k in range(3):
        rooms.pendant(
            c,
            330 + k * 470 + rng.uniform(-20, 20),
            150 + 20 * (k % 2),
            90,
            rng.choice((p.DEEP, p.BRICK, p.HONEY)),
        )
    rug = rng.choice((p.FJORD, p.ROSE, p.STRAW, p.CLAY))
    c.disc(800, 850, 620, p.darker(rug, 0.15), 150)
    c.disc(800, 846, 590, rug, 138)
    c.disc(800, 846, 440, p.lighter(rug, 0.25), 98)
    tone = rng.choice((p.WOOD, p.DEEP, p.BRICK, p.MOSS))
    who = crowd(rng, 9, "voksen", "gammel", "ung", "voksen", "voksen", "gammel")
    flipchart(c, 800, 690, 300)
    host = rng.choice((-1, 1))
    draw_person(c, who[0], 800 + host * 125, 735, 300, -host, rng.choice(("peger", "taler")))
    for k, (x, y) in enumerate(((430, 735), (600, 700), (1170, 735), (1020, 700))):
        if k in (1, 3) and (x < 800) == (host < 0):
            continue
        sitter(
            c,
            who[1 + k],
            x,
            y,
            262,
            1 if x < 800 else -1,
            rng.choice(("sidde", "sidde-laese")),
            tone,
        )
    if rng.random() < 0.7:
        wheelchair_user(c, who[5], 270, 845, 295, 1)
    else:
        sitter(c, who[5], 270, 845, 290, 1, "sidde", tone)
    sitter(c, who[6], 1340, 845, 290, -1, rng.choice(("sidde", "raekker-op")), tone)
    sitter(c, who[7], 480, 950, 310, 1, rng.choice(("sidde", "raekker-op")), tone)
    sitter(c, who[8], 1120, 955, 310, -1, "sidde", tone)
    furnishing.plant_corner(c, 1530, 760) if rng.random() < 0.6 else props.plant(c, 60, 760, 260)


def table_groups(c: Canvas) -> None:
    """People at round tables in a village hall, with bunting under the ceiling."""
    rng = c.rng
    for pane in rng.choice(((60, 620, 1200), (140, 480, 1110), (80, 760, 1150))):
        rooms.window(c, pane, 140, 330, 330)
        rooms.beam(c, pane, 310, 600, 1000)
    bunting(c, 60)
    flip = rng.choice((1010, 560, 520))
    flipchart(c, flip, 690, 280)
    who = crowd(rng, 15, "voksen", "gammel", "ung", "voksen", "barn", "gammel")
    draw_person(c, who[0], flip + 115, 720, 300, -1, rng.choice(("peger", "taler")))
    tone = rng.choice((p.WOOD, p.DEEP, p.BRICK, p.MOSS))
    k = 1
    for middle, y, h in ((230, 730, 235), (1390, 740, 240), (460, 945, 320), (1150, 955, 325)):
        x = middle + rng.uniform(-25, 25)
        mate = who[k].but(age="voksen") if who[k].age == "barn" else who[k]
        draw_person(
            c, mate, x + 6, y - 22, h * 0.98, rng.choice((-1, 1)), "sidde-bord", seat=y - h * 0.3
        )
        for d in (1, -1):
            seat = x - d * h * 0.56
            if k == 8 and rng.random() < 0.75:
                wheelchair_user(c, who[k + 1], seat, y, h, d, "sidde-bord")
            else:
                young = who[k + 1].but(age="ung") if who[k + 1].age == "barn" else who[k + 1]
                sitter(
                    c,
                    young,
                    seat,
                    y,
                    h,
                    d,
                    rng.choice(("sidde-bord", "sidde-bord", "raekker-op", "sidde-laese")),
                    tone,
                )
            k += 1
        k += 1
        top = round_table(c, x, y, h * 0.8, h * 0.45)
        c.poly(
            [
                (x - h * 0.22, top + 3),
                (x + h * 0.06, top + 5),
                (x + h * 0.1, top - 6),
                (x - h * 0.17, top - 7),
            ],
            p.CHALK,
        )
        props.cup(c, x + h * 0.2, top, h * 0.085)
        props.cup(c, x - h * 0.28, top, h * 0.085, p.CLAY)


def bunting(c: Canvas, y: float) -> None:
    """Little flags on a string."""
    flags = (p.BRICK, p.RAPE, p.SEA, p.CHALK, p.MOSS)
    last = (-20.0, y)
    for k in range(1, 29):
        x = -20 + k * 60
        here = (x, y + 46 * math.sin(math.pi * ((x + 20) % 560) / 560))
        c.line([last, here], 2.5, p.OAK)
        c.poly(
            [
                (last[0] + 12, last[1] + 2),
                (here[0] - 8, here[1] + 2),
                ((last[0] + here[0]) / 2, here[1] + 46),
            ],
            flags[k % 5],
        )
        last = here


def flipchart(c: Canvas, x: float, y: float, h: float) -> None:
    """A flip chart on three legs."""
    w = h * 0.62
    for dx in (-0.4, 0, 0.4):
        c.line([(x + dx * w * 0.6, y - h * 0.6), (x + dx * w * 1.2, y)], 7, p.OAK)
    c.rect(x - w / 2 + 5, y - h + 7, w, h * 0.74, c.mood.shade, 0.2)
    c.rect(x - w / 2, y - h, w, h * 0.74, p.CHALK, r=3)
    c.rect(x - w / 2, y - h, w, 14, p.OAK)
    c.disc(x - w * 0.12, y - h * 0.68, w * 0.2, p.HONEY, alpha=0.8)
    c.disc(x + w * 0.12, y - h * 0.64, w * 0.2, p.FJORD, alpha=0.75)
    for k in range(3):
        c.line(
            [
                (x - w * 0.36, y - h * (0.46 - 0.055 * k)),
                (x + w * c.rng.uniform(0.0, 0.36), y - h * (0.46 - 0.055 * k)),
            ],
            5,
            p.DEEP if k else p.BRICK,
        )
