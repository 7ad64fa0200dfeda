"""Mail in trouble, against a real SMTP server: later, never, silence, and rudeness."""

from email import message_from_bytes, policy

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from colleagues import mail
from colleagues.letters import contact_letter
from gufu.outbox import post
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests.factories import ContactMessageFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("without_receipts"),
]


def arrived(smtp):
    (envelope,) = smtp.accepted
    return envelope, message_from_bytes(envelope.content, policy=policy.default)


def state(row):
    row.refresh_from_db()
    return row.status


@pytest.mark.parametrize("where", ["recipient_answers", "data_answers"])
def test_not_now_is_tried_again_with_the_same_id(smtp, write, try_again, where):
    setattr(smtp, where, ["451 4.7.1 greylisted", "451 4.7.1 greylisted"])
    row = write()
    assert drain("mail") == 0
    assert state(row) == "venter"
    entry = OutboxEntry.objects.get(topic="mail")
    assert entry.attempts == 1
    assert entry.available_at > timezone.now()
    assert "greylisted" in entry.last_error
    assert try_again() == 0
    assert try_again() == 1
    assert state(row) == "sendt"
    _envelope, letter = arrived(smtp)
    assert letter["Message-ID"] == f"<besked.{row.token}@gufu.example>"


@pytest.mark.parametrize(
    ("where", "answer"),
    [
        ("recipient_answers", "550 5.1.1 no such user"),
        ("data_answers", "554 5.7.1 refused"),
    ],
)
def test_never_is_parked_at_once_and_the_sender_sees_it(smtp, write, reader, where, answer):
    setattr(smtp, where, [answer])
    row = write()
    assert drain("mail") == 0
    assert state(row) == "fejlet"
    entry = OutboxEntry.objects.get(topic="mail")
    assert entry.parked_at
    assert entry.attempts == 1
    assert "Beskeden kunne ikke leveres" in reader.get(row.get_absolute_url()).content.decode()
    assert smtp.accepted == []


def test_what_was_parked_can_still_go(smtp, write, try_again):
    smtp.recipient_answers = ["550 5.1.1 no such user"]
    row = write()
    drain("mail")
    OutboxEntry.objects.update(parked_at=None, attempts=0)
    assert try_again() == 1
    assert state(row) == "sendt"


def test_a_server_that_is_away_costs_nothing_but_time(
    smtp, write, reader, try_again, settings, closed_port
):
    there, settings.EMAIL_PORT = smtp.port, closed_port
    row = write()
    assert drain("mail") == 0
    assert state(row) == "venter"
    assert "ConnectionRefusedError" in OutboxEntry.objects.get(topic="mail").last_error
    assert reader.get(row.get_absolute_url()).status_code == 200
    settings.EMAIL_PORT = there
    assert try_again() == 1
    assert state(row) == "sendt"
    assert len(smtp.accepted) == 1


def test_a_server_that_stays_away_is_told_to_the_sender_at_last(
    smtp, write, try_again, settings, closed_port
):
    settings.EMAIL_PORT, settings.OUTBOX_MAX_ATTEMPTS = closed_port, 3
    row = write()
    states = [(try_again(), state(row))[1] for _ in range(3)]
    assert states == ["venter", "venter", "fejlet"]
    assert OutboxEntry.objects.get(topic="mail").parked_at


def test_a_slow_server_does_not_hold_up_the_one_who_writes(smtp, write, try_again, settings):
    settings.EMAIL_TIMEOUT = 1
    smtp.silent_for = 3
    row = write()  # the form answers without the server
    assert drain("mail") == 0
    assert "timed out" in OutboxEntry.objects.get(topic="mail").last_error.lower()
    assert state(row) == "venter"


def test_a_server_that_hangs_up_rudely_has_still_got_the_letter(smtp, write, monkeypatch):
    smtp.rude = True
    row = write()
    assert drain("mail") == 1
    assert state(row) == "sendt"

    def broken(self):
        raise TimeoutError("hung up")

    monkeypatch.setattr("django.core.mail.backends.smtp.EmailBackend.close", broken)
    row = write(body="En til")
    assert drain("mail") == 1
    assert state(row) == "sendt"
    assert len(smtp.accepted) == 2


def test_one_bad_letter_does_not_stop_the_next(smtp, write):
    smtp.recipient_answers = ["550 no", "250 OK"]
    first, second = write(), write(body="En til")
    assert drain("mail") == 1
    assert (state(first), state(second)) == ("fejlet", "sendt")


def test_a_refused_password_is_the_installations_fault(smtp, write, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "gufu", "forkert"
    row = write()
    drain("mail")
    assert state(row) == "venter"
    assert OutboxEntry.objects.get(topic="mail").parked_at is None


@pytest.mark.parametrize("key", ["contact:0", "support:0", "support_answer:0"])
def test_a_letter_whose_row_is_gone_is_not_sent(smtp, key):
    post("mail", key)
    assert drain("mail") == 1
    assert smtp.accepted == []


def test_a_kind_of_letter_that_nobody_writes_is_parked(smtp):
    post("mail", "brevdue:1")
    assert drain("mail") == 0
    entry = OutboxEntry.objects.get()
    assert entry.parked_at
    assert "brevdue" in entry.last_error


@pytest.mark.parametrize("address", ["", "ingen adresse", "a@b@c"])
def test_an_address_that_is_none_is_parked(smtp, write, people, address):
    row = write()
    type(people.mette).objects.filter(pk=people.mette.pk).update(email=address)
    assert drain("mail") == 0
    assert state(row) == "fejlet"
    assert OutboxEntry.objects.get(topic="mail").parked_at


def test_header_safe_is_one_printable_line():
    assert mail.header_safe(" a\r\nb\tc\x00\x85d\u2028e  æ ") == "a b c d e æ"
    assert mail.address("Æ\r\nX", "x@ærø.dk\r\n") == "=?utf-8?q?=C3=86_X?= <x@xn--r-3fa9c.dk>"


def test_the_account_speaks_for_one_without_a_profile(people, settings):
    row = ContactMessageFactory(
        sender=UserFactory(first_name="", last_name="", username="b42", email="b42@gufu.example"),
        recipient=people.mette,
    )
    letter = contact_letter(str(row.pk))
    assert isinstance(letter.message, EmailMultiAlternatives)
    assert letter.message.from_email == "b42 via GUFU <gufu@gufu.example>"
