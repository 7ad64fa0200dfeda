"""Consents, and the photos and documents that depend on them."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.snippets.models import register_snippet

from consent.pictures import without_metadata


def valid_consent_q(prefix: str = "", today: date | None = None) -> Q:
    """Return the condition for a consent (reached through `prefix`) that holds today.

    It is evaluated whenever something is shown; no job has to run for a consent to end.
    """
    today = today or timezone.localdate()
    return (
        Q(**{f"{prefix}status": Consent.Status.VALID})
        & Q(**{f"{prefix}withdrawn_at__isnull": True})
        & Q(**{f"{prefix}given_on__lte": today})
        & (Q(**{f"{prefix}expires_on__isnull": True}) | Q(**{f"{prefix}expires_on__gte": today}))
    )


class ConsentQuerySet(models.QuerySet["Consent"]):
    def valid(self, today: date | None = None) -> "ConsentQuerySet":
        """Keep the consents that hold today."""
        return self.filter(valid_consent_q(today=today))


@register_snippet
class Consent(models.Model):
    """Somebody's word that a photo or a quote may be shown."""

    class LegalBasis(models.TextChoices):
        CONSENT = "samtykke", _("Samtykke fra personen")
        PUBLISHED = "offentliggjort_kilde", _("Citat fra en offentliggjort kilde")
        EMPLOYMENT = "ansaettelse", _("Ansættelsesforhold")

    class Status(models.TextChoices):
        VALID = "gyldig", _("Gyldigt")
        WITHDRAWN = "tilbagetrukket", _("Trukket tilbage")

    class ArchiveDecision(models.TextChoices):
        NONE = "", _("Ikke relevant")
        PENDING = "afventer", _("Afventer arkivbeslutning")
        KEEP = "bevares", _("Bevares i arkivet")
        DELETE = "slettes", _("Slettes")

    subject = models.CharField(_("hvem eller hvad"), max_length=200)
    legal_basis = models.CharField(
        _("grundlag"), max_length=30, choices=LegalBasis, default=LegalBasis.CONSENT
    )
    scope = models.TextField(
        _("omfang"), help_text=_("Hvad må vises, og hvor? Skriv det, som personen har sagt ja til.")
    )
    given_on = models.DateField(_("givet den"))
    expires_on = models.DateField(_("udløber den"), null=True, blank=True)
    proof = models.CharField(
        _("dokumentation"), max_length=200, blank=True, help_text=_("Fx journalnummer.")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.VALID)
    withdrawn_at = models.DateTimeField(_("trukket tilbage"), null=True, blank=True)
    archive_decision = models.CharField(
        _("arkivbeslutning"), max_length=20, choices=ArchiveDecision, blank=True, default=""
    )

    objects = ConsentQuerySet.as_manager()

    panels = [
        FieldPanel("subject"),
        FieldPanel("legal_basis"),
        FieldPanel("scope"),
        FieldRowPanel([FieldPanel("given_on"), FieldPanel("expires_on")]),
        FieldPanel("proof"),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("withdrawn_at"), FieldPanel("archive_decision")],
            heading=_("Status"),
        ),
    ]

    class Meta:
        verbose_name = _("samtykke")
        verbose_name_plural = _("samtykker")
        ordering = ["subject"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gte=models.F("given_on")),
                name="consent_expires_after_given",
                violation_error_message=_("Samtykket kan ikke udløbe, før det er givet."),
            )
        ]

    def __str__(self) -> str:
        return self.subject

    def is_valid(self, today: date | None = None) -> bool:
        """Return whether the consent holds today; the same rule as `valid_consent_q`."""
        today = today or timezone.localdate()
        return (
            self.status == self.Status.VALID
            and self.withdrawn_at is None
            and self.given_on <= today
            and (self.expires_on is None or self.expires_on >= today)
        )


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
        """Save without the camera's metadata: a GPS position must never leave the house."""
        if self.file and not self.file._committed:
            self.file.file = without_metadata(self.file.file)
        super().save(*args, **kwargs)

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
    admin_form_fields = ("title", "file", "consent", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenter")
        permissions = [("choose_document", "Can choose document")]

    @property
    def is_showable(self) -> bool:
        return self.consent is None or self.consent.is_valid()
