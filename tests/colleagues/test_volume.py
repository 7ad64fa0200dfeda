"""The number of queries about colleagues does not depend on how many there are: 50 or 5,000."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from colleagues.models import ColleagueProfile
from tests.factories import (
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    SubjectAreaFactory,
    ToolPageFactory,
)
from tests.volume import weigh

FEW, MANY = 50, 5000
PLACES = ["Nykøbing", "Sakskøbing", "Nysted", "Nørre Alslev"]


@pytest.fixture
def known(site, reader):
    """A colleague who has done something, for what the addresses name."""
    person = ColleagueFactory(name="Anna Holm", slug="anna-holm", centre=CentreFactory(slug="ti"))
    area = SubjectAreaFactory(slug="skole")
    person.subject_areas.add(area)
    tool = ToolPageFactory(title="Gåtur", slug="gaatur", colleague_owner=person)
    case = CasePortraitPageFactory(title="Brobygning", slug="bro", colleague_owner=person)
    case.tools_used.set([tool])
    case.contacts.set([person])
    case.save()
    return person


def grow(known: ColleagueProfile, wanted: int) -> None:
    """Bring the directory to `wanted` colleagues of the same centre and subject area."""
    start = ColleagueProfile.objects.count()
    people = ColleagueProfile.objects.bulk_create(
        ColleagueProfile(
            name=f"Kollega Nr{number}",
            slug=f"kollega-{number}",
            email=f"kollega-{number}@gufu.example",
            centre=known.centre,
            place=PLACES[number % len(PLACES)],
            ask_me_about="Brobygning og borgermøder",
            offers=["sparring"],
            opted_in=True,
        )
        for number in range(start, wanted)
    )
    links = ColleagueProfile.subject_areas.through
    area = known.subject_areas.get()
    links.objects.bulk_create(links(colleagueprofile=person, subjectarea=area) for person in people)
    weigh()
    call_command("rebuild_search", verbosity=0)


ADDRESSES = [
    "/kolleger/",
    "/kolleger/?side=2",
    "/kolleger/?q=brobygning",
    "/kolleger/?center=ti&emne=skole&tilbud=sparring&nu=1",
    "/kolleger/?greb=gaatur",
    "/kolleger/?sted=Nysted",
    "/kolleger/anna-holm/",
    "/kolleger/anna-holm/kontakt/",
    "/kolleger/mig/",
    "/stoette/",
    "/soeg/?q=brobygning&slags=colleague",
    "/soeg/forslag/?q=kol",
]


def test_queries_are_the_same_for_fifty_and_five_thousand(known, reader):
    def count() -> dict[str, int]:
        found = {}
        for address in ADDRESSES:
            reader.get(address)  # what the process remembers from its first page is not counted
            with CaptureQueriesContext(connection) as queries:
                response = reader.get(address)
            assert response.status_code == 200, address
            found[address] = len(queries)
        return found

    grow(known, FEW)
    few = count()
    grow(known, MANY)
    assert ColleagueProfile.objects.in_directory().count() >= MANY - 1
    many = count()
    assert many == few
    assert max(many.values()) <= 18
