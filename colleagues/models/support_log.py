"""What consultants write to each other about a request, and what was done with it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.models.support import SupportRequest


class SupportNote(models.Model):
    """A note that only consultants read."""

    token = models.UUIDField(_("formular"), default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(
        SupportRequest, models.CASCADE, related_name="notes", verbose_name=_("støtteanmodning")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("skrevet af"),
    )
    text = models.TextField(_("note"), max_length=3000)
    created_at = models.DateTimeField(_("skrevet"), default=timezone.now)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("noter")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class SupportEvent(models.Model):
    """One line of a request's history: who did what, and when. Lines are added, never changed."""

    class Kind(models.TextChoices):
        RECEIVED = "modtaget", _("Modtaget")
        TAKEN = "taget", _("Taget")
        ASSIGNED = "tildelt", _("Tildelt")
        TAKEN_OVER = "overtaget", _("Overtaget")
        RELEASED = "lagt_tilbage", _("Lagt tilbage i køen")
        NOTED = "note", _("Note skrevet")
        ANSWERED = "besvaret", _("Besvaret")
        CLOSED = "lukket", _("Afsluttet")
        REOPENED = "genaabnet", _("Genåbnet")
        REMINDED = "paamindet", _("Påmindelse sendt")
        CASE_DRAFTED = "caseudkast", _("Caseudkast lavet")
        SHARED = "erfaring", _("Ja til at stå som erfaring")
        UNSHARED = "ikke_erfaring", _("Nej til at stå som erfaring")

    #: Kinds whose `detail` holds the name of a colleague.
    NAMING = (Kind.TAKEN, Kind.ASSIGNED, Kind.TAKEN_OVER, Kind.RELEASED, Kind.REMINDED)

    request = models.ForeignKey(
        SupportRequest, models.CASCADE, related_name="events", verbose_name=_("støtteanmodning")
    )
    kind = models.CharField(_("hvad"), max_length=20, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("hvem"),
        help_text=_("Tom, når GUFU gjorde det selv."),
    )
    at = models.DateTimeField(_("hvornår"), default=timezone.now)
    detail = models.CharField(_("nærmere"), max_length=200, blank=True)
    text = models.TextField(_("svar"), blank=True, help_text=_("Svaret, som det blev sendt."))

    class Meta:
        verbose_name = _("linje i historikken")
        verbose_name_plural = _("historik")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.detail}".strip()
