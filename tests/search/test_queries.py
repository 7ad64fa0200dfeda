"""Queries, ranking and guesses are pure functions."""

from datetime import date

import pytest

from search import queries
from search.contract import Row, Sight, id_of, number_of
from search.danish import tokens
from search.people import among_all, among_colleagues, experience, knowing
from search.ranking import aged, rank
from search.vocabulary import distance, nearest

TODAY = date(2026, 11, 23).toordinal()


def test_one_word_in_every_field() -> None:
    assert queries.text_query(queries.plan("haven")) == {
        "all": [
            {
                "best": [
                    {"term": ["title_x", "haven"], "boost": 3.0},
                    {"term": ["title_s", "hav"], "boost": 4.0},
                    {"term": ["tags_s", "hav"], "boost": 3.0},
                    {"term": ["summary_s", "hav"], "boost": 3.0},
                    {"term": ["title_p", "hav"], "boost": 2.0},
                    {"term": ["body_x", "haven"], "boost": 1.2},
                    {"term": ["body_s", "hav"], "boost": 1.0},
                    {"term": ["body_p", "hav"], "boost": 0.8},
                ],
                "match": {"terms": ["any", ["hav"]]},
            }
        ]
    }


def test_a_compound_is_also_its_parts() -> None:
    (asked,) = queries.text_query(queries.plan("dialogmøde"))["all"]
    parts = next(node for node in asked["best"] if "all" in node)
    assert parts["boost"] == queries.COMPOUND
    assert [part["best"][0] for part in parts["all"]] == [
        {"term": ["title_s", "dialog"], "boost": 4},
        {"term": ["title_s", "moed"], "boost": 4},
    ]


def test_whoever_needs_no_score_asks_one_field() -> None:
    (asked,) = queries.text_query(queries.plan("dialogmøde"))["all"]
    parts = {"all": [{"terms": ["any", ["^dialog"]]}, {"terms": ["any", ["^moed"]]}]}
    assert asked["match"]["of"] == 1
    assert asked["match"]["some"][:2] == [{"terms": ["any", ["dialogmoed"]]}, parts]
    (wide,) = queries.text_query(queries.plan("dialogmøde"), relaxed=True)["all"]
    assert wide["match"]["some"][0] == {"terms": ["any", ["dialogmoed", "dialog", "moed"]]}


def test_a_word_is_also_its_family_and_what_is_said_in_several_words() -> None:
    (asked,) = queries.text_query(queries.plan("oprydning"))["all"]
    assert {"term": ["title_s", "opryd"], "boost": 4 * queries.KIN} in asked["best"]
    weight = queries.WEIGHTS["body_s"] * queries.IN_WORDS
    assert {"phrase": ["body_x", ["rydder", "op"]], "boost": weight} in asked["best"]
    (asked,) = (term for term in queries.plan("hvordan rydder vi op").terms)
    assert "oprydning" in asked.kin


def test_the_parts_of_a_compound_are_looked_for_where_two_words_do_not_meet_by_chance() -> None:
    plan = queries.plan("dialogmøde")
    (strict,) = queries.text_query(plan)["all"]
    (wide,) = queries.text_query(plan, relaxed=True)["all"]

    def fields(node: dict) -> set[str]:
        parts = next(one["all"] for one in node["best"] if "all" in one)
        return {one["term"][0] for one in parts[0]["best"]}

    assert fields(strict) == set(queries.APART)
    assert "body_s" in fields(wide)


def test_two_words_may_be_one_compound() -> None:
    query, better = queries.text_query(queries.plan("møde med borgerne"))["also"]
    assert len(query["all"]) == 2
    stems = [node["best"][0]["term"] for node in better if "term" in node["best"][0]]
    assert ["title_s", "borgermoed"] in stems
    assert better[0]["best"][0]["phrase"] == ["title_x", ["moede", "med", "borgerne"]]


def test_what_says_little_is_not_required() -> None:
    query, better = queries.text_query(queries.plan("hvordan holder man et godt borgermøde"))[
        "also"
    ]
    (asked,) = query["all"]
    assert asked["best"][0]["term"] == ["title_x", "borgermoede"]
    weak = [node["best"][0] for node in better if node["best"][0].get("term", [""])[0] == "title_x"]
    assert weak == [
        {"term": ["title_x", "holder"], "boost": 3 * queries.WEAK},
        {"term": ["title_x", "godt"], "boost": 3 * queries.WEAK},
    ]


def test_words_that_say_little_are_asked_for_where_there_are_no_others() -> None:
    assert not any(term.is_weak for term in queries.plan("holder godt").terms)


def test_only_stop_words_stand_side_by_side() -> None:
    query, _ = queries.text_query(queries.plan("hvem gør hvad"))["also"]
    (asked,) = query["all"]
    assert asked["best"][0]["phrase"] == ["title_x", ["hvem", "goer", "hvad"]]


