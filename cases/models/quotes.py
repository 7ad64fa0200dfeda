"""Citizens' and colleagues' own words, shown only while a consent holds."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from consent.models import Consent, valid_consent_q
from gufu.visibility import Viewer, is_staff_member


class QuoteQuerySet(models.QuerySet["Quote"]):
    def visible_to(self, viewer: Viewer) -> "QuoteQuerySet":
        """Keep the quotes whose consent holds today."""
        if not is_staff_member(viewer):
            return self.none()
        return self.filter(valid_consent_q("consent__"))


class Quote(models.Model):
    """Somebody's words, with who, where and by what right."""

    class Anonymity(models.TextChoices):
        NAMED = "navngivet", _("Med navn")
        ROLE = "rolle", _("Med rolle")
        ANONYMOUS = "anonym", _("Anonym")

    class Theme(models.TextChoices):
        CITIZENSHIP = "aktivt-medborgerskab", _("Aktivt medborgerskab")
        GARDEN = "spirende-baghave", _("Spirende baghave")
        CO_CREATOR = "kommunen-som-medskaber", _("Kommunen som medskaber")
        POLITICS = "nye-politiske-arbejdsformer", _("Nye politiske arbejdsformer")
        EVERYDAY = "hverdagens-samskabelse", _("Hverdagens samskabelse")

    slug = models.SlugField(_("adresse"), max_length=120, unique=True)
    text = models.TextField(_("citat"), max_length=600)
    attribution = models.CharField(_("hvem"), max_length=120, blank=True)
    role = models.CharField(_("rolle"), max_length=120, blank=True)
    anonymity = models.CharField(
        _("vises som"), max_length=20, choices=Anonymity, default=Anonymity.ROLE
    )
    theme = models.CharField(_("tema"), max_length=40, choices=Theme)
    context = models.TextField(_("sammenhæng"), blank=True)
    said_on = models.DateField(_("sagt den"), null=True, blank=True)
    source = models.CharField(_("kilde"), max_length=255, blank=True)
    consent = models.ForeignKey(
        Consent,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("samtykke"),
        help_text=_("Uden et gyldigt samtykke bliver citatet ikke vist nogen steder."),
    )
    is_illustrative = models.BooleanField(_("eksempeltekst"), default=False)

    objects = QuoteQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("attribution"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("anonymity"), FieldPanel("theme")]),
        FieldPanel("context"),
        FieldRowPanel([FieldPanel("said_on"), FieldPanel("source")]),
        FieldPanel("consent"),
        FieldPanel("is_illustrative"),
    ]

    class Meta:
        verbose_name = _("citat")
        verbose_name_plural = _("citater")
        ordering = ["theme", "pk"]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{reverse('voices')}#{self.slug}"

    @property
    def is_shown(self) -> bool:
        """Whether the quote may be shown today; the same rule as `visible_to`."""
        return bool(self.consent and self.consent.is_valid())

    @property
    def speaker(self) -> str:
        """The name, the role, or nothing: as much as the person agreed to."""
        if self.anonymity == self.Anonymity.NAMED and self.attribution:
            return f"{self.attribution}, {self.role}" if self.role else self.attribution
        return "" if self.anonymity == self.Anonymity.ANONYMOUS else self.role

    @property
    def said_by(self) -> str:
        """The speaker, as readers are told."""
        return self.speaker or str(_("Anonym"))
