"""What consultants do with a request: who may, one step at a time, and a history."""

import pytest
from django.core import mail
from django.test import Client

from colleagues.models import ColleagueProfile, SupportEvent, SupportNote
from colleagues.models.support import response_deadline
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests.factories import ColleagueFactory, SupportRequestFactory, UserFactory, days_from_now

pytestmark = pytest.mark.django_db


STEPS = ("tag", "giv", "laeg-tilbage", "note", "svar", "luk", "genaabn", "caseudkast")


def text_of(letter):
    return letter.body.replace("\r\n", "\n")


def history(row):
    return [(event.kind, event.by and event.by.username) for event in row.events.all()]


@pytest.fixture
def other(db):
    """Another consultant."""
    return ColleagueFactory(
        name="Bo K", slug="bo-k", email="bo@gufu.example", is_consultant=True, user=UserFactory()
    )


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/stoette/koe/"),
        ("get", "/stoette/koe/{pk}/"),
        ("get", "/stoette/tal/"),
        ("get", "/stoette/tal/stoette.csv"),
        *(("post", f"/stoette/koe/{{pk}}/{step}/") for step in STEPS),
    ],
)
def test_only_consultants_work_the_queue(reader, member, site, method, address):
    row = SupportRequestFactory(requester=member)
    data = {"answer": "Nej", "outcome": "Nej", "text": "Nej"} if method == "post" else None
    response = getattr(reader, method)(address.format(pk=row.pk), data)
    assert response.status_code == 403
    row.refresh_from_db()
    assert (row.status, row.answer, row.outcome, row.notes.count()) == ("ny", "", "", 0)


def test_each_answer_leaves_as_it_was_written_and_by_whom(queue_client, consultant, site):
    bo = UserFactory()
    bo.groups.add(*consultant.groups.all())
    ColleagueFactory(name="Bo Dahl", email="bo.dahl@gufu.example", is_consultant=True, user=bo)
    row = SupportRequestFactory(requester=UserFactory(email="spoerger@gufu.example"))
    where = f"/stoette/koe/{row.pk}/"
    queue_client.post(where + "tag/", {"seen": ""})
    queue_client.post(where + "svar/", {"answer": "Vi ses på tirsdag."})
    theirs = Client()
    theirs.force_login(bo)
    theirs.post(where + "svar/", {"answer": "Karen er syg. Jeg kommer."})
    assert drain("mail") == 2, "none waits for the other"
    first, second = mail.outbox
    assert "Karen Toft har svaret" in text_of(first)
    assert "Vi ses på tirsdag." in text_of(first)
    assert first.reply_to == [f"Karen Toft <{consultant.email}>"]
    assert "Bo Dahl har svaret" in text_of(second)
    assert "Jeg kommer." in text_of(second)
    assert second.reply_to == ["Bo Dahl <bo.dahl@gufu.example>"]


def test_take_answer_close(queue_client, consultant, site):
    row = SupportRequestFactory(
        requester=UserFactory(email="spoerger@gufu.example"), topic="Møde\r\nBcc: x@y.dk"
    )
    where = f"/stoette/koe/{row.pk}/"
    queue_client.post(where + "tag/", {"seen": ""})
    row.refresh_from_db()
    assert (row.assigned_to, row.status) == (consultant.profile, "tildelt")

    for _ in range(2):  # a double click
        assert queue_client.post(where + "svar/", {"answer": "Vi ses på tirsdag."}).url == where
    row.refresh_from_db()
    assert (row.answer, row.status) == ("Vi ses på tirsdag.", "besvaret")
    first = row.answered_at
    assert row.answered_in_time is True
    assert drain("mail") == 1
    (letter,) = mail.outbox
    assert letter.to == ["Inger " + row.requester.last_name + " <spoerger@gufu.example>"]
    assert letter.subject == "Svar på din støtteanmodning: Møde Bcc: x@y.dk"
    assert "Karen Toft har svaret" in text_of(letter)
    assert "Vi ses på tirsdag." in text_of(letter)
    assert row.get_absolute_url() in text_of(letter)

    queue_client.post(where + "svar/", {"answer": "Onsdag!"})
    row.refresh_from_db()
    assert row.answered_at == first, "what is counted is the first answer"
    assert drain("mail") == 1, "a new answer is a new mail"
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 2

    assert "Vi ses på tirsdag." in queue_client.get(where).content.decode(), "in the history"

    end = {"outcome_type": "gennemfoert", "outcome": "40 kom."}
    assert queue_client.post(where + "luk/", end).url == where
    row.refresh_from_db()
    assert (row.outcome, row.outcome_type, row.status) == ("40 kom.", "gennemfoert", "afsluttet")
    assert row.closed_at
    html = queue_client.get(where).content.decode()
    assert "40 kom." in html
    assert "Vi holdt mødet eller forløbet sammen" in html
    me = consultant.username
    assert history(row) == [
        ("taget", me),
        ("besvaret", me),
        ("besvaret", me),
        ("lukket", me),
    ]


def test_a_late_answer_is_counted_as_late(queue_client, site):
    row = SupportRequestFactory(response_due=days_from_now(-1))
    queue_client.post(f"/stoette/koe/{row.pk}/svar/", {"answer": "Undskyld ventetiden."})
    row.refresh_from_db()
    assert row.answered_in_time is False


@pytest.mark.parametrize("step", ["svar", "luk", "note", "giv"])
def test_what_is_missing_is_asked_for(queue_client, step):
    row = SupportRequestFactory()
    response = queue_client.post(f"/stoette/koe/{row.pk}/{step}/", {})
    assert response.status_code == 422
    assert "Der er noget, du skal rette" in response.content.decode() or step == "giv"
    assert not row.events.exists()


