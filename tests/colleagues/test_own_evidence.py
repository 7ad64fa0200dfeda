"""What one decides about oneself: hidden traces, the directory, the photo. All hold at once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from colleagues.evidence import experience_of
from colleagues.models import HiddenEvidence
from consent.models import Consent, Photo
from gufu.outbox.models import OutboxEntry
from tests.factories import (
    CasePortraitPageFactory,
    ColleagueFactory,
    ConsentFactory,
    PhotoFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
    days_from_now,
)

pytestmark = pytest.mark.django_db
ME = "/kolleger/mig/"


@pytest.fixture
def mine(site, member):
    return ColleagueFactory(
        name="Anna Berg", slug="anna-berg", user=member, email=member.email, confirmed_at=today()
    )


@pytest.fixture
def other(client, mine):
    """Somebody else's browser."""
    from django.test import Client

    browser = Client()
    browser.force_login(UserFactory())
    return browser


def today():
    return days_from_now(0)


def picture(name="mig.png"):
    content = BytesIO()
    Image.new("RGB", (60, 60), "teal").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue(), "image/png")


def main(response):
    return response.content.decode().split("<main")[1]


class TestHiding:
    def test_a_hidden_trace_is_gone_for_all_others_at_once_and_comes_back(
        self, reader, other, mine
    ):
        page = CasePortraitPageFactory(title="Brobygning i byen", contacts=[mine])
        key = f"case:{page.pk}"
        assert "1 case" in main(other.get("/kolleger/?q=brobygning"))
        assert "Brobygning i byen" in main(other.get("/kolleger/anna-berg/"))

        response = reader.post(ME + "erfaring/", {"spor": [key]}, follow=True)
        assert "Det er skjult" in response.content.decode()
        assert "Brobygning i byen" in main(response), "one sees oneself what one has hidden"
        assert "Vis igen" in main(response)
        assert "Anna Berg" not in main(other.get("/kolleger/?q=brobygning"))
        assert "Brobygning i byen" not in main(other.get("/kolleger/anna-berg/"))
        assert "Brobygning i byen" not in main(reader.get(ME + "som-andre-ser-dig/"))

        reader.post(ME + "erfaring/", {"spor": [key], "vis": "ja"})
        assert "1 case" in main(other.get("/kolleger/?q=brobygning"))

    def test_all_uses_of_a_tool_go_together_and_the_next_one_does_not(self, reader, member, mine):
        tool = ToolPageFactory(title="Gåtur")
        trials = [ToolTrialFactory(tool=tool, colleague=mine, contactable=True) for _ in range(2)]
        html = main(reader.get(ME))
        for trial in trials:
            assert f'name="spor" value="trial:{trial.pk}"' in html
        reader.post(ME + "erfaring/", {"spor": [f"trial:{trial.pk}" for trial in trials]})
        assert experience_of([mine.pk], member)[mine.pk].summary == ""
        ToolTrialFactory(tool=tool, colleague=mine, contactable=True)
        assert experience_of([mine.pk], member)[mine.pk].summary.startswith("1 afprøvning")

    def test_a_hidden_trace_filters_nobody_by_technique(self, reader, other, mine):
        tool = ToolPageFactory(title="Gåtur", slug="gaatur")
        trial = ToolTrialFactory(tool=tool, colleague=mine, contactable=True)
        assert "Anna Berg" in main(other.get("/kolleger/?greb=gaatur"))
        reader.post(ME + "erfaring/", {"spor": [f"trial:{trial.pk}"]})
        facets = other.get("/kolleger/").context["facets"]
        assert not next(facet for facet in facets if facet["name"] == "greb")["options"]

    @pytest.mark.parametrize("key", ["case:999999", "case:x", "", "case:1:2", "æ" * 500, "x\x00"])
    def test_only_ones_own_traces_can_be_hidden(self, reader, mine, key):
        theirs = CasePortraitPageFactory(contacts=[ColleagueFactory()])
        response = reader.post(ME + "erfaring/", {"spor": [key, f"case:{theirs.pk}"]})
        assert response.status_code == 302
        assert not HiddenEvidence.objects.exists()

    def test_hiding_twice_is_hiding_once_and_search_is_told(self, reader, mine):
        page = CasePortraitPageFactory(contacts=[mine])
        for _ in range(2):
            reader.post(ME + "erfaring/", {"spor": [f"case:{page.pk}"]})
        assert HiddenEvidence.objects.count() == 1
        key = f"forget:page:{page.pk}:{mine.pk}:case:{page.pk}"
        assert OutboxEntry.objects.filter(topic="index", key=key).count() == 1


