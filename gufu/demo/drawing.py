"""The demo's photo album: pictures drawn by the project, each once, by name."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from io import BytesIO
from multiprocessing import get_context

from django.core.files.images import ImageFile

from consent.models import Consent, Photo
from gufu.demo.pictures import ALT
from gufu.demo.render import WIDTH, Key, render

CREDIT = "Tegning: GUFU"


class Album:
    """Gives the `Photo` for a scene and its owner; draws what is missing on all cores at once."""

    def __init__(self, consents: dict[str, Consent], width: int = WIDTH) -> None:
        self.width = width
        self.consents = consents
        self.drawn: dict[Key, bytes] = {}
        self.photos = {photo.title: photo for photo in Photo.objects.all()}

    def prepare(self, keys: Iterable[Key]) -> Iterable[Key]:
        """Draw the pictures that are not in the album yet; yields each key when it is done."""
        missing = sorted({key for key in keys if self.title(key) not in self.photos})
        if not missing:
            return
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            for key, data in zip(
                missing, pool.map(partial(render, width=self.width), missing), strict=True
            ):
                self.drawn[key] = data
                yield key

    @staticmethod
    def title(key: Key) -> str:
        """Return the title under which the picture is kept."""
        return f"{key[1]} ({key[0]})"

    def picture(self, spec: dict[str, str] | None, owner: str) -> Photo | None:
        """Return the photo for a picture of the content files ({scene}); None without."""
        if not spec:
            return None
        return self._photo((spec["scene"], owner), ALT[spec["scene"]], consent=None)

    def portrait(self, slug: str, name: str) -> Photo:
        """Return a colleague's portrait with its consent."""
        consent = self.consents.get(f"portraet-{slug}")
        return self._photo(("portrait", slug), f"Portræt af {name}", consent)

    def _photo(self, key: Key, alt: str, consent: Consent | None) -> Photo:
        title = self.title(key)
        if title not in self.photos:
            data = self.drawn.pop(key, None) or render(key, self.width)
            name = f"{key[1]}-{key[0]}"[:70]
            self.photos[title] = Photo.objects.create(
                title=title,
                file=ImageFile(BytesIO(data), name=f"{name}.jpg"),
                description=alt,
                credit=CREDIT,
                shows_people=consent is not None,
                consent=consent,
            )
        return self.photos[title]
