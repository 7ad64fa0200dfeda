"""Views of the toolbox's cards, and the form 'Jeg har prøvet det'."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from toolbox.details import principle_context, question_context
from toolbox.forms import TrialForm
from toolbox.lists import advice_context, principles_context, question_list_context
from toolbox.models import Principle, QuestionCard, ToolPage


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Good questions, with facets."""
    return render(request, "toolbox/questions.html", question_list_context(request))


@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question, with what it opens and the tools that use it."""
    cards = QuestionCard.objects.visible_to(request.user).select_related("audience", "centre")
    card = get_object_or_404(cards, slug=slug)
    return render(request, "toolbox/question.html", question_context(card, request))


@require_safe
def principles(request: HttpRequest) -> HttpResponse:
    """The criteria, the twelve principles and the Rostock table."""
    return render(request, "toolbox/principles.html", principles_context(request))


@require_safe
def principle(request: HttpRequest, slug: str) -> HttpResponse:
    """One principle, how it looks in practice, and the cases where it shows."""
    card = get_object_or_404(Principle.objects.visible_to(request.user), slug=slug)
    return render(request, "toolbox/principle.html", principle_context(card, request))


@require_safe
def dos_and_donts(request: HttpRequest) -> HttpResponse:
    """What to do and what to avoid, side by side."""
    return render(request, "toolbox/dos_and_donts.html", advice_context(request))


@require_POST
def record_trial(request: Any, slug: str) -> HttpResponse:
    """Record that the reader tried a tool; with errors, show the tool with what was typed.

    Sent twice, one form makes one trial.
    """
    tool = get_object_or_404(ToolPage.objects.visible_to(request.user), slug=slug)
    form = TrialForm(request.POST)
    if not form.is_valid():
        request.trial_form = form
        response = tool.serve(request)
        response.status_code = 422
        return response
    form.record(tool, getattr(request.user, "profile", None))
    messages.success(request, _("Tak. Din erfaring er med i tallene nu."))
    return redirect(f"{tool.url}#proevet")
