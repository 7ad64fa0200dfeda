"""Searches that found nothing: what was asked for, never by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EmptySearch(models.Model):
    """Words that somebody looked for in vain."""

    text = models.CharField(_("søgning"), max_length=80, unique=True)  # normalised
    count = models.PositiveIntegerField(_("antal"), default=0)
    last_seen = models.DateField(_("senest"))

    class Meta:
        verbose_name = _("søgning uden resultat")
        verbose_name_plural = _("søgninger uden resultat")
        ordering = ["-count", "-last_seen", "text"]

    def __str__(self) -> str:
        return self.text
