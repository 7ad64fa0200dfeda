"""Headscarves, hats and caps of the small figures."""

from __future__ import annotations

from collections.abc import Callable

from . import palette as p
from .canvas import Canvas, Point
from .people import Person

Place = Callable[[float, float], Point]
Shape = Callable[..., None]


def draw_scarf(
    c: Canvas,
    who: Person,
    pt: Place,
    shape: Shape,
    r: float,
    back: bool,
) -> None:
    """A headscarf, drawn before the face."""
    cloth = who.accent
    shape(
        (
            (0.98, 0.45),
            (0.66, 1.14),
            (0, 1.3),
            (-0.8, 1.1),
            (-1.28, 0.3),
            (-1.25, -0.8),
            (-1.5, -1.7),
            (-0.4, -1.9),
            (0.7, -1.8),
            (0.95, -1.1),
            (0.98, -0.4),
        ),
        cloth,
    )
    shape(
        ((-0.5, 0.9), (-1.2, 0.3), (-1.2, -0.9), (-1.45, -1.7), (-0.8, -1.75), (-0.8, -0.4)),
        p.darker(cloth, 0.2),
        0.6,
    )
    if not back:
        shape(
            (
                (0.9, 0.3),
                (0.55, 0.85),
                (0, 0.9),
                (-0.5, 0.5),
                (-0.6, -0.3),
                (-0.2, -0.95),
                (0.4, -1.05),
                (0.85, -0.6),
            ),
            who.skin,
        )


def draw_hat(
    c: Canvas,
    who: Person,
    pt: Place,
    shape: Shape,
    r: float,
) -> None:
    """A woollen hat or a cap."""
    if who.style == "tørklæde" or not who.hat:
        return
    if who.hat == "hue":
        shape(
            ((1.0, 0.4), (0.8, 1.1), (0, 1.55), (-0.8, 1.15), (-1.12, 0.3), (-0.4, 0.42)),
            who.accent,
        )
        c.tube(
            [pt(1.0, 0.4), pt(0, 0.52), pt(-1.1, 0.26)], [r * 0.34] * 3, p.darker(who.accent, 0.15)
        )
        c.disc(*pt(-0.1, 1.6), r * 0.26, p.lighter(who.accent, 0.3))
    else:
        shape(
            ((0.95, 0.5), (0.7, 1.1), (0, 1.32), (-0.75, 1.05), (-1.08, 0.35), (-0.3, 0.5)),
            who.accent,
        )
        c.tube(
            [pt(0.5, 0.55), pt(1.1, 0.52), pt(1.5, 0.42)],
            [r * 0.2, r * 0.16, r * 0.08],
            p.darker(who.accent, 0.2),
        )
