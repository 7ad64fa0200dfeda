"""Kindergarten, classroom, workshop, library, boards, maps and hands."""

from __future__ import annotations

import math

from . import houses, nature, props, rooms
from . import palette as p
from .canvas import Canvas
from .figures import draw_person
from .people import Person, crowd, make_person
from .scenes_meet import sitter
from .scenes_town import wheelchair_user


def kindergarten(c: Canvas) -> None:
    """boernehave: sandpit, slide and swings by a red wooden house."""
    rng = c.rng
    nature.sky(c, 470)
    nature.hedge(c, 500, 70, c.season.leaves[2], 0.25)
    nature.hills(c, 520, 14, c.season.grass[0])
    hx = rng.uniform(120, 260)
    wall = rng.choice((p.BRICK, "#dcb469", p.SEA))
    c.rect(hx, 380, 480, 190, wall)
    for k in range(30):
        c.line([(hx + k * 16.5, 380), (hx + k * 16.5, 570)], 1.5, p.darker(wall, 0.25), 0.5)
    c.poly([(hx - 40, 386), (hx + 240, 236), (hx + 520, 386)], p.ROOFS[2])
    c.stipple([(hx - 40, 386), (hx + 240, 236), (hx + 520, 386)], p.INK, 0.4)
    c.disc(hx + 240, 332, 26, p.CHALK)
    c.disc(hx + 240, 332, 20, p.FJORD)
    for k in (0, 1, 3):
        houses.pane(c, hx + 40 + k * 112, 430, 66, 66)
    houses.door(c, hx + 264, 570, 62, 124, p.HONEY)
    nature.tree(c, hx + 640, 575, 330, "boeg")
    nature.tree(c, rng.uniform(1380, 1500), 600, 380, "kugle")
    nature.hills(c, 620, 20, c.season.grass[1])
    kids = crowd(rng, 7, "barn")
    swing(c, rng.uniform(1010, 1070), 720, kids[0])
    slide(c, 700, 770, rng.choice((p.HONEY, p.BRICK, p.SEA)))
    sx, sy = rng.uniform(260, 330), 850
    c.disc(sx, sy + 8, 262, p.darker(p.WOOD, 0.2), 92)
    c.disc(sx, sy, 256, p.WOOD, 88)
    c.disc(sx, sy, 232, "#ecd6a8", 74)
    c.poly([(sx - 30, sy - 12), (sx - 14, sy - 54), (sx + 22, sy - 54), (sx + 38, sy - 12)], "#dcc08a")
    c.tube([(sx + 64, sy + 12), (sx + 84, sy + 16)], [26, 20], p.BRICK)
    draw_person(c, kids[1], sx - 120, sy + 6, 190, 1, "knaele")
    draw_person(c, kids[2], sx + 140, sy + 12, 190, -1, "knaele")
    adult = make_person(rng, "voksen")
    draw_person(c, adult, rng.uniform(560, 600), 930, 340, -1, rng.choice(("knaele", "vinker", "arme")))
    draw_person(c, kids[3], 900, 905, 200, 1, "loebe")
    draw_person(c, kids[4], 1120, 930, 205, -1, rng.choice(("hopper", "vinker")))
    if rng.random() < 0.6:
        wheelchair_user(c, kids[5], 1360, 900, 220, -1)
    else:
        draw_person(c, kids[5], 1360, 900, 200, -1, "peger")
    nature.grass(c, 0, 1600, 975, 17, 60, 0.5)


