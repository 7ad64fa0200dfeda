"""People together with what they sit on or ride."""

from __future__ import annotations

from typing import Any

from . import palette as p
from . import props, vehicles
from .canvas import Canvas
from .figures import draw_person
from .people import Person


def sitter(
    c: Canvas,
    who: Person,
    x: float,
    y: float,
    h: float,
    d: float,
    pose: str = "sidde",
    colour: str = p.WOOD,
    **turns: Any,
) -> None:
    """Somebody on a chair."""
    props.chair(c, x, y, h, d, colour)
    draw_person(c, who, x, y, h, d, pose, seat=y - h * 0.27, **turns)


def rider(c: Canvas, who: Person, x: float, y: float, h: float, d: float) -> None:
    """Somebody on a bike."""
    saddle = vehicles.bike(c, x, y, h, d, c.rng.choice((p.BRICK, p.SEA, p.MOSS, p.HONEY)))
    draw_person(c, who.but(skirt=False), saddle[0], y, h, d, "cykle", seat=saddle[1] - h * 0.03)


def wheelchair_user(
    c: Canvas, who: Person, x: float, y: float, h: float, d: float, pose: str = "sidde"
) -> None:
    """Somebody in a wheelchair."""
    seat = vehicles.wheelchair(c, x, y, h, d)
    draw_person(c, who, x, y, h, d, pose, seat=seat)
    vehicles.wheelchair(c, x, y, h, d, front=True)
