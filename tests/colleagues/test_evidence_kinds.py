"""Where experience comes from: requests, answers, ownership; it tells nothing of others."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group

from colleagues.evidence import experience_of
from tests.factories import (
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    ColleagueFactory,
    ContactMessageFactory,
    SupportRequestFactory,
    ToolPageFactory,
    ToolTrialFactory,
    restrict,
)

pytestmark = pytest.mark.django_db
MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)


def told(person, viewer, **how):
    """Return the experience of one person anew, as for a new request."""
    viewer.__dict__.pop("_gufu_forbidden_paths", None)
    return experience_of([person.pk], viewer, **how)[person.pk]


def test_requests_and_answers_count_and_tell_nothing_of_who_asked(reader, member):
    person = ColleagueFactory(slug="karen", is_consultant=True)
    SupportRequestFactory(
        topic="Hemmeligt emne", assigned_to=person, status="afsluttet", closed_at=MAY
    )
    SupportRequestFactory(assigned_to=person, status="besvaret")
    ContactMessageFactory(
        recipient=person, delivered_to=person, status="besvaret", sent_at=MAY, subject="Fortroligt"
    )
    ContactMessageFactory(recipient=person, delivered_to=person, status="sendt")
    assert told(person, member).summary == "1 rådgivning, 1 svar, senest maj 2026"
    html = reader.get("/kolleger/karen/").content.decode()
    assert "Sparring om en idé" in html
    assert "Svar til en kollega" in html
    assert "Hjalp som konsulent" in html
    assert "Hemmeligt emne" not in html
    assert "Fortroligt" not in html


def test_those_who_helped_are_found_by_the_page_it_was_about_and_it_is_not_named(reader, member):
    person = ColleagueFactory(slug="karen", is_consultant=True)
    page = CasePortraitPageFactory(title="Brobygning i Nordby", summary="Fra dagpleje til skole")
    about = {"page": page, "status": "besvaret"}
    ContactMessageFactory(recipient=person, delivered_to=person, answered_at=MAY, **about)
    SupportRequestFactory(assigned_to=person, page=page, status="afsluttet", closed_at=MAY)
    for words in (["brobygning"], ["dagpleje", "nordby"]):
        assert told(person, member, words=words).summary == (
            "1 rådgivning, 1 svar, senest maj 2026"
        )
    (item,) = reader.get("/kolleger/?q=brobygning").context["people"]
    assert item["reason"] == "1 rådgivning, 1 svar, senest maj 2026"
    assert "Brobygning i Nordby" not in reader.get("/kolleger/karen/").content.decode()
    restrict(page, Group.objects.create(name="Hemmelig"))
    assert told(person, member, words=["brobygning"]).summary == ""
    assert reader.get("/kolleger/?q=brobygning").context["people"] == []
    assert told(person, member).summary == "1 rådgivning, 1 svar, senest maj 2026"


def test_owning_is_experience_too_and_each_piece_says_where_it_comes_from(reader, member):
    person = ColleagueFactory(slug="karen")
    ToolPageFactory(title="Kortet", colleague_owner=person)
    BusinessCasePageFactory(title="Regnestykket", benefit_owner=person)
    both = CasePortraitPageFactory(title="Broen", contacts=[person], colleague_owner=person)
    found = told(person, member)
    assert found.summary == "1 case, 1 værktøj, 1 business case"
    assert found.traces[0].key == f"case:{both.pk}"
    html = reader.get("/kolleger/karen/").content.decode()
    for words in ("Kontakt på casen", "Ejer af værktøjet", "Står for gevinsten"):
        assert words in html


def test_words_keep_the_traces_that_have_them_all_in_text_or_tag(member, site):
    person = ColleagueFactory()
    CasePortraitPageFactory(title="Broen", contacts=[person], tags=["overgang"])
    tool = ToolPageFactory(title="Overgangskortet")
    ToolTrialFactory(tool=tool, colleague=person, contactable=True, date=MAY.date())
    assert told(person, member, words=["overgang"]).summary == (
        "1 case, 1 afprøvning, senest maj 2026"
    )
    assert told(person, member, words=["overgang", "broen"]).summary == "1 case"
    assert told(person, member, words=["ingenting"]).summary == ""


@pytest.mark.parametrize("number", [1, 40])
def test_one_query_however_many_people_and_kinds(member, site, django_assert_num_queries, number):
    people = [ColleagueFactory() for _ in range(number)]
    for person in people:
        CasePortraitPageFactory(contacts=[person])
        ToolTrialFactory(colleague=person, contactable=True)
    experience_of([people[0].pk], member)
    with django_assert_num_queries(1):
        done = experience_of([person.pk for person in people], member)
    assert {each.summary[:6] for each in done.values()} == {"1 case"}
