"""Meetings: dialogue circle, council chamber, café, office, home."""

from __future__ import annotations

import math

from . import houses, nature, props, rooms
from . import palette as p
from .canvas import Canvas
from .figures import draw_person
from .people import Person, crowd, make_person
from .scenes_town import wheelchair_user


def sitter(c: Canvas, who: Person, x: float, y: float, h: float, d: float, pose: str = "sidde", colour: str = p.WOOD, **turns: float) -> None:
    """Somebody on a chair."""
    props.chair(c, x, y, h, d, colour)
    draw_person(c, who, x, y, h, d, pose, seat=y - h * 0.27, **turns)


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
        rooms.pendant(c, 330 + k * 470 + rng.uniform(-20, 20), 150 + 20 * (k % 2), 90, rng.choice((p.DEEP, p.BRICK, p.HONEY)))
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
        sitter(c, who[1 + k], x, y, 262, 1 if x < 800 else -1, rng.choice(("sidde", "sidde-laese")), tone)
    if rng.random() < 0.7:
        wheelchair_user(c, who[5], 270, 845, 295, 1)
    else:
        sitter(c, who[5], 270, 845, 290, 1, "sidde", tone)
    sitter(c, who[6], 1340, 845, 290, -1, rng.choice(("sidde", "raekker-op")), tone)
    sitter(c, who[7], 480, 950, 310, 1, rng.choice(("sidde", "raekker-op")), tone)
    sitter(c, who[8], 1120, 955, 310, -1, "sidde", tone)
    rooms.plant_corner(c, 1530, 760) if rng.random() < 0.6 else props.plant(c, 60, 760, 260)


def table_groups(c: Canvas) -> None:
    """People at round tables in a village hall, with bunting under the ceiling."""
    rng = c.rng
    for x in rng.choice(((60, 620, 1200), (140, 480, 1110), (80, 760, 1150))):
        rooms.window(c, x, 140, 330, 330)
        rooms.beam(c, x, 310, 600, 1000)
    bunting(c, 60)
    flip = rng.choice((1010, 560, 520))
    flipchart(c, flip, 690, 280)
    who = crowd(rng, 15, "voksen", "gammel", "ung", "voksen", "barn", "gammel")
    draw_person(c, who[0], flip + 115, 720, 300, -1, rng.choice(("peger", "taler")))
    tone = rng.choice((p.WOOD, p.DEEP, p.BRICK, p.MOSS))
    k = 1
    for x, y, h in ((230, 730, 235), (1390, 740, 240), (460, 945, 320), (1150, 955, 325)):
        x += rng.uniform(-25, 25)
        draw_person(c, who[k], x + 6, y - 22, h * 0.98, rng.choice((-1, 1)), rng.choice(("sidde-bord", "taler")), seat=y - h * 0.3)
        for d in (1, -1):
            seat = x - d * h * 0.56
            if k == 8 and rng.random() < 0.75:
                wheelchair_user(c, who[k + 1], seat, y, h, d, "sidde-bord")
            else:
                young = who[k + 1].but(age="ung") if who[k + 1].age == "barn" else who[k + 1]
                sitter(c, young, seat, y, h, d, rng.choice(("sidde-bord", "sidde-bord", "raekker-op", "sidde-laese")), tone)
            k += 1
        k += 1
        top = round_table(c, x, y, h * 0.8, h * 0.45)
        c.poly([(x - h * 0.22, top + 3), (x + h * 0.06, top + 5), (x + h * 0.1, top - 6), (x - h * 0.17, top - 7)], p.CHALK)
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
        c.poly([(last[0] + 12, last[1] + 2), (here[0] - 8, here[1] + 2), ((last[0] + here[0]) / 2, here[1] + 46)], flags[k % 5])
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
        c.line([(x - w * 0.36, y - h * (0.46 - 0.055 * k)), (x + w * c.rng.uniform(0.0, 0.36), y - h * (0.46 - 0.055 * k))], 5, p.DEEP if k else p.BRICK)


