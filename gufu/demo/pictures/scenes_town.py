"""Street, schoolyard, harbour, steps: outdoors in the towns."""

from __future__ import annotations

from . import houses, nature, props
from . import palette as p
from .canvas import Canvas
from .figures import draw_person
from .people import Person, crowd, make_person
from .texture import veil


def street(c: Canvas) -> None:
    """gade-med-traeer: a street front, trees, people on foot, on bikes and with prams."""
    rng = c.rng
    nature.sky(c, 520, clouds=3)
    nature.hedge(c, 520, 60, c.season.leaves[2], 0.4)
    ground = 700
    x = rng.uniform(-120, -20)
    while x < 1640:
        w = rng.choice((170, 200, 230, 260))
        houses.town_house(c, x, ground, w, rng.choice((2, 2, 3, 3)), 118)
        x += w + rng.choice((0, 0, 0, 2))
    veil(c, 200, ground, c.mood.haze, 0.16)
    c.rect(-200, ground, 2000, 92, p.PAVING)
    for k in range(-2, 22):
        c.line([(k * 80, ground), (k * 80 - 30, ground + 92)], 1.5, p.darker(p.PAVING, 0.3), 0.35)
    c.stipple(
        [(-200, ground), (1800, ground), (1800, ground + 40), (-200, ground + 40)],
        c.mood.shade,
        0.5,
        "top",
    )
    c.rect(-200, ground + 92, 2000, 12, p.lighter(p.STONE, 0.4))
    c.fade((-200, ground + 104, 1800, 1100), (p.ASPHALT, p.darker(p.ASPHALT, 0.25)))
    c.rect(-200, ground + 170, 2000, 6, p.CHALK, 0.7)
    who = crowd(rng, 6, "voksen", "barn", "gammel", "voksen", "ung", "voksen")
    step = rng.uniform(300, 380)
    x = rng.uniform(40, 240)
    kind = rng.choice(("kugle", "kugle", "birk", "boeg"))
    while x < 1650:
        c.disc(x, ground + 44, 40, p.BARK, 8)
        nature.tree(c, x, ground + 44, rng.uniform(330, 370), kind)
        x += step
    if rng.random() < 0.6:
        bx = rng.uniform(900, 1300)
        seat = props.bench(c, bx, ground + 66, 190, 190)
        draw_person(c, make_person(rng, "gammel"), bx + 60, ground + 66, 196, 1, "sidde", seat=seat - 6)
    for k in range(3):
        spot = 160 + 480 * k + rng.uniform(-110, 110)
        draw_person(c, who[k], spot, ground + rng.uniform(70, 86), 140 if who[k].age == "barn" else 212, rng.choice((-1, 1)), rng.choice(("gaa", "gaa", "staa", "kop")))
    px = rng.uniform(250, 600)
    grip = props.pram(c, px + 90, ground + 158, 240, 1, rng.choice((p.DEEP, p.BRICK, p.PINE)))
    draw_person(c, who[3], grip[0] - 48, ground + 160, 246, 1, "skubber")
    rider(c, who[4], rng.uniform(960, 1300), ground + 262, 290, rng.choice((-1, 1)))
    if rng.random() < 0.5:
        wheelchair_user(c, who[5], rng.uniform(700, 850), ground + 166, 250, -1)


def rider(c: Canvas, who: Person, x: float, y: float, h: float, d: float) -> None:
    """Somebody on a bike."""
    saddle = props.bike(c, x, y, h, d, c.rng.choice((p.BRICK, p.SEA, p.MOSS, p.HONEY)))
    draw_person(c, who.but(skirt=False), saddle[0], y, h, d, "cykle", seat=saddle[1] - h * 0.03)


