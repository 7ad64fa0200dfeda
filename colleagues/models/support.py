"""A request for support from the consultants in Borger & Branding."""

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from colleagues.models.profile import ColleagueProfile

RESPONSE_DAYS = 5  #: working days until a requester has heard from a consultant


def response_deadline() -> date:
    """Return the date `RESPONSE_DAYS` working days from today (holidays are not counted)."""
    day = timezone.localdate()
    left = RESPONSE_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


@register_snippet
class SupportRequest(models.Model):
    """Somebody asks for help to begin, hold or follow up a co-creating effort."""

    class SupportType(models.TextChoices):
        SPARRING = "sparring", _("Sparring om en idé")
        PLANNING = "planlaegning", _("Hjælp til at planlægge")
        FACILITATION = "facilitering", _("En, der faciliterer mødet")
        EVALUATION = "opsamling", _("Opsamling og læring")

    class Status(models.TextChoices):
        NEW = "ny", _("Ny")
        ASSIGNED = "tildelt", _("Tildelt")
        ANSWERED = "besvaret", _("Besvaret")
        CLOSED = "afsluttet", _("Afsluttet")

    token = models.UUIDField(_("formular"), default=uuid.uuid4, unique=True, editable=False)
    requester = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="support_requests",
        verbose_name=_("hvem spørger"),
    )
    topic = models.CharField(_("emne"), max_length=150)
    situation = models.TextField(_("situation"), max_length=3000)
    support_type = models.CharField(_("støtte"), max_length=20, choices=SupportType)
    wanted_by = models.DateField(_("ønskes senest"), null=True, blank=True)
    external_parties = models.CharField(_("eksterne parter"), max_length=300, blank=True)
    guide_result = models.JSONField(_("svar fra guiden"), default=dict, blank=True)
    page = models.ForeignKey(
        "gufu.KnowledgePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="support_requests",
        verbose_name=_("siden, man kom fra"),
    )
    assigned_to = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to={"is_consultant": True},
        related_name="assigned_requests",
        verbose_name=_("konsulent"),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.NEW)
    response_due = models.DateField(_("svar senest"), default=response_deadline)
    outcome = models.TextField(_("udbytte"), blank=True)
    created_at = models.DateTimeField(_("modtaget"), default=timezone.now)

    class Meta:
        verbose_name = _("støtteanmodning")
        verbose_name_plural = _("støtteanmodninger")
        ordering = ["response_due", "pk"]

    def __str__(self) -> str:
        return self.topic