def council(c: Canvas) -> None:
    """byraadssal: members round the horseshoe table."""
    rng = c.rng
    wall, _ = rooms.room(c, 520, rng.choice(("#c9b08c", "#8fa79c", "#d9c2a0", "#9fb2b6")), rng.choice((p.OAK, "#a9795a")))
    for k in range(12):
        c.rect(k * 140 - 20, 300, 120, 200, p.darker(wall, 0.1))
        c.rect(k * 140 - 10, 310, 100, 180, p.darker(wall, 0.04))
    for x in (110, 1190):
        rooms.window(c, x, 60, 300, 330, 1, sea=True)
        rooms.beam(c, x, 280, 530, 1000, 100 if x < 500 else -300)
    tapestry(c, 800, 70, 270, 300)
    for x in (560, 1040):
        chandelier(c, x, 150)
    who = crowd(rng, 13, "voksen", "gammel", "voksen", "ung")
    wood = rng.choice((p.WOOD, "#c9a070", p.OAK))
    draw_person(c, who[0].but(cut="jakke"), 800, 640, 270, rng.choice((-1, 1)), rng.choice(("taler", "staa")))
    for k, x in enumerate((600, 700, 900, 1000)):
        draw_person(c, who[1 + k], x, 700, 235, 1 if x < 800 else -1, "sidde-bord", seat=600)
    c.poly([(540, 585), (1060, 585), (1090, 615), (510, 615)], p.lighter(wood, 0.2))
    c.rect(510, 615, 580, 74, wood)
    side = ((455, 700, 250), (350, 770, 275), (235, 850, 305))
    for k, (x, y, h) in enumerate(side):
        for j, d in enumerate((1, -1)):
            sx = x if d > 0 else 1600 - x
            pose = "raekker-op" if rng.random() < 0.25 else rng.choice(("sidde-bord", "sidde-laese", "sidde"))
            if k == 1 and d == -1 and rng.random() < 0.6:
                wheelchair_user(c, who[5 + 2 * k + j], sx, y, h, d, "sidde-bord")
            else:
                sitter(c, who[5 + 2 * k + j], sx, y, h, d, pose, p.DEEP)
    for d in (1, -1):
        pts = [(510, 615), (590, 615), (430, 900), (290, 900)]
        front = [(590, 615), (590, 690), (430, 1000), (430, 900)]
        m = [((x if d > 0 else 1600 - x), y) for x, y in pts]
        f = [((x if d > 0 else 1600 - x), y) for x, y in front]
        c.poly(m, p.lighter(wood, 0.2))
        c.poly(f, p.darker(wood, 0.12))
        c.stipple(f, p.darker(wood, 0.4), 0.5)
        for k in range(3):
            px, py = 520 - k * 62, 660 + k * 82
            px = px if d > 0 else 1600 - px
            c.poly([(px - 26, py), (px + 20, py), (px + 12, py + 26), (px - 38, py + 26)], p.CHALK)
    lectern(c, 800, 880, p.DEEP if wood == p.OAK else p.OAK)


def lectern(c: Canvas, x: float, y: float, wood: str) -> None:
    """A speaker's desk with somebody behind it."""
    draw_person(c, make_person(c.rng, "", cut="jakke"), x, y - 6, 330, c.rng.choice((-1, 1)), "taler")
    c.poly([(x - 82, y - 165), (x + 82, y - 165), (x + 66, y + 30), (x - 66, y + 30)], wood)
    c.stipple([(x - 82, y - 165), (x + 82, y - 165), (x + 66, y + 30), (x - 66, y + 30)], p.darker(wood, 0.3), 0.6)
    c.poly([(x - 96, y - 186), (x + 96, y - 186), (x + 82, y - 160), (x - 82, y - 160)], p.lighter(wood, 0.2))
    c.disc(x, y - 70, 30, p.HONEY)
    c.disc(x, y - 70, 22, p.FJORD)


