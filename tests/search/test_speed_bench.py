"""The speed bench asks what it says it asks. Nothing is timed here."""

from pathlib import Path

from bench.search import contestants, timing
from bench.search.corpus import Corpus
from search.engines.embedded import EmbeddedEngine


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


def test_everybody_answers_the_same_question(tmp_path: Path) -> None:
    documents = list(Corpus().documents(60))
    engine, fts5 = EmbeddedEngine(tmp_path / "index"), contestants.Fts5(tmp_path / "fts5")
    engine.rebuild(documents)
    fts5.write(documents)
    word = documents[0]["source"]["title"].split()[0]
    ours = {hit.slug for hit in contestants.search_of(engine)(word)}
    theirs, counted = fts5.search(word)
    assert ours
    assert {each["slug"] for each in theirs} & ours
    assert {"kind", "centre", "subject"} <= {name for name, _, _ in counted}
    assert contestants.suggestions_of(engine)(f"{word}xx")
    assert fts5.suggest(f"{word}xx")


def test_a_line_has_the_ratio_with_its_range() -> None:
    slow = [[timing.Taken(2.0, 1.0)], [timing.Taken(4.0, 1.0)]]
    base = [[timing.Taken(1.0, 1.0)], [timing.Taken(1.0, 1.0)]]
    assert timing.line("slow", slow, base).endswith("×  3.00 (2.00–4.00)")
    asked: list[str] = []
    taken = timing.interleaved({"a": asked.append, "b": asked.append}, ["x"], rounds=2)
    assert {name: len(rounds) for name, rounds in taken.items()} == {"a": 2, "b": 2}
