"""Whoever hides a trace or leaves the directory is not found by it, though the worker stands still;
the reason is that of the directory."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from colleagues.models import ColleagueProfile, HiddenEvidence
from gufu.outbox.models import OutboxEntry
from search.contract import Contact
from search.engines import get_engine
from search.indexing import differences
from tests.factories import (
    CasePortraitPageFactory,
    ColleagueFactory,
    ContactMessageFactory,
    FeedbackFactory,
    SupportRequestFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PEOPLE = frozenset({"colleague"})


@pytest.fixture
def expert(site: Any) -> ColleagueProfile:
    """Somebody with two cases and a trial about brobygning, and one about something else."""
    person = ColleagueFactory(name="Karla Grøn")
    for title in ("Brobygning ét", "Brobygning to"):
        CasePortraitPageFactory(title=title, contacts=[person], end_date=date(2026, 5, 1))
    tool = ToolPageFactory(title="Brobygningskortet")
    ToolTrialFactory(tool=tool, colleague=person, contactable=True, date=date(2026, 4, 1))
    ToolTrialFactory(colleague=person, contactable=True, date=date(2026, 6, 1))
    return person


def hide(person: ColleagueProfile, page: Any) -> None:
    HiddenEvidence.objects.create(profile=person, kind="case", thing=page.pk, page_id=page.pk)


def test_search_and_directory_say_the_same(
    expert: ColleagueProfile, work: Callable, find: Callable, reader: Client
) -> None:
    work()
    (hit,) = find("brobygning", kinds=PEOPLE).hits
    assert hit.reason == "2 cases, 1 afprøvning, senest maj 2026"
    (item,) = reader.get("/kolleger/?q=brobygning").context["people"]
    assert item["reason"] == hit.reason
    (item,) = reader.get("/kolleger/").context["people"]
    assert item["reason"] == "2 cases, 2 afprøvninger, senest juni 2026"


def test_a_hidden_trace_counts_for_nothing_from_the_next_search_on(
    expert: ColleagueProfile, work: Callable, find: Callable
) -> None:
    work()
    first = expert.cases.get(title="Brobygning ét")
    hide(expert, first)
    assert find("brobygning", kinds=PEOPLE).hits[0].reason.startswith("1 case, 1 afprøvning")
    work()
    assert find("brobygning", kinds=PEOPLE).hits[0].reason.startswith("1 case, 1 afprøvning")
    links = get_engine().fetch([f"page:{first.pk}"])[f"page:{first.pk}"]["links"]
    assert links == []
    assert not any(differences(get_engine()).values())
    HiddenEvidence.objects.all().delete()
    work()
    assert find("brobygning", kinds=PEOPLE).hits[0].reason.startswith("2 cases")


def test_whoever_hides_the_only_trace_is_not_found_by_it(
    site: Any, work: Callable, find: Callable
) -> None:
    person = ColleagueFactory(name="Bo Blå")
    page = CasePortraitPageFactory(title="Brobygning", contacts=[person])
    work()
    assert find("brobygning").totals["colleague"] == 1
    hide(person, page)
    assert "colleague" not in find("brobygning").totals
    assert OutboxEntry.objects.filter(topic="index", done_at=None).exists(), (
        "the worker stood still"
    )


def test_whoever_leaves_is_not_found_at_all(
    expert: ColleagueProfile, work: Callable, find: Callable
) -> None:
    work()
    expert.opted_in = False
    expert.save()
    assert not find("brobygning", kinds=PEOPLE).hits
    assert not find("Karla Grøn").hits


def test_a_pause_holds_from_the_next_search_on(
    expert: ColleagueProfile, work: Callable, find: Callable
) -> None:
    work()
    (way,) = find("brobygning", kinds=PEOPLE).contacts.values()
    assert way == Contact(expert.email, expert.phone, expert.teams_upn)
    expert.paused_until = timezone.localdate()
    expert.save()
    (way,) = find("brobygning", kinds=PEOPLE).contacts.values()
    assert way == Contact(paused=True)


def test_a_word_that_is_taken_back_counts_for_nothing_from_the_next_search_on(
    site: Any, work: Callable, find: Callable
) -> None:
    person = ColleagueFactory(name="Bo Blå", user=UserFactory())
    tool = ToolPageFactory(title="Brobygningskortet")
    trial = ToolTrialFactory(tool=tool, colleague=person, contactable=True)
    request = SupportRequestFactory(
        page=tool, requester=person.user, status="afsluttet", is_experience=True
    )
    work()
    assert find("brobygning", kinds=PEOPLE).hits[0].reason.startswith("1 afprøvning, 1 støttet")
    trial.contactable = False
    trial.save()
    assert find("brobygning", kinds=PEOPLE).hits[0].reason == "1 støttet forløb"
    request.is_experience = False
    request.save()
    assert "colleague" not in find("brobygning").totals
    work()
    assert "colleague" not in find("brobygning").totals
    assert not any(differences(get_engine()).values())


def test_answers_and_feedback_count_for_the_page_they_are_about(
    site: Any, work: Callable, find: Callable, reader: Client
) -> None:
    person = ColleagueFactory(name="Bo Blå")
    page = CasePortraitPageFactory(title="Brobygning")
    message = ContactMessageFactory(recipient=person, delivered_to=person, page=page)
    work()
    assert "colleague" not in find("brobygning").totals, "nobody has said that there was an answer"
    message.status = message.Status.ANSWERED
    message.answered_at = timezone.now()
    message.save()
    FeedbackFactory(target=page, author=person)
    work()
    (hit,) = find("brobygning", kinds=PEOPLE).hits
    assert hit.reason.startswith("1 svar, 1 tilbagemelding, senest ")
    (item,) = reader.get("/kolleger/?q=brobygning").context["people"]
    assert item["reason"] == hit.reason
    hidden = HiddenEvidence.objects
    hidden.create(profile=person, kind="answer", thing=message.pk, page_id=page.pk)
    assert find("brobygning", kinds=PEOPLE).hits[0].reason.startswith("1 tilbagemelding")


def test_a_request_that_was_seen_through_makes_its_consultant_known(
    site: Any, work: Callable, find: Callable
) -> None:
    consultant = ColleagueFactory(name="Karen Toft", is_consultant=True)
    page = CasePortraitPageFactory(title="Brobygning")
    request = SupportRequestFactory(page=page, assigned_to=consultant)
    work()
    assert "colleague" not in find("brobygning").totals
    request.status = request.Status.CLOSED
    request.save()
    work()
    assert find("brobygning", kinds=PEOPLE).hits[0].reason == "1 rådgivning"
