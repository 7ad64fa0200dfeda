"""The board: what stands in which column, what is narrowed away, and what it costs."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gufu.outbox.worker import drain
from gufu.taxonomy import Centre, SubjectArea
from tests.factories import ColleagueFactory, SupportRequestFactory, UserFactory, days_from_now

pytestmark = pytest.mark.django_db
BOARD = "/stoette/koe/"


def columns(client, query=""):
    """The topics on the board: {status: [topic, …]}."""
    response = client.get(BOARD + query)
    assert response.status_code == 200
    return {
        str(column["status"]): [item["row"].topic for item in column["items"]]
        for column in response.context["columns"]
    }


def test_a_superuser_works_the_board(client, site):
    client.force_login(UserFactory(is_superuser=True))
    assert client.get(BOARD).status_code == 200


def test_every_request_stands_in_the_column_of_its_state_the_shortest_time_first(
    queue_client, consultant
):
    SupportRequestFactory(topic="Senere", response_due=days_from_now(5))
    SupportRequestFactory(topic="Forsinket", response_due=days_from_now(-1))
    SupportRequestFactory(topic="I gang", status="tildelt", assigned_to=consultant.profile)
    SupportRequestFactory(topic="Klar", status="besvaret", answered_at=timezone.now())
    SupportRequestFactory(topic="Slut", status="afsluttet", closed_at=timezone.now())
    assert columns(queue_client) == {
        "ny": ["Forsinket", "Senere"],
        "tildelt": ["I gang"],
        "besvaret": ["Klar"],
        "afsluttet": ["Slut"],
    }
    html = queue_client.get(BOARD).content.decode()
    assert html.count("Over fristen</span>") == 1
    assert len(re.findall(r"<ol class=\"board__cards\"", html)) == 4


def test_filters(queue_client, consultant):
    skole = SubjectArea.objects.create(name="Skole", slug="skole")
    centre = Centre.objects.create(name="Kultur & Test", slug="kultur-test")
    SupportRequestFactory(topic="A", subject_area=skole, response_due=days_from_now(-2))
    SupportRequestFactory(topic="B", centre=centre)
    SupportRequestFactory(topic="C", assigned_to=consultant.profile, status="tildelt")
    for query, expected in {
        "?emne=skole": {"A"},
        "?center=kultur-test": {"B"},
        "?mine=1": {"C"},
        "?forsinket=1": {"A"},
        "?forsinket=1&mine=1": set(),
        "?emne=findes-ikke": set(),
        "?mine=vrøvl&kolonne=vrøvl&side=x": {"A", "B", "C"},
    }.items():
        found = columns(queue_client, query)
        assert {topic for topics in found.values() for topic in topics} == expected, query


def test_a_column_shows_so_many_and_the_rest_when_asked(queue_client):
    for number in range(30):
        SupportRequestFactory(topic=f"Nr. {number}", response_due=days_from_now(number))
    assert len(columns(queue_client)["ny"]) == 8
    assert "Vis 22 flere" in queue_client.get(BOARD).content.decode()
    whole = columns(queue_client, "?kolonne=ny")
    assert list(whole) == ["ny"]
    assert len(whole["ny"]) == 24
    assert columns(queue_client, "?kolonne=ny&side=2")["ny"][-1] == "Nr. 29"
    assert columns(queue_client, "?kolonne=ny&side=99")["ny"][-1] == "Nr. 29"


def test_a_step_from_the_board_leads_back_to_the_card_and_the_filters(queue_client):
    row = SupportRequestFactory(topic="Havnen")
    response = queue_client.post(
        f"/stoette/koe/{row.pk}/tag/", {"seen": "", "tavle": "emne=skole&forsinket=1"}
    )
    assert response.url == f"/stoette/koe/?emne=skole&forsinket=1#anmodning-{row.pk}"
    html = queue_client.get(response.url).content.decode()
    assert "»Havnen« er din." in html


@pytest.mark.parametrize(
    "evil", ["//evil.dk", "\r\nSet-Cookie: x=1", "https://evil.dk/", "a" * 9000]
)
def test_nobody_is_led_off_the_board(queue_client, evil):
    row = SupportRequestFactory()
    response = queue_client.post(f"/stoette/koe/{row.pk}/tag/", {"seen": "", "tavle": evil})
    assert response.url.startswith("/stoette/koe/?")
    assert "\n" not in response.url
    assert len(response.url) < 2000


def test_queries_do_not_grow(queue_client, consultant):
    def count(address):
        with CaptureQueriesContext(connection) as queries:
            assert queue_client.get(address).status_code == 200
        return len(queries)

    def fill(number):
        for _ in range(number):
            for status in ("ny", "tildelt", "besvaret", "afsluttet"):
                row = SupportRequestFactory(
                    status=status, assigned_to=consultant.profile, answered_at=timezone.now()
                )
        for _ in range(number):
            row.notes.create(author=UserFactory(), text="Note")
            row.events.create(by=UserFactory(), kind="note")
        return row

    addresses = (BOARD, BOARD + "?kolonne=ny", "/stoette/tal/", "/stoette/tal/stoette.csv")
    one = fill(1)
    few = [count(address) for address in (*addresses, f"{BOARD}{one.pk}/")]
    many = fill(10)
    assert [count(address) for address in (*addresses, f"{BOARD}{many.pk}/")] == few
    assert max(few) <= 18, few


def test_who_is_given_a_request_again_gets_another_mail(queue_client, site):
    other = ColleagueFactory(is_consultant=True, user=UserFactory())
    row = SupportRequestFactory()
    where = f"/stoette/koe/{row.pk}/"
    for _ in range(2):
        queue_client.post(where + "giv/", {"consultant": other.pk, "seen": ""})
        drain("mail")
        queue_client.post(where + "laeg-tilbage/")
    events = row.events.filter(kind="tildelt").order_by("pk")
    assert [letter.extra_headers["Message-ID"] for letter in mail.outbox] == [
        f"<tildelt.{row.token}.{other.pk}.{event.pk}@gufu.example>" for event in events
    ]
    assert len(events) == 2
