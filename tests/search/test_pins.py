"""What editors put first."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from search.contract import NEWEST
from search.models import PinnedResult
from tests.factories import CasePortraitPageFactory, QuestionCardFactory, ToolPageFactory, restrict
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def pin(query: str, thing: object, space: str = "page", **more: object) -> PinnedResult:
    return PinnedResult.objects.create(query=query, document=f"{space}:{thing.pk}", **more)  # type: ignore[attr-defined]


def test_a_pinned_page_comes_first_and_says_so(work: Callable, find: Callable) -> None:
    ToolPageFactory(title="Borgermøde", summary="Borgermøde og borgermøde")
    other = ToolPageFactory(title="Noget andet", summary="Et sted nævnes borgermøder.")
    question = QuestionCardFactory(text="Hvem mangler her?")
    work()
    assert titles(find("borgermøde")) == ["Borgermøde", "Noget andet"]
    pin("borgermøde", other)
    pin("borgermøde", question, "question", order=2)
    found = find("Borgermøderne?")
    assert titles(found) == ["Noget andet", "Hvem mangler her?", "Borgermøde"]
    assert [hit.is_pinned for hit in found.hits] == [True, True, False]
    assert found.total == 3
    assert found.totals == {"tool": 2, "question": 1}
    assert titles(find("borgermøde", kinds=frozenset({"tool"}))) == ["Noget andet", "Borgermøde"]
    assert titles(find("møde borger")) != titles(found)


def test_scores_are_those_of_the_text(work: Callable, find: Callable) -> None:
    page = ToolPageFactory(title="Have")
    work()
    score = find("have").hits[0].score
    pin("have", page)
    assert find("have").hits[0].score == pytest.approx(score, abs=0.01)


def test_every_page_of_results_is_whole(work: Callable, find: Callable) -> None:
    pages = [ToolPageFactory(title=f"Have {number}") for number in range(7)]
    work()
    pin("have", pages[6])
    seen = [title for page in (1, 2, 3) for title in titles(find("have", size=3, page=page))]
    assert seen[0] == "Have 6"
    assert sorted(seen) == [f"Have {number}" for number in range(7)]


def test_pins_have_dates(work: Callable, find: Callable) -> None:
    page = ToolPageFactory(title="Noget andet")
    ToolPageFactory(title="Have")
    work()
    today = timezone.localdate()
    pinned = pin("have", page, starts_on=today, ends_on=today)
    assert titles(find("have"))[0] == "Noget andet"
    for dates in ({"starts_on": today + DAY, "ends_on": None}, {"ends_on": today - DAY}):
        PinnedResult.objects.filter(pk=pinned.pk).delete()
        pinned = pin("have", page, **{"starts_on": None, **dates})
        assert titles(find("have")) == ["Have"]


def test_a_pin_opens_nothing_that_is_closed(work: Callable, find: Callable) -> None:
    closed = CasePortraitPageFactory(title="Lukket")
    ToolPageFactory(title="Have")
    pin("have", closed)
    work()
    assert find("have").total == 2
    restrict(closed, Group.objects.create(name="Kun os"))
    found = find("have")
    assert titles(found) == ["Have"]
    assert (found.total, found.totals) == (1, {"tool": 1})
    closed.unpublish()
    assert find("have").total == 1
    work()
    assert find("have").total == 1


def test_sorted_by_date_nothing_is_first(work: Callable, find: Callable) -> None:
    old = CasePortraitPageFactory(title="Have før", end_date=date(2010, 1, 1))
    CasePortraitPageFactory(title="Have nu", end_date=date(2020, 1, 1))
    work()
    pin("have", old)
    assert titles(find("have", sort=NEWEST)) == ["Have nu", "Have før"]
