"""Portraits."""

from __future__ import annotations

import random

from PIL.Image import Image

from .canvas import Canvas
from .palette import MOODS, SEASONS
from .texture import finish


def draw_portrait(seed: int, size: tuple[int, int] = (640, 640)) -> Image:
    """A friendly face."""
    rng = random.Random(f"portrait:{seed}")
    c = Canvas(size, rng, MOODS["dag"], SEASONS["sommer"], (640, 640))
    return finish(c)