def test_a_relaxed_query_asks_for_two_of_the_words() -> None:
    query, _better = queries.text_query(queries.plan("lys skilt aften"), relaxed=True)["also"]
    (words,) = query["all"]
    assert (len(words["some"]), words["of"]) == (3, 2)


@pytest.mark.parametrize(
    ("text", "people", "words"),
    [
        ("hvem ved noget om brobygning", True, ["brobygning"]),
        ("Hvem har prøvet fremtidsavisen?", True, ["fremtidsavisen"]),
        ("kollega med erfaring brobygning", True, ["brobygning"]),
        ("hvem skal jeg ringe om brobygning", True, ["brobygning"]),
        ("hvem har nøglen", False, ["noeglen"]),
        ("hvem mangler ved bordet", False, ["mangler", "bordet"]),
        ("hvem ved", True, ["hvem", "ved"]),
    ],
)
def test_who(text: str, people: bool, words: list[str]) -> None:
    plan = queries.plan(text)
    assert plan.asks_people is people
    assert [term.token.exact for term in plan.terms] == words


def test_where_little_is_found_a_part_alone_and_a_thesaurus_count_a_little() -> None:
    plan = queries.plan("køkkenbord")
    (strict,) = queries.text_query(plan)["all"]
    (wide,) = queries.text_query(queries.widened(plan), relaxed=True)["all"]
    alone = [node["best"] for node in wide["best"] if node.get("boost") == queries.ALONE]
    assert len(alone) == 1
    assert not any("best" in node for node in strict["best"])
    plan = queries.plan("skænderi")
    (wide,) = queries.text_query(queries.widened(plan), relaxed=True)["all"]
    near = {"term": ["title_s", "mundhuggeri"], "boost": 4 * queries.NEAR}
    assert near in wide["best"]
    assert near not in queries.text_query(plan)["all"][0]["best"]
    assert "mundhuggeri" in queries.widened(plan).wanted.stems - plan.wanted.stems


def test_stop_words_go_unless_alone() -> None:
    assert [t.token.exact for t in queries.plan("hvad er en have").terms] == ["have"]
    assert [t.token.exact for t in queries.plan("og hvad").terms] == ["og", "hvad"]


def test_phrases_are_required() -> None:
    plan = queries.plan('"på bordet" tvivl')
    assert [[t.exact for t in words] for words in plan.phrases] == [["paa", "bordet"]]
    phrase, word = queries.text_query(plan)["all"]
    assert phrase["best"][1] == {"phrase": ["body_x", ["paa", "bordet"]], "boost": 2.4}
    assert word["best"][0]["term"] == ["title_x", "tvivl"]


@pytest.mark.parametrize(("count", "needed"), [(1, 1), (2, 1), (3, 2), (4, 2), (10, 2)])
def test_how_many_words_are_enough(count: int, needed: int) -> None:
    assert queries.enough(count) == needed


def test_a_guess_counts_half() -> None:
    plan = queries.plan("borgermøte", lambda token: ["borgermøde"])
    (asked,) = queries.text_query(plan)["all"]
    typed, guessed = asked["best"]
    assert typed["best"][0] == {"term": ["title_x", "borgermoete"], "boost": 3.0}
    assert guessed["best"][0] == {"term": ["title_x", "borgermoede"], "boost": 1.5}


def test_what_was_meant_has_its_family_for_half() -> None:
    planned = queries.plan("oprydnimg", lambda token: ["oprydning"])
    (asked,) = queries.text_query(planned)["all"]
    weight = 4 * queries.KIN * queries.GUESS
    assert {"term": ["title_s", "opryd"], "boost": weight} in asked["best"][0]["best"]


def test_synonyms_of_what_was_meant_count_for_half() -> None:
    words = {("plejehjem",): ((tokens("plejecenter")[0],),)}
    planned = queries.plan("plejehjen", lambda token: ["plejehjem"], words)
    (asked,) = queries.text_query(planned)["all"]
    weight = 4 * queries.SYNONYM * queries.GUESS
    assert asked["best"][1]["best"][0] == {"term": ["title_s", "plejecentr"], "boost": weight}


def test_long_queries_are_cut() -> None:
    plan = queries.plan(" ".join(f"ord{n}" for n in range(1000)))
    assert len(plan.terms) == queries.MOST_TERMS


def test_visibility() -> None:
    assert queries.visible(Sight(nobody=True)) == {"none": True}
    assert queries.visible(Sight(today=5)) == {
        "unless": [{"every": True}, {"some": [{"below": ["until", 5]}], "of": 1}]
    }
    sight = Sight(forbidden=("7",), hidden=("page:2",), hidden_trails=("3",), today=5)
    assert queries.visible(sight) == {
        "unless": [
            {"every": True},
            {
                "some": [
                    {"below": ["until", 5]},
                    {"terms": ["trail", ["3", "7"]]},
                    {"terms": ["id", ["page:2"]]},
                ],
                "of": 1,
            },
        ]
    }


