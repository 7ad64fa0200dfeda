"""What an editor puts first."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.danish import clean, tokens


class PinnedResult(models.Model):
    """Something that comes first when somebody searches for certain words."""

    query = models.CharField(
        _("søgning"),
        max_length=120,
        help_text=_("Det, der søges efter, fx borgermøde. Bøjninger kommer med af sig selv."),
    )
    document = models.CharField(_("det, der sættes først"), max_length=40)  # its id: "page:12"
    order = models.PositiveSmallIntegerField(
        _("rækkefølge"),
        default=1,
        help_text=_("Hvis flere sættes først ved samme søgning: den med det laveste tal øverst."),
    )
    starts_on = models.DateField(_("fra og med"), null=True, blank=True)
    ends_on = models.DateField(
        _("til og med"), null=True, blank=True, help_text=_("Tomt, hvis det gælder altid.")
    )

    class Meta:
        verbose_name = _("fremhævet resultat")
        verbose_name_plural = _("fremhævede resultater")
        ordering = ["query", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["query", "document"],
                name="search_pinned_once",
                violation_error_message=_("Det er allerede sat først ved den søgning."),
            )
        ]

    def __str__(self) -> str:
        return self.query

    def is_current(self, today: date) -> bool:
        """Whether it holds today."""
        begun = self.starts_on is None or self.starts_on <= today
        return begun and (self.ends_on is None or today <= self.ends_on)

    def clean(self) -> None:
        """Words that can be searched for; dates in order."""
        self.query = " ".join(clean(self.query).split())
        if not tokens(self.query):
            raise ValidationError({"query": _("Skriv mindst ét ord.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Slutdatoen ligger før startdatoen.")})
