"""Hair of the portraits: what lies behind the head and what falls before it."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas
from .looks import Look
from .portrait_shapes import draw_scarf, hair_outline


def hair_behind(c: Canvas, look: Look, x: float, y: float, cloth: str, accent: str) -> None:
    """The part of the hair behind neck and shoulders."""
    hair, dark = look.hair, p.darker(look.hair, 0.25)
    if look.style in ("page", "pandehår"):
        c.blob(
            [
                (x, y - 176),
                (x + 112, y - 138),
                (x + 142, y - 20),
                (x + 140, y + 110),
                (x + 96, y + 150),
                (x - 96, y + 150),
                (x - 140, y + 110),
                (x - 142, y - 20),
                (x - 112, y - 138),
            ],
            dark,
        )
    elif look.style in ("lang", "fletning"):
        low = 320 if look.style == "lang" else 120
        c.blob(
            [
                (x, y - 174),
                (x + 116, y - 132),
                (x + 140, y),
                (x + 150, y + low * 0.6),
                (x + 132, y + low),
                (x - 132, y + low),
                (x - 150, y + low * 0.6),
                (x - 140, y),
                (x - 116, y - 132),
            ],
            dark,
        )
    elif look.style == "afro":
        _puffs(c, x, y - 46, 176, hair, 15)
    elif look.style == "krøl-lang":
        _puffs(c, x, y - 10, 158, dark, 14)
        for d in (-1, 1):
            for k in range(4):
                c.disc(x + d * (132 - 6 * (k % 2)), y + 50 + 44 * k, 42 - 3 * k, dark)
    elif look.style == "knold":
        c.disc(x, y - 186, 54, hair)
        c.stipple(
            [(x + 54 * math.cos(k / 3), y - 186 + 54 * math.sin(k / 3)) for k in range(19)],
            dark,
            0.6,
        )
    elif look.style == "sidehest":
        c.tube(
            [(x + 90, y - 60), (x + 142, y + 60), (x + 138, y + 180), (x + 116, y + 270)],
            [70, 74, 60, 24],
            dark,
        )
    elif look.style == "tørklæde":
        scarf = accent
        c.blob(
            [
                (x, y - 190),
                (x + 116, y - 150),
                (x + 148, y - 20),
                (x + 142, y + 120),
                (x + 190, y + 240),
                (x, y + 290),
                (x - 190, y + 240),
                (x - 142, y + 120),
                (x - 148, y - 20),
                (x - 116, y - 150),
            ],
            p.darker(scarf, 0.14),
        )


def _puffs(c: Canvas, x: float, y: float, r: float, tone: str, n: int) -> None:
    """A cloud of curls."""
    c.disc(x, y, r * 0.92, tone)
    for k in range(n):
        a = 2 * math.pi * k / n
        c.disc(x + r * 0.84 * math.cos(a), y + r * 0.84 * math.sin(a), r * 0.26, tone)


def hair_before(c: Canvas, look: Look, x: float, y: float, accent: str) -> None:
    """The part of the hair over forehead and temples, or the headscarf."""
    if look.style == "tørklæde":
        draw_scarf(c, x, y, accent)
    elif look.style == "skaldet":
        _bald(c, look, x, y)
    elif look.style in ("krøl-kort", "krøl-lang", "afro"):
        _curls(c, look, x, y)
    else:
        _smooth_hair(c, look, x, y, accent)


def _bald(c: Canvas, look: Look, x: float, y: float) -> None:
    hair = look.hair
    for d in (-1, 1):
        c.blob(
            [
                (x + d * 112, y - 62),
                (x + d * 128, y - 30),
                (x + d * 124, y + 16),
                (x + d * 106, y + 10),
                (x + d * 102, y - 30),
            ],
            hair,
        )
    c.tube([(x - 50, y - 112), (x - 10, y - 124)], [5, 12], p.lighter(p.SKINS[look.skin], 0.5), 0.6)


def _curls(c: Canvas, look: Look, x: float, y: float) -> None:
    hair, light = look.hair, p.lighter(look.hair, 0.22)
    n = 9
    for k in range(n):
        a = math.pi * (1.06 + 0.88 * k / (n - 1))
        c.disc(x + 108 * math.cos(a), y - 30 + 116 * math.sin(a), 44, hair)
    for k in range(5):
        c.disc(x - 64 + 32 * k, y - 124 + 5 * (k % 2), 36, hair)
    for k in range(8):
        a = math.pi * (1.1 + 0.8 * k / 7)
        c.tube(
            [
                (x + 116 * math.cos(a), y - 40 + 118 * math.sin(a)),
                (x + 104 * math.cos(a + 0.1), y - 40 + 106 * math.sin(a + 0.1)),
            ],
            [3, 9],
            light,
            0.5,
        )


def _smooth_hair(c: Canvas, look: Look, x: float, y: float, accent: str) -> None:
    hair, light, dark = look.hair, p.lighter(look.hair, 0.22), p.darker(look.hair, 0.2)
    shape = hair_outline(look.style, x, y)
    c.blob(shape, hair)
    c.stipple(shape, dark, 0.5, "right", soft=True)
    if look.style in ("kort", "skilning", "opad"):
        for d in (-1, 1):
            c.blob(
                [
                    (x + d * 108, y - 70),
                    (x + d * 124, y - 40),
                    (x + d * 119, y + 6),
                    (x + d * 106, y - 4),
                    (x + d * 100, y - 40),
                ],
                dark,
            )
    if look.style in ("lang", "fletning"):
        _tresses(c, look, x, y, accent)
    if look.style == "sidehest":
        c.disc(x + 120, y + 30, 20, accent)
    for k in range(3):
        c.tube(
            [
                (x - 84 + 26 * k, y - 104 - 10 * k),
                (x - 44 + 24 * k, y - 138 - 2 * k),
                (x + 4 + 20 * k, y - 140 + 4 * k),
            ],
            [2, 7, 2],
            light,
            0.55,
        )


def _tresses(c: Canvas, look: Look, x: float, y: float, accent: str) -> None:
    hair, dark = look.hair, p.darker(look.hair, 0.2)
    for d in (-1, 1):
        end = 300 if look.style == "lang" else 250
        c.tube(
            [
                (x + d * 92, y - 90),
                (x + d * 124, y),
                (x + d * 126, y + end * 0.5),
                (x + d * 108, y + end),
            ],
            [34, 38, 46 if look.style == "lang" else 40, 30],
            hair,
        )
        if look.style == "fletning":
            for k in range(6):
                yy = y + 60 + 32 * k
                c.tube(
                    [(x + d * 106, yy), (x + d * 122, yy + 12), (x + d * 138, yy)],
                    [3, 5, 3],
                    dark,
                )
            c.disc(x + d * 110, y + 246, 14, accent)
