"""The consultants' queue: who may, in which order, and one step at a time."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from colleagues.models import ColleagueProfile
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests.factories import SupportRequestFactory, UserFactory, days_from_now

pytestmark = pytest.mark.django_db


def text_of(letter):
    return letter.body.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/stoette/koe/"),
        ("get", "/stoette/koe/{pk}/"),
        ("post", "/stoette/koe/{pk}/tildel/"),
        ("post", "/stoette/koe/{pk}/svar/"),
        ("post", "/stoette/koe/{pk}/luk/"),
    ],
)
def test_only_consultants_work_the_queue(reader, member, site, method, address):
    row = SupportRequestFactory(requester=member)
    data = {"answer": "Nej", "outcome": "Nej"} if method == "post" else None
    response = getattr(reader, method)(address.format(pk=row.pk), data)
    assert response.status_code == 403
    row.refresh_from_db()
    assert (row.status, row.answer, row.outcome) == ("ny", "", "")


def test_a_superuser_works_the_queue(client, site):
    client.force_login(UserFactory(is_superuser=True))
    assert client.get("/stoette/koe/").status_code == 200


def test_the_nearest_deadline_stands_first_and_late_ones_are_marked(queue_client):
    SupportRequestFactory(topic="Senere", response_due=days_from_now(5))
    SupportRequestFactory(topic="Forsinket", response_due=days_from_now(-1))
    SupportRequestFactory(topic="Lukket", status="afsluttet")
    html = queue_client.get("/stoette/koe/").content.decode()
    assert html.index("Forsinket") < html.index("Senere")
    assert html.count("Over fristen") == 1
    assert "Lukket<" not in html
    assert "Lukket</a>" in queue_client.get("/stoette/koe/?vis=lukkede").content.decode()
    assert queue_client.get("/stoette/koe/?vis=vrøvl").status_code == 200


def test_take_answer_close(queue_client, consultant, site):
    row = SupportRequestFactory(
        requester=UserFactory(email="spoerger@gufu.example"), topic="Møde\r\nBcc: x@y.dk"
    )
    where = f"/stoette/koe/{row.pk}/"
    queue_client.post(where + "tildel/", {"seen": ""})
    row.refresh_from_db()
    assert (row.assigned_to, row.status) == (consultant.profile, "tildelt")
    assert "Møde" in queue_client.get("/stoette/koe/?vis=mine").content.decode()

    for _ in range(2):  # a double click
        assert queue_client.post(where + "svar/", {"answer": "Vi ses på tirsdag."}).url == where
    row.refresh_from_db()
    assert (row.answer, row.status) == ("Vi ses på tirsdag.", "besvaret")
    assert row.answered_at
    assert drain("mail") == 1
    (letter,) = mail.outbox
    assert letter.to == ["Inger " + row.requester.last_name + " <spoerger@gufu.example>"]
    assert letter.subject == "Svar på din støtteanmodning: Møde Bcc: x@y.dk"
    assert "Karen Toft har svaret" in text_of(letter)
    assert "Vi ses på tirsdag." in text_of(letter)
    assert row.get_absolute_url() in text_of(letter)

    queue_client.post(where + "svar/", {"answer": "Onsdag!"})
    assert drain("mail") == 1, "a new answer is a new mail"
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 2

    assert queue_client.post(where + "luk/", {"outcome": "40 kom."}).url == "/stoette/koe/"
    row.refresh_from_db()
    assert (row.outcome, row.status) == ("40 kom.", "afsluttet")
    assert row.closed_at
    assert "40 kom." in queue_client.get(where).content.decode()


@pytest.mark.parametrize("step", ["svar", "luk"])
def test_an_empty_answer_or_outcome_is_refused(queue_client, step):
    row = SupportRequestFactory()
    response = queue_client.post(f"/stoette/koe/{row.pk}/{step}/", {})
    assert response.status_code == 422
    assert "Skriv" in response.content.decode()


def test_a_request_that_a_colleague_took_meanwhile_stays_theirs(queue_client, consultant, site):
    other = ColleagueProfile.objects.create(name="Bo K", slug="bo-k", email="bo@gufu.example")
    row = SupportRequestFactory(assigned_to=other, status="tildelt")
    where = f"/stoette/koe/{row.pk}/"
    html = queue_client.post(where + "tildel/", {"seen": ""}, follow=True).content.decode()
    assert "Bo K har taget anmodningen imens" in html
    row.refresh_from_db()
    assert row.assigned_to == other
    queue_client.post(where + "tildel/", {"seen": other.pk})
    row.refresh_from_db()
    assert row.assigned_to == consultant.profile, "taken over, with open eyes"


def test_what_is_closed_stays_closed_and_the_text_is_not_lost(queue_client):
    row = SupportRequestFactory(status="afsluttet", outcome="Det gik godt.")
    where = f"/stoette/koe/{row.pk}/"
    late = queue_client.post(where + "svar/", {"answer": "For sent"})
    assert late.status_code == 409
    other = queue_client.post(where + "luk/", {"outcome": "Noget andet"})
    assert other.status_code == 409
    same = queue_client.post(where + "luk/", {"outcome": "Det gik godt."})
    assert same.url == "/stoette/koe/"
    assert "er lukket" in queue_client.post(where + "tildel/", follow=True).content.decode()
    row.refresh_from_db()
    assert (row.outcome, row.answer) == ("Det gik godt.", "")
    assert not OutboxEntry.objects.filter(topic="mail").exists()


def test_a_consultant_without_a_profile_is_asked_for_one(queue_client, consultant):
    consultant.profile.delete()
    row = SupportRequestFactory()
    response = queue_client.post(f"/stoette/koe/{row.pk}/tildel/")
    assert response.url == "/kolleger/mig/"


def test_queries_of_the_queue_do_not_grow(queue_client):
    def count():
        with CaptureQueriesContext(connection) as queries:
            queue_client.get("/stoette/koe/")
        return len(queries)

    SupportRequestFactory()
    few = count()
    for _ in range(20):
        SupportRequestFactory()
    assert count() == few
