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
                FieldPanel("problem"),
                FieldPanel("citizen_view"),
                FieldPanel("story"),
                FieldPanel("quotes", widget=FilteredChoices),
                InlinePanel("gallery", heading=_("Flere billeder"), label=_("Billede")),
            ],
            _("Fortælling"),
        ),
        (
            [
                FieldPanel("outcomes"),
                FieldPanel("evidence"),
                FieldPanel("challenges"),
                FieldPanel("conditions"),
                FieldPanel("lessons"),
                FieldPanel("three_tips"),
                FieldPanel("replicability"),
            ],
            _("Læring"),
        ),
        (
            [
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("track"), FieldPanel("stage")]),
                        FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                        FieldPanel("location"),
                    ],
                    heading=_("Hvor og hvornår"),
                ),
                FieldPanel("mindset_elements"),
                FieldPanel("municipal_role"),
                FieldPanel("partners"),
                FieldRowPanel([FieldPanel("participation_level"), FieldPanel("participant_count")]),
                FieldPanel("resources"),
                FieldPanel("tools_used", widget=FilteredChoices),
                FieldPanel("contacts", widget=FilteredChoices),
                FieldPanel("business_case"),
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
