"""Other words for the same."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.danish import clean, tokens

MOST_WORDS = 30


class Direction(models.TextChoices):
    TWO_WAY = "begge", _("Begge veje: hvert ord finder også de andre")
    ONE_WAY = "en_vej", _("Én vej: det første ord finder også de andre, men ikke omvendt")


class SynonymGroup(models.Model):
    """Words that find each other."""

    words = models.TextField(
        _("ord"),
        help_text=_(
            "Ét ord eller udtryk på hver linje, fx plejecenter og plejehjem. Skriv grundformen: "
            "bøjninger kommer med af sig selv."
        ),
    )
    direction = models.CharField(
        _("retning"), max_length=10, choices=Direction.choices, default=Direction.TWO_WAY
    )
    comment = models.CharField(
        _("bemærkning"),
        max_length=200,
        blank=True,
        help_text=_("Hvorfor ordene hører sammen. Kun redaktører ser den."),
    )

    class Meta:
        verbose_name = _("gruppe af synonymer")
        verbose_name_plural = _("synonymer")
        ordering = ["words"]

    def __str__(self) -> str:
        arrow = " → " if self.direction == Direction.ONE_WAY else ", "
        first, *others = self.lines() or [""]
        return arrow.join([first, ", ".join(others)]) if others else first

    def lines(self) -> list[str]:
        """Return the words, each once, as they were written."""
        lines = (" ".join(clean(line).split()) for line in self.words.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self) -> None:
        """At least two words that search can tell apart."""
        lines = self.lines()
        self.words = "\n".join(lines)
        if empty := [line for line in lines if not tokens(line)]:
            raise ValidationError({"words": _("»%s« er ikke et ord.") % empty[0]})
        if len({tuple(token.stem for token in tokens(line)) for line in lines}) < 2:
            raise ValidationError(
                {"words": _("Skriv mindst to forskellige ord. Bøjninger af samme ord tæller ét.")}
            )
        if len(lines) > MOST_WORDS:
            raise ValidationError(
                {"words": _("Skriv højst %d ord. Del gruppen i flere.") % MOST_WORDS}
            )
