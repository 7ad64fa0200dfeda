"""How colleagues search for the demo's pages and cards: content/search_phrases.yaml.

A key is a slug, or kind:slug where several things have one; a slug that a business case shares with
something else is that of the other.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import CommandError

from cases.models import BusinessCasePage
from gufu.demo.texts import read
from gufu.models import KnowledgePage
from toolbox.models import DoDont, Principle, QuestionCard

CARDS = {"question": QuestionCard, "principle": Principle, "do_dont": DoDont}


def build_phrases() -> None:
    """Write them where there are none; what an editor has written stays, and so do drafts."""
    known = by_key()
    for key, lines in read("search_phrases").items():
        if key not in known:
            raise CommandError(f"search_phrases.yaml: Der er ikke noget, der hedder {key}.")
        thing = known[key]
        is_page = isinstance(thing, KnowledgePage)
        if thing.search_phrases or (is_page and thing.has_unpublished_changes):
            continue
        thing.search_phrases = checked(thing, key, "\n".join(lines))
        if is_page:
            thing.save_revision().publish()
        else:
            thing.save()


def checked(thing: Any, key: str, text: str) -> str:
    """Return `text`, which an editor might have written."""
    try:
        return str(thing._meta.get_field("search_phrases").clean(text, thing))
    except ValidationError as error:
        raise CommandError(f"search_phrases.yaml, {key}: {' '.join(error.messages)}") from error


def by_key() -> dict[str, Any]:
    """Return every page and card by the keys it has."""
    known: dict[str, Any] = {}
    for kind, thing in sorted(things(), key=lambda pair: isinstance(pair[1], BusinessCasePage)):
        known[f"{kind}:{thing.slug}"] = thing
        known.setdefault(thing.slug, thing)
    return known


def things() -> Iterator[tuple[str, Any]]:
    """Yield everything that may have phrases, with the name of its kind."""
    for page in KnowledgePage.objects.specific():
        yield page.kind, page
    for kind, model in CARDS.items():
        for card in model.objects.all():
            yield kind, card
