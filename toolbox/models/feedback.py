"""The model for feedback, and replies given by it."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from colleagues.models import ColleagueProfile
from gufu.blocks import lines
from gufu.models import KnowledgePage
from gufu.panels import tabs
from gufu.visibility import Viewer, visible_pages_q


class FeedbackStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Trin"), max_length=120)
    text = blocks.TextBlock(label=_("Hvad gør man?"))

    class Meta:
        icon = "list-ol"
        label = _("Trin")
        group = _("Feedback")
        description = _("Ét trin i modellen for feedback.")
        preview_value = {"title": "Det virkede", "text": "Begynd med det, der lykkedes."}


class FeedbackModelPage(KnowledgePage):
    """Model for feedback: the steps, and phrases that help."""

    steps = StreamField([("step", FeedbackStepBlock())], verbose_name=_("trin"))
    good_phrases = lines(_("Gode vendinger"))

    edit_handler = tabs(
        (
            [
                *KnowledgePage.content_panels,
                FieldPanel("summary"),
                FieldPanel("picture"),
                FieldPanel("steps"),
                FieldPanel("good_phrases"),
            ],
            _("Indhold"),
        ),
        promote=KnowledgePage.promote_panels,
    )

    parent_page_types = ["toolbox.ToolIndexPage"]
    subpage_types: list[str] = []
    is_creatable = True
    template = "toolbox/feedback_model_page.html"
    kind = "feedback_model"
    kind_label = _("Model for feedback")

    class Meta:
        verbose_name = _("model for feedback")
        verbose_name_plural = _("modeller for feedback")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from toolbox.details import feedback_model_context

        return super().get_context(request, *args, **kwargs) | feedback_model_context(self, request)


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def visible_to(self, viewer: Viewer) -> "FeedbackQuerySet":
        """Keep the feedback on pages that the viewer may see."""
        return self.filter(visible_pages_q(viewer, "target__"))

    def given_by(self, viewer: Viewer) -> "FeedbackQuerySet":
        """Keep what the viewer wrote."""
        return self.filter(author__user=viewer.pk)

    def received_by(self, viewer: Viewer) -> "FeedbackQuerySet":
        """Keep what was written to the viewer."""
        return self.filter(recipient__user=viewer.pk)

    def between(self, viewer: Viewer) -> "FeedbackQuerySet":
        """Keep what the viewer wrote or got, on pages that they may see today."""
        return self.visible_to(viewer).filter(
            Q(author__user=viewer.pk) | Q(recipient__user=viewer.pk)
        )


class Feedback(models.Model):
    """One colleague's feedback on another's case or tool."""

    class Status(models.TextChoices):
        NEW = "ny", _("Ny")
        ANSWERED = "besvaret", _("Besvaret")

    token = models.UUIDField(_("formular"), default=uuid.uuid4, unique=True, editable=False)
    target = models.ForeignKey(
        KnowledgePage, models.CASCADE, related_name="feedback", verbose_name=_("side")
    )
    author = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        related_name="given_feedback",
        verbose_name=_("fra"),
    )
    recipient = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="received_feedback",
        verbose_name=_("til"),
    )
    worked = models.TextField(_("det virkede"))
    wondered = models.TextField(_("det undrede mig"), blank=True)
    suggestion = models.TextField(_("jeg foreslår"), blank=True)
    reply = models.TextField(_("svar"), blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.NEW)
    created_at = models.DateTimeField(_("givet"), default=timezone.now)
    is_illustrative = models.BooleanField(
        _("eksempeltekst"),
        default=False,
        help_text=_("Teksten er et opdigtet eksempel. Det står tydeligt på siden."),
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.worked[:60]

    def get_absolute_url(self) -> str:
        return reverse("feedback", args=[self.token])

    def clean(self) -> None:
        super().clean()
        if self.author_id and self.author_id == self.recipient_id:
            raise ValidationError({"recipient": _("Man kan ikke give feedback til sig selv.")})
        if self.status == self.Status.ANSWERED and not self.reply.strip():
            raise ValidationError({"reply": _("Skriv svaret, før feedbacken står som besvaret.")})
