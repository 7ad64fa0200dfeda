"""Health, figures and errors: the views that belong to no room."""

import pytest
from django.db import DatabaseError
from django.test import Client

from gufu import views
from tests.factories import UserFactory


def test_the_process_answers_without_the_database(client):
    """No database fixture: a query would fail the test."""
    assert client.get("/health/live").content == b"ok"


def test_ready_says_what_is_wrong(db, client, monkeypatch, settings, tmp_path):
    assert client.get("/health/ready").json() == {"status": "ok", "faults": {}, "notes": {}}

    class Down:
        def cursor(self):
            raise DatabaseError

    monkeypatch.setattr(views, "connection", Down())
    (tmp_path / "file").write_text("")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["faults"] == {"database": "DatabaseError", "media": "NotADirectoryError"}


@pytest.mark.parametrize(
    ("token", "given", "status"),
    [
        ("", "Bearer ", 403),
        ("", None, 403),
        ("hemmelig", None, 403),
        ("hemmelig", "Bearer forkert", 403),
        ("hemmelig", "hemmelig", 403),
        ("hemmelig", "Bearer hemmelig", 200),
    ],
)
def test_figures_are_for_who_holds_the_token(db, client, settings, token, given, status):
    settings.METRICS_TOKEN = token
    headers = {"Authorization": given} if given is not None else {}
    assert client.get("/metrics", headers=headers).status_code == status


def test_a_missing_page_helps_on_and_tells_strangers_nothing(site):
    client = Client()
    client.force_login(UserFactory())
    response = client.get("/findes-ikke/")
    assert response.status_code == 404
    assert "<main" in response.content.decode()


@pytest.mark.parametrize("address", ["/%00/", "/cases/%ff/", "/kolleger/%00/", "/billeder/1/%00"])
def test_strange_addresses_are_404(site, address):
    client = Client()
    client.force_login(UserFactory())
    assert client.get(address).status_code == 404
