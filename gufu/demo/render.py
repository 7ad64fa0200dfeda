"""Drawing one picture as JPEG. Imports no Django, so that processes of a pool start quickly."""

from io import BytesIO
from zlib import crc32

from gufu.demo.pictures import draw, draw_portrait

Key = tuple[str, str]  #: (scene, or "portrait"; what it belongs to)


def render(key: Key) -> bytes:
    """Return the JPEG of one picture; the same key gives the same bytes."""
    scene, owner = key
    seed = crc32(owner.encode())
    picture = draw_portrait(seed) if scene == "portrait" else draw(scene, seed)
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()
