"""The file of a photo: whoever saves it, by whichever way, a cleaned picture is what is kept."""

from typing import Any

from django.core.files.base import File
from django.forms import FileField
from PIL import Image
from wagtail.images.fields import WagtailImageField as WagtailImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from consent.pictures import BROKEN, CleanPicture, cleaned


class PhotoFile(WagtailImageFieldFile):
    """The one way into storage: forms, Wagtail's multi-upload and code all end in `save`."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Keep the cleaned picture. Raises ValidationError for what is none (`cleaned`)."""
        if not isinstance(content, CleanPicture):
            content = cleaned(content, name)
        super().save(name, content, save=save)

    def get_image_dimensions(self) -> tuple[int, int] | tuple[None, None]:
        """Return (width, height) from the file's first bytes; Wagtail's decodes the picture."""
        close = self.closed
        try:
            self.open()
            with Image.open(self) as picture:
                return picture.size
        except (Image.DecompressionBombError, *BROKEN):
            return None, None
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class PhotoFileField(WagtailImageField):
    attr_class = PhotoFile


class PhotoFormField(WagtailImageFormField):
    """Wagtail's form field decodes a picture to learn its size; this one looks first."""

    def to_python(self, data: Any) -> Any:
        """Return the cleaned picture. Raises ValidationError in words for the editor."""
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        clean = cleaned(upload, upload.name or "")
        clean.content_type = getattr(upload, "content_type", None)
        return clean
