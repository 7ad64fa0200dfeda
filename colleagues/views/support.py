"""Asking a consultant, and following what becomes of it."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colleagues import handling
from colleagues.forms import SupportForm
from colleagues.models import ColleagueProfile, SupportRequest
from colleagues.models.support import RESPONSE_DAYS, is_consultant
from colleagues.origin import Origin, find_origin
from colleagues.people import member, person_of, profile_of
from colleagues.writing import MOST_AN_HOUR, TooMany, write_request
from consent.presets import prefetch_photos
from gufu.taxonomy import SubjectArea

RETRY_AFTER = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form, prefilled from the page one came from (?fra=/cases/…/) or a search (?om=…)."""
    values = request.POST if request.method == "POST" else request.GET
    origin = find_origin(values.get("fra", ""), [member(request)])
    form = SupportForm(
        request.POST if request.method == "POST" else None,
        initial={
            "token": uuid.uuid4(),
            "topic": request.GET.get("om", "").replace("\0", "")[:150],
            "support_type": request.GET.get("stoette") or SupportRequest.SupportType.SPARRING,
            **from_origin(origin),
        },
    )
    too_many, status = False, 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(write_request(member(request), form.cleaned_data, origin))
        except TooMany:
            too_many, status = True, 429
    visible = ColleagueProfile.objects.visible_to(member(request))
    consultants = list(visible.filter(is_consultant=True).for_cards())
    prefetch_photos([person.shown_photo for person in consultants], "avatar")
    context = {
        "form": form,
        "origin": origin,
        "too_many": too_many,
        "limit": MOST_AN_HOUR,
        "response_days": RESPONSE_DAYS,
        "consultants": consultants,
        "works_queue": is_consultant(member(request)),
    }
    response = render(request, "colleagues/support.html", context, status=status)
    if too_many:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def from_origin(origin: Origin | None) -> dict[str, Any]:
    """Return what the form begins with, coming from a page, a card or the guide's answer."""
    if origin is None:
        return {}
    return {
        "fra": origin.url,
        "topic": "" if origin.answers else origin.title[:150],
        "situation": origin.situation,
        "subject_area": SubjectArea.objects.filter(pages=origin.page_id).first()
        if origin.page_id
        else None,
    }


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The requests one has made, newest first."""
    rows = (
        SupportRequest.objects.visible_to(member(request))
        .filter(requester=member(request))
        .select_related("assigned_to")
        .order_by("-created_at")
    )
    return render(request, "colleagues/my_support.html", {"rows": rows})


@require_safe
def receipt(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """One request: when one hears, who has taken it, and what was answered."""
    row = get_object_or_404(
        SupportRequest.objects.filter(requester=member(request)).select_related("assigned_to"),
        token=token,
    )
    context = {
        "row": row,
        "requester": person_of(member(request)),
        "origin": find_origin(row.context_url, [member(request)]),
        "has_profile": profile_of(member(request)) is not None,
    }
    return render(request, "colleagues/support_receipt.html", context)


@require_POST
@transaction.atomic
def share(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Say yes or no (`ja`=1 or 0) to being found by what came of one's own request."""
    rows = SupportRequest.objects.select_for_update(of=("self",)).filter(requester=member(request))
    row = get_object_or_404(rows, token=token)
    yes = request.POST.get("ja") == "1"
    try:
        handling.share(row, yes, member(request))
    except handling.Conflict as conflict:
        messages.warning(request, str(conflict))
    else:
        said = _("Tak. Nu kan kolleger finde dig på det.")
        messages.success(request, said if yes else _("Det står ikke på din profil."))
    return redirect(row)
