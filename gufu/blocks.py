"""Blocks of a story. Each has an icon, a group, a description and a preview value."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

STORY = _("Fortælling")
FACTS = _("Fakta og overblik")
TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Mellemrubrik")
        group = STORY
        description = _("Deler fortællingen, så den kan skimmes.")
        template = "blocks/heading.html"
        preview_value = "Tvivlen kom på bordet"


class TextBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Tekst")
        group = STORY
        description = _("Et eller flere afsnit. Skriv, så en kollega uden for faget er med.")
        template = "blocks/text.html"
        preview_value = "<p>En aften i marts sad ti naboer om bordet i forsamlingshuset.</p>"


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Billede"))
    caption = blocks.CharBlock(label=_("Billedtekst"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Billede")
        group = STORY
        description = _("Et billede med tekst. Uden gyldigt samtykke bliver det ikke vist.")
        template = "blocks/picture.html"
        preview_value = {"caption": "Borgere og medarbejdere planter gadetræer."}


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Overskrift"), max_length=120)
    text = blocks.TextBlock(label=_("Tekst"))

    class Meta:
        icon = "help"
        label = _("Fremhævet boks")
        group = FACTS
        description = _("En pointe, som læseren skal tage med sig.")
        template = "blocks/callout.html"
        preview_value = {"title": "Værd at huske", "text": "Spørg, før du svarer."}


class FromToBlock(blocks.StructBlock):
    before = blocks.TextBlock(label=_("Væk fra"))
    after = blocks.TextBlock(label=_("Hen imod"))

    class Meta:
        icon = "arrow-right"
        label = _("Væk fra → hen imod")
        group = FACTS
        description = _("En bevægelse i to sætninger.")
        template = "blocks/from_to.html"
        preview_value = {"before": "Vi løser det for jer", "after": "Vi løser det sammen"}


class FactsBlock(blocks.StructBlock):
    facts = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("label", blocks.CharBlock(label=_("Hvad"), max_length=60)),
                ("value", blocks.CharBlock(label=_("Oplysning"), max_length=200)),
            ]
        ),
        label=_("Oplysninger"),
    )

    class Meta:
        icon = "list-ul"
        label = _("Faktaboks")
        group = FACTS
        description = _("Korte oplysninger, der er nemme at finde igen.")
        template = "blocks/facts.html"
        preview_value = {"facts": [{"label": "Sted", "value": "Horbelev"}]}


class StepsBlock(blocks.StructBlock):
    steps = blocks.ListBlock(blocks.TextBlock(rows=2), label=_("Skridt"))

    class Meta:
        icon = "list-ol"
        label = _("Skridt for skridt")
        group = FACTS
        description = _("Det, I gjorde, i rækkefølge.")
        template = "blocks/steps.html"
        preview_value = {"steps": ["Ring rundt", "Mød op", "Følg op"]}


#: The blocks every story may use; rooms above add their own.
STORY_BLOCKS: list[tuple[str, blocks.Block]] = [
    ("heading", HeadingBlock()),
    ("text", TextBlock(features=TEXT_FEATURES)),
    ("picture", PictureBlock()),
    ("callout", CalloutBlock()),
    ("from_to", FromToBlock()),
    ("steps", StepsBlock()),
    ("facts", FactsBlock()),
]


def lines(label: object, most: int | None = None) -> StreamField:
    """Return a field for a list of short texts, each in its own box, `most` at the most."""
    line = blocks.CharBlock(label=label, max_length=400, icon="list-ul")
    return StreamField([("line", line)], blank=True, default=list, max_num=most, verbose_name=label)
