"""What happens when somebody else's objects are saved."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import UploadedFile

from consent.models import Photo
from consent.pictures import cleaned


def clean_waiting_upload(instance: UploadedFile, **kwargs: Any) -> None:
    """Clean a picture that Wagtail's multi-upload keeps until its form is filled in.

    It may wait forever; its GPS position must not.
    """
    waits = not instance.file._committed
    if waits and instance.for_content_type == ContentType.objects.get_for_model(Photo):
        instance.file.file = cleaned(instance.file.file, instance.file.name)
