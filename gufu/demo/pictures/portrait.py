"""Portraits: friendly faces before a piece of the landscape."""

from __future__ import annotations

import math
import random

from PIL.Image import Image

from . import palette as p
from .canvas import Canvas, Point
from .looks import Look, look_by_chance
from .portrait_hair import hair_behind, hair_before
from .texture import finish, glow

CX, CY = 320.0, 292.0


def draw_portrait(seed: int, size: tuple[int, int] = (640, 640), look: Look | None = None) -> Image:
    """A friendly face as an RGB picture of ``size`` pixels; by chance when no look is given."""
    rng = random.Random(f"portrait:{seed}")
    look = look or look_by_chance(rng)
    c = Canvas(size, rng, p.MOODS["dag"], p.choose_season(rng), (640, 640))
    turn = rng.choice((-1, 1)) * rng.uniform(5, 11)
    cloth, accent = rng.sample(p.CLOTHES, 2)
    ground = backdrop(c)
    if p.mix(cloth, ground, 0.5) == ground:
        cloth = p.DEEP
    hair_behind(c, look, CX, CY, cloth, accent)
    body(c, look, cloth, accent)
    head(c, look, turn)
    hair_before(c, look, CX, CY, turn, accent)
    if look.glasses:
        glasses(c, look, turn)
    return finish(c, mirror=rng.random() < 0.5)


def backdrop(c: Canvas) -> str:
    """What is behind the head; returns its main colour."""
    rng = c.rng
    ground = rng.choice(("#a9c9c6", "#f0d79a", "#e5b79c", "#c3d0a0", "#cfc0cf", "#e9d5b4", "#8fb9bf"))
    c.fade((-10, -10, 650, 650), (p.lighter(ground, 0.3), ground))
    kind = rng.choice(("sol", "bakker", "blade", "bue"))
    soft = p.lighter(ground, 0.35)
    if kind == "sol":
        c.disc(CX, 290, 262, soft)
        c.stipple([(CX + 262 * math.cos(k / 8), 290 + 262 * math.sin(k / 8)) for k in range(51)], ground, 0.55)
    elif kind == "bakker":
        c.disc(500, 150, 62, p.CHALK, alpha=0.9)
        for k, tone in enumerate((p.FJORD, p.RAPE, p.BEECH)):
            y = 360 + 78 * k
            line: list[Point] = [(-60, y), (120, y - 34 * (-1) ** k), (330, y + 8), (540, y - 26 * (-1) ** k), (700, y), (700, 720), (-60, 720)]
            c.blob(line, p.mix(tone, ground, 0.45))
    elif kind == "blade":
        for k in range(9):
            x = 40 + 70 * k
            lean = (x - 320) * 0.16
            c.tube([(x, 660), (x + lean * 0.4, 420), (x + lean, 120 + 26 * (k % 3))], [6, 5, 3], p.mix(p.MOSS, ground, 0.5))
            for j in range(5):
                y = 200 + 84 * j + 26 * (k % 3)
                side = -1 if j % 2 else 1
                c.tube([(x + lean * 0.6, y), (x + lean * 0.6 + side * 24, y - 26), (x + lean * 0.6 + side * 56, y - 40)], [3, 24, 2], p.mix(c.season.leaves[1], ground, 0.45))
    else:
        for r, share in ((300, 0.3), (248, 0.5), (196, 0.7)):
            c.disc(CX, 330, r, p.mix(ground, p.lighter(ground, 0.6), share))
            c.rect(CX - r, 330, 2 * r, 400, p.mix(ground, p.lighter(ground, 0.6), share))
    glow(c, CX - 120, 120, 330, "#fff4cf", 0.35)
    return ground


