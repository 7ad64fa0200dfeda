"""Arenas: open problems where nobody succeeds alone."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from cases.blocks import partners_field
from cases.models.portraits import Stage
from colleagues.models import ColleagueProfile
from gufu.models import KnowledgePage, SectionPage
from gufu.panels import tabs


class ArenaIndexPage(SectionPage):
    subpage_types = ["cases.ArenaPage"]
    template = "cases/arena_index_page.html"

    class Meta:
        verbose_name = _("arenaoversigt")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cases.lists import arena_list_context

        return super().get_context(request, *args, **kwargs) | arena_list_context(request)


class ArenaPage(KnowledgePage):
    """An arena: the challenge, who is in it, and how to join."""

    class ArenaTrack(models.TextChoices):
        ORGANISATION = "1", _("Organisatorisk spor")
        EXTERNAL = "2", _("Eksternt–internt spor")
        POLITICAL = "3", _("Politisk spor")

    challenge = models.TextField(_("udfordringen"))
    why_together = models.TextField(_("hvorfor sammen?"), blank=True)
    partners = partners_field()
    next_step = models.TextField(_("næste skridt"), blank=True)
    how_to_join = models.TextField(_("sådan kommer du med"), blank=True)
    coordinator = models.ForeignKey(
        ColleagueProfile,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="arenas",
        verbose_name=_("koordinator"),
    )
    track = models.CharField(_("spor"), max_length=10, choices=ArenaTrack, default="2")
    stage = models.CharField(_("hvor langt"), max_length=20, choices=Stage, default=Stage.IDEA)

    edit_handler = tabs(
        (
            [
                *KnowledgePage.content_panels,
                FieldPanel("summary"),
                FieldPanel("picture"),
                FieldPanel("challenge", help_text=_("Det, ingen kan løse alene.")),
                FieldPanel(
                    "why_together", help_text=_("Hvad kan I sammen, som ingen kan hver for sig?")
                ),
                FieldPanel("partners"),
                FieldPanel("next_step", help_text=_("Det næste, der sker, gerne med en dato.")),
                FieldPanel(
                    "how_to_join",
                    help_text=_("Hvem skriver man til, og hvad kan man byde ind med?"),
                ),
                FieldPanel(
                    "coordinator", help_text=_("Den kollega, der svarer på spørgsmål om arenaen.")
                ),
                FieldRowPanel([FieldPanel("track"), FieldPanel("stage")]),
            ],
            _("Indhold"),
        ),
        promote=KnowledgePage.promote_panels,
    )

    parent_page_types = ["cases.ArenaIndexPage"]
    subpage_types: list[str] = []
    is_creatable = True
    template = "cases/arena_page.html"
    kind = "arena"
    kind_label = _("Arena")

    class Meta:
        verbose_name = _("arena")
        verbose_name_plural = _("arenaer")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cases.details import arena_context

        return super().get_context(request, *args, **kwargs) | arena_context(self, request)
