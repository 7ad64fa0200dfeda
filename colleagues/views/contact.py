"""Writing to a colleague, and following what became of it."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colleagues.forms import ContactForm
from colleagues.letters import viewer_of
from colleagues.models import ContactMessage
from colleagues.origin import find_origin
from colleagues.people import member, person_of
from colleagues.views.directory import visible_colleague
from colleagues.writing import MOST_AN_HOUR, TooMany, write_message

SHOWN = 100
RETRY_AFTER = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, with the page one came from (?fra=/cases/…/) as its context."""
    person = visible_colleague(member(request), slug)
    if person.user_id == member(request).pk:
        messages.info(request, _("Det er din egen profil. Her kan du rette den."))
        return redirect("my_profile")
    values = request.POST if request.method == "POST" else request.GET
    origin = find_origin(values.get("fra", ""), [member(request), viewer_of(person.recipient)])
    subject = _("Om »%(title)s«") % {"title": origin.title} if origin else ""
    form = ContactForm(
        request.POST or None,
        initial={
            "token": uuid.uuid4(),
            "fra": origin.url if origin else "",
            "subject": subject[:150],
        },
    )
    too_many, status = False, 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(write_message(member(request), person, form.cleaned_data, origin))
        except TooMany:
            too_many, status = True, 429
    context = {
        "person": person,
        "recipient": person.recipient,
        "deputy": person.recipient if person.recipient != person else None,
        "origin": origin,
        "form": form,
        "too_many": too_many,
        "limit": MOST_AN_HOUR,
        "no_address": not person_of(member(request)).email,
    }
    response = render(request, "colleagues/contact.html", context, status=status)
    if too_many:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


@require_safe
def receipt(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Where a message went, and how far it has come."""
    row = get_object_or_404(_mine(request), token=token)
    origin = find_origin(row.context_url, [member(request)])
    return render(request, "colleagues/receipt.html", {"row": row, "origin": origin})


@require_safe
def messages_sent(request: HttpRequest) -> HttpResponse:
    """The messages one has written, newest first."""
    return render(request, "colleagues/messages_sent.html", {"rows": _mine(request)[:SHOWN]})


@require_POST
def answered(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Note that one has had an answer; nobody's mailbox is read for it."""
    row = get_object_or_404(_mine(request), token=token)
    if row.status == ContactMessage.Status.SENT:
        row.status = ContactMessage.Status.ANSWERED
        row.save(update_fields=["status"])
        messages.success(request, _("Godt, at I har fundet hinanden. Beskeden står som besvaret."))
    return redirect(row)


def _mine(request: HttpRequest) -> QuerySet[ContactMessage]:
    return ContactMessage.objects.visible_to(member(request)).select_related(
        "recipient", "delivered_to"
    )
