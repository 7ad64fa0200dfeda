"""The result page and the suggestions, as a member of staff meets them."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from search.contract import SearchUnavailableError
from search.engines import get_engine
from tests.factories import (
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    QuestionCardFactory,
    SubjectAreaFactory,
    ToolPageFactory,
    UserFactory,
    restrict,
)
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db
URL = "/soeg/"


def text_of(response: Any) -> str:
    return response.content.decode()


class Links(HTMLParser):
    """The addresses in a page by their text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._href: str | None = None
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "a":
            self._href, self._text = dict(attrs).get("href"), ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href:
            self.found[" ".join(self._text.split())] = self._href
            self._href = None


def test_results_by_kind_with_marks_and_facets(reader: Client, work: Callable) -> None:
    havn = CentreFactory(name="Havn & By", slug="havn")
    CasePortraitPageFactory(title="Gadetræer i Horbelev", centre=havn, track="traeningsbane")
    CasePortraitPageFactory(
        title="Gadetræer i Nysted", centre=CentreFactory(name="Skov", slug="skov")
    )
    ToolPageFactory(title="Plant et gadetræ")
    work()
    response = reader.get(URL, {"q": "gadetræet"})
    html = text_of(response)
    assert response.status_code == 200
    assert "<mark>Gadetræer</mark> i Horbelev" in html
    links = Links(html).found
    assert {"Alt 3", "Cases 2", "Værktøjer 1"} <= links.keys()
    cases = reader.get(URL + links["Cases 2"])
    assert "Plant et" not in text_of(cases)
    facet = next(href for text, href in links.items() if text.startswith("Havn & By"))
    chosen = text_of(reader.get(URL + facet))
    assert "Horbelev" in chosen
    assert "Nysted" not in chosen
    assert "Skov" in chosen  # may be chosen too
    assert "Nulstil alle filtre" in chosen


def test_the_start_page_invites(reader: Client) -> None:
    html = text_of(reader.get(URL))
    assert "Hvad leder du efter?" in html
    assert reverse("search_suggestions") in html


def test_nothing_found_helps(reader: Client, work: Callable) -> None:
    html = text_of(reader.get(URL, {"q": "xylofonkvartet"}))
    assert "Vi fandt ikke noget om »xylofonkvartet«" in html
    assert 'href="/kolleger/"' in html
    assert 'href="/stoette/?om=xylofonkvartet"' in html


def test_a_typo_is_read_and_said(reader: Client, work: Callable) -> None:
    CasePortraitPageFactory(title="Ældresagen på besøg")
    work()
    html = text_of(reader.get(URL, {"q": "ælderesagen besøg"}))
    assert "ældresagen besøg" in html
    assert "<mark>Ældresagen</mark>" in html


def test_most_words_are_enough_and_it_says_so(reader: Client, work: Callable) -> None:
    CasePortraitPageFactory(title="Haven")
    CasePortraitPageFactory(title="Cykelsti")
    work()
    html = text_of(reader.get(URL, {"q": "have cykelsti"}))
    assert "Få eller ingen sider har alle ordene" in html


def test_no_markup_of_anybody_is_markup(reader: Client, work: Callable) -> None:
    QuestionCardFactory(text="<script>alert(1)</script> krabbe?")
    work()
    html = text_of(reader.get(URL, {"q": "<script>alert(1)</script> krabbe"}))
    assert "<script>alert" not in html
    assert "&lt;<mark>script</mark>&gt;" in html


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ED%A0%80",
        'q="(((',
        "q=/.*/",
        "q=a:b",
        "q=" + "a" * 50_000,
        "q=%E2%80%AE",
        "q=have&q=hus&side=1&side=2",
        "q=have&side=100000000000000000000",
        "q=have&side=-1",
        "q=have&side=abc",
        "q=have&side=%C2%B2",
        "q=have&side=" + "9" * 6000,
        "q=have&slags=findes-ikke&slags=case",
        "q=have&center=%00&emne=" + "x" * 5000,
        "q=have&sorter=nyeste",
        "q=have&" + "&".join(f"emne=e{n}" for n in range(200)),
        "center=a",
        "slags=case",
    ],
)
def test_no_address_breaks_it(reader: Client, work: Callable, query: str) -> None:
    CasePortraitPageFactory(title="Have")
    work()
    for path in (URL, "/soeg/forslag/"):
        for accept in ("text/html", "application/json"):
            response = reader.get(f"{path}?{query}", headers={"accept": accept})
            assert response.status_code == 200


def test_page_numbers_clamp(reader: Client, work: Callable) -> None:
    for number in range(12):
        QuestionCardFactory(text=f"Hvad med haven {number}?")
    work()
    last = text_of(reader.get(URL, {"q": "have", "side": "2"}))
    assert last.count('class="result ') == 2
    assert text_of(reader.get(URL, {"q": "have", "side": "99"})).count('class="result ') == 2
    assert text_of(reader.get(URL, {"q": "have", "side": "0"})).count('class="result ') == 10


