"""The demo's mailbox: a folder of mails, and two pages to read them on."""

import time

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection

from gufu.demo import mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings, tmp_path):
    settings.DEMO_MAILBOX = tmp_path / "mail"
    return settings.DEMO_MAILBOX


def deliver(subject="Æbler", body="Hej\n\nhttps://gufu.example/ <b>"):
    message = EmailMultiAlternatives(subject, body, "a@gufu.example", ["Bo Ø <b@gufu.example>"])
    message.attach_alternative("<p>Hej</p>", "text/html")
    return get_connection("gufu.demo.mailbox.FileMailbox").send_messages([message])


def test_each_mail_is_a_file_with_the_bytes_that_smtp_would_carry(box):
    assert deliver() == 1
    (path,) = box.iterdir()
    assert path.suffix == ".eml"
    assert b"\r\n\r\n" in path.read_bytes()
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")


def test_the_newest_mail_stands_first_and_can_be_read(reader, site, box):
    deliver("Den første")
    time.sleep(0.01)
    deliver("Den anden på æøå")
    html = reader.get("/udvikling/post/").content.decode()
    assert html.index("Den anden på æøå") < html.index("Den første")
    newest = mailbox.letters()[0]
    html = reader.get(f"/udvikling/post/{newest.name}").content.decode()
    assert "Bo Ø &lt;b@gufu.example&gt;" in html
    assert '<a href="https://gufu.example/" rel="nofollow">' in html
    assert "&lt;b&gt;" in html


def test_an_empty_mailbox_says_so(reader, site, box):
    assert "Postkassen er tom" in reader.get("/udvikling/post/").content.decode()


@pytest.mark.parametrize(
    "name", ["../db.sqlite3", "..%2Fdb.sqlite3", "x.eml", "1234567890123456789-deadbeef.eml"]
)
def test_no_other_file_can_be_named(reader, site, box, name):
    box.mkdir()
    (box.parent / "db.sqlite3").write_text("hemmeligt")
    (box / "x.eml").write_text("Subject: x\n\nx")
    response = reader.get(f"/udvikling/post/{name}")
    assert response.status_code == 404
    assert b"hemmeligt" not in response.content


@pytest.mark.parametrize("address", ["/udvikling/post/", "/udvikling/design/"])
def test_nobody_looks_without_signing_in(client, site, address):
    assert client.get(address).status_code == 302


def test_the_catalogue_of_the_design_is_there(reader, site):
    assert reader.get("/udvikling/design/").status_code == 200
