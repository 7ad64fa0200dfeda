"""Making a photo's renditions: by the worker after an upload, or once when a page needs them."""

import fcntl
import hashlib
import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from PIL import Image
from wagtail.images.models import Filter, SourceImageIOError

from consent.pictures import BROKEN
from consent.presets import all_specs

if TYPE_CHECKING:
    from consent.models import Photo, PhotoRendition
    from gufu.outbox.models import OutboxEntry

logger = logging.getLogger(__name__)


@cache
def _filter(spec: str) -> Filter:
    return Filter(spec)


def renditions_of(
    photo: "Photo", specs: Iterable[str], *, make: bool = True, deadline: float | None = None
) -> dict[str, "PhotoRendition"]:
    """Return {spec: rendition} of what there is, after making what is missing.

    No query where they were prefetched and none is missing. `deadline` (time.monotonic) stops the
    making after the first one; what is then missing is left to the worker. A photo whose file is
    gone or broken yields what there is.
    """
    specs = list(specs)
    rows = getattr(photo, "prefetched_renditions", None)
    if rows is None:
        rows = photo.renditions.filter(filter_spec__in=specs)
    found = _matching(photo, rows, specs)
    missing = [spec for spec in specs if spec not in found]
    if missing and make:
        found |= _make(photo, missing, deadline)
    return found


def _matching(
    photo: "Photo", rows: Iterable["PhotoRendition"], specs: Sequence[str]
) -> dict[str, "PhotoRendition"]:
    """Return the rows of these specs that fit the photo's focal point of today."""
    keys = {spec: _filter(spec).get_cache_key(photo) for spec in specs}
    found = {}
    for row in rows:
        if keys.get(row.filter_spec) == row.focal_point_key:
            row.image = photo
            found[row.filter_spec] = row
    return found


def _make(
    photo: "Photo", specs: Sequence[str], deadline: float | None
) -> dict[str, "PhotoRendition"]:
    made: dict[str, PhotoRendition] = {}
    with one_at_a_time(f"photo-{photo.pk}"):
        # While we waited, another process may have made them.
        made = _matching(photo, photo.renditions.filter(filter_spec__in=specs), specs)
        for spec in specs:
            if spec in made:
                continue
            if made and deadline is not None and time.monotonic() > deadline:
                break
            try:
                made[spec] = photo.create_rendition(_filter(spec))
            except (SourceImageIOError, Image.DecompressionBombError, *BROKEN) as error:
                logger.warning("rendition_failed", extra={"photo": photo.pk}, exc_info=error)
                break
    return made


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Hold the machine's lock `name`: a hundred readers of one new picture make it once."""
    folder = Path(settings.VAR) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    number = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 64
    with (folder / f"{number}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_renditions(entries: Sequence["OutboxEntry"]) -> None:
    """Make every preset of the photos in these entries; drop those of an earlier focal point."""
    from consent.models import Photo

    for photo in Photo.objects.filter(pk__in=[entry.key for entry in entries]):
        specs = sorted(all_specs())
        keys = {spec: _filter(spec).get_cache_key(photo) for spec in specs}
        for row in photo.renditions.filter(filter_spec__in=specs):
            if row.focal_point_key != keys[row.filter_spec]:
                row.delete()
        renditions_of(photo, specs)