def test_as_many_queries_for_many_as_for_few(
    reader: Client, work: Callable, django_assert_max_num_queries: Any
) -> None:
    area = SubjectAreaFactory(name="Skole")
    person = ColleagueFactory(name="Karla Grøn", subject_areas=[area])
    for number in range(3):
        CasePortraitPageFactory(title=f"Have {number}", contacts=[person], subject_areas=[area])
        QuestionCardFactory(text=f"Hvis have {number}?", subject_areas=[area])
    work()
    reader.get(URL, {"q": "have"})
    # Session and person (2), their rights for the menu, restrictions, outbox, authorisation.
    with django_assert_max_num_queries(6) as few:
        reader.get(URL, {"q": "have"})
    for number in range(30):
        ToolPageFactory(title=f"Have {number}")
        ColleagueFactory(name=f"Have Hansen{number}")
    work()
    with django_assert_max_num_queries(len(few)) as many:
        reader.get(URL, {"q": "have"})
    assert len(many) == len(few)
    assert not any(
        row["sql"].startswith(("INSERT", "UPDATE", "DELETE")) for row in many.captured_queries
    )


def test_nobody_searches_without_signing_in(client: Client, site: Any) -> None:
    for path in (URL, "/soeg/forslag/"):
        response = client.get(path, {"q": "have"})
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/konto/login/")


def test_an_engine_that_fails_is_said(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise SearchUnavailableError("no index")

    monkeypatch.setattr(type(get_engine()), "ask", fail)
    response = reader.get(URL, {"q": "have"})
    assert response.status_code == 200
    assert "ude af drift" in text_of(response)
    answer = reader.get("/soeg/forslag/", {"q": "have"}, headers={"accept": "application/json"})
    assert answer.json()["suggestions"] == []


class TestCommand:
    def run(self, capsys: Any, *args: str) -> dict[str, Any]:
        call_command("search", *args, "--json")
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    def test_json(self, work: Callable, capsys: Any) -> None:
        person = ColleagueFactory(name="Karla Grøn", slug="karla-groen")
        CasePortraitPageFactory(title="Brobygning", contacts=[person])
        work()
        answer = self.run(capsys, "brobygningen")
        assert answer["total"] == 2
        assert answer["engine"] == "embedded"
        first, second = answer["hits"]
        assert (first["rank"], first["kind"], first["slug"]) == (1, "case", "brobygning")
        assert first["url"] == "/cases/brobygning/"
        assert second == {
            "rank": 2,
            "kind": "colleague",
            "slug": "karla-groen",
            "url": "/kolleger/karla-groen/",
            "title": "Karla Grøn",
            "score": second["score"],
            "reason": second["reason"],
        }
        assert second["reason"].startswith("1 case")
        only = self.run(capsys, "brobygning", "--kind", "colleague", "--limit", "1")
        assert [hit["kind"] for hit in only["hits"]] == ["colleague"]

    def test_as_somebody(self, work: Callable, capsys: Any) -> None:
        group = Group.objects.create(name="Hemmelig")
        insider = UserFactory(username="indviet")
        insider.groups.add(group)
        restrict(CasePortraitPageFactory(title="Byggeri"), group)
        work()
        assert self.run(capsys, "byggeri")["total"] == 0
        assert self.run(capsys, "byggeri", "--as", "indviet")["total"] == 1
        with pytest.raises(CommandError, match="nobody-here"):
            call_command("search", "byggeri", "--as", "nobody-here")

    def test_in_words(self, work: Callable, capsys: Any) -> None:
        CasePortraitPageFactory(title="Byggeri")
        work()
        call_command("search", "byggeri")
        assert "1. Byggeri · case" in capsys.readouterr().out


class TestPeople:
    def test_who_knows_about_it(self, work: Callable, find: Callable) -> None:
        expert, helper = ColleagueFactory(name="Karla Grøn"), ColleagueFactory(name="Bo Blå")
        for number in range(3):
            CasePortraitPageFactory(title=f"Brobygning {number}", contacts=[expert])
        CasePortraitPageFactory(title="Havnen", problem="lidt brobygning", contacts=[helper])
        ColleagueFactory(name="Uden Erfaring")
        work()
        found = find("brobygning", kinds=frozenset({"colleague"}))
        assert titles(found) == ["Karla Grøn", "Bo Blå"]
        assert found.hits[0].reason.startswith("3 cases")
        assert found.totals["colleague"] == 2

    def test_a_name_comes_first(self, work: Callable, find: Callable) -> None:
        person = ColleagueFactory(name="Karla Grøn")
        CasePortraitPageFactory(title="Grøn omstilling", contacts=[person])
        work()
        assert titles(find("Karla Grøn"))[0] == "Karla Grøn"
