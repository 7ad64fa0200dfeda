"""Consents in the CMS: their state at a glance, and what a withdrawal does at once."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from cases.models import Quote
from consent.models import Consent, Photo
from tests.factories import (
    AttachmentFactory,
    CasePortraitPageFactory,
    ConsentFactory,
    PhotoFactory,
    QuoteFactory,
    UserFactory,
    days_from_now,
)

LIST = "wagtailsnippets_consent_consent:list"


@pytest.fixture
def editor(site):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"expires_on": days_from_now(0)}, True),
        ({"expires_on": days_from_now(-1)}, False),
        ({"given_on": days_from_now(0)}, True),
        ({"given_on": days_from_now(1)}, False),
        ({"status": Consent.Status.WITHDRAWN}, False),
    ],
)
def test_one_rule_in_the_database_and_in_memory(db, fields, holds):
    consent = ConsentFactory(**fields)
    photo = PhotoFactory(shows_people=True, consent=consent)
    assert consent.is_valid() is holds
    assert Consent.objects.valid().exists() is holds
    assert Photo.objects.get(pk=photo.pk).is_showable is holds
    assert Photo.objects.showable().exists() is holds


def test_a_consent_cannot_end_before_it_begins(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentFactory(given_on=days_from_now(0), expires_on=days_from_now(-1))


@pytest.mark.parametrize(
    "change",
    [
        {"status": Consent.Status.WITHDRAWN},
        {"withdrawn_at": "2026-01-02T03:04:05+00:00"},
    ],
)
def test_a_withdrawal_is_dated_and_leaves_a_decision_to_the_archive(db, change):
    consent = ConsentFactory()
    for field, value in change.items():
        setattr(consent, field, value)
    consent.save(update_fields=list(change))
    consent.refresh_from_db()
    assert consent.status == Consent.Status.WITHDRAWN
    assert consent.withdrawn_at is not None
    assert consent.archive_decision == Consent.ArchiveDecision.PENDING


def test_a_decision_that_was_made_stays(db):
    consent = ConsentFactory(archive_decision=Consent.ArchiveDecision.KEEP)
    consent.status = Consent.Status.WITHDRAWN
    consent.save()
    assert consent.archive_decision == Consent.ArchiveDecision.KEEP


STATES = {
    "Gyldigt": ({"expires_on": days_from_now(400)}, ""),
    "Udløber snart": ({"expires_on": days_from_now(14)}, "Udløber om 14 dage"),
    "Udløbet": ({"expires_on": days_from_now(-1)}, "bliver ikke vist"),
    "Trukket tilbage": ({"status": Consent.Status.WITHDRAWN}, ""),
    "Gælder ikke endnu": ({"given_on": days_from_now(2)}, ""),
}


@pytest.mark.parametrize("word", STATES)
def test_the_list_says_the_state_in_a_word_and_warns_in_colour(editor, word):
    fields, note = STATES[word]
    ConsentFactory(**fields)
    html = BeautifulSoup(editor.get(reverse(LIST)).content, "html.parser")
    [row] = html.select("main table tbody tr")
    status = row.select_one(".w-status")
    assert status.text.strip() == word
    assert ("w-status--label" in status["class"]) is (word != "Gyldigt")
    assert note in row.text


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Udløber i dag"), (1, "Udløber om 1 dag"), (2, "Udløber om 2 dage")],
)
def test_the_last_days_are_counted(db, days, words):
    assert str(ConsentFactory(expires_on=days_from_now(days)).state.note) == words


def test_the_list_names_what_rests_on_the_consent(editor):
    consent = ConsentFactory()
    PhotoFactory(title="Havebilledet", shows_people=True, consent=consent)
    QuoteFactory(text="Vi prøvede det bare", consent=consent)
    AttachmentFactory(title="Aftalen", consent=consent)
    text = BeautifulSoup(editor.get(reverse(LIST)).content, "html.parser").get_text()
    for name in ("Havebilledet", "Vi prøvede det bare", "Aftalen"):
        assert name in text
    ConsentFactory(subject="Ubrugt")
    assert "Bruges ikke" in editor.get(reverse(LIST)).content.decode()


def test_the_list_takes_the_same_queries_however_long(editor, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(60) as captured:
            assert editor.get(reverse(LIST)).status_code == 200
        return len(captured)

    def add(number):
        for _ in range(number):
            consent = ConsentFactory()
            QuoteFactory(consent=consent)
            PhotoFactory(shows_people=True, consent=consent)

    add(2)
    queries()  # content types and the like are cached from now on
    before = queries()
    add(10)
    assert queries() == before


def test_a_withdrawal_in_the_cms_takes_effect_on_the_next_request(editor, reader):
    """The editor's three clicks: open the consent, choose "Trukket tilbage", save."""
    consent = ConsentFactory()
    photo = PhotoFactory(with_people=True, consent=consent)
    quote = QuoteFactory(text="Det her er vores have", consent=consent)
    page = CasePortraitPageFactory(picture=photo, quotes=[quote])
    url = photo.get_rendition("fill-480x300|format-jpeg").url
    before = reader.get(page.url).content.decode()
    assert quote.text in before
    assert "/billeder/" in before
    assert reader.get(url).status_code == 200

    edit = reverse("wagtailsnippets_consent_consent:edit", args=[consent.pk])
    form = BeautifulSoup(editor.get(edit).content, "html.parser").select_one("#w-editor-form, form")
    data = {
        "subject": consent.subject,
        "legal_basis": consent.legal_basis,
        "scope": consent.scope,
        "given_on": consent.given_on.isoformat(),
        "expires_on": "",
        "proof": "",
        "status": Consent.Status.WITHDRAWN,
        "withdrawn_at": "",
        "archive_decision": "",
    }
    assert form is not None
    assert editor.post(edit, data).status_code == 302

    after = reader.get(page.url).content.decode()
    assert quote.text not in after
    assert "/billeder/" not in after
    assert reader.get(url).status_code == 404
    assert not Quote.objects.visible_to(UserFactory()).exists()
    consent.refresh_from_db()
    assert consent.archive_decision == Consent.ArchiveDecision.PENDING
    # The log of the CMS says who did it, and when.
    history = editor.get(reverse("wagtailsnippets_consent_consent:history", args=[consent.pk]))
    assert history.status_code == 200
    from wagtail.models import ModelLogEntry

    assert ModelLogEntry.objects.filter(object_id=str(consent.pk), action="wagtail.edit").exists()


def test_the_list_shows_the_last_day_also_when_it_lies_ahead(client, db):
    ConsentFactory(subject="Anna på havnen", expires_on=dt.date(2031, 5, 4))
    client.force_login(UserFactory(is_superuser=True))
    assert "4. maj 2031" in client.get(reverse(LIST)).content.decode()
