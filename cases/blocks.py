"""Blocks that only portraits use, and the fields made of them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from gufu.blocks import STORY, STORY_BLOCKS


class QuoteBlock(blocks.StructBlock):
    quote = SnippetChooserBlock("cases.Quote", label=_("Citat"))

    class Meta:
        icon = "openquote"
        label = _("Citat")
        group = STORY
        description = _("Et citat fra samlingen. Uden gyldigt samtykke bliver det ikke vist.")
        template = "blocks/quote.html"


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Hvem"), max_length=120)
    contribution = blocks.CharBlock(label=_("Bidrog med"), max_length=300, required=False)

    class Meta:
        icon = "group"
        label = _("Part")
        group = _("Parter")
        description = _("En part og det, den bidrog med.")
        preview_value = {"name": "Ældre Sagen", "contribution": "Frivillige til haven"}


def story_field() -> StreamField:
    """Return the field for a portrait's story."""
    return StreamField(
        [*STORY_BLOCKS, ("quote", QuoteBlock())],
        blank=True,
        default=list,
        verbose_name=_("historie"),
    )


def partners_field() -> StreamField:
    """Return the field for the parties of an effort."""
    return StreamField(
        [("partner", PartnerBlock())], blank=True, default=list, verbose_name=_("parter")
    )
