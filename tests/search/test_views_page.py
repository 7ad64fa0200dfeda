"""What the result page tells beside the hits: ways to people, to other results, and to help."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone, translation

from search.contract import PART, SYNONYM, TYPO, Note
from search.page import note_text
from tests.factories import (
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    QuestionCardFactory,
    SubjectAreaFactory,
    restrict,
)

pytestmark = pytest.mark.django_db
URL = "/soeg/"


def page(reader: Client, **query: Any) -> str:
    response = reader.get(URL, query)
    assert response.status_code == 200
    return response.content.decode()


class TestPeople:
    def test_every_way_is_one_click_away(self, reader: Client, work: Callable) -> None:
        person = ColleagueFactory(
            name="Karla Grøn", email="karla@gufu.example", phone="12 34 56 78", teams_upn="k@g.dk"
        )
        CasePortraitPageFactory(title="Brobygning", contacts=[person])
        work()
        html = page(reader, q="brobygning", slags="colleague")
        assert "1 case" in html
        for address in (
            "mailto:karla@gufu.example",
            "tel:12345678",
            "https://teams.microsoft.com/l/chat/0/0?users=k%40g.dk",
            f"/kolleger/{person.slug}/kort.vcf",
        ):
            assert f'href="{address}"' in html

    def test_a_pause_holds_from_the_next_request(self, reader: Client, work: Callable) -> None:
        person = ColleagueFactory(name="Karla Grøn", email="karla@gufu.example")
        work()
        assert "karla@gufu.example" in page(reader, q="karla")
        today = timezone.localdate()
        for last_day, paused in ((today, True), (today - timedelta(days=1), False)):
            type(person).objects.filter(pk=person.pk).update(paused_until=last_day)
            html = page(reader, q="karla")
            assert ("mailto:" not in html) is paused
            assert (f'href="/kolleger/{person.slug}/kontakt/"' in html) is paused


class TestNothing:
    def test_a_chosen_filter_can_be_taken_off(self, reader: Client, work: Callable) -> None:
        SubjectAreaFactory(name="Skole", slug="skole")
        havn = CentreFactory(name="Havn & By", slug="havn")
        CasePortraitPageFactory(title="Gadetræer", centre=havn)
        work()
        html = page(reader, q="gadetræ", emne="skole", center="havn")
        assert "Ingen resultater med det, du har valgt" in html
        assert 'href="?q=gadetr%C3%A6&amp;center=havn"' in html  # without the subject
        assert "Nulstil filtrene" in html
        assert ">findes-ikke<" not in page(reader, q="gadetræ", emne="findes-ikke")

    def test_another_kind_has_something(self, reader: Client, work: Callable) -> None:
        CasePortraitPageFactory(title="Gadetræer")
        QuestionCardFactory(text="Hvem passer gadetræerne?")
        work()
        html = page(reader, q="gadetræ", slags="arena")
        assert "Se 2 resultater af andre slags" in html
        assert 'href="?q=gadetr%C3%A6"' in html

    def test_subjects_to_begin_with_are_those_one_may_see(
        self, reader: Client, work: Callable
    ) -> None:
        school = SubjectAreaFactory(name="Skole", slug="skole")
        secret = SubjectAreaFactory(name="Lukket land", slug="lukket-land")
        CasePortraitPageFactory(title="Gadetræer", subject_areas=[school])
        closed = CasePortraitPageFactory(title="Byggeri", subject_areas=[secret])
        restrict(closed, Group.objects.create(name="Andre"))
        work()
        for html in (page(reader, q="xylofon"), page(reader)):
            assert 'href="?emne=skole"' in html
            assert "Lukket land" not in html

    def test_the_consultants_get_the_words(self, reader: Client, work: Callable) -> None:
        assert 'href="/stoette/?om=nabo%26fest"' in page(reader, q="nabo&fest")
        form = reader.get("/stoette/", {"om": "nabo&fest\0"}).content.decode()
        assert 'value="nabo&amp;fest"' in form


def test_the_start_page_counts_what_one_may_see(reader: Client, work: Callable) -> None:
    for number in range(3):
        CasePortraitPageFactory(title=f"Have {number}")
    restrict(CasePortraitPageFactory(title="Lukket"), Group.objects.create(name="Andre"))
    work()
    html = " ".join(page(reader).split())
    assert "<span>Cases</span><strong>3</strong>" in html


@pytest.mark.parametrize(
    "query", [{"q": "have"}, {"q": "xylofon"}, {"q": "have", "slags": "arena"}, {}], ids=str
)
def test_six_queries_and_nothing_written(
    reader: Client, work: Callable, django_assert_max_num_queries: Any, query: dict[str, str]
) -> None:
    restrict(CasePortraitPageFactory(title="Lukket have"), Group.objects.create(name="Andre"))
    for number in range(12):
        CasePortraitPageFactory(title=f"Have {number}", contacts=[ColleagueFactory()])
    work()
    with django_assert_max_num_queries(6) as done:
        page(reader, **query)
    writes = ("INSERT", "UPDATE", "DELETE")
    assert not any(row["sql"].startswith(writes) for row in done.captured_queries)


def test_htmx_gets_what_changed_alone(reader: Client, work: Callable) -> None:
    CasePortraitPageFactory(title="Have")
    work()
    part = reader.get(URL, {"q": "have"}, headers={"hx-request": "true", "hx-boosted": "true"})
    html = part.content.decode()
    assert "<title>Søgning: have · GUFU</title>" in html
    assert 'id="fundet"' in html
    assert "site-header" not in html
    assert "HX-Request" in part.headers["Vary"]
    back = reader.get(
        URL, {"q": "have"}, headers={"hx-request": "true", "hx-history-restore-request": "true"}
    )
    assert "site-header" in back.content.decode()


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            Note(SYNONYM, "plejecenter", ("plejehjem",)),
            "Fundet ved »plejehjem«, et andet ord for »plejecenter«",
        ),
        (
            Note(PART, "møde", ("borgermøde", "dialogmøde", "årsmøde")),
            "»møde« er en del af »borgermøde«, »dialogmøde« og »årsmøde«",
        ),
        (
            Note(PART, "plejehjem", ("hjem", "plejecenter")),
            "Fundet ved en del af »plejehjem«: »hjem« og »plejecenter«",
        ),
        (Note(TYPO, "ælderesagen", ("ældresagen",)), "»ælderesagen« er læst som »ældresagen«"),
    ],
    ids=["synonym", "within", "part", "typo"],
)
def test_notes_are_sentences(note: Note, text: str) -> None:
    assert note_text(note) == text


def test_a_note_in_english_quotes_as_the_english_do() -> None:
    with translation.override("en"):
        text = note_text(Note(SYNONYM, "plejehjem", ("plejecenter",)))
    assert text == "Found by “plejecenter”, another word for “plejehjem”"
