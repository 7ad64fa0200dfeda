"""What stands in attachments, for search."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AttachmentText(models.Model):
    """The text of a file, once however many documents have it; or why there is none."""

    class Problem(models.TextChoices):
        ENCRYPTED = "encrypted", _("Filen er beskyttet med en adgangskode")
        BROKEN = "broken", _("Filen kan ikke læses")
        TOO_LARGE = "too_large", _("Filen fylder for meget")
        TOO_SLOW = "too_slow", _("Filen tager for lang tid at læse")
        UNSUPPORTED = "unsupported", _("Filtypen kan ikke læses")

    file_hash = models.CharField(_("filens aftryk"), max_length=40, unique=True)
    text = models.TextField(_("tekst"), blank=True)
    problem = models.CharField(_("fejl"), max_length=20, choices=Problem, blank=True)
    read_at = models.DateTimeField(_("læst"), auto_now=True)

    class Meta:
        verbose_name = _("bilags tekst")
        verbose_name_plural = _("bilags tekster")

    def __str__(self) -> str:
        return f"{self.file_hash[:8]}: {self.get_problem_display() or len(self.text)}"
