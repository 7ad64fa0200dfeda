"""Writing to a colleague: with the context, once, not too often, and never lost."""

import re
import uuid

import pytest
from django.db import transaction
from django.utils import timezone

from colleagues import writing
from colleagues.models import ContactMessage
from gufu.outbox.models import OutboxEntry
from tests.factories import (
    CasePortraitPageFactory,
    UserFactory,
    days_from_now,
)

pytestmark = pytest.mark.django_db

FORM = "/kolleger/mette-aegidius/kontakt/"


def send(client, **changes):
    data = {"token": str(uuid.uuid4()), "fra": "", "subject": "Borgermøde", "body": "Hvordan?"}
    return client.post(FORM, data | changes)


def initial(response, name):
    return response.context["form"].initial[name]


def test_a_message_and_its_note_are_saved_and_a_receipt_says_where_it_goes(reader, people):
    CasePortraitPageFactory(title="Horbelev", slug="horbelev")
    response = send(reader, fra="/cases/horbelev/", subject="Æbler", body="Hej\r\n\r\nHvordan?")
    row = ContactMessage.objects.get()
    assert response.url == f"/kolleger/mine-beskeder/{row.token}/"
    assert (row.sender, row.recipient, row.delivered_to) == (
        people.sender,
        people.mette,
        people.mette,
    )
    assert (row.subject, row.body) == ("Æbler", "Hej\n\nHvordan?")
    assert (row.context_url, row.context_title) == ("/cases/horbelev/", "Horbelev")
    entry = OutboxEntry.objects.get(topic="mail")
    assert (entry.key, entry.payload) == (f"contact:{row.pk}", {}), "no personal data in the note"
    html = reader.get(response.url).content.decode()
    assert "Din besked til Mette Ægidius" in html
    assert "Beskeden er gemt og på vej" in html


def test_a_paused_colleagues_deputy_gets_it_and_the_receipt_says_so(reader, people):
    people.mette.paused_until, people.mette.deputy = days_from_now(3), people.deputy
    people.mette.save()
    assert "Bo Østergård" in reader.get(FORM).content.decode()
    html = reader.get(send(reader).url).content.decode()
    row = ContactMessage.objects.get()
    assert (row.recipient, row.delivered_to) == (people.mette, people.deputy)
    assert "Din besked til Bo Østergård" in html
    assert "Mette Ægidius holder pause" in html


def test_a_double_click_is_one_row_and_one_mail(reader, people):
    token = str(uuid.uuid4())
    answers = [send(reader, token=token) for _ in range(3)]
    assert len({answer.url for answer in answers}) == 1
    assert ContactMessage.objects.count() == OutboxEntry.objects.filter(topic="mail").count() == 1


def test_going_back_and_sending_the_same_again_is_no_second_message(reader, people):
    """The browser puts the old text into a new form, with a token of its own."""
    first, second = (send(reader, token=str(uuid.uuid4())) for _ in range(2))
    assert second.url == first.url
    assert OutboxEntry.objects.filter(topic="mail").count() == 1
    send(reader, token=str(uuid.uuid4()), body="Noget andet")
    ContactMessage.objects.update(created_at=timezone.now() - writing.AN_HOUR)
    send(reader, token=str(uuid.uuid4()))
    assert ContactMessage.objects.count() == 3, "later it is meant"


def test_a_text_changed_after_going_back_is_a_message_of_its_own(reader, people):
    token = str(uuid.uuid4())
    send(reader, token=token)
    send(reader, token=token, body="Nej, jeg mente: hvornår?")
    assert ContactMessage.objects.count() == 2


def test_another_persons_token_is_no_way_to_their_message(reader, people, client):
    token = str(uuid.uuid4())
    first = send(reader, token=token)
    other = UserFactory()
    client.force_login(other)
    second = send(client, token=token)
    assert first.url != second.url
    assert ContactMessage.objects.filter(sender=other).count() == 1
    assert client.get(first.url).status_code == 404


