"""Photos and documents, shown and read only while their consent holds."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    ImageQuerySet,
    get_upload_to,
)

from consent.fields import PhotoFileField
from consent.models.consents import Consent, valid_consent_q
from gufu import outbox


class PhotoQuerySet(ImageQuerySet):
    def showable(self) -> "PhotoQuerySet":
        """Keep the photos that show nobody, or whose consent holds today."""
        return self.filter(Q(shows_people=False) | valid_consent_q("consent__"))


class PhotoManager(models.Manager.from_queryset(PhotoQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> PhotoQuerySet:
        # Whoever fetches a photo asks for its consent next: one query instead of two a photo.
        return super().get_queryset().select_related("consent")


class Photo(AbstractImage):
    """A picture with a credit and, where it shows people, a consent."""

    file = PhotoFileField(
        verbose_name=_("fil"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    credit = models.CharField(_("fotograf eller kilde"), max_length=120, blank=True)
    shows_people = models.BooleanField(
        _("viser genkendelige personer"),
        default=True,
        help_text=_("Billedet bliver kun vist, når der er et gyldigt samtykke."),
    )
    consent = models.ForeignKey(
        Consent,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("samtykke"),
    )

    objects = PhotoManager()

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "shows_people",
        "consent",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("billede")
        verbose_name_plural = _("billeder")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the cleaned picture (`consent.fields`) and note that its sizes must be made.

        Raises ValidationError where the file is no picture that may be kept.
        """
        with transaction.atomic():
            if self.file.name and not self.file._committed:
                self.file.save(self.file.name, self.file.file, save=False)
                self._set_image_file_metadata()
            super().save(*args, **kwargs)
            fields = kwargs.get("update_fields")
            if fields is None or any(
                name == "file" or name.startswith("focal_point") for name in fields
            ):
                outbox.post("renditions", str(self.pk))

    def clean(self) -> None:
        super().clean()
        if not self.description.strip():
            raise ValidationError(
                {"description": _("Beskriv billedet for den, der ikke kan se det.")}
            )

    @property
    def is_showable(self) -> bool:
        """Whether the photo may be shown today; the same rule as `PhotoQuerySet.showable`."""
        return not self.shows_people or bool(self.consent and self.consent.is_valid())

    @property
    def default_alt_text(self) -> str:
        return self.description


class PhotoRendition(AbstractRendition):
    """A photo in one of the fixed sizes (`consent.presets`), served through the check."""

    image = models.ForeignKey(Photo, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @property
    def url(self) -> str:
        """The address of the view that checks consent and page before it sends the file."""
        return reverse("photo", args=[self.pk, self.file.name.rsplit("/", 1)[-1]])


class Attachment(AbstractDocument):
    """A document, which may depend on a consent as a photo does."""

    consent = models.ForeignKey(
        Consent,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name=_("samtykke"),
    )
    needs_consent = models.BooleanField(
        _("kræver samtykke"),
        default=False,
        help_text=_("Dokumentet kan kun hentes, når der er et gyldigt samtykke."),
    )
    admin_form_fields = ("title", "file", "needs_consent", "consent", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenter")
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the document. One that has had a consent needs it, also when that is deleted."""
        self.needs_consent = self.needs_consent or self.consent_id is not None
        super().save(*args, **kwargs)

    @property
    def is_showable(self) -> bool:
        return not self.needs_consent or bool(self.consent and self.consent.is_valid())
