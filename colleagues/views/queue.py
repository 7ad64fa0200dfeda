"""The consultants' queue. Every view asks the server who may; everybody else gets 403."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST, require_safe

from colleagues import handling
from colleagues.forms import AnswerForm, OutcomeForm
from colleagues.models import SupportRequest
from colleagues.models.support import is_consultant
from colleagues.origin import find_origin
from colleagues.people import member, person_of, profile_of

View = Callable[..., HttpResponse]
LISTS = {
    "aabne": gettext_noop("Åbne"),
    "mine": gettext_noop("Mine"),
    "lukkede": gettext_noop("Lukkede"),
}
SHOWN = 200


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
    """Open requests, those with the nearest deadline first; one's own; closed ones."""
    rows = SupportRequest.objects.visible_to(member(request)).select_related(
        "assigned_to", "requester__profile__centre"
    )
    lists = {
        "aabne": rows.open(),
        "mine": rows.open().filter(assigned_to__user=member(request)),
        "lukkede": rows.filter(status=SupportRequest.Status.CLOSED).order_by("-closed_at"),
    }
    chosen = request.GET.get("vis", "aabne")
    chosen = chosen if chosen in lists else "aabne"
    tabs = [
        {
            "label": _(label),
            "url": f"?vis={name}",
            "count": lists[name].count(),
            "current": name == chosen,
        }
        for name, label in LISTS.items()
    ]
    items = [{"row": row, "requester": person_of(row.requester)} for row in lists[chosen][:SHOWN]]
    return render(request, "colleagues/queue.html", {"items": items, "tabs": tabs})


@require_safe
@consultants_only
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, with what a consultant can do about it."""
    return _show(request, _get(request, pk))


@require_POST
@consultants_only
@transaction.atomic
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a request, or take it over from the colleague whose name one saw."""
    row = _get(request, pk, lock=True)
    me = profile_of(member(request))
    if me is None:
        messages.error(request, _("Udfyld først din egen profil, så andre kan se, hvem du er."))
        return redirect("my_profile")
    try:
        handling.assign(row, me, seen=request.POST.get("seen", ""))
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
    else:
        messages.success(request, _("Anmodningen er din."))
    return _back(row)


@require_POST
@consultants_only
@transaction.atomic
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the one who asked; they get a mail."""
    row = _get(request, pk, lock=True)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, row, answer_form=form)
    try:
        handling.answer(row, form.cleaned_data["answer"], profile_of(member(request)))
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
        return _show(request, row, answer_form=form, status=409)
    messages.success(request, _("Svaret er gemt og på vej med mail."))
    return _back(row)


@require_POST
@consultants_only
@transaction.atomic
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a request with what came of it."""
    row = _get(request, pk, lock=True)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _show(request, row, outcome_form=form)
    try:
        handling.close(row, form.cleaned_data["outcome"])
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
        return _show(request, row, outcome_form=form, status=409)
    messages.success(request, _("Anmodningen er lukket."))
    return redirect("support_queue")


def _get(request: HttpRequest, pk: int, *, lock: bool = False) -> SupportRequest:
    rows = SupportRequest.objects.visible_to(member(request))
    if lock:
        rows = rows.select_for_update(of=("self",))
    return get_object_or_404(
        rows.select_related("assigned_to", "requester__profile__centre"), pk=pk
    )


def _show(
    request: HttpRequest,
    row: SupportRequest,
    *,
    answer_form: AnswerForm | None = None,
    outcome_form: OutcomeForm | None = None,
    status: int | None = None,
) -> HttpResponse:
    context = {
        "row": row,
        "requester": person_of(row.requester),
        "origin": find_origin(row.context_url, [member(request)]),
        "answer_form": answer_form or AnswerForm(initial={"answer": row.answer}),
        "outcome_form": outcome_form or OutcomeForm(initial={"outcome": row.outcome}),
        "is_mine": bool(row.assigned_to and row.assigned_to.user_id == member(request).pk),
        "is_closed": row.status == SupportRequest.Status.CLOSED,
    }
    default = 422 if answer_form or outcome_form else 200
    return render(request, "colleagues/queue_detail.html", context, status=status or default)


def _back(row: SupportRequest) -> HttpResponse:
    return redirect(reverse("support_detail", args=[row.pk]))