def wheelchair_user(
    c: Canvas, who: Person, x: float, y: float, h: float, d: float, pose: str = "sidde"
) -> None:
    """Somebody in a wheelchair."""
    seat = props.wheelchair(c, x, y, h, d)
    draw_person(c, who, x, y, h, d, pose, seat=seat)
    props.wheelchair(c, x, y, h, d, front=True)


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
        nature.tree(c, tx, 575, 330)
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
        props.bike(c, 60 + k * 84, 640 + k * 10, 190, 1, rng.choice((p.SEA, p.BRICK, p.MOSS)), False)
    draw_person(c, kids[0], hx + 110, hy + 6, 240, 1, "hopper")
    draw_person(c, kids[7], hx - 90, hy + 30, 225, 1, rng.choice(("vinker", "staa")))
    ax = rng.uniform(800, 880)
    for k in range(3):
        draw_person(c, kids[1 + k], ax + (0, 250, 430)[k], (700, 690, 745)[k], 205, 1 if k < 1 else -1, ("loebe", "vinker", "loebe")[k])
    c.disc(ax + 120, 752, 22, c.mood.shade, 5, 0.25)
    c.disc(ax + 118, 734, 20, p.BRICK)
    c.disc(ax + 112, 727, 9, p.CLAY)
    teacher = make_person(rng, "voksen", cut="jakke")
    draw_person(c, teacher, ax + 610, 730, 330, -1, rng.choice(("kop", "arme", "vinker")))
    wheelchair_user(c, kids[4], rng.uniform(640, 700), 915, 270, 1)
    draw_person(c, kids[5], 910, 925, 270, -1, "raekker", arm=70, elbow=10)
    if rng.random() < 0.7:
        draw_person(c, kids[6], 1270, 945, 280, -1, rng.choice(("gaa", "loebe")))


def harbour(c: Canvas) -> None:
    """havn: red sheds, boats on the sound, the bridge far away."""
    rng = c.rng
    nature.sky(c, 470)
    nature.water(c, 470, 1100)
    nature.hills(c, 470, 16, p.FJORD, 0.5)
    nature.water(c, 476, 1100)
    if rng.random() < 0.7:
        bridge(c, 452)
    else:
        for _ in range(5):
            nature.turbine(c, rng.uniform(100, 1500), 472, rng.uniform(60, 100))
    veil(c, 380, 480, c.mood.haze, 0.35)
    c.poly([(760, 640), (1850, 590), (1850, 700), (760, 670)], p.darker(p.STONE, 0.2))
    c.poly([(740, 630), (1850, 580), (1850, 625), (740, 650)], p.PAVING)
    x = 860.0
    for k in range(4):
        w = rng.uniform(150, 190)
        base = 634 - (x - 740) * 0.045
        wall = rng.choice((p.BRICK, p.RUST, p.DEEP, "#dcb469", p.BRICK))
        c.rect(x, base - 150, w, 150, wall)
        for b in range(int(w / 16)):
            c.line([(x + b * 16, base - 150), (x + b * 16, base)], 1.5, p.darker(wall, 0.3), 0.5)
        c.poly([(x - 8, base - 146), (x + w / 2, base - 235), (x + w + 8, base - 146)], wall)
        c.line(
            [(x - 12, base - 142), (x + w / 2, base - 238), (x + w + 12, base - 142)], 11, p.CHALK
        )
        houses.pane(c, x + w / 2 - 18, base - 190, 36, 34)
        houses.door(c, x + w * 0.3, base, w * 0.4, 92, p.darker(wall, 0.3))
        x += w + 12
        if k == 1:
            draw_person(
                c,
                make_person(rng, "gammel", cut="frakke", hat="kasket"),
                x + 6,
                base + 18,
                120,
                -1,
                "staa",
            )
    for k in range(3):
        props.boat(
            c,
            760 + k * 260 + rng.uniform(-40, 40),
            730 + rng.uniform(-15, 35),
            rng.uniform(170, 220),
            rng.choice((p.DEEP, p.BRICK, p.CHALK, p.MOSS)),
            k != 1,
        )
    props.boat(
        c,
        rng.uniform(200, 480),
        rng.uniform(590, 640),
        rng.uniform(150, 200),
        rng.choice((p.BRICK, p.CHALK)),
        True,
    )
    pier(c)
    who = crowd(rng, 4, "voksen", "barn", "ung", "gammel")
    px = rng.uniform(240, 340)
    draw_person(c, who[0], px, 872, 285, 1, rng.choice(("peger", "staa", "kop")))
    draw_person(c, who[1], px + 120, 880, 190, 1, rng.choice(("raekker", "vinker", "staa")))
    draw_person(c, who[2], 590, 872, 290, -1, rng.choice(("kop", "laene", "arme")))
    for k in range(3):
        gx, gy = rng.uniform(100, 1500), rng.uniform(120, 380)
        nature.bird(c, gx, gy, 24 - k * 3)


