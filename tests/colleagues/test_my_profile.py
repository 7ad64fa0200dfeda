"""One's own profile: begun from the account, shown only by one's own choice."""

import pytest

from colleagues.models import ColleagueProfile
from colleagues.people import free_slug
from tests.factories import CentreFactory, ColleagueFactory, SubjectAreaFactory, days_from_now

pytestmark = pytest.mark.django_db

ADDRESS = "/kolleger/mig/"


@pytest.fixture
def centre(site):
    return CentreFactory(name="Skoler")


def form(centre, **changes):
    return {
        "opted_in": "on",
        "job_title": "Lærer",
        "centre": centre.pk,
        "place": "",
        "phone": "54 73 10 00",
        "teams_upn": "",
        "ask_me_about": "Åben skole.",
        "offers": ["sparring", "oplaeg"],
        "paused_until": "",
        "deputy_email": "",
    } | changes


def test_the_first_visit_begins_with_what_the_account_knows_and_saves_nothing(reader, member):
    html = reader.get(ADDRESS).content.decode()
    assert member.get_full_name() in html
    assert member.email in html
    assert "Velkommen" in html
    assert not ColleagueProfile.objects.exists()


def test_saving_says_whether_one_can_be_seen(reader, member, centre):
    area = SubjectAreaFactory(name="Skole")
    response = reader.post(ADDRESS, form(centre, subject_areas=[area.pk]), follow=True)
    profile = ColleagueProfile.objects.get()
    assert response.redirect_chain == [(profile.get_absolute_url(), 302)]
    assert "Velkommen i kollegaoversigten" in response.content.decode()
    assert (profile.user, profile.name, profile.email) == (
        member,
        member.get_full_name(),
        member.email,
    )
    assert profile.offers == ["sparring", "oplaeg"]
    assert list(profile.subject_areas.all()) == [area]
    assert profile.confirmed_at == days_from_now(0)

    # Who is in the directory stays there until they leave it, which is a step of its own.
    changes = form(centre)
    del changes["opted_in"]
    response = reader.post(ADDRESS, changes, follow=True)
    assert response.redirect_chain == [(ADDRESS, 302)]
    assert reader.get(profile.get_absolute_url()).status_code == 200


def test_without_a_yes_nobody_else_sees_it(reader, centre):
    changes = form(centre)
    del changes["opted_in"]
    response = reader.post(ADDRESS, changes, follow=True)
    assert "Kun du kan se din profil" in response.content.decode()
    assert reader.get(ColleagueProfile.objects.get().get_absolute_url()).status_code == 404


def test_name_and_address_are_the_accounts(reader, member, centre):
    reader.post(ADDRESS, form(centre, name="Borgmesteren", email="boss@gufu.example"))
    profile = ColleagueProfile.objects.get()
    assert (profile.name, profile.email) == (member.get_full_name(), member.email)


def test_an_account_without_name_and_address_is_asked(reader, member, centre):
    member.first_name = member.last_name = member.email = ""
    member.save()
    assert reader.post(ADDRESS, form(centre)).status_code == 422
    reader.post(ADDRESS, form(centre, name="Åse Ny", email="aase.ny@gufu.example"))
    profile = ColleagueProfile.objects.get()
    assert (profile.name, profile.slug) == ("Åse Ny", "aase-ny")


def test_anothers_address_is_refused(reader, member, centre):
    member.email = ""
    member.save()
    other = ColleagueFactory()
    response = reader.post(ADDRESS, form(centre, email=other.email))
    assert response.status_code == 422
    assert ColleagueProfile.objects.count() == 1
    other.refresh_from_db()
    assert other.user is None


def test_a_profile_that_waited_for_its_account_is_taken_over(reader, member, centre):
    waiting = ColleagueFactory(email=member.email.upper(), opted_in=False)
    reader.post(ADDRESS, form(centre))
    waiting.refresh_from_db()
    assert waiting.user == member
    assert waiting.opted_in
    assert ColleagueProfile.objects.count() == 1


def test_a_pause_with_a_deputy(reader, member, centre):
    deputy = ColleagueFactory(name="Bo Vikar", email="bo@gufu.example")
    day = days_from_now(10)
    reader.post(
        ADDRESS, form(centre, paused_until=f"{day:%d.%m.%Y}", deputy_email="BO@gufu.example")
    )
    profile = ColleagueProfile.objects.get(user=member)
    assert (profile.paused_until, profile.deputy, profile.recipient) == (day, deputy, deputy)
    html = reader.get(ADDRESS).content.decode()
    assert 'value="bo@gufu.example"' in html
    assert f'value="{day:%Y-%m-%d}"' in html
    reader.post(ADDRESS, form(centre))
    profile.refresh_from_db()
    assert (profile.paused_until, profile.deputy) == (None, None)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"phone": "ring!"}, "Skriv et telefonnummer med cifre."),
        ({"paused_until": "i morgen"}, "Skriv datoen som dag, måned og år"),
        ({"paused_until": "2020-01-01"}, "Datoen er passeret."),
        ({"deputy_email": "ingen@gufu.example"}, "Ingen i kollegaoversigten har adressen"),
        ({"deputy_email": "skjult@gufu.example"}, "Ingen i kollegaoversigten har adressen"),
        ({"deputy_email": "vaek@gufu.example"}, "Bo Væk holder selv pause til og med"),
        ({"centre": ""}, "Vælg dit center"),
        ({"offers": ["guld"]}, "guld"),
        ({"ask_me_about": "x" * 601}, "Der er plads til 600 tegn."),
    ],
)
def test_bad_input_gets_a_clear_answer_and_loses_nothing(reader, centre, changes, complaint):
    ColleagueFactory(email="skjult@gufu.example", opted_in=False)
    ColleagueFactory(name="Bo Væk", email="vaek@gufu.example", paused_until=days_from_now(9))
    response = reader.post(ADDRESS, form(centre, job_title="Min stilling") | changes)
    html = response.content.decode()
    assert response.status_code == 422
    assert complaint in html
    assert "Min stilling" in html
    assert not ColleagueProfile.objects.filter(job_title="Min stilling").exists()


def test_one_is_not_ones_own_deputy(reader, member, centre):
    mine = ColleagueFactory(user=member, email=member.email)
    response = reader.post(ADDRESS, form(centre, deputy_email=mine.email))
    assert "ikke være din egen stedfortræder" in response.content.decode()


def test_addresses_of_profiles_are_free_ascii_and_never_a_page_of_their_own(site):
    ColleagueFactory(name="A", slug="aase-noergaard")
    ColleagueFactory(name="B", slug="aase-noergaard-2")
    assert free_slug("Åse Nørgaard") == "aase-noergaard-3"
    assert free_slug("Mig") == "mig-2"
    assert free_slug("Ж") == "kollega"
