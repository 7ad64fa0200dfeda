"""Min værktøjskasse: in order, with notes and minutes, and nobody else's."""

import pytest

from tests import factories
from toolbox.models import Collection, CollectionItem

OWN = "/min-vaerktoejskasse/"


def save(reader, page, **more):
    return reader.post(f"{OWN}gem/", {"side": page.pk, **more})


@pytest.fixture
def tools(site):
    return [
        factories.ToolPageFactory(title=title, minutes_min=low, minutes_max=high)
        for title, low, high in (("Første", 10, 20), ("Anden", 5, 5), ("Tredje", 30, 60))
    ]


def titles(reader):
    return [item.shown_page.title for item in reader.get(OWN).context["items"]]


def test_saved_pages_stand_in_order_and_minutes_add_up(reader, tools):
    for tool in tools:
        save(reader, tool)
    response = reader.get(OWN)
    assert titles(reader) == ["Første", "Anden", "Tredje"]
    assert "3 værktøjer, i alt 45–85 minutter" in response.content.decode()


def test_saving_twice_saves_once(reader, tools):
    save(reader, tools[0])
    save(reader, tools[0])
    assert CollectionItem.objects.count() == 1
    assert Collection.objects.count() == 1


def test_saving_leads_back_but_never_out_of_the_house(reader, tools):
    assert save(reader, tools[0], tilbage="/cases/").url == "/cases/"
    assert save(reader, tools[1], tilbage="https://elsewhere.example/").url == tools[1].url
    assert save(reader, tools[2], tilbage="//elsewhere.example/").url == tools[2].url


def test_removing_twice_does_no_harm(reader, tools):
    save(reader, tools[0])
    for _time in range(2):
        assert reader.post(f"{OWN}{tools[0].pk}/fjern/").status_code == 302
    assert titles(reader) == []


def test_moving(reader, tools):
    for tool in tools:
        save(reader, tool)
    reader.post(f"{OWN}{tools[2].pk}/flyt/", {"retning": "op"})
    assert titles(reader) == ["Første", "Tredje", "Anden"]
    reader.post(f"{OWN}{tools[0].pk}/flyt/", {"retning": "ned"})
    assert titles(reader) == ["Tredje", "Første", "Anden"]
    reader.post(f"{OWN}{tools[2].pk}/flyt/", {"retning": "op"})  # the first stays the first
    assert titles(reader) == ["Tredje", "Første", "Anden"]


def test_a_note_is_kept_and_one_too_long_is_shown_again(reader, tools):
    save(reader, tools[0])
    reader.post(f"{OWN}{tools[0].pk}/note/", {"note": "Husk kaffe"})
    assert CollectionItem.objects.get().note == "Husk kaffe"
    response = reader.post(f"{OWN}{tools[0].pk}/note/", {"note": "Husk " + "x" * 300})
    assert response.status_code == 422
    assert "Husk xxx" in response.content.decode()
    assert CollectionItem.objects.get().note == "Husk kaffe"


def test_the_tool_page_knows_that_it_is_saved(reader, tools):
    assert "Gem i min værktøjskasse" in reader.get(tools[0].url).content.decode()
    save(reader, tools[0])
    assert "Fjern fra min værktøjskasse" in reader.get(tools[0].url).content.decode()


def test_nobody_sees_or_changes_anothers(reader, tools):
    others = factories.CollectionItemFactory(page=tools[0], note="Andens note")
    assert titles(reader) == []
    assert reader.post(f"{OWN}{tools[0].pk}/note/", {"note": "min"}).status_code == 404
    reader.post(f"{OWN}{tools[0].pk}/fjern/")
    others.refresh_from_db()
    assert others.note == "Andens note"


def test_a_page_that_closes_disappears_and_comes_back(reader, tools):
    save(reader, tools[0])
    closed = factories.restrict(tools[0])
    html = reader.get(OWN).content.decode()
    assert "Første" not in html
    assert save(reader, tools[0]).status_code == 404
    closed.delete()
    assert titles(reader) == ["Første"]


@pytest.mark.parametrize("value", ["", "x", "0", "99999999999999999999", "-1", "1.5"])
def test_nonsense_is_404(reader, tools, value):
    assert reader.post(f"{OWN}gem/", {"side": value}).status_code == 404
