"""Everyday techniques: a card one can carry into tomorrow's meeting."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField

from gufu.blocks import lines
from gufu.fields import FilteredChoices
from gufu.models import KnowledgePage, SectionPage
from gufu.panels import tabs
from toolbox.models.cards import Phase, QuestionCard


class ToolIndexPage(SectionPage):
    """The værktøjskasse: all tools, with facets."""

    subpage_types = ["toolbox.ToolPage", "toolbox.FeedbackModelPage"]
    template = "toolbox/tool_index_page.html"

    class Meta:
        verbose_name = _("værktøjskasse")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from toolbox.lists import tool_list_context

        return super().get_context(request, *args, **kwargs) | tool_list_context(request)


class StepBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Hvad sker der?"), rows=3)
    minutes = blocks.IntegerBlock(label=_("Minutter"), min_value=0, max_value=600, required=False)

    class Meta:
        icon = "list-ol"
        label = _("Skridt")
        group = _("Fremgangsmåde")
        description = _("Ét skridt med den tid, det tager.")
        preview_value = {"text": "Alle skriver én idé på et kort.", "minutes": 5}


class ToolPage(KnowledgePage):
    """Hverdagsgreb: what it is good for, how long it takes, how it is done."""

    class Difficulty(models.TextChoices):
        EASY = "let", _("Let")
        PRACTISED = "oevet", _("Øvet")
        EXPERIENCED = "erfaren", _("Erfaren")

    class Format(models.TextChoices):
        ON_SITE = "fysisk", _("Fysisk")
        ONLINE = "digital", _("Digitalt")
        EITHER = "begge", _("Fysisk eller digitalt")
        ON_THE_MOVE = "paa_farten", _("På farten")

    purpose = models.TextField(_("formål"))
    when_to_use = models.TextField(_("brug det, når"), blank=True)
    when_not = models.TextField(_("lad være, når"), blank=True)
    phase = models.CharField(_("fase"), max_length=20, choices=Phase)
    minutes_min = models.PositiveSmallIntegerField(_("mindste tid (minutter)"))
    minutes_max = models.PositiveSmallIntegerField(_("længste tid (minutter)"))
    group_min = models.PositiveSmallIntegerField(_("mindste antal deltagere"), default=1)
    group_max = models.PositiveSmallIntegerField(_("største antal deltagere"))
    difficulty = models.CharField(
        _("sværhedsgrad"), max_length=20, choices=Difficulty, default=Difficulty.EASY
    )
    format = models.CharField(_("form"), max_length=20, choices=Format, default=Format.ON_SITE)
    materials = lines(_("Materialer"))
    preparation = models.TextField(_("forberedelse"), blank=True)
    steps = StreamField([("step", StepBlock())], verbose_name=_("skridt"))
    tips = lines(_("Gode råd"))
    pitfalls = lines(_("Faldgruber"))
    variations = models.TextField(_("variationer"), blank=True)
    follow_up = models.TextField(_("opfølgning"), blank=True)
    template_file = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("skabelon"),
    )
    licence = models.CharField(_("licens"), max_length=80, blank=True, default="CC BY 4.0")
    questions = ParentalManyToManyField(
        QuestionCard, blank=True, related_name="tools", verbose_name=_("gode spørgsmål")
    )

    edit_handler = tabs(
        (
            [
                *KnowledgePage.content_panels,
                FieldPanel("summary"),
                FieldPanel("picture"),
                FieldPanel(
                    "purpose", help_text=_("Hvad får man ud af det? Én eller to sætninger.")
                ),
                FieldPanel("when_to_use", help_text=_("Den situation, det passer til.")),
                FieldPanel("when_not", help_text=_("Hvornår er noget andet bedre?")),
            ],
            _("Indhold"),
        ),
        (
            [
                MultiFieldPanel(
                    [
                        FieldPanel(
                            "phase",
                            help_text=_(
                                "Hvor i forløbet det hører til. Listen kan filtreres efter det."
                            ),
                        ),
                        FieldRowPanel(
                            [
                                FieldPanel("minutes_min"),
                                FieldPanel(
                                    "minutes_max",
                                    help_text=_("Efter tid og antal findes værktøjet til et møde."),
                                ),
                            ]
                        ),
                        FieldRowPanel([FieldPanel("group_min"), FieldPanel("group_max")]),
                        FieldRowPanel(
                            [
                                FieldPanel(
                                    "difficulty",
                                    help_text=_("Hvor øvet skal man være for at lede det?"),
                                ),
                                FieldPanel("format"),
                            ]
                        ),
                    ],
                    heading=_("Ramme"),
                ),
                FieldPanel("materials"),
                FieldPanel("preparation", help_text=_("Det, der skal være klart inden mødet.")),
                FieldPanel("steps", help_text=_("Ét skridt ad gangen med den tid, det tager.")),
                FieldPanel("tips"),
                FieldPanel("pitfalls"),
                FieldPanel(
                    "variations",
                    help_text=_(
                        "Andre måder at gøre det på, for eksempel digitalt eller med børn."
                    ),
                ),
                FieldPanel("follow_up", help_text=_("Hvad gør I dagen efter?")),
                FieldPanel(
                    "questions",
                    widget=FilteredChoices,
                    help_text=_("Spørgsmål, der er gode at stille undervejs."),
                ),
                FieldPanel(
                    "template_file",
                    help_text=_(
                        "Et ark til print eller udfyldning. Søgningen finder også teksten i det."
                    ),
                ),
                FieldPanel(
                    "licence", help_text=_("Hvordan andre må bruge værktøjet og lave om på det.")
                ),
            ],
            _("Sådan gør du"),
        ),
        promote=KnowledgePage.promote_panels,
    )

    parent_page_types = ["toolbox.ToolIndexPage"]
    subpage_types: list[str] = []
    is_creatable = True
    template = "toolbox/tool_page.html"
    kind = "tool"
    kind_label = _("Værktøj")

    class Meta:
        verbose_name = _("værktøj")
        verbose_name_plural = _("værktøjer")

    def clean(self) -> None:
        super().clean()
        for low, high, message in (
            ("minutes_min", "minutes_max", _("Den længste tid kan ikke være under den mindste.")),
            ("group_min", "group_max", _("Det største antal kan ikke være under det mindste.")),
        ):
            least, most = getattr(self, low), getattr(self, high)
            if least is not None and most is not None and least > most:
                raise ValidationError({high: message})

    @property
    def total_minutes(self) -> int:
        """The minutes of all steps together."""
        return sum(step.value.get("minutes") or 0 for step in self.steps)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from toolbox.details import tool_context

        return super().get_context(request, *args, **kwargs) | tool_context(self, request)