def swing(c: Canvas, x: float, y: float, who: Person) -> None:
    """A swing with a child on it."""
    for dx in (0, 330):
        for lean in (-36, 36):
            c.line([(x + dx, y - 300), (x + dx + lean, y)], 13, p.OAK)
    c.line([(x - 14, y - 300), (x + 344, y - 300)], 15, p.WOOD)
    seat = (x + 150, y - 88)
    for dx in (-6, 8):
        c.line([(x + 98, y - 296), (seat[0] + dx, seat[1])], 3, p.INK)
    draw_person(c, who, seat[0], y, 170, 1, "sidde", seat=seat[1] - 8, lean=-18, arm=60, elbow=70)
    c.line([(seat[0] - 26, seat[1] + 2), (seat[0] + 30, seat[1] - 4)], 9, p.BRICK)
    for dx in (214, 256):
        c.line([(x + dx, y - 296), (x + dx, y - 90)], 3, p.INK)
    c.line([(x + 204, y - 88), (x + 266, y - 88)], 9, p.SEA)


def slide(c: Canvas, x: float, y: float, colour: str) -> None:
    """A slide."""
    c.disc(x + 60, y, 180, c.mood.shade, 14, 0.22)
    for k in (0, 44):
        c.line([(x - 90 + k, y - 190), (x - 100 + k * 1.2, y)], 9, p.OAK)
    for k in range(5):
        c.line([(x - 92, y - 30 - k * 34), (x - 48, y - 30 - k * 34)], 6, p.WOOD)
    c.tube([(x - 70, y - 192), (x - 20, y - 180), (x + 90, y - 70), (x + 150, y - 22), (x + 210, y - 18)], [20, 24, 26, 24, 18], colour)
    c.tube([(x - 70, y - 200), (x - 20, y - 190), (x + 90, y - 80), (x + 150, y - 32), (x + 210, y - 26)], [5, 6, 6, 6, 5], p.lighter(colour, 0.4))
    c.poly([(x - 118, y - 252), (x - 68, y - 306), (x - 18, y - 252)], p.DEEP)
    for k in (-104, -36):
        c.rect(x + k, y - 254, 8, 66, p.OAK)


