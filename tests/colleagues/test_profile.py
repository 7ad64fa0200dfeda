"""The profile: how to reach a colleague, and what they have done, as far as one may see it."""

from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from colleagues.evidence import experience_of
from colleagues.experience import Trace, month
from tests.factories import (
    ArenaPageFactory,
    CasePortraitPageFactory,
    ColleagueFactory,
    CommitmentFactory,
    ConsentFactory,
    FeedbackFactory,
    PhotoFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
    days_from_now,
    restrict,
)

pytestmark = pytest.mark.django_db


def summary(person, viewer):
    return experience_of([person.pk], viewer)[person.pk].summary


def test_everything_is_one_click_away(reader):
    person = ColleagueFactory(
        name="Mette Ægidius",
        slug="mette-aegidius",
        phone="54 73 10 00",
        teams_upn="mette.ægidius@gufu.example",
        ask_me_about="Dialogmøder.",
        offers=["oplaeg"],
    )
    html = reader.get("/kolleger/mette-aegidius/").content.decode()
    assert f'href="mailto:{person.email}"' in html
    assert 'href="tel:54731000"' in html
    teams = quote("mette.ægidius@gufu.example", safe="")
    assert f'href="https://teams.microsoft.com/l/chat/0/0?users={teams}"' in html
    assert 'href="/kolleger/mette-aegidius/kort.vcf"' in html
    assert 'href="/kolleger/mette-aegidius/kontakt/"' in html
    assert "Dialogmøder." in html
    assert "Oplæg" in html


@pytest.mark.parametrize("away", [{"opted_in": False}, {"user": "inactive"}])
def test_whoever_left_the_directory_is_gone_at_once(reader, away):
    if away.get("user"):
        away = {"user": UserFactory(is_active=False)}
    person = ColleagueFactory(**away)
    for address in ("", "kort.vcf", "kontakt/"):
        assert reader.get(f"/kolleger/{person.slug}/{address}").status_code == 404


def test_experience_is_told_in_words_with_numbers_and_the_latest_month(reader, member):
    person = ColleagueFactory(name="Mette Ægidius")
    CasePortraitPageFactory(
        title="Legepladsen", contacts=[person], colleague_owner=person, end_date=date(2025, 3, 1)
    )
    CasePortraitPageFactory(title="Havnen", colleague_owner=person, start_date=date(2025, 9, 1))
    tool = ToolPageFactory(title="Gåtur-mødet")
    for day in (date(2026, 5, 4), date(2024, 1, 1)):
        ToolTrialFactory(tool=tool, colleague=person, contactable=True, date=day)
    ToolTrialFactory(colleague=person, contactable=False, date=date(2026, 6, 1))
    FeedbackFactory(author=person, target=tool, created_at="2025-01-01T12:00+01:00")
    ArenaPageFactory(title="Landsbyerne", coordinator=person)
    CommitmentFactory(owner=person, strategic_goal="Rene byer", status="i_gang")

    assert summary(person, member) == (
        "2 cases, 2 afprøvninger, 1 tilbagemelding, 1 arena, 1 forpligtelse, senest maj 2026"
    )
    html = reader.get(person.get_absolute_url()).content.decode()
    for text in (
        "Det har Mette været med til",
        "Legepladsen",
        "Havnen",
        "Landsbyerne",
        "Rene byer",
    ):
        assert text in html
    assert "2 gange" in html, "two uses of a tool are one line"
    assert html.count(">Gåtur-mødet</a>") == 2, "one for the trials, one for the feedback"


def test_a_trial_names_the_colleague_only_with_their_word(reader, member):
    person = ColleagueFactory()
    trial = ToolTrialFactory(colleague=person, contactable=False)
    assert summary(person, member) == ""
    assert trial.tool.title not in reader.get(person.get_absolute_url()).content.decode()


@pytest.mark.parametrize("kind", ["case", "trial", "feedback", "arena"])
def test_what_one_may_not_see_counts_for_nothing(reader, member, kind):
    person = ColleagueFactory()
    if kind == "case":
        page = CasePortraitPageFactory(title="Hemmelig", contacts=[person])
    elif kind == "arena":
        page = ArenaPageFactory(title="Hemmelig", coordinator=person)
    else:
        page = ToolPageFactory(title="Hemmelig")
        if kind == "trial":
            ToolTrialFactory(tool=page, colleague=person, contactable=True)
        else:
            FeedbackFactory(target=page, author=person)
    assert summary(person, member)
    restrict(page)
    del member._gufu_forbidden_paths
    assert summary(person, member) == ""
    assert "Hemmelig" not in reader.get(person.get_absolute_url()).content.decode()


def test_an_unpublished_case_counts_for_nothing(member, site):
    person = ColleagueFactory()
    CasePortraitPageFactory(contacts=[person], live=False)
    assert summary(person, member) == ""


