"""Houses of the towns: brick, plaster and tile."""

from __future__ import annotations

from . import palette as p
from .canvas import Canvas, Point


def pane(
    c: Canvas, x: float, y: float, w: float, h: float, frame: str = p.CHALK, cross: bool = True
) -> None:
    """A window with frame and bars, lit in the evening."""
    lit = c.mood.lamps and c.rng.random() < 0.7
    c.rect(x - 3, y - 3, w + 6, h + 6, frame)
    c.plain = lit
    c.rect(x, y, w, h, "#ffd98a" if lit else p.mix("#4c6f80", c.mood.sky[0], 0.35))
    c.plain = False
    if not lit:
        c.poly(
            [(x, y + h), (x, y + h * 0.55), (x + w, y + h * 0.05), (x + w, y + h * 0.5)],
            "#ffffff",
            0.18,
        )
    if cross:
        c.rect(x + w / 2 - 1.5, y, 3, h, frame)
        c.rect(x, y + h * 0.36, w, 3, frame)
    c.rect(x - 6, y + h + 2, w + 12, 4, p.darker(frame, 0.15))


def door(c: Canvas, x: float, y: float, w: float, h: float, colour: str = "") -> None:
    """A door standing on the line ``y``, with a pane above."""
    colour = colour or c.rng.choice((p.DEEP, p.MOSS, p.RUST, p.HONEY, p.PLUM))
    c.rect(x - 4, y - h - 4, w + 8, h + 4, p.CHALK)
    c.rect(x, y - h, w, h, colour)
    c.rect(x + w * 0.16, y - h * 0.92, w * 0.68, h * 0.3, p.mix("#4c6f80", c.mood.sky[1], 0.4))
    c.rect(x + w * 0.16, y - h * 0.5, w * 0.68, h * 0.4, p.darker(colour, 0.2))
    c.disc(x + w * 0.86, y - h * 0.5, w * 0.05 + 1, p.HONEY)


def bricks(c: Canvas, x: float, y: float, w: float, h: float, colour: str, count: int = 30) -> None:
    """Single bricks showing in a wall."""
    for _ in range(count):
        bx, by = x + c.rng.uniform(0, w - 16), y + int(c.rng.uniform(0, h - 6) / 9) * 9
        c.rect(bx, by, 15, 5.5, p.darker(colour, c.rng.uniform(0.08, 0.2)), 0.55)


def town_house(c: Canvas, x: float, y: float, w: float, floors: int, floor_h: float = 92) -> float:
    """A house in a closed street front, standing on ``y``; returns its eaves."""
    rng = c.rng
    brick = rng.random() < 0.5
    wall = rng.choice(p.BRICKS if brick else p.PLASTER)
    roof = rng.choice(p.ROOFS)
    top = y - floors * floor_h
    _roof(c, x, top, w, wall, roof)
    c.rect(x, top, w, y - top, wall)
    if brick:
        bricks(c, x, top, w, y - top, wall, int(w * floors / 8))
    c.rect(x, top, w, 7, p.lighter(wall, 0.35))
    c.stipple(
        [(x, top), (x + w, top), (x + w, y), (x, y)],
        p.darker(wall, 0.3),
        0.4,
        rng.choice(("right", "bottom")),
    )
    _front(c, x, y, w, floors, floor_h)
    return top


def _roof(c: Canvas, x: float, top: float, w: float, wall: str, roof: str) -> None:
    """A pitched roof, a gable or a stepped gable over a front."""
    rng = c.rng
    peak = rng.choice(("gavl", "tag", "tag", "trappe"))
    rise = w * 0.42 if peak != "tag" else rng.uniform(60, 85)
    if peak == "tag":
        c.poly(
            [(x - 6, top), (x + 14, top - rise), (x + w - 14, top - rise), (x + w + 6, top)], roof
        )
        c.stipple(
            [(x - 6, top), (x + 14, top - rise), (x + w - 14, top - rise), (x + w + 6, top)],
            p.darker(roof, 0.3),
            0.5,
        )
        for k in range(max(1, int(w / 120))):
            dormer(c, x + w * (k + 0.5) / max(1, int(w / 120)), top - 8, 38, wall, roof)
        c.rect(x + w * rng.choice((0.2, 0.7)), top - rise - 26, 26, 36, p.RUST)
    elif peak == "gavl":
        c.poly([(x, top + 2), (x + w / 2, top - rise), (x + w, top + 2)], wall)
        c.line([(x - 4, top + 4), (x + w / 2, top - rise), (x + w + 4, top + 4)], 9, roof)
        pane(c, x + w / 2 - 15, top - rise * 0.48, 30, 34)
    else:
        steps: list[Point] = [(x, top + 2)]
        n = 4
        for k in range(n):
            sx = x + w / 2 * k / n
            steps += [(sx, top - rise * k / n - 16), (sx + w / 2 / n, top - rise * k / n - 16)]
        steps += [(2 * x + w - a, b) for a, b in reversed(steps)]
        c.poly(steps, wall)
        pane(c, x + w / 2 - 15, top - rise * 0.48, 30, 34)


def _front(c: Canvas, x: float, y: float, w: float, floors: int, floor_h: float) -> None:
    """Windows and door, or a shop in the ground floor."""
    rng = c.rng
    n = max(2, round(w / 78))
    gap = w / n
    shop = rng.random() < 0.35
    for level in range(floors):
        base = y - level * floor_h
        for k in range(n):
            wx = x + gap * k + gap / 2
            if level == 0 and shop:
                continue
            if level == 0 and k == n // 2:
                door(c, wx - 19, y, 38, 78)
            else:
                pane(c, wx - 17, base - floor_h * 0.8, 34, 48)
    if shop:
        shop_front(c, x + 12, y, w - 24, floor_h)


def shop_front(c: Canvas, x: float, y: float, w: float, floor_h: float) -> None:
    """A shop window with an awning and a door."""
    rng = c.rng
    trim = rng.choice((p.DEEP, p.MOSS, p.RUST, p.PLUM))
    c.rect(x, y - floor_h * 0.84, w, floor_h * 0.84, trim)
    c.rect(
        x + 8, y - floor_h * 0.7, w * 0.62, floor_h * 0.56, "#ffe2a0" if c.mood.lamps else p.MIST
    )
    for k in range(4):
        c.disc(x + 24 + k * w * 0.15, y - floor_h * 0.18, 11, rng.choice(p.CLOTHES), 14)
    door(c, x + w * 0.74, y, w * 0.2, floor_h * 0.68, p.lighter(trim, 0.2))
    n = 8
    for k in range(n):
        a, b = x - 8 + (w + 16) * k / n, x - 8 + (w + 16) * (k + 1) / n
        colour = p.CHALK if k % 2 else rng.choice((p.CLAY,)) if trim == p.RUST else trim
        c.poly(
            [
                (a + 6, y - floor_h * 0.9),
                (b + 6 - 12 * (k == n - 1), y - floor_h * 0.9),
                (b, y - floor_h * 0.66),
                (a, y - floor_h * 0.66),
            ],
            colour,
        )


def dormer(c: Canvas, x: float, y: float, w: float, wall: str, roof: str) -> None:
    """A small gabled window in a roof."""
    c.rect(x - w / 2, y - w * 0.9, w, w * 0.9, wall)
    c.poly(
        [(x - w * 0.66, y - w * 0.85), (x, y - w * 1.45), (x + w * 0.66, y - w * 0.85)],
        p.darker(roof, 0.18),
    )
    pane(c, x - w * 0.26, y - w * 0.72, w * 0.52, w * 0.58)
