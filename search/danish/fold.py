"""Folding: the many spellings of a word become one.

Æ, ø and å meet ae, oe and aa (Ærø = Aeroe, Åbenrå = Aabenraa), while år ≠ ar and får ≠ far.
Accents fall away (idé = ide), also those of our neighbours (Öland = Øland).
"""

import unicodedata
from functools import lru_cache

#: Characters that show nothing: soft hyphen, zero-width, joiners, bidi marks, byte-order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_DIGRAPHS = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "œ": "oe", "þ": "th"}
_LETTERS = {**_DIGRAPHS, "ð": "d", "ß": "ss", "ł": "l", "đ": "d", "\u0131": "i"}
_FOLD = str.maketrans(_LETTERS)
_INVISIBLE = {
    code: None
    for first, last in (
        (0xAD, 0xAD),
        (0x34F, 0x34F),
        (0x61C, 0x61C),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
}


def clean(text: str) -> str:
    """Return `text` composed (NFC), without invisible characters, lone surrogates and NUL."""
    if text.isascii():
        return text.replace("\0", " ")
    text = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the folded form of `word`: lower case, digraphs for æ, ø and å, no accents.

    Folding twice changes nothing.
    """
    word = clean(word).lower()
    if word.isascii():
        return word
    word = unicodedata.normalize("NFKC", word).lower().translate(_FOLD)
    if word.isascii():
        return word
    bare = unicodedata.normalize("NFKD", word)
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept.lower().translate(_FOLD))


def unfold(word: str) -> str:
    """Return the folded `word` with letters for digraphs, as the stemmer wants it.

    `fold(unfold(word)) == word` for every folded word, so Aeroe and Ærø get the same stem.
    """
    return word.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
