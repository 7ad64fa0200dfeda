"""What facets and kinds are called on the page and in addresses."""

from django.utils.translation import gettext_lazy as _

from cases.models.portraits import Track
from toolbox.models.cards import Phase

#: Field of the index -> (name of the GET parameter, heading).
PARAMETERS = {
    "centre": ("center", _("Center")),
    "subject": ("emne", _("Fagområde")),
    "target": ("maalgruppe", _("Målgruppe")),
    "track": ("spor", _("Spor")),
    "phase": ("fase", _("Fase")),
}
#: What the design calls a kind: its colour and its icon.
LOOKS = {
    "case": ("case", "case"),
    "tool": ("tool", "tool"),
    "colleague": ("person", "group"),
    "question": ("question", "question"),
    "principle": ("principle", "leaf"),
    "do_dont": ("do", "thumb-up"),
    "quote": ("quote", "quote"),
    "arena": ("arena", "bridge"),
    "business_case": ("business", "scale"),
    "feedback_model": ("tool", "chat"),
}


def facet_label(field: str, slug: str, names: dict[tuple[str, str], str]) -> str:
    """Return what a facet's value is called; `names` are those kept in the database."""
    choices = {"track": Track, "phase": Phase}.get(field)
    if choices is not None:
        return str(dict(choices.choices).get(slug, slug))
    return names.get((field, slug), slug)
