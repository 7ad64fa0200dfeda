"""Sky, sea, fields and trees."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point
from .texture import glow, veil


def sky(c: Canvas, horizon: float = 560, sun_x: float | None = None, clouds: int = 4, sun: bool = True) -> None:
    """The sky down to the horizon, with sun, clouds and perhaps a few birds."""
    rng, mood = c.rng, c.mood
    c.fade((-200, -200, 1800, horizon + 4), mood.sky)
    x = rng.uniform(250, 1350) if sun_x is None else sun_x
    y = horizon * (1 - mood.sun_height) - 20
    if sun:
        glow(c, x, y, 520, mood.glow, 0.55)
        c.plain = True
        c.disc(x, y, 54 if mood.sun_height < 0.4 else 44, mood.sun)
        c.plain = False
    for _ in range(clouds):
        cloud(c, rng.uniform(-50, 1650), rng.uniform(0.08, 0.55) * horizon, rng.uniform(0.6, 1.5))
    if rng.random() < 0.7:
        bx, by = rng.uniform(300, 1300), rng.uniform(0.15, 0.4) * horizon
        for _ in range(rng.randint(3, 6)):
            bird(c, bx + rng.uniform(-110, 110), by + rng.uniform(-45, 45), rng.uniform(9, 16))


def cloud(c: Canvas, x: float, y: float, size: float) -> None:
    """A long flat cloud with a lit upper edge."""
    rng, colour = c.rng, p.mix(c.mood.sky[1], "#fff6e6", 0.6)
    w = 150 * size
    points: list[Point] = [(x - w, y), (x + w, y)]
    tops = rng.randint(3, 5)
    bumps: list[Point] = [
        (
            x + w - 2 * w * (k + 0.5) / tops,
            y - rng.uniform(16, 40) * size * (1 - abs(k + 0.5 - tops / 2) / tops),
        )
        for k in range(tops)
    ]
    outline = [*points, (x + w * 0.8, y - 16 * size), *bumps, (x - w * 0.8, y - 12 * size)]
    c.blob(outline, colour, 0.75)
    c.stipple(outline, c.mood.sky[1], 0.7, "bottom", soft=True)


def bird(c: Canvas, x: float, y: float, size: float) -> None:
    """A gull far away."""
    for side in (-1, 1):
        c.tube(
            [(x, y), (x + side * size * 0.5, y - size * 0.5), (x + side * size * 1.2, y - size * 0.2)],
            [3.2, 2.6, 1.2], p.mix(c.mood.shade, "#ffffff", 0.25), 0.8,
        )  # fmt: skip


def wave_line(c: Canvas, base: float, height: float, bends: int = 5) -> list[Point]:
    """A gently rolling line across the sheet, left to right."""
    rng = c.rng
    raw = [(-220 + 2040 * k / bends, base - rng.uniform(0, height)) for k in range(bends + 1)]
    return smooth_open(raw)


def smooth_open(raw: list[Point]) -> list[Point]:
    """A soft open line through the points."""
    from .canvas import smooth

    return smooth(raw, closed=False, steps=10)


def hills(
    c: Canvas, base: float, height: float, colour: str, haze: float = 0.0, shade: float = 0.3
) -> list[Point]:
    """A band of land from a rolling line down to the bottom; returns the line."""
    line = wave_line(c, base, height)
    colour = p.mix(colour, c.mood.haze, haze)
    shape = [*line, (1850, 1250), (-250, 1250)]
    c.poly(shape, colour)
    if shade:
        band = [*line, *[(x, y + 130) for x, y in reversed(line)]]
        c.stipple(band, p.lighter(colour, 0.35), shade, "top")
    return line


def crop_field(
    c: Canvas, x0: float, x1: float, y0: float, y1: float, colour: str, lean: float = 60
) -> None:
    """A field seen across the land, with drills running towards the viewer."""
    shape = [(x0, y0), (x1, y0 + c.rng.uniform(-6, 6)), (x1 + lean, y1), (x0 - lean, y1)]
    c.poly(shape, colour)
    dark = p.darker(colour, 0.16)
    rows = max(3, int((x1 - x0) / 34))
    for k in range(1, rows):
        t = k / rows
        c.line(
            [(x0 + (x1 - x0) * t, y0), (x0 - lean + (x1 - x0 + 2 * lean) * t, y1)], 2.2, dark, 0.45
        )
    c.stipple(shape, dark, 0.35, "bottom")


def countryside(c: Canvas, horizon: float = 560, sea: bool = False, far: bool = True) -> None:
    """The flat land of Lolland-Falster: sky, far shore, fields, hedges and windmills."""
    rng, season = c.rng, c.season
    sky(c, horizon)
    if sea:
        water(c, horizon - 40, horizon + 30)
    hills(c, horizon - 6, 30, p.mix(p.FJORD, season.grass[1], 0.3), 0.55)
    if far:
        for _ in range(rng.randint(2, 5)):
            turbine(c, rng.uniform(40, 1560), horizon - 10, rng.uniform(60, 110))
    hedge(c, horizon + 4, 13, p.mix(season.leaves[2], p.FJORD, 0.35), 0.35)
    hills(c, horizon + 24, 20, season.crops[0], 0.18)
    hedge(c, horizon + 32, 18, season.leaves[2], 0.15, 0.5)
    hills(c, horizon + 62, 24, season.crops[rng.randrange(1, len(season.crops))], 0.08)
    x = -100.0
    while x < 1700:
        w = rng.uniform(200, 420)
        if rng.random() < 0.6:
            crop_field(c, x, x + w, horizon + 60, horizon + 110, rng.choice(season.crops), 20)
        x += w + 20
    veil(c, horizon - 80, horizon + 30, c.mood.haze, 0.28)


def hedge(
    c: Canvas, y: float, size: float, colour: str, haze: float = 0.0, share: float = 0.85
) -> None:
    """A row of bushes and small trees far away."""
    rng = c.rng
    colour = p.mix(colour, c.mood.haze, haze)
    x = -120.0
    while x < 1720:
        r = rng.uniform(0.5, 1.25) * size
        if math.sin(x / 170 + size) < share * 2 - 1 + rng.uniform(-0.2, 0.2):
            c.disc(x, y - r * 0.5, r * 1.25, colour, r)
        x += size * 0.95


def turbine(c: Canvas, x: float, y: float, h: float) -> None:
    """A wind turbine far away."""
    colour = p.mix("#fdf8ee", c.mood.sky[1], 0.2)
    c.tube([(x, y), (x, y - h)], [h * 0.045, h * 0.025], colour)
    turn = c.rng.uniform(0, 2.09)
    for k in range(3):
        a = turn + k * 2 * math.pi / 3
        tip = (x + math.cos(a) * h * 0.52, y - h + math.sin(a) * h * 0.52)
        c.tube([(x, y - h), tip], [h * 0.04, h * 0.012], colour)


def water(c: Canvas, y0: float, y1: float, colour: str = p.SEA) -> None:
    """The sound: water that takes the colour of the sky, with glitter."""
    rng, mood = c.rng, c.mood
    near = p.mix(colour, p.DEEP, 0.25)
    c.fade(
        (-200, y0, 1800, y1),
        (p.mix(colour, mood.sky[2], 0.55), p.mix(colour, mood.sky[1], 0.2), near),
    )
    for _ in range(int((y1 - y0) * 0.35)):
        t = rng.random()
        y = y0 + (y1 - y0) * t
        w = (12 + 70 * t) * rng.uniform(0.5, 1.4)
        x = rng.uniform(-50, 1650)
        tone = mood.sky[2] if rng.random() < 0.6 else p.DEEP
        c.tube([(x - w, y), (x, y - 2 * t), (x + w, y)], [0.5, 1.5 + 3 * t, 0.5], tone, 0.45)


def tree(c: Canvas, x: float, y: float, h: float, kind: str = "", shade: bool = True) -> None:
    """A tree standing at (x, y): boeg, kugle, poppel, birk, gran or pil."""
    rng = c.rng
    kind = kind or rng.choice(("boeg", "boeg", "kugle", "poppel", "birk"))
    leaf = p.PINE if kind == "gran" else rng.choice(c.season.leaves)
    dark, light = p.darker(leaf, 0.22), p.lighter(leaf, 0.35)
    bark = "#ece5d6" if kind == "birk" else p.BARK
    if shade:
        c.disc(x + h * 0.12, y, h * 0.3, c.mood.shade, h * 0.035, 0.22)
    if kind == "gran":
        c.tube([(x, y), (x, y - h * 0.3)], [h * 0.05, h * 0.04], p.BARK)
        for k in range(4):
            b, w = y - h * (0.12 + 0.2 * k), h * (0.25 - 0.05 * k)
            c.poly([(x - w, b), (x + w, b), (x, b - h * 0.34)], p.mix(dark, leaf, k / 3))
        return
    trunk = {"poppel": 0.2, "birk": 0.5, "kugle": 0.5}.get(kind, 0.42)
    top = y - h * (trunk + 0.15)
    c.tube(
        [(x, y), (x + h * 0.008, y - h * 0.25), (x, top)], [h * 0.055, h * 0.042, h * 0.03], bark
    )
    if kind == "birk":
        for k in range(5):
            yy = y - h * (0.08 + 0.1 * k)
            c.rect(x - h * 0.016, yy, h * 0.02, h * 0.008, p.INK, 0.7)
    else:
        for side, up in ((-1, 0.1), (1, 0.16)):
            start, tip = (x, top + h * 0.12), (x + side * h * 0.11, top - h * (up - 0.06))
            c.tube(
                [start, (x + side * h * 0.05, top + h * 0.04), tip],
                [h * 0.026, h * 0.02, h * 0.012],
                bark,
            )
    if kind == "boeg":
        _broad_crown(c, x, y, h, leaf)
        return
    crown = _crown(c, x, y - h, h, kind, trunk)
    c.blob(crown, leaf)
    c.stipple(crown, dark, 0.7, "bottom", soft=True)
    half = [(q[0] if q[0] < x else x - (q[0] - x) * 0.1, q[1]) for q in crown]
    c.stipple(half, light, 0.5, "left", soft=True)


def _broad_crown(c: Canvas, x: float, y: float, h: float, leaf: str) -> None:
    """The crown of an old beech: billows of leaves, dark ones behind, lit ones before."""
    rng = c.rng
    dark, light = p.darker(leaf, 0.2), p.lighter(leaf, 0.2)
    spots = [(-0.24, 0.5, 0.17), (0.24, 0.5, 0.17), (0.0, 0.48, 0.18), (-0.2, 0.66, 0.19), (0.21, 0.67, 0.19), (0.0, 0.8, 0.2), (-0.05, 0.63, 0.2)]
    for k, (u, v, r) in enumerate(spots):
        u, v, r = u + rng.uniform(-0.03, 0.03), v + rng.uniform(-0.03, 0.03), r * rng.uniform(0.92, 1.1)
        tone = p.mix(dark, leaf, min(1.0, k / 4)) if k < 5 else p.mix(leaf, light, 0.45 * (k - 4) / 2)
        lobe = _billow(c, x + u * h, y - v * h, r * h)
        c.blob(lobe, tone)
        c.stipple(lobe, p.darker(tone, 0.3), 0.6, "bottom", soft=True)
        c.stipple(lobe, p.lighter(tone, 0.3), 0.3, "top", soft=True)


def _billow(c: Canvas, x: float, y: float, r: float) -> list[Point]:
    """A cloud of leaves: a circle with soft bumps."""
    n = 9
    turn = c.rng.uniform(0, 1)
    return [
        (x + r * 1.12 * k * math.cos(a), y + r * 0.92 * k * math.sin(a))
        for a, k in ((turn + 2 * math.pi * j / n, c.rng.uniform(0.92, 1.08)) for j in range(n))
    ]


def _crown(c: Canvas, x: float, top: float, h: float, kind: str, trunk: float) -> list[Point]:
    """The outline of the leaves."""
    rng = c.rng
    bottom = top + h * (1 - trunk)
    cy = (top + bottom) / 2
    ry = (bottom - top) / 2
    rx = {"poppel": h * 0.12, "birk": h * 0.19, "kugle": h * 0.25}.get(kind, h * 0.33)
    n = 9 if kind in ("poppel", "kugle") else 11
    rough = 0.05 if kind in ("kugle", "poppel") else 0.14
    return [
        (
            x + rx * math.cos(a) * (1 + rng.uniform(-rough, rough)),
            cy
            + ry * math.sin(a) * (1 + rng.uniform(-rough, rough)) * (0.9 if math.sin(a) > 0 else 1),
        )
        for a in (2 * math.pi * k / n for k in range(n))
    ]


def bush(c: Canvas, x: float, y: float, w: float, colour: str = "", flowers: bool = False) -> None:
    """A round bush at the ground, perhaps in flower."""
    rng = c.rng
    colour = colour or rng.choice(c.season.leaves[1:3])
    for u, v, r, tone in ((-0.55, 0.3, 0.5, p.darker(colour, 0.1)), (0.55, 0.32, 0.5, p.darker(colour, 0.06)), (0, 0.46, 0.62, colour)):
        lobe = [(q[0], min(q[1], y)) for q in _billow(c, x + u * w, y - v * w, r * w)]
        c.blob(lobe, tone)
        c.stipple(lobe, p.darker(tone, 0.25), 0.7, "bottom", soft=True)
    if flowers:
        bloom = rng.choice(c.season.flowers)
        for _ in range(int(w / 5)):
            a, r = rng.uniform(math.pi, 2 * math.pi), rng.uniform(0, 0.75)
            c.disc(
                x + w * 0.85 * r * math.cos(a),
                y - w * 0.12 + w * 0.75 * r * math.sin(a),
                w * 0.055 + 1.5,
                bloom,
            )


def grass(
    c: Canvas, x0: float, x1: float, y: float, size: float, count: int, flowers: float = 0.25
) -> None:
    """Blades and flowers along the ground between x0 and x1."""
    rng = c.rng
    for _ in range(count):
        x, yy, s = rng.uniform(x0, x1), y + rng.uniform(-size, size), size * rng.uniform(0.6, 1.3)
        tip = (x + rng.uniform(-0.5, 0.5) * s, yy - s * 1.6)
        c.tube(
            [(x, yy), (x, yy - s * 0.8), tip],
            [s * 0.16, s * 0.13, 0.6],
            rng.choice(c.season.grass[1:]),
        )
        if rng.random() < flowers:
            c.disc(*tip, s * 0.2, rng.choice(c.season.flowers))
