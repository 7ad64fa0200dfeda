"""The directory: who is in it, finding them, and the same number of queries for any number."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from colleagues.words import words_of
from tests.factories import (
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    SubjectAreaFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
    restrict,
)

pytestmark = pytest.mark.django_db


def names(response):
    return [item["person"].name for item in response.context["people"]]


def counts(response, name):
    (facet,) = (facet for facet in response.context["facets"] if facet["name"] == name)
    return {option["value"]: option["count"] for option in facet["options"]}


def test_only_those_who_said_yes_and_still_work_here_are_shown(reader):
    ColleagueFactory(name="Anna Ja")
    ColleagueFactory(name="Nils Nej", opted_in=False)
    ColleagueFactory(name="Rejst Bort", user=UserFactory(is_active=False))
    response = reader.get("/kolleger/")
    assert names(response) == ["Anna Ja"]
    assert counts(response, "center") == {"boern-laering": 1}


def test_nobody_looks_without_signing_in(client, site):
    response = client.get("/kolleger/")
    assert response.status_code == 302
    assert response.url.startswith("/konto/login/")


def test_a_choice_counts_what_the_others_leave(reader):
    schools, roads = CentreFactory(name="Skoler"), CentreFactory(name="Veje")
    area = SubjectAreaFactory(name="Frivillighed", slug="frivillighed")
    ColleagueFactory(name="A", centre=schools, offers=["sparring"], subject_areas=[area])
    ColleagueFactory(name="B", centre=schools, offers=["sparring", "oplaeg"])
    ColleagueFactory(name="C", centre=roads, offers=["facilitering"], subject_areas=[area])
    response = reader.get("/kolleger/?center=skoler")
    assert names(response) == ["A", "B"]
    assert counts(response, "center") == {"skoler": 2, "veje": 1}, (
        "one's own choice does not narrow"
    )
    assert counts(response, "emne") == {"frivillighed": 1}
    assert counts(response, "tilbud") == {"sparring": 2, "oplaeg": 1}

    assert names(reader.get("/kolleger/?center=skoler&center=veje")) == ["A", "B", "C"]
    assert names(reader.get("/kolleger/?tilbud=oplaeg&tilbud=facilitering")) == ["B", "C"]
    assert names(reader.get("/kolleger/?emne=frivillighed&tilbud=sparring")) == ["A"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("østerby", True),
        ("ØSTERBY", True),
        ("Oesterby", True),
        ("søren pædagog", True),
        ("rødby", True),
        ("åben dør", True),
        ("børn", True),
        ("brobygning", True),
        ("O\u0308sterby", False),
        ("søren murer", False),
    ],
)
def test_free_text_finds_name_job_place_subject_and_what_one_may_ask_about(reader, text, found):
    ColleagueFactory(
        name="Søren Østerby",
        slug="soeren-oesterby",
        job_title="Pædagog",
        place="Rødby",
        ask_me_about="Åben dør for forældre.",
        subject_areas=[SubjectAreaFactory(name="Brobygning")],
    )
    assert bool(names(reader.get("/kolleger/", {"q": text}))) is found


def test_letters_in_two_parts_find_the_same(reader):
    ColleagueFactory(name="Bo Ågesen", slug="bo-aagesen")
    assert names(reader.get("/kolleger/", {"q": "A\u030agesen"})) == ["Bo Ågesen"]


def test_free_text_finds_what_colleagues_have_done(reader):
    asked, owner = ColleagueFactory(name="Spurgt"), ColleagueFactory(name="Ejer")
    quiet, tried = ColleagueFactory(name="Stille"), ColleagueFactory(name="Prøver")
    CasePortraitPageFactory(
        title="Brobygning i Sakskøbing", contacts=[asked], colleague_owner=owner
    )
    tool = ToolPageFactory(title="Brobygningskortet")
    ToolTrialFactory(tool=tool, colleague=tried, contactable=True)
    ToolTrialFactory(tool=tool, colleague=quiet, contactable=False)
    ColleagueFactory(name="Uden")
    assert names(reader.get("/kolleger/?q=brobygning")) == ["Ejer", "Prøver", "Spurgt"]


def test_a_closed_case_finds_nobody_for_those_it_is_closed_to(reader):
    person = ColleagueFactory()
    page = CasePortraitPageFactory(title="Hemmelig brobygning", contacts=[person])
    assert names(reader.get("/kolleger/?q=brobygning")) == [person.name]
    restrict(page)
    response = reader.get("/kolleger/?q=brobygning")
    assert names(response) == []
    assert reader.get("/kolleger/").context["people"][0]["reason"] == ""


def test_the_reason_stands_in_words(reader):
    person = ColleagueFactory()
    day = timezone.localdate().replace(day=1, month=5, year=2026)
    for title in ("En", "To"):
        CasePortraitPageFactory(
            title=title, contacts=[person], start_date=day - timedelta(days=90), end_date=day
        )
    for _ in range(3):
        ToolTrialFactory(colleague=person, contactable=True, date=day - timedelta(days=1))
    html = reader.get("/kolleger/").content.decode()
    assert "2 cases, 3 afprøvninger, senest maj 2026" in html


@pytest.mark.parametrize(
    "query",
    [
        "side=-1",
        "side=99999999999999999999999",
        "side=x",
        "center=%00",
        "center=nope&emne=%27&tilbud=x",
        "q=%00",
        "q=%ED%A0%80",
        "q=" + "a " * 5000,
        "q=%25_%5C%22%27",
        "&".join(["emne=x"] * 500),
    ],
)
def test_whatever_the_address_says_there_is_a_page(reader, query):
    ColleagueFactory()
    assert reader.get("/kolleger/?" + query).status_code == 200


def test_words_are_few_composed_and_printable():
    assert words_of("a\x00b\u200b  c,d\n" + "x " * 20) == ["a", "b", "c", "d", *["x"] * 4]


def test_nothing_found_shows_a_way_on(reader):
    html = reader.get("/kolleger/?q=findesikke").content.decode()
    assert "Vi fandt ingen kolleger" in html
    assert "/stoette/" in html


@pytest.mark.parametrize("address", ["/kolleger/", "/kolleger/?q=skole&emne=skole&center=skoler"])
def test_the_number_of_queries_is_the_same_for_5_and_for_50(reader, address):
    def ask():
        with CaptureQueriesContext(connection) as queries:
            response = reader.get(address)
        assert response.status_code == 200
        return len(queries), response

    centre = CentreFactory(name="Skoler")
    area = SubjectAreaFactory(name="Skole", slug="skole")
    tool = ToolPageFactory(title="Skolekortet")

    def grow(number):
        for _ in range(number):
            person = ColleagueFactory(centre=centre, subject_areas=[area], offers=["sparring"])
            CasePortraitPageFactory(contacts=[person], colleague_owner=person)
            ToolTrialFactory(tool=tool, colleague=person, contactable=True)

    grow(5)
    ask()
    few, _response = ask()
    grow(45)
    many, response = ask()
    assert response.context["count"] == 50
    assert len(response.context["people"]) == 24
    assert (many, few) == (few, few)
    assert many <= 18
