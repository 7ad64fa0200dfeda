"""The consultants' board and a request on it. Every view asks the server who may; everybody else
gets 403."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from colleagues import drafts
from colleagues.board import board
from colleagues.forms import AnswerForm, AssignForm, NoteForm, OutcomeForm
from colleagues.models import SupportRequest
from colleagues.models.support import is_consultant
from colleagues.origin import find_origin
from colleagues.people import member, person_of
from gufu.templatetags.ui import query_url

View = Callable[..., HttpResponse]


def consultants_only(view: View) -> View:
    """Refuse everybody who does not work the queue."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if not is_consultant(member(request)):
            raise PermissionDenied
        return view(request, *args, **options)

    return guarded


@require_safe
@consultants_only
def queue(request: HttpRequest) -> HttpResponse:
    """The board: a column for each state of a request, narrowed by what the address asks for."""
    context = board(request.GET, member(request))
    for column in context["columns"]:
        column["url"] = query_url(request.GET, kolonne=str(column["status"]))
    context |= {"here": request.GET.urlencode(), "all_url": query_url(request.GET, kolonne=None)}
    return render(request, "colleagues/queue.html", context)


@require_safe
@consultants_only
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, with what a consultant can do about it."""
    return show(request, get_row(request, pk))


def get_row(request: HttpRequest, pk: int, *, lock: bool = False) -> SupportRequest:
    """Return the request `pk`; locked for a step that changes it."""
    rows = SupportRequest.objects.visible_to(member(request))
    if lock:
        rows = rows.select_for_update(of=("self",))
    related = ("assigned_to", "subject_area", "case_page", "requester__profile__centre")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def show(
    request: HttpRequest, row: SupportRequest, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """Draw the request; `forms` are those that came back with errors, by their name here."""
    me = member(request)
    fresh = {
        "answer_form": AnswerForm(initial={"answer": row.answer}),
        "outcome_form": OutcomeForm(
            initial={"outcome": row.outcome, "outcome_type": row.outcome_type}
        ),
        "note_form": NoteForm(),
        "assign_form": AssignForm(initial={"seen": row.assigned_to_id or ""}),
    }
    context = {
        **fresh,
        **forms,
        "row": row,
        "requester": person_of(row.requester),
        "origin": find_origin(row.context_url, [me]),
        "is_mine": bool(row.assigned_to and row.assigned_to.user_id == me.pk),
        "notes": [
            {"note": note, "author": person_of(note.author) if note.author else None}
            for note in row.notes.select_related("author__profile__centre")
        ],
        "events": [
            {"event": event, "by": person_of(event.by) if event.by else None}
            for event in row.events.select_related("by__profile__centre")
        ],
        "draft_url": drafts.edit_url(row, me),
        "can_draft": drafts.is_offered() and row.is_closed and row.case_page is None,
    }
    return render(request, "colleagues/queue_detail.html", context, status=status)