def body(c: Canvas, look: Look, cloth: str, accent: str) -> None:
    """Neck, shoulders and clothes."""
    skin = p.SKINS[look.skin]
    shade = p.mix(skin, "#8a3f3a", 0.3)
    wide = 196 if look.feminine else 222
    c.tube([(CX, CY + 70), (CX, CY + 214)], [102 if look.feminine else 118, 122 if look.feminine else 140], skin)
    c.blob([(CX - 54, CY + 96), (CX + 54, CY + 96), (CX + 56, CY + 132), (CX + 10, CY + 176), (CX - 50, CY + 140)], shade, 0.55)
    shoulders = [(CX - 62, CY + 172), (CX - wide * 0.72, CY + 214), (CX - wide, CY + 280), (CX - wide - 20, CY + 420), (CX + wide + 20, CY + 420), (CX + wide, CY + 280), (CX + wide * 0.72, CY + 214), (CX + 62, CY + 172), (CX, CY + 214)]
    c.blob(shoulders, cloth)
    if look.clothes == "striber":
        with c.within(shoulders, soft=True):
            for k in range(6):
                y = CY + 228 + k * 34
                c.tube([(60, y + 22), (CX, y), (580, y + 22)], [13, 13, 13], p.mix(p.CHALK, cloth, 0.1))
    dark = p.darker(cloth, 0.26)
    with c.within(shoulders, soft=True):
        c.stipple([(50, CY + 200), (590, CY + 200), (590, 700), (50, 700)], dark, 0.5, "bottom")
        c.stipple([(CX + 70, CY + 180), (600, CY + 180), (600, 700), (CX + 120, 700)], dark, 0.45, "right")
    {
        "blazer": _blazer, "skjorte": _shirt, "bluse": _blouse, "rullekrave": _rollneck,
        "halstørklæde": _neckerchief, "arbejdstøj": _workwear,
    }.get(look.clothes, _crew)(c, skin, cloth, accent)  # fmt: skip


