"""How colleagues search for a thing: the questions it answers, and the words they use for it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_LINES = 20
LONGEST_LINE = 120  #: characters
BEGINNING = 30  #: characters that say which line is meant
#: Said to be anything, since Wagtail's pages have no types: with half of them they would have wrong
#: ones. Other models name models.Model beside SearchPhrases.
Model: Any = models.Model


def cleaned(text: str) -> list[str]:
    """Return the lines of `text` that hold something, without needless spaces."""
    return [words for line in text.splitlines() if (words := " ".join(line.split()))]


def check_phrases(text: str) -> None:
    """Refuse too many lines, and each line that is too long."""
    lines = cleaned(text)
    problems = [
        _("Linje %(number)s (»%(start)s…«) er på %(length)s tegn og må højst være på %(most)s.")
        % {
            "number": number,
            "start": line[:BEGINNING].rstrip(),
            "length": len(line),
            "most": LONGEST_LINE,
        }
        for number, line in enumerate(lines, start=1)
        if len(line) > LONGEST_LINE
    ]
    if len(lines) > MOST_LINES:
        problems.append(
            _("Der er %(count)s linjer. Der må højst være %(most)s.")
            % {"count": len(lines), "most": MOST_LINES}
        )
    if problems:
        raise ValidationError(problems)


class SearchPhrases(Model):
    """What can be found by more words than it is written with."""

    search_phrases = models.TextField(
        gettext_lazy("sådan søger kolleger"),
        blank=True,
        validators=[check_phrases],
        help_text=gettext_lazy(
            "Spørgsmål, som siden svarer på, og ord, som kolleger søger efter, og som ikke står "
            "i teksten. Ét på hver linje. Søgningen finder siden ved dem og kan vise dem i "
            "resultatet."
        ),
    )

    class Meta:
        abstract = True

    def phrases(self) -> list[str]:
        """Return the lines, without the empty ones."""
        return cleaned(self.search_phrases)
