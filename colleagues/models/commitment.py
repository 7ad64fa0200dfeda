"""What a centre has bound itself to do together with others (spor 1.1 of the report)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from colleagues.models.profile import ColleagueProfile
from gufu.taxonomy import Centre


@register_snippet
class Commitment(models.Model):
    class Status(models.TextChoices):
        NAMED = "udpeget", _("Udpeget")
        RUNNING = "i_gang", _("I gang")
        DONE = "gennemfoert", _("Gennemført")

    centre = models.ForeignKey(
        Centre, models.PROTECT, related_name="commitments", verbose_name=_("center")
    )
    strategic_goal = models.CharField(_("strategisk mål"), max_length=300)
    task = models.TextField(_("opgave"))
    owner = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("ejer"),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.NAMED)

    class Meta:
        verbose_name = _("centerets forpligtelse")
        verbose_name_plural = _("centrenes forpligtelser")
        ordering = ["centre", "pk"]

    def __str__(self) -> str:
        return self.strategic_goal
