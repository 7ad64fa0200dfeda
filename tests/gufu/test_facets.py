"""Facets: counts with the other choices applied, nonsense ignored, pages clamped."""

import pytest
from django.http import QueryDict

from gufu.browse import browse, page_of
from gufu.facets import NumberFacet
from tests import factories
from toolbox.lists import QUESTION_FACETS, QUESTION_SORTS, TOOL_FACETS, TOOL_SORTS
from toolbox.models import QuestionCard, ToolPage


@pytest.fixture
def areas(db):
    return {name: factories.SubjectAreaFactory(name=name) for name in ("Skole", "Pleje")}


@pytest.fixture
def tools(site, areas):
    both = list(areas.values())
    rows = [
        ("Kort og lille", 5, 10, 2, 4, "forstaa", "let", "fysisk", both),
        ("Kort og stor", 10, 20, 8, 40, "skab", "let", "begge", [areas["Skole"]]),
        ("Lang og stor", 90, 120, 10, 60, "skab", "erfaren", "digital", [areas["Pleje"]]),
    ]
    return [
        factories.ToolPageFactory(
            title=title,
            minutes_min=low,
            minutes_max=high,
            group_min=few,
            group_max=many,
            phase=phase,
            difficulty=difficulty,
            format=form,
            subject_areas=subjects,
        )
        for title, low, high, few, many, phase, difficulty, form, subjects in rows
    ]


def seen(query=""):
    return browse(QueryDict(query), ToolPage.objects.all(), TOOL_FACETS, TOOL_SORTS)


def titles(query=""):
    return [tool.title for tool in seen(query)["page_obj"]]


def counts(query, name):
    facet = next(facet for facet in seen(query)["facets"] if facet["name"] == name)
    return {option["value"]: option["count"] for option in facet["options"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Kort og lille", "Kort og stor", "Lang og stor"]),
        ("tid=30&antal=10", ["Kort og stor"]),
        ("tid=7", ["Kort og lille"]),
        ("antal=3", ["Kort og lille"]),
        ("fase=skab", ["Kort og stor", "Lang og stor"]),
        ("fase=skab&fase=forstaa", ["Kort og lille", "Kort og stor", "Lang og stor"]),
        ("fase=skab&svaerhedsgrad=let", ["Kort og stor"]),
        ("form=fysisk", ["Kort og lille", "Kort og stor"]),
        ("form=digital", ["Kort og stor", "Lang og stor"]),
        ("emne=skole", ["Kort og lille", "Kort og stor"]),
        ("emne=skole&emne=pleje", ["Kort og lille", "Kort og stor", "Lang og stor"]),
        ("emne=pleje&fase=forstaa", ["Kort og lille"]),
        ("antal=5", []),
    ],
)
def test_choices_widen_within_a_facet_and_narrow_between(tools, query, found):
    assert titles(query) == found
    assert seen(query)["count"] == len(found)


def test_an_option_counts_what_one_finds_by_choosing_it(tools):
    assert counts("", "fase") == {"forstaa": 1, "skab": 2}
    assert counts("emne=skole", "fase") == {"forstaa": 1, "skab": 1}
    # The facet's own choice does not narrow its own counts.
    assert counts("fase=skab", "fase") == {"forstaa": 1, "skab": 2}
    assert counts("fase=skab", "emne") == {"pleje": 1, "skole": 1}
    assert counts("tid=15", "emne") == {"pleje": 1, "skole": 2}
    assert counts("", "tid") == {"15": 2, "30": 2, "60": 2, "120": 3}


@pytest.mark.parametrize("query", ["", "fase=skab", "emne=skole&tid=30"])
def test_every_option_keeps_its_word(tools, query):
    for facet in seen(query)["facets"]:
        others = any(option["selected"] for option in facet["options"]) and facet["name"] != "tid"
        for option in facet["options"]:
            if not option["selected"] and not others:
                address = option["url"].removeprefix("?")
                assert seen(address)["count"] == option["count"], option


def test_options_that_lead_nowhere_are_left_out_unless_they_are_on(tools):
    assert "afproev" not in counts("", "fase")
    assert counts("fase=afproev", "fase")["afproev"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "fase=nej",
        "emne=nej&emne=%00",
        "tid=abc",
        "tid=-5",
        "tid=0",
        "tid=99999999999999999999",
        "tid=%D9%A3",  # an Arabic three is a digit to Python
        "antal=1e3",
        "svaerhedsgrad='%22;--",
        "sorter=nej",
        "tid=&antal=&fase=",
    ],
)
def test_values_that_nobody_offers_are_ignored(tools, query):
    context = seen(query)
    assert context["count"] == 3
    assert context["clear_url"] == ""


def test_a_number_facet_takes_one_value_and_shows_it(tools):
    assert counts("tid=25&tid=120", "tid") == {"15": 2, "25": 2, "30": 2, "60": 2, "120": 3}
    facet = next(f for f in seen("tid=25")["facets"] if f["name"] == "tid")
    selected = [option for option in facet["options"] if option["selected"]]
    assert [option["value"] for option in selected] == ["25"]
    assert selected[0]["url"] == "?"


def test_addresses_keep_the_other_choices_and_forget_the_page(tools):
    facet = next(f for f in seen("fase=skab&tid=30&side=2")["facets"] if f["name"] == "emne")
    assert facet["options"][0]["url"] == "?fase=skab&tid=30&emne=skole"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sorter=korteste", ["Kort og lille", "Kort og stor", "Lang og stor"]),
        ("sorter=titel", ["Kort og lille", "Kort og stor", "Lang og stor"]),
    ],
)
def test_sorting(tools, query, found):
    assert titles(query) == found
    assert [sort["selected"] for sort in seen(query)["sorts"]].count(True) == 1


@pytest.mark.parametrize(
    ("number", "page"),
    [("1", 1), ("3", 3), ("99", 3), ("-1", 3), ("0", 3), ("x", 1), (None, 1), ("9" * 5000, 1)],
)
def test_pages_clamp(tools, number, page):
    shown = page_of(ToolPage.objects.order_by("title"), 3, number, per_page=1)
    assert shown.number == page
    assert len(shown.object_list) == 1


def test_foreign_keys_and_many_to_many_fields_of_cards(areas):
    group = factories.TargetGroupFactory(name="Unge")
    factories.QuestionCardFactory(audience=group, subject_areas=[areas["Skole"], areas["Pleje"]])
    factories.QuestionCardFactory(subject_areas=[areas["Skole"]])
    context = browse(
        QueryDict("emne=skole&emne=pleje&maalgruppe=unge"),
        QuestionCard.objects.all(),
        QUESTION_FACETS,
        QUESTION_SORTS,
    )
    assert context["count"] == 1
    assert len(context["page_obj"].object_list) == 1


@pytest.mark.parametrize("rows", [3, 30])
def test_four_queries_however_many_rows_and_choices(site, areas, rows, django_assert_num_queries):
    factories.ToolPageFactory.create_batch(rows, subject_areas=list(areas.values()))
    with django_assert_num_queries(4):
        seen("emne=skole&tid=30&fase=forstaa&antal=10")


def test_a_number_facet_reads_only_the_first_value():
    facet = NumberFacet("tid", "Tid", steps=(15,), text=str, condition=lambda n: n)
    assert [option.value for option in facet.offered(["20", "25"])] == ["15", "20"]
