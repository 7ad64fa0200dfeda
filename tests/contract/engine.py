"""What every engine must do: one class of tests, inherited once per engine."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from search import queries
from search.contract import COUNTED, Ask, Engine, SearchRequest, Sight
from search.danish import tokens
from search.documents import Kind, Text, document
from search.found import Found

TODAY = date(2026, 11, 23)
SIGHT = Sight(today=TODAY.toordinal())

EVERY = ["page:1", "page:2", "page:3", "page:4", "page:9"]
#: What stands in different places: number, title, the rest.
RED: list[tuple[int, str, dict[str, Any]]] = [
    (1, "Rød have", {"facets": {"centre": ["a"], "subject": ["x", "y"]}}),
    (2, "Rødt hus", {"facets": {"centre": ["b"], "subject": ["x"]}}),
    (3, "Rød vej", {"facets": {"centre": ["b"]}, "until": TODAY - timedelta(days=1)}),
    (4, "Rød bro", {"facets": {"centre": ["c"], "subject": ["x", "y"]}}),
]


def make(pk: int, title: str, body: str = "", **more: Any) -> dict[str, Any]:
    """Return the document of a page, as the site would make it."""
    kind = Kind(more.pop("kind", "case"), "", "", "page", None, lambda _: text, lambda all_: all_)
    text = Text(title=title, url=f"/{pk}/", slug=str(pk), body=[body], **more)
    return document(kind, SimpleNamespace(pk=pk))


def person(pk: int, name: str, **more: Any) -> dict[str, Any]:
    """Return the document of a colleague."""
    text = Text(title=name, url=f"/kolleger/{pk}/", slug=str(pk), **more)
    kind = Kind("colleague", "", "", "colleague", None, lambda _: text, lambda all_: all_)
    return document(kind, SimpleNamespace(pk=pk))


class EngineContract:
    """Inherit and give a fixture `engine`: an empty index."""

    def found(self, engine: Engine, text: str, sight: Sight = SIGHT, **more: Any) -> list[str]:
        query = queries.text_query(queries.plan(text))
        return [
            row.id for row in engine.ask(Ask(query, queries.visible(sight), limit=50, **more)).rows
        ]

    def counts(self, engine: Engine, text: str, sight: Sight = SIGHT, **more: Any) -> Any:
        query = queries.text_query(queries.plan(text))
        ask = Ask(query, queries.visible(sight), counted=COUNTED, **more)
        return engine.ask(ask).counts

    # --- Counting --------------------------------------------------------------------------------
    @pytest.mark.parametrize(
        ("text", "relaxed"),
        [
            ("møde", False),
            ("dialogmøde", False),
            ("dialogmøde", True),
            ("oprydning i parken", False),
            ("oprydning i parken", True),
            ("plejehjem", False),
            ("dialogmøte", False),
            ("rydde op", False),
            ('"op i parken"', False),
            ("hvem gør hvad", False),
            ("skænderi", True),
        ],
    )
    def test_what_is_counted_is_what_is_found(
        self, engine: Engine, text: str, relaxed: bool
    ) -> None:
        """Whoever counts asks cheaper questions than whoever finds."""
        texts = ["En dialog om et møde", "Dialogmøderne", "Borgermøde", "Møde", "Oprydningsdag",
                 "Vi rydder op i parken", "Parker", "Plejecentret", "Et skænderi", "Mundhuggeri",
                 "Hvem gør hvad", "Hvem mangler, og hvad gør vi"]  # fmt: skip
        engine.write(
            [
                document
                for pk, one in enumerate(texts, start=1)
                for document in (make(2 * pk, one), make(2 * pk + 1, f"Nr. {pk}", one))
            ],
            gone=[],
        )
        care = tuple(tuple(tokens(one)) for one in ("plejehjem", "plejecenter"))
        guess = {"dialogmoete": ["dialogmøde"]}
        plan = queries.plan(
            text, lambda token: guess.get(token.exact, ()), {("plejehjem",): care[1:]}
        )
        plan = queries.widened(plan) if relaxed else plan
        query = queries.text_query(plan, relaxed=relaxed)
        ask = Ask(query, queries.visible(SIGHT), counted=("kind",), limit=50)
        answer = engine.ask(ask)
        assert answer.total == len(answer.rows) > 0
        assert answer.counts == {"kind": {"case": answer.total}}
        every = [f"page:{number}" for number in range(2, 2 * len(texts) + 2)]
        named = engine.named(every, queries.visible(SIGHT), query)
        assert sorted(each.row.id for each in named) == sorted(every)
        found = {each.row.id for each in named if each.is_found}
        assert found == {row.id for row in answer.rows}

    def test_what_is_named_says_where_it_stands_and_whether_words_find_it(
        self, engine: Engine
    ) -> None:
        engine.write([make(number, title, **more) for number, title, more in RED], gone=[])
        query = queries.text_query(queries.plan("haven"))
        named = engine.named(EVERY, queries.visible(SIGHT), query)
        fields = ("kind", "centre", "subject")
        assert {
            each.row.id: (each.is_found, *(list(each.values.get(name, ())) for name in fields))
            for each in named
        } == {
            "page:1": (True, ["case"], ["a"], ["x", "y"]),
            "page:2": (False, ["case"], ["b"], ["x"]),
            "page:4": (False, ["case"], ["c"], ["x", "y"]),
        }
        assert [each.row.score for each in named] == [0.0, 0.0, 0.0]
        nobody = engine.named(EVERY, queries.visible(SIGHT), {"none": True})
        assert [each.is_found for each in nobody] == [False, False, False]
        sources = engine.sources([each.row for each in named])
        assert {key: source["title"] for key, source in sources.items()} == {
            "page:1": "Rød have",
            "page:2": "Rødt hus",
            "page:4": "Rød bro",
        }

    @pytest.mark.parametrize(
        "query",
        [{"terms": ["id", EVERY]}, queries.text_query(queries.plan("rød"))],
        ids=["named", "in words"],
    )
    def test_each_facet_is_counted_without_what_was_chosen_in_itself(
        self, engine: Engine, query: Any
    ) -> None:
        engine.write([make(number, title, **more) for number, title, more in RED], gone=[])
        ask = Ask(query, queries.visible(SIGHT), counted=("kind", "centre", "subject"))

        def asked(**more: Any) -> Any:
            answer = engine.ask(replace(ask, **more))
            ids = sorted(row.id for row in answer.rows)
            return ids, answer.total, answer.counts

        everything = {"kind": {"case": 3}, "centre": {"a": 1, "b": 1, "c": 1},
                      "subject": {"x": 3, "y": 2}}  # fmt: skip
        assert asked() == (["page:1", "page:2", "page:4"], 3, everything)
        chosen = {"centre": frozenset("ab"), "subject": frozenset("y")}
        few = {"kind": {"case": 1}, "centre": {"a": 1, "c": 1}, "subject": {"x": 2, "y": 1}}
        assert asked(chosen=chosen) == (["page:1"], 1, few)

    @pytest.mark.parametrize("is_best", [True, False])
    def test_colleagues_by_what_they_have_done_are_counted_once(
        self, engine: Engine, is_best: bool
    ) -> None:
        links = [(number, "case:1", None) for number, _, _ in RED]
        engine.write([make(1, "Have", links=links), *(person(n, t, **m) for n, t, m in RED)], [])
        query = queries.text_query(queries.plan("haven"))

        def joined(**chosen: frozenset[str]) -> Any:
            request = SearchRequest("haven", viewer=None, facets=chosen)  # type: ignore[arg-type]
            found = Found(engine, request, queries.visible(SIGHT), query, SIGHT.today)
            if not is_best:  # as if so much were better than whom the words find
                found.rows = [row for row in found.rows if not row.id.startswith("colleague")]
            found.join_people()
            counts = {name: found.counts[name] for name in ("kind", "centre", "subject")}
            return sorted(row.id for row in found.rows), found.total, counts

        every = ["colleague:1", "colleague:2", "colleague:4", "page:1"]
        counts = {"kind": {"case": 1, "colleague": 3}, "centre": {"a": 1, "b": 1, "c": 1},
                  "subject": {"x": 3, "y": 2}}  # fmt: skip
        assert joined() == (every, 4, counts)
        few = {"kind": {"colleague": 1}, "centre": {"a": 1, "c": 1}, "subject": {"x": 2, "y": 1}}
        assert joined(centre=frozenset("ab"), subject=frozenset("y")) == (["colleague:1"], 1, few)

    # --- An empty index --------------------------------------------------------------------------
    def test_an_empty_index_answers_nothing(self, engine: Engine) -> None:
        answer = engine.ask(Ask({"every": True}, queries.visible(SIGHT), counted=("kind",)))
        assert (answer.total, answer.rows, answer.counts) == (0, [], {"kind": {}})
        assert engine.fetch(["page:1"]) == {}
        assert engine.digests() == {}
        assert engine.words("body_x", "a", queries.visible(SIGHT), 10) == {}

    # --- Danish ----------------------------------------------------------------------------------
    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("borgermøder", "Et borgermøde i Horbelev"),
            ("dialogmøde", "dialogmøderne gik godt"),
            ("møde", "dialogmøderne gik godt"),
            ("plejecentre", "på plejecenteret"),
            ("BØGER", "en bog"),
            ("Aeroe", "på Ærø"),
            ("Åbenrå", "i Aabenraa"),
            ("ide", "en god idé"),
            ("gadetræ", "gadetræerne"),
            ("møder borger", "et borgermøde"),
        ],
    )
    def test_danish_words_meet(self, engine: Engine, query: str, text: str) -> None:
        engine.write([make(1, "Side", text)], [])
        assert self.found(engine, query) == ["page:1"]

    @pytest.mark.parametrize(
        ("query", "text"),
        [("ar", "et år"), ("far", "tre får"), ("tur", "kultur"), ("skab", "lederskab")],
    )
    def test_different_words_stay_apart(self, engine: Engine, query: str, text: str) -> None:
        engine.write([make(1, "Side", text)], [])
        assert self.found(engine, query) == []

    # --- Ranking ---------------------------------------------------------------------------------
    def test_title_before_body_and_exact_before_stemmed(self, engine: Engine) -> None:
        engine.write(
            [
                make(1, "Noget andet", "om træer"),
                make(2, "Træ"),
                make(3, "Træer"),
            ],
            [],
        )
        assert self.found(engine, "træer") == ["page:3", "page:2", "page:1"]

    def test_every_word_is_required_until_relaxed(self, engine: Engine) -> None:
        engine.write([make(1, "Have og plejecenter"), make(2, "Have")], [])
        assert self.found(engine, "have plejecenter") == ["page:1"]
        relaxed = queries.text_query(queries.plan("have plejecenter"), relaxed=True)
        rows = engine.ask(Ask(relaxed, queries.visible(SIGHT))).rows
        assert {row.id for row in rows} == {"page:1", "page:2"}

    @pytest.mark.parametrize("kinds", [frozenset(), frozenset({"case"})])
    def test_what_has_every_word_comes_before_what_has_most(
        self, engine: Engine, kinds: frozenset[str]
    ) -> None:
        engine.write([make(1, "Lys, skilt og aften"), make(2, "Lys og skilt")], [])
        plan = queries.plan("lys skilt aften")
        request = SearchRequest("lys skilt aften", viewer=None, kinds=kinds)
        strictly, found = (
            Found(engine, request, queries.visible(SIGHT), query, SIGHT.today)
            for query in (queries.text_query(plan), queries.text_query(plan, relaxed=True))
        )
        (every,), before = strictly.rows, {row.id: row.score for row in found.rows}
        found.prefer(strictly)
        assert [row.id for row in found.rows] == ["page:1", "page:2"]
        after = [row.score for row in found.rows]
        assert after == pytest.approx([before["page:1"] + every.score, before["page:2"]])

    def test_a_quoted_phrase_is_required_as_it_stands(self, engine: Engine) -> None:
        engine.write([make(1, "A", "tvivlen på bordet"), make(2, "B", "bordet på tvivlen")], [])
        assert self.found(engine, '"tvivlen på bordet"') == ["page:1"]
        assert set(self.found(engine, "tvivlen på bordet")) == {"page:1", "page:2"}

    def test_what_makes_better_is_not_required_and_brings_nothing_by_itself(
        self, engine: Engine
    ) -> None:
        engine.write(
            [make(1, "Møde", "vi mødes"), make(2, "Møde", "et borgermøde"), make(3, "")], []
        )
        have, better = ({"term": ["body_s", stem]} for stem in ("moed", "borgermoed"))
        found = {"also": [{"best": [have, {"term": ["title_s", "moed"]}]}, [better]]}
        rows = engine.ask(Ask(found, queries.visible(SIGHT))).rows
        assert [row.id for row in rows] == ["page:2", "page:1"]

    def test_newest_first(self, engine: Engine) -> None:
        days = [make(n, "Have", dated=TODAY - timedelta(days=100 - n)) for n in range(1, 4)]
        engine.write(days, [])
        assert self.found(engine, "have", newest=True) == ["page:3", "page:2", "page:1"]

    # --- Who may see it --------------------------------------------------------------------------
    def test_hits_and_counts_leave_out_what_is_closed(self, engine: Engine) -> None:
        open_page = make(1, "Have", trail=["0001", "00010001"], facets={"centre": ["a"]})
        closed = make(2, "Have", trail=["0001", "00010002"], facets={"centre": ["b"]})
        engine.write([open_page, closed], [])
        for sight in (
            Sight(forbidden=("00010002",), today=SIGHT.today),
            Sight(hidden_trails=("00010002",), today=SIGHT.today),
            Sight(hidden=("page:2",), today=SIGHT.today),
        ):
            assert self.found(engine, "have", sight) == ["page:1"]
            assert self.counts(engine, "have", sight)["centre"] == {"a": 1}
            assert engine.words("title_x", "ha", queries.visible(sight), 9) == {"have": 1}
        assert self.found(engine, "have", Sight(nobody=True)) == []
        assert set(self.found(engine, "have")) == {"page:1", "page:2"}

    def test_what_has_expired_is_gone_without_indexing(self, engine: Engine) -> None:
        engine.write([make(1, "Have", until=TODAY)], [])
        assert self.found(engine, "have") == ["page:1"]
        assert self.found(engine, "have", Sight(today=SIGHT.today + 1)) == []

    # --- Facets ----------------------------------------------------------------------------------
    def test_a_facet_is_counted_without_its_own_choice(self, engine: Engine) -> None:
        engine.write(
            [
                make(1, "Have", facets={"centre": ["a"], "subject": ["x", "y"]}),
                make(2, "Have", facets={"centre": ["b"], "subject": ["x"]}, kind="tool"),
            ],
            [],
        )
        chosen = {"centre": frozenset({"a"})}
        assert self.found(engine, "have", chosen=chosen) == ["page:1"]
        counts = self.counts(engine, "have", chosen=chosen)
        assert counts["centre"] == {"a": 1, "b": 1}
        assert counts["subject"] == {"x": 1, "y": 1}
        assert counts["kind"] == {"case": 1}
        both = {"centre": frozenset({"a", "b"}), "kind": frozenset({"tool"})}
        assert self.found(engine, "have", chosen=both) == ["page:2"]

    # --- Writing ---------------------------------------------------------------------------------
    def test_writing_twice_leaves_one(self, engine: Engine) -> None:
        for _ in range(2):
            engine.write([make(1, "Have"), make(2, "Hus")], [])
        assert len(engine.digests()) == 2
        engine.write([make(1, "Bænk")], ["page:2", "page:9"])
        assert self.found(engine, "have") == []
        assert self.found(engine, "bænk") == ["page:1"]
        assert list(engine.digests()) == ["page:1"]

    def test_the_source_comes_back(self, engine: Engine) -> None:
        made = make(1, "Haven »på« 3½ m² 🌳", "æøå" * 3000, links=[(7, "case", TODAY)])
        engine.write([made], [])
        source = engine.fetch(["page:1", "page:2"])["page:1"]
        assert source["title"] == made["source"]["title"]
        assert source["body"] == made["source"]["body"]
        assert [list(link) for link in source["links"]] == [[7, "case", TODAY.isoformat()]]
        assert engine.digests() == {"page:1": made["source"]["digest"]}

    def test_how_colleagues_search_is_found_and_comes_back(self, engine: Engine) -> None:
        lines = ["Hvem spiser rabarber?", "borgermøde"]
        engine.write([make(1, "Have", "Om kål.", phrases=lines), make(2, "Kål", "Rabarber.")], [])
        assert set(self.found(engine, "rabarberne")) == {"page:1", "page:2"}
        assert self.found(engine, "kål hvem spiser rabarber") == ["page:1"]
        assert self.found(engine, "borgermøder") == ["page:1"]
        assert self.found(engine, '"rabarber borgermøde"') == [], "a line is a text of its own"
        sources = engine.fetch(["page:1", "page:2"])
        assert [sources[each]["phrases"] for each in ("page:1", "page:2")] == [lines, []]

    def test_a_row_leads_to_its_links_and_its_source(self, engine: Engine) -> None:
        links = [(8, "trial:3", None), (7, "case:1", TODAY)]
        engine.write([make(1, "Have", links=links), make(2, "Have og hus")], [])
        ask = Ask({"every": True}, queries.visible(SIGHT))
        rows = engine.ask(ask).rows
        found = engine.links(rows)
        assert {tuple(link) for link in found["page:1"]} == {
            (8, "trial:3", None),
            (7, "case:1", TODAY.isoformat()),
        }
        assert list(found["page:2"]) == []
        assert engine.sources(rows) == engine.fetch(["page:1", "page:2"])
        assert engine.sources(rows)["page:2"]["title"] == "Have og hus"

    def test_colleagues_join_whether_or_not_their_own_words_match(self, engine: Engine) -> None:
        links = [(number, "case:1", TODAY) for number in (1, 2, 3)]
        people = [person(1, "Have Havesen"), person(2, "Bo Blå"), person(3, "Ib", until=TODAY)]
        engine.write([make(1, "Have", links=links), *people], [])
        for kinds, hits in ((frozenset(), 3), (frozenset({"colleague"}), 2)):
            request = SearchRequest("have", viewer=None, kinds=kinds)
            query = queries.text_query(queries.plan("have"))
            tomorrow = Sight(today=SIGHT.today + 1)
            found = Found(engine, request, queries.visible(tomorrow), query, tomorrow.today)
            found.join_people()
            ranked, _, _ = found.page()
            ids = [row.id for _, row in ranked]
            assert set(ids) - {"page:1"} == {"colleague:1", "colleague:2"}
            assert found.counts["kind"] == {"case": 1, "colleague": 2}
            assert len(ids) == found.total == hits
            assert engine.sources([row for _, row in ranked]).keys() == set(ids)

    def test_a_rebuild_replaces_everything(self, engine: Engine) -> None:
        engine.write([make(1, "Have")], [])
        steps: list[int] = []
        assert engine.rebuild(iter([make(2, "Hus"), make(3, "Bro")]), steps.append) == 2
        assert steps == [1, 2]
        assert sorted(engine.digests()) == ["page:2", "page:3"]
        assert engine.status()["rebuild_needed"] is False
        assert engine.status()["documents"] == 2

    def test_what_lies_in_a_subtree(self, engine: Engine) -> None:
        engine.write([make(1, "A", trail=["0001"]), make(2, "B", trail=["0001", "00010001"])], [])
        assert sorted(engine.under("0001")) == ["page:1", "page:2"]
        assert engine.under("00010001") == ["page:2"]

    # --- Any string is a query -------------------------------------------------------------------
    @pytest.mark.parametrize(
        "text",
        [
            "",
            '"',
            '"""',
            '"(((',
            "(((",
            "/.*/",
            "a:b",
            "title_x:have AND *",
            "\0",
            "have\0",
            "\ud800have",
            "æ" * 50_000,
            "have " * 10_000,
            "\u202ehave\u200b",
            "🌳",
            "-have",
            "[1 TO 2}",
            "have~2^5",
        ],
    )
    def test_any_string_is_a_query(self, engine: Engine, text: str) -> None:
        engine.write([make(1, "Have")], [])
        assert self.found(engine, text) in ([], ["page:1"])
        assert isinstance(
            engine.words(
                "title_x", text[:20].encode("utf-8", "ignore").decode(), queries.visible(SIGHT), 5
            ),
            dict,
        )
