"""The form for uploading a photo."""

from wagtail.images.forms import BaseImageForm


class PhotoForm(BaseImageForm):
    """Wagtail's form; the model's `clean` asks for a description."""
