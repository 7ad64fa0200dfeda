"""A message to a colleague, and what became of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.models.profile import ColleagueProfile
from gufu.visibility import Viewer, is_staff_member


class ContactMessageQuerySet(models.QuerySet["ContactMessage"]):
    def visible_to(self, viewer: Viewer) -> "ContactMessageQuerySet":
        """Keep the messages that the viewer wrote, was meant to get, or got as a deputy."""
        if not is_staff_member(viewer):
            return self.none()
        return self.written_by(viewer) | self.received_by(viewer)

    def written_by(self, viewer: Viewer) -> "ContactMessageQuerySet":
        return self.filter(sender=viewer.pk)

    def received_by(self, viewer: Viewer) -> "ContactMessageQuerySet":
        """Keep what was written to the viewer, or comes to them as a deputy."""
        return self.filter(Q(recipient__user=viewer.pk) | Q(delivered_to__user=viewer.pk))


class ContactMessage(models.Model):
    """One message. Its state is kept: sent (`created_at`), delivered, which is taken by the mail
    server (`sent_at`), answered. Nobody's mailbox is read."""

    class Status(models.TextChoices):
        WAITING = "venter", _("Sendt, på vej")
        SENT = "sendt", _("Leveret")
        ANSWERED = "besvaret", _("Besvaret")
        FAILED = "fejlet", _("Kunne ikke leveres")

    token = models.UUIDField(_("formular"), default=uuid.uuid4, unique=True, editable=False)
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="sent_messages",
        verbose_name=_("afsender"),
    )
    recipient = models.ForeignKey(
        ColleagueProfile,
        models.CASCADE,
        related_name="received_messages",
        verbose_name=_("modtager"),
    )
    delivered_to = models.ForeignKey(
        ColleagueProfile,
        models.CASCADE,
        related_name="+",
        verbose_name=_("leveret til"),
        help_text=_("Modtageren selv, eller stedfortræderen, hvis modtageren holder pause."),
    )
    subject = models.CharField(_("emne"), max_length=150)
    body = models.TextField(_("besked"), max_length=5000)
    page = models.ForeignKey(
        "gufu.KnowledgePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contact_messages",
        verbose_name=_("siden, det handler om"),
    )
    context_url = models.CharField(_("siden, man kom fra"), max_length=300, blank=True)
    context_title = models.CharField(_("titel på siden"), max_length=255, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    message_id = models.CharField(_("Message-ID"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("skrevet"), default=timezone.now)
    sent_at = models.DateTimeField(_("leveret"), null=True, blank=True)
    sent_to = models.EmailField(
        _("leveret til adressen"),
        blank=True,
        help_text=_("Adressen, som mailserveren tog imod beskeden til."),
    )
    answered_at = models.DateTimeField(_("besvaret"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("noteret af"),
    )

    objects = ContactMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("besked til kollega")
        verbose_name_plural = _("beskeder til kolleger")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("message", args=[self.token])

    @property
    def went_to_deputy(self) -> bool:
        """Whether somebody else than the colleague one wrote to gets the message."""
        return self.delivered_to_id != self.recipient_id

    @property
    def mailbox(self) -> str:
        """The address to send to today: that of who gets it, or of a leaver's centre; or none."""
        person = self.delivered_to
        if person.user is None or person.user.is_active:
            return person.email
        return person.centre.contact_email if person.centre else ""

    @property
    def is_to_centre(self) -> bool:
        """Whether it has gone, or goes, to the shared mailbox of a leaver's centre."""
        return (self.sent_to or self.mailbox) != self.delivered_to.email
