"""The kindergarten."""

from __future__ import annotations

from . import houses, nature, trees
from . import palette as p
from .canvas import Canvas
from .company import wheelchair_user
from .figures import draw_person
from .people import Person, crowd, make_person


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
    trees.tree(c, hx + 640, 575, 330, "boeg")
    trees.tree(c, rng.uniform(1380, 1500), 600, 380, "kugle")
    nature.hills(c, 620, 20, c.season.grass[1])
    kids = crowd(rng, 7, "barn")
    swing(c, rng.uniform(1010, 1070), 720, kids[0])
    slide(c, 700, 770, rng.choice((p.HONEY, p.BRICK, p.SEA)))
    sx, sy = rng.uniform(260, 330), 850
    c.disc(sx, sy + 8, 262, p.darker(p.WOOD, 0.2), 92)
    c.disc(sx, sy, 256, p.WOOD, 88)
    c.disc(sx, sy, 232, "#ecd6a8", 74)
    c.poly(
        [(sx - 30, sy - 12), (sx - 14, sy - 54), (sx + 22, sy - 54), (sx + 38, sy - 12)], "#dcc08a"
    )
    c.tube([(sx + 64, sy + 12), (sx + 84, sy + 16)], [26, 20], p.BRICK)
    draw_person(c, kids[1], sx - 120, sy + 6, 190, 1, "knaele")
    draw_person(c, kids[2], sx + 140, sy + 12, 190, -1, "knaele")
    adult = make_person(rng, "voksen")
    draw_person(
        c, adult, rng.uniform(560, 600), 930, 340, -1, rng.choice(("knaele", "vinker", "arme"))
    )
    draw_person(c, kids[3], 900, 905, 200, 1, "loebe")
    draw_person(c, kids[4], 1120, 930, 205, -1, rng.choice(("hopper", "vinker")))
    if rng.random() < 0.6:
        wheelchair_user(c, kids[5], 1360, 900, 220, -1)
    else:
        draw_person(c, kids[5], 1360, 900, 200, -1, "peger")
    trees.grass(c, 0, 1600, 975, 17, 60, 0.5)


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
    c.tube(
        [
            (x - 70, y - 192),
            (x - 20, y - 180),
            (x + 90, y - 70),
            (x + 150, y - 22),
            (x + 210, y - 18),
        ],
        [20, 24, 26, 24, 18],
        colour,
    )
    c.tube(
        [
            (x - 70, y - 200),
            (x - 20, y - 190),
            (x + 90, y - 80),
            (x + 150, y - 32),
            (x + 210, y - 26),
        ],
        [5, 6, 6, 6, 5],
        p.lighter(colour, 0.4),
    )
    c.poly([(x - 118, y - 252), (x - 68, y - 306), (x - 18, y - 252)], p.DEEP)
    for k in (-104, -36):
        c.rect(x + k, y - 254, 8, 66, p.OAK)
