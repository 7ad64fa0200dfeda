"""The workshop."""

from __future__ import annotations

from . import palette as p
from . import props, rooms, vehicles
from .canvas import Canvas
from .company import wheelchair_user
from .figures import draw_person
from .people import Person, crowd


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
    vehicles.bike(c, bx + 60, 890, 420, 1, rng.choice((p.BRICK, p.HONEY, p.SEA)), False)
    draw_person(c, who[0], bx - 190, 945, 420, 1, "knaele")
    draw_person(
        c,
        who[1],
        bx + 330,
        950,
        400,
        -1,
        rng.choice(("raekker", "boejet")),
        arm=58,
        elbow=16,
        arm2=70,
        elbow2=6,
    )


def boat_building(c: Canvas, who: list[Person]) -> None:
    """A rowing boat on trestles, a joiner's bench before it."""
    rng = c.rng
    for foot in (560, 900):
        for lean in (-34, 34):
            c.line([(foot, 660), (foot + lean, 800)], 13, p.OAK)
    tone = rng.choice((p.SEA, p.BRICK, p.CREAM, p.HONEY))
    hull = [
        (400, 590),
        (560, 612),
        (760, 618),
        (960, 608),
        (1100, 566),
        (1050, 650),
        (920, 700),
        (560, 704),
        (450, 660),
    ]
    c.blob([(a, b) for a, b in hull], tone)
    with c.within(hull, soft=True):
        for k in range(4):
            c.tube(
                [(380, 620 + 24 * k), (740, 646 + 22 * k), (1120, 596 + 26 * k)],
                [4, 5, 4],
                p.darker(tone, 0.3),
                0.7,
            )
    c.tube(
        [(396, 592), (560, 612), (760, 618), (960, 608), (1104, 564)], [11, 12, 12, 12, 11], p.OAK
    )
    c.stipple(hull, p.darker(tone, 0.3), 0.5, "bottom", soft=True)
    draw_person(c, who[1], 400, 800, 340, 1, "raekker", arm=62, elbow=22, arm2=74, elbow2=10)
    draw_person(
        c, who[2], 1120, 800, 345, -1, rng.choice(("raekker", "peger", "kop")), arm=66, elbow=14
    )
    x = rng.uniform(470, 560)
    draw_person(c, who[0], x - 40, 950, 440, 1, "raekker", arm=44, elbow=34, arm2=56, elbow2=22)
    draw_person(c, who[3], x + 470, 945, 300, -1, "raekker", arm=64, elbow=20)
    top = props.table(c, x + 10, 955, 400, 190, p.WOOD)
    c.rect(x + 6, top + 16, 408, 26, p.OAK, r=3)
    c.rect(x + 60, top - 18, 270, 18, p.STRAW, r=2)
    c.rect(x + 110, top - 46, 74, 28, p.BARK, r=6)
    c.tube([(x + 166, top - 46), (x + 174, top - 64)], [13, 11], p.BARK)
    c.poly(
        [(x + 250, top - 18), (x + 262, top - 70), (x + 276, top - 70), (x + 268, top - 18)],
        p.HONEY,
    )
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
            c.poly(
                [(tx - 16, ty + 30), (tx + 16, ty + 30), (tx + 4, ty + 124), (tx - 12, ty + 124)],
                p.MIST,
            )
            c.rect(tx - 22, ty - 4, 44, 38, p.HONEY, r=10)
        else:
            c.rect(tx - 7, ty + 10, 14, 100, p.STONE, r=5)
            props.ring(c, tx, ty + 4, 16, 10, p.STONE)
    for k in range(7):
        c.rect(
            x + 40 + k * 74, y + 196, 10, 48 + 8 * (k % 3), (p.DEEP, p.BRICK, p.MOSS)[k % 3], r=5
        )
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
