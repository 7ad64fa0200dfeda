"""'Er det samskabelse?' on one page: the questions, and below them the answer with its reasons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guide.questions import ANSWERS, QUESTIONS, Grade, assess, given, missing
from guide.recommend import recommend


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Ask, and answer what the address holds; it can be shared. Nothing is stored."""
    answers = given(request.GET.dict())
    asked = bool(request.GET)
    outcome = assess(answers)
    unanswered = {question.name for question in missing(answers)} if asked else set()
    context = {
        "questions": [
            {"question": q, "answer": answers.get(q.name), "is_missing": q.name in unanswered}
            for q in QUESTIONS
        ],
        "answers": ANSWERS,
        "outcome": outcome,
        "grade": outcome.grade.value,
        "show_outcome": outcome.grade is not Grade.UNANSWERED,
        "is_incomplete": asked and outcome.grade is Grade.UNANSWERED,
        "query": request.GET.urlencode(),
    }
    if outcome.recommends:
        context |= recommend(outcome, request.user)
    return render(request, "guide/guide.html", context)
