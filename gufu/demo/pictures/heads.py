"""Heads of the small figures: face and hair."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point
from .head_shapes import BACK, BALD, BEARD, BOB, LONG, SHORT, SIDE
from .headwear import Place, Shape, draw_hat, draw_scarf
from .people import Person


def draw_head(
    c: Canvas,
    who: Person,
    x: float,
    y: float,
    r: float,
    d: float,
    tilt: float = 0,
    back: bool = False,
) -> None:
    """A head centred on (x, y) with half-height ``r``, looking towards ``d`` (-1 left, 1 right)."""
    rx = r * 0.86
    ca, sa = math.cos(tilt), math.sin(tilt)

    def pt(u: float, v: float) -> Point:
        px, py = d * u * rx, -v * r
        return x + px * ca - py * sa, y + px * sa + py * ca

    def shape(points: tuple[Point, ...], fill: str, alpha: float = 1.0) -> None:
        c.blob([pt(*q) for q in points], fill, alpha)

    _hair_behind(c, who, pt, shape, r)
    if who.style == "tørklæde":
        draw_scarf(c, who, pt, shape, r, back)
        if back:
            return
    if back:
        c.disc(x, y, rx, who.skin, r)
        _back_of_head(who, shape)
    else:
        _skull(c, who, pt, shape, r)
        if who.style == "tørklæde":
            return
        _hair(c, who, pt, shape, r)
    draw_hat(c, who, pt, shape, r)


def _hair_behind(c: Canvas, who: Person, pt: Place, shape: Shape, r: float) -> None:
    """What of the hair lies behind the head."""
    hair = who.hair
    if who.style == "afro" and not who.hat:
        c.disc(*pt(-0.2, 0.3), r * 1.38, hair)
    elif who.style == "hest":
        shape(
            ((-0.8, 0.75), (-1.6, 0.75), (-2.0, -0.2), (-1.75, -1.2), (-1.4, -0.4), (-1.0, 0.2)),
            p.darker(hair, 0.1),
        )
    elif who.style == "knold":
        c.disc(*pt(-0.85, 1.02), r * 0.5, hair)


def _back_of_head(who: Person, shape: Shape) -> None:
    """The hair of somebody who turns the back to us."""
    hair = who.hair
    shape(BACK, hair)
    if who.style in ("lang", "page"):
        low = -2.0 if who.style == "lang" else -1.05
        shape(
            (
                (1.12, 0.3),
                (1.2, low * 0.6),
                (0.8, low),
                (-0.8, low),
                (-1.2, low * 0.6),
                (-1.12, 0.3),
                (0, 1.0),
            ),
            hair,
        )


def _skull(c: Canvas, who: Person, pt: Place, shape: Shape, r: float) -> None:
    """The face with its features and beard."""
    skin_dark, hair = p.mix(who.skin, "#8a3f3a", 0.28), who.hair
    face = (
        (0.92, 0.35),
        (0.9, -0.3),
        (0.62, -0.88),
        (0.12, -1.04),
        (-0.45, -0.85),
        (-0.88, -0.3),
        (-0.95, 0.3),
        (-0.6, 0.9),
        (0, 1.05),
        (0.62, 0.88),
    )
    shape(face, who.skin)
    shape(
        ((-0.45, -0.3), (-0.2, -0.85), (0.12, -1.04), (-0.45, -0.85), (-0.88, -0.3), (-0.9, 0.3)),
        skin_dark,
        0.28,
    )
    shape(((0.78, 0.1), (1.14, -0.16), (1.02, -0.3), (0.8, -0.28)), who.skin)
    if r > 9:
        _face(c, who, pt, r, skin_dark)
    if who.beard:
        shape(BEARD, hair)
        if r > 11:
            c.tube(
                [pt(0.35, -0.56), pt(0.6, -0.62), pt(0.82, -0.54)],
                [r * 0.06, r * 0.09, r * 0.06],
                p.mix(who.skin, "#b4513a", 0.45),
            )


def _hair(c: Canvas, who: Person, pt: Place, shape: Shape, r: float) -> None:
    """The hair before the head, and the ear."""
    skin_dark, hair = p.mix(who.skin, "#8a3f3a", 0.28), who.hair
    outline = {"side": SIDE, "page": BOB, "lang": LONG, "skaldet": BALD}.get(who.style, SHORT)
    if who.style == "krøl":
        for u, v, k in (
            (0.55, 0.85, 0.42),
            (0.05, 1.05, 0.48),
            (-0.5, 0.9, 0.5),
            (-0.92, 0.5, 0.46),
            (-1.02, 0.0, 0.4),
            (-0.9, -0.42, 0.34),
            (-0.3, 0.6, 0.45),
        ):
            c.disc(*pt(u, v), r * k, hair)
    else:
        shape(outline, hair)
    if who.style not in ("lang", "page"):
        c.disc(*pt(-0.42, -0.12), r * 0.2, who.skin, r * 0.25)
        c.disc(*pt(-0.42, -0.12), r * 0.1, skin_dark, r * 0.14, alpha=0.5)
    if r > 14 and who.style != "skaldet":
        c.tube(
            [pt(-0.75, 0.7), pt(-0.2, 0.98), pt(0.3, 0.92)],
            [r * 0.03, r * 0.09, r * 0.03],
            p.lighter(hair, 0.3),
            0.5,
        )


def _face(c: Canvas, who: Person, pt: Place, r: float, dark: str) -> None:
    """Eyes, cheek, smile and glasses."""
    tone = p.mix(p.INK, who.skin, 0.08)
    for u in (0.2, 0.72):
        c.disc(*pt(u, 0.06), r * 0.075, tone, r * 0.095)
        c.tube(
            [pt(u - 0.14, 0.33), pt(u, 0.38), pt(u + 0.12, 0.33)],
            [r * 0.03, r * 0.06, r * 0.03],
            p.mix(who.hair, p.INK, 0.4),
            0.8,
        )
    c.disc(*pt(0.12, -0.34), r * 0.2, "#d9604a", r * 0.15, alpha=0.28)
    if not who.beard:
        c.tube(
            [pt(0.26, -0.5), pt(0.5, -0.63), pt(0.74, -0.5)],
            [r * 0.05, r * 0.09, r * 0.05],
            p.mix(dark, p.RUST, 0.5),
        )
    if who.glasses:
        for u in (0.2, 0.74):
            x, y = pt(u, 0.05)
            w = r * 0.26
            pts = [
                (x + w * math.cos(a), y + w * math.sin(a))
                for a in (k * math.pi / 8 for k in range(17))
            ]
            c.line(pts, max(1.2, r * 0.07), p.INK)
        c.line([pt(-0.1, 0.1), pt(-0.45, 0.12)], max(1.0, r * 0.06), p.INK)
