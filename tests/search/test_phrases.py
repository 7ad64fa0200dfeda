"""How colleagues search for a thing is found, counted, explained and shown as what it answers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from consent import text as texts
from consent.models import Attachment
from gufu.outbox.worker import drain
from search.contract import PART, Note
from search.danish import tokens
from search.danish.highlight import Wanted, plain
from search.documents import document
from search.kinds import KINDS
from search.phrases import answering, answers, asked_by, phrase_tokens
from search.plans import plan
from search.suggestions import suggest
from tests.factories import (
    ArenaPageFactory,
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    DoDontFactory,
    FeedbackModelPageFactory,
    PrincipleFactory,
    QuestionCardFactory,
    ToolPageFactory,
    UserFactory,
)
from tests.search.conftest import titles
from tests.search.test_attachments import letter

EVERY_KIND = {
    "case": CasePortraitPageFactory,
    "tool": ToolPageFactory,
    "arena": ArenaPageFactory,
    "business_case": BusinessCasePageFactory,
    "feedback_model": FeedbackModelPageFactory,
    "question": QuestionCardFactory,
    "principle": PrincipleFactory,
    "do_dont": DoDontFactory,
}


class TestDocument:
    def test_the_words_count_as_text_and_no_phrase_reaches_across_lines(self) -> None:
        assert phrase_tokens(["To rabarber", "Et borgermøde"]) == {
            "body_x": "to rabarber _ et borgermoede",
            "body_s": "to rabarb et borgermoed",
            "body_p": " borg moed",
        }
        assert phrase_tokens([]) == {"body_x": "", "body_s": "", "body_p": ""}

    @pytest.mark.django_db
    @pytest.mark.parametrize("name", EVERY_KIND)
    def test_every_kind_tells_them(self, name: str) -> None:
        thing = EVERY_KIND[name](search_phrases=" Hvem  spiser rabarber?\n\nskod")
        made = document(KINDS[name], KINDS[name].read([thing.pk]).get())
        assert made["source"]["phrases"] == ["Hvem spiser rabarber?", "skod"]
        assert "rabarb" in made["tokens"]["body_s"].split()
        assert "rabarb" not in made["tokens"]["title_s"].split()
        assert "rabarber" not in made["source"]["body"]


def answer(lines: list[str], query: str, extract: str) -> Any:
    """Return the line that a query is answered with instead of `extract`."""
    read = plan(query)
    return answering(lines, read.wanted, asked_by(read), [(extract, False)])


class TestAnswering:
    @pytest.mark.parametrize(
        ("query", "extract", "shown"),
        [
            ("rabarber", "Om haven.", "Hvem spiser rabarber?"),
            ("rabarber", "Om rabarber.", None),
            ("spise rabarber", "Om rabarber.", "Hvem spiser rabarber?"),
            ("rabarber i haven", "Rabarber i haven.", None),
            ("møde i haven", "Vi mødes.", None),
            ("borgermøde", "Vi holder møde.", "Et borgermøde"),
            ('"spiser rabarber"', "Om haven.", "Hvem spiser rabarber?"),
            ("", "Om haven.", None),
        ],
    )
    def test_what_answers_more_is_shown(self, query: str, extract: str, shown: Any) -> None:
        lines = ["Et møde", "Et borgermøde", "Hvem spiser rabarber?"]
        found = answer(lines, query, extract)
        assert (plain(found) if found else None) == shown

    def test_the_words_are_marked(self) -> None:
        found = answer(["Hvem spiser rabarber?"], "rabarberne", "Om haven.")
        assert found == [("Hvem spiser ", False), ("rabarber", True), ("?", False)]

    def test_words_that_say_the_same_count_once(self) -> None:
        read = plan("plejehjem", synonyms={("plejehjem",): (tuple(tokens("seniorhus")),)})
        asked = asked_by(read)
        assert len(asked) == 1
        lines = ["Plejehjem og borgerhus"]
        assert answering(lines, read.wanted, asked, [("Et plejehjem.", True)]) is None


@pytest.mark.django_db
class TestFound:
    @pytest.mark.parametrize("name", EVERY_KIND)
    def test_by_a_word_that_stands_nowhere_else(
        self, name: str, work: Callable, find: Callable
    ) -> None:
        thing = EVERY_KIND[name](search_phrases="Hvem spiser alle de rabarber?")
        work()
        (hit,) = find("rabarberne").hits
        assert (hit.kind, hit.slug) == (name, thing.slug)
        assert hit.answers
        assert hit.snippet == [
            ("Hvem spiser alle de ", False),
            ("rabarber", True),
            ("?", False),
        ]
        assert hit.notes == ()

    def test_a_line_that_comes_is_found_and_one_that_goes_is_not(
        self, work: Callable, find: Callable
    ) -> None:
        page = ToolPageFactory(title="Haven")
        card = QuestionCardFactory(text="Hvad ser du?")
        work()
        assert titles(find("rabarber")) == []
        page.search_phrases = card.search_phrases = "rabarber"
        page.save_revision()
        card.save()
        work()
        assert titles(find("rabarber")) == ["Hvad ser du?"], "the page is a draft"
        page.save_revision().publish()
        work()
        assert sorted(titles(find("rabarber"))) == ["Haven", "Hvad ser du?"]
        page.search_phrases = card.search_phrases = ""
        page.save_revision().publish()
        card.save()
        work()
        assert titles(find("rabarber")) == []

    def test_what_the_text_says_itself_is_shown_as_ever(
        self, work: Callable, find: Callable
    ) -> None:
        ToolPageFactory(
            title="Haven", summary="Plant rabarber.", search_phrases="Hvem har rabarber?"
        )
        work()
        (hit,) = find("rabarber").hits
        assert not hit.answers
        assert plain(hit.snippet) == "Plant rabarber."
        assert find("").hits[0].answers is False

    def test_no_note_says_that_only_a_part_was_found(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Møder", summary="Om møder.", search_phrases="rabarbermøde i haven")
        work()
        (hit,) = find("rabarbermøde").hits
        assert hit.answers
        assert hit.notes == ()
        (hit,) = find("rabarber").hits
        assert hit.notes == (Note(PART, "rabarber", ("rabarbermøde",)),)

    def test_a_word_nobody_wrote_is_spelt_as_there(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Haven", search_phrases="Hvor står kålrabien?")
        work()
        found = find("kålrabeen")
        assert (found.did_you_mean, found.hits[0].answers) == ("kålrabien", True)

    def test_a_document_that_says_more_is_named(self, work: Callable, find: Callable) -> None:
        file = ContentFile(letter("rabarber og kålrabi"), name="skema.docx")
        attached = Attachment.objects.create(title="Skema", file=file)
        ToolPageFactory(title="Haven", template_file=attached, search_phrases="Hvem har rabarber?")
        drain(texts.TOPIC)
        work()
        (hit,) = find("rabarber").hits
        assert (hit.answers, hit.attachment) == (True, None)
        (hit,) = find("rabarber kålrabi").hits
        assert hit.attachment is not None
        assert not hit.answers
        assert suggest("rabarber", UserFactory())
        attached.delete()
        assert suggest("rabarber", UserFactory()), "the page says so itself"

    def test_the_result_says_what_it_answers(self, work: Callable, reader: Client) -> None:
        ToolPageFactory(title="Haven", search_phrases="Hvem spiser rabarber & <b>?")
        work()
        html = reader.get("/soeg/", {"q": "rabarber"}).content.decode()
        answer = "Hvem spiser <mark>rabarber</mark> &amp; &lt;b&gt;?"
        assert f"<strong>Svarer på:</strong> {answer}</p>" in html
        assert "Svarer på" not in reader.get("/soeg/", {"q": "haven"}).content.decode()
        with translation.override("en"):
            assert translation.gettext("Svarer på:") == "Answers:"

    def test_words_that_are_no_question_are_no_answer(self, work: Callable, reader: Client) -> None:
        ToolPageFactory(title="Haven", search_phrases="rabarber og kål")
        work()
        html = reader.get("/soeg/", {"q": "rabarber"}).content.decode()
        assert "<strong>Sådan søger kolleger:</strong> <mark>rabarber</mark> og kål</p>" in html


@pytest.mark.django_db
class TestEditors:
    @pytest.fixture
    def editor(self, client: Client, site: Any) -> Client:
        client.force_login(UserFactory(is_superuser=True))
        return client

    def test_it_is_explained_where_the_word_stands(self, editor: Client, work: Callable) -> None:
        page = ToolPageFactory(
            title="Haven", summary="Kål til alle.", search_phrases="rabarbermøde\nkål"
        )
        work()

        def shown(text: str) -> str:
            asked = {"q": text, "adresse": page.url}
            return editor.get(reverse("search_explain"), asked).content.decode()

        assert "<td>Ordet i »Sådan søger kolleger«</td>" in shown("rabarbermøde")
        assert "<td>Bøjning i »Sådan søger kolleger«</td>" in shown("rabarbermøder")
        assert "<td>Del af et ord i »Sådan søger kolleger«</td>" in shown("rabarber")
        assert "<td>Bøjning i teksten og i »Sådan søger kolleger«</td>" in shown("kål")
        assert "Sådan søger" not in shown("have")

    def test_searches_in_vain_name_the_field(self, editor: Client) -> None:
        html = editor.get(reverse("search_empty")).content.decode()
        assert "i feltet »Sådan søger kolleger«" in html


def test_no_phrase_joins_two_lines() -> None:
    wanted = Wanted(phrases=frozenset({("aaben", "skole")}))
    lines = ["Vi holder åben", "Skole for alle", "En åben skole"]
    assert answers(lines, wanted) == [set(), set(), {"aaben skole"}]