def _crew(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.tube([(CX - 70, CY + 176), (CX - 44, CY + 206), (CX, CY + 220), (CX + 44, CY + 206), (CX + 70, CY + 176)], [18, 20, 20, 20, 18], p.darker(cloth, 0.18))


def _blouse(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.blob([(CX - 56, CY + 170), (CX + 56, CY + 170), (CX + 30, CY + 230), (CX, CY + 252), (CX - 30, CY + 230)], skin)
    c.tube([(CX - 64, CY + 176), (CX - 34, CY + 232), (CX, CY + 256), (CX + 34, CY + 232), (CX + 64, CY + 176)], [9, 9, 9, 9, 9], p.lighter(cloth, 0.3))
    for k in range(9):
        c.disc(CX - 44 + 11 * k, CY + 214 + 34 * math.sin(math.pi * (k + 0.5) / 9) ** 0.7, 5, accent)


def _shirt(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.poly([(CX - 34, CY + 190), (CX + 34, CY + 190), (CX, CY + 246)], skin)
    for d in (-1, 1):
        c.poly([(CX + d * 62, CY + 164), (CX + d * 84, CY + 196), (CX + d * 46, CY + 250), (CX, CY + 222), (CX + d * 36, CY + 196)], p.lighter(cloth, 0.28))
    c.line([(CX, CY + 236), (CX, 660)], 3, p.darker(cloth, 0.25))
    for k in range(3):
        c.disc(CX + 9, CY + 264 + 36 * k, 4.5, p.CHALK)


def _blazer(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.poly([(CX - 60, CY + 172), (CX + 60, CY + 172), (CX + 54, 660), (CX - 54, 660)], p.lighter(accent, 0.6))
    c.blob([(CX - 50, CY + 160), (CX + 50, CY + 160), (CX + 20, CY + 226), (CX, CY + 240), (CX - 20, CY + 226)], skin)
    for d in (-1, 1):
        c.poly([(CX + d * 58, CY + 166), (CX + d * 108, CY + 206), (CX + d * 96, CY + 262), (CX + d * 112, CY + 268), (CX + d * 6, 700), (CX - d * 6, 700)], p.darker(cloth, 0.14))


def _rollneck(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.rect(CX - 66, CY + 132, 132, 84, p.lighter(cloth, 0.08), r=26)
    for k in range(9):
        x = CX - 52 + 13 * k
        c.tube([(x, CY + 164), (x + (x - CX) * 0.06, CY + 212)], [2, 3], p.darker(cloth, 0.2), 0.5)
    c.tube([(CX - 58, CY + 142), (CX, CY + 158), (CX + 58, CY + 142)], [16, 16, 16], p.lighter(cloth, 0.18))


def _neckerchief(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    c.blob([(CX - 78, CY + 150), (CX, CY + 184), (CX + 78, CY + 150), (CX + 92, CY + 206), (CX + 10, CY + 258), (CX - 92, CY + 206)], accent)
    c.blob([(CX + 18, CY + 216), (CX + 66, CY + 226), (CX + 74, CY + 330), (CX + 28, CY + 336)], p.darker(accent, 0.12))
    c.tube([(CX - 76, CY + 176), (CX, CY + 214), (CX + 78, CY + 176)], [5, 7, 5], p.lighter(accent, 0.4))


def _workwear(c: Canvas, skin: str, cloth: str, accent: str) -> None:
    _crew(c, skin, cloth, accent)
    for d in (-1, 1):
        c.tube([(CX + d * 118, CY + 196), (CX + d * 112, 660)], [44, 48], p.RAPE)
        c.tube([(CX + d * 118, CY + 200), (CX + d * 112, 660)], [12, 12], p.CHALK)


def head(c: Canvas, look: Look, turn: float) -> None:
    """The face without hair."""
    skin = p.SKINS[look.skin]
    shade, warm = p.mix(skin, "#8a3f3a", 0.3), p.mix(skin, "#d9503f", 0.42)
    jaw = 70 if look.feminine else 84
    for d in (-1, 1):
        c.disc(CX + d * 112, CY + 14, 20, skin, 30)
        c.disc(CX + d * 112, CY + 16, 10, shade, 18, alpha=0.5)
    face: list[Point] = [(CX, CY - 142), (CX + 76, CY - 118), (CX + 112, CY - 40), (CX + 108, CY + 40), (CX + jaw, CY + 108), (CX + 34, CY + 146), (CX, CY + 152), (CX - 34, CY + 146), (CX - jaw, CY + 108), (CX - 108, CY + 40), (CX - 112, CY - 40), (CX - 76, CY - 118)]
    c.blob(face, skin)
    c.stipple([(CX + 20, CY - 120), (CX + 112, CY - 40), (CX + 110, CY + 40), (CX + jaw + 2, CY + 106), (CX + 30, CY + 148), (CX + 66, CY + 40)], shade, 0.5, "right", soft=True)
    for d in (-1, 1):
        c.disc(CX + d * 62 + turn, CY + 56, 27, warm, 20, alpha=0.34)
    _features(c, look, turn, skin, shade)


def _features(c: Canvas, look: Look, turn: float, skin: str, shade: str) -> None:
    rng = c.rng
    x0, brow = CX + turn, p.mix(look.hair, p.INK, 0.25 if look.age != "gammel" else 0.12)
    lift = rng.uniform(-3, 4)
    for d in (-1, 1):
        ex = x0 + d * 43
        c.disc(ex, CY + 8, 9, "#2a2326", 11.5)
        c.disc(ex + 3, CY + 4, 2.8, p.CHALK)
        if look.feminine:
            c.tube([(ex - 13, CY + 2), (ex, CY - 7), (ex + 13, CY + 2)], [2, 5, 2], "#2a2326")
        c.tube([(ex - 22, CY - 26 - lift * (d > 0)), (ex, CY - 36 - lift), (ex + 22, CY - 27)], [4, 8 if look.feminine else 11, 4], brow)
        if look.age == "gammel":
            for k in range(2):
                c.tube([(ex + d * 24, CY + 6 + 9 * k), (ex + d * 35, CY + 2 + 14 * k)], [1.5, 2.5], shade, 0.7)
    c.tube([(x0 + turn * 0.3, CY + 6), (x0 + turn * 0.9 + 5, CY + 40), (x0 + turn * 0.5 - 4, CY + 50), (x0 - 8, CY + 49)], [2, 6, 6, 2], shade, 0.9)
    if look.beard in ("fuld", "stubbe"):
        _beard(c, look, turn, skin)
    mouth = rng.choice(("smil", "smil", "åben"))
    lip = p.mix(skin, "#a8323a", 0.55 if look.feminine else 0.42)
    if look.beard == "fuld":
        lip = p.mix(lip, "#f0b0a0", 0.35)
    if mouth == "åben":
        c.blob([(x0 - 34, CY + 82), (x0, CY + 88), (x0 + 34, CY + 82), (x0 + 20, CY + 106), (x0, CY + 112), (x0 - 20, CY + 106)], "#7a2f34")
        c.blob([(x0 - 28, CY + 84), (x0, CY + 89), (x0 + 28, CY + 84), (x0 + 20, CY + 95), (x0 - 20, CY + 95)], p.CHALK)
    c.tube([(x0 - 38, CY + 80), (x0 - 16, CY + 92 if mouth == "smil" else CY + 86), (x0 + 16, CY + 92 if mouth == "smil" else CY + 86), (x0 + 38, CY + 80)], [3, 7, 7, 3], lip)
    if mouth == "smil":
        c.tube([(x0 - 12, CY + 108), (x0, CY + 111), (x0 + 12, CY + 108)], [2, 4, 2], shade, 0.6)
    if look.beard in ("overskæg", "fuld"):
        c.blob([(x0 - 46, CY + 82), (x0 - 24, CY + 62), (x0, CY + 66), (x0 + 24, CY + 62), (x0 + 46, CY + 82), (x0 + 18, CY + 78), (x0 - 18, CY + 78)], p.lighter(look.hair, 0.06))
    if look.age == "gammel":
        for d in (-1, 1):
            c.tube([(x0 + d * 32, CY + 50), (x0 + d * 47, CY + 66), (x0 + d * 49, CY + 82)], [1.5, 3, 1.5], shade, 0.55)
        c.tube([(CX - 36, CY - 66), (CX, CY - 70), (CX + 36, CY - 66)], [1.5, 3, 1.5], shade, 0.5)


def _beard(c: Canvas, look: Look, turn: float, skin: str) -> None:
    tone = look.hair if look.beard == "fuld" else p.mix(skin, look.hair, 0.42)
    low = 176 if look.beard == "fuld" else 154
    outline: list[Point] = [(CX - 112, CY + 6), (CX - 98, CY + 70), (CX - 60, CY + 62), (CX - 30 + turn, CY + 66), (CX + turn, CY + 60), (CX + 30 + turn, CY + 66), (CX + 60, CY + 62), (CX + 98, CY + 70), (CX + 112, CY + 6), (CX + 108, CY + 66), (CX + 84, CY + 122), (CX + 36, CY + low - 6), (CX, CY + low), (CX - 36, CY + low - 6), (CX - 84, CY + 122), (CX - 108, CY + 66)]
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
            pts.append((x + 35 * math.copysign(abs(ca) ** power, ca), y + (33 if power == 1 else 26) * math.copysign(abs(sa) ** power, sa)))
        c.poly(pts, "#ffffff", 0.16)
        c.line(pts, 6, frame)
        c.line([(x + d * 35, y - 6), (CX + d * 112, CY + 2)], 6, frame)
    c.tube([(CX + turn - 10, CY + 6), (CX + turn, CY + 1), (CX + turn + 10, CY + 6)], [6, 6, 6], frame)
