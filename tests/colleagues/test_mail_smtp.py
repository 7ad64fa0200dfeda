"""Mail through a real SMTP server: what arrives, byte by byte, and what trouble does."""

import re
from email import message_from_bytes, policy

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from colleagues import mail
from colleagues.letters import contact_letter
from colleagues.models import ContactMessage
from gufu.outbox import post
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests.factories import CasePortraitPageFactory, UserFactory, days_from_now, restrict

pytestmark = pytest.mark.django_db(transaction=True)

FORM = "/kolleger/mette-aegidius/kontakt/"


@pytest.fixture
def write(reader, people):
    """Write to Mette by the form, from a case; return the row."""
    CasePortraitPageFactory(title="Grøfter & gærder på Ærø", slug="horbelev")

    def send(**changes):
        data = {"fra": "/cases/horbelev/", "subject": "Rødgrød på æøå", "body": "Kære Mette\n\nÅh!"}
        response = reader.post(FORM, data | changes)
        assert response.status_code == 302, response.content.decode()
        return ContactMessage.objects.latest("pk")

    return send


def arrived(smtp):
    (envelope,) = smtp.accepted
    return envelope, message_from_bytes(envelope.content, policy=policy.default)


def state(row):
    row.refresh_from_db()
    return row.status


def test_what_arrives_is_what_was_written(smtp, write, people, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://gufu.example"
    row = write()
    assert drain("mail") == 1
    envelope, letter = arrived(smtp)
    assert envelope.rcpt_tos == [people.mette.email]
    assert envelope.mail_from == "gufu@gufu.example"
    assert letter["Subject"] == "Rødgrød på æøå"
    assert letter["To"] == "Mette Ægidius <mette-aegidius@gufu.example>"
    assert letter["From"] == "Åse Nørgaard via GUFU <gufu@gufu.example>"
    assert letter["Reply-To"] == f"Åse Nørgaard <{people.sender.email}>"
    assert letter["Message-ID"] == f"<besked.{row.token}@gufu.example>"
    assert letter["Date"]
    text = letter.get_body(("plain",)).get_content()
    for part in (
        "Hej Mette\n",
        "Åse Nørgaard har skrevet til dig i GUFU.",
        "Det handler om: Grøfter & gærder på Ærø\nhttps://gufu.example/cases/horbelev/\n",
        "Kære Mette\n\nÅh!",
        f"Så går dit svar direkte til Åse ({people.sender.email}).",
        "https://gufu.example/kolleger/mig/",
    ):
        assert part in text.replace("\r\n", "\n")
    html = letter.get_body(("html",)).get_content()
    assert '<a href="https://gufu.example/cases/horbelev/">Grøfter &amp; gærder på Ærø</a>' in html
    assert "Åh!" in html


def test_headers_are_pure_ascii_and_lines_are_short_enough(smtp, write):
    write(subject="æøå " * 30, body="ø" * 3000)
    drain("mail")
    envelope, _letter = arrived(smtp)
    head, _gap, _body = envelope.content.partition(b"\r\n\r\n")
    head.decode("ascii")
    assert all(len(line) <= 998 for line in envelope.content.split(b"\r\n"))


def test_the_state_follows_and_draining_again_sends_nothing(smtp, write, try_again):
    row = write()
    assert state(row) == "venter"
    drain("mail")
    assert state(row) == "sendt"
    assert row.sent_at
    assert row.message_id == f"<besked.{row.token}@gufu.example>"
    OutboxEntry.objects.update(done_at=None)  # the worker died before it could note that
    assert try_again() == 1
    assert len(smtp.accepted) == 1


def test_markup_in_a_message_is_text(smtp, write):
    write(subject="<b>", body="<script>alert(1)</script> & >")
    drain("mail")
    _envelope, letter = arrived(smtp)
    assert "<script>alert(1)</script> & >" in letter.get_body(("plain",)).get_content()
    html = letter.get_body(("html",)).get_content()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_no_line_break_reaches_a_header(smtp, write, people):
    evil = "X\r\nBcc: alle@gufu.example\r\n\r\nHej"
    people.mette.name = evil
    people.mette.save()
    people.sender.first_name = evil[:30]
    people.sender.save()
    row = write()
    ContactMessage.objects.filter(pk=row.pk).update(subject=evil)
    drain("mail")
    envelope, letter = arrived(smtp)
    assert envelope.rcpt_tos == [people.mette.email]
    assert letter["Bcc"] is None
    assert letter["Subject"] == "X Bcc: alle@gufu.example Hej"
    assert not re.search(rb"^Bcc:", envelope.content, re.MULTILINE | re.IGNORECASE)


def test_the_deputy_is_told_why(smtp, write, people):
    people.mette.paused_until, people.mette.deputy = days_from_now(3), people.deputy
    people.mette.save()
    write()
    drain("mail")
    envelope, letter = arrived(smtp)
    assert envelope.rcpt_tos == [people.deputy.email]
    text = letter.get_body(("plain",)).get_content()
    assert "Hej Bo" in text
    assert "stedfortræder for Mette Ægidius, der holder pause" in text


def test_a_page_closed_before_the_mail_goes_is_not_named(smtp, write):
    from cases.models import CasePortraitPage

    write()
    restrict(CasePortraitPage.objects.get())
    drain("mail")
    _envelope, letter = arrived(smtp)
    assert "gærder" not in letter.as_string()
    assert "/cases/" not in letter.get_body(("plain",)).get_content()


def test_a_sender_without_an_address_is_no_hindrance(smtp, write, people, reader):
    people.sender.email = ""
    people.sender.save()
    assert "Vi kender ikke din e-mail" in reader.get(FORM).content.decode()
    write()
    drain("mail")
    _envelope, letter = arrived(smtp)
    assert letter["Reply-To"] is None
    assert "Svar på denne mail" not in letter.get_body(("plain",)).get_content()


# --- Trouble --------------------------------------------------------------------------------------
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


@pytest.mark.parametrize("key", ["contact:0", "support:0", "support_answer:0-1"])
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


def test_an_address_that_is_none_is_parked(smtp, write, people):
    row = write()
    type(people.mette).objects.filter(pk=people.mette.pk).update(email="ingen adresse")
    assert drain("mail") == 0
    assert state(row) == "fejlet"
    assert OutboxEntry.objects.get(topic="mail").parked_at


def test_header_safe_is_one_printable_line():
    assert mail.header_safe(" a\r\nb\tc\x00\x85d\u2028e  æ ") == "a b c d e æ"
    assert mail.address("Æ\r\nX", "x@ærø.dk\r\n") == "=?utf-8?q?=C3=86_X?= <x@xn--r-1fa6d.dk>"


def test_the_account_speaks_for_one_without_a_profile(people, settings):
    from tests.factories import ContactMessageFactory

    row = ContactMessageFactory(
        sender=UserFactory(first_name="", last_name="", username="b42", email="b42@gufu.example"),
        recipient=people.mette,
    )
    letter = contact_letter(str(row.pk))
    assert isinstance(letter.message, EmailMultiAlternatives)
    assert letter.message.from_email == "b42 via GUFU <gufu@gufu.example>"
