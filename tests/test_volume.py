"""The number of queries a page costs does not depend on how much there is: 20 or 2,000 of each."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from cases.models import CasePortraitPage, Quote
from colleagues.models import ColleagueProfile
from tests.factories import (
    ArenaPageFactory,
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    ColleagueFactory,
    DoDontFactory,
    PhotoFactory,
    QuestionCardFactory,
    QuoteFactory,
    SubjectAreaFactory,
    ToolPageFactory,
)
from tests.volume import multiply, weigh
from toolbox.models import DoDont, QuestionCard, ToolPage

SMALL, LARGE = 20, 2000


@pytest.fixture
def frame(site, reader):
    """One of everything, linked to each other, and the reader who will look at it."""
    photo = PhotoFactory()
    area = SubjectAreaFactory()
    person = ColleagueFactory(name="Anna Holm", slug="anna-holm")
    tool = ToolPageFactory(title="Gåtur", slug="gaatur", picture=photo, colleague_owner=person)
    case = CasePortraitPageFactory(title="Broen", slug="broen", picture=photo)
    case.tools_used.set([tool])
    case.contacts.set([person])
    case.subject_areas.set([area])
    case.save()
    arena = ArenaPageFactory(slug="havnen", picture=photo)
    business = BusinessCasePageFactory(slug="regnestykket", picture=photo)
    return [tool, case, arena, business]


def grow(pages: list[Page], now: int, wanted: int) -> None:
    """Bring every kind from `now` to `wanted`."""
    more = wanted - now
    for page in pages:
        multiply(page.specific, more)
    for factory, model in (
        (QuestionCardFactory, QuestionCard),
        (DoDontFactory, DoDont),
        (QuoteFactory, Quote),
        (ColleagueFactory, ColleagueProfile),
    ):
        sample = model.objects.first() or factory()
        for number in range(more):
            sample.pk = None
            sample.slug = f"{model._meta.model_name}-{wanted}-{number}"
            if model is ColleagueProfile:
                sample.user = None
                sample.email = f"{sample.slug}@gufu.example"
            sample._state.adding = True
            model.objects.bulk_create([sample])
    weigh()
    call_command("rebuild_search", verbosity=0)
    Site.clear_site_root_paths_cache()


ADDRESSES = [
    "/",
    "/cases/",
    "/cases/?sorter=titel&side=2",
    "/cases/broen/",
    "/vaerktoejer/",
    "/vaerktoejer/?tid=30&antal=10",
    "/vaerktoejer/gaatur/",
    "/spoergsmaal/",
    "/principper/",
    "/goer-og-undgaa/",
    "/business-cases/",
    "/business-cases/regnestykket/",
    "/borgernes-stemmer/",
    "/arenaer/",
    "/arenaer/havnen/",
    "/kolleger/",
    "/kolleger/anna-holm/",
    "/kolleger/anna-holm/kontakt/",
    "/guide/",
    "/soeg/?q=broen",
    "/soeg/?q=broen&slags=case&side=2",
    "/soeg/forslag/?q=bro",
]


def test_queries_are_the_same_for_twenty_and_two_thousand(frame, reader):
    def count() -> dict[str, int]:
        found = {}
        for address in ADDRESSES:
            reader.get(address)  # what the process remembers from its first page is not counted
            with CaptureQueriesContext(connection) as queries:
                response = reader.get(address)
            assert response.status_code == 200, address
            found[address] = len(queries)
        return found

    grow(frame, 1, SMALL)
    few = count()
    grow(frame, SMALL, LARGE)
    assert CasePortraitPage.objects.count() == ToolPage.objects.count() == LARGE
    many = count()
    assert many == few
    assert max(many.values()) <= 18
