"""The face of a portrait."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point
from .looks import CX, CY, Look


def head(c: Canvas, look: Look, turn: float) -> None:
    """The face without hair."""
    skin = p.SKINS[look.skin]
    shade, warm = p.mix(skin, "#8a3f3a", 0.3), p.mix(skin, "#d9503f", 0.42)
    jaw = 70 if look.feminine else 84
    for d in (-1, 1):
        c.disc(CX + d * 112, CY + 14, 20, skin, 30)
        c.disc(CX + d * 112, CY + 16, 10, shade, 18, alpha=0.5)
    face: list[Point] = [
        (CX, CY - 142),
        (CX + 76, CY - 118),
        (CX + 112, CY - 40),
        (CX + 108, CY + 40),
        (CX + jaw, CY + 108),
        (CX + 34, CY + 146),
        (CX, CY + 152),
        (CX - 34, CY + 146),
        (CX - jaw, CY + 108),
        (CX - 108, CY + 40),
        (CX - 112, CY - 40),
        (CX - 76, CY - 118),
    ]
    c.blob(face, skin)
    c.stipple(
        [
            (CX + 20, CY - 120),
            (CX + 112, CY - 40),
            (CX + 110, CY + 40),
            (CX + jaw + 2, CY + 106),
            (CX + 30, CY + 148),
            (CX + 66, CY + 40),
        ],
        shade,
        0.5,
        "right",
        soft=True,
    )
    for d in (-1, 1):
        c.disc(CX + d * 62 + turn, CY + 56, 27, warm, 20, alpha=0.34)
    _features(c, look, turn, skin, shade)


def _features(c: Canvas, look: Look, turn: float, skin: str, shade: str) -> None:
    x0 = CX + turn
    _eyes(c, look, x0, shade)
    c.tube(
        [
            (x0 + turn * 0.3, CY + 6),
            (x0 + turn * 0.9 + 5, CY + 40),
            (x0 + turn * 0.5 - 4, CY + 50),
            (x0 - 8, CY + 49),
        ],
        [2, 6, 6, 2],
        shade,
        0.9,
    )
    if look.beard in ("fuld", "stubbe"):
        _beard(c, look, turn, skin)
    _mouth(c, look, x0, skin, shade)
    if look.beard in ("overskæg", "fuld"):
        c.blob(
            [
                (x0 - 46, CY + 82),
                (x0 - 24, CY + 62),
                (x0, CY + 66),
                (x0 + 24, CY + 62),
                (x0 + 46, CY + 82),
                (x0 + 18, CY + 78),
                (x0 - 18, CY + 78),
            ],
            p.lighter(look.hair, 0.06),
        )
    if look.age == "gammel":
        for d in (-1, 1):
            c.tube(
                [(x0 + d * 32, CY + 50), (x0 + d * 47, CY + 66), (x0 + d * 49, CY + 82)],
                [1.5, 3, 1.5],
                shade,
                0.55,
            )
        c.tube([(CX - 36, CY - 66), (CX, CY - 70), (CX + 36, CY - 66)], [1.5, 3, 1.5], shade, 0.5)


def _eyes(c: Canvas, look: Look, x0: float, shade: str) -> None:
    brow = p.mix(look.hair, p.INK, 0.25 if look.age != "gammel" else 0.12)
    lift = c.rng.uniform(-3, 4)
    for d in (-1, 1):
        ex = x0 + d * 43
        c.disc(ex, CY + 8, 9, "#2a2326", 11.5)
        c.disc(ex + 3, CY + 4, 2.8, p.CHALK)
        if look.feminine:
            c.tube([(ex - 13, CY + 2), (ex, CY - 7), (ex + 13, CY + 2)], [2, 5, 2], "#2a2326")
        c.tube(
            [(ex - 22, CY - 26 - lift * (d > 0)), (ex, CY - 36 - lift), (ex + 22, CY - 27)],
            [4, 8 if look.feminine else 11, 4],
            brow,
        )
        if look.age == "gammel":
            for k in range(2):
                c.tube(
                    [(ex + d * 24, CY + 6 + 9 * k), (ex + d * 35, CY + 2 + 14 * k)],
                    [1.5, 2.5],
                    shade,
                    0.7,
                )


def _mouth(c: Canvas, look: Look, x0: float, skin: str, shade: str) -> None:
    mouth = c.rng.choice(("smil", "smil", "åben"))
    lip = p.mix(skin, "#a8323a", 0.55 if look.feminine else 0.42)
    if look.beard == "fuld":
        lip = p.mix(lip, "#f0b0a0", 0.35)
    if mouth == "åben":
        c.blob(
            [
                (x0 - 34, CY + 82),
                (x0, CY + 88),
                (x0 + 34, CY + 82),
                (x0 + 20, CY + 106),
                (x0, CY + 112),
                (x0 - 20, CY + 106),
            ],
            "#7a2f34",
        )
        c.blob(
            [
                (x0 - 28, CY + 84),
                (x0, CY + 89),
                (x0 + 28, CY + 84),
                (x0 + 20, CY + 95),
                (x0 - 20, CY + 95),
            ],
            p.CHALK,
        )
    c.tube(
        [
            (x0 - 38, CY + 80),
            (x0 - 16, CY + 92 if mouth == "smil" else CY + 86),
            (x0 + 16, CY + 92 if mouth == "smil" else CY + 86),
            (x0 + 38, CY + 80),
        ],
        [3, 7, 7, 3],
        lip,
    )
    if mouth == "smil":
        c.tube([(x0 - 12, CY + 108), (x0, CY + 111), (x0 + 12, CY + 108)], [2, 4, 2], shade, 0.6)


def _beard(c: Canvas, look: Look, turn: float, skin: str) -> None:
    tone = look.hair if look.beard == "fuld" else p.mix(skin, look.hair, 0.42)
    low = 176 if look.beard == "fuld" else 154
    outline: list[Point] = [
        (CX - 112, CY + 6),
        (CX - 98, CY + 70),
        (CX - 60, CY + 62),
        (CX - 30 + turn, CY + 66),
        (CX + turn, CY + 60),
        (CX + 30 + turn, CY + 66),
        (CX + 60, CY + 62),
        (CX + 98, CY + 70),
        (CX + 112, CY + 6),
        (CX + 108, CY + 66),
        (CX + 84, CY + 122),
        (CX + 36, CY + low - 6),
        (CX, CY + low),
        (CX - 36, CY + low - 6),
        (CX - 84, CY + 122),
        (CX - 108, CY + 66),
    ]
    c.blob(outline, tone)
    c.stipple(outline, p.darker(tone, 0.3), 0.5, "bottom", soft=True)


def glasses(c: Canvas, look: Look, turn: float) -> None:
    """Round or square glasses."""
    frame = c.rng.choice((p.INK, p.RUST, p.DEEP, p.OAK))
    for d in (-1, 1):
        x, y = CX + turn + d * 44, CY + 9
        n = 28
        power = 1.0 if look.glasses == "runde" else 0.45
        pts: list[Point] = []
        for k in range(n + 2):
            a = 2 * math.pi * k / n
            ca, sa = math.cos(a), math.sin(a)
            pts.append(
                (
                    x + 35 * math.copysign(abs(ca) ** power, ca),
                    y + (33 if power == 1 else 26) * math.copysign(abs(sa) ** power, sa),
                )
            )
        c.poly(pts, "#ffffff", 0.16)
        c.line(pts, 6, frame)
        c.line([(x + d * 35, y - 6), (CX + d * 112, CY + 2)], 6, frame)
    c.tube(
        [(CX + turn - 10, CY + 6), (CX + turn, CY + 1), (CX + turn + 10, CY + 6)], [6, 6, 6], frame
    )
