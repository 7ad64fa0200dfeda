"""Short cards: good questions, principles, and what to do and to avoid."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from gufu.fields import FilteredChoices, LinesField
from gufu.phrases import SearchPhrases
from gufu.taxonomy import Centre, SubjectArea, TargetGroup
from gufu.visibility import Viewer, is_staff_member


class Phase(models.TextChoices):
    """Where in a co-creating effort one stands."""

    UNDERSTAND = "forstaa", _("Forstå")
    INVITE = "inviter", _("Invitér")
    CREATE = "skab", _("Skab")
    TRY = "afproev", _("Afprøv")
    ANCHOR = "forankr", _("Forankr")


class CardQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> "CardQuerySet":
        """Keep the published cards; every member of staff may see those."""
        return self.filter(is_published=True) if is_staff_member(viewer) else self.none()


class Card(SearchPhrases, models.Model):
    """What every kind of card shares."""

    slug = models.SlugField(_("adresse"), max_length=120, unique=True)
    is_published = models.BooleanField(_("udgivet"), default=True)
    is_illustrative = models.BooleanField(_("eksempeltekst"), default=False)

    objects = CardQuerySet.as_manager()

    class Meta:
        abstract = True


phrases_panel = FieldPanel(
    "search_phrases",
    help_text=_(
        "Spørgsmål, som kortet svarer på, og ord, som kolleger søger efter, og som ikke står på "
        "kortet. Ét på hver linje. Søgningen finder kortet ved dem og kan vise dem i resultatet."
    ),
)


class QuestionCard(Card):
    """A good question to open a conversation with."""

    text = models.CharField(_("spørgsmål"), max_length=250)
    purpose = models.TextField(_("hvad spørgsmålet åbner for"))
    audience = models.ForeignKey(
        TargetGroup,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("til hvem"),
    )
    phase = models.CharField(_("fase"), max_length=20, choices=Phase)
    follow_ups = LinesField(_("opfølgende spørgsmål"))
    avoid = models.TextField(_("undgå"), blank=True)
    centre = models.ForeignKey(
        Centre,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("center"),
    )
    subject_areas = models.ManyToManyField(
        SubjectArea, blank=True, related_name="questions", verbose_name=_("fagområder")
    )

    panels = [
        FieldPanel("text", help_text=_("Spørgsmålet, som man siger det højt.")),
        FieldPanel("slug"),
        FieldPanel("purpose", help_text=_("Hvad spørgsmålet åbner for.")),
        FieldRowPanel([FieldPanel("phase"), FieldPanel("audience")]),
        FieldPanel("follow_ups"),
        FieldPanel("avoid", help_text=_("Det, man skal passe på med.")),
        FieldPanel("centre"),
        FieldPanel("subject_areas", widget=FilteredChoices),
        phrases_panel,
        FieldPanel("is_published"),
        FieldPanel("is_illustrative"),
    ]

    class Meta:
        verbose_name = _("godt spørgsmål")
        verbose_name_plural = _("gode spørgsmål")
        ordering = ["phase", "text"]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("question", args=[self.slug])


class Principle(Card):
    """A principle, or a row of the Rostock table."""

    class Origin(models.TextChoices):
        VOLUNTEER_COUNCIL = "frivilligraadet", _("Frivilligrådet")
        RESONANS = "resonans", _("Resonans")
        ROSTOCK = "rostock", _("Rostock-konklusionerne")

    number = models.PositiveSmallIntegerField(_("nummer"))
    origin = models.CharField(_("ophav"), max_length=20, choices=Origin)
    statement = models.CharField(_("princip"), max_length=250)
    explanation = models.TextField(_("forklaring"), blank=True)
    away_from = models.CharField(_("væk fra"), max_length=250, blank=True)
    towards = models.CharField(_("hen imod"), max_length=250, blank=True)
    practice_signs = LinesField(_("sådan ser det ud i praksis"))

    panels = [
        FieldRowPanel([FieldPanel("origin"), FieldPanel("number")]),
        FieldPanel("statement", help_text=_("Princippet i én sætning.")),
        FieldPanel("slug"),
        FieldPanel("explanation", help_text=_("Hvad det betyder i hverdagen.")),
        FieldRowPanel(
            [
                FieldPanel("away_from", help_text=_("Det, vi går bort fra.")),
                FieldPanel("towards", help_text=_("Det, vi går hen imod.")),
            ]
        ),
        FieldPanel("practice_signs"),
        phrases_panel,
        FieldPanel("is_illustrative"),
        FieldPanel("is_published"),
    ]

    class Meta:
        verbose_name = _("princip")
        verbose_name_plural = _("principper")
        ordering = ["origin", "number"]
        constraints = [
            models.UniqueConstraint(fields=["origin", "number"], name="principle_number_unique")
        ]

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        return reverse("principle", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if bool(self.away_from) != bool(self.towards):
            missing = "towards" if self.away_from else "away_from"
            raise ValidationError({missing: _("Skriv både det, vi går fra, og det, vi går til.")})

    @property
    def from_to(self) -> dict[str, str] | None:
        """The movement as {"from", "to"}, or None where the principle has none."""
        if not self.away_from:
            return None
        return {"from": self.away_from, "to": self.towards}


class DoDont(Card):
    """A piece of advice: do this, or avoid that."""

    class Kind(models.TextChoices):
        DO = "goer", _("Gør")
        DONT = "undgaa", _("Undgå")

    kind = models.CharField(_("slags"), max_length=10, choices=Kind)
    advice = models.CharField(_("råd"), max_length=200)
    rationale = models.TextField(_("hvorfor"))
    instead = models.TextField(_("gør hellere"), blank=True)
    evidence_case = models.ForeignKey(
        "cases.CasePortraitPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="advice",
        verbose_name=_("case, der viser det"),
    )
    subject_areas = models.ManyToManyField(
        SubjectArea, blank=True, related_name="advice", verbose_name=_("fagområder")
    )

    panels = [
        FieldPanel("kind"),
        FieldPanel("advice", help_text=_("Rådet i én sætning.")),
        FieldPanel("slug"),
        FieldPanel("rationale", help_text=_("Hvorfor er det et godt råd?")),
        FieldPanel("instead", help_text=_("Hvad kan man gøre i stedet?")),
        FieldPanel("evidence_case", help_text=_("En case, der viser det.")),
        FieldPanel("subject_areas", widget=FilteredChoices),
        phrases_panel,
        FieldPanel("is_published"),
        FieldPanel("is_illustrative"),
    ]

    class Meta:
        verbose_name = _("gør eller undgå")
        verbose_name_plural = _("gør og undgå")
        ordering = ["kind", "advice"]

    def __str__(self) -> str:
        return self.advice

    def get_absolute_url(self) -> str:
        return f"{reverse('dos_and_donts')}#{self.slug}"
