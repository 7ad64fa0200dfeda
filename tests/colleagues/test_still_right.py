"""The yearly question, the first visit, and what is missing from a profile."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from colleagues.models import ColleagueProfile
from colleagues.own import completeness, year_before
from colleagues.still_right import remind
from gufu.outbox.worker import drain
from tests.factories import (
    PASSWORD,
    ColleagueFactory,
    SubjectAreaFactory,
    UserFactory,
    days_from_now,
)

pytestmark = pytest.mark.django_db
ME = "/kolleger/mig/"
OLD = days_from_now(-400)


@pytest.fixture
def mine(site, member):
    return ColleagueFactory(
        name="Anna Berg", slug="anna-berg", user=member, email=member.email, confirmed_at=OLD
    )


class TestReminder:
    def test_one_mail_a_year_leads_to_a_page_that_takes_one_click(self, reader, mine):
        assert remind() == 1
        assert remind() == 0
        drain("mail")
        (letter,) = mail.outbox
        assert letter.to == [f"Anna Berg <{mine.email}>"]
        assert ME + "bekraeft/" in letter.body
        assert letter.extra_headers["Message-ID"].startswith(f"<bekraeft.{mine.pk}.")

        assert "Er det stadig rigtigt?" in reader.get(ME).content.decode()
        html = reader.get(ME + "bekraeft/").content.decode()
        assert "Anna Berg" in html
        assert mine.email in html
        response = reader.post(ME + "bekraeft/", follow=True)
        assert response.redirect_chain == [(ME, 302)]
        assert "Er det stadig rigtigt?" not in response.content.decode()
        mine.refresh_from_db()
        assert mine.confirmed_at == days_from_now(0)

    @pytest.mark.parametrize(
        "changes",
        [
            {"confirmed_at": days_from_now(-300)},
            {"confirmed_at": None},
            {"opted_in": False},
            {"reminded_at": days_from_now(-200)},
            {"user": "closed"},
        ],
    )
    def test_nobody_else_is_asked(self, mine, changes):
        if changes.pop("user", None):
            mine.user.is_active = False
            mine.user.save()
        ColleagueProfile.objects.filter(pk=mine.pk).update(**changes or {"opted_in": True})
        assert remind() == 0

    def test_who_did_not_answer_is_asked_again_a_year_later(self, mine):
        mine.reminded_at = year_before(days_from_now(0))
        mine.save()
        assert remind() == 1

    def test_who_has_answered_meanwhile_gets_no_mail(self, mine):
        remind()
        mine.confirmed_at = days_from_now(0)
        mine.save()
        drain("mail")
        assert not mail.outbox

    def test_it_is_one_of_the_daily_jobs(self, mine):
        call_command("daily", "profile_reminders", verbosity=0)
        mine.refresh_from_db()
        assert mine.reminded_at == days_from_now(0)

    def test_five_hundred_are_asked_once_each(self, site):
        for number in range(50):
            ColleagueFactory(name=f"Kollega {number}", confirmed_at=OLD)
        assert remind() == 50
        assert remind() == 0

    def test_a_leap_day_has_a_day_a_year_before(self):
        leap = timezone.datetime(2028, 2, 29).date()
        assert year_before(leap).isoformat() == "2027-02-28"


class TestFirstVisit:
    def sign_on(self, user):
        browser = Client()
        data = {"username": user.username, "password": PASSWORD}
        assert browser.post("/konto/login/?next=/", data).status_code == 302
        return browser

    def test_a_profile_made_for_one_is_shown_first_and_only_once(self, site):
        user = UserFactory()
        profile = ColleagueFactory(user=user, email=user.email, opted_in=False)
        browser = self.sign_on(user)
        response = browser.get("/cases/?side=1")
        assert response.status_code == 302
        assert response.url == f"{ME}?videre=%2Fcases%2F%3Fside%3D1"
        html = browser.get(response.url).content.decode()
        assert "Vi har udfyldt det, vi ved om dig" in html
        assert 'href="/cases/"' in html
        assert browser.get("/cases/").status_code == 200
        assert Client().get(profile.get_absolute_url()).status_code == 302
        data = {"centre": profile.centre_id, "opted_in": "on", "phone": profile.phone}
        assert browser.post(ME, data).url == profile.get_absolute_url()
        assert self.sign_on(user).get("/cases/").status_code == 200

    def test_whoever_goes_to_the_profile_first_is_welcomed_and_not_led_there_again(self, site):
        user = UserFactory()
        ColleagueFactory(user=user, email=user.email, opted_in=False)
        browser = self.sign_on(user)
        assert "Vi har udfyldt det, vi ved om dig" in browser.get(ME).content.decode()
        assert browser.get("/cases/").status_code == 200

    def test_whoever_is_here_for_the_first_time_without_a_profile_is_led_there(self, site):
        user = UserFactory()
        assert self.sign_on(user).get("/").url.startswith(ME)
        assert get_user_model().objects.get(pk=user.pk).last_login
        assert self.sign_on(user).get("/").status_code == 200

    @pytest.mark.parametrize("changes", [{"opted_in": True}, {"opted_in": False}])
    def test_whoever_has_answered_is_left_alone(self, site, changes):
        user = UserFactory()
        ColleagueFactory(user=user, email=user.email, confirmed_at=OLD, **changes)
        assert self.sign_on(user).get("/").status_code == 200

    def test_the_way_on_is_never_out_of_the_house(self, reader):
        html = reader.get(ME + "?videre=https://ond.example/").content.decode()
        assert "ond.example" not in html.split("<main")[1]


class TestCompleteness:
    def test_it_counts_what_is_there_and_points_to_what_is_missing(self, reader, mine):
        mine.place = mine.phone = mine.ask_me_about = ""
        mine.save()
        found = completeness(mine)
        assert (found.done, found.total) == (2, 8)
        html = reader.get(ME).content.decode()
        assert "2 af 8 ting er på plads" in html
        for place in ("id_place", "id_phone", "id_ask_me_about", "id_subject_areas", "foto"):
            assert f'href="#{place}"' in html
            assert f'id="{place}' in html
        mine.subject_areas.add(SubjectAreaFactory())
        assert completeness(mine).done == 3

    def test_nobody_else_sees_it(self, mine, site):
        browser = Client()
        browser.force_login(UserFactory())
        html = browser.get("/kolleger/anna-berg/").content.decode()
        assert "på plads" not in html
        assert "<progress" not in html
