"""What the municipality's own registers say about a member of staff, and about a group of them."""

import uuid

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class StaffRecord(models.Model):
    """The tie between an account and the register it comes from: a staff file or SCIM.

    `user.username` is the sign-on name (UPN or e-mail address) in lower case. `document` is what
    the register last said, as a SCIM user; a profile is changed only where the register says
    something new, so what a colleague has written since then stays.
    """

    class Source(models.TextChoices):
        FILE = "fil", _("Fil med medarbejdere")
        SCIM = "scim", _("SCIM")

    scim_id = models.UUIDField("SCIM-id", default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="staff_record",
        verbose_name=_("bruger"),
    )
    external_id = models.CharField(
        _("nøgle i registret"),
        max_length=200,
        blank=True,
        help_text=_("Fx medarbejdernummer eller id i Entra ID."),
    )
    source = models.CharField(_("register"), max_length=10, choices=Source)
    document = models.JSONField(_("oplysninger fra registret"), default=dict, blank=True)
    left_on = models.DateField(_("fratrådt"), null=True, blank=True)
    created_at = models.DateTimeField(_("oprettet"), default=timezone.now)
    changed_at = models.DateTimeField(_("ændret"), default=timezone.now)

    class Meta:
        verbose_name = _("medarbejder i registret")
        verbose_name_plural = _("medarbejdere i registret")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"], condition=~Q(external_id=""), name="staff_external_id"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.external_id or self.scim_id}"


class StaffGroup(models.Model):
    """A group that SCIM keeps; its members are the group's users who come from a register."""

    scim_id = models.UUIDField("SCIM-id", default=uuid.uuid4, unique=True, editable=False)
    group = models.OneToOneField(
        Group, models.CASCADE, related_name="staff_group", verbose_name=_("gruppe")
    )
    external_id = models.CharField(_("nøgle i registret"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("oprettet"), default=timezone.now)
    changed_at = models.DateTimeField(_("ændret"), default=timezone.now)

    class Meta:
        verbose_name = _("gruppe i registret")
        verbose_name_plural = _("grupper i registret")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"scim {self.scim_id}"


class Erasure(models.Model):
    """A name that somebody had who was erased, as a keyed hash (`colleagues.personal_data`).

    After an older backup was restored, it says who must be erased again.
    """

    digest = models.CharField(_("navn som fingeraftryk"), max_length=64, unique=True)
    erased_at = models.DateTimeField(_("slettet"))

    class Meta:
        verbose_name = _("sletning af en person")
        verbose_name_plural = _("sletninger af personer")
        ordering = ["erased_at"]

    def __str__(self) -> str:
        return self.digest[:8]
