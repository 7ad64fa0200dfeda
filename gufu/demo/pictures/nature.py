"""Sky, sea, hills and fields."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point, smooth
from .texture import glow, veil


def sky(
    c: Canvas, horizon: float = 560, sun_x: float | None = None, clouds: int = 4, sun: bool = True
) -> None:
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
        bend, tip = (x + side * size * 0.5, y - size * 0.5), (x + side * size * 1.2, y - size * 0.2)
        c.tube([(x, y), bend, tip], [3.2, 2.6, 1.2], p.mix(c.mood.shade, "#ffffff", 0.25), 0.8)


def wave_line(c: Canvas, base: float, height: float, bends: int = 5) -> list[Point]:
    """A gently rolling line across the sheet, left to right."""
    rng = c.rng
    raw = [(-220 + 2040 * k / bends, base - rng.uniform(0, height)) for k in range(bends + 1)]
    return smooth_open(raw)


def smooth_open(raw: list[Point]) -> list[Point]:
    """A soft open line through the points."""
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
