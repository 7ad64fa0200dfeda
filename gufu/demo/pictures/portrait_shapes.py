"""Outlines of hair and headscarves of the portraits."""

from __future__ import annotations

from . import palette as p
from .canvas import Canvas, Point, smooth


def hair_outline(style: str, x: float, y: float) -> list[Point]:
    """The fringe and crown of the smooth styles."""
    crown: list[Point] = [
        (-118, -20),
        (-126, -90),
        (-80, -152),
        (0, -172),
        (80, -152),
        (126, -90),
        (118, -20),
    ]
    inner: dict[str, list[Point]] = {
        "kort": [(100, -62), (70, -104), (0, -112), (-70, -104), (-100, -62)],
        "skilning": [(104, -60), (86, -100), (20, -86), (-44, -118), (-88, -96), (-104, -58)],
        "opad": [(100, -64), (66, -112), (0, -104), (-60, -114), (-100, -64)],
        "page": [(106, 20), (98, -60), (40, -112), (-30, -122), (-88, -70), (-106, 20)],
        "pandehår": [
            (112, 60),
            (102, -40),
            (60, -56),
            (0, -50),
            (-60, -56),
            (-102, -40),
            (-112, 60),
        ],
        "lang": [(104, -30), (70, -90), (0, -128), (-70, -90), (-104, -30)],
        "fletning": [(104, -30), (70, -90), (0, -128), (-70, -90), (-104, -30)],
        "knold": [(106, -40), (80, -98), (0, -122), (-80, -98), (-106, -40)],
        "sidehest": [(106, -30), (90, -84), (0, -104), (-64, -122), (-104, -50)],
    }
    if style == "opad":
        crown = [
            (-116, -30),
            (-122, -96),
            (-92, -166),
            (-20, -204),
            (60, -200),
            (112, -150),
            (122, -90),
            (116, -30),
        ]
    if style in ("page", "pandehår"):
        crown = [
            (-128, 120),
            (-142, 20),
            (-134, -80),
            (-84, -158),
            (0, -178),
            (84, -158),
            (134, -80),
            (142, 20),
            (128, 120),
            (108, 116),
        ]
    points = crown + inner.get(style, inner["kort"])
    if style in ("page", "pandehår"):
        points = [*points, (-108, 116)]
    return [(x + u, y + v) for u, v in points]


def draw_scarf(c: Canvas, x: float, y: float, cloth: str) -> None:
    """A headscarf round the face."""
    outer: list[Point] = [
        (0, -186),
        (92, -158),
        (138, -60),
        (132, 50),
        (112, 130),
        (150, 220),
        (60, 282),
        (-80, 270),
        (-150, 210),
        (-112, 130),
        (-132, 50),
        (-138, -60),
        (-92, -158),
    ]
    inner: list[Point] = [
        (0, -112),
        (72, -88),
        (98, -20),
        (94, 50),
        (70, 108),
        (30, 144),
        (0, 150),
        (-30, 144),
        (-70, 108),
        (-94, 50),
        (-98, -20),
        (-72, -88),
    ]
    out = smooth([(x + u, y + v) for u, v in outer])
    inn = smooth([(x + u, y + v) for u, v in inner])
    top = min(range(len(out)), key=lambda k: out[k][1])
    top_in = min(range(len(inn)), key=lambda k: inn[k][1])
    ring = out[top:] + out[: top + 1] + (inn[top_in:] + inn[: top_in + 1])[::-1]
    c.poly(ring, cloth)
    dark = p.darker(cloth, 0.24)
    c.tube(
        [(x - 100, y + 60), (x - 40, y + 176), (x + 70, y + 214), (x + 138, y + 206)],
        [3, 9, 8, 3],
        dark,
        0.7,
    )
    c.tube([(x - 120, y + 110), (x - 70, y + 214), (x + 30, y + 252)], [3, 8, 3], dark, 0.7)
    c.tube(
        [(x - 96, y - 110), (x - 30, y - 158), (x + 40, y - 156)],
        [2, 8, 2],
        p.lighter(cloth, 0.35),
        0.6,
    )
    c.stipple(
        [
            (x + 96, y - 120),
            (x + 140, y - 50),
            (x + 134, y + 60),
            (x + 112, y + 130),
            (x + 100, y + 40),
            (x + 104, y - 40),
        ],
        dark,
        0.6,
        "right",
        soft=True,
    )
