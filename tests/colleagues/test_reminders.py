"""Reminders: one before the deadline, one after it, to the right person, each of them once."""

from datetime import date

import pytest
from django.core import mail
from django.core.management import call_command

from colleagues import reminders
from colleagues.models import SupportRequest
from gufu.outbox.worker import drain
from tests.factories import ColleagueFactory, SupportRequestFactory, days_from_now

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def today(monkeypatch):
    """Set the date that the reminders go by."""

    def be(day):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: day)

    return be


def remind():
    mail.outbox.clear()
    call_command("daily", "support_reminders")
    drain("mail")
    return [(letter.to[0], letter.subject) for letter in mail.outbox]


def test_one_working_day_before_and_once_after(today, consultant, settings, site):
    settings.CONSULTANTS_EMAIL = "konsulenter@gufu.example"
    SupportRequestFactory(topic="Uden ejer", response_due=date(2026, 11, 30))
    mine = SupportRequestFactory(
        topic="Min",
        response_due=date(2026, 11, 30),
        assigned_to=consultant.profile,
        status="tildelt",
    )
    today(date(2026, 11, 26))
    assert remind() == [], "Monday is two working days away"
    today(FRIDAY)
    assert remind() == [
        ("konsulenter@gufu.example", "Svar snart: Uden ejer"),
        (f"Karen Toft <{consultant.email}>", "Svar snart: Min"),
    ]
    assert "Ingen har taget anmodningen endnu." in mail.outbox[0].body
    assert "skal høre fra os senest mandag den 30. november" in mail.outbox[1].body
    assert f"/stoette/koe/{mine.pk}/" in mail.outbox[1].body
    assert remind() == [], "the same day, again"
    today(date(2026, 11, 30))
    assert remind() == [], "the day itself"
    today(date(2026, 12, 1))
    assert [subject for _to, subject in remind()] == [
        "Fristen er overskredet: Uden ejer",
        "Fristen er overskredet: Min",
    ]
    assert "venter stadig" in mail.outbox[0].body
    assert remind() == []
    assert [event.kind for event in mine.events.all()] == ["paamindet", "paamindet"]


def test_whoever_has_answered_is_left_in_peace(today, site):
    for status in ("besvaret", "afsluttet"):
        SupportRequestFactory(status=status, response_due=days_from_now(-3))
    assert remind() == []


def test_an_answer_that_comes_before_the_letter_goes_stops_it(today, site):
    row = SupportRequestFactory(response_due=days_from_now(-1))
    reminders.remind()
    SupportRequest.objects.filter(pk=row.pk).update(status="besvaret")
    mail.outbox.clear()
    drain("mail")
    assert mail.outbox == []


def test_a_deputy_is_reminded_for_a_consultant_who_is_away(today, consultant, site):
    deputy = ColleagueFactory(name="Bo K", slug="bo-k", email="bo@gufu.example")
    profile = consultant.profile
    profile.paused_until, profile.deputy = days_from_now(9), deputy
    profile.save()
    SupportRequestFactory(assigned_to=profile, status="tildelt", response_due=days_from_now(-1))
    assert [to for to, _subject in remind()] == ["Bo K <bo@gufu.example>"]
