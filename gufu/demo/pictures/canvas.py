"""A sheet of paper, 1600 by 1000 units, on which the scenes are drawn.

The sheet is twice as fine as the finished picture; ``finish`` brings it down
to size, which gives clean edges, and lays grain and paper over it.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw

from .palette import Mood, Season, rgb

Point = tuple[float, float]
WIDTH, HEIGHT, FINE = 1600, 1000, 2


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A soft line (Catmull-Rom) through the points."""
    n = len(points)
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            t2, t3 = t * t, t * t * t
            a, b = 0.5 * (-t3 + 2 * t2 - t), 0.5 * (3 * t3 - 5 * t2 + 2)
            d, e = 0.5 * (-3 * t3 + 4 * t2 + t), 0.5 * (t3 - t2)
            out.append(
                (
                    a * p0[0] + b * p1[0] + d * p2[0] + e * p3[0],
                    a * p0[1] + b * p1[1] + d * p2[1] + e * p3[1],
                )
            )
    if not closed:
        out.append(points[-1])
    return out


class Canvas:
    """Draws in units of a 1600 x 1000 sheet; colours are graded by the mood."""

    def __init__(
        self,
        size: tuple[int, int],
        rng: random.Random,
        mood: Mood,
        season: Season,
        sheet: tuple[int, int] = (WIDTH, HEIGHT),
    ) -> None:
        w, h = size[0] * FINE, size[1] * FINE
        self.size, self.rng, self.mood, self.season = size, rng, mood, season
        self.scale = max(w / sheet[0], h / sheet[1])
        self.dx, self.dy = (w - sheet[0] * self.scale) / 2, (h - sheet[1] * self.scale) / 2
        self.image = Image.new("RGB", (w, h), self.tone(mood.sky[2])[:3])
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        grains = random.Random(rng.random()).randbytes(256 * 256)
        self.grains = Image.frombytes("L", (256, 256), grains)
        self.plain = False
        self.indoors = False
        self.sun_seen = False

    def tone(self, colour: str, alpha: float = 1.0) -> tuple[int, int, int, int]:
        """The colour in the light of the mood, with its opacity (0-1)."""
        r, g, b = rgb(colour)
        tr, tg, tb = self.mood.tint if not getattr(self, "plain", False) else (1, 1, 1)
        return round(r * tr), round(g * tg), round(b * tb), round(255 * alpha)

    def at(self, p: Point) -> Point:
        """Units to pixels."""
        return p[0] * self.scale + self.dx, p[1] * self.scale + self.dy

    def poly(self, points: Sequence[Point], fill: str, alpha: float = 1.0) -> None:
        """A shape with straight edges."""
        self.pen.polygon([self.at(p) for p in points], fill=self.tone(fill, alpha))

    def blob(self, points: Sequence[Point], fill: str, alpha: float = 1.0) -> None:
        """A shape with soft edges through the points."""
        self.poly(smooth(points), fill, alpha)

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, alpha: float = 1.0, r: float = 0
    ) -> None:
        """A rectangle from its top left corner, with corners of radius ``r``."""
        (x0, y0), (x1, y1) = self.at((x, y)), self.at((x + w, y + h))
        if x1 <= x0 or y1 <= y0:
            return
        box, tone = (x0, y0, x1, y1), self.tone(fill, alpha)
        if r:
            self.pen.rounded_rectangle(box, radius=r * self.scale, fill=tone)
        else:
            self.pen.rectangle(box, fill=tone)

    def disc(
        self, x: float, y: float, rx: float, fill: str, ry: float | None = None, alpha: float = 1.0
    ) -> None:
        """A circle, or an ellipse when ``ry`` is given."""
        ry = rx if ry is None else ry
        (x0, y0), (x1, y1) = self.at((x - rx, y - ry)), self.at((x + rx, y + ry))
        self.pen.ellipse((x0, y0, x1, y1), fill=self.tone(fill, alpha))

    def tube(
        self, points: Sequence[Point], widths: Sequence[float], fill: str, alpha: float = 1.0
    ) -> None:
        """A limb or a branch: a soft line whose width runs from the first to the last."""
        line = smooth(points, closed=False, steps=6)
        n = len(line) - 1
        left: list[Point] = []
        right: list[Point] = []
        last = len(widths) - 1
        angle = 0.0
        for i, (x, y) in enumerate(line):
            before, after = line[max(i - 1, 0)], line[min(i + 1, n)]
            angle = math.atan2(after[1] - before[1], after[0] - before[0])
            t = i / n * last
            k = min(int(t), last - 1)
            half = (widths[k] + (widths[k + 1] - widths[k]) * (t - k)) / 2
            nx, ny = -math.sin(angle) * half, math.cos(angle) * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        cap = [math.pi / 2 - math.pi * k / 6 for k in range(1, 6)]
        (ex, ey), half = line[-1], widths[-1] / 2
        end = [(ex + math.cos(angle + a) * half, ey + math.sin(angle + a) * half) for a in cap]
        (sx, sy), half = line[0], widths[0] / 2
        first = math.atan2(line[1][1] - sy, line[1][0] - sx) + math.pi
        start = [(sx + math.cos(first + a) * half, sy + math.sin(first + a) * half) for a in cap]
        self.poly(left + end + right[::-1] + start, fill, alpha)

    def line(self, points: Sequence[Point], width: float, fill: str, alpha: float = 1.0) -> None:
        """A straight-edged line of even width."""
        px = max(1, round(width * self.scale))
        self.pen.line(
            [self.at(p) for p in points], fill=self.tone(fill, alpha), width=px, joint="curve"
        )

    def fade(self, box: tuple[float, float, float, float], colours: Sequence[str]) -> None:
        """A band (x0, y0, x1, y1) whose colour runs from the first at the top to the last."""
        (x0, y0), (x1, y1) = self.at(box[:2]), self.at(box[2:])
        strip = Image.new("RGB", (1, len(colours)))
        strip.putdata([self.tone(c)[:3] for c in colours])
        wide = strip.resize((1, max(2, round(y1 - y0))), Image.Resampling.BICUBIC)
        band = wide.resize((max(1, round(x1 - x0)), wide.height), Image.Resampling.NEAREST)
        self.image.paste(band, (round(x0), round(y0)))

    def stipple(
        self,
        points: Sequence[Point],
        fill: str,
        strength: float = 0.6,
        side: str = "bottom",
        soft: bool = False,
    ) -> None:
        """Sprays grains over a shape, densest at one side: bottom, top, left, right or round."""
        shape = [self.at(p) for p in (smooth(points) if soft else points)]
        x0, y0 = (max(0, int(min(p[k] for p in shape))) for k in (0, 1))
        x1 = min(self.image.width, int(max(p[0] for p in shape)) + 1)
        y1 = min(self.image.height, int(max(p[1] for p in shape)) + 1)
        if x1 - x0 < 2 or y1 - y0 < 2:
            return
        w, h = x1 - x0, y1 - y0
        ramp = Image.radial_gradient("L") if side == "round" else Image.linear_gradient("L")
        turns = {"top": 180, "left": 270, "right": 90}
        if side in turns:
            ramp = ramp.rotate(turns[side])
        ramp = ramp.point([round(v * strength) for v in range(256)]).resize((w, h))
        spray = ImageChops.subtract(ramp, self._noise((w, h))).point(
            [min(255, v * 6) for v in range(256)]
        )
        mask = Image.new("L", (w, h))
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in shape], fill=255)
        self.image.paste(self.tone(fill)[:3], (x0, y0), ImageChops.multiply(spray, mask))

    def _noise(self, size: tuple[int, int]) -> Image.Image:
        """Grains of one finished pixel each, tiled over the size (fine pixels)."""
        tile = self.grains.resize((256 * FINE, 256 * FINE), Image.Resampling.NEAREST)
        out = Image.new("L", size)
        for y in range(0, size[1], tile.height):
            for x in range(0, size[0], tile.width):
                out.paste(tile, (x, y))
        return out

    @contextmanager
    def within(self, points: Sequence[Point], soft: bool = False) -> Iterator[None]:
        """What is drawn inside the block shows only within the shape."""
        shape = [self.at(p) for p in (smooth(points) if soft else points)]
        x0, y0 = (max(0, int(min(p[k] for p in shape))) for k in (0, 1))
        x1 = min(self.image.width, int(max(p[0] for p in shape)) + 1)
        y1 = min(self.image.height, int(max(p[1] for p in shape)) + 1)
        if x1 <= x0 or y1 <= y0:
            yield
            return
        whole, pen, dx, dy = self.image, self.pen, self.dx, self.dy
        self.image = whole.crop((x0, y0, x1, y1))
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.dx, self.dy = dx - x0, dy - y0
        try:
            yield
        finally:
            mask = Image.new("L", self.image.size)
            ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in shape], fill=255)
            whole.paste(self.image, (x0, y0), mask)
            self.image, self.pen, self.dx, self.dy = whole, pen, dx, dy