def classroom(c: Canvas) -> None:
    """klassevaerelse: the board, the pupils, hands in the air."""
    rng = c.rng
    rooms.room(c, 560)
    bx = rng.choice((380, 440, 520))
    if rng.random() < 0.6:
        rooms.window(c, 60, 110, 240, 320, 1)
        rooms.beam(c, 60, 220, 570, 1000)
    else:
        rooms.bookshelf(c, 70, 200, 230, 360, 4)
    surface = rng.choice((p.PINE, p.DEEP, p.CHALK))
    ink = p.CHALK if surface != p.CHALK else p.DEEP
    c.rect(bx - 14, 96, 688, 334, p.WOOD, r=4)
    c.rect(bx, 110, 660, 306, surface)
    c.stipple([(bx, 110), (bx + 660, 110), (bx + 660, 416), (bx, 416)], p.lighter(surface, 0.25), 0.22, "round")
    drawing(c, bx + 60, 150, ink)
    c.rect(bx, 420, 660, 12, p.OAK)
    for k in range(9):
        x = 1170 + (k % 3) * 120 + rng.uniform(-6, 6)
        y = 130 + (k // 3) * 104
        c.rect(x, y, 96, 82, p.CREAM)
        c.rect(x + 8, y + 8, 80, 66, rng.choice((p.FJORD, p.RAPE, p.ROSE, p.LEAF, p.CLAY)))
        c.disc(x + rng.uniform(30, 66), y + rng.uniform(30, 56), rng.uniform(9, 18), rng.choice((p.CHALK, p.BRICK, p.DEEP, p.HONEY)))
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
            top = props.table(c, x + (d * h * 0.1 if d > 0 else d * h * 0.72), y + 4, h * 0.62, h * 0.42, p.lighter(p.WOOD, 0.3), p.STONE)
            c.poly([(x + d * h * 0.28, top), (x + d * h * 0.52, top), (x + d * h * 0.5, top - 8), (x + d * h * 0.3, top - 8)], p.CHALK)
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
            c.line([(x + 90 + 52 * math.cos(a), y + 70 + 52 * math.sin(a)), (x + 90 + 68 * math.cos(a), y + 70 + 68 * math.sin(a))], 4, p.RAPE)
        for r in range(3):
            c.line([(x + 10 + k * 14, y + 170 + r * 24 + 8 * math.sin(k * 0.9 + r)) for k in range(20)], 4, p.FJORD)
        for r in range(4):
            c.line([(x + 350, y + 40 + r * 44), (x + rng.uniform(440, 530), y + 40 + r * 44)], 6, ink, 0.85)


def workshop(c: Canvas) -> None:
    """vaerksted: bikes on the stand, tools on the wall, people at work."""
    rng = c.rng
    rooms.room(c, 620, rng.choice(("#c9b99a", "#9fb3ab", "#d0a98a")), "#a8a096")
    wx = rng.choice((80, 1130))
    rooms.window(c, wx, 110, 380, 300, 3)
    rooms.beam(c, wx, 360, 630, 1000, 300 if wx < 500 else -250)
    tools(c, 560 if wx < 500 else 460, 130)
    if wx < 500:
        shelf_of_boxes(c, 1230, 190)
    else:
        shelf_of_boxes(c, 60, 190)
    for x in (430, 1120):
        rooms.pendant(c, x, 120, 100, p.INK if rng.random() < 0.5 else p.MOSS)
    who = crowd(rng, 5, "voksen", "ung", "gammel", "barn", "voksen", cut="forklæde")
    if rng.random() < 0.5:
        bike_repair(c, who)
    else:
        boat_building(c, who)
    if rng.random() < 0.55:
        wheelchair_user(c, who[4], 1320, 940, 390, -1, "sidde-laese")
    else:
        draw_person(c, who[4], 1320, 930, 410, -1, "baere")
        c.rect(1200, 690, 130, 90, p.WOOD, r=3)


def bike_repair(c: Canvas, who: list[Person]) -> None:
    """A bike on the stand, a bench with planks behind."""
    rng = c.rng
    top = props.table(c, 500, 770, 560, 165, p.OAK)
    for k in range(4):
        c.rect(540 + k * 110, top - 14 - 8 * k, 150, 14, p.mix(p.WOOD, p.STRAW, 0.2 * k), r=2)
    c.rect(930, top - 44, 70, 44, p.SEA, r=3)
    draw_person(c, who[2], 450, 782, 335, 1, "raekker", arm=60, elbow=22, arm2=70, elbow2=10)
    draw_person(c, who[3], 1110, 780, 240, -1, "raekker", arm=70, elbow=10)
    bx = rng.uniform(420, 520)
    c.rect(bx + 60, 640, 14, 310, p.INK)
    c.disc(bx + 66, 950, 80, p.INK, 12)
    props.bike(c, bx + 60, 890, 420, 1, rng.choice((p.BRICK, p.HONEY, p.SEA)), False)
    draw_person(c, who[0], bx - 190, 945, 420, 1, "knaele")
    draw_person(c, who[1], bx + 330, 950, 400, -1, rng.choice(("raekker", "boejet")), arm=58, elbow=16, arm2=70, elbow2=6)


def boat_building(c: Canvas, who: list[Person]) -> None:
    """A rowing boat on trestles, a joiner's bench before it."""
    rng = c.rng
    for x in (560, 900):
        for lean in (-34, 34):
            c.line([(x, 660), (x + lean, 800)], 13, p.OAK)
    tone = rng.choice((p.SEA, p.BRICK, p.CREAM, p.HONEY))
    hull = [(400, 590), (560, 612), (760, 618), (960, 608), (1100, 566), (1050, 650), (920, 700), (560, 704), (450, 660)]
    c.blob([(a, b) for a, b in hull], tone)
    with c.within(hull, soft=True):
        for k in range(4):
            c.tube([(380, 620 + 24 * k), (740, 646 + 22 * k), (1120, 596 + 26 * k)], [4, 5, 4], p.darker(tone, 0.3), 0.7)
    c.tube([(396, 592), (560, 612), (760, 618), (960, 608), (1104, 564)], [11, 12, 12, 12, 11], p.OAK)
    c.stipple(hull, p.darker(tone, 0.3), 0.5, "bottom", soft=True)
    draw_person(c, who[1], 400, 800, 340, 1, "raekker", arm=62, elbow=22, arm2=74, elbow2=10)
    draw_person(c, who[2], 1120, 800, 345, -1, rng.choice(("raekker", "peger", "kop")), arm=66, elbow=14)
    x = rng.uniform(470, 560)
    draw_person(c, who[0], x - 40, 950, 440, 1, "raekker", arm=44, elbow=34, arm2=56, elbow2=22)
    draw_person(c, who[3], x + 470, 945, 300, -1, "raekker", arm=64, elbow=20)
    top = props.table(c, x + 10, 955, 400, 190, p.WOOD)
    c.rect(x + 6, top + 16, 408, 26, p.OAK, r=3)
    c.rect(x + 60, top - 18, 270, 18, p.STRAW, r=2)
    c.rect(x + 110, top - 46, 74, 28, p.BARK, r=6)
    c.tube([(x + 166, top - 46), (x + 174, top - 64)], [13, 11], p.BARK)
    c.poly([(x + 250, top - 18), (x + 262, top - 70), (x + 276, top - 70), (x + 268, top - 18)], p.HONEY)
    for k in range(6):
        sx = x + 60 + 55 * k + rng.uniform(-10, 10)
        c.tube([(sx, 962), (sx + 10, 950), (sx + 22, 960)], [4, 7, 3], p.STRAW)


def tools(c: Canvas, x: float, y: float) -> None:
    """A board with tools."""
    rng = c.rng
    c.rect(x, y, 560, 300, p.WOOD, r=4)
    c.stipple([(x, y), (x + 560, y), (x + 560, y + 300), (x, y + 300)], p.OAK, 0.35)
    for k in range(6):
        tx, ty = x + 60 + k * 88, y + 36
        kind = (k + rng.randrange(2)) % 3
        if kind == 0:
            c.tube([(tx, ty), (tx, ty + 100)], [13, 15], p.BRICK)
            c.rect(tx - 34, ty - 8, 68, 24, p.INK, r=4)
        elif kind == 1:
            c.poly([(tx - 16, ty + 30), (tx + 16, ty + 30), (tx + 4, ty + 124), (tx - 12, ty + 124)], p.MIST)
            c.rect(tx - 22, ty - 4, 44, 38, p.HONEY, r=10)
        else:
            c.rect(tx - 7, ty + 10, 14, 100, p.STONE, r=5)
            props.ring(c, tx, ty + 4, 16, 10, p.STONE)
    for k in range(7):
        c.rect(x + 40 + k * 74, y + 196, 10, 48 + 8 * (k % 3), (p.DEEP, p.BRICK, p.MOSS)[k % 3], r=5)
        c.rect(x + 43 + k * 74, y + 240, 4, 36, p.STONE)


def shelf_of_boxes(c: Canvas, x: float, y: float) -> None:
    """Shelves with boxes and paint tins."""
    for row in range(3):
        yy = y + 100 + row * 125
        for k in range(4):
            tone = c.rng.choice((p.HONEY, p.SEA, p.BRICK, p.MOSS, p.CREAM))
            h = c.rng.uniform(54, 88)
            c.rect(x + 14 + k * 76, yy - h, 62, h, tone, r=3)
            c.rect(x + 26 + k * 76, yy - h * 0.6, 38, 16, p.CHALK)
        c.rect(x, yy, 320, 13, p.OAK)
        c.rect(x, yy + 13, 320, 7, c.mood.shade, 0.25)


def library(c: Canvas) -> None:
    """bibliotek: shelves, a reading corner and children with books."""
    rng = c.rng
    rooms.room(c, 610)
    wx = rng.choice((640, 110, 1060))
    for x in [q for q in (60, 420, 780, 1180) if abs(q + 150 - (wx + 200)) > 280]:
        rooms.bookshelf(c, x, 70, 300, 530, 5, rng.choice((p.OAK, p.WOOD)))
    rooms.window(c, wx, 100, 400, 400, 1)
    rooms.beam(c, wx, 380, 620, 1000)
    for x in (400, 1150):
        rooms.pendant(c, x, 130, 96, rng.choice((p.HONEY, p.CHALK, p.BRICK)))
    rug = rng.choice((p.FJORD, p.CLAY, p.LEAF))
    c.disc(760, 880, 560, p.darker(rug, 0.12), 108)
    c.disc(760, 876, 520, rug, 96)
    who = crowd(rng, 6, "gammel", "barn", "voksen", "barn", "ung", "barn")
    from .scenes_meet import armchair

    armchair(c, 420, 890, 400, 1, rng.choice((p.BRICK, p.DEEP, p.HONEY)))
    draw_person(c, who[0], 420, 890, 400, 1, "sidde-laese", seat=770)
    open_book(c, 545, 720, 64)
    spot = draw_person(c, who[1], 720, 925, 240, -1, "knaele")
    spot = draw_person(c, who[3], 900, 930, 235, -1, "knaele", arm=36, elbow=60)
    open_book(c, spot["hand"][0] - 20, spot["hand"][1] - 4, 50)
    spot = draw_person(c, who[4], rng.uniform(1120, 1160), 800, 350, 1, "laese")
    open_book(c, spot["hand"][0] + 14, spot["hand"][1] - 6, 58)
    trolley(c, 1395, 930)
    if rng.random() < 0.5:
        wheelchair_user(c, who[2], 1240, 945, 390, 1, "sidde-bord")
    else:
        draw_person(c, who[2], 1240, 940, 410, 1, "skubber")
    if rng.random() < 0.6:
        draw_person(c, who[5], 190, 790, 230, -1, "raekker")
    for k in range(4):
        c.rect(610 + rng.uniform(-6, 6), 930 - k * 15, 90, 14, rng.choice(p.CLOTHES), r=3)


def open_book(c: Canvas, x: float, y: float, s: float) -> None:
    """An open book held at (x, y)."""
    cover = c.rng.choice((p.BRICK, p.DEEP, p.HONEY, p.MOSS))
    c.poly([(x, y + s * 0.12), (x - s * 0.62, y - s * 0.12), (x - s * 0.62, y - s * 0.6), (x, y - s * 0.36), (x + s * 0.62, y - s * 0.6), (x + s * 0.62, y - s * 0.12)], cover)
    for d in (-1, 1):
        c.poly([(x, y + s * 0.04), (x + d * s * 0.55, y - s * 0.18), (x + d * s * 0.55, y - s * 0.66), (x, y - s * 0.42)], p.CHALK if d > 0 else p.CREAM)
        for k in range(3):
            yy = y - s * (0.12 + 0.1 * k)
            c.line([(x + d * s * 0.1, yy - s * 0.04), (x + d * s * 0.44, yy - s * 0.18)], s * 0.025, p.STONE)


def trolley(c: Canvas, x: float, y: float) -> None:
    """A trolley with books."""
    c.disc(x + 40, y, 140, c.mood.shade, 12, 0.25)
    for row in (0, 1):
        yy = y - 40 - row * 120
        bx = x - 60
        while bx < x + 140:
            w, h = c.rng.uniform(14, 24), c.rng.uniform(64, 92)
            c.rect(bx, yy - h, w - 2, h, c.rng.choice(p.CLOTHES))
            bx += w
        c.rect(x - 72, yy, 236, 12, p.OAK)
    for dx in (-72, 154):
        c.rect(x + dx, y - 262, 11, 236, p.OAK)
        c.disc(x + dx + 5, y - 14, 13, p.INK)


