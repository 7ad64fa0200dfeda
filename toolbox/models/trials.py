"""'Jeg har prøvet det': what happened when a colleague used a tool."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.models import ColleagueProfile
from gufu.visibility import Viewer, visible_pages_q
from toolbox.models.tools import ToolPage


class ToolTrialQuerySet(models.QuerySet["ToolTrial"]):
    def visible_to(self, viewer: Viewer) -> "ToolTrialQuerySet":
        """Keep the trials of tools that the viewer may see."""
        return self.filter(visible_pages_q(viewer, "tool__"))


class ToolTrial(models.Model):
    """One use of a tool. Counted on its card; the colleague is named only with their word."""

    class Worked(models.IntegerChoices):
        NO = 1, _("Slet ikke")
        LITTLE = 2, _("Lidt")
        WELL = 3, _("Godt")
        VERY_WELL = 4, _("Rigtig godt")

    token = models.UUIDField(_("formular"), default=uuid.uuid4, unique=True, editable=False)
    tool = models.ForeignKey(
        ToolPage, models.CASCADE, related_name="trials", verbose_name=_("værktøj")
    )
    case = models.ForeignKey(
        "cases.CasePortraitPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="trials",
        verbose_name=_("case"),
    )
    colleague = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        related_name="trials",
        verbose_name=_("kollega"),
    )
    date = models.DateField(_("dato"), default=timezone.localdate)
    group_size = models.PositiveSmallIntegerField(_("antal deltagere"), null=True, blank=True)
    actual_minutes = models.PositiveSmallIntegerField(_("minutter i alt"), null=True, blank=True)
    worked = models.PositiveSmallIntegerField(_("hvordan gik det?"), choices=Worked)
    adaptation = models.TextField(_("hvad gjorde I anderledes?"), blank=True, max_length=1000)
    contactable = models.BooleanField(_("kolleger må spørge mig om det"), default=False)
    is_illustrative = models.BooleanField(
        _("eksempeltekst"),
        default=False,
        help_text=_("Teksten er et opdigtet eksempel. Det står tydeligt på siden."),
    )

    objects = ToolTrialQuerySet.as_manager()

    class Meta:
        verbose_name = _("afprøvning")
        verbose_name_plural = _("afprøvninger")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return f"{self.tool} {self.date:%d.%m.%Y}"
