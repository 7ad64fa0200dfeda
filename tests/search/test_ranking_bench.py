"""The judged queries can be read, the measures are right, and the command answers."""

from pathlib import Path
from typing import Any

import pytest

from bench.relevance import answers, report
from bench.relevance.judged import Judged, judged_queries
from bench.relevance.measures import Measures, mean, measure
from search.engines import get_engine
from search.indexing import everything
from tests.factories import QuestionCardFactory


def test_every_class_has_queries_and_a_third_is_held_out() -> None:
    queries = judged_queries()
    groups = {query.group for query in queries}
    assert len(queries) >= 80
    assert {"inflection", "compound", "synonym", "typo", "folding", "name"} <= groups
    assert {"question", "natural", "phrase", "filter", "people", "several"} <= groups
    assert sum(query.held_out for query in queries) == len(queries) // 3


def test_a_line_that_means_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "queries.txt"
    for wrong in ("== a\nord\n  4 slug\n", "== a\nord\n  3\n", "== a\nord\nandet\n  3 slug\n"):
        path.write_text(wrong)
        with pytest.raises(ValueError, match="grade"):
            judged_queries(path)


def test_filters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "queries.txt"
    path.write_text(
        "# a remark\n== a\nnye ord | kind=tool subject=skole,dagtilbud\n  3 en to\n  1 tre\n"
    )
    (query,) = judged_queries(path)
    filters = {"kind": frozenset({"tool"}), "subject": frozenset({"skole", "dagtilbud"})}
    assert query == Judged("nye ord", "a", filters, {"en": 3, "to": 3, "tre": 1})


def test_the_measures() -> None:
    grades = {"a": 3, "b": 1}
    assert measure(["a", "b"], grades) == Measures(1.0, 1.0, 1.0)
    assert measure(["x", "a"], grades).mrr == 0.5
    assert measure(["b", "a"], grades).ndcg == pytest.approx(
        (1 + 7 / 1.585) / (7 + 1 / 1.585), 1e-3
    )
    assert measure([], grades) == Measures(0.0, 0.0, 0.0)
    assert mean([Measures(1, 1, 1), Measures(0, 0, 0)]) == Measures(0.5, 0.5, 0.5)


def test_the_report_says_where_the_engines_differ() -> None:
    queries = [Judged("ord", "a", {}, {"en": 3}), Judged("to", "a", {}, {"en": 3})]
    found = {"embedded": [["en"], ["en"]], "elasticsearch": [["en"], ["to"]]}
    lines = list(report.table(queries, found))
    assert lines[-1] == "same top hit: 50.0% – not: ['to']"
    assert "1.000 1.000 1.000" in lines[1]


@pytest.mark.django_db
def test_the_engine_and_the_stock_backend_answer(settings: Any) -> None:
    QuestionCardFactory(text="Dialogmøde med åben dagsorden", slug="dialogmoede")
    QuestionCardFactory(text="Fælles oprydningsdag", slug="oprydningsdag")
    get_engine("embedded").rebuild(everything())
    queries = [
        Judged("dialogmøderne", "inflection", {}, {"dialogmoede": 3}),
        Judged("dialogmøde", "name", {"kind": frozenset({"question"})}, {"dialogmoede": 3}),
        Judged("dialogmøde", "filter", {"kind": frozenset({"case"})}, {"dialogmoede": 3}),
    ]
    assert answers.from_engine("embedded", queries) == [["dialogmoede"], ["dialogmoede"], []]
    # Wagtail's backend knows no Danish.
    assert answers.from_stock(queries) == [[], ["dialogmoede"], []]
