"""The fixed sizes in which photos are shown; nobody can ask for another."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects


@dataclass(frozen=True)
class Preset:
    """One way of showing a photo: `sizes` are Wagtail's operations, narrow first; `width` tells
    the browser how wide the picture stands (the attribute `sizes` of HTML)."""

    sizes: tuple[str, ...]
    width: str
    eager: bool = False

    def spec(self, size: str, kind: str) -> str:
        """Return the rendition filter for one of the sizes in one of the FORMATS."""
        return f"{size}|format-{kind}"

    @property
    def fallback(self) -> str:
        """The filter of the picture for a browser that knows neither AVIF nor WebP."""
        return self.spec(self.sizes[0], FALLBACK)

    @property
    def specs(self) -> list[str]:
        """Every rendition filter of the preset, the fallback first."""
        modern = [self.spec(size, kind) for kind in FORMATS for size in self.sizes]
        return [self.fallback, *modern]


#: What today's browsers get, the smallest file first …
FORMATS = ("avif", "webp")
#: … and what every other gets, in the narrow size only.
FALLBACK = "jpeg"

#: The one table. A crop follows the photo's focal point; nothing is ever enlarged.
PRESETS: dict[str, Preset] = {
    "card": Preset(("fill-480x300", "fill-800x500"), "(min-width: 48rem) 24rem, 100vw"),
    "hero": Preset(("max-800x800", "max-1600x1600"), "(min-width: 80rem) 76rem, 100vw", eager=True),
    "story": Preset(("max-640x960", "max-1280x1280"), "(min-width: 64rem) 48rem, 100vw"),
    "portrait": Preset(("fill-320x320", "fill-640x640"), "(min-width: 48rem) 20rem, 60vw"),
    "avatar": Preset(("fill-96x96", "fill-192x192"), "6rem"),
}


def specs(preset: str) -> list[str]:
    """Return the rendition filters of a preset. Raises KeyError for a name not in the table."""
    return PRESETS[preset].specs


@cache
def all_specs() -> frozenset[str]:
    """Return every filter that the site's pages use; others belong to the CMS."""
    return frozenset(spec for preset in PRESETS for spec in specs(preset))


def prefetch_photos(photos: Iterable[Any], *presets: str) -> None:
    """Fetch the renditions and the consents of all these photos (None among them is fine).

    Two queries, however many photos; one where the consents are there already.
    """
    photos = [photo for photo in photos if photo is not None]
    if not photos:
        return
    model = photos[0].get_rendition_model()
    wanted = [spec for preset in presets for spec in specs(preset)]
    rows = Prefetch(
        "renditions", model.objects.filter(filter_spec__in=wanted), to_attr="prefetched_renditions"
    )
    prefetch_related_objects(photos, "consent", rows)


def with_renditions(photos: Any, *presets: str, of: str = "") -> list[Any]:
    """Return the photos as a list with what it takes to show them in `presets`.

    `photos` is a QuerySet, a list of photos, or, with `of="picture"`, of objects that have one in
    that field. At most three queries, however long the list.
    """
    items = list(photos)
    if not of:
        prefetch_photos(items, *presets)
        return items
    prefetch_related_objects(items, of)
    prefetch_photos([getattr(item, of) for item in items], *presets)
    return items
