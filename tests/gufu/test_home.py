"""The front page: ways in, what is fresh, and another question every day."""

from datetime import date
from unittest.mock import patch

import pytest

from gufu.home import by_turn
from tests import factories
from toolbox.models import QuestionCard


def test_the_finder_is_a_plain_get_form_that_leads_to_the_toolbox(reader, site):
    html = reader.get("/").content.decode()
    assert 'action="/vaerktoejer/" method="get"' in html
    for field in ('name="tid"', 'name="antal"', 'name="fase"'):
        assert field in html
    factories.ToolPageFactory(title="Passer", minutes_min=20, group_min=2, group_max=12)
    factories.ToolPageFactory(title="For lang", minutes_min=45, minutes_max=60)
    found = reader.get("/vaerktoejer/?tid=30&antal=10&fase=").content.decode()
    assert "Passer" in found
    assert "For lang" not in found


@pytest.mark.parametrize("address", ["/cases/", "/kolleger/", "/guide/", "/stoette/", "/soeg/"])
def test_every_way_in_is_one_click_away(reader, site, address):
    html = reader.get("/").content.decode()
    assert f'"{address}"' in html.split("<main", 1)[1].split("</main>")[0]


def test_the_featured_portrait_is_not_shown_twice(reader, site):
    old = factories.CasePortraitPageFactory(title="Ældst", confirmed_at=date(2024, 1, 1))
    for number in range(4):
        factories.CasePortraitPageFactory(
            title=f"Frisk {number}", confirmed_at=factories.days_from_now(-number)
        )
    context = reader.get("/").context
    assert context["featured"].title == "Frisk 0"  # none is chosen: the freshest
    assert [case.title for case in context["fresh"]] == ["Frisk 1", "Frisk 2", "Frisk 3"]
    site.home.featured = old
    site.home.save()
    context = reader.get("/").context
    assert context["featured"].title == "Ældst"
    assert [case.title for case in context["fresh"]] == ["Frisk 0", "Frisk 1", "Frisk 2"]


def test_quick_tools_take_half_an_hour_at_most(reader, site):
    factories.ToolPageFactory(title="Lang", minutes_min=31, minutes_max=60)
    quick = factories.ToolPageFactory(title="Kort", minutes_min=30)
    assert [tool.pk for tool in reader.get("/").context["tools"]] == [quick.pk]


@pytest.mark.django_db
def test_another_question_every_day_and_the_same_all_day():
    factories.QuestionCardFactory.create_batch(12)

    def on(day):
        with patch("gufu.home.timezone.localdate", return_value=date(2026, 11, day)):
            return by_turn(QuestionCard.objects.all()).first().pk

    fortnight = [on(day) for day in range(1, 15)]
    assert fortnight == [on(day) for day in range(1, 15)]
    assert len(set(fortnight)) >= 5
