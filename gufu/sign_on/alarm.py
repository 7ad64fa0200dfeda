"""Mail to the administrators when somebody breaks the glass; through the outbox."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gufu import outbox, roles
from gufu.outbox.models import OutboxEntry

TOPIC = "alarm"


def raise_alarm(event: str, user: User, address: str | None) -> None:
    """Note that the administrators are to be told of `event` ("used" or "refused")."""
    outbox.post(TOPIC, str(user.pk), {"event": event, "address": address or ""})


def recipients() -> list[str]:
    """Return the addresses of all active administrators, and SECURITY_EMAIL."""
    administrators = User.objects.filter(
        Q(is_superuser=True) | Q(groups__name=roles.ADMINISTRATORS), is_active=True
    ).exclude(email="")
    found = {email.lower() for email in administrators.values_list("email", flat=True)}
    return sorted(found | {settings.SECURITY_EMAIL} - {""})


def send(entries: Sequence[OutboxEntry]) -> None:
    """Handle the topic. Raises OSError when the mail server does not take it; tried again."""
    to = recipients()
    for entry in entries:
        user = User.objects.filter(pk=entry.key).first()
        if user is None or not to:
            continue
        with translation.override(settings.LANGUAGE_CODE):
            context = {**entry.payload, "user": user, "at": localtime(entry.created_at)}
            EmailMessage(
                subject=_("Nødadgangen til GUFU er brugt")
                if entry.payload["event"] == "used"
                else _("Nogen prøver nødadgangen til GUFU"),
                body=render_to_string("mail/break_glass.txt", context),
                to=to,
            ).send()
