"""'Er det samskabelse?': the gate, the grades with their reasons, and what is recommended."""

import pytest

from guide.questions import CRITERIA, QUESTIONS, Grade, assess, given, grade_of, missing
from tests import factories

NAMES = [question.name for question in QUESTIONS]


def answered(*answers):
    return dict(zip(NAMES, answers, strict=True))


@pytest.mark.parametrize(
    ("answers", "grade"),
    [
        # gate, outside view, mobilising, innovation, coordination
        (("ja", "ja", "ja", "ja", "ja"), Grade.CLEARLY),
        (("ja", "ja", "ja", "nej", "nej"), Grade.CLEARLY),
        (("ja", "ja", "nej", "ja", "nej"), Grade.CLEARLY),
        (("delvist", "ja", "ja", "ja", "ja"), Grade.CLEARLY),
        (("ja", "ja", "nej", "nej", "nej"), Grade.PARTLY),
        (("ja", "delvist", "nej", "delvist", "nej"), Grade.PARTLY),
        (("ja", "delvist", "nej", "ja", "ja"), Grade.PARTLY),
        (("ja", "delvist", "nej", "nej", "nej"), Grade.ORDINARY),
        (("ja", "nej", "nej", "ja", "ja"), Grade.ORDINARY),
        (("ja", "nej", "nej", "nej", "nej"), Grade.ORDINARY),
        (("ja", "nej", "nej", "nej", "ja"), Grade.CROSS_UNIT),
        (("ja", "nej", "nej", "nej", "delvist"), Grade.CROSS_UNIT),
        (("nej", "ja", "ja", "ja", "ja"), Grade.OUTSIDE),
    ],
)
def test_the_grade_follows_from_the_answers(answers, grade):
    assert assess(answered(*answers)).grade is grade


def test_without_somebody_from_outside_nothing_is_samskabelse():
    for innovation in (0, 1, 2):
        for coordination in (0, 1, 2):
            grade = grade_of({0: 2, 1: 0, 2: 0, 3: innovation, 4: coordination})
            assert grade in (Grade.ORDINARY, Grade.CROSS_UNIT)


def test_a_better_answer_never_lowers_the_grade():
    order = [Grade.ORDINARY, Grade.CROSS_UNIT, Grade.PARTLY, Grade.CLEARLY]
    weights = [(a, b, c) for a in (0, 1, 2) for b in (0, 1, 2) for c in (0, 1, 2)]
    for one, two, three in weights:
        base = {0: 2, 1: one, 2: two, 3: three, 4: 0}
        for number in (1, 2, 3):
            if base[number] < 2 and grade_of(base) is not Grade.CROSS_UNIT:
                better = grade_of({**base, number: base[number] + 1})
                assert order.index(better) >= order.index(grade_of(base))


def test_the_reasons_are_the_answers():
    outcome = assess(answered("ja", "ja", "delvist", "nej", "nej"))
    assert [q.name for q in outcome.speaks_for] == ["kerneopgave", "udefra"]
    assert [q.name for q in outcome.partly] == ["mobilisering"]
    assert [q.name for q in outcome.speaks_against] == ["innovation", "koordinering"]
    assert outcome.criteria == (1, 2)


def test_a_no_at_the_gate_needs_no_further_answers():
    assert missing({"kerneopgave": "nej"}) == []
    assert assess({"kerneopgave": "nej"}).grade is Grade.OUTSIDE


def test_answers_that_are_no_answers_do_not_count():
    assert given({"udefra": "ja", "kerneopgave": "måske", "andet": "ja"}) == {"udefra": "ja"}
    assert len(missing({"kerneopgave": "ja"})) == len(CRITERIA) == 4


YES = "?kerneopgave=ja&udefra=ja&mobilisering=ja&innovation=nej&koordinering=nej"


@pytest.fixture
def world(site):
    criteria = {n: factories.CriterionFactory(number=n, title=f"Kriterium {n}") for n in (1, 2, 3)}
    person = factories.ColleagueFactory(name="Bodil Stengaard")
    factories.ToolPageFactory(title="Passer bedst", criteria=[criteria[1], criteria[2]])
    factories.ToolPageFactory(title="Passer lidt", criteria=[criteria[1]])
    factories.ToolPageFactory(title="Passer ikke", criteria=[criteria[3]])
    factories.CasePortraitPageFactory(title="En case", criteria=[criteria[2]], contacts=[person])
    factories.CasePortraitPageFactory(title="To cases", criteria=[criteria[1]], contacts=[person])
    return person


def test_recommendations_come_with_their_reason(reader, world):
    response = reader.get(f"/guide/{YES}")
    context, html = response.context, response.content.decode()
    assert [tool.title for tool in context["tools"]] == ["Passer bedst", "Passer lidt"]
    assert context["tools"][0].reason == (
        "Viser »Kriterium 1« og »Kriterium 2«, som din opgave kalder på."
    )
    assert {case.title for case in context["cases"]} == {"En case", "To cases"}
    assert [person.reason for person in context["people"]] == ["2 cases"]
    for thing in (*context["tools"], *context["cases"], *context["people"]):
        assert thing.reason in html


def test_without_experience_a_consultant_is_recommended(reader, site):
    factories.ColleagueFactory(name="Mette Lindgaard", is_consultant=True)
    people = reader.get(f"/guide/{YES}").context["people"]
    assert [person.name for person in people] == ["Mette Lindgaard"]
    assert people[0].reason == "Konsulent, der kan hjælpe jer med at begynde"


def test_only_cross_unit_is_an_explained_no_without_recommendations(reader, world):
    address = "/guide/?kerneopgave=ja&udefra=nej&mobilisering=nej&innovation=nej&koordinering=ja"
    response = reader.get(address)
    html = response.content.decode()
    assert "Nej, det er almindeligt tværgående samarbejde" in html
    assert "samarbejde mellem kommunens egne enheder er ikke i sig selv samskabelse" in html
    assert "Passer bedst" not in html


def test_missing_answers_are_pointed_out_and_the_given_are_kept(reader, site):
    response = reader.get("/guide/?kerneopgave=ja&udefra=delvist")
    html = response.content.decode()
    assert "Der mangler et svar" in html
    assert html.count("Vælg et svar.") == 3
    assert html.count(" checked>") == 2
    assert not response.context["show_outcome"]


def test_the_first_visit_only_asks(reader, site):
    html = reader.get("/guide/").content.decode()
    assert "Der mangler et svar" not in html
    assert html.count('type="radio"') == 15


def test_the_way_on_takes_the_answers_along(reader, world):
    html = reader.get(f"/guide/{YES}").content.decode()
    assert "/stoette/?fra=/guide/%3Fkerneopgave%3Dja" in html
