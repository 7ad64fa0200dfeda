"""The speed bench asks what it says it asks. Nothing is timed here."""

from pathlib import Path
from typing import Any

import pytest

from bench.search import asking, building, contestants, database, elastic, kept, report, timing
from bench.search.__main__ import run
from bench.search.corpus import Corpus
from bench.search.fts5 import Fts5
from search.engines.embedded import EmbeddedEngine
from tests.elastic import own_engine

SIZE = 60


@pytest.fixture(scope="module")
def built(tmp_path_factory: Any) -> building.Built:
    return building.build(tmp_path_factory.mktemp("bench"), SIZE)


def test_the_same_seed_makes_the_same_documents() -> None:
    documents = list(Corpus().documents(40))
    assert documents == list(Corpus().documents(40))
    people = {f"colleague:{link[0]}" for each in documents for link in each["source"]["links"]}
    assert people <= {each["source"]["id"] for each in documents}
    assert people
    kinds = {each["source"]["kind"] for each in documents}
    assert {"case", "tool", "colleague", "question", "quote"} <= kinds
    assert any(each["source"]["attachments"] for each in documents)


def test_no_question_is_asked_twice() -> None:
    corpus = Corpus()
    texts = corpus.queries(200) + corpus.typed(200) + corpus.misspelt(50) + corpus.about_people(50)
    assert len(set(texts)) == len(texts)
    assert texts[:200] == Corpus().queries(200)


def test_everybody_answers_the_same_question(built: building.Built) -> None:
    assert built.fts5
    engine, fts5 = EmbeddedEngine(built.embedded), Fts5(built.fts5)
    titles = [each["source"]["title"] for each in building.read(built.documents)]
    word = max(titles[SIZE // 2].split(), key=len)
    with database.answering_at_once():
        found = contestants.search_of(engine)(word)
        plain = contestants.search_of(engine, facets=False)(word)
        suggested = contestants.suggestions_of(engine)(word[:-1])
    sources, counted = fts5.search_with_facets(word)
    assert {hit.slug for hit in found.hits} & {each["slug"] for each in sources}
    assert [hit.id for hit in plain.hits] == [hit.id for hit in found.hits]
    assert found.facets["centre"]
    assert not plain.facets
    assert {"kind", "centre", "subject"} <= {name for name, _, _ in counted}
    assert suggested
    assert fts5.suggest(word[:4])


def test_colleagues_are_found_by_what_they_have_done(built: building.Built) -> None:
    corpus = Corpus()
    with database.answering_at_once():
        ask = contestants.search_of(EmbeddedEngine(built.embedded))
        hits = [hit for text in corpus.about_people(20) for hit in ask(text).hits]
    assert any(hit.kind == "colleague" and hit.reason for hit in hits)


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(path: Path) -> dict[str, float]:
        path.write_text("x")
        made.append(path)
        return {"rate": 1.0}

    first = kept.kept(tmp_path, "thing", "a", make)
    assert kept.kept(tmp_path, "thing", "a", make) == first
    kept.kept(tmp_path, "thing", "b", make)
    assert [path.name for path in made] == ["thing-a", "thing-b"]
    assert not first[0].exists()
    assert kept.key_of(["search/queries.py"], 1) != kept.key_of(["search/queries.py"], 2)


def test_without_room_on_the_disk_a_size_is_left_out(tmp_path: Path, capsys: Any) -> None:
    list(run([10**12], 1, tmp_path))
    assert "documents need" in capsys.readouterr().err


def test_the_report_is_a_table_with_a_column_for_each_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    lines = list(run([SIZE, 20], 2, tmp_path, apart=lambda function, *more: function(*more)))
    rows = [line for line in lines if line.startswith("|")]
    assert {row.count("|") for row in rows} == {4}
    assert rows[0].endswith("| 60 | 20 |")
    names = [row.split(" | ")[0][2:] for row in rows[2:]]
    assert {"embedded, query", "embedded, suggestion", "FTS5, query with facets"} <= set(names)
    assert any("at most 10" in line for line in lines)


def test_no_target_is_set_for_a_million() -> None:
    assert not list(report.verdicts(asking.Measured(building.BESIDE + 1, {})))


def test_raw_search_asks_for_what_a_page_shows() -> None:
    body = elastic.raw_body("dialogmøde", facets=True)
    assert body["size"] == 10
    assert {"kind", "centre", "track"} <= body["aggs"].keys()
    assert body.keys().isdisjoint({"stored_fields", "docvalue_fields"})
    assert "aggs" not in elastic.raw_body("dialogmøde", facets=False)


@pytest.mark.elasticsearch
def test_elasticsearch_answers_beside_the_others(built: building.Built, settings: Any) -> None:
    measured = asking.measure(built, 2, settings.ELASTICSEARCH_TEST_URL)
    assert measured.figures[asking.ELASTIC]["size"] > 0
    names = [name for name, _ in report.cells(measured)]
    assert "Elasticsearch ÷ raw `_search`, query with facets" in names
    with own_engine() as engine:
        server = elastic.Server(settings.ELASTICSEARCH_TEST_URL, engine)
        server.fill(built)
        body = elastic.raw_body("dialogmøde", facets=False)
        assert "source" in server.raw()(body)["hits"]["hits"][0]["_source"]


def test_half_and_the_most_of_all_rounds_and_ratios_with_their_range() -> None:
    rounds = [timing.Round([timing.Taken(float(each), 1.0)] * 2, server=4.0) for each in (1, 3)]
    assert timing.at(rounds, 0.5) == timing.Taken(3.0, 1.0)
    assert [(each.clock, each.processor) for each in rounds] == [(1.0, 3.0), (3.0, 3.0)]
    assert timing.ratios([2.0, 4.0], [1.0, 1.0]) == (3.0, 2.0, 4.0)
    assert report.times(rounds) == "3.0/3.0 (1.0/1.0 + 2.0)"


def test_rounds_go_forward_and_back_with_new_questions() -> None:
    asked: list[str] = []
    corpus = Corpus()
    names = {
        name: timing.Contestant(lambda text, name=name: asked.append(f"{name} {text}"))
        for name in "ab"
    }
    taken = timing.interleaved(names, lambda: corpus.queries(1), rounds=2)
    assert {name: len(rounds) for name, rounds in taken.items()} == {"a": 2, "b": 2}
    assert [each[0] for each in asked] == list("ababba")
    assert len(set(asked)) == len(asked)