def test_a_case_that_goes_on_is_as_late_as_its_beginning_and_never_in_the_future(member, site):
    person = ColleagueFactory()
    CasePortraitPageFactory(
        contacts=[person], start_date=days_from_now(-5), end_date=days_from_now(300)
    )
    CasePortraitPageFactory(contacts=[person], start_date=days_from_now(100))
    assert experience_of([person.pk], member)[person.pk].latest == days_from_now(0)


def test_nobody_asked_is_no_query(member, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert experience_of([], member) == {}


def test_a_month_in_words():
    assert month(date(2026, 5, 31)) == "maj 2026"
    assert month(None) == ""
    assert Trace("a:1", "A", "/a/").when is None


def test_the_photo_is_shown_only_while_both_consents_hold(reader):
    consent = ConsentFactory()
    person = ColleagueFactory(
        name="Anna Berg",
        slug="anna-berg",
        photo=PhotoFactory(with_people=True),
        photo_consent=consent,
    )
    main = lambda address: reader.get(address).content.decode().split("<main")[1]  # noqa: E731
    assert "<img" in main("/kolleger/anna-berg/")
    assert "<img" in main("/kolleger/")
    consent.expires_on = days_from_now(-1)
    consent.save()
    for address in ("/kolleger/anna-berg/", "/kolleger/"):
        assert "<img" not in main(address)
        assert ">AB<" in main(address)
    consent.expires_on = None
    consent.save()
    photo_consent = person.photo.consent
    photo_consent.status = photo_consent.Status.WITHDRAWN
    photo_consent.save()
    assert "<img" not in main("/kolleger/anna-berg/")


def test_a_pause_names_the_deputy(reader):
    deputy = ColleagueFactory(name="Bo Vikar")
    person = ColleagueFactory(name="Anna Væk", paused_until=days_from_now(3), deputy=deputy)
    html = reader.get(person.get_absolute_url()).content.decode()
    assert "Anna holder pause til og med" in html
    assert f'href="{deputy.get_absolute_url()}">Bo Vikar</a>' in html
    person.paused_until = days_from_now(-1)
    person.save()
    assert "holder pause" not in reader.get(person.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "deputy",
    [{"opted_in": False}, {"paused_until": days_from_now(5)}, {"user": "inactive"}, None],
)
def test_a_deputy_who_is_away_gets_nothing(reader, deputy):
    if deputy and deputy.get("user"):
        deputy = {"user": UserFactory(is_active=False)}
    stand_in = ColleagueFactory(name="Bo Vikar", **deputy) if deputy else None
    person = ColleagueFactory(paused_until=days_from_now(3), deputy=stand_in)
    assert person.recipient == person
    html = reader.get(person.get_absolute_url()).content.decode()
    assert "Bo Vikar" not in html
    assert "regn ikke med svar" in html


def test_one_corrects_ones_own_profile_instead_of_writing_to_oneself(reader, member):
    mine = ColleagueFactory(user=member)
    html = reader.get(mine.get_absolute_url()).content.decode()
    assert 'href="/kolleger/mig/"' in html
    assert "kontakt/" not in html
    assert reader.get(mine.get_absolute_url() + "kontakt/").url == "/kolleger/mig/"


def test_the_page_one_came_from_follows_to_the_form(reader):
    person = ColleagueFactory(slug="anna")
    html = reader.get("/kolleger/anna/?fra=/cases/a%26b/").content.decode()
    assert 'href="/kolleger/anna/kontakt/?fra=%2Fcases%2Fa%26b%2F"' in html
    html = reader.get("/kolleger/anna/?fra=https://ond.example/").content.decode()
    assert "ond.example" not in html
    assert person.name in html


def test_queries_do_not_grow_with_experience(reader):
    person = ColleagueFactory()

    def ask():
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(person.get_absolute_url()).status_code == 200
        return len(queries)

    def grow(number):
        for _ in range(number):
            CasePortraitPageFactory(contacts=[person])
            ToolTrialFactory(colleague=person, contactable=True)
            FeedbackFactory(author=person)
            CommitmentFactory(owner=person)

    grow(2)
    ask()
    few = ask()
    grow(10)
    assert ask() == few
    assert few <= 14


def test_the_day_before_yesterday_is_not_paused(site):
    assert not ColleagueFactory(paused_until=days_from_now(-2)).is_paused
    assert ColleagueFactory(paused_until=days_from_now(0)).is_paused


def test_invented_traces_say_so(reader):
    person = ColleagueFactory(slug="aase", name="Aase")
    trial = ToolTrialFactory(colleague=person, contactable=True)
    feedback = FeedbackFactory(author=person)
    assert "Eksempeltekst" not in reader.get("/kolleger/aase/").content.decode()
    for made in (trial, feedback):
        made.is_illustrative = True
        made.save()
    assert reader.get("/kolleger/aase/").content.decode().count("Eksempeltekst") == 2
