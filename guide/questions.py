"""The questions of 'Er det samskabelse?', and the answer they lead to. Pure functions.

The gate and the four criteria are those of the municipality's report (December 2016). The rule the
report insists on: good cooperation between the municipality's own units is not samskabelse.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

YES, PARTLY, NO = "ja", "delvist", "nej"
ANSWERS = ((YES, _("Ja")), (PARTLY, _("Delvist")), (NO, _("Nej")))
WEIGHT = {YES: 2, PARTLY: 1, NO: 0}
GATE = "kerneopgave"


@dataclass(frozen=True)
class Question:
    """One question: its parameter, its words, and the criterion it asks about (0 for the gate)."""

    name: str
    text: str | Promise
    help_text: str | Promise
    criterion: int
    #: What a yes, and what a no, says about the task.
    yes: str | Promise
    no: str | Promise


QUESTIONS = (
    Question(
        GATE,
        _("Er opgaven vigtig for kerneopgaven?"),
        _("Gør den en forskel for borgere, og hører den til det, I er sat i verden for?"),
        0,
        _("Opgaven betyder noget for kerneopgaven."),
        _("Opgaven ligger uden for det, I er sat i verden for."),
    ),
    Question(
        "udefra",
        _("Skal du se sagen med borgerens øjne for at lykkes?"),
        _("Er der noget, kun de, der lever med det, kan fortælle jer?"),
        1,
        _("I kan kun lykkes, hvis I ser sagen fra borgerens stol."),
        _("I kender problemet godt nok uden at spørge nogen udefra."),
    ),
    Question(
        "mobilisering",
        _("Har I brug for kræfter og kunnen, som I ikke selv har?"),
        _("Borgere, foreninger eller virksomheder, der vil være med til at gøre arbejdet."),
        2,
        _("Der er brug for, at nogen udefra vil være med."),
        _("I kan løse opgaven med jeres egne kræfter."),
    ),
    Question(
        "innovation",
        _("Er det, I plejer at gøre, ikke godt nok længere?"),
        _("Skal I finde en løsning, som ingen af jer kender endnu?"),
        3,
        _("Den vante løsning rækker ikke, og ingen kender den nye endnu."),
        _("Den løsning, I kender, er god nok."),
    ),
    Question(
        "koordinering",
        _("Går problemet på tværs af afdelinger og fag?"),
        _("Sådan som borgeren oplever det."),
        4,
        _("Problemet går på tværs, og I skal samle jer om borgerens sag."),
        _("Én afdeling kan løse det."),
    ),
)
CRITERIA = tuple(question for question in QUESTIONS if question.criterion)


class Grade(Enum):
    """How much the task calls for samskabelse, from what was answered."""

    UNANSWERED = "ubesvaret"
    OUTSIDE = "udenfor"
    CROSS_UNIT = "tvaergaaende"
    ORDINARY = "almindelig"
    PARTLY = "delvist"
    CLEARLY = "klart"


@dataclass(frozen=True)
class Outcome:
    """The grade, and the reasons for it: the questions that speak for and against."""

    grade: Grade
    speaks_for: tuple[Question, ...] = ()
    partly: tuple[Question, ...] = ()
    speaks_against: tuple[Question, ...] = ()

    @property
    def recommends(self) -> bool:
        """Whether the task calls for samskabelse enough to recommend ways of doing it."""
        return self.grade in (Grade.PARTLY, Grade.CLEARLY)

    @property
    def criteria(self) -> tuple[int, ...]:
        """The numbers of the criteria that hold, those that hold in full first."""
        return tuple(q.criterion for q in (*self.speaks_for, *self.partly) if q.criterion)


def given(params: Mapping[str, str]) -> dict[str, str]:
    """Return the answers among the address's parameters; anything else is left out."""
    return {
        question.name: params[question.name]
        for question in QUESTIONS
        if params.get(question.name) in WEIGHT
    }


def missing(answers: Mapping[str, str]) -> list[Question]:
    """Return the questions without an answer. After a "no" at the gate the rest need none."""
    if answers.get(GATE) == NO:
        return []
    return [question for question in QUESTIONS if question.name not in answers]


def assess(answers: Mapping[str, str]) -> Outcome:
    """Return the outcome of complete answers, else one that is UNANSWERED.

    - The gate is closed: OUTSIDE.
    - Nothing but coordination across units: CROSS_UNIT, which is not samskabelse.
    - Criteria 1–3 weigh two for yes and one for partly, coordination half as much; the outside
      must be part of it (criterion 1 or 2) for anything to be samskabelse. From 4 on, with both an
      outside view and something new or somebody new: CLEARLY; from 2 on: PARTLY; else ORDINARY.
    """
    if missing(answers):
        return Outcome(Grade.UNANSWERED)
    by_answer = {
        answer: tuple(q for q in QUESTIONS if answers.get(q.name) == answer) for answer in WEIGHT
    }
    grade = grade_of({q.criterion: WEIGHT[answers.get(q.name, NO)] for q in QUESTIONS})
    return Outcome(grade, by_answer[YES], by_answer[PARTLY], by_answer[NO])


def grade_of(weight: Mapping[int, int]) -> Grade:
    """Return the grade for the weight (0–2) of each criterion; criterion 0 is the gate."""
    if not weight[0]:
        return Grade.OUTSIDE
    outside = weight[1] + weight[2]
    if not outside and not weight[3]:
        return Grade.CROSS_UNIT if weight[4] else Grade.ORDINARY
    if not outside:
        return Grade.ORDINARY
    total = outside + weight[3] + weight[4] / 2
    if total >= 4 and outside >= 2:
        return Grade.CLEARLY
    return Grade.PARTLY if total >= 2 else Grade.ORDINARY
