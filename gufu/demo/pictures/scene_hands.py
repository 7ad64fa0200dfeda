"""Hands round a table."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas
from .rooms import note
from .tabletop import mug, reach, round_top, sheet, tabletop


def hands(c: Canvas) -> None:
    """haender-om-bord: many hands round what they make together."""
    rng = c.rng
    layout = rng.choice(("kreds", "ark", "kort", "sten", "kaffe"))
    if rng.random() < 0.45:
        round_top(c)
    else:
        tabletop(c)
    for _ in range(0 if layout == "kaffe" else 5):
        a = rng.uniform(0, 2 * math.pi)
        sheet(
            c,
            800 + 590 * math.cos(a),
            500 + 350 * math.sin(a),
            190,
            140,
            rng.uniform(-0.5, 0.5),
            rng.choice((p.CHALK, p.CREAM, p.STRAW)),
        )
    for k in range(4):
        a = k * math.pi / 2 + rng.uniform(0.3, 1.2)
        mug(c, 800 + 620 * math.cos(a), 500 + 380 * math.sin(a), 66)
    {"kreds": rings, "ark": big_sheet, "kort": cards, "sten": pebbles, "kaffe": coffee}[layout](c)
    count = rng.choice((5, 6, 7, 8))
    turn = rng.uniform(0, 6)
    for k in range(count):
        a = turn + 2 * math.pi * k / count + rng.uniform(-0.12, 0.12)
        inner = rng.uniform(0.56, 0.74)
        ex, ey = 800 + 1150 * math.cos(a + rng.uniform(-0.1, 0.1)), 500 + 820 * math.sin(a)
        reach(
            c,
            ex,
            ey,
            800 + 560 * inner * math.cos(a),
            500 + 440 * inner * math.sin(a),
            88,
            rng.random() < 0.3,
        )


def rings(c: Canvas) -> None:
    """A drawing of circles: those closest in the middle, others further out."""
    rng = c.rng
    sheet(c, 800, 500, 720, 560, rng.uniform(-0.05, 0.05))
    c.disc(800, 500, 310, p.CHALK, 250)
    tones = rng.sample((p.FJORD, p.MIST, p.LEAF, p.ROSE, p.STRAW), 3)
    for k, r in enumerate((300, 205, 105)):
        c.disc(800, 500, r, p.DEEP, r * 0.82)
        c.disc(800, 500, r - 5, p.mix(tones[k], p.CHALK, 0.35), r * 0.82 - 5)
    for k, r in enumerate((252, 155)):
        for j in range(8 - 3 * k):
            a = 2 * math.pi * j / (8 - 3 * k) + k + rng.uniform(-0.1, 0.1)
            c.disc(
                800 + r * math.cos(a),
                500 + r * 0.82 * math.sin(a),
                19,
                rng.choice((p.BRICK, p.DEEP, p.HONEY, p.MOSS)),
            )
    for k in range(3):
        note(c, 730 + k * 52, 462 + 20 * (k % 2), 52, tilt=rng.uniform(-0.2, 0.2))


def big_sheet(c: Canvas) -> None:
    """A big sheet with a sketch everybody draws on."""
    rng = c.rng
    c.poly([(428, 270), (1180, 246), (1196, 744), (436, 764)], c.mood.shade, 0.2)
    c.poly([(420, 258), (1172, 236), (1186, 732), (428, 752)], p.CHALK)
    for k in range(5):
        x, y = 560.0 + 120 * k, 600.0 - 26 * (k % 2)
        tone = (p.BRICK, p.HONEY, p.SEA, p.CLAY, p.MOSS)[k]
        c.rect(x - 36, y - 60, 72, 62, tone)
        c.poly([(x - 46, y - 58), (x, y - 104), (x + 46, y - 58)], p.darker(tone, 0.3))
    for k in range(6):
        c.disc(500 + 122 * k, 580, 26, p.BEECH, 34)
    c.tube([(450, 660), (640, 630), (860, 672), (1160, 640)], [16, 20, 20, 16], p.STRAW)
    c.disc(1060, 340, 44, p.RAPE)
    for k in range(3):
        note(
            c,
            470 + 150 * k + rng.uniform(-20, 20),
            300 + rng.uniform(-16, 30),
            82,
            tilt=rng.uniform(-0.15, 0.15),
        )
    for k in range(4):
        x, y = rng.uniform(460, 1100), rng.uniform(680, 730)
        c.tube([(x, y), (x + 92, y - 24)], [13, 13], (p.BRICK, p.SEA, p.HONEY, p.MOSS)[k])
        c.tube([(x + 92, y - 24), (x + 108, y - 28)], [12, 3], p.STRAW)


def cards(c: Canvas) -> None:
    """Cards in rows, each with a sign of its own."""
    rng = c.rng
    for row in range(2):
        for k in range(4):
            x, y = 545 + 170 * k + rng.uniform(-8, 8), 390 + 220 * row + rng.uniform(-8, 8)
            tilt, tone = (
                rng.uniform(-0.1, 0.1),
                rng.choice((p.DEEP, p.BRICK, p.HONEY, p.MOSS, p.FJORD, p.DUSK)),
            )
            face = rng.random() < 0.7
            box = [
                (
                    x + u * math.cos(tilt) - v * math.sin(tilt),
                    y + u * math.sin(tilt) + v * math.cos(tilt),
                )
                for u, v in ((-64, -90), (64, -90), (64, 90), (-64, 90))
            ]
            c.poly([(a + 6, b + 7) for a, b in box], c.mood.shade, 0.22)
            c.poly(box, p.CHALK if face else tone)
            if face:
                c.disc(x, y - 24, 34, tone)
                c.disc(x + 12, y - 32, 14, p.lighter(tone, 0.45))
                for j in range(3):
                    c.line(
                        [(x - 38, y + 32 + 15 * j), (x + rng.uniform(0, 38), y + 32 + 15 * j)],
                        5,
                        p.STONE,
                    )
            else:
                c.disc(x, y, 36, p.lighter(tone, 0.3))
                c.disc(x, y, 20, tone)


def pebbles(c: Canvas) -> None:
    """A bowl in the middle, stones and shells from the shore round it."""
    rng = c.rng
    c.disc(812, 514, 178, c.mood.shade, 150, 0.22)
    c.disc(800, 500, 176, rng.choice((p.CLAY, p.SEA, p.CREAM)), 148)
    c.disc(800, 500, 150, p.darker(p.CLAY, 0.3), 124)
    for _ in range(11):
        a, r = rng.uniform(0, 2 * math.pi), rng.uniform(0, 100)
        x, y = 800 + r * math.cos(a), 500 + r * 0.8 * math.sin(a)
        tone = rng.choice((p.LEAF, p.BRICK, p.HONEY, "#c94f3d"))
        c.disc(x, y, 38, tone)
        c.disc(x - 10, y - 11, 11, p.lighter(tone, 0.45), 8)
        c.tube([(x, y - 8), (x + 6, y - 26)], [4, 3], p.BARK)
    for k in range(9):
        a = 2 * math.pi * k / 9 + rng.uniform(-0.1, 0.1)
        note(c, 770 + 285 * math.cos(a), 470 + 222 * math.sin(a), 64, tilt=rng.uniform(-0.2, 0.2))


def coffee(c: Canvas) -> None:
    """Coffee, buns and one sheet to agree on."""
    rng = c.rng
    sheet(c, 800, 520, 330, 400, rng.uniform(-0.12, 0.12))
    for x, y in ((500.0, 380.0), (1110.0, 620.0)):
        c.disc(x + 8, y + 10, 120, c.mood.shade, 104, 0.22)
        c.disc(x, y, 118, p.CHALK, 102)
        c.disc(x, y, 92, p.MIST, 80)
        for k in range(5):
            a = 2 * math.pi * k / 5
            c.disc(x + 46 * math.cos(a), y + 40 * math.sin(a), 32, p.WOOD, 27)
            c.disc(x + 46 * math.cos(a) - 6, y + 40 * math.sin(a) - 6, 18, p.HONEY, 14)
    c.disc(1108, 368, 84, c.mood.shade, alpha=0.22)
    c.disc(1100, 358, 82, rng.choice((p.BRICK, p.DEEP, p.HONEY)))
    c.tube([(1160, 320), (1214, 288)], [32, 20], p.STONE)
    c.disc(1100, 358, 58, p.STONE)
    c.disc(1094, 350, 46, p.lighter(p.STONE, 0.4))
    c.disc(1100, 358, 15, p.OAK)
    c.disc(528, 668, 66, c.mood.shade, alpha=0.22)
    c.disc(520, 660, 62, p.DEEP)
    tone = rng.choice(c.season.flowers)
    for k in range(16):
        a, r = k * 2.4, 13 * math.sqrt(k)
        x, y = 520 + r * math.cos(a), 660 + r * math.sin(a)
        for j in range(5):
            c.disc(
                x + 10 * math.cos(j * 1.257),
                y + 10 * math.sin(j * 1.257),
                8,
                p.lighter(tone, 0.12 * (k % 4)),
            )
        c.disc(x, y, 5, p.HONEY)