def test_while_typing_the_last_word_is_a_beginning() -> None:
    whole, last = queries.suggestion(tokens("åbne dø"))["all"]
    assert whole["best"][0] == {"term": ["title_x", "aabne"], "boost": 3}
    assert {"prefix": ["title_x", "doe"]} in last["best"]
    assert not any("best" in node for node in last["best"])


def test_a_suggestion_may_stand_anywhere() -> None:
    (last,) = queries.suggestion(tokens("dør"), anywhere=True)["all"]
    (anywhere,) = (node for node in last["best"] if "best" in node)
    assert {"term": ["body_s", "doer"], "boost": 1.0} in anywhere["best"]


@pytest.mark.parametrize("one", ["page:1", "colleague:987654321", "do_dont:3"])
def test_an_id_is_a_number(one: str) -> None:
    assert id_of(number_of(one)) == one


class TestAge:
    def row(self, **more: int) -> Row:
        return Row(
            **{"id": "page:1", "score": 10.0, "dated": 0, "half_life": 0, "review_due": 0} | more
        )  # type: ignore[arg-type]

    def test_tools_never_age_and_portraits_do(self) -> None:
        assert aged(self.row(dated=TODAY - 4000), TODAY) == 10
        assert aged(self.row(dated=TODAY - 100, half_life=100), TODAY) == pytest.approx(8)
        assert aged(self.row(dated=TODAY + 100, half_life=100), TODAY) == 10
        assert aged(self.row(dated=1, half_life=100), TODAY) == pytest.approx(6)

    def test_at_a_tie_the_overdue_come_last(self) -> None:
        late, fresh = self.row(id="page:1", review_due=TODAY - 1), self.row(id="page:2")
        assert [row.id for _, row in rank([late, fresh], TODAY, {})] == ["page:2", "page:1"]


class TestPeople:
    def test_many_weak_links_do_not_beat_a_strong_one(self) -> None:
        strong = [(10.0, [[1, "case:1", "2016-05-01"]])]
        weak = [(2.0, [[2, f"case:{n}", None]]) for n in range(2, 12)]
        scores, reason = experience(strong + weak)
        assert scores["colleague:1"] > scores["colleague:2"]
        assert reason("colleague:1") == "1 case, senest maj 2016"
        assert reason("colleague:2") == "10 cases"
        assert reason("colleague:3") == ""

    def test_by_chance_nobody_becomes_a_hit(self) -> None:
        assert knowing({"colleague:2": 3.0, "colleague:1": 9.0, "colleague:3": 1.0}, 2.5) == [
            "colleague:1",
            "colleague:2",
        ]

    def test_a_person_stands_after_the_case_that_speaks_for_them(self) -> None:
        assert 0 < among_all(20.0, 0.0, 10.0) < 10.0
        assert among_all(0.0, 4.0, 10.0) == 4.0

    def test_where_people_are_asked_for_their_own_words_count_more(self) -> None:
        assert among_colleagues(0.0, 5.0) > among_colleagues(5.0, 0.0)

    def test_what_is_hidden_counts_for_nothing(self) -> None:
        links = [[1, "case:1", "2016-05-01"], [1, "trial:2", None], [2, "case:1", None]]
        scores, reason = experience([(10.0, links)], {(1, "case:1"), (2, "case:1")})
        assert scores == {"colleague:1": 10.0}
        assert reason("colleague:1") == "1 afprøvning"
        assert reason("colleague:2") == ""

    def test_the_reason_counts_each_role(self) -> None:
        links = [
            [1, "trial:1", "2024-01-01"],
            [1, "trial:2", "2025-01-01"],
            [1, "tool:1", None],
        ]
        _, reason = experience([(1.0, links)])
        assert reason("colleague:1") == "2 afprøvninger, 1 værktøj, senest januar 2025"


@pytest.mark.parametrize(
    ("left", "right", "most", "far"),
    [
        ("moede", "moede", 1, 0),
        ("moede", "mode", 1, 1),
        ("moede", "meode", 1, 1),
        ("moede", "moeder", 1, 1),
        ("moede", "kaffe", 2, 3),
        ("frivillig", "frvilig", 2, 2),
        ("a", "abcdef", 2, 3),
    ],
)
def test_distance(left: str, right: str, most: int, far: int) -> None:
    assert distance(left, right, most) == far
    assert distance(right, left, most) == far


VOCABULARY = {"title_x": {"oprydning": 3, "ordning": 9}, "title_s": {"ressourcekort": 1}}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("orpydning", ["oprydning"]),  # one swap is nearer than two errors
        ("ressoursekort", ["ressourcekort"]),  # by its stem
        ("kaffe", []),
        ("dialogmode", []),  # made of known words
    ],
)
def test_what_a_word_may_be_meant_as(typed: str, meant: list[str]) -> None:
    def words(field: str, start: str) -> dict[str, int]:
        known = VOCABULARY.get(field, {})
        return {word: count for word, count in known.items() if word.startswith(start)}

    (token,) = tokens(typed)
    assert nearest(token, words) == meant