def pier(c: Canvas) -> None:
    """A wooden pier in the foreground."""
    for x in (60, 330, 600, 800):
        c.rect(x, 840, 30, 260, p.BARK)
        c.rect(x - 3, 816, 36, 14, p.CHALK)
    c.poly([(-200, 850), (870, 850), (930, 960), (-200, 960)], p.WOOD)
    for k in range(26):
        x = -180 + k * 41
        c.line([(x, 850), (x + (x - 300) * 0.1, 960)], 2.5, p.darker(p.WOOD, 0.35), 0.6)
    c.poly([(-200, 960), (930, 960), (920, 990), (-200, 990)], p.darker(p.WOOD, 0.35))
    c.stipple(
        [(-200, 850), (870, 850), (930, 960), (-200, 960)], p.lighter(p.WOOD, 0.4), 0.4, "top"
    )


def bridge(c: Canvas, y: float) -> None:
    """The bridge over the sound, far away."""
    tone = p.mix("#5e7f8f", c.mood.haze, 0.4)
    c.rect(-200, y, 2000, 9, tone)
    for k in range(-1, 14):
        c.rect(k * 130, y, 8, 30, tone)
    for k in range(3):
        x = 400 + k * 130
        pts = [(x + 130 * t / 8, y - 44 * (1 - ((t - 4) / 4) ** 2)) for t in range(9)]
        c.line(pts, 6, tone)
        for q in pts[1:-1]:
            c.line([q, (q[0], y)], 2.5, tone)


def youth_steps(c: Canvas) -> None:
    """unge-paa-trappe: young people on broad steps."""
    rng = c.rng
    nature.sky(c, 420)
    x = -60.0
    while x < 1660:
        w = rng.choice((180, 210, 240))
        houses.town_house(c, x, 470, w, rng.choice((1, 2)), 110)
        x += w
    veil(c, 100, 480, c.mood.haze, 0.4)
    nature.tree(c, rng.uniform(60, 160), 500, 380)
    nature.tree(c, rng.uniform(1430, 1540), 500, 360)
    stone = rng.choice(("#cfc4b4", "#c9a58a", "#b9b6b0"))
    top, rise, tread = 470, 56, 24
    step = rise + tread
    for k in range(7):
        y = top + k * step
        c.rect(-200, y, 2000, tread, p.lighter(stone, 0.4 - 0.03 * k))
        face = p.darker(stone, 0.10 + 0.02 * k)
        c.rect(-200, y + tread, 2000, rise, face)
        c.stipple([(-200, y + tread), (1800, y + tread), (1800, y + step), (-200, y + step)], p.darker(face, 0.3), 0.3, "top")
    x = rng.choice((720, 860))
    c.poly([(x, top - 70), (x + 10, top - 70), (x + 24, 1040), (x + 10, 1040)], p.INK)
    for k in range(7):
        c.rect(x + 4 + 2 * k, top - 66 + k * step, 6, 80, p.INK)
    who = crowd(rng, 7, "ung")
    spots = [(0, 330), (0, 1180), (2, 520), (2, 1050), (3, 1330), (4, 300), (4, 980)]
    rows = rng.sample(spots, rng.choice((5, 6, 7)))
    for k, (row, sx) in enumerate(sorted(rows)):
        y = top + row * step + 8
        d = 1 if sx < 780 else -1
        if row < 2 and rng.random() < 0.25:
            d = -d
        pose = rng.choice(("trin", "sidde-laese", "trin", "sidde"))
        young = who[k].but(skirt=False, cut=rng.choice(("trøje", "trøje", "jakke")))
        size = 318 + 14 * row
        c.disc(sx, y + 6, 70, c.mood.shade, 9, 0.25)
        spot = draw_person(c, young, sx + rng.uniform(-30, 30), y, size, d, pose, seat=y - 14)
        if pose == "sidde-laese":
            hx, hy = spot["hand"]
            c.rect(hx - 11, hy - 40, 24, 40, rng.choice((p.CHALK, p.INK, p.BRICK)), r=3)
    y = top + 5 * step + 14
    draw_person(c, make_person(rng, "ung"), rng.uniform(610, 680), y, 400, 1, rng.choice(("taler", "vinker", "kop")))
    y = top + 6 * step + 14
    bx = rng.uniform(1320, 1420)
    c.rect(bx, y - 96, 74, 92, rng.choice((p.BRICK, p.SEA, p.HONEY)), r=18)
    c.rect(bx + 14, y - 48, 46, 36, p.INK, 0.35, r=8)
    sx = rng.uniform(60, 180)
    c.tube(
        [(sx, y - 20), (sx + 20, y - 12), (sx + 150, y - 12), (sx + 172, y - 22)],
        [9, 10, 10, 9],
        p.RUST,
    )
    for k in (34, 136):
        c.disc(sx + k, y - 2, 9, p.CREAM)
