"""Asking a consultant, and following what becomes of it."""

import uuid
from datetime import date

import pytest
from django.core import mail
from django.utils.formats import date_format

from colleagues.models import SupportRequest
from colleagues.models import support as support_models
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from gufu.taxonomy import SubjectArea
from tests.factories import (
    CasePortraitPageFactory,
    ColleagueFactory,
    SupportRequestFactory,
    days_from_now,
    restrict,
)

pytestmark = pytest.mark.django_db


def ask(client, **changes):
    data = {
        "token": str(uuid.uuid4()),
        "topic": "Borgermøde",
        "situation": "Ingen plejer at komme.",
        "support_type": "facilitering",
        "wanted_by": "",
    }
    return client.post("/stoette/", data | changes)


def text_of(letter):
    return letter.body.replace("\r\n", "\n")


# --- Asking ---------------------------------------------------------------------------------------
def test_the_form_has_three_fields_to_write_in_and_knows_the_page(reader, site):
    subject = SubjectArea.objects.create(name="Byrum", slug="byrum")
    CasePortraitPageFactory(title="Havnen", slug="havnen", subject_areas=[subject])
    response = reader.get("/stoette/?fra=/cases/havnen/")
    typed = [
        name
        for name, field in response.context["form"].fields.items()
        if not field.widget.is_hidden and name not in ("support_type", "subject_area")
    ]
    assert typed == ["topic", "situation", "wanted_by"]
    assert response.context["form"].initial["topic"] == "Havnen"
    assert response.context["form"].initial["subject_area"] == subject
    assert "Havnen" in response.content.decode()


def test_a_request_is_saved_told_and_answered_with_a_deadline(reader, member, site, settings):
    settings.CONSULTANTS_EMAIL = "konsulenter@gufu.example"
    settings.WAGTAILADMIN_BASE_URL = "https://gufu.example"
    page = CasePortraitPageFactory(title="Havnen", slug="havnen")
    area = SubjectArea.objects.create(name="Byrum", slug="byrum")
    ColleagueFactory(user=member, email=member.email)
    wanted = days_from_now(30).isoformat()
    response = ask(reader, fra="/cases/havnen/", subject_area=area.pk, wanted_by=wanted)
    row = SupportRequest.objects.get()
    assert response.url == f"/stoette/mine/{row.token}/"
    assert row.requester == member
    assert row.page.pk == page.pk
    assert row.response_due == support_models.response_deadline()
    html = reader.get(response.url).content.decode()
    assert "Din anmodning er modtaget" in html
    assert f" {row.response_due.day}. " in html
    assert row.centre == member.profile.centre
    assert [event.kind for event in row.events.all()] == ["modtaget"]
    assert drain("mail") == 2
    letter, receipt = mail.outbox
    assert receipt.to == [f"{member.profile.name} <{member.profile.email}>"]
    assert receipt.subject == "Vi har modtaget din anmodning: Borgermøde"
    assert f"senest {date_format(row.response_due, 'WEEKDAY_DATE_FORMAT')}" in text_of(receipt)
    assert f"https://gufu.example{response.url}" in text_of(receipt)
    assert letter.to == ["konsulenter@gufu.example"]
    assert letter.subject == "Ny støtteanmodning: Borgermøde"
    assert letter.extra_headers["Message-ID"] == f"<stoette.{row.token}@gufu.example>"
    assert member.email in letter.reply_to[0]
    for part in (
        "Ingen plejer at komme.",
        "Det handler om: Havnen\nhttps://gufu.example/cases/havnen/",
        f"https://gufu.example/stoette/koe/{row.pk}/",
    ):
        assert part in text_of(letter)
    for body in (letter.body, letter.alternatives[0][0]):
        assert body.lower().count("byrum") == 1, "the subject area is said once"


def test_the_title_of_a_closed_page_is_not_mailed(reader, member, site):
    from django.contrib.auth.models import Group

    group = Group.objects.create(name="Indviede")
    member.groups.add(group)
    restrict(CasePortraitPageFactory(title="Hemmelig", slug="hemmelig"), group)
    ask(reader, fra="/cases/hemmelig/", topic="Noget")
    drain("mail")
    assert "Hemmelig" not in text_of(mail.outbox[0])


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 12, 4)),
        (date(2026, 11, 28), date(2026, 12, 4)),
    ],
)
def test_the_deadline_is_five_working_days(monkeypatch, today, due):
    monkeypatch.setattr(support_models.timezone, "localdate", lambda: today)
    assert support_models.response_deadline() == due


