"""A secret page leaves no trace: with it, the site is the same as without it."""

import difflib
import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from cases.models import CasePortraitPage
from gufu.outbox.worker import drain
from gufu.visibility import forbidden_paths, visible_pages_q
from tests.factories import (
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    DoDontFactory,
    FeedbackFactory,
    PhotoFactory,
    PrincipleFactory,
    QuestionCardFactory,
    QuoteFactory,
    SubjectAreaFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
    days_from_now,
    restrict,
)

WORD = "Xylofonhaven"  # found nowhere else


def browser(*groups, **fields):
    user = UserFactory(**fields)
    user.groups.set(groups)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def world(site):
    """Open content, and what a secret page will hang on: a tool, a colleague, words, a quote."""
    world = site
    world.centre = CentreFactory(name="Kultur & Fritid", slug="kultur-fritid")
    world.area = SubjectAreaFactory(name="Frivillighed", slug="frivillighed")
    world.person = ColleagueFactory(name="Marie Lundqvist", slug="marie-lundqvist")
    world.tool = ToolPageFactory(title="Gå en tur", slug="gaa-en-tur")
    world.principle = PrincipleFactory()
    world.quote = QuoteFactory(text="Nøglen lå under krukken.")
    world.question = QuestionCardFactory()
    world.open = CasePortraitPageFactory(
        title="Den åbne have",
        slug="den-aabne-have",
        centre=world.centre,
        subject_areas=[world.area],
        tools_used=[world.tool],
        contacts=[world.person],
        confirmed_at=days_from_now(-20),
    )
    world.group = Group.objects.create(name="Ledelsen")
    return world


def secret_page(world, **fields):
    """Return a page that touches everything, newer than all the others."""
    page = CasePortraitPageFactory(
        title=f"{WORD} i Nysted",
        slug="xylofonhaven",
        summary=f"Om {WORD} og naboerne.",
        centre=world.centre,
        subject_areas=[world.area],
        tools_used=[world.tool],
        contacts=[world.person],
        principles=[world.principle],
        quotes=[world.quote],
        related=[world.open],
        colleague_owner=world.person,
        picture=PhotoFactory(),
        tags=["xylofoner"],
        confirmed_at=days_from_now(0),
        **fields,
    )
    DoDontFactory(advice="Lån nøglen ud.", evidence_case=page)
    FeedbackFactory(target=page, author=world.person)
    ToolTrialFactory(tool=world.tool, case=page, colleague=world.person)
    return page


#: Where a page might show itself. {…} are slugs of the world above.
PLACES = [
    "/",
    "/cases/",
    "/cases/?center=kultur-fritid",
    "/cases/?emne=frivillighed",
    "/cases/?spor=ny&sorter=titel",
    "/cases/?q=xylofonhaven",
    "/cases/?q=nysted",
    "/cases/den-aabne-have/",
    "/vaerktoejer/",
    "/vaerktoejer/gaa-en-tur/",
    "/kolleger/",
    "/kolleger/marie-lundqvist/",
    "/kolleger/?q=xylofon",
    "/borgernes-stemmer/",
    "/principper/",
    "/goer-og-undgaa/",
    "/spoergsmaal/",
    "/arenaer/",
    "/business-cases/",
    "/soeg/?q=xylofonhaven",
    "/soeg/?q=xylofon",
    "/soeg/?q=xylofonhavn",
    "/soeg/?q=nysted",
    "/soeg/?q=have",
    "/soeg/?q=have&slags=case",
    "/soeg/?q=&center=kultur-fritid",
    "/soeg/forslag/?q=xyl",
    "/soeg/forslag/?q=hav",
    "/guide/",
    "/cases/xylofonhaven/",
    "/findes-ikke/",
]
#: Made anew for each answer: the token of a form, the nonce, and the address that was asked for.
CHANGING = re.compile(
    r'(name="(csrfmiddlewaretoken|[\w-]*token)" value=")[^"]*|(nonce=")[^"]*'
    r"|/billeder/\d+/[^ \"]*|/cases/xylofonhaven/|/findes-ikke/"
)


def seen(client):
    """Return {place: what the reader gets} with what changes at each answer taken out."""
    answers = {}
    for place in PLACES:
        response = client.get(place)
        text = CHANGING.sub("", response.content.decode())
        answers[place] = (response.status_code, text)
    return answers


def assert_same(before, after):
    for place in PLACES:
        status, text = after[place]
        assert WORD.lower() not in text.lower().replace("q=xylofonhaven", "").replace(
            'value="xylofonhaven"', ""
        ) or place.startswith(("/soeg/?q=xylofonh", "/cases/?q=xylofonh")), place
        difference = difflib.unified_diff(
            before[place][1].splitlines(), text.splitlines(), lineterm="", n=0
        )
        assert (status, list(difference)) == (before[place][0], []), place


def test_every_place_exists_and_an_insider_finds_the_page(world):
    """The control: without a restriction, or in the right group, the page shows all over."""
    inside = browser(world.group)
    before = seen(inside)
    assert {status for place, (status, _) in before.items()} == {200, 404}
    page = secret_page(world)
    restrict(page, world.group)
    drain()
    after = seen(inside)
    changed = {place for place in PLACES if after[place] != before[place]}
    assert changed >= {
        "/",
        "/cases/",
        "/cases/?center=kultur-fritid",
        "/cases/xylofonhaven/",
        "/vaerktoejer/gaa-en-tur/",
        "/kolleger/marie-lundqvist/",
        "/soeg/?q=xylofonhaven",
        "/soeg/?q=have",
        "/soeg/forslag/?q=xyl",
    }


