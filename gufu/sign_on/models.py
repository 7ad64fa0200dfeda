"""What sign-on remembers: bad attempts for a quarter of an hour, and who may break the glass."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FailedAttempt(models.Model):
    """A password or a code that did not open. Holds no name: the account is a keyed digest."""

    class Step(models.TextChoices):
        PASSWORD = "password", _("adgangskode")
        CODE = "code", _("engangskode")

    account = models.CharField(_("konto"), max_length=64)
    address = models.GenericIPAddressField(_("netadresse"), null=True)
    browser = models.CharField(
        _("kendt browser"),
        max_length=32,
        blank=True,
        help_text=_("Kun når kontoen før er brugt fra browseren."),
    )
    step = models.CharField(_("trin"), max_length=8, choices=Step.choices)
    at = models.DateTimeField(_("tidspunkt"), default=timezone.now)

    class Meta:
        verbose_name = _("mislykket login")
        verbose_name_plural = _("mislykkede login")
        indexes = [
            models.Index(fields=["account", "at"], name="failed_account"),
            models.Index(fields=["address", "at"], name="failed_address"),
            models.Index(fields=["at"], name="failed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.at:%Y-%m-%d %H:%M:%S}"


class BreakGlassAccount(models.Model):
    """An emergency administrator: signs on with password and code when nothing else works."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="break_glass",
        verbose_name=_("bruger"),
    )
    created_at = models.DateTimeField(_("oprettet"), default=timezone.now)
    last_used_at = models.DateTimeField(_("senest brugt"), null=True, blank=True)

    class Meta:
        verbose_name = _("nødadgang")
        verbose_name_plural = _("nødadgange")

    def __str__(self) -> str:
        return self.user.get_username()
