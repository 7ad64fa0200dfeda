"""Mail through a real SMTP server: what arrives, byte by byte, and what trouble does."""

import re
from email import message_from_bytes, policy

import pytest

from colleagues.models import ContactMessage
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests.factories import days_from_now, restrict

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("without_receipts"),
]

FORM = "/kolleger/mette-aegidius/kontakt/"


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
    head, _gap, _body = envelope.content.partition(b"\r\n\r\n")
    assert not re.search(rb"^Bcc:", head, re.MULTILINE | re.IGNORECASE)


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
