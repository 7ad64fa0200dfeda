"""What the sender hears by mail, and how both follow a message, through a real SMTP server."""

from email import message_from_bytes, policy

import pytest

from colleagues.models import ContactMessage
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from tests.factories import UserFactory, days_from_now

pytestmark = pytest.mark.django_db(transaction=True)


def arrived(smtp):
    return [message_from_bytes(e.content, policy=policy.default) for e in smtp.accepted]


def plain(letter):
    return letter.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_the_receipt_comes_when_the_mail_server_has_taken_the_message(smtp, write, people):
    row = write()
    assert drain("mail") == 2
    letter, receipt = arrived(smtp)
    assert receipt["To"] == f"Åse Nørgaard <{people.sender.email}>"
    assert receipt["Subject"] == "Kvittering: Rødgrød på æøå"
    assert receipt["Message-ID"] == f"<kvittering.{row.token}@gufu.example>"
    assert receipt["In-Reply-To"] == letter["Message-ID"]
    assert receipt["Auto-Submitted"] == "auto-generated"
    assert "Din besked til Mette Ægidius er sendt. Svaret kommer i din egen" in plain(receipt)
    assert "Kære Mette\n\nÅh!" in plain(receipt)
    assert row.get_absolute_url() in plain(receipt)
    OutboxEntry.objects.update(done_at=None)  # the worker died before it could note that
    row.refresh_from_db()
    assert (row.status, row.sent_to) == ("sendt", people.mette.email)


def test_the_receipt_names_the_deputy(smtp, write, people):
    people.mette.paused_until, people.mette.deputy = days_from_now(3), people.deputy
    people.mette.save()
    write()
    drain("mail")
    text = plain(arrived(smtp)[1])
    assert "Mette Ægidius holder pause. Din besked er sendt til stedfortræderen, Bo" in text


def test_a_refused_message_is_told_and_can_be_sent_again_once(smtp, write, people, reader):
    smtp.recipient_answers = ["550 5.1.1 no such user"]
    row = write()
    drain("mail")
    (receipt,) = arrived(smtp)
    assert receipt["Subject"] == "Ikke leveret: Rødgrød på æøå"
    assert "kunne ikke leveres" in plain(receipt)
    page = reader.get(row.get_absolute_url()).content.decode()
    assert "Prøv at sende igen" in page
    for _ in range(2):  # a double click
        reader.post(row.get_absolute_url() + "igen/")
    assert drain("mail") == 2
    assert [letter["Subject"] for letter in arrived(smtp)[1:]] == [
        "Rødgrød på æøå",
        "Kvittering: Rødgrød på æøå",
    ]
    row.refresh_from_db()
    assert row.status == "sendt"
    reader.post(row.get_absolute_url() + "igen/")
    assert drain("mail") == 0, "what has been sent is not sent again"


def test_a_second_refusal_is_a_letter_of_its_own(smtp, write, reader):
    smtp.recipient_answers = ["550 5.1.1 no such user"]
    row = write()
    drain("mail")
    (note,) = OutboxEntry.objects.filter(key=f"contact:{row.pk}")
    smtp.recipient_answers = ["550 5.1.1 no such user"]
    reader.post(row.get_absolute_url() + "igen/")
    drain("mail")
    first, second = arrived(smtp)
    assert first["Subject"] == second["Subject"] == "Ikke leveret: Rødgrød på æøå"
    assert first["Message-ID"] == f"<fejl.{row.token}.{note.pk}@gufu.example>"
    assert second["Message-ID"] != first["Message-ID"]


def test_the_reader_says_answered_and_the_sender_sees_it(smtp, write, people, reader, client):
    row = write()
    where = row.get_absolute_url()
    account = UserFactory(first_name="Mette", last_name="Ægidius")
    people.mette.user = account
    people.mette.save()
    drain("mail")
    assert where in plain(arrived(smtp)[0]), "the mail leads to the button"
    stranger = UserFactory()
    client.force_login(stranger)
    assert client.get(where).status_code == client.post(where + "besvaret/").status_code == 404
    client.force_login(account)
    page = client.get(where).content.decode()
    assert "Jeg har svaret" in page
    assert f"mailto:{people.sender.email}?subject=Sv%3A%20R%C3%B8dgr%C3%B8d" in page
    assert client.post(where + "igen/").status_code == 404, "only the sender sends again"
    assert row.subject in client.get("/kolleger/mine-beskeder/?vis=modtaget").content.decode()
    assert row.subject not in client.get("/kolleger/mine-beskeder/").content.decode()
    client.post(where + "besvaret/")
    client.post(where + "besvaret/")
    row.refresh_from_db()
    assert (row.status, row.answered_by) == ("besvaret", account)
    client.force_login(people.sender)
    assert (
        "Mette Ægidius har noteret, at beskeden er besvaret" in client.get(where).content.decode()
    )


def test_a_leavers_messages_go_to_the_deputy_or_the_centres_mailbox(smtp, write, people):
    row = write()
    people.mette.user = UserFactory(is_active=False)
    people.mette.save()
    people.mette.centre.contact_email = "postkasse@gufu.example"
    people.mette.centre.save()
    drain("mail")
    letter, receipt = arrived(smtp)
    assert letter["To"] == "postkasse@gufu.example"
    assert "Mette Ægidius er fratrådt uden stedfortræder" in plain(letter)
    assert "centrets fælles postkasse, postkasse@gufu.example" in plain(receipt)
    row.refresh_from_db()
    assert row.sent_to == "postkasse@gufu.example"
    assert row.is_to_centre


def test_a_leaver_nobody_stands_in_for_is_told_to_the_sender(smtp, write, people):
    row = write()
    people.mette.user = UserFactory(is_active=False)
    people.mette.save()
    drain("mail")
    (receipt,) = arrived(smtp)
    assert receipt["Subject"].startswith("Ikke leveret")
    assert ContactMessage.objects.get(pk=row.pk).status == "fejlet"
    assert OutboxEntry.objects.get(key=f"contact:{row.pk}").parked_at