def tapestry(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A woven landscape on the end wall."""
    c.rect(x - w / 2 + 6, y + 8, w, h, c.mood.shade, 0.2)
    c.rect(x - w / 2, y, w, h, p.DEEP)
    inner = [(x - w / 2 + 12, y + 12), (x + w / 2 - 12, y + 12), (x + w / 2 - 12, y + h - 12), (x - w / 2 + 12, y + h - 12)]
    with c.within(inner):
        c.rect(x - w / 2, y, w, h, p.MIST)
        c.disc(x + w * 0.15, y + h * 0.3, w * 0.13, p.RAPE)
        for k, tone in enumerate((p.FJORD, p.SEA, p.HONEY, p.BRICK, p.MOSS)):
            base = y + h * (0.46 + 0.12 * k)
            c.blob([(x - w, base + 20), (x - w * 0.3, base - 12 * (-1) ** k), (x + w * 0.2, base + 14 * (-1) ** k), (x + w, base), (x + w, y + h * 1.3), (x - w, y + h * 1.3)], tone)
    for k in range(14):
        c.line([(x - w / 2 + 8 + k * (w - 16) / 13, y + h), (x - w / 2 + 8 + k * (w - 16) / 13, y + h + 14)], 3, p.HONEY)


def chandelier(c: Canvas, x: float, y: float) -> None:
    """A ring of lamps."""
    c.line([(x, -250), (x, y - 60)], 3, p.INK)
    for dx in (-90, 90):
        c.line([(x, y - 60), (x + dx, y)], 2.5, p.INK)
    c.disc(x, y, 92, p.INK, 10)
    for k in range(5):
        rooms.lamp(c, x - 84 + k * 42, y + 4, 15)


def cafe(c: Canvas) -> None:
    """cafe-snak: talk over coffee, by the window or under a parasol in the street."""
    rng = c.rng
    if rng.random() < 0.4:
        pavement_cafe(c)
        return
    rooms.room(c, 640, rng.choice(rooms.WALLS + ("#9db5a5", "#c9836a")))
    wx = rng.choice((250, 480, 620))
    rooms.window(c, wx, 90, 620, 420, 2, sea=True)
    rooms.beam(c, wx + 20, 560, 650, 1000)
    if wx < 500:
        shelf(c, 1130, 250)
    else:
        shelf(c, 130, 250)
    for k in range(3):
        rooms.pendant(c, 380 + k * 420, 185 + 24 * (k % 2), 105, rng.choice((p.BRICK, p.HONEY, p.DEEP, p.MOSS)))
    back = crowd(rng, 2, "ung", "gammel")
    bx = 1290 if wx < 500 else 240
    sitter(c, back[0], bx - 95, 760, 250, 1, "sidde-bord")
    sitter(c, back[1], bx + 105, 760, 250, -1, "sidde-bord")
    top = round_table(c, bx + 5, 760, 130, 120)
    props.cup(c, bx - 20, top, 22)
    props.cup(c, bx + 34, top, 22)
    x = 740 if wx < 500 else 860
    kinds = rng.choice((("voksen", "gammel", "ung"), ("gammel", "voksen", "voksen"), ("ung", "voksen", "gammel")))
    who = crowd(rng, 3, *kinds)
    sitter(c, who[0], x - 225, 935, 440, 1, "sidde-bord", p.OAK, arm=rng.choice((40, 62)), elbow=rng.choice((58, 84)))
    if rng.random() < 0.35:
        wheelchair_user(c, who[1], x + 235, 935, 440, -1, "sidde-bord")
    else:
        sitter(c, who[1], x + 235, 935, 440, -1, "sidde-bord", p.OAK)
    top = round_table(c, x, 935, 260, 205)
    for cx, col in ((x - 62, p.CHALK), (x + 58, p.CLAY)):
        props.cup(c, cx, top - 2, 40, col)
    c.disc(x + 4, top - 2, 34, p.CHALK, 8)
    for k in range(3):
        c.disc(x - 14 + k * 17, top - 10, 13, (p.HONEY, p.WOOD, p.HONEY)[k], 9)
    if rng.random() < 0.75:
        draw_person(c, who[2].but(cut="forklæde", accent=rng.choice((p.DEEP, p.MOSS, p.BRICK))), x + (500 if wx < 500 else -480), 900, 430, -1 if wx < 500 else 1, "kop")
    props.plant(c, 70 if wx < 500 else 1530, 960, 330)


def pavement_cafe(c: Canvas) -> None:
    """Tables on the pavement before old houses."""
    rng = c.rng
    nature.sky(c, 420)
    x = rng.uniform(-120, -20)
    while x < 1620:
        w = rng.choice((230, 260, 300))
        houses.town_house(c, x, 660, w, rng.choice((2, 2, 3)), 150)
        x += w
    c.fade((-200, 656, 1800, 1200), (p.PAVING, p.darker(p.PAVING, 0.12)))
    for k in range(7):
        y = 672 + 14 * k * (1 + 0.55 * k)
        c.line([(-200, y), (1800, y)], 2, p.darker(p.PAVING, 0.25), 0.4)
        for j in range(14):
            sx = -100 + j * 130 + 65 * (k % 2)
            c.line([(sx, y), (sx - 6, y + 14 + 16 * k)], 2, p.darker(p.PAVING, 0.25), 0.35)
    nature.tree(c, rng.uniform(60, 150), 720, 470, "kugle")
    who = crowd(rng, 6, "voksen", "gammel", "ung", "voksen")
    draw_person(c, who[4], rng.uniform(1380, 1500), 780, 300, -1, "gaa")
    bx = rng.uniform(1130, 1180)
    sitter(c, who[2], bx - 105, 770, 260, 1, "sidde-bord", p.MOSS)
    sitter(c, who[3], bx + 105, 770, 260, -1, "sidde-bord", p.MOSS)
    top = round_table(c, bx, 770, 150, 124)
    props.cup(c, bx - 24, top, 22)
    props.cup(c, bx + 26, top, 22, p.CLAY)
    x = rng.uniform(560, 640)
    parasol(c, x, 930, 560, rng.choice((p.BRICK, p.SEA, p.HONEY, p.MOSS)))
    sitter(c, who[0], x - 230, 935, 430, 1, "sidde-bord", p.DEEP)
    if rng.random() < 0.35:
        wheelchair_user(c, who[1], x + 235, 935, 430, -1, "sidde-bord")
    else:
        sitter(c, who[1], x + 235, 935, 430, -1, rng.choice(("sidde-bord", "sidde-laese")), p.DEEP)
    top = round_table(c, x, 935, 270, 200)
    props.cup(c, x - 66, top - 2, 40)
    props.cup(c, x + 62, top - 2, 40, p.FJORD)
    props.plant(c, 1540, 960, 250)
    props.plant(c, 70, 965, 220)


def parasol(c: Canvas, x: float, y: float, h: float, tone: str) -> None:
    """A striped parasol over a table."""
    c.rect(x - 5, y - h, 10, h, p.OAK)
    w = h * 0.62
    n = 6
    for k in range(n):
        a, b = x - w + 2 * w * k / n, x - w + 2 * w * (k + 1) / n
        colour = tone if k % 2 == 0 else p.CHALK
        c.poly([(x, y - h - 30), (b, y - h + 110), (a, y - h + 110)], colour)
        c.disc((a + b) / 2, y - h + 110, (b - a) / 2, colour, 16)
    c.stipple([(x, y - h - 30), (x + w, y - h + 124), (x, y - h + 124)], c.mood.shade, 0.3, "right")
    c.disc(x, y - h - 32, 9, p.OAK)


def shelf(c: Canvas, x: float, y: float) -> None:
    """Shelves with cups, jars and plants."""
    for row in range(3):
        yy = y + row * 110
        for k in range(6):
            px = x + 36 + k * 62
            kind = c.rng.random()
            if kind < 0.35:
                props.cup(c, px, yy, 34, c.rng.choice((p.CHALK, p.CLAY, p.FJORD, p.HONEY)), False)
            elif kind < 0.8:
                tone = c.rng.choice((p.BRICK, p.HONEY, p.MOSS, p.FJORD, p.CREAM))
                c.rect(px - 17, yy - 52, 34, 52, tone, r=6)
                c.rect(px - 15, yy - 60, 30, 10, p.OAK, r=2)
                c.rect(px - 12, yy - 36, 24, 18, p.CHALK)
            else:
                props.plant(c, px, yy, 84)
        c.rect(x, yy, 385, 12, p.OAK, r=2)
        c.rect(x, yy + 12, 385, 6, c.mood.shade, 0.22)


def round_table(c: Canvas, x: float, y: float, w: float, h: float) -> float:
    """A café table on one foot; returns the height of its top."""
    c.disc(x, y, w * 0.4, c.mood.shade, 12, 0.28)
    c.tube([(x, y - h), (x, y - 6)], [w * 0.07, w * 0.06], p.INK)
    c.tube([(x - w * 0.22, y), (x, y - 10), (x + w * 0.22, y)], [7, 12, 7], p.INK)
    c.disc(x, y - h + 6, w / 2, p.darker(p.WOOD, 0.25), w * 0.055)
    c.disc(x, y - h, w / 2, p.lighter(p.WOOD, 0.15), w * 0.055)
    return y - h


def office(c: Canvas) -> None:
    """ivaerksaetterrum: a shared workshop of ideas in an old brick building."""
    rng = c.rng
    brick = rng.choice((p.BRICK, "#c07a5c", "#cf9a78"))
    rooms.room(c, 600, brick, rng.choice(("#b9ab98", "#c49a6c")))
    houses.bricks(c, -50, 0, 1700, 590, brick, 420)
    panes, bx = rng.choice((((100, 600), 1130), ((560, 1080), 140), ((90, 1090), 630)))
    for x in panes:
        rooms.window(c, x, 80, 400, 340, 3)
        rooms.beam(c, x, 380, 610, 1000)
    board(c, bx, 120, 330, 250)
    for k in range(4):
        x = 220 + k * 390
        rooms.pendant(c, x, 190 + 26 * (k % 2), 80, rng.choice((p.HONEY, p.DEEP, p.INK, p.MOSS)))
    who = crowd(rng, 7, "ung", "voksen", "voksen", "ung", "voksen", "gammel")
    px = rng.uniform(1270, 1340)
    draw_person(c, who[0], px - 110, 770, 330, 1, "taler")
    draw_person(c, who[1], px + 70, 778, 335, -1, rng.choice(("kop", "arme")))
    for k, x in enumerate((330, 560)):
        sitter(c, who[2 + k], x, 780, 280, 1 if k == 0 else -1, "sidde-bord", p.DEEP)
    top = props.table(c, 345, 782, 220, 124, p.lighter(p.WOOD, 0.2))
    props.laptop(c, 430, top, 52, 1)
    sitter(c, who[4], 260, 950, 370, 1, "sidde-bord", p.BRICK)
    if rng.random() < 0.5:
        wheelchair_user(c, who[5], 900, 950, 370, -1, "sidde-bord")
    else:
        sitter(c, who[5], 900, 950, 370, -1, "sidde-bord", p.MOSS)
    top = props.table(c, 320, 952, 540, 172, p.lighter(p.WOOD, 0.25))
    props.laptop(c, 470, top, 92, 1)
    props.laptop(c, 720, top, 92, -1, p.INK)
    props.cup(c, 600, top, 34, p.CLAY)
    props.plant(c, 1060, 930, 290)
    props.plant(c, 60, 800, 300)


def board(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A cork board with notes and a sketch."""
    c.rect(x - 10, y - 10, w + 20, h + 20, p.OAK)
    c.rect(x, y, w, h, "#d9b88a")
    for r in range(2):
        for k in range(4):
            if c.rng.random() < 0.85:
                rooms.note(c, x + 18 + k * w * 0.24 + c.rng.uniform(-5, 5), y + 22 + r * h * 0.48, w * 0.17, tilt=c.rng.uniform(-0.1, 0.1))


def home_visit(c: Canvas) -> None:
    """hjemmebesoeg: a visit over coffee in the living room."""
    rng = c.rng
    wall, floor = rooms.room(c, 640)
    wx = rng.choice((560, 640, 700))
    rooms.window(c, wx, 110, 380, 340, 1)
    rooms.curtains(c, wx, 110, 380, 640, rng.choice((p.ROSE, p.STRAW, p.FJORD, p.CREAM)))
    rooms.beam(c, wx, 360, 650, 1000)
    for k, (x, y) in enumerate(((130, 150), (300, 120), (290, 290), (140, 320))):
        rooms.picture(c, x, y, 130 + 20 * (k % 2), 120 + 24 * ((k + 1) % 2))
    rooms.bookshelf(c, 1250, 170, 270, 470, 4)
    c.disc(800, 890, 640, p.darker(p.BRICK, 0.1), 110)
    c.disc(800, 888, 600, rng.choice((p.BRICK, p.DEEP, p.MOSS)), 98)
    c.disc(800, 888, 520, p.lighter(p.CLAY, 0.2), 80, 0.5)
    floor_lamp(c, 170, 860, 560)
    old, guest = make_person(rng, "gammel"), make_person(rng, rng.choice(("voksen", "ung")))
    armchair(c, 470, 900, 430, 1, rng.choice((p.SEA, p.MOSS, p.HONEY)))
    draw_person(c, old, 470, 900, 430, 1, rng.choice(("sidde", "sidde-laese")), seat=770)
    armchair(c, 1130, 905, 430, -1, rng.choice((p.CLAY, p.DUSK, p.CREAM)))
    draw_person(c, guest, 1130, 905, 430, -1, rng.choice(("sidde", "sidde-bord")), seat=772)
    top = props.table(c, 660, 925, 290, 120, p.OAK)
    props.cup(c, 730, top, 40)
    props.cup(c, 880, top, 40, p.FJORD)
    c.blob([(790, top), (776, top - 30), (790, top - 62), (822, top - 62), (836, top - 30), (822, top)], p.BRICK)
    for k in range(5):
        c.tube([(806, top - 60), (790 + k * 8, top - 96 - 8 * (k % 2))], [3, 3], p.MOSS)
        c.disc(786 + k * 10, top - 100 - 10 * (k % 2), 12, rng.choice(c.season.flowers))
    if rng.random() < 0.7:
        cat(c, rng.uniform(280, 330), 965, 90)
    props.plant(c, 1500, 930, 280)


def floor_lamp(c: Canvas, x: float, y: float, h: float) -> None:
    """A standing lamp."""
    c.disc(x, y, 52, p.INK, 10)
    c.rect(x - 4, y - h, 8, h, p.INK)
    c.poly([(x - 46, y - h - 70), (x + 46, y - h - 70), (x + 84, y - h + 40), (x - 84, y - h + 40)], p.STRAW)
    rooms.glow(c, x, y - h, 330, "#ffd890", 0.5)


def armchair(c: Canvas, x: float, y: float, h: float, d: float, colour: str) -> None:
    """An armchair for a sitter whose hips are at ``x``."""
    c.disc(x, y, h * 0.36, c.mood.shade, h * 0.035, 0.28)
    dark = p.darker(colour, 0.2)
    for k in (-0.22, 0.24):
        c.tube([(x + d * k * h, y - h * 0.1), (x + d * k * 1.1 * h, y)], [h * 0.04, h * 0.025], p.OAK)
    back = [(x - d * 0.08 * h, y - h * 0.2), (x - d * 0.13 * h, y - h * 0.5), (x - d * 0.2 * h, y - h * 0.72), (x - d * 0.32 * h, y - h * 0.7), (x - d * 0.34 * h, y - h * 0.4), (x - d * 0.28 * h, y - h * 0.1)]
    c.blob(back, colour)
    c.stipple(back, dark, 0.5, "bottom", soft=True)
    c.rect(min(x - d * 0.28 * h, x + d * 0.27 * h), y - h * 0.25, h * 0.55, h * 0.17, dark, r=h * 0.04)
    c.rect(min(x - d * 0.24 * h, x + d * 0.27 * h), y - h * 0.27, h * 0.51, h * 0.09, colour, r=h * 0.04)


def cat(c: Canvas, x: float, y: float, s: float) -> None:
    """A cat sitting."""
    coat = c.rng.choice((p.HONEY, p.INK, p.CHALK, p.STONE))
    c.disc(x, y, s * 0.5, c.mood.shade, s * 0.07, 0.25)
    c.tube([(x - s * 0.3, y - s * 0.08), (x - s * 0.62, y - s * 0.1), (x - s * 0.66, y - s * 0.4)], [s * 0.12, s * 0.11, s * 0.07], coat)
    c.blob([(x - s * 0.38, y), (x - s * 0.3, y - s * 0.5), (x, y - s * 0.78), (x + s * 0.26, y - s * 0.5), (x + s * 0.28, y)], coat)
    hx, hy = x + s * 0.1, y - s * 0.88
    c.disc(hx, hy, s * 0.24, coat, s * 0.21)
    for k in (-1, 1):
        c.poly([(hx + k * s * 0.22, hy - s * 0.04), (hx + k * s * 0.2, hy - s * 0.34), (hx + k * s * 0.03, hy - s * 0.16)], coat)
        c.disc(hx + k * s * 0.09, hy, s * 0.025, p.MOSS if coat == p.INK else p.INK)
    c.disc(hx, hy + s * 0.06, s * 0.025, p.ROSE)

