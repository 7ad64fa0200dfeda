"""The form for uploading and describing a photo."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from consent.fields import PhotoFormField


class PhotoForm(BaseImageForm):
    """Wagtail's form with our check of the file; the model's `clean` asks for a description."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if theirs := self.fields.get("file"):
            ours = PhotoFormField(
                label=theirs.label,
                required=theirs.required,
                widget=theirs.widget,
                initial=theirs.initial,
                max_length=theirs.max_length,
            )
            ours.help_text = theirs.help_text
            self.fields["file"] = ours
        if description := self.fields.get("description"):
            description.label = _("Beskrivelse")
            description.help_text = _(
                "Hvad ser man på billedet? Teksten læses op for den, der ikke kan se det."
            )
