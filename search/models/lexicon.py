"""Words that the dictionary does not know, or reads wrongly."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from search.danish import clean, fold


class Reading(models.TextChoices):
    WHOLE = "hel", _("Del aldrig ordet")
    PARTS = "dele", _("Del ordet sådan:")


class LexiconWord(models.Model):
    """A word that is never split, or split as an editor says."""

    word = models.CharField(
        _("ord"),
        max_length=60,
        unique=True,
        help_text=_("Grundformen, fx borgerbudget. Bøjninger følger med."),
    )
    reading = models.CharField(
        _("læsning"), max_length=10, choices=Reading.choices, default=Reading.PARTS
    )
    parts = models.CharField(
        _("dele"),
        max_length=80,
        blank=True,
        help_text=_(
            "Ordets dele i grundform med + imellem, fx borger+budget. Siden findes så også på "
            "hver del. Tomt, når ordet aldrig skal deles."
        ),
    )

    class Meta:
        verbose_name = _("ord i ordbogen")
        verbose_name_plural = pgettext_lazy("flertal", "ord i ordbogen")
        ordering = ["word"]

    def __str__(self) -> str:
        return f"{self.word} = {' + '.join(self.split())}" if self.split() else self.word

    def split(self) -> tuple[str, ...]:
        """Return the parts, none for a word that stays whole."""
        if self.reading == Reading.WHOLE:
            return ()
        return tuple(part.strip() for part in self.parts.split("+") if part.strip())

    def clean(self) -> None:
        """One word; its parts must begin it in their order, so that a slip is noticed."""
        self.word = clean(self.word).strip().lower()
        if not re.fullmatch(r"[^\W\d_]{3,}", self.word):
            raise ValidationError(
                {"word": _("Skriv ét ord på mindst tre bogstaver, uden mellemrum og tegn.")}
            )
        if self.reading == Reading.WHOLE:
            self.parts = ""
            return
        self.parts = "+".join(clean(part).lower() for part in self.split())
        if len(self.split()) < 2:
            raise ValidationError({"parts": _("Skriv mindst to dele med + imellem.")})
        at, word = 0, fold(self.word)
        for part in map(fold, self.split()):
            # A part may lose its last letter before the next (pige -> pigeskole, uge -> ugentlig).
            at = word.find(part[: max(2, len(part) - 2)], at)
            if at < 0:
                raise ValidationError({"parts": _("Delene skal stå i ordet i samme rækkefølge.")})
            at += 1
