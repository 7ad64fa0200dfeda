"""Case portraits: what was done, with whom, what came of it, and whom to ask."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from cases.blocks import partners_field, story_field
from cases.models.quotes import Quote
from cases.panels import GrownFromPanel
from colleagues.models import ColleagueProfile
from gufu.blocks import lines
from gufu.fields import FilteredChoices
from gufu.models import KnowledgePage, SectionPage
from gufu.panels import tabs
from toolbox.models import ToolPage


class Track(models.TextChoices):
    FIND = "find_og_forstoer", _("Find og forstør")
    TRAINING = "traeningsbane", _("Træningsbane")
    FACILITATION = "facilitering", _("Facilitering")
    NEW = "ny", _("Ny")


class Stage(models.TextChoices):
    IDEA = "ide", _("Idé")
    RUNNING = "i_gang", _("I gang")
    TRIED = "afproevet", _("Afprøvet")
    IN_OPERATION = "i_drift", _("I drift")
    ENDED = "afsluttet", _("Afsluttet")


class Participation(models.TextChoices):
    INFORMATION = "information", _("Information")
    CONSULTATION = "hoering", _("Høring")
    DIALOGUE = "dialog", _("Dialog")
    COOPERATION = "samarbejde", _("Samarbejde")
    CO_CREATION = "samskabelse", _("Samskabelse")
    CITIZEN_LED = "borgerstyret", _("Borgerstyret")


class CaseIndexPage(SectionPage):
    """All portraits, with facets."""

    subpage_types = ["cases.CasePortraitPage"]
    template = "cases/case_index_page.html"

    class Meta:
        verbose_name = _("caseoversigt")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cases.lists import case_list_context

        return super().get_context(request, *args, **kwargs) | case_list_context(request)


class CasePortraitPage(KnowledgePage):
    """A portrait that reads like a story in a magazine, with the facts beside it."""

    track = models.CharField(_("spor"), max_length=30, choices=Track, default=Track.NEW)
    stage = models.CharField(_("hvor langt"), max_length=20, choices=Stage, default=Stage.RUNNING)
    start_date = models.DateField(_("begyndte"), null=True, blank=True)
    end_date = models.DateField(_("sluttede"), null=True, blank=True)
    location = models.CharField(_("sted"), max_length=120, blank=True)
    problem = models.TextField(_("udfordringen"), blank=True)
    citizen_view = models.TextField(_("set fra borgerens stol"), blank=True)
    story = story_field()
    mindset_elements = lines(_("Elementer af et samskabende mindset"))
    municipal_role = models.TextField(_("kommunens rolle"), blank=True)
    partners = partners_field()
    participation_level = models.CharField(
        _("deltagelse"), max_length=20, choices=Participation, blank=True
    )
    participant_count = models.PositiveIntegerField(_("antal deltagere"), null=True, blank=True)
    tools_used = ParentalManyToManyField(
        ToolPage, blank=True, related_name="cases", verbose_name=_("værktøjer, der blev brugt")
    )
    resources = models.TextField(_("ressourcer"), blank=True)
    outcomes = models.TextField(_("det kom der ud af det"), blank=True)
    evidence = models.TextField(_("hvordan ved vi det?"), blank=True)
    challenges = models.TextField(_("det var svært"), blank=True)
    conditions = models.TextField(_("forudsætninger"), blank=True)
    lessons = models.TextField(_("det lærte vi"), blank=True)
    three_tips = lines(_("Tre råd"), most=3)
    replicability = models.TextField(_("kan det gøres andre steder?"), blank=True)
    quotes = ParentalManyToManyField(
        Quote, blank=True, related_name="cases", verbose_name=_("citater")
    )
    contacts = ParentalManyToManyField(
        ColleagueProfile, blank=True, related_name="cases", verbose_name=_("spørg")
    )
    business_case = models.ForeignKey(
        "cases.BusinessCasePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("business case"),
    )

    edit_handler = tabs(
        (
            [
                GrownFromPanel(heading=_("Begyndte som støtte")),
                *KnowledgePage.content_panels,
                FieldPanel("summary"),
                FieldPanel("picture"),
                FieldPanel(
                    "problem",
                    help_text=_(
                        "Hvad var svært, før I gik i gang? Skriv til en, der ikke var med."
                    ),
                ),
                FieldPanel(
                    "citizen_view", help_text=_("Hvordan så det ud for dem, det handlede om?")
                ),
                FieldPanel(
                    "story",
                    help_text=_(
                        "Korte afsnit, mellemrubrikker, citater og billeder. Begynd i et øjeblik."
                    ),
                ),
                FieldPanel(
                    "quotes",
                    widget=FilteredChoices,
                    help_text=_("Kun citater med gyldigt samtykke bliver vist."),
                ),
                InlinePanel("gallery", heading=_("Flere billeder"), label=_("Billede")),
            ],
            _("Fortælling"),
        ),
        (
            [
                FieldPanel("outcomes", help_text=_("Hvad blev anderledes, og for hvem?")),
                FieldPanel(
                    "evidence",
                    help_text=_(
                        "Tal, iagttagelser eller udsagn. Skriv også, hvis I ikke har målt det."
                    ),
                ),
                FieldPanel("challenges", help_text=_("Det, den næste bør vide, før de prøver.")),
                FieldPanel(
                    "conditions", help_text=_("Hvad skal være på plads, for at det lykkes?")
                ),
                FieldPanel(
                    "lessons", help_text=_("Hvad ville I gøre igen, og hvad ville I lave om?")
                ),
                FieldPanel("three_tips"),
                FieldPanel(
                    "replicability", help_text=_("Hvem kan bruge det, og hvad skal de tilpasse?")
                ),
            ],
            _("Læring"),
        ),
        (
            [
                MultiFieldPanel(
                    [
                        FieldRowPanel(
                            [
                                FieldPanel("track", help_text=_("Det spor, casen hører til.")),
                                FieldPanel("stage"),
                            ]
                        ),
                        FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                        FieldPanel(
                            "location", help_text=_("Byen eller stedet, for eksempel Horbelev.")
                        ),
                    ],
                    heading=_("Hvor og hvornår"),
                ),
                FieldPanel("mindset_elements"),
                FieldPanel(
                    "municipal_role",
                    help_text=_("Hvad gjorde kommunen, og hvad lod den andre gøre?"),
                ),
                FieldPanel("partners"),
                FieldRowPanel(
                    [
                        FieldPanel(
                            "participation_level", help_text=_("Hvor meget bestemte deltagerne?")
                        ),
                        FieldPanel("participant_count"),
                    ]
                ),
                FieldPanel(
                    "resources",
                    help_text=_("Timer, penge, lokaler og materialer, også de frivilliges tid."),
                ),
                FieldPanel(
                    "tools_used",
                    widget=FilteredChoices,
                    help_text=_("Værktøjerne viser casen på deres egen side."),
                ),
                FieldPanel(
                    "contacts",
                    widget=FilteredChoices,
                    help_text=_("Kolleger, der var med, og som gerne vil spørges."),
                ),
                FieldPanel(
                    "business_case", help_text=_("Vælg den, hvis nogen har regnet på casen.")
                ),
            ],
            _("Fakta"),
        ),
        promote=KnowledgePage.promote_panels,
    )

    parent_page_types = ["cases.CaseIndexPage"]
    subpage_types: list[str] = []
    is_creatable = True
    template = "cases/case_portrait_page.html"
    kind = "case"
    kind_label = _("Case")

    class Meta:
        verbose_name = _("caseportræt")
        verbose_name_plural = _("caseportrætter")

    def clean(self) -> None:
        super().clean()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": _("Casen kan ikke slutte, før den begynder.")})

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cases.details import portrait_context

        return super().get_context(request, *args, **kwargs) | portrait_context(self, request)


class CasePortraitPicture(Orderable):
    """A picture of the portrait's gallery."""

    page = ParentalKey(CasePortraitPage, on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.CASCADE,
        related_name="+",
        verbose_name=_("billede"),
    )
    caption = models.CharField(_("billedtekst"), max_length=200, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]
