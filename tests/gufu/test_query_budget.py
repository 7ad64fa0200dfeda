"""Queries per page: few, and as many for forty of everything as for five."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

#: Address → the most queries of a signed-in member's request, caches empty. The two that the
#: header needs for the member's rights are among them.
BUDGET = {
    "/": 14,
    "/cases/?emne=skole&spor=ny": 14,
    "/cases/midten/": 15,
    "/vaerktoejer/?tid=30&antal=10": 14,
    "/vaerktoejer/midten/": 14,
    "/business-cases/": 14,
    "/business-cases/midten/": 16,
    "/arenaer/": 14,
    "/arenaer/midten/": 14,
    "/spoergsmaal/?fase=forstaa": 14,
    "/spoergsmaal/midten/": 14,
    "/principper/": 14,
    "/principper/resonans-1/": 14,
    "/goer-og-undgaa/": 14,
    "/borgernes-stemmer/": 14,
    "/guide/?kerneopgave=ja&udefra=ja&mobilisering=ja&innovation=ja&koordinering=nej": 14,
    "/min-vaerktoejskasse/": 14,
}


def fill(number, member, site, first):
    """Make `number` of everything around the page "midten" of each kind."""
    area = factories.SubjectAreaFactory(name="Skole")
    areas = [area, *factories.SubjectAreaFactory.create_batch(2)]
    groups = factories.TargetGroupFactory.create_batch(2)
    criteria = [factories.CriterionFactory(number=n) for n in (1, 2, 3)]
    rule = (
        factories.PrincipleFactory(number=1)
        if first
        else factories.PrincipleFactory(number=2 + number)
    )
    shared = {"subject_areas": areas, "target_groups": groups, "criteria": criteria}
    people = factories.ColleagueFactory.create_batch(number)
    questions = factories.QuestionCardFactory.create_batch(number, subject_areas=areas)
    tools = factories.ToolPageFactory.create_batch(number, questions=questions, **shared)
    quotes = factories.QuoteFactory.create_batch(number)
    cases = [
        factories.CasePortraitPageFactory(
            tools_used=tools[:3],
            quotes=quotes[:1],
            contacts=people[:3],
            principles=[rule],
            **shared,
        )
        for _n in range(number)
    ]
    arenas = factories.ArenaPageFactory.create_batch(number, **shared)
    money = factories.BusinessCasePageFactory.create_batch(number, **shared)
    for page in money:
        factories.BusinessCaseLineFactory.create_batch(2, page=page)
    factories.DoDontFactory.create_batch(number, evidence_case=cases[0])
    factories.CommitmentFactory.create_batch(number, owner=people[0])
    for tool in tools:
        factories.ToolTrialFactory(tool=tool, colleague=people[0], adaptation="Mere tid.")
    collection = factories.CollectionFactory(owner=member)
    for page in (*tools, *cases):
        factories.CollectionItemFactory(collection=collection, page=page)
    return {
        "tools": tools,
        "cases": cases,
        "people": people,
        "arenas": arenas,
        "money": money,
        "questions": questions,
        "quotes": quotes,
        "rule": rule,
    }


def middle(world, shared):
    """Make the pages called "midten", which link to everything in `world`."""
    everything = [*world["tools"], *world["cases"]]
    tool = factories.ToolPageFactory(
        slug="midten", related=everything, questions=world["questions"], **shared
    )
    for person in world["people"]:
        factories.ToolTrialFactory(
            tool=tool, colleague=person, contactable=True, adaptation="Gå ud."
        )
    case = factories.CasePortraitPageFactory(
        slug="midten",
        related=everything,
        tools_used=world["tools"],
        quotes=world["quotes"],
        contacts=world["people"],
        story=[("quote", {"quote": quote}) for quote in world["quotes"]],
        **shared,
    )
    for person in world["people"]:
        factories.FeedbackFactory(target=case, author=person)
    for other in world["cases"]:
        other.tools_used = [tool]
        other.business_case = None
        other.save()
    factories.ArenaPageFactory(
        slug="midten", related=everything, coordinator=world["people"][0], **shared
    )
    page = factories.BusinessCasePageFactory(slug="midten", related=everything, **shared)
    factories.BusinessCaseLineFactory.create_batch(len(world["cases"]), page=page)
    factories.BusinessCaseRiskFactory.create_batch(len(world["cases"]), page=page)
    question = factories.QuestionCardFactory(slug="midten")
    for other in world["tools"]:
        other.questions = [question]
        other.save()


def measure(reader):
    """Return the queries of every address, after one visit that fills what is made only once."""
    numbers = {}
    for address in BUDGET:
        assert reader.get(address).status_code == 200, address
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as captured:
            reader.get(address)
        numbers[address] = len(captured)
    return numbers


@pytest.mark.parametrize("number", [5, 40])
def test_pages_keep_to_their_budget(reader, member, site, number):
    world = fill(number, member, site, first=True)
    middle(world, {"subject_areas": list(world["tools"][0].subject_areas.all())})
    numbers = measure(reader)
    over = {a: (n, BUDGET[a]) for a, n in numbers.items() if n > BUDGET[a]}
    assert not over


def test_queries_do_not_grow_with_what_there_is(reader, member, site):
    world = fill(5, member, site, first=True)
    middle(world, {"subject_areas": list(world["tools"][0].subject_areas.all())})
    few = measure(reader)
    fill(20, member, site, first=False)
    assert measure(reader) == few
