"""Drawing one picture as JPEG. Imports no Django, so that processes of a pool start quickly."""

from io import BytesIO
from zlib import crc32

from gufu.demo.pictures import draw, draw_portrait, look_of

WIDTH = 1600  #: pixels
Key = tuple[str, str]  #: (scene, or "portrait"; what it belongs to)


def render(key: Key, width: int = WIDTH) -> bytes:
    """Return the JPEG of one picture, `width` pixels wide; the same key gives the same bytes."""
    scene, owner = key
    seed = crc32(owner.encode())
    if scene == "portrait":
        side = width * 2 // 5
        picture = draw_portrait(seed, (side, side), look=look_of(owner))
    else:
        picture = draw(scene, seed, (width, width * 5 // 8))
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()
