"""The pages everything else builds on: the front page, sections, and `KnowledgePage`."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from gufu.forms import KnowledgePageForm
from gufu.phrases import SearchPhrases
from gufu.slugs import danish_slug
from gufu.taxonomy import Centre, Criterion, SubjectArea, TargetGroup
from gufu.visibility import VisiblePageManager

__all__ = ["Centre", "Criterion", "HomePage", "KnowledgePage", "SubjectArea", "TargetGroup"]

#: What editors may use in running text: no pictures, no embeds, no headings of their own.
TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class HomePage(Page):
    """The front page: one sentence, ways in, and what is new."""

    lead = models.TextField(_("indledning"), max_length=300)
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("billede"),
    )
    featured = models.ForeignKey(
        "gufu.KnowledgePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("fremhævet side"),
        help_text=_("Vises stort øverst på forsiden."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("featured"),
    ]
    base_form_class = KnowledgePageForm
    objects = VisiblePageManager()
    template = "gufu/home_page.html"

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("forside")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from gufu.home import front_page_context

        return super().get_context(request, *args, **kwargs) | front_page_context(self, request)


class SectionPage(Page):
    """A list of pages of one kind, with an introduction: the base of each section."""

    intro = models.TextField(_("indledning"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    base_form_class = KnowledgePageForm
    objects = VisiblePageManager()

    max_count = 1
    parent_page_types = ["gufu.HomePage"]
    show_in_menus_default = True

    class Meta:
        abstract = True


class KnowledgePageTag(TaggedItemBase):
    content_object = ParentalKey(
        "gufu.KnowledgePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class KnowledgePage(SearchPhrases, Page):
    """What every portrait, tool, arena and business case shares. Never created by itself."""

    summary = models.CharField(
        _("resumé"),
        max_length=280,
        help_text=_("Højst 280 tegn. Vises på kort, i søgeresultater og øverst på siden."),
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("billede"),
    )
    centre = models.ForeignKey(
        Centre,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name=_("center"),
    )
    subject_areas = ParentalManyToManyField(
        SubjectArea, blank=True, related_name="pages", verbose_name=_("fagområder")
    )
    target_groups = ParentalManyToManyField(
        TargetGroup, blank=True, related_name="pages", verbose_name=_("målgrupper")
    )
    principles = ParentalManyToManyField(
        "toolbox.Principle", blank=True, related_name="pages", verbose_name=_("principper")
    )
    criteria = ParentalManyToManyField(
        Criterion, blank=True, related_name="pages", verbose_name=_("kriterier")
    )
    tags = ClusterTaggableManager(through=KnowledgePageTag, blank=True, verbose_name=_("emneord"))
    colleague_owner = models.ForeignKey(
        "colleagues.ColleagueProfile",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_pages",
        verbose_name=_("ejer"),
        help_text=_("Den kollega, der kan svare på spørgsmål og holder siden frisk."),
    )
    confirmed_at = models.DateField(_("sidst bekræftet"), null=True, blank=True)
    review_due = models.DateField(_("næste eftersyn"), null=True, blank=True)
    source = models.CharField(_("kilde"), max_length=255, blank=True)
    related = ParentalManyToManyField(
        "self",
        blank=True,
        symmetrical=False,
        related_name="related_from",
        verbose_name=_("relateret"),
    )
    is_illustrative = models.BooleanField(
        _("eksempeltekst"),
        default=False,
        help_text=_("Teksten er et opdigtet eksempel. Det står tydeligt på siden."),
    )

    base_form_class = KnowledgePageForm
    objects = VisiblePageManager()

    is_creatable = False
    kind = "page"  #: short name of the kind in facets, search and cards
    kind_label = _("Side")

    class Meta:
        verbose_name = _("vidensside")
        verbose_name_plural = _("videnssider")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page and what its receivers note in the outbox in one transaction."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        return super()._get_autogenerated_slug(danish_slug(self.title) or base_slug)

    def clean(self) -> None:
        super().clean()
        if self.review_due and self.confirmed_at and self.review_due < self.confirmed_at:
            raise ValidationError(
                {"review_due": _("Næste eftersyn kan ikke ligge før siden sidst blev bekræftet.")}
            )

    @cached_property
    def is_overdue(self) -> bool:
        """Whether the page should have been looked at again by now."""
        return bool(self.review_due and self.review_due < timezone.localdate())
