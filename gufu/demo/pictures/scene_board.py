"""Boards and walls full of notes."""

from __future__ import annotations

import math
from itertools import pairwise

from . import palette as p
from . import props, rooms
from .canvas import Canvas
from .company import wheelchair_user
from .figures import draw_person
from .people import crowd

TONES = (p.RAPE, p.ROSE, p.FJORD, p.LEAF, p.CLAY)


def sticky_wall(c: Canvas) -> None:
    """tavle-med-sedler: people sort notes on a board or a wall."""
    rng = c.rng
    rooms.room(c, 720)
    layout = rng.choice((columns, clusters, route, ladder, sheets))
    x0 = rng.choice((110, 240, 370))
    layout(c, x0, 70, 1120, 540)
    for side, x in ((-1, x0 - 120), (1, x0 + 1240)):
        if 60 < x < 1540:
            if rng.random() < 0.5:
                rooms.pendant(c, x, 150, 90, rng.choice((p.HONEY, p.BRICK, p.DEEP)))
            props.plant(c, x, 890, rng.uniform(230, 330))
        elif rng.random() < 0.5:
            rooms.pendant(c, 800 + side * 420, 110, 84, rng.choice((p.HONEY, p.BRICK, p.DEEP)))
    company(c, x0)


def company(c: Canvas, x0: float) -> None:
    """Two to four people at the board, which begins at ``x0``."""
    rng = c.rng
    who = crowd(
        rng,
        4,
        *rng.choice(
            (("voksen", "ung", "gammel", "voksen"), ("gammel", "voksen", "ung"), ("voksen",))
        ),
    )
    places = rng.choice(
        ((70, 430, 1010), (150, 620, 1040), (90, 820, 1060), (200, 960), (60, 330, 1000))
    )
    poses = [
        "raekker",
        rng.choice(("peger", "arme", "raekker", "laese")),
        rng.choice(("kop", "taler", "laese", "peger")),
    ]
    for k, dx in enumerate(places):
        last = k == len(places) - 1
        pose = poses[k] if not last else rng.choice(("kop", "taler", "laese", "raekker"))
        h = rng.uniform(540, 590)
        spot = draw_person(c, who[k], x0 + dx, 955 - 14 * k, h, -1 if last else 1, pose)
        if pose in ("raekker", "laese"):
            rooms.note(c, spot["hand"][0] - 24, spot["hand"][1] - 54, 64, rng.choice(TONES))
    if rng.random() < 0.6:
        gaps = [(b - a, (a + b) / 2) for a, b in pairwise(places)]
        wheelchair_user(
            c,
            who[3],
            x0 + max(gaps)[1] + 10,
            972,
            500,
            rng.choice((-1, 1)),
            rng.choice(("sidde-laese", "sidde-bord")),
        )


def frame(c: Canvas, x: float, y: float, w: float, h: float, fill: str = p.CHALK) -> None:
    """A board with a wooden frame."""
    c.rect(x + 8, y + 12, w, h, c.mood.shade, 0.2)
    c.rect(x - 14, y - 14, w + 28, h + 28, p.WOOD, r=5)
    c.rect(x, y, w, h, fill)


