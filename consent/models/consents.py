"""Consents: somebody's word that a photo or a quote may be shown."""

from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

#: Days before its end from which the CMS warns of a consent.
SOON_DAYS = 60


class State(NamedTuple):
    """A consent's state in words; `warns` where an editor has something to do."""

    label: str | Promise
    note: str | Promise
    warns: bool


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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a withdrawal is dated, and leaves a decision for the archive to be made."""
        if self.status == self.Status.WITHDRAWN or self.withdrawn_at:
            self.status = self.Status.WITHDRAWN
            self.withdrawn_at = self.withdrawn_at or timezone.now()
            self.archive_decision = self.archive_decision or self.ArchiveDecision.PENDING
            if fields := kwargs.get("update_fields"):
                kwargs["update_fields"] = {
                    *fields,
                    "status",
                    "withdrawn_at",
                    "archive_decision",
                }
        super().save(*args, **kwargs)

    def is_valid(self, today: date | None = None) -> bool:
        """Return whether the consent holds today; the same rule as `valid_consent_q`."""
        today = today or timezone.localdate()
        return (
            self.status == self.Status.VALID
            and self.withdrawn_at is None
            and self.given_on <= today
            and (self.expires_on is None or self.expires_on >= today)
        )

    @property
    def state(self) -> State:
        """What an editor should know at a glance: valid, soon to end, ended, or withdrawn."""
        today = timezone.localdate()
        if self.status == self.Status.WITHDRAWN or self.withdrawn_at:
            when = self.withdrawn_at and timezone.localtime(self.withdrawn_at)
            note = date_format(when, "DATE_FORMAT") if when else ""
            return State(_("Trukket tilbage"), note, warns=True)
        if self.given_on > today:
            return State(_("Gælder ikke endnu"), date_format(self.given_on), warns=True)
        if self.expires_on is None:
            return State(_("Gyldigt"), "", warns=False)
        left = (self.expires_on - today).days
        if left < 0:
            return State(_("Udløbet"), _("Det, der hviler på det, bliver ikke vist."), warns=True)
        if left <= SOON_DAYS:
            note = ngettext("Udløber om %d dag", "Udløber om %d dage", left) % left
            return State(_("Udløber snart"), note if left else _("Udløber i dag"), warns=True)
        return State(_("Gyldigt"), "", warns=False)
