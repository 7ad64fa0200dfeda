"""The catalogues of texts: compiled as written, complete, and true to their placeholders."""

import ast
import re
from collections import Counter
from dataclasses import dataclass, field
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/*.po"))
#: %(name)s, %s, %d, {name} and tags: what a translator must carry over.
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+#0]*\d*(?:\.\d+)?[sdifrx](?![a-zæøå])|\{\w*\}|<[^<>]+>")


@dataclass
class Entry:
    """One message: its fields by name ("msgid", "msgstr[0]", …) and its flags."""

    fields: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    @property
    def is_header(self):
        return not self.fields["msgid"]

    @property
    def translations(self):
        return [text for name, text in self.fields.items() if name.startswith("msgstr")]

    def compiled(self):
        """The pairs that the entry becomes in a .mo, as the gettext module reads it."""
        context = self.fields.get("msgctxt")
        key = self.fields["msgid"] if context is None else f"{context}\x04{self.fields['msgid']}"
        if "msgid_plural" not in self.fields:
            return {key: self.fields["msgstr"]}
        return {(key, number): text for number, text in enumerate(self.translations)}


def parse(text):
    """Return the entries of a .po; what is obsolete (#~) is a comment like any other."""
    entries = []
    for block in re.split(r"\n\s*\n", text):
        entry, name = Entry(), ""
        for line in block.strip().splitlines():
            if line.startswith("#,"):
                entry.flags |= {flag.strip() for flag in line[2:].split(",")}
            elif line.startswith('"'):
                entry.fields[name] += ast.literal_eval(line)
            elif not line.startswith("#"):
                name, _, value = line.partition(" ")
                entry.fields[name] = ast.literal_eval(value)
        if entry.fields:
            entries.append(entry)
    return entries


def placeholders(text):
    return Counter(PLACEHOLDER.findall(text.replace("%%", "")))


@pytest.fixture(params=CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def catalogue(request):
    """The path of one .po."""
    return request.param


@pytest.fixture
def entries(catalogue):
    return parse(catalogue.read_text(encoding="utf-8"))


def test_there_is_a_catalogue_for_every_language():
    languages = {path.parts[-3] for path in CATALOGUES if path.stem == "django"}
    assert languages == {code for code, _name in settings.LANGUAGES}


def test_the_parser_reads_what_a_catalogue_can_hold():
    [one, many] = parse(
        '#, fuzzy, python-format\nmsgctxt "a"\nmsgid ""\n"%(n)s \\"b\\"\\n"\n"c"\nmsgstr "d"\n\n'
        'msgid "e"\nmsgid_plural "f"\nmsgstr[0] "g"\nmsgstr[1] "h"\n\n'
        '#~ msgid "old"\n#~ msgstr ""\n'
    )
    assert one.flags == {"fuzzy", "python-format"}
    assert one.compiled() == {'a\x04%(n)s "b"\nc': "d"}
    assert many.compiled() == {("e", 0): "g", ("e", 1): "h"}


def test_every_catalogue_is_compiled_as_it_is_written(catalogue, entries):
    with catalogue.with_suffix(".mo").open("rb") as compiled:
        found = GNUTranslations(compiled)._catalog
    assert found == {key: text for entry in entries for key, text in entry.compiled().items()}


def test_no_entry_stands_twice(entries):
    keys = Counter(
        (entry.fields.get("msgctxt"), entry.fields["msgid"]) for entry in entries
    ).most_common()
    assert [key for key, times in keys if times > 1] == []


def test_every_entry_is_translated_and_checked(entries):
    assert [e.fields["msgid"] for e in entries if "fuzzy" in e.flags] == []
    assert [e.fields["msgid"] for e in entries if not all(e.translations)] == []


def test_placeholders_and_tags_are_carried_over(entries):
    wrong = []
    for entry in entries:
        if entry.is_header:
            continue
        one = entry.fields["msgid"]
        many = entry.fields.get("msgid_plural", one)
        # One thing may be said without its number, so it may agree with either form.
        allowed = [[placeholders(one), placeholders(many)], [placeholders(many)]]
        for number, text in enumerate(entry.translations):
            if placeholders(text) not in allowed[number]:
                wrong.append((one, text))
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "name", "count", "action"),
    [
        ("da", "Værktøjskasse", "2 afprøvninger", "Send til godkendelse"),
        ("en", "Toolbox", "2 trials", "Submit for moderation"),
    ],
)
def test_a_text_is_read_in_the_language_that_is_chosen(language, name, count, action):
    with translation.override(language):
        assert gettext("Værktøjskasse") == name
        number = {"count": 2}
        assert ngettext("%(count)d afprøvning", "%(count)d afprøvninger", 2) % number == count
        # Wagtail's own texts come the other way: English in the source, Danish from locale/da.
        assert gettext("Submit for moderation") == action


def test_the_sections_have_english_names():
    with translation.override("en"):
        assert gettext("Er det samskabelse?") == "Is it co-creation?"
        assert gettext("Gør og undgå") == "Do’s and don’ts"
        assert gettext("Borgernes stemmer") == "Citizens’ voices"
        assert gettext("Spørg en konsulent") == "Ask a consultant"
    with translation.override("da"):
        for name in ("Er det samskabelse?", "Gør og undgå", "Borgernes stemmer", "Kolleger"):
            assert gettext(name) == name