def columns(c: Canvas, x0: float, y0: float, w: float, h: float) -> None:
    """Notes in columns under headings."""
    rng = c.rng
    frame(c, x0, y0, w, h)
    count = rng.choice((3, 4, 5))
    tones = rng.sample(TONES, 5)
    cw, s = w / count, 82
    per = max(2, int((cw - 30) / (s + 16)))
    for col in range(count):
        cx = x0 + col * cw
        if col:
            c.line([(cx, y0 + 26), (cx, y0 + h - 26)], 4, p.STONE, 0.7)
        c.rect(cx + 24, y0 + 26, cw - 60, 16, p.DEEP, r=8)
        for k in range(per * 4):
            if rng.random() < 0.7:
                nx, ny = cx + 22 + (k % per) * (s + 16), y0 + 66 + (k // per) * (s + 26)
                tone = tones[col] if rng.random() < 0.7 else ""
                rooms.note(
                    c,
                    nx + rng.uniform(-6, 6),
                    ny + rng.uniform(-6, 6),
                    s,
                    tone,
                    rng.uniform(-0.09, 0.09),
                )


def clusters(c: Canvas, x0: float, y0: float, w: float, h: float) -> None:
    """Notes gathered in rings on a board."""
    rng = c.rng
    surface = rng.choice((p.CHALK, p.CHALK, p.PINE, p.DEEP))
    ink = p.DEEP if surface == p.CHALK else p.CHALK
    frame(c, x0, y0, w, h, surface)
    centres = [(0.2, 0.32), (0.52, 0.62), (0.8, 0.3), (0.2, 0.78), (0.84, 0.76)]
    for k, (u, v) in enumerate(centres[: rng.choice((4, 5))]):
        cx, cy = x0 + w * u, y0 + h * v
        n = 7 if k == 1 else rng.choice((3, 4))
        r = 128 if k == 1 else 78
        if k != 1:
            mx, my = x0 + w * 0.52, y0 + h * 0.62
            a = math.atan2(cy - my, cx - mx)
            c.line(
                [
                    (mx + 170 * math.cos(a), my + 150 * math.sin(a)),
                    (cx - 128 * math.cos(a), cy - 118 * math.sin(a)),
                ],
                5,
                ink,
                0.8,
            )
        ring = [
            (
                cx + (r + 56) * math.cos(t / 6) * rng.uniform(0.97, 1.03),
                cy + (r + 36) * math.sin(t / 6),
            )
            for t in range(39)
        ]
        c.line(ring, 5, TONES[k] if surface != p.CHALK else p.darker(TONES[k], 0.15))
        for j in range(n):
            a = 2 * math.pi * j / n + k
            rooms.note(
                c,
                cx + r * 0.68 * math.cos(a) - 34,
                cy + r * 0.6 * math.sin(a) - 34,
                68,
                TONES[k] if rng.random() < 0.8 else "",
                rng.uniform(-0.12, 0.12),
            )


def route(c: Canvas, x0: float, y0: float, w: float, h: float) -> None:
    """A long roll of paper with a drawn road and notes along it."""
    rng = c.rng
    paper = rng.choice(("#cfa878", p.CREAM, "#e2c79c"))
    c.rect(-60, y0 + 40, 1720, h - 60, c.mood.shade, 0.15)
    c.rect(-60, y0 + 28, 1720, h - 60, paper)
    line = [(-20.0, y0 + h * 0.6)]
    for k in range(8):
        line.append((110 + 200 * k, y0 + h * (0.32 + 0.3 * (k % 2)) + rng.uniform(-24, 24)))
    line.append((1640, y0 + h * 0.4))
    c.tube(line, [40, 40], p.DEEP, 0.85)
    c.tube(line, [5, 5], p.CHALK)
    for k, (x, y) in enumerate(line[1:-1]):
        c.disc(x, y, 30, p.CHALK)
        c.disc(x, y, 20, (p.BRICK, p.HONEY, p.MOSS, p.SEA)[k % 4])
        for j in range(rng.choice((2, 3))):
            up = 1 if k % 2 else -1
            rooms.note(
                c,
                x - 70 + j * 62,
                y + up * 96 - 36 + rng.uniform(-16, 16),
                66,
                rng.choice((p.LEAF, p.LEAF, p.CLAY, p.RAPE)),
                rng.uniform(-0.12, 0.12),
            )


def ladder(c: Canvas, x0: float, y0: float, w: float, h: float) -> None:
    """Big notes with arrows from one to the next."""
    rng = c.rng
    frame(c, x0, y0, w, h, rng.choice((p.CHALK, "#d9b88a")))
    rows = rng.choice((2, 3))
    n = 5
    s = 128 if rows == 2 else 106
    for row in range(rows):
        for k in range(n):
            x, y = (
                x0 + 54 + k * (w - 108 - s) / (n - 1),
                y0 + 46 + row * (h - 92 - s) / (rows - 1) + rng.uniform(-8, 8),
            )
            if k < n - 1:
                ax, bx, my = x + s + 14, x0 + 54 + (k + 1) * (w - 108 - s) / (n - 1) - 14, y + s / 2
                c.tube([(ax, my), ((ax + bx) / 2, my - 12), (bx, my)], [6, 6, 6], p.DEEP)
                c.poly([(bx + 8, my), (bx - 14, my - 15), (bx - 10, my + 13)], p.DEEP)
            rooms.note(
                c,
                x,
                y,
                s,
                TONES[(row + (k if rng.random() < 0.3 else 0)) % 5],
                rng.uniform(-0.07, 0.07),
            )


def sheets(c: Canvas, x0: float, y0: float, w: float, h: float) -> None:
    """Three big sheets on the wall with writing, drawings and notes."""
    rng = c.rng
    for k in range(3):
        x, y, sw, sh = x0 + k * w / 3 + 18, y0 + rng.uniform(-10, 16), w / 3 - 36, h - 10
        c.rect(x + 7, y + 10, sw, sh, c.mood.shade, 0.18)
        c.rect(x, y, sw, sh, rng.choice((p.CHALK, p.CREAM)))
        for corner in (x + 10, x + sw - 50):
            c.rect(corner, y - 8, 40, 18, p.RAPE, 0.8)
        c.rect(x + 30, y + 34, sw * rng.uniform(0.45, 0.7), 16, (p.BRICK, p.DEEP, p.MOSS)[k], r=8)
        for j in range(6):
            c.line(
                [(x + 30, y + 88 + 32 * j), (x + sw * rng.uniform(0.55, 0.88), y + 88 + 32 * j)],
                5,
                p.STONE,
            )
        kind = rng.randrange(3)
        for j in range(3):
            bx, by = x + 70 + j * 84, y + sh * 0.72
            if kind == 0:
                c.disc(bx + 10, by, 52, TONES[(k + j) % 5], alpha=0.8)
            elif kind == 1:
                c.rect(bx - 20, by + 60 - 44 * (j + 1), 56, 44 * (j + 1), TONES[(k + j) % 5])
            else:
                rooms.note(
                    c,
                    bx - 34,
                    by - 30 + 26 * (j % 2),
                    78,
                    TONES[(k + j) % 5],
                    rng.uniform(-0.1, 0.1),
                )
