"""What one may not see leaves no trace on a reading page: no title, count, quote or photo."""

import pytest
from django.contrib.auth.models import Group

from consent.models import Consent
from tests import factories

SECRET = "Hemmelighed på Sukkerfabrikken"


@pytest.fixture
def world(site):
    """A closed case that everything links to, and the open pages that link to it."""
    area = factories.SubjectAreaFactory(name="Byrum")
    criterion = factories.CriterionFactory(number=1)
    principle = factories.PrincipleFactory(slug="resonans-1", number=1)
    owner = factories.ColleagueFactory(name="Bodil Stengaard")
    tool = factories.ToolPageFactory(slug="runden", subject_areas=[area], criteria=[criterion])
    quote = factories.QuoteFactory(text="Vi prøver det og ser.")
    business_case = factories.BusinessCasePageFactory(slug="regnestykket")
    secret = factories.CasePortraitPageFactory(
        title=SECRET,
        slug="hemmelig",
        location="Sakskøbing",
        subject_areas=[area],
        principles=[principle],
        criteria=[criterion],
        tools_used=[tool],
        quotes=[quote],
        contacts=[owner],
        business_case=business_case,
        confirmed_at=factories.days_from_now(0),
    )
    factories.CasePortraitPageFactory(slug="aaben", related=[secret], contacts=[owner])
    factories.DoDontFactory(evidence_case=secret)
    factories.FeedbackModelPageFactory(slug="model")
    factories.FeedbackFactory(target=secret, worked="En detalje fra Sukkerfabrikken")
    site.home.featured = secret
    site.home.save()
    return secret


ADDRESSES = [
    "/",
    "/cases/",
    "/cases/?emne=byrum",
    "/cases/aaben/",
    "/vaerktoejer/runden/",
    "/vaerktoejer/model/",
    "/principper/resonans-1/",
    "/goer-og-undgaa/",
    "/borgernes-stemmer/",
    "/business-cases/regnestykket/",
    "/guide/?kerneopgave=ja&udefra=ja&mobilisering=ja&innovation=nej&koordinering=nej",
]
#: Where an open page mentions the secret one; the guide and the voices among them.
MENTIONS = [address for address in ADDRESSES if address != "/vaerktoejer/model/"]


def test_the_test_would_notice(reader, world):
    for address in MENTIONS:
        assert SECRET in reader.get(address).content.decode(), address


@pytest.mark.parametrize("way", ["group", "unpublished", "section"])
def test_a_closed_page_is_mentioned_nowhere(reader, world, site, way):
    if way == "group":
        factories.restrict(world, Group.objects.create(name="De andre"))
    elif way == "unpublished":
        world.unpublish()
    else:
        factories.restrict(site.cases, Group.objects.create(name="De andre"))
    for address in ADDRESSES:
        response = reader.get(address)
        assert response.status_code in {200, 404}, address
        assert "Sukkerfabrikken" not in response.content.decode(), address
    assert reader.get("/cases/hemmelig/").status_code == 404


def test_its_group_sees_it(reader, member, world):
    group = Group.objects.create(name="De indviede")
    factories.restrict(world, group)
    member.groups.add(group)
    for address in [*MENTIONS, "/cases/hemmelig/"]:
        assert SECRET in reader.get(address).content.decode(), address


def test_counts_are_those_of_a_site_without_it(reader, world):
    factories.restrict(world)
    context = reader.get("/cases/").context
    assert context["count"] == 1
    assert [f for f in context["facets"] if f["name"] == "emne" and f["options"]] == []


@pytest.mark.parametrize(
    "consent",
    [
        None,
        {"expired": True},
        {"withdrawn": True},
        {"given_on": factories.days_from_now(1)},
    ],
)
def test_a_quote_without_a_valid_consent_is_shown_nowhere(reader, site, consent):
    text = "Det her må ingen se."
    quote = factories.QuoteFactory(
        text=text, consent=factories.ConsentFactory(**consent) if consent is not None else None
    )
    case = factories.CasePortraitPageFactory(
        slug="med-citat", quotes=[quote], story=[("quote", {"quote": quote})]
    )
    for address in ("/", "/borgernes-stemmer/", f"/borgernes-stemmer/?tema={quote.theme}"):
        assert text not in reader.get(address).content.decode(), address
    assert text not in reader.get(case.url).content.decode()


def test_a_quote_goes_with_its_consent_and_shows_once(reader, site):
    quote = factories.QuoteFactory(text="Nu er vi i gang.", attribution="Ole Olsen", role="Nabo")
    case = factories.CasePortraitPageFactory(
        quotes=[quote], story=[("quote", {"quote": quote}), ("heading", "Og så")]
    )
    html = reader.get(case.url).content.decode()
    assert html.count("Nu er vi i gang.") == 1
    assert "Nabo" in html
    assert "Ole Olsen" not in html  # shown by role: the name was not given away
    quote.consent.status = Consent.Status.WITHDRAWN
    quote.consent.save()
    assert "Nu er vi i gang." not in reader.get(case.url).content.decode()


def test_a_photo_goes_with_its_consent_and_so_does_its_caption(reader, site):
    photo = factories.PhotoFactory(with_people=True, description="Fru Hansen på torvet")
    case = factories.CasePortraitPageFactory(
        picture=photo, story=[("picture", {"image": photo, "caption": "Her smiler fru Hansen"})]
    )
    factories.CasePortraitPictureFactory(page=case, image=photo, caption="Hansen igen")
    for address in (case.url, "/cases/"):
        assert "Fru Hansen på torvet" in reader.get(address).content.decode(), address
    photo.consent.expires_on = factories.days_from_now(-1)
    photo.consent.save()
    for address in (case.url, "/cases/", "/"):
        assert "Hansen" not in reader.get(address).content.decode(), address


def test_a_colleague_who_said_no_is_named_nowhere(reader, site):
    person = factories.ColleagueFactory(name="Morten Usynlig", opted_in=False)
    case = factories.CasePortraitPageFactory(contacts=[person], colleague_owner=person)
    arena = factories.ArenaPageFactory(coordinator=person)
    business_case = factories.BusinessCasePageFactory(benefit_owner=person)
    factories.CommitmentFactory(owner=person)
    factories.FeedbackFactory(target=case, author=person)
    for address in (case.url, arena.url, business_case.url, "/arenaer/"):
        assert "Morten Usynlig" not in reader.get(address).content.decode(), address


def test_read_on_names_nothing_that_the_page_shows_already(reader, site):
    tool, other = factories.ToolPageFactory(), factories.ToolPageFactory(title="Et andet greb")
    case = factories.CasePortraitPageFactory(tools_used=[tool], related=[tool, other])
    html = reader.get(case.url).content.decode()
    assert html.count(f'href="{tool.url}"') == 1
    assert "Læs også" in html
    assert "Et andet greb" in html
