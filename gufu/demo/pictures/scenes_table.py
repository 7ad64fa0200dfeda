"""Seen from above: a map of the neighbourhood, hands round a table."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point
from .rooms import note


def tabletop(c: Canvas) -> str:
    """Fills the sheet with a table of boards; returns its colour."""
    rng = c.rng
    wood = rng.choice(("#c99f6c", "#d8b98c", "#b78a5e", "#8fa79c"))
    c.fade((-250, -250, 1850, 1250), (p.lighter(wood, 0.12), wood, p.darker(wood, 0.1)))
    for k in range(-2, 13):
        y = k * 110 + 30
        c.line([(-250, y), (1850, y)], 3, p.darker(wood, 0.3), 0.6)
        for _ in range(5):
            x, yy = rng.uniform(-100, 1600), y + rng.uniform(15, 95)
            length = rng.uniform(90, 320)
            c.tube([(x, yy), (x + length / 2, yy + rng.uniform(-6, 6)), (x + length, yy)], [0.6, 2.2, 0.6], p.darker(wood, 0.28), 0.5)
    return wood


def reach(c: Canvas, x: float, y: float, tx: float, ty: float, s: float, pointing: bool = False) -> None:
    """An arm from the edge (x, y) to (tx, ty), its hand ``s`` wide, in clothes by chance."""
    rng = c.rng
    skin = rng.choices(p.SKINS, (4, 4, 4, 4, 4, 4, 3))[0]
    cloth = rng.choice(p.CLOTHES)
    a = math.atan2(ty - y, tx - x)
    ux, uy = math.cos(a), math.sin(a)

    def pt(f: float, side: float) -> Point:
        return tx + ux * f * s - uy * side * s, ty + uy * f * s + ux * side * s

    for shift, tone, alpha in ((s * 0.16, c.mood.shade, 0.22), (0.0, "", 1.0)):
        def at(f: float, side: float, shift: float = shift) -> Point:
            q = pt(f, side)
            return q[0] + shift, q[1] + shift

        cuff = tone or p.lighter(cloth, 0.3)
        c.tube([(x + shift, y + shift), at(-1.3, 0.0)], [s * 1.75, s * 1.05], tone or cloth, alpha)
        if not tone:
            c.tube([at(-1.5, 0.52), at(-1.48, -0.52)], [s * 0.3, s * 0.3], cuff)
        flesh = tone or skin
        c.tube([at(-1.2, 0), at(-0.5, 0)], [s * 0.66, s * 0.7], flesh, alpha)
        c.blob([at(-0.7, -0.36), at(-0.2, -0.5), at(0.25, -0.46), at(0.36, 0), at(0.25, 0.44), at(-0.2, 0.48), at(-0.7, 0.34)], flesh, alpha)
        spread = (-0.36, -0.12, 0.12, 0.35)
        for k, side in enumerate(spread):
            length = (0.62, 0.82, 0.78, 0.58)[k]
            if pointing and k != 1:
                length *= 0.42
            elif pointing:
                length = 1.0
            c.tube([at(0.15, side), at(0.4, side * 1.1), at(0.25 + length, side * 1.35)], [s * 0.25, s * 0.25, s * 0.19], flesh, alpha)
        c.tube([at(-0.3, -0.4), at(0.0, -0.66), at(0.34, -0.78)], [s * 0.3, s * 0.27, s * 0.2], flesh, alpha)
    dark = p.mix(skin, "#8a3f3a", 0.3)
    for side in (-0.24, 0.0, 0.24):
        c.tube([pt(0.22, side), pt(0.45, side * 1.15)], [s * 0.02, s * 0.05], dark, 0.6)
    nail = p.lighter(skin, 0.35)
    for k, side in enumerate((-0.36, -0.12, 0.12, 0.35)):
        length = (0.62, 0.82, 0.78, 0.58)[k] if not pointing else (1.0 if k == 1 else 0.0)
        if length:
            c.disc(*pt(0.22 + length, side * 1.34), s * 0.06, nail, alpha=0.9)


def mug(c: Canvas, x: float, y: float, s: float) -> None:
    """A cup from above."""
    tone = c.rng.choice((p.CHALK, p.CLAY, p.FJORD, p.HONEY))
    c.disc(x + s * 0.14, y + s * 0.16, s * 0.72, c.mood.shade, alpha=0.22)
    c.disc(x, y, s * 0.72, p.CREAM)
    c.tube([(x + s * 0.4, y), (x + s * 0.75, y + s * 0.1)], [s * 0.2, s * 0.16], tone)
    c.disc(x, y, s * 0.5, tone)
    c.disc(x, y, s * 0.4, "#6a4028")
    c.tube([(x - s * 0.2, y - s * 0.16), (x - s * 0.05, y - s * 0.26), (x + s * 0.12, y - s * 0.24)], [1, s * 0.07, 1], p.CLAY)


def sheet(c: Canvas, x: float, y: float, w: float, h: float, tilt: float, colour: str = p.CHALK) -> None:
    """A paper lying on the table, turned by ``tilt`` radians about its centre."""
    def corner(u: float, v: float, shift: float = 0) -> Point:
        return x + u * math.cos(tilt) - v * math.sin(tilt) + shift, y + u * math.sin(tilt) + v * math.cos(tilt) + shift

    box = [(-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)]
    c.poly([corner(u, v, 8) for u, v in box], c.mood.shade, 0.2)
    c.poly([corner(u, v) for u, v in box], colour)
    for k in range(5):
        v = -h * 0.32 + k * h * 0.13
        c.line([corner(-w * 0.36, v), corner(w * c.rng.uniform(0.0, 0.36), v)], 4 if k else 8, p.DEEP if not k else p.STONE)


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
        sheet(c, 800 + 590 * math.cos(a), 500 + 350 * math.sin(a), 190, 140, rng.uniform(-0.5, 0.5), rng.choice((p.CHALK, p.CREAM, p.STRAW)))
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
        reach(c, ex, ey, 800 + 560 * inner * math.cos(a), 500 + 440 * inner * math.sin(a), 88, rng.random() < 0.3)


def round_top(c: Canvas) -> None:
    """A round table on a floor, perhaps with a checked cloth."""
    rng = c.rng
    floor = rng.choice((p.FJORD, "#a9b8a4", p.CLAY, p.DUSK, p.DEEP))
    c.fade((-250, -250, 1850, 1250), (p.lighter(floor, 0.15), floor))
    c.disc(824, 530, 720, c.mood.shade, 590, 0.25)
    wood = rng.choice((p.WOOD, "#d8b98c", p.CREAM, p.OAK))
    circle = [(800 + 700 * math.cos(k * math.pi / 40), 500 + 570 * math.sin(k * math.pi / 40)) for k in range(80)]
    c.poly(circle, wood)
    if rng.random() < 0.5:
        tone = rng.choice((p.BRICK, p.SEA, p.HONEY, p.BEECH))
        with c.within(circle):
            c.rect(0, -100, 1600, 1200, p.CHALK)
            for k in range(-1, 26):
                c.rect(k * 66, -100, 33, 1200, tone, 0.4)
                c.rect(0, k * 66 - 60, 1600, 33, tone, 0.4)
    else:
        with c.within(circle):
            for k in range(12):
                c.line([(0, k * 100), (1600, k * 100)], 3, p.darker(wood, 0.25), 0.5)
    c.stipple(circle, p.darker(wood, 0.3), 0.3, "bottom")


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
            c.disc(800 + r * math.cos(a), 500 + r * 0.82 * math.sin(a), 19, rng.choice((p.BRICK, p.DEEP, p.HONEY, p.MOSS)))
    for k in range(3):
        note(c, 730 + k * 52, 462 + 20 * (k % 2), 52, tilt=rng.uniform(-0.2, 0.2))


def big_sheet(c: Canvas) -> None:
    """A big sheet with a sketch everybody draws on."""
    rng = c.rng
    c.poly([(428, 270), (1180, 246), (1196, 744), (436, 764)], c.mood.shade, 0.2)
    c.poly([(420, 258), (1172, 236), (1186, 732), (428, 752)], p.CHALK)
    for k in range(5):
        x, y = 560 + 120 * k, 600 - 26 * (k % 2)
        tone = (p.BRICK, p.HONEY, p.SEA, p.CLAY, p.MOSS)[k]
        c.rect(x - 36, y - 60, 72, 62, tone)
        c.poly([(x - 46, y - 58), (x, y - 104), (x + 46, y - 58)], p.darker(tone, 0.3))
    for k in range(6):
        c.disc(500 + 122 * k, 580, 26, p.BEECH, 34)
    c.tube([(450, 660), (640, 630), (860, 672), (1160, 640)], [16, 20, 20, 16], p.STRAW)
    c.disc(1060, 340, 44, p.RAPE)
    for k in range(3):
        note(c, 470 + 150 * k + rng.uniform(-20, 20), 300 + rng.uniform(-16, 30), 82, tilt=rng.uniform(-0.15, 0.15))
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
            tilt, tone = rng.uniform(-0.1, 0.1), rng.choice((p.DEEP, p.BRICK, p.HONEY, p.MOSS, p.FJORD, p.DUSK))
            face = rng.random() < 0.7
            box = [(x + u * math.cos(tilt) - v * math.sin(tilt), y + u * math.sin(tilt) + v * math.cos(tilt)) for u, v in ((-64, -90), (64, -90), (64, 90), (-64, 90))]
            c.poly([(a + 6, b + 7) for a, b in box], c.mood.shade, 0.22)
            c.poly(box, p.CHALK if face else tone)
            if face:
                c.disc(x, y - 24, 34, tone)
                c.disc(x + 12, y - 32, 14, p.lighter(tone, 0.45))
                for j in range(3):
                    c.line([(x - 38, y + 32 + 15 * j), (x + rng.uniform(0, 38), y + 32 + 15 * j)], 5, p.STONE)
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
    for x, y in ((500, 380), (1110, 620)):
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
            c.disc(x + 10 * math.cos(j * 1.257), y + 10 * math.sin(j * 1.257), 8, p.lighter(tone, 0.12 * (k % 4)))
        c.disc(x, y, 5, p.HONEY)


def area_map(c: Canvas) -> None:
    """kort-over-lokalomraade: the two islands and the sound on the table, with pins and hands."""
    rng = c.rng
    tabletop(c)
    c.poly([(176, 96), (1448, 76), (1470, 916), (150, 936)], c.mood.shade, 0.25)
    frame = [(160, 80), (1440, 66), (1456, 900), (138, 918)]
    c.poly(frame, p.CREAM)
    inner = [(190, 108), (1412, 96), (1426, 872), (170, 888)]
    with c.within(inner):
        c.rect(0, 0, 1600, 1000, p.FJORD)
        for k in range(16):
            y = 90 + k * 56
            c.tube([(700 + rng.uniform(-60, 60), y), (760, y + 6), (840, y)], [0.5, 3, 0.5], p.CHALK, 0.6)
        shift = rng.uniform(-60, 60)
        west = [(60, 150), (420, 130), (620 + shift, 210), (680 + shift, 380), (610 + shift, 520), (700 + shift, 660), (560, 800), (300, 850), (40, 820)]
        east = [(900 + shift, 60), (1250, 90), (1600, 60), (1600, 900), (1240, 960), (1060 + shift, 830), (900 + shift, 700), (860 + shift, 520), (800 + shift, 360), (840 + shift, 190)]
        for land in (west, east):
            c.blob([(x, y + 12) for x, y in land], p.SEA, 0.5)
            c.blob(land, "#dfe0b4")
            with c.within(land, soft=True):
                patches(c)
        road = [(150, 360), (400, 420), (610 + shift, 450), (860 + shift, 430), (1100, 360), (1440, 420)]
        for width, tone in ((18, p.CHALK), (9, p.HONEY)):
            c.tube(road, [width, width], tone)
        for line in ([(400, 420), (460, 620), (380, 850)], [(1100, 360), (1060, 600), (1180, 880)], [(1100, 360), (1160, 200), (1120, 60)], [(400, 420), (380, 240), (300, 120)]):
            c.tube(line, [10, 10], p.CHALK)
        towns = [(400, 420), (1100, 360), (460, 620), (1060, 600), (310, 240), (1300, 700), (1260, 220), (620 + shift, 440)]
        for x, y in towns:
            for _ in range(9):
                hx, hy = x + rng.uniform(-46, 46), y + rng.uniform(-36, 36)
                c.rect(hx, hy, 15, 11, rng.choice((p.BRICK, p.CLAY, p.RUST)))
        for _ in range(5):
            x, y = rng.choice(towns)
            pin(c, x + rng.uniform(-70, 70), y + rng.uniform(-60, 60), rng.uniform(48, 64))
    for k in (0.25, 0.5, 0.75):
        for a, b in (((160 + 1280 * k, 80 - 14 * k), (138 + 1318 * k, 918 - 18 * k)),):
            c.line([a, b], 2, c.mood.shade, 0.2)
    for _ in range(4):
        note(c, rng.uniform(240, 1300), rng.uniform(150, 780), 80, tilt=rng.uniform(-0.15, 0.15))
    mug(c, rng.choice((80, 1530)), rng.uniform(300, 700), 76)
    edges = [(rng.uniform(150, 500), 1180), (rng.uniform(1000, 1450), 1180), (-220, rng.uniform(300, 700)), (1820, rng.uniform(200, 700)), (rng.uniform(900, 1300), -220)]
    for k, (x, y) in enumerate(rng.sample(edges, 4)):
        reach(c, x, y, x + (800 - x) * rng.uniform(0.42, 0.55), y + (500 - y) * rng.uniform(0.42, 0.58), 88, k % 2 == 0)


def patches(c: Canvas) -> None:
    """Fields and woods on the map."""
    rng = c.rng
    for _ in range(46):
        x, y = rng.uniform(100, 1500), rng.uniform(60, 900)
        w, h, s = rng.uniform(60, 130), rng.uniform(44, 90), rng.uniform(-22, 22)
        c.poly([(x, y), (x + w, y + s), (x + w - s, y + h + s), (x - s, y + h)], rng.choice((p.RAPE, p.STRAW, p.LEAF, "#c9cf8f", "#e6d79a")), 0.85)
    for _ in range(9):
        x, y = rng.uniform(120, 1480), rng.uniform(100, 880)
        for _ in range(9):
            c.disc(x + rng.uniform(-44, 44), y + rng.uniform(-30, 30), rng.uniform(11, 18), rng.choice((p.BEECH, p.MOSS)))


def pin(c: Canvas, x: float, y: float, s: float) -> None:
    """A map pin whose point is at (x, y)."""
    tone = c.rng.choice((p.BRICK, p.DEEP, p.HONEY, p.PLUM))
    c.tube([(x, y), (x + s * 0.5, y - s * 0.3)], [2, s * 0.4], c.mood.shade, 0.25)
    c.poly([(x, y), (x - s * 0.3, y - s * 0.62), (x + s * 0.3, y - s * 0.62)], tone)
    c.disc(x, y - s * 0.74, s * 0.34, tone)
    c.disc(x, y - s * 0.74, s * 0.14, p.CHALK)
