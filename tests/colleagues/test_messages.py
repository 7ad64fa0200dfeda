"""Following what became of one's messages."""

import re
from datetime import datetime

import pytest
from django.utils import timezone

from tests.factories import (
    CasePortraitPageFactory,
    ColleagueFactory,
    ContactMessageFactory,
    restrict,
)

pytestmark = pytest.mark.django_db


def test_one_sees_ones_own_messages_and_nobody_elses(reader, member, people):
    mine = ContactMessageFactory(sender=member, subject="Min", recipient=people.mette)
    ContactMessageFactory(subject="Andres", recipient=people.mette)
    html = reader.get("/kolleger/mine-beskeder/").content.decode()
    assert "Min" in html
    assert "Sendt, på vej" in html
    assert "Andres" not in html
    assert reader.get(mine.get_absolute_url()).status_code == 200


def test_an_empty_list_shows_a_way_on(reader, site):
    assert "Find en kollega" in reader.get("/kolleger/mine-beskeder/").content.decode()


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("venter", "Beskeden er gemt og på vej"),
        ("sendt", "Beskeden er leveret"),
        ("besvaret", "Beskeden er besvaret"),
        ("fejlet", "Beskeden kunne ikke leveres"),
    ],
)
def test_the_receipt_says_how_far_it_has_come(reader, member, site, status, text):
    row = ContactMessageFactory(sender=member, status=status, sent_at=timezone.now())
    assert text in reader.get(row.get_absolute_url()).content.decode()


def test_sent_delivered_and_answered_each_have_their_time(reader, member, site):
    def at(hour):
        return datetime(2026, 5, 4, hour, 30, tzinfo=timezone.get_current_timezone())

    row = ContactMessageFactory(sender=member, created_at=at(8))

    def times():
        html = reader.get(row.get_absolute_url()).content.decode()
        return re.findall(r"<dt>(\w+)</dt><dd>(.*?)</dd>", html)

    assert times() == [
        ("Sendt", "4. maj 2026 kl. 08.30"),
        ("Leveret", "Ikke endnu"),
        ("Besvaret", "Ikke endnu"),
    ]
    row.status, row.sent_at, row.answered_at = "besvaret", at(9), at(11)
    row.save()
    assert [when[-5:] for _, when in times()] == ["08.30", "09.30", "11.30"]


def test_the_sender_notes_that_the_answer_has_come(reader, member, site):
    row = ContactMessageFactory(sender=member, status="sendt", sent_at=timezone.now())
    address = row.get_absolute_url() + "besvaret/"
    assert reader.get(address).status_code == 405
    for _ in range(2):
        assert reader.post(address).url == row.get_absolute_url()
        row.refresh_from_db()
        assert row.status == "besvaret"
    waiting = ContactMessageFactory(sender=member)
    reader.post(waiting.get_absolute_url() + "besvaret/")
    waiting.refresh_from_db()
    assert waiting.status == "venter", "nobody has answered what was not sent"
    other = ContactMessageFactory(status="sendt")
    assert reader.post(other.get_absolute_url() + "besvaret/").status_code == 404


def test_the_receipt_forgets_a_page_that_was_closed_meanwhile(reader, member, site):
    page = CasePortraitPageFactory(title="Lukket siden", slug="lukket")
    row = ContactMessageFactory(
        sender=member, context_url="/cases/lukket/", context_title="Lukket siden"
    )
    assert "Lukket siden" in reader.get(row.get_absolute_url()).content.decode()
    restrict(page)
    assert "Lukket siden" not in reader.get(row.get_absolute_url()).content.decode()


def test_queries_of_the_list_do_not_grow(reader, member, django_assert_num_queries):
    def ask():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            reader.get("/kolleger/mine-beskeder/")
        return len(queries)

    ContactMessageFactory(sender=member)
    few = ask()
    for _ in range(20):
        ContactMessageFactory(sender=member, recipient=ColleagueFactory())
    assert ask() == few
