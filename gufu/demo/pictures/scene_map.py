"""A map of the neighbourhood on the table."""

from __future__ import annotations

from . import palette as p
from .canvas import Canvas
from .rooms import note
from .tabletop import mug, reach, tabletop


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
            y = 90.0 + k * 56
            c.tube(
                [(700 + rng.uniform(-60, 60), y), (760, y + 6), (840, y)],
                [0.5, 3, 0.5],
                p.CHALK,
                0.6,
            )
        shift = rng.uniform(-60, 60)
        islands(c, shift)
        roads_and_towns(c, shift)
    for share in (0.25, 0.5, 0.75):
        fold = [(160 + 1280 * share, 80 - 14 * share), (138 + 1318 * share, 918 - 18 * share)]
        c.line(fold, 2, c.mood.shade, 0.2)
    for _ in range(4):
        note(c, rng.uniform(240, 1300), rng.uniform(150, 780), 80, tilt=rng.uniform(-0.15, 0.15))
    mug(c, rng.choice((80, 1530)), rng.uniform(300, 700), 76)
    edges = [
        (rng.uniform(150, 500), 1180),
        (rng.uniform(1000, 1450), 1180),
        (-220, rng.uniform(300, 700)),
        (1820, rng.uniform(200, 700)),
        (rng.uniform(900, 1300), -220),
    ]
    for k, (x, y) in enumerate(rng.sample(edges, 4)):
        reach(
            c,
            x,
            y,
            x + (800 - x) * rng.uniform(0.42, 0.55),
            y + (500 - y) * rng.uniform(0.42, 0.58),
            88,
            k % 2 == 0,
        )


def islands(c: Canvas, shift: float) -> None:
    """The land on both sides of the sound; ``shift`` moves the sound."""
    west = [
        (60, 150),
        (420, 130),
        (620 + shift, 210),
        (680 + shift, 380),
        (610 + shift, 520),
        (700 + shift, 660),
        (560, 800),
        (300, 850),
        (40, 820),
    ]
    east = [
        (900 + shift, 60),
        (1250, 90),
        (1600, 60),
        (1600, 900),
        (1240, 960),
        (1060 + shift, 830),
        (900 + shift, 700),
        (860 + shift, 520),
        (800 + shift, 360),
        (840 + shift, 190),
    ]
    for land in (west, east):
        c.blob([(x, y + 12) for x, y in land], p.SEA, 0.5)
        c.blob(land, "#dfe0b4")
        with c.within(land, soft=True):
            patches(c)


def roads_and_towns(c: Canvas, shift: float) -> None:
    """Roads, the bridge, houses and pins."""
    rng = c.rng
    road = [
        (150, 360),
        (400, 420),
        (610 + shift, 450),
        (860 + shift, 430),
        (1100, 360),
        (1440, 420),
    ]
    for width, tone in ((18, p.CHALK), (9, p.HONEY)):
        c.tube(road, [width, width], tone)
    for line in (
        [(400, 420), (460, 620), (380, 850)],
        [(1100, 360), (1060, 600), (1180, 880)],
        [(1100, 360), (1160, 200), (1120, 60)],
        [(400, 420), (380, 240), (300, 120)],
    ):
        c.tube(line, [10, 10], p.CHALK)
    towns = [
        (400, 420),
        (1100, 360),
        (460, 620),
        (1060, 600),
        (310, 240),
        (1300, 700),
        (1260, 220),
        (620 + shift, 440),
    ]
    for x, y in towns:
        for _ in range(9):
            hx, hy = x + rng.uniform(-46, 46), y + rng.uniform(-36, 36)
            c.rect(hx, hy, 15, 11, rng.choice((p.BRICK, p.CLAY, p.RUST)))
    for _ in range(5):
        x, y = rng.choice(towns)
        pin(c, x + rng.uniform(-70, 70), y + rng.uniform(-60, 60), rng.uniform(48, 64))


def patches(c: Canvas) -> None:
    """Fields and woods on the map."""
    rng = c.rng
    for _ in range(46):
        x, y = rng.uniform(100, 1500), rng.uniform(60, 900)
        w, h, s = rng.uniform(60, 130), rng.uniform(44, 90), rng.uniform(-22, 22)
        c.poly(
            [(x, y), (x + w, y + s), (x + w - s, y + h + s), (x - s, y + h)],
            rng.choice((p.RAPE, p.STRAW, p.LEAF, "#c9cf8f", "#e6d79a")),
            0.85,
        )
    for _ in range(9):
        x, y = rng.uniform(120, 1480), rng.uniform(100, 880)
        for _ in range(9):
            c.disc(
                x + rng.uniform(-44, 44),
                y + rng.uniform(-30, 30),
                rng.uniform(11, 18),
                rng.choice((p.BEECH, p.MOSS)),
            )


def pin(c: Canvas, x: float, y: float, s: float) -> None:
    """A map pin whose point is at (x, y)."""
    tone = c.rng.choice((p.BRICK, p.DEEP, p.HONEY, p.PLUM))
    c.tube([(x, y), (x + s * 0.5, y - s * 0.3)], [2, s * 0.4], c.mood.shade, 0.25)
    c.poly([(x, y), (x - s * 0.3, y - s * 0.62), (x + s * 0.3, y - s * 0.62)], tone)
    c.disc(x, y - s * 0.74, s * 0.34, tone)
    c.disc(x, y - s * 0.74, s * 0.14, p.CHALK)