@pytest.mark.parametrize("token", ["", "nej", "0" * 500])
def test_a_damaged_token_costs_nobody_their_message(reader, people, token):
    assert send(reader, token=token).status_code == 302
    assert ContactMessage.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"subject": ""}, "Skriv, hvad beskeden handler om."),
        ({"subject": " \r\n "}, "Skriv, hvad beskeden handler om."),
        ({"body": ""}, "Skriv en besked, før du sender."),
        ({"subject": "x" * 151}, "Der er plads til 150 tegn. Du har skrevet 151."),
        ({"body": "x" * 5001}, "Der er plads til 5000 tegn. Du har skrevet 5001."),
    ],
)
def test_a_bad_form_says_why_and_loses_nothing(reader, people, changes, complaint):
    kept = {"subject": "Mit emne", "body": "Min tekst"} | changes
    response = send(reader, **kept)
    html = response.content.decode()
    assert response.status_code == 422
    assert complaint in html
    for text in kept.values():
        assert text.strip() in html
    assert not ContactMessage.objects.exists()
    assert not OutboxEntry.objects.filter(topic="mail").exists()


def test_a_text_to_somebody_who_left_meanwhile_comes_back_and_tells_nothing(reader, people):
    def sent_to(slug):
        texts = {"token": str(uuid.uuid4()), "subject": "Mit <emne>", "body": "Min tekst"}
        response = reader.post(f"/kolleger/{slug}/kontakt/", texts)
        assert response.status_code == 404
        return response.content.decode().replace(slug, "")

    people.mette.opted_in = False
    people.mette.save()
    left = sent_to(people.mette.slug)
    assert "Beskeden blev ikke sendt" in left
    assert "Mit &lt;emne&gt;" in left
    assert "Min tekst" in left
    assert people.mette.name not in left
    csp = re.compile(r'nonce="[^"]+"|name="csrfmiddlewaretoken" value="[^"]+"')
    assert csp.sub("", left) == csp.sub("", sent_to("aldrig-vaeret-her"))
    assert reader.get(f"/kolleger/{people.mette.slug}/kontakt/").status_code == 404
    assert not ContactMessage.objects.exists()


def test_line_breaks_never_get_into_the_subject(reader, people):
    send(reader, subject="Hej\r\nBcc: alle@gufu.example\x00\x0b\u2028X")
    assert ContactMessage.objects.get().subject == "Hej Bcc: alle@gufu.example X"


def test_the_eleventh_message_in_an_hour_waits_and_its_text_stays(reader, people):
    token = str(uuid.uuid4())
    first = send(reader, token=token)
    for number in range(9):
        assert send(reader, body=f"Nummer {number}").status_code == 302
    response = send(reader, subject="Den ellevte", body="Må ikke gå tabt")
    html = response.content.decode()
    assert response.status_code == 429
    assert response["Retry-After"] == "3600"
    assert "Det går lidt for stærkt" in html
    assert "Den ellevte" in html
    assert "Må ikke gå tabt" in html
    assert ContactMessage.objects.count() == 10
    assert send(reader, token=token).url == first.url, "a retry of a sent one is no new one"

    ContactMessage.objects.update(created_at=timezone.now() - writing.AN_HOUR)
    assert send(reader, body="Må ikke gå tabt").status_code == 302


def test_the_limit_is_each_persons_own(reader, people, client):
    for number in range(10):
        send(reader, body=f"Nummer {number}")
    client.force_login(UserFactory())
    assert send(client).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_message_without_its_note_is_never_saved(reader, people, monkeypatch):
    def broken(*arguments):
        raise RuntimeError("udbakken er væk")

    monkeypatch.setattr(writing, "post_letter", broken)
    with pytest.raises(RuntimeError):
        send(reader)
    assert not ContactMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_one(reader, people):
    """The second waits for the first inside the transaction, and finds its row."""
    form = {"token": uuid.uuid4(), "subject": "A", "body": "B"}
    with transaction.atomic():
        one = writing.write_message(people.sender, people.mette, form, None)
        two = writing.write_message(people.sender, people.mette, form, None)
    assert one == two


@pytest.mark.parametrize("address", [FORM, "/kolleger/mig/", "/stoette/"])
def test_a_form_that_arrives_empty_is_answered_as_one(reader, people, address):
    assert reader.get(address).status_code == 200
    response = reader.post(address, {})
    assert response.status_code == 422
    assert "Der er noget, du skal rette" in response.content.decode()
