"""Trees, bushes and grass."""

from __future__ import annotations

import math

from . import palette as p
from .canvas import Canvas, Point


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
    spots = [
        (-0.24, 0.5, 0.17),
        (0.24, 0.5, 0.17),
        (0.0, 0.48, 0.18),
        (-0.2, 0.66, 0.19),
        (0.21, 0.67, 0.19),
        (0.0, 0.8, 0.2),
        (-0.05, 0.63, 0.2),
    ]
    for k, (u, v, r) in enumerate(spots):
        u, v, r = (
            u + rng.uniform(-0.03, 0.03),
            v + rng.uniform(-0.03, 0.03),
            r * rng.uniform(0.92, 1.1),
        )
        tone = (
            p.mix(dark, leaf, min(1.0, k / 4)) if k < 5 else p.mix(leaf, light, 0.45 * (k - 4) / 2)
        )
        lobe = billow(c, x + u * h, y - v * h, r * h)
        c.blob(lobe, tone)
        c.stipple(lobe, p.darker(tone, 0.3), 0.6, "bottom", soft=True)
        c.stipple(lobe, p.lighter(tone, 0.3), 0.3, "top", soft=True)


def billow(c: Canvas, x: float, y: float, r: float) -> list[Point]:
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
    for u, v, r, tone in (
        (-0.55, 0.3, 0.5, p.darker(colour, 0.1)),
        (0.55, 0.32, 0.5, p.darker(colour, 0.06)),
        (0, 0.46, 0.62, colour),
    ):
        lobe = [(q[0], min(q[1], y)) for q in billow(c, x + u * w, y - v * w, r * w)]
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
