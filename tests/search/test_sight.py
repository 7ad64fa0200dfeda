"""What search may show is checked by statements that are written once, for everybody alike."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone
from wagtail.models import PageViewRestriction

from gufu.statements import Statement
from search import sight
from search.contract import SPACES
from tests.factories import CasePortraitPageFactory, ConsentFactory, QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_written(monkeypatch):
    monkeypatch.setattr(sight, "_written", {})


def seen(viewer, *things):
    return sight.allowed(viewer, things)[0]


def test_what_is_asked_depends_on_nothing_of_a_viewer_but_what_is_closed(site):
    """This is why viewers may share a statement."""
    viewers = [UserFactory(), UserFactory(is_superuser=True)]
    ids = [f"{space}:1" for space in SPACES]
    asked = [[Statement.of(each) for each in sight.rows_of(viewer, ids)] for viewer in viewers]
    assert asked[0] == asked[1]
    now = (dt.datetime, dt.time)
    assert not [each for one in asked[0] for each in one.params if isinstance(each, now)]


def test_a_page_is_open_to_one_and_closed_to_the_other_in_the_same_process(site):
    page = CasePortraitPageFactory()
    group = Group.objects.create(name="projekt")
    inside, outside = UserFactory(), UserFactory()
    inside.groups.add(group)
    found = f"page:{page.pk}"
    assert seen(outside, found) == {found}
    closing = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    closing.groups.add(group)
    inside, outside = again(inside), again(outside)
    assert (seen(inside, found), seen(outside, found)) == ({found}, set())
    assert seen(AnonymousUser(), found) == set()
    closing.delete()
    assert seen(again(outside), found) == {found}


def again(viewer):
    """The viewer at the next request."""
    return type(viewer).objects.get(pk=viewer.pk)


def test_more_ids_than_a_statement_has_room_for(site, django_assert_num_queries):
    pages = [f"page:{CasePortraitPageFactory().pk}" for _ in range(sight.PLACES + 2)]
    viewer = UserFactory()
    assert seen(viewer, *pages) == set(pages)
    with django_assert_num_queries(1):
        assert seen(viewer, *pages[:3], "page:999999") == set(pages[:3])


def test_a_consent_that_ended_yesterday_opens_nothing_today(site, monkeypatch):
    today = timezone.localdate()
    quote = QuoteFactory(consent=ConsentFactory(expires_on=today))
    viewer, found = UserFactory(), f"quote:{quote.pk}"
    assert seen(viewer, found) == {found}
    monkeypatch.setattr(timezone, "localdate", lambda: today + dt.timedelta(days=1))
    assert seen(viewer, found) == set()
