"""Farmhouses and churches of the villages."""

from __future__ import annotations

from . import palette as p
from .canvas import Canvas
from .houses import door, pane


def farmhouse(c: Canvas, x: float, y: float, w: float, style: str = "") -> None:
    """A long low house: bindingsvaerk (half-timbered), hvid (whitewashed) or gul (brick)."""
    rng = c.rng
    style = style or rng.choice(("bindingsvaerk", "hvid", "gul", "roed"))
    h = w * 0.2
    wall = {
        "bindingsvaerk": rng.choice(("#f1d9a4", p.CREAM, "#e3a66f")),
        "hvid": p.CHALK,
        "gul": "#dcb469",
        "roed": p.BRICK,
    }[style]
    thatch = style in ("bindingsvaerk", "hvid") and rng.random() < 0.55
    roof = "#8d7a5c" if thatch else rng.choice(p.ROOFS)
    c.disc(x + w * 0.54, y, w * 0.56, c.mood.shade, h * 0.12, 0.18)
    c.rect(x, y - h, w, h, wall)
    c.stipple([(x, y - h), (x + w, y - h), (x + w, y), (x, y)], p.darker(wall, 0.3), 0.45, "top")
    if style == "bindingsvaerk":
        beam = p.BARK
        for k in range(9):
            c.rect(x + (w - 4) * k / 8, y - h, w * 0.008 + 1.5, h, beam)
        c.rect(x, y - h * 0.52, w, w * 0.007 + 1.5, beam)
        for k in (0, 7):
            c.line(
                [
                    (x + w * k / 8, y - (h if k else h * 0.5)),
                    (x + w * (k + 1) / 8, y - (h * 0.5 if k else h)),
                ],
                w * 0.008 + 1.5,
                beam,
            )
    for k in range(7):
        wx = x + w * (0.04 + 0.135 * k)
        if k == 3:
            door(c, wx, y, w * 0.07, h * 0.72)
        else:
            pane(c, wx + w * 0.012, y - h * 0.78, w * 0.055, h * 0.42)
    rise = w * (0.24 if thatch else 0.19)
    shape = [
        (x - w * 0.03, y - h * 0.92),
        (x + w * 0.06, y - h - rise),
        (x + w * 0.94, y - h - rise),
        (x + w * 1.03, y - h * 0.92),
    ]
    c.rect(x + w * 0.3, y - h - rise - w * 0.06, w * 0.045, w * 0.1, p.BRICK)
    c.rect(x + w * 0.29, y - h - rise - w * 0.065, w * 0.065, w * 0.014, p.CHALK)
    c.poly(shape, roof)
    c.stipple(shape, p.darker(roof, 0.35), 0.6, "bottom")
    c.stipple(shape, p.lighter(roof, 0.3), 0.3, "left")
    if not thatch:
        for k in range(1, 5):
            yy = y - h * 0.92 - (rise + h * 0.08) * k / 5
            c.line(
                [(x - w * 0.03 + w * 0.018 * k, yy), (x + w * 1.03 - w * 0.018 * k, yy)],
                1.5,
                p.darker(roof, 0.25),
                0.5,
            )
    else:
        c.tube(
            [(x + w * 0.05, y - h - rise), (x + w * 0.95, y - h - rise)],
            [w * 0.03, w * 0.03],
            p.darker(roof, 0.25),
        )


def church(c: Canvas, x: float, y: float, h: float) -> None:
    """A whitewashed village church with a stepped tower, ``h`` high."""
    w = h * 0.34
    wall, roof = p.CHALK, "#9c4630"
    nave_h, nave_w = h * 0.34, h * 0.8
    c.disc(x + h * 0.6, y, h * 0.75, c.mood.shade, h * 0.035, 0.18)
    c.rect(x + w, y - nave_h, nave_w, nave_h, wall)
    c.stipple(
        [(x + w, y - nave_h), (x + w + nave_w, y - nave_h), (x + w + nave_w, y), (x + w, y)],
        p.DUSK,
        0.35,
        "right",
    )
    c.poly(
        [
            (x + w - 4, y - nave_h),
            (x + w, y - nave_h - h * 0.26),
            (x + w + nave_w - h * 0.04, y - nave_h - h * 0.26),
            (x + w + nave_w + 6, y - nave_h),
        ],
        roof,
    )
    for k in range(3):
        arched(c, x + w + nave_w * (0.16 + 0.3 * k), y - nave_h * 0.25, h * 0.07, h * 0.17)
    c.rect(x, y - h * 0.78, w, h * 0.78, wall)
    n = 4
    for k in range(n):
        inset = w / 2 * k / n
        c.rect(x + inset, y - h * 0.78 - h * 0.055 * (k + 1), w - 2 * inset, h * 0.057, wall)
    c.stipple([(x, y - h), (x + w, y - h), (x + w, y), (x, y)], p.DUSK, 0.0)
    c.stipple(
        [(x + w * 0.55, y - h * 0.78), (x + w, y - h * 0.78), (x + w, y), (x + w * 0.55, y)],
        p.DUSK,
        0.45,
        "right",
    )
    arched(c, x + w * 0.3, y - h * 0.58, h * 0.05, h * 0.12)
    arched(c, x + w * 0.55, y - h * 0.58, h * 0.05, h * 0.12)
    arched(c, x + w * 0.36, y, h * 0.1, h * 0.2, p.BARK)


def arched(c: Canvas, x: float, y: float, w: float, h: float, fill: str = "#4c6f80") -> None:
    """A round-headed opening standing on ``y``."""
    if c.mood.lamps and fill == "#4c6f80":
        fill = "#ffd98a"
    c.rect(x, y - h + w / 2, w, h - w / 2, fill)
    c.disc(x + w / 2, y - h + w / 2, w / 2, fill)
