"""Uploaded pictures: looked at before they are decoded, and cleaned before they are kept.

What is kept is the picture alone, written anew: upright, no more than MAX_SIDE pixels a side,
without EXIF (GPS), XMP, comments, further frames, or anything else that was hidden in the file.
"""

import struct
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

#: Extension → Pillow's name of the format it must be. SVG is not among them: it can carry scripts.
FORMATS = {
    "avif": "AVIF",
    "gif": "GIF",
    "jpeg": "JPEG",
    "jpg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
}
#: Longest side of a kept picture; the widest rendition needs less than half.
MAX_SIDE = 4000
QUALITY = {"JPEG": {"quality": 92}, "WEBP": {"quality": 90}, "AVIF": {"quality": 85}}
ORIENTATION = 0x0112  # EXIF's note of how the camera was held
#: What Pillow raises for a file that is broken or no picture at all.
BROKEN = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    struct.error,
    OverflowError,
)


class CleanPicture(ContentFile):
    """The content of a picture that `cleaned` has written; it needs no second cleaning."""

    content_type: str | None = None


def cleaned(upload: BinaryIO | File, name: str = "") -> CleanPicture:
    """Return the picture in `upload`, checked and written anew; `name` keeps its extension.

    Raises ValidationError, in words for the editor, for what is too large (bytes or pixels),
    moves, is broken, or is not what its extension says. Too many pixels are found out from the
    file's first bytes, before memory is spent on them.
    """
    name = PurePath(name or getattr(upload, "name", "") or "").name
    kind = _kind_of(name)
    _refuse_heavy(upload)
    upload.seek(0)
    try:
        with Image.open(upload, formats=[kind]) as picture:
            _refuse_large(picture)
            _refuse_moving(picture, kind)
            return CleanPicture(_written_anew(picture, kind), name=name)
    except Image.DecompressionBombError as error:
        # Pillow refuses at twice the limit (consent.apps) without giving us the size.
        raise _too_large(
            _("over %d") % (2 * settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000)
        ) from error
    except BROKEN as error:
        raise ValidationError(
            _(
                "Filen er beskadiget, eller den er ikke et billede af typen .%(extension)s. "
                "Åbn den i et billedprogram, gem den igen, og prøv så én gang til."
            )
            % {"extension": PurePath(name).suffix.lstrip(".").lower()},
            code="invalid_image",
        ) from error


def _kind_of(name: str) -> str:
    extension = PurePath(name).suffix.lstrip(".").lower()
    allowed = settings.WAGTAILIMAGES_EXTENSIONS
    if extension not in allowed or extension not in FORMATS:
        raise ValidationError(
            _("Brug et billede af en af disse typer: %(types)s.") % {"types": ", ".join(allowed)},
            code="invalid_image_extension",
        )
    return FORMATS[extension]


def _refuse_heavy(upload: BinaryIO | File) -> None:
    size = upload.seek(0, 2)
    size = upload.tell() if size is None else size
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if size > most:
        raise ValidationError(
            _("Billedet fylder %(size)s. Det må højst fylde %(most)s.")
            % {"size": filesizeformat(size), "most": filesizeformat(most)},
            code="file_too_large",
        )


def _refuse_large(picture: Image.Image) -> None:
    pixels = picture.width * picture.height
    if pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_large(str(-(-pixels // 1_000_000)))


def _too_large(megapixels: str) -> ValidationError:
    return ValidationError(
        _(
            "Billedet har %(pixels)s megapixel. Det må højst have %(most)d. Gør det mindre, og "
            "prøv igen."
        )
        % {
            "pixels": megapixels,
            "most": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000,
        },
        code="file_too_many_pixels",
    )


def _refuse_moving(picture: Image.Image, kind: str) -> None:
    # A camera's JPEG may hold a second, smaller picture; that is no animation.
    if kind != "JPEG" and getattr(picture, "is_animated", False):
        raise ValidationError(
            _("Billedet bevæger sig. Gem det som et stillbillede, og prøv igen."),
            code="animated_image",
        )


def _written_anew(picture: Image.Image, kind: str) -> bytes:
    profile = picture.info.get("icc_profile")  # colours change without it
    turned = picture.getexif().get(ORIENTATION)
    if max(picture.size) > MAX_SIDE:
        picture = _smaller(picture)
        if turned:
            picture.getexif()[ORIENTATION] = turned
    clean = ImageOps.exif_transpose(picture)
    kept = {"transparency"} & clean.info.keys()
    clean.info = {key: clean.info[key] for key in kept}
    if kind == "JPEG" and clean.mode not in {"RGB", "L", "CMYK"}:
        clean = clean.convert("RGB")
    out = BytesIO()
    clean.save(out, kind, icc_profile=profile, **QUALITY.get(kind, {}))
    return out.getvalue()


def _smaller(picture: Image.Image) -> Image.Image:
    """Return the picture with MAX_SIDE as its longest side.

    One colour channel at a time: whole, the largest picture and its copy would fill a worker.
    """
    if picture.mode in {"P", "1"}:
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    part = MAX_SIDE / max(picture.size)
    size = (max(1, round(picture.width * part)), max(1, round(picture.height * part)))
    picture.draft(None, size)
    bands = [
        picture.getchannel(band).resize(size, Image.Resampling.LANCZOS)
        for band in picture.getbands()
    ]
    return Image.merge(picture.mode, bands)
