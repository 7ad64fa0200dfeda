"""Portraits: friendly faces before a piece of the landscape."""

from __future__ import annotations

import math
import random

from PIL.Image import Image

from . import palette as p
from .canvas import Canvas, Point
from .looks import CX, CY, Look, look_by_chance
from .portrait_clothes import body
from .portrait_face import glasses, head
from .portrait_hair import hair_before, hair_behind
from .texture import finish, glow


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
    hair_before(c, look, CX, CY, accent)
    if look.glasses:
        glasses(c, look, turn)
    return finish(c, mirror=rng.random() < 0.5)


def backdrop(c: Canvas) -> str:
    """What is behind the head; returns its main colour."""
    rng = c.rng
    ground = rng.choice(
        ("#a9c9c6", "#f0d79a", "#e5b79c", "#c3d0a0", "#cfc0cf", "#e9d5b4", "#8fb9bf")
    )
    c.fade((-10, -10, 650, 650), (p.lighter(ground, 0.3), ground))
    kind = rng.choice(("sol", "bakker", "blade", "bue"))
    soft = p.lighter(ground, 0.35)
    if kind == "sol":
        c.disc(CX, 290, 262, soft)
        c.stipple(
            [(CX + 262 * math.cos(k / 8), 290 + 262 * math.sin(k / 8)) for k in range(51)],
            ground,
            0.55,
        )
    elif kind == "bakker":
        c.disc(500, 150, 62, p.CHALK, alpha=0.9)
        for k, tone in enumerate((p.FJORD, p.RAPE, p.BEECH)):
            y = 360 + 78 * k
            line: list[Point] = [
                (-60, y),
                (120, y - 34 * (-1) ** k),
                (330, y + 8),
                (540, y - 26 * (-1) ** k),
                (700, y),
                (700, 720),
                (-60, 720),
            ]
            c.blob(line, p.mix(tone, ground, 0.45))
    elif kind == "blade":
        for k in range(9):
            x = 40 + 70 * k
            lean = (x - 320) * 0.16
            c.tube(
                [(x, 660), (x + lean * 0.4, 420), (x + lean, 120 + 26 * (k % 3))],
                [6, 5, 3],
                p.mix(p.MOSS, ground, 0.5),
            )
            for j in range(5):
                y = 200 + 84 * j + 26 * (k % 3)
                side = -1 if j % 2 else 1
                c.tube(
                    [
                        (x + lean * 0.6, y),
                        (x + lean * 0.6 + side * 24, y - 26),
                        (x + lean * 0.6 + side * 56, y - 40),
                    ],
                    [3, 24, 2],
                    p.mix(c.season.leaves[1], ground, 0.45),
                )
    else:
        for r, share in ((300, 0.3), (248, 0.5), (196, 0.7)):
            c.disc(CX, 330, r, p.mix(ground, p.lighter(ground, 0.6), share))
            c.rect(CX - r, 330, 2 * r, 400, p.mix(ground, p.lighter(ground, 0.6), share))
    glow(c, CX - 120, 120, 330, "#fff4cf", 0.35)
    return ground
