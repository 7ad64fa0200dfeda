"""The words pages are sorted by: centres, subject areas, target groups and the four criteria."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


class Term(models.Model):
    """A name with a stable slug, ordered by name."""

    name = models.CharField(_("navn"), max_length=80, unique=True)
    slug = models.SlugField(_("adresse"), max_length=80, unique=True)

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@register_snippet
class Centre(Term):
    """One of the municipality's centres."""

    contact_email = models.EmailField(
        _("centerets fælles e-mail"),
        blank=True,
        help_text=_(
            "Får beskeder til fratrådte kolleger uden stedfortræder og besked om deres sider."
        ),
    )

    panels = [*Term.panels, FieldPanel("contact_email")]

    class Meta(Term.Meta):
        verbose_name = _("center")
        verbose_name_plural = _("centre")


@register_snippet
class SubjectArea(Term):
    """A field of work: skole, frivillighed, byrum …"""

    class Meta(Term.Meta):
        verbose_name = _("fagområde")
        verbose_name_plural = _("fagområder")


@register_snippet
class TargetGroup(Term):
    """The people something is done with or for."""

    class Meta(Term.Meta):
        verbose_name = _("målgruppe")
        verbose_name_plural = _("målgrupper")


@register_snippet
class Criterion(models.Model):
    """One of the report's four criteria for speaking of samskabelse."""

    number = models.PositiveSmallIntegerField(_("nummer"), unique=True)
    title = models.CharField(_("titel"), max_length=120)
    explanation = models.TextField(_("forklaring"))

    panels = [FieldPanel("number"), FieldPanel("title"), FieldPanel("explanation")]

    class Meta:
        ordering = ["number"]
        verbose_name = _("kriterium")
        verbose_name_plural = _("kriterier")

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"