@pytest.mark.parametrize("who", ["staff", "wrong group"])
def test_a_secret_page_changes_nothing_for_who_may_not_see_it(world, who):
    groups = [Group.objects.create(name="Naboerne")] if who == "wrong group" else []
    client = browser(*groups)
    drain()
    before = seen(client)
    page = secret_page(world)
    restrict(page, world.group)
    # What it touches in the open is not part of the secret; only its links to the page are.
    remove_open_traces(page)
    drain()
    assert_same(before, seen(client))


def remove_open_traces(page):
    """Take away the open things that the builder made along with the page."""
    from toolbox.models import DoDont, ToolTrial

    DoDont.objects.filter(evidence_case=page).delete()
    ToolTrial.objects.filter(case=page).delete()


CLOSINGS = {
    "restricted": lambda world, page: restrict(page, world.group),
    "its section restricted": lambda world, page: restrict(page.get_parent(), world.group),
    "moved below a closed page": lambda world, page: Page.objects.get(pk=page.pk).move(
        closed_section(world), "last-child"
    ),
    "unpublished": lambda world, page: page.unpublish(),
    "deleted": lambda world, page: page.delete(),
}


def closed_section(world):
    from cases.models import CaseIndexPage

    section = CaseIndexPage(title="Lukket", slug="lukket", show_in_menus=False)
    world.home.refresh_from_db()
    world.home.add_child(instance=section)
    restrict(section, world.group)
    return section


@pytest.mark.parametrize("how", CLOSINGS)
def test_closing_takes_effect_on_the_next_request_while_the_indexer_is_stopped(world, how):
    client = browser()
    page = secret_page(world)
    remove_open_traces(page)
    drain()
    assert any(WORD in text for _, text in seen(client).values())

    CLOSINGS[how](world, CasePortraitPage.objects.get(pk=page.pk))  # and no drain()

    for place, (_status, text) in seen(client).items():
        if place.startswith(("/soeg/?q=xylofonh", "/cases/?q=xylofonh")):
            # The reader's own words may be said back; the title and the summary may not.
            assert "i Nysted" not in text, place
            assert "og naboerne" not in text, place
        else:
            assert WORD not in text, place
    assert client.get(page.url).status_code == 404


def test_leaving_the_group_takes_effect_on_the_next_request(world):
    page = secret_page(world)
    restrict(page, world.group)
    drain()
    user = UserFactory()
    user.groups.add(world.group)
    client = Client()
    client.force_login(user)
    assert client.get(page.url).status_code == 200
    assert "i Nysted" in client.get("/soeg/?q=xylofonhaven").content.decode()
    user.groups.clear()
    assert client.get(page.url).status_code == 404
    assert "i Nysted" not in client.get("/soeg/?q=xylofonhaven").content.decode()


# --- The rule itself ---------------------------------------------------------------------------
def may_see(page, *groups, **fields):
    user = UserFactory(**fields)
    user.groups.set(groups)
    return Page.objects.filter(visible_pages_q(user), pk=page.pk).exists()


def test_groups_logins_passwords_and_superusers(world):
    other = Group.objects.create(name="Naboerne")
    page = world.open
    assert may_see(page)
    closed = restrict(page, world.group)
    assert may_see(page, world.group)
    assert may_see(page, world.group, other)
    assert not may_see(page, other)
    assert not may_see(page)
    assert may_see(page, is_superuser=True)
    closed.groups.add(other)  # one of several groups is enough
    assert may_see(page, other)
    closed.groups.clear()  # closed to nobody in particular is closed to everybody
    assert not may_see(page, world.group)

    closed.delete()
    for kind, opens in ((PageViewRestriction.LOGIN, True), (PageViewRestriction.PASSWORD, False)):
        rule = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
        assert may_see(page) is opens
        assert may_see(page, is_superuser=True)
        rule.delete()


def test_every_closed_door_on_the_way_must_open(world):
    outer, inner = world.group, Group.objects.create(name="Inderst")
    restrict(world.cases, outer)
    restrict(world.open, inner)
    assert not may_see(world.open, outer)
    assert not may_see(world.open, inner)
    assert may_see(world.open, outer, inner)
    assert may_see(world.cases, outer)
    assert not may_see(world.cases, inner)


def test_two_restrictions_on_one_page_must_both_open(world):
    other = Group.objects.create(name="Naboerne")
    restrict(world.open, world.group)
    restrict(world.open, other)
    assert not may_see(world.open, world.group)
    assert may_see(world.open, world.group, other)


def test_the_deactivated_and_the_anonymous_see_nothing(world):
    from django.contrib.auth.models import AnonymousUser

    assert not may_see(world.open, is_active=False)
    assert not Page.objects.filter(visible_pages_q(AnonymousUser())).exists()


def test_a_neighbour_with_a_longer_path_is_not_closed_along(world):
    """Paths are compared from the front: 0001 closes 00010002, not its neighbour 0002."""
    restrict(world.open, world.group)
    neighbour = CasePortraitPageFactory()
    assert may_see(neighbour)
    assert neighbour.path.startswith(world.cases.path)


def test_the_rule_costs_two_queries_at_most(world, django_assert_max_num_queries):
    for _ in range(20):
        restrict(CasePortraitPageFactory(), Group.objects.create(name=f"Gruppe {_}"))
    user = UserFactory()
    with django_assert_max_num_queries(2):
        assert len(forbidden_paths(user)) == 20
        forbidden_paths(user)
