"""A request for support from the consultants in Borger & Branding."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.models.profile import ColleagueProfile
from gufu.roles import CONSULTANTS
from gufu.taxonomy import Centre, SubjectArea
from gufu.visibility import Viewer, is_staff_member
from gufu.workdays import add_workdays

RESPONSE_DAYS = 5  #: working days until a requester has heard from a consultant


def is_consultant(viewer: Viewer) -> bool:
    """Return whether `viewer` works the queue: a member of the consultants' group, or a superuser.

    One query for a request, kept on the user object.
    """
    if not is_staff_member(viewer):
        return False
    known = getattr(viewer, "_gufu_is_consultant", None)
    if known is None:
        known = viewer.is_superuser or viewer.groups.filter(name=CONSULTANTS).exists()
        viewer._gufu_is_consultant = known  # type: ignore[union-attr]
    return known


def response_deadline() -> date:
    """Return the date `RESPONSE_DAYS` working days from today."""
    return add_workdays(timezone.localdate(), RESPONSE_DAYS)


class SupportRequestQuerySet(models.QuerySet["SupportRequest"]):
    def visible_to(self, viewer: Viewer) -> "SupportRequestQuerySet":
        """Keep one's own requests; consultants see them all."""
        if not is_staff_member(viewer):
            return self.none()
        return self if is_consultant(viewer) else self.filter(requester=viewer.pk)

    def open(self) -> "SupportRequestQuerySet":
        """Keep what is not closed."""
        return self.exclude(status=SupportRequest.Status.CLOSED)

    def unanswered(self) -> "SupportRequestQuerySet":
        """Keep those whose requester still waits to hear from a consultant."""
        return self.filter(status__in=SupportRequest.WAITING)

    def late(self) -> "SupportRequestQuerySet":
        """Keep those whose requester should have heard from a consultant by now."""
        return self.unanswered().filter(response_due__lt=timezone.localdate())


class SupportRequest(models.Model):
    """Somebody asks for help to begin, hold or follow up a co-creating effort.

    It is handled in the consultants' queue alone (`colleagues.handling`), where every step leaves
    a line in the request's history.
    """

    class SupportType(models.TextChoices):
        SPARRING = "sparring", _("Sparring om en idé")
        PLANNING = "planlaegning", _("Hjælp til at planlægge")
        FACILITATION = "facilitering", _("En, der faciliterer mødet")
        EVALUATION = "opsamling", _("Opsamling og læring")

    class Status(models.TextChoices):
        NEW = "ny", _("Ny")
        ASSIGNED = "tildelt", _("Tildelt")
        ANSWERED = "besvaret", _("Besvaret")
        CLOSED = "afsluttet", _("Afsluttet")

    class OutcomeType(models.TextChoices):
        STARTED = "i_gang", _("Et forløb er sat i gang")
        HELD = "gennemfoert", _("Vi holdt mødet eller forløbet sammen")
        ADVISED = "raad", _("Fik råd og går selv videre")
        REFERRED = "henvist", _("Henvist til en kollega eller et værktøj")
        OTHERWISE = "andet", _("Ikke samskabelse: løses på anden vis")
        DROPPED = "bortfaldet", _("Behovet faldt væk")

    #: Before the requester has heard from a consultant.
    WAITING = (Status.NEW, Status.ASSIGNED)

    token = models.UUIDField(_("formular"), default=uuid.uuid4, unique=True, editable=False)
    requester = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="support_requests",
        verbose_name=_("hvem spørger"),
    )
    centre = models.ForeignKey(
        Centre,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="support_requests",
        verbose_name=_("center"),
        help_text=_("Centeret, som den, der spørger, hørte til den dag."),
    )
    subject_area = models.ForeignKey(
        SubjectArea,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="support_requests",
        verbose_name=_("fagområde"),
    )
    topic = models.CharField(_("emne"), max_length=150)
    situation = models.TextField(_("situation"), max_length=3000)
    support_type = models.CharField(_("støtte"), max_length=20, choices=SupportType)
    wanted_by = models.DateField(_("ønskes senest"), null=True, blank=True)
    external_parties = models.CharField(_("eksterne parter"), max_length=300, blank=True)
    guide_result = models.JSONField(_("svar fra guiden"), default=dict, blank=True)
    page = models.ForeignKey(
        "gufu.KnowledgePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="support_requests",
        verbose_name=_("siden, man kom fra"),
    )
    context_url = models.CharField(_("adressen på siden"), max_length=300, blank=True)
    assigned_to = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to={"is_consultant": True},
        related_name="assigned_requests",
        verbose_name=_("konsulent"),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.NEW)
    response_due = models.DateField(_("svar senest"), default=response_deadline)
    answer = models.TextField(_("svar"), max_length=3000, blank=True)
    outcome_type = models.CharField(_("udfald"), max_length=20, choices=OutcomeType, blank=True)
    outcome = models.TextField(
        _("udbytte"),
        max_length=3000,
        blank=True,
        help_text=_("Hvad kom der ud af det? Skrives, når anmodningen lukkes."),
    )
    #: The requester's own yes or no to being found by it; None until they have said.
    is_experience = models.BooleanField(_("må stå som erfaring"), null=True, blank=True)
    case_page = models.OneToOneField(
        "gufu.KnowledgePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="grown_from",
        verbose_name=_("caseudkast"),
    )
    created_at = models.DateTimeField(_("modtaget"), default=timezone.now)
    answered_at = models.DateTimeField(_("besvaret første gang"), null=True, blank=True)
    answered_in_time = models.BooleanField(_("besvaret til tiden"), null=True, blank=True)
    closed_at = models.DateTimeField(_("lukket"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("påmindet før fristen"), null=True, blank=True)
    reminded_late_at = models.DateTimeField(_("påmindet efter fristen"), null=True, blank=True)

    objects = SupportRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("støtteanmodning")
        verbose_name_plural = _("støtteanmodninger")
        ordering = ["response_due", "pk"]
        indexes = [models.Index(fields=["status", "response_due"], name="support_queue")]

    def __str__(self) -> str:
        return self.topic

    def get_absolute_url(self) -> str:
        return reverse("support_request", args=[self.token])

    @property
    def is_late(self) -> bool:
        """Whether the requester should have heard from a consultant by now."""
        return self.status in self.WAITING and self.response_due < timezone.localdate()

    @property
    def is_closed(self) -> bool:
        return self.status == self.Status.CLOSED