def test_a_request_that_a_colleague_took_meanwhile_stays_theirs(queue_client, consultant, other):
    row = SupportRequestFactory(assigned_to=other, status="tildelt")
    where = f"/stoette/koe/{row.pk}/"
    html = queue_client.post(where + "tag/", {"seen": ""}, follow=True).content.decode()
    assert "Bo K har taget anmodningen imens" in html
    row.refresh_from_db()
    assert row.assigned_to == other
    assert history(row) == []
    queue_client.post(where + "tag/", {"seen": other.pk})
    row.refresh_from_db()
    assert row.assigned_to == consultant.profile, "taken over, with open eyes"
    assert row.events.get().kind == "overtaget"
    assert row.events.get().detail == "Karen Toft efter Bo K"


def test_who_is_given_a_request_gets_a_mail(queue_client, consultant, other, site):
    row = SupportRequestFactory(topic="Havnen")
    where = f"/stoette/koe/{row.pk}/"
    for _ in range(2):
        queue_client.post(where + "giv/", {"consultant": other.pk, "seen": ""})
    row.refresh_from_db()
    assert (row.assigned_to, row.status) == (other, "tildelt")
    assert drain("mail") == 1
    assert mail.outbox[0].to == ["Bo K <bo@gufu.example>"]
    assert mail.outbox[0].subject == "Du har fået en støtteanmodning: Havnen"
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"
    outsider = ColleagueFactory(slug="udenfor")
    assert queue_client.post(where + "giv/", {"consultant": outsider.pk}).status_code == 422


def test_what_is_put_back_is_new_again(queue_client, consultant):
    row = SupportRequestFactory(assigned_to=consultant.profile, status="tildelt")
    where = f"/stoette/koe/{row.pk}/"
    queue_client.post(where + "laeg-tilbage/")
    queue_client.post(where + "laeg-tilbage/")
    row.refresh_from_db()
    assert (row.assigned_to, row.status) == (None, "ny")
    assert history(row) == [("lagt_tilbage", consultant.username)]
    answered = SupportRequestFactory(status="besvaret", assigned_to=consultant.profile)
    page = queue_client.post(f"/stoette/koe/{answered.pk}/laeg-tilbage/", follow=True)
    assert "kan ikke lægges tilbage" in page.content.decode()


def test_a_note_is_read_by_consultants_alone(queue_client, consultant, reader, member):
    row = SupportRequestFactory(requester=member)
    where = f"/stoette/koe/{row.pk}/"
    data = {"text": "Ring <b>først</b>", "token": "7a3f2f0e-0a51-4a4e-9d0c-0d7f6f1f2a11"}
    for _ in range(2):  # a double click is one note
        queue_client.post(where + "note/", data)
    note = SupportNote.objects.get()
    assert (note.author, note.text) == (consultant, "Ring <b>først</b>")
    assert "Ring &lt;b&gt;først&lt;/b&gt;" in queue_client.get(where).content.decode()
    assert "Ring" not in reader.get(row.get_absolute_url()).content.decode()
    assert history(row) == [("note", consultant.username)]


def test_what_is_closed_stays_closed_and_the_text_is_not_lost(queue_client):
    row = SupportRequestFactory(status="afsluttet", outcome="Det gik godt.", outcome_type="raad")
    where = f"/stoette/koe/{row.pk}/"
    late = queue_client.post(where + "svar/", {"answer": "For sent"})
    assert late.status_code == 409
    assert "For sent" in late.content.decode()
    other = queue_client.post(where + "luk/", {"outcome": "Noget andet", "outcome_type": "raad"})
    assert other.status_code == 409
    assert "Noget andet" in other.content.decode()
    same = queue_client.post(where + "luk/", {"outcome": "Det gik godt.", "outcome_type": "raad"})
    assert same.url == where
    assert "er lukket" in queue_client.post(where + "tag/", follow=True).content.decode()
    row.refresh_from_db()
    assert (row.outcome, row.answer) == ("Det gik godt.", "")
    assert not OutboxEntry.objects.filter(topic="mail").exists()


def test_a_closed_request_is_taken_up_again_with_a_new_deadline(queue_client, consultant):
    row = SupportRequestFactory(
        status="afsluttet",
        outcome="Tekst",
        assigned_to=consultant.profile,
        response_due=days_from_now(-30),
        reminded_at=days_from_now(-31).isoformat() + "T10:00Z",
    )
    queue_client.post(f"/stoette/koe/{row.pk}/genaabn/")
    row.refresh_from_db()
    assert (row.status, row.outcome, row.closed_at) == ("tildelt", "Tekst", None)
    assert (row.response_due, row.reminded_at) == (response_deadline(), None)
    assert history(row) == [("genaabnet", consultant.username)]


def test_the_history_says_who_when_and_what(queue_client, consultant):
    row = SupportRequestFactory()
    queue_client.post(f"/stoette/koe/{row.pk}/tag/", {"seen": ""})
    SupportEvent.objects.create(request=row, kind="paamindet", by=None, detail="Karen Toft")
    SupportEvent.objects.create(request=row, kind="note", by=None)
    html = queue_client.get(f"/stoette/koe/{row.pk}/").content.decode()
    assert "<strong>Taget</strong>: Karen Toft" in html
    assert "<strong>Påmindelse sendt</strong>" in html
    assert "GUFU, " in html
    assert "En tidligere kollega" in html


def test_a_consultant_without_a_profile_is_asked_for_one(queue_client, consultant):
    ColleagueProfile.objects.filter(user=consultant).delete()
    row = SupportRequestFactory()
    assert queue_client.post(f"/stoette/koe/{row.pk}/tag/").url == "/kolleger/mig/"
