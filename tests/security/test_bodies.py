"""What is sent to us: too large, too many, or unreadable is a 4xx at once, in Danish."""

import io
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consent.models import Photo
from tests.factories import UserFactory

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def editor(site):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize("address", ["/konto/login/", "/cms/images/add/", "/soeg/"])
def test_a_gigabyte_is_refused_unread(editor, address):
    class Unread(io.RawIOBase):
        def read(self, *args):
            raise AssertionError("the body was read")

        readinto = readline = read

    started = time.monotonic()
    response = editor.generic(
        "POST",
        address,
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(10**9),
        **{"wsgi.input": Unread()},
    )
    assert response.status_code == 413
    assert "fylder for meget" in response.content.decode()
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("length", ["-1", "", "0", "99999999999999999999"])
def test_a_strange_length_is_no_crash(editor, length):
    response = editor.generic("POST", "/konto/login/", b"a=1", CONTENT_LENGTH=length)
    assert response.status_code < 500


@pytest.mark.parametrize("address", ["/konto/login/", "/cms/images/add/"])
@pytest.mark.parametrize("kind", ["urlencoded", "multipart"])
def test_a_hundred_thousand_fields(editor, address, kind):
    number = 100_000
    if kind == "urlencoded":
        body = "&".join(f"f{n}=1" for n in range(number)).encode()
        content_type = "application/x-www-form-urlencoded"
    else:
        part = '--x\r\nContent-Disposition: form-data; name="f{}"\r\n\r\n1\r\n'
        body = "".join(part.format(n) for n in range(number)).encode() + b"--x--\r\n"
        content_type = "multipart/form-data; boundary=x"
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = editor.cookies
    started = time.monotonic()
    response = browser.generic("POST", address, body, content_type=content_type)
    assert 400 <= response.status_code < 500
    assert time.monotonic() - started < 2


def test_too_many_fields_are_answered_in_danish(editor):
    body = "&".join(f"f{n}=1" for n in range(10_001)).encode()
    browser = Client(enforce_csrf_checks=True)
    browser.get("/konto/login/")  # takes the cookie, so that the fields are read at all
    response = browser.generic(
        "POST", "/konto/login/", body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 400
    assert response.content.decode() == "Det kunne vi ikke læse. Gå tilbage, og prøv igen."
    assert "Content-Security-Policy" in response.headers


def test_a_form_that_grew_old_is_told_so_in_danish(site):
    response = Client(enforce_csrf_checks=True).post("/konto/login/", {"username": "a"})
    assert response.status_code == 403
    assert "Formularen er blevet for gammel" in response.content.decode()


def test_a_broken_multipart_is_4xx(editor):
    response = editor.generic(
        "POST",
        "/cms/images/add/",
        b"--x\r\nnonsense",
        content_type="multipart/form-data; boundary=y",
    )
    assert response.status_code < 500


def test_a_document_of_a_kind_that_runs_is_refused(editor):
    for name in ("side.html", "kode.js", "tegning.svg", "program.exe"):
        response = editor.post(
            "/cms/documents/add/",
            {"title": "x", "collection": 1, "file": SimpleUploadedFile(name, b"<script>")},
        )
        assert response.status_code == 200
        assert response.context["form"].errors["file"]
    assert not Photo.objects.exists()


SERVER = """
import os, sys
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
"""


def test_a_real_server_answers_before_the_body_has_come(tmp_path, db):
    """gunicorn as in production: headers that announce a gigabyte, and not one byte of it."""
    (tmp_path / "serve.py").write_text(SERVER)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "serve:application"],
        cwd=tmp_path,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": f"{ROOT}:{tmp_path}",
            "DJANGO_SETTINGS_MODULE": "gufu.settings.test",
        },
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                connection = socket.create_connection(("127.0.0.1", port), timeout=10)
                break
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.2)
        connection.sendall(
            b"POST /konto/login/ HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000000\r\n\r\n"
        )
        connection.settimeout(30)
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
        connection.close()
    finally:
        server.terminate()
        server.wait(10)
