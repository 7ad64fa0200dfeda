"""One table: what has to happen after a change."""

from datetime import datetime, timedelta
from random import uniform

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gufu.outbox.registry import Undeliverable
from gufu.outbox.schedule import TOPIC


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    def waiting(self) -> "OutboxQuerySet":
        """Entries not done and not parked, due or not."""
        return self.filter(done_at=None, parked_at=None)

    def due(self) -> "OutboxQuerySet":
        """Waiting entries whose time has come, oldest first."""
        return self.waiting().filter(available_at__lte=timezone.now()).order_by("pk")

    def put_off(self, topic: str, since: datetime, error: Exception) -> None:
        """Let all that waits for `topic` wait on, since nobody is there to take it: a quarter of
        the time since `since`, from 1 to 20 seconds, so that what came back is soon noticed."""
        now = timezone.now()
        seconds = min(max((now - since).total_seconds() / 4, 1), 20)
        self.waiting().filter(topic=topic).update(
            available_at=now + timedelta(seconds=seconds * uniform(0.5, 1.5)),  # noqa: S311
            last_error=f"{type(error).__name__}: {error}"[:2000],
        )


class OutboxEntry(models.Model):
    """A note: do `topic` about `key`."""

    topic = models.CharField(_("emne"), max_length=30)
    key = models.CharField(_("nøgle"), max_length=255)
    payload = models.JSONField(_("indhold"), default=dict, blank=True)
    created_at = models.DateTimeField(_("oprettet"), default=timezone.now)
    available_at = models.DateTimeField(_("tidligst"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    last_error = models.TextField(_("seneste fejl"), blank=True)
    parked_at = models.DateTimeField(_("parkeret"), null=True, blank=True)
    done_at = models.DateTimeField(_("udført"), null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("udbakkepost")
        verbose_name_plural = _("udbakke")
        indexes = [
            models.Index(
                fields=["topic", "available_at"],
                condition=models.Q(done_at=None, parked_at=None),
                name="outbox_waiting",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(topic=TOPIC), name="outbox_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.key}"

    def failed(self, error: Exception) -> None:
        """Record a failure: later, with a bounded and jittered delay, or parked for a human."""
        now = timezone.now()
        self.attempts += 1
        self.last_error = f"{type(error).__name__}: {error}"[:2000]
        if self.attempts >= settings.OUTBOX_MAX_ATTEMPTS or isinstance(error, Undeliverable):
            self.parked_at = now
        else:
            seconds = min(2**self.attempts, 600) * uniform(0.5, 1.5)  # noqa: S311 - no secret
            self.available_at = now + timedelta(seconds=seconds)
        self.save(update_fields=["attempts", "last_error", "parked_at", "available_at"])
