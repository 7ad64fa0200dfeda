"""What facets and kinds are called on the page and in addresses."""

from collections.abc import Iterable
from functools import cache

from django.utils.translation import get_language, gettext, override
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
#: What editors are told of where a word stands; _x as it is spelt, _s another form, _p a part.
FIELDS = {
    "title_x": _("Ordet i titlen"),
    "title_s": _("Bøjning i titlen"),
    "title_p": _("Del af et ord i titlen"),
    "tags_x": _("Ordet blandt emnerne"),
    "tags_s": _("Bøjning blandt emnerne"),
    "summary_s": _("Bøjning i resuméet"),
    "body_x": _("Ordet i teksten"),
    "body_s": _("Bøjning i teksten"),
    "body_p": _("Del af et ord i teksten"),
}
#: The same where it stands among an editor's phrases (search.phrases).
AMONG_PHRASES = {
    "x": _("Ordet i »Sådan søger kolleger«"),
    "s": _("Bøjning i »Sådan søger kolleger«"),
    "p": _("Del af et ord i »Sådan søger kolleger«"),
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


CHOICES = {"track": dict(Track.choices), "phase": dict(Phase.choices)}


@cache
def choices(field: str, language: str | None) -> dict[str, str]:
    """Return what the choices of `field` are called; to translate them for each search takes longer
    than everything else here."""
    with override(language):
        return {slug: str(label) for slug, label in CHOICES[field].items()}


def place(field: str, count: int, among_phrases: int) -> str:
    """Return where a word stands that a field has `count` times, so many of them in phrases."""
    if not among_phrases:
        return str(FIELDS[field])
    if among_phrases < count:
        return gettext("%(place)s og i »Sådan søger kolleger«") % {"place": FIELDS[field]}
    return str(AMONG_PHRASES[field[-1]])


def facet_label(field: str, slug: str, names: dict[tuple[str, str], str]) -> str:
    """Return what a facet's value is called; `names` are those kept in the database."""
    if field in CHOICES:
        return choices(field, get_language()).get(slug, slug)
    return names.get((field, slug), slug)


def is_known(field: str, slug: str, names: dict[tuple[str, str], str]) -> bool:
    """Return whether there is such a value of a facet at all."""
    return slug in CHOICES[field] if field in CHOICES else (field, slug) in names


def labelled(
    field: str,
    counts: dict[str, int],
    names: dict[tuple[str, str], str],
    chosen: Iterable[str] = (),
) -> list[tuple[str, str, int]]:
    """Return (slug, label, count) of a facet's values, most first; those `chosen` even at 0."""
    counts = dict.fromkeys((slug for slug in chosen if is_known(field, slug, names)), 0) | counts
    found = [(slug, facet_label(field, slug, names), count) for slug, count in counts.items()]
    return sorted(found, key=lambda each: (-each[2], each[1]))
