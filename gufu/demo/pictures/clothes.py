"""Clothes of the small figures."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import palette as p
from .canvas import Canvas, Point
from .people import Person


def draw_torso(
    c: Canvas, who: Person, hip: Point, chest: Point, h: float, d: float, lean: float, seated: bool
) -> None:
    """What somebody wears above the legs, from hip to chest, in the shade on the back."""
    ux, uy = (chest[0] - hip[0]), (chest[1] - hip[1])
    length = math.hypot(ux, uy) or 1
    ux, uy = ux / length, uy / length
    fx, fy = -uy * d, ux * d

    def pt(f: float, u: float) -> Point:
        return hip[0] + fx * f * h + ux * u * length, hip[1] + fy * f * h + uy * u * length

    hem = -0.1 if not seated else -0.04
    if who.cut == "frakke" and not seated:
        hem = -0.55 if lean < 20 else -0.1
    if who.skirt:
        if seated:
            c.tube(
                [hip, (hip[0] + d * h * 0.23, hip[1] + 0.005 * h)],
                [h * 0.13, h * 0.12],
                who.trousers,
            )
        else:
            c.blob(
                [pt(-0.07, 0.15), pt(0.07, 0.15), pt(0.11, -0.75), pt(0, -0.82), pt(-0.11, -0.75)],
                who.trousers,
            )
    f = 0.072 if who.cut != "frakke" else 0.082
    shape = [
        pt(0.035, 1.02),
        pt(0.082, 0.9),
        pt(0.083, 0.6),
        pt(f, 0.2),
        pt(f + 0.008, hem),
        pt(0, hem - 0.04),
        pt(-f - 0.008, hem),
        pt(-f, 0.2),
        pt(-0.08, 0.6),
        pt(-0.082, 0.9),
        pt(-0.035, 1.02),
    ]
    c.blob(shape, who.top)
    with c.within(shape, soft=True):
        _pattern(c, who, pt, h, d)
    if who.cut in ("jakke", "frakke"):
        c.blob(
            [
                pt(0.02, 1.0),
                pt(0.066, 0.92),
                pt(0.072, 0.5),
                pt(0.06, hem + 0.04),
                pt(0.035, hem + 0.04),
                pt(0.04, 0.5),
            ],
            p.lighter(who.accent, 0.45),
        )
        c.tube(
            [pt(0.012, 0.98), pt(0.042, 0.6), pt(0.036, hem)],
            [h * 0.016, h * 0.012, h * 0.01],
            p.darker(who.top, 0.25),
        )
    elif who.cut == "skjorte":
        c.line([pt(0.045, 0.95), pt(0.05, hem + 0.05)], h * 0.006, p.darker(who.top, 0.3))
    elif who.cut == "forklæde":
        low = -0.5 if not seated else 0.0
        c.line([pt(0.03, 0.78), pt(0.0, 1.0)], h * 0.014, who.accent)
        c.line([pt(-0.08, 0.3), pt(0.08, 0.26)], h * 0.014, who.accent)
        c.poly(
            [
                pt(0.02, 0.8),
                pt(0.076, 0.76),
                pt(0.084, 0.3),
                pt(0.092, low),
                pt(-0.045, low),
                pt(-0.03, 0.3),
            ],
            who.accent,
        )
        c.line([pt(0.02, 0.12), pt(0.07, 0.1)], h * 0.008, p.darker(who.accent, 0.3))
    back_edge = [
        pt(-0.03, 1.0),
        pt(-0.08, 0.88),
        pt(-0.08, 0.6),
        pt(-f, 0.2),
        pt(-f - 0.006, hem),
        pt(-0.02, hem - 0.03),
        pt(-0.028, 0.3),
        pt(-0.036, 0.7),
    ]
    c.blob(back_edge, c.mood.shade, 0.26)


def _pattern(
    c: Canvas, who: Person, pt: Callable[[float, float], Point], h: float, d: float
) -> None:
    if who.cut not in ("trøje", "tshirt"):
        return
    if who.pattern == "striber":
        for k in range(6):
            u = 0.04 + k * 0.16
            c.tube(
                [pt(-0.1, u), pt(0, u - 0.03), pt(0.1, u)],
                [h * 0.015] * 3,
                p.mix(who.accent, who.top, 0.2),
            )
    elif who.pattern == "bånd":
        c.tube(
            [pt(-0.12, 0.57), pt(0, 0.52), pt(0.12, 0.57)],
            [h * 0.05] * 3,
            p.mix(who.accent, who.top, 0.15),
        )
        c.tube(
            [pt(-0.12, 0.36), pt(0, 0.31), pt(0.12, 0.36)],
            [h * 0.016] * 3,
            p.mix(who.accent, who.top, 0.15),
        )
    elif who.pattern == "prikker" and h > 150:
        for k in range(12):
            c.disc(
                *pt(-0.06 + 0.045 * (k % 4), 0.1 + 0.28 * (k // 4)),
                h * 0.007,
                p.lighter(who.top, 0.5),
            )


def draw_collar(c: Canvas, who: Person, chest: Point, h: float, d: float, back: bool) -> None:
    """The neckline, drawn over the neck."""
    if who.style == "tørklæde" and not back:
        return
    colour = (
        p.lighter(who.accent, 0.45) if who.cut in ("jakke", "frakke") else p.darker(who.top, 0.16)
    )
    c.tube(
        [
            (chest[0] - d * 0.034 * h, chest[1] + 0.002 * h),
            (chest[0], chest[1] + 0.012 * h),
            (chest[0] + d * 0.036 * h, chest[1] + 0.006 * h),
        ],
        [h * 0.026] * 3,
        colour,
    )
