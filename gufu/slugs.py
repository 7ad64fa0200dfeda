"""Addresses as Danes spell them without their three letters: å→aa, ø→oe, æ→ae."""

from unicodedata import normalize

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def danish_slug(text: str) -> str:
    """Return `text` as the last part of an address: ASCII, small letters, hyphens."""
    return slugify(string_to_ascii(normalize("NFC", text).translate(FOLDED)))


def is_made_by_browser(slug: str, title: str) -> bool:
    """Return whether `slug` is what Wagtail's editor proposes for `title`: å→a, ø→o."""
    return slug == slugify(string_to_ascii(title))
