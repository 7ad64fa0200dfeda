"""'Jeg har prøvet det': counted once, nothing typed is lost, names only with their word."""

import uuid

import pytest

from tests import factories
from toolbox.models import ToolTrial

ADDRESS = "/vaerktoejer/runden/proevet/"


@pytest.fixture
def tool(site):
    return factories.ToolPageFactory(title="Runden", slug="runden")


def answers(**changes):
    given = {"token": str(uuid.uuid4()), "worked": "4", "group_size": "12", "adaptation": "Gå ud."}
    return {f"proevet-{name}": value for name, value in {**given, **changes}.items()}


def test_one_answer_is_enough_and_the_figures_follow(reader, tool):
    response = reader.post(ADDRESS, answers(group_size="", adaptation=""), follow=True)
    assert response.redirect_chain == [("/vaerktoejer/runden/#proevet", 302)]
    assert "Tak. Din erfaring er med i tallene nu." in response.content.decode()
    assert "Prøvet 1 gang" in response.content.decode()
    trial = ToolTrial.objects.get()
    assert (trial.tool, trial.worked, trial.group_size) == (tool, 4, None)
    assert not trial.contactable


def test_sent_twice_it_counts_once(reader, tool):
    form = answers()
    assert reader.post(ADDRESS, form).status_code == 302
    assert reader.post(ADDRESS, form).status_code == 302
    assert ToolTrial.objects.count() == 1


def test_two_forms_count_twice(reader, tool):
    reader.post(ADDRESS, answers())
    reader.post(ADDRESS, answers())
    assert ToolTrial.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"worked": ""}, "Vælg, hvordan det gik."),
        ({"worked": "9"}, "Vælg et af de fire svar."),
        ({"group_size": "mange"}, "Skriv antallet som et tal, fx 12."),
        ({"group_size": "0"}, "større end eller lig 1"),
        ({"adaptation": "x" * 1001}, "Rådet må højst fylde 1.000 tegn. Dit fylder 1001."),
    ],
)
def test_errors_are_danish_and_nothing_typed_is_lost(reader, tool, change, message):
    kept = {"adaptation": "Gå en tur <først> & tal bagefter", "group_size": "17"}
    form = answers(**{**kept, **change})
    response = reader.post(ADDRESS, form)
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert "Der er noget, du skal rette" in html
    if "adaptation" not in change:
        assert "Gå en tur &lt;først&gt; &amp; tal bagefter" in html
    if "group_size" not in change:
        assert 'value="17"' in html
    assert form["proevet-token"] in html
    assert not ToolTrial.objects.exists()


def test_a_missing_or_mangled_token_is_no_error_500(reader, tool):
    form = answers(token="not-a-token")
    assert reader.post(ADDRESS, form).status_code == 422
    del form["proevet-token"]
    assert reader.post(ADDRESS, form).status_code == 422


def test_the_trial_is_its_authors(reader, member, tool):
    profile = factories.ColleagueFactory(user=member, name="Inger Skaarup")
    reader.post(ADDRESS, answers(contactable="on"))
    assert ToolTrial.objects.get().colleague == profile
    assert "Inger Skaarup" in reader.get("/vaerktoejer/runden/").content.decode()


@pytest.mark.parametrize("change", [{"contactable": False}, {"opted_in": False}, {"active": False}])
def test_a_name_stands_by_the_advice_only_with_its_owners_word(reader, tool, change):
    user = factories.UserFactory(is_active=change.get("active", True))
    person = factories.ColleagueFactory(
        user=user, name="Bodil Navnløs", opted_in=change.get("opted_in", True)
    )
    factories.ToolTrialFactory(
        tool=tool,
        colleague=person,
        adaptation="Sæt stolene i rundkreds.",
        contactable=change.get("contactable", True),
    )
    html = reader.get("/vaerktoejer/runden/").content.decode()
    assert "Sæt stolene i rundkreds." in html
    assert "Bodil Navnløs" not in html


def test_bars_and_table_show_the_same_numbers(reader, tool):
    for worked, times in ((4, 3), (3, 2), (1, 1)):
        factories.ToolTrialFactory.create_batch(times, tool=tool, worked=worked)
    figures = reader.get("/vaerktoejer/runden/").context["trials"]
    assert (figures["count"], figures["good"]) == (6, 5)
    assert [row["value"] for row in figures["rows"]] == [3, 2, 0, 1]
    assert [number for _label, number in figures["table"]] == [3, 2, 0, 1]


def test_a_closed_tool_takes_no_trials(reader, tool, django_user_model):
    factories.restrict(tool)
    assert reader.post(ADDRESS, answers()).status_code == 404
    assert not ToolTrial.objects.exists()


def test_only_by_post(reader, tool):
    assert reader.get(ADDRESS).status_code == 405