class TestLeaving:
    def test_one_step_out_and_one_back(self, reader, other, mine):
        response = reader.post(ME + "synlig/", follow=True)
        assert "Du er ude af kollegaoversigten" in response.content.decode()
        assert "Vis mig i oversigten" in main(response)
        assert other.get("/kolleger/anna-berg/").status_code == 404
        assert "Anna Berg" not in main(other.get("/kolleger/"))

        response = reader.post(ME + "synlig/", {"vis": "ja"}, follow=True)
        assert "Du står i kollegaoversigten igen" in response.content.decode()
        assert other.get("/kolleger/anna-berg/").status_code == 200

    def test_without_a_centre_one_cannot_be_found_so_that_comes_first(self, reader, mine):
        mine.centre, mine.opted_in = None, False
        mine.save()
        response = reader.post(ME + "synlig/", {"vis": "ja"})
        assert response.url == ME + "#id_centre"
        mine.refresh_from_db()
        assert not mine.opted_in

    def test_what_others_see_can_be_seen_before_they_see_it(self, reader, mine):
        mine.opted_in = False
        mine.save()
        html = main(reader.get(ME + "som-andre-ser-dig/"))
        assert "Sådan ser andre din profil" in html
        assert "Lige nu kan kun du se den" in html

    @pytest.mark.parametrize("place", ["foto/", "foto/fjern/", "erfaring/", "synlig/"])
    def test_without_a_profile_there_is_nothing_to_decide(self, reader, place):
        assert reader.post(ME + place).status_code == 404


class TestPhoto:
    def test_a_photo_comes_with_its_consent_and_is_shown(self, reader, other, mine):
        response = reader.post(ME + "foto/", {"file": picture(), "consent": "on"}, follow=True)
        assert "dit samtykke er noteret" in response.content.decode()
        mine.refresh_from_db()
        assert mine.shown_photo
        consent = mine.photo_consent
        assert (mine.photo.consent, consent.given_on) == (consent, today())
        assert "Jeg siger ja til, at mit foto vises" in consent.scope
        html = main(other.get("/kolleger/anna-berg/"))
        assert "<img" in html
        url = html.split('<img src="')[1].split('"')[0]
        assert other.get(url).status_code == 200

        reader.post(ME + "foto/fjern/")
        mine.refresh_from_db()
        assert (mine.photo, mine.photo_consent) == (None, None)
        consent.refresh_from_db()
        assert consent.status == Consent.Status.WITHDRAWN
        assert not Photo.objects.exists()
        assert other.get(url).status_code == 404
        assert "<img" not in main(other.get("/kolleger/anna-berg/"))

    @pytest.mark.parametrize(
        ("data", "complaint"),
        [
            ({"file": picture}, "Sæt kryds, hvis dit foto må vises."),
            ({"consent": "on"}, "Vælg et billede, før du gemmer."),
            (
                {"file": lambda: SimpleUploadedFile("x.svg", b"<svg/>"), "consent": "on"},
                "Brug et billede af en af disse typer",
            ),
            (
                {"file": lambda: SimpleUploadedFile("x.png", b"%PDF"), "consent": "on"},
                "Filen er beskadiget",
            ),
        ],
    )
    def test_nothing_is_kept_without_a_picture_and_a_yes(self, reader, mine, data, complaint):
        sent = {name: value() if callable(value) else value for name, value in data.items()}
        response = reader.post(ME + "foto/", sent)
        assert response.status_code == 422
        assert complaint in response.content.decode()
        assert not Photo.objects.exists()
        assert not Consent.objects.exists()

    def test_a_photo_that_an_editor_put_there_loses_its_consent_and_stays_theirs(
        self, reader, mine
    ):
        mine.photo, mine.photo_consent = PhotoFactory(with_people=True), ConsentFactory()
        mine.save()
        reader.post(ME + "foto/fjern/")
        assert Photo.objects.count() == 1
        assert Consent.objects.filter(status=Consent.Status.WITHDRAWN).count() == 1

    def test_one_sees_ones_own_photo_before_others_do(self, reader, other, mine):
        mine.opted_in = False
        mine.save()
        reader.post(ME + "foto/", {"file": picture(), "consent": "on"})
        url = main(reader.get(ME)).split('<img src="')[1].split('"')[0]
        assert reader.get(url).status_code == 200
        assert other.get(url).status_code == 404
