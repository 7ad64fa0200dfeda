"""What a consultant does with a request: one POST a step, for the board and the request alike."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from colleagues import drafts, handling
from colleagues.forms import AnswerForm, AssignForm, NoteForm, OutcomeForm
from colleagues.models import SupportEvent, SupportRequest
from colleagues.people import member, profile_of
from colleagues.views.queue import consultants_only, get_row, show


@require_POST
@consultants_only
@transaction.atomic
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a request, or take it over from the colleague whose name one saw."""
    row = get_row(request, pk, lock=True)
    me = profile_of(member(request))
    if me is None:
        messages.error(request, _("Udfyld først din egen profil, så andre kan se, hvem du er."))
        return redirect("my_profile")
    seen = request.POST.get("seen", "")
    return _do(
        request,
        row,
        lambda: handling.assign(row, me, member(request), seen=seen),
        _("»%(topic)s« er din."),
    )


@require_POST
@consultants_only
@transaction.atomic
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a request to another consultant, who gets a mail about it."""
    row = get_row(request, pk, lock=True)
    form = AssignForm(request.POST)
    if not form.is_valid():
        return show(request, row, status=422, assign_form=form)
    to, seen = form.cleaned_data["consultant"], form.cleaned_data["seen"]
    done = _("%(name)s har nu »%(topic)s« og får en mail om det.")
    return _do(
        request,
        row,
        lambda: handling.assign(row, to, member(request), seen=seen),
        done % {"name": to.name, "topic": "%(topic)s"},
    )


@require_POST
@consultants_only
@transaction.atomic
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a request back into the queue."""
    row = get_row(request, pk, lock=True)
    return _do(
        request,
        row,
        lambda: handling.release(row, member(request)),
        _("»%(topic)s« ligger i køen igen."),
    )


@require_POST
@consultants_only
@transaction.atomic
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a closed request up again."""
    row = get_row(request, pk, lock=True)
    return _do(
        request,
        row,
        lambda: handling.reopen(row, member(request)),
        _("»%(topic)s« er åbnet igen, med en ny frist."),
    )


@require_POST
@consultants_only
@transaction.atomic
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a note to one's colleagues."""
    row = get_row(request, pk, lock=True)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show(request, row, status=422, note_form=form)
    handling.note(row, form.cleaned_data, member(request))
    messages.success(request, _("Noten er gemt."))
    return _back(request, row)


@require_POST
@consultants_only
@transaction.atomic
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the one who asked; they get a mail."""
    row = get_row(request, pk, lock=True)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, row, status=422, answer_form=form)
    me = member(request)
    try:
        handling.answer(row, form.cleaned_data["answer"], me, profile_of(me))
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
        return show(request, row, status=409, answer_form=form)
    messages.success(request, _("Svaret er gemt og på vej med mail."))
    return _back(request, row)


@require_POST
@consultants_only
@transaction.atomic
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a request with what came of it."""
    row = get_row(request, pk, lock=True)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return show(request, row, status=422, outcome_form=form)
    try:
        handling.close(row, form.cleaned_data, member(request))
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
        return show(request, row, status=409, outcome_form=form)
    messages.success(request, _("Anmodningen er lukket."))
    return _back(request, row)


@require_POST
@consultants_only
@transaction.atomic
def draft_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a case portrait from a closed request; it waits for an editor, unpublished."""
    row = get_row(request, pk, lock=True)
    if not row.is_closed:
        messages.warning(request, _("Afslut anmodningen først. Så ved vi, hvad der kom ud af det."))
    elif row.case_page is None:
        row.case_page = drafts.make(row, member(request))
        row.save(update_fields=["case_page"])
        handling.log(row, SupportEvent.Kind.CASE_DRAFTED, member(request), row.case_page.title)
        messages.success(request, _("Caseudkastet er lavet. Nu ligger det hos redaktørerne."))
    return _back(request, row)


def _do(
    request: HttpRequest, row: SupportRequest, step: Callable[[], object], done: str
) -> HttpResponse:
    """Take a step that may come too late; say what happened, and go back to where it was asked."""
    try:
        step()
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
    else:
        messages.success(request, done % {"topic": row.topic})
    return _back(request, row)


def _back(request: HttpRequest, row: SupportRequest) -> HttpResponse:
    """Lead back to the request, or (`tavle`, the board's parameters) to its card on the board."""
    if "tavle" not in request.POST:
        return redirect(reverse("support_detail", args=[row.pk]))
    asked = QueryDict(request.POST["tavle"][:500]).urlencode()
    return redirect(f"{reverse('support_queue')}?{asked}#anmodning-{row.pk}")
