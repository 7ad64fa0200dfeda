"""Template tags for photos: shown only while page and consent allow it."""

import time
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from consent.models import Photo, PhotoRendition
from consent.presets import FORMATS, PRESETS, prefetch_photos
from consent.renditions import renditions_of

register = template.Library()

#: Seconds that one request may spend on pictures that the worker has not made yet; after them a
#: photo gets its fallback alone, and the better formats when the worker has been there.
PATIENCE = 3.0
EAGER, LAZY = SafeString('fetchpriority="high"'), SafeString('loading="lazy"')
NOTHING = SafeString("")


@register.simple_tag
def prefetch_pictures(pages: Any, *presets: str) -> str:
    """Fetch the renditions of these pages' pictures at once, before a loop shows them."""
    prefetch_photos([getattr(page, "picture", None) for page in pages], *presets)
    return ""


@register.simple_tag(takes_context=True)
def photo(
    context: Context, image: Photo | None, preset: str = "card", **attributes: Any
) -> SafeString:
    """Draw `image` in a preset, or nothing when there is none or it may not be shown today.

    `eager=True` for the picture one sees first (the preset "hero" always is), `sizes` for how
    wide it stands, `alt` for another text than the photo's description, `class` for <picture>.
    """
    if image is None or not image.is_showable:
        return NOTHING
    chosen = PRESETS[preset]
    found = renditions_of(image, chosen.specs, deadline=_deadline(context))
    fallback = found.get(chosen.fallback)
    if fallback is None:  # the file is gone or broken
        return NOTHING
    eager = attributes.get("eager", chosen.eager)
    return format_html(
        '<picture{}>{}<img src="{}" alt="{}" width="{}" height="{}" {} decoding="async"></picture>',
        format_html(' class="{}"', attributes["class"]) if attributes.get("class") else "",
        _sources(preset, found, attributes.get("sizes") or chosen.width),
        fallback.url,
        attributes.get("alt", image.default_alt_text),
        *_size(preset, found, fallback),
        EAGER if eager else LAZY,
    )


@register.simple_tag
def photo_credit(image: Photo | None) -> str:
    """Return who made the picture, or nothing when it is not shown."""
    return image.credit if image is not None and image.is_showable else ""


def _sources(preset: str, found: dict[str, PhotoRendition], sizes: str) -> SafeString:
    chosen = PRESETS[preset]
    rows = []
    for kind in FORMATS:
        files = [found.get(chosen.spec(size, kind)) for size in chosen.sizes]
        # A small photo is the same in both sizes; each width is named once.
        by_width = {file.width: file.url for file in files if file is not None}
        if by_width:
            srcset = ", ".join(f"{url} {width}w" for width, url in by_width.items())
            rows.append((kind, srcset, sizes))
    return format_html_join("", '<source type="image/{}" srcset="{}" sizes="{}">', rows)


def _size(
    preset: str, found: dict[str, PhotoRendition], fallback: PhotoRendition
) -> tuple[str, str]:
    """Return width and height of the largest file: the room to keep free until it is there."""
    largest = max(found.values(), key=lambda file: file.width, default=fallback)
    return str(largest.width), str(largest.height)


def _deadline(context: Context) -> float:
    """Return when this request should stop making renditions (time.monotonic)."""
    request = context.get("request")
    until = getattr(request, "_gufu_pictures_until", None)
    if until is None:
        until = time.monotonic() + PATIENCE
        if request is not None:
            request._gufu_pictures_until = until
    return until
