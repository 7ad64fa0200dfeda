"""What a colleague does not want to be found by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from colleagues.models.profile import ColleagueProfile


class HiddenEvidence(models.Model):
    """A trace (`colleagues.evidence`) that its owner has hidden: nobody is told of it.

    `kind` and `thing` are the trace's key; `page` is the page it is about, so that search and the
    database forget it together with the page.
    """

    profile = models.ForeignKey(
        ColleagueProfile,
        models.CASCADE,
        related_name="hidden_evidence",
        verbose_name=_("kollega"),
    )
    kind = models.CharField(_("slags"), max_length=30)
    thing = models.BigIntegerField(_("nøgle"))
    page = models.ForeignKey(
        "gufu.KnowledgePage",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="hidden_evidence",
        verbose_name=_("side"),
    )

    class Meta:
        verbose_name = _("skjult erfaring")
        verbose_name_plural = _("skjulte erfaringer")
        constraints = [
            models.UniqueConstraint(fields=["profile", "kind", "thing"], name="hidden_once")
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The key of the trace: "case:12"."""
        return f"{self.kind}:{self.thing}"