def test_a_double_click_is_one_request_and_one_mail(reader, site):
    token = str(uuid.uuid4())
    assert len({ask(reader, token=token).url for _ in range(2)}) == 1
    assert ask(reader).status_code == 302, "and so is going back and sending it again"
    assert SupportRequest.objects.count() == 1
    keys = OutboxEntry.objects.filter(topic="mail").values_list("key", flat=True)
    assert sorted(key.partition(":")[0] for key in keys) == ["support", "support_receipt"]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"topic": ""}, "Skriv med et par ord"),
        ({"situation": " "}, "Fortæl kort om situationen."),
        ({"support_type": ""}, "Vælg, hvad du har brug for."),
        ({"wanted_by": "31.02.2027"}, "Skriv datoen som dag, måned og år"),
        ({"wanted_by": "01.01.2020"}, "Datoen er passeret."),
    ],
)
def test_bad_input_gets_a_clear_answer_and_loses_nothing(reader, site, changes, complaint):
    response = ask(reader, **{"topic": "Emnet", "situation": "Teksten", **changes})
    html = response.content.decode()
    assert response.status_code == 422
    assert complaint in html
    assert "Teksten" in html or "Emnet" in html
    assert not SupportRequest.objects.exists()


def test_the_eleventh_in_an_hour_waits_and_its_text_stays(reader, site):
    for number in range(10):
        ask(reader, topic=f"Nummer {number}")
    response = ask(reader, situation="Må ikke gå tabt")
    assert response.status_code == 429
    assert "Må ikke gå tabt" in response.content.decode()
    assert SupportRequest.objects.count() == 10


def test_one_follows_ones_own_requests_and_nobody_elses(reader, member, site):
    mine = SupportRequestFactory(requester=member, topic="Min sag", answer="Ring til Bo.")
    other = SupportRequestFactory(topic="Andres sag")
    html = reader.get("/stoette/mine/").content.decode()
    assert "Min sag" in html
    assert "Andres sag" not in html
    assert "Ring til Bo." in reader.get(mine.get_absolute_url()).content.decode()
    assert reader.get(other.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("ny", "er modtaget"),
        ("tildelt", "En konsulent er på sagen"),
        ("besvaret", "Du har fået svar"),
        ("afsluttet", "Anmodningen er lukket"),
    ],
)
def test_the_receipt_says_how_far_it_has_come(reader, member, consultant, site, status, text):
    row = SupportRequestFactory(
        requester=member, status=status, assigned_to=consultant.profile, outcome="Det gik."
    )
    assert text in reader.get(row.get_absolute_url()).content.decode()


def test_the_guides_answer_comes_along(reader, site):
    answers = "kerneopgave=ja&udefra=ja&mobilisering=delvist&innovation=ja&koordinering=nej"
    response = reader.get("/stoette/", {"fra": f"/guide/?{answers}"})
    initial = response.context["form"].initial
    assert initial["topic"] == ""
    assert "Guiden siger: Ja, opgaven kalder på samskabelse." in initial["situation"]
    assert "– I kan kun lykkes, hvis I ser sagen fra borgerens stol." in initial["situation"]
    ask(reader, fra=initial["fra"])
    row = SupportRequest.objects.get()
    assert row.guide_result["mobilisering"] == "delvist"
    assert row.context_url == f"/guide/?{answers}"
    bare = reader.get("/stoette/", {"fra": "/guide/?udefra=ja&x=<script>"}).context["form"]
    assert bare.initial["situation"] == ""


def test_the_requester_alone_says_whether_it_is_experience(reader, member, site):
    ColleagueFactory(user=member, opted_in=True)
    row = SupportRequestFactory(requester=member, topic="Havnen")
    where = f"/stoette/mine/{row.token}/erfaring/"
    assert "ikke afsluttet" in reader.post(where, {"ja": "1"}, follow=True).content.decode()
    SupportRequest.objects.filter(pk=row.pk).update(status="afsluttet", outcome_type="raad")
    for answer, expected in (("1", True), ("1", True), ("0", False)):
        reader.post(where, {"ja": answer})
        row.refresh_from_db()
        assert row.is_experience is expected
    assert [event.kind for event in row.events.all()] == ["erfaring", "ikke_erfaring"]
    other = SupportRequestFactory(status="afsluttet")
    assert reader.post(f"/stoette/mine/{other.token}/erfaring/").status_code == 404
