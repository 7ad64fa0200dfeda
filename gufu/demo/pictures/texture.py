"""Light, grain and paper: what is laid over the drawing at the end."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

from .canvas import FINE, Canvas
from .palette import rgb


def glow(c: Canvas, x: float, y: float, radius: float, colour: str, strength: float = 0.5) -> None:
    """A soft light around (x, y), brightening what it falls on."""
    (x0, y0), (x1, y1) = c.at((x - radius, y - radius)), c.at((x + radius, y + radius))
    box = (
        max(0, int(x0)),
        max(0, int(y0)),
        min(c.image.width, int(x1)),
        min(c.image.height, int(y1)),
    )
    if box[2] <= box[0] or box[3] <= box[1]:
        return
    small = Image.radial_gradient("L").point(
        [round(255 * strength * max(0.0, 1 - v / 181) ** 2.2) for v in range(256)]
    )
    mask = small.resize((max(1, int(x1) - int(x0)), max(1, int(y1) - int(y0))))
    mask = mask.crop((box[0] - int(x0), box[1] - int(y0), box[2] - int(x0), box[3] - int(y0)))
    patch = c.image.crop(box)
    light = ImageChops.screen(patch, Image.new("RGB", patch.size, rgb(colour)))
    c.image.paste(light, box[:2], mask)


def veil(c: Canvas, y0: float, y1: float, colour: str, strength: float = 0.5) -> None:
    """Mist over the width of the picture, densest at ``y1``, gone at ``y0``."""
    (_, top), (_, bottom) = c.at((0, y0)), c.at((0, y1))
    height = max(1, int(bottom) - int(top))
    mask = Image.linear_gradient("L").point([round(v * strength) for v in range(256)])
    mask = mask.resize((c.image.width, height))
    c.image.paste(c.tone(colour)[:3], (0, int(top)), mask)


def finish(c: Canvas, mirror: bool = False) -> Image.Image:
    """The finished picture: brought to size, with paper, grain and a gentle vignette."""
    picture = c.image.reduce(FINE)
    if mirror:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    w, h = picture.size
    fine = c.grains.point([128 + (v - 128) * 22 // 128 for v in range(256)])
    fibre = c.grains.filter(ImageFilter.GaussianBlur(3)).point(
        [max(0, min(255, 128 + (v - 128) * 3 // 4)) for v in range(256)]
    )
    tile = ImageChops.add(fine, fibre, scale=2)
    paper = Image.new("L", (w, h))
    for y in range(0, h, 256):
        for x in range(0, w, 256):
            paper.paste(tile, (x, y))
    picture = ImageChops.soft_light(picture, Image.merge("RGB", (paper,) * 3))
    edge = Image.radial_gradient("L").point([max(0, v - 130) // 5 for v in range(256)])
    picture.paste(rgb(c.mood.shade), (0, 0), edge.resize((w, h)))
    return picture
