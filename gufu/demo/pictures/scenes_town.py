"""Street, schoolyard, harbour, steps: outdoors in the towns."""

from __future__ import annotations

from . import houses, nature, props
from . import palette as p
from .canvas import Canvas
from .figures import draw_person
from .people import crowd, make_person
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
    spots = sorted(rng.uniform(80, 1520) for _ in range(3))
    for k, spot in enumerate(spots):
        draw_person(
            c,
            who[k],
            spot,
            ground + rng.uniform(46, 74),
            128 if who[k].age == "barn" else 196,
            rng.choice((-1, 1)),
            rng.choice(("gaa", "gaa", "staa", "kop")),
        )
    step = rng.uniform(300, 380)
    x = rng.uniform(40, 240)
    while x < 1650:
        c.disc(x, ground + 88, 40, p.BARK, 9)
        nature.tree(
            c, x, ground + 88, rng.uniform(360, 430), rng.choice(("kugle", "boeg", "kugle"))
        )
        x += step
    px = rng.uniform(250, 600)
    grip = props.pram(c, px + 90, ground + 150, 220, 1, rng.choice((p.DEEP, p.BRICK, p.PINE)))
    draw_person(c, who[3], grip[0] - 46, ground + 152, 226, 1, "skubber")
    rider(c, who[4], rng.uniform(960, 1300), ground + 252, 262, rng.choice((-1, 1)))
    if rng.random() < 0.5:
        wheelchair_user(c, who[5], rng.uniform(700, 850), ground + 156, 226, -1)


def rider(c: Canvas, who: object, x: float, y: float, h: float, d: float) -> None:
    """Somebody on a bike."""
    assert hasattr(who, "but")
    saddle = props.bike(c, x, y, h, d, c.rng.choice((p.BRICK, p.SEA, p.MOSS, p.HONEY)))
    draw_person(c, who.but(skirt=False), saddle[0], y, h, d, "cykle", seat=saddle[1] - h * 0.03)


def wheelchair_user(
    c: Canvas, who: object, x: float, y: float, h: float, d: float, pose: str = "sidde"
) -> None:
    """Somebody in a wheelchair."""
    seat = props.wheelchair(c, x, y, h, d)
    draw_person(c, who, x, y, h, d, pose, seat=seat)  # type: ignore[arg-type]
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
    c.stipple([(-200, 556), (1800, 556), (1800, 700), (-200, 700)], c.mood.shade, 0.35, "top")
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
    kids = crowd(rng, 7, "barn")
    draw_person(c, kids[0], hx + 110, hy - 4, 190, 1, "hopper")
    ax = rng.uniform(820, 950)
    for k in range(3):
        draw_person(
            c,
            kids[1 + k],
            ax + k * 190,
            690 + 44 * (k % 2),
            165,
            1 if k < 1 else -1,
            ("loebe", "vinker", "loebe")[k],
        )
    c.disc(ax + 95, 738, 17, p.BRICK)
    c.disc(ax + 90, 732, 8, p.CLAY)
    teacher = make_person(rng, "voksen", cut="jakke")
    draw_person(
        c,
        teacher,
        ax + 560 if ax < 900 else 640,
        720,
        268,
        -1,
        rng.choice(("kop", "arme", "vinker")),
    )
    wheelchair_user(c, kids[4], rng.uniform(560, 660), 880, 205, 1)
    draw_person(c, kids[5], 800, 890, 205, -1, "raekker")
    draw_person(c, kids[6], 1250, 900, 210, -1, "gaa")
    for k in range(3):
        props.bike(
            c, 1330 + k * 90, 640 + k * 12, 170, 1, rng.choice((p.SEA, p.BRICK, p.MOSS)), False
        )


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
    top, rise, tread = 470, 84, 24
    for k in range(6):
        y = top + k * (rise + tread)
        c.rect(-200, y, 2000, tread, p.lighter(stone, 0.35))
        face = p.darker(stone, 0.10 + 0.02 * k)
        c.rect(-200, y + tread, 2000, rise, face)
        c.stipple(
            [
                (-200, y + tread),
                (1800, y + tread),
                (1800, y + tread + rise),
                (-200, y + tread + rise),
            ],
            p.darker(face, 0.35),
            0.35,
            "top",
        )
    who = crowd(rng, 7, "ung")
    spots = [(1, 300), (1, 980), (2, 560), (2, 1260), (3, 260), (3, 860), (3, 1130)]
    for k, (row, sx) in enumerate(spots):
        if k == rng.randrange(7) and k > 3:
            continue
        y = top + row * (rise + tread) + 10
        d = 1 if sx < 780 else -1
        pose = rng.choice(("trin", "sidde-laese", "trin", "sidde"))
        foot = who[k].but(
            skirt=False,
            pattern=rng.choice(("", "striber", "bånd")),
            cut=rng.choice(("trøje", "trøje", "jakke")),
        )
        draw_person(c, foot, sx + rng.uniform(-40, 40), y, 300, d, pose, seat=y - 22)
    y = top + 4 * (rise + tread) + 14
    draw_person(
        c,
        make_person(rng, "ung"),
        rng.uniform(620, 700),
        y,
        330,
        1,
        rng.choice(("taler", "vinker", "kop")),
    )
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
