"""Shoulders and clothes of the portraits."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas
from .looks import CX, CY, Look


def body(c: Canvas, look: Look, cloth: str, accent: str) -> None:
    """Neck, shoulders and clothes."""
    skin = p.SKINS[look.skin]
    shade = p.mix(skin, "#8a3f3a", 0.3)
    wide = 196 if look.feminine else 222
    c.tube(
        [(CX, CY + 70), (CX, CY + 214)],
        [102 if look.feminine else 118, 122 if look.feminine else 140],
        skin,
    )
    c.blob(
        [
            (CX - 54, CY + 96),
            (CX + 54, CY + 96),
            (CX + 56, CY + 132),
            (CX + 10, CY + 176),
            (CX - 50, CY + 140),
        ],
        shade,
        0.55,
    )
    shoulders = [
        (CX - 62, CY + 172),
        (CX - wide * 0.72, CY + 214),
        (CX - wide, CY + 280),
        (CX - wide - 20, CY + 420),
        (CX + wide + 20, CY + 420),
        (CX + wide, CY + 280),
        (CX + wide * 0.72, CY + 214),
        (CX + 62, CY + 172),
        (CX, CY + 214),
    ]
    c.blob(shoulders, cloth)
    if look.clothes == "striber":
        with c.within(shoulders, soft=True):
            for k in range(6):
                y = CY + 228 + k * 34
                c.tube(
                    [(60, y + 22), (CX, y), (580, y + 22)], [13, 13, 13], p.mix(p.CHALK, cloth, 0.1)
                )
    dark = p.darker(cloth, 0.26)
    with c.within(shoulders, soft=True):
        c.stipple([(50, CY + 200), (590, CY + 200), (590, 700), (50, 700)], dark, 0.5, "bottom")
        c.stipple(
            [(CX + 70, CY + 180), (600, CY + 180), (600, 700), (CX + 120, 700)], dark, 0.45, "right"
        )
    {
        "blazer": _blazer, "skjorte": _shirt, "bluse": _blouse, "rullekrave": _rollneck,
        "halstørklæde": _neckerchief, "arbejdstøj": _workwear,
    }.get(look.clothes, _crew)(c, skin, cloth, accent)  # fmt: skip


def _crew(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.tube(
        [
            (CX - 70, CY + 176),
            (CX - 44, CY + 206),
            (CX, CY + 220),
            (CX + 44, CY + 206),
            (CX + 70, CY + 176),
        ],
        [18, 20, 20, 20, 18],
        p.darker(cloth, 0.18),
    )


def _blouse(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.blob(
        [
            (CX - 56, CY + 170),
            (CX + 56, CY + 170),
            (CX + 30, CY + 230),
            (CX, CY + 252),
            (CX - 30, CY + 230),
        ],
        skin,
    )
    c.tube(
        [
            (CX - 64, CY + 176),
            (CX - 34, CY + 232),
            (CX, CY + 256),
            (CX + 34, CY + 232),
            (CX + 64, CY + 176),
        ],
        [9, 9, 9, 9, 9],
        p.lighter(cloth, 0.3),
    )
    for k in range(9):
        c.disc(
            CX - 44 + 11 * k, CY + 214 + 34 * math.sin(math.pi * (k + 0.5) / 9) ** 0.7, 5, accent
        )


def _shirt(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.poly([(CX - 34, CY + 190), (CX + 34, CY + 190), (CX, CY + 246)], skin)
    for d in (-1, 1):
        c.poly(
            [
                (CX + d * 62, CY + 164),
                (CX + d * 84, CY + 196),
                (CX + d * 46, CY + 250),
                (CX, CY + 222),
                (CX + d * 36, CY + 196),
            ],
            p.lighter(cloth, 0.28),
        )
    c.line([(CX, CY + 236), (CX, 660)], 3, p.darker(cloth, 0.25))
    for k in range(3):
        c.disc(CX + 9, CY + 264 + 36 * k, 4.5, p.CHALK)


def _blazer(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.poly(
        [(CX - 60, CY + 172), (CX + 60, CY + 172), (CX + 54, 660), (CX - 54, 660)],
        p.lighter(accent, 0.6),
    )
    c.blob(
        [
            (CX - 50, CY + 160),
            (CX + 50, CY + 160),
            (CX + 20, CY + 226),
            (CX, CY + 240),
            (CX - 20, CY + 226),
        ],
        skin,
    )
    for d in (-1, 1):
        c.poly(
            [
                (CX + d * 58, CY + 166),
                (CX + d * 108, CY + 206),
                (CX + d * 96, CY + 262),
                (CX + d * 112, CY + 268),
                (CX + d * 6, 700),
                (CX - d * 6, 700),
            ],
            p.darker(cloth, 0.14),
        )


def _rollneck(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.rect(CX - 66, CY + 132, 132, 84, p.lighter(cloth, 0.08), r=26)
    for k in range(9):
        x = CX - 52 + 13 * k
        c.tube([(x, CY + 164), (x + (x - CX) * 0.06, CY + 212)], [2, 3], p.darker(cloth, 0.2), 0.5)
    c.tube(
        [(CX - 58, CY + 142), (CX, CY + 158), (CX + 58, CY + 142)],
        [16, 16, 16],
        p.lighter(cloth, 0.18),
    )


def _neckerchief(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.blob(
        [
            (CX - 78, CY + 150),
            (CX, CY + 184),
            (CX + 78, CY + 150),
            (CX + 92, CY + 206),
            (CX + 10, CY + 258),
            (CX - 92, CY + 206),
        ],
        accent,
    )
    c.blob(
        [(CX + 18, CY + 216), (CX + 66, CY + 226), (CX + 74, CY + 330), (CX + 28, CY + 336)],
        p.darker(accent, 0.12),
    )
    c.tube(
        [(CX - 76, CY + 176), (CX, CY + 214), (CX + 78, CY + 176)],
        [5, 7, 5],
        p.lighter(accent, 0.4),
    )


def _workwear(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    _crew(c, skin, cloth, accent)
    for d in (-1, 1):
        c.tube([(CX + d * 118, CY + 196), (CX + d * 112, 660)], [44, 48], p.RAPE)
        c.tube([(CX + d * 118, CY + 200), (CX + d * 112, 660)], [12, 12], p.CHALK)
