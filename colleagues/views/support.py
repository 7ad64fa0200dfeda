"""Asking a consultant, and following what becomes of it."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from colleagues.forms import SupportForm
from colleagues.models import ColleagueProfile, SupportRequest
from colleagues.models.support import RESPONSE_DAYS, is_consultant
from colleagues.origin import find_origin
from colleagues.people import member
from colleagues.writing import MOST_AN_HOUR, TooMany, write_request
from consent.presets import prefetch_photos

RETRY_AFTER = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form, prefilled from the page one came from (?fra=/cases/…/)."""
    values = request.POST if request.method == "POST" else request.GET
    origin = find_origin(values.get("fra", ""), [member(request)])
    form = SupportForm(
        request.POST or None,
        initial={
            "token": uuid.uuid4(),
            "fra": origin.url if origin else "",
            "topic": origin.title[:150] if origin else "",
            "support_type": request.GET.get("stoette") or SupportRequest.SupportType.SPARRING,
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
    origin = find_origin(row.context_url, [member(request)])
    return render(request, "colleagues/support_receipt.html", {"row": row, "origin": origin})
