"""The school: yard and classroom."""

from __future__ import annotations

import math

from . import furnishing, houses, nature, props, rooms, trees, vehicles
from . import palette as p
from .canvas import Canvas
from .company import sitter, wheelchair_user
from .figures import draw_person
from .people import crowd, make_person


def school(c: Canvas, x: float, y: float, w: float) -> None:
    """A Danish brick school with tall windows, standing on ``y``."""
    wall = c.rng.choice(p.BRICKS)
    c.rect(x, y - 250, w, 250, wall)
    houses.bricks(c, x, y - 250, w, 250, wall, 120)
    c.poly(
        [(x - 24, y - 246), (x + 30, y - 360), (x + w - 30, y - 360), (x + w + 24, y - 246)],
        p.ROOFS[1],
    )
    c.stipple(
        [(x - 24, y - 246), (x + 30, y - 360), (x + w - 30, y - 360), (x + w + 24, y - 246)],
        p.INK,
        0.4,
    )
    n = int(w / 120)
    for level in (0, 1):
        for k in range(n):
            wx = x + w * (k + 0.5) / n
            if level == 0 and k == n // 2:
                continue
            houses.pane(c, wx - 36, y - 104 - level * 118, 72, 74)
    mid = x + w * (n // 2 + 0.5) / n
    c.poly([(mid - 90, y - 244), (mid, y - 400), (mid + 90, y - 244)], wall)
    c.disc(mid, y - 292, 26, p.CHALK)
    c.line([(mid, y - 292), (mid, y - 310)], 4, p.INK)
    c.line([(mid, y - 292), (mid + 12, y - 286)], 4, p.INK)
    c.rect(mid - 52, y - 122, 104, 122, p.CHALK)
    houses.door(c, mid - 44, y, 42, 108, p.DEEP)
    houses.door(c, mid + 2, y, 42, 108, p.DEEP)


def schoolyard(c: Canvas) -> None:
    """skolegaard: children at play before a brick school."""
    rng = c.rng
    nature.sky(c, 480)
    nature.hedge(c, 500, 70, c.season.leaves[2], 0.3)
    school(c, rng.uniform(150, 330), 560, rng.choice((900, 1020)))
    for tx in (rng.uniform(20, 110), rng.uniform(1420, 1560)):
        trees.tree(c, tx, 575, 330)
    c.fade((-200, 556, 1800, 1200), ("#d8c6ac", "#c2ac92"))
    c.stipple([(-200, 556), (1800, 556), (1800, 700), (-200, 700)], "#a8927a", 0.35, "top")
    hx, hy = rng.uniform(180, 420), 770
    for k in range(6):
        w = 62 + k * 6
        for col in (-1, 1) if k in (2, 4) else (0,):
            bx, by = hx + k * 74, hy + (col - 0) * w * 0.36 - k * 6
            c.poly(
                [(bx, by - 24), (bx + 66, by - 24), (bx + 58, by + 24), (bx - 8, by + 24)],
                (p.RAPE, p.ROSE, p.FJORD, p.LEAF)[k % 4],
                0.85,
            )
    kids = crowd(rng, 8, "barn")
    for k in range(3):
        vehicles.bike(
            c, 60 + k * 84, 640 + k * 10, 190, 1, rng.choice((p.SEA, p.BRICK, p.MOSS)), False
        )
    draw_person(c, kids[0], hx + 110, hy + 6, 240, 1, "hopper")
    draw_person(c, kids[7], hx - 90, hy + 30, 225, 1, rng.choice(("vinker", "staa")))
    ax = rng.uniform(800, 880)
    for k in range(3):
        draw_person(
            c,
            kids[1 + k],
            ax + (0, 250, 430)[k],
            (700, 690, 745)[k],
            205,
            1 if k < 1 else -1,
            ("loebe", "vinker", "loebe")[k],
        )
    c.disc(ax + 120, 752, 22, c.mood.shade, 5, 0.25)
    c.disc(ax + 118, 734, 20, p.BRICK)
    c.disc(ax + 112, 727, 9, p.CLAY)
    teacher = make_person(rng, "voksen", cut="jakke")
    draw_person(c, teacher, ax + 610, 730, 330, -1, rng.choice(("kop", "arme", "vinker")))
    wheelchair_user(c, kids[4], rng.uniform(640, 700), 915, 270, 1)
    draw_person(c, kids[5], 910, 925, 270, -1, "raekker", arm=70, elbow=10)
    if rng.random() < 0.7:
        draw_person(c, kids[6], 1270, 945, 280, -1, rng.choice(("gaa", "loebe")))


def classroom(c: Canvas) -> None:
    """klassevaerelse: the board, the pupils, hands in the air."""
    rng = c.rng
    rooms.room(c, 560)
    bx = rng.choice((380, 440, 520))
    if rng.random() < 0.6:
        rooms.window(c, 60, 110, 240, 320, 1)
        rooms.beam(c, 60, 220, 570, 1000)
    else:
        furnishing.bookshelf(c, 70, 200, 230, 360, 4)
    surface = rng.choice((p.PINE, p.DEEP, p.CHALK))
    ink = p.CHALK if surface != p.CHALK else p.DEEP
    c.rect(bx - 14, 96, 688, 334, p.WOOD, r=4)
    c.rect(bx, 110, 660, 306, surface)
    c.stipple(
        [(bx, 110), (bx + 660, 110), (bx + 660, 416), (bx, 416)],
        p.lighter(surface, 0.25),
        0.22,
        "round",
    )
    drawing(c, bx + 60, 150, ink)
    c.rect(bx, 420, 660, 12, p.OAK)
    for k in range(9):
        x = 1170 + (k % 3) * 120 + rng.uniform(-6, 6)
        y = 130 + (k // 3) * 104
        c.rect(x, y, 96, 82, p.CREAM)
        c.rect(x + 8, y + 8, 80, 66, rng.choice((p.FJORD, p.RAPE, p.ROSE, p.LEAF, p.CLAY)))
        c.disc(
            x + rng.uniform(30, 66),
            y + rng.uniform(30, 56),
            rng.uniform(9, 18),
            rng.choice((p.CHALK, p.BRICK, p.DEEP, p.HONEY)),
        )
    teacher = make_person(rng, "voksen")
    tx = bx + rng.choice((610, 690))
    draw_person(c, teacher, tx, 700, 350, -1, rng.choice(("peger", "taler")))
    who = crowd(rng, 8, "barn", "ung", "barn") if rng.random() < 0.5 else crowd(rng, 8, "barn")
    k = 0
    for y, h, xs in ((740, 220, (220, 560, 1240)), (935, 290, (180, 620, 1060, 1400))):
        for x in xs:
            x += rng.uniform(-20, 20)
            d = 1 if x < tx - 60 else -1
            pose = rng.choice(("sidde-bord", "raekker-op", "sidde-bord", "sidde-laese"))
            size = h if who[k].age == "barn" else h * 1.12
            if (k == 4 and rng.random() < 0.6) or (k == 5 and rng.random() < 0.2):
                wheelchair_user(c, who[k], x, y, size, d, pose)
            else:
                sitter(c, who[k], x, y, size, d, pose, rng.choice((p.SEA, p.BRICK, p.HONEY)))
            top = props.table(
                c,
                x + (d * h * 0.1 if d > 0 else d * h * 0.72),
                y + 4,
                h * 0.62,
                h * 0.42,
                p.lighter(p.WOOD, 0.3),
                p.STONE,
            )
            c.poly(
                [
                    (x + d * h * 0.28, top),
                    (x + d * h * 0.52, top),
                    (x + d * h * 0.5, top - 8),
                    (x + d * h * 0.3, top - 8),
                ],
                p.CHALK,
            )
            k += 1


def drawing(c: Canvas, x: float, y: float, ink: str) -> None:
    """What is on the board: a map of ideas, or a sun over the sea."""
    rng = c.rng
    if rng.random() < 0.5:
        c.disc(x + 250, y + 110, 62, ink, 40, 0.9)
        for k in range(6):
            a = k * math.pi / 3 + 0.3
            ex, ey = x + 250 + 210 * math.cos(a), y + 110 + 96 * math.sin(a)
            c.line([(x + 250 + 62 * math.cos(a), y + 110 + 40 * math.sin(a)), (ex, ey)], 4, ink)
            c.disc(ex, ey, 34, (p.RAPE, p.ROSE, p.FJORD, p.LEAF, p.CLAY, p.HONEY)[k], 22)
    else:
        props.ring(c, x + 90, y + 70, 40, 5, p.RAPE)
        for k in range(10):
            a = k * math.pi / 5
            c.line(
                [
                    (x + 90 + 52 * math.cos(a), y + 70 + 52 * math.sin(a)),
                    (x + 90 + 68 * math.cos(a), y + 70 + 68 * math.sin(a)),
                ],
                4,
                p.RAPE,
            )
        for r in range(3):
            c.line(
                [
                    (x + 10 + k * 14, y + 170 + r * 24 + 8 * math.sin(k * 0.9 + r))
                    for k in range(20)
                ],
                4,
                p.FJORD,
            )
        for r in range(4):
            c.line(
                [(x + 350, y + 40 + r * 44), (x + rng.uniform(440, 530), y + 40 + r * 44)],
                6,
                ink,
                0.85,
            )
