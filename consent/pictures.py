"""Cleaning uploaded pictures: no metadata, upright, the same picture otherwise."""

from io import BytesIO
from typing import BinaryIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps


def without_metadata(upload: BinaryIO) -> ContentFile:
    """Return the picture in `upload` upright and without EXIF, XMP or comments.

    The colour profile stays, since colours change without it. Animations keep their first frame.
    Raises what Pillow raises for a file that is no picture (forms have refused those before).
    """
    upload.seek(0)
    with Image.open(upload) as picture:
        kind = picture.format or "PNG"
        profile = picture.info.get("icc_profile")
        clean = ImageOps.exif_transpose(picture)
        clean.info = {}
        out = BytesIO()
        options = {"quality": 92} if kind in {"JPEG", "WEBP", "AVIF"} else {}
        clean.save(out, kind, icc_profile=profile, **options)
    return ContentFile(out.getvalue(), name=getattr(upload, "name", None))
