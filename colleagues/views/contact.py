"""Writing to a colleague, and following what became of it."""

import uuid
from urllib.parse import quote, urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colleagues.forms import ContactForm
from colleagues.letters import viewer_of
from colleagues.models import ContactMessage
from colleagues.origin import find_origin
from colleagues.people import member, person_of
from colleagues.views.both_ways import both_ways
from colleagues.views.directory import visible_colleague
from colleagues.writing import MOST_AN_HOUR, TooMany, send_again, write_message

SHOWN = 30  #: messages a page
SHOWN_WITH = (
    "recipient",
    "sender__profile__centre",
    "delivered_to__user",
    "delivered_to__centre",
    "answered_by",
)
RETRY_AFTER = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, with the page one came from (?fra=/cases/…/) as its context."""
    try:
        person = visible_colleague(member(request), slug)
    except Http404:
        return nobody_here(request)
    if person.user_id == member(request).pk:
        messages.info(request, _("Det er din egen profil. Her kan du rette den."))
        return redirect("my_profile")
    values = request.POST if request.method == "POST" else request.GET
    origin = find_origin(values.get("fra", ""), [member(request), viewer_of(person.recipient)])
    subject = _("Om »%(title)s«") % {"title": origin.title} if origin else ""
    form = ContactForm(
        request.POST if request.method == "POST" else None,
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


def nobody_here(request: HttpRequest) -> HttpResponse:
    """Give back what was written to somebody who left while the form was open. Raises Http404.

    The same words for who never was here: nobody is told who has left.
    """
    written = {name: request.POST.get(name, "").strip() for name in ("subject", "body")}
    if not any(written.values()):
        raise Http404
    return render(request, "colleagues/contact_nobody.html", written, status=404)


@require_safe
def receipt(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """One message: for its sender where it went and how far it has come, for its reader the text
    and a way to say that it is answered."""
    row = get_object_or_404(_rows(request), token=token)
    sender = person_of(row.sender)
    context = {
        "row": row,
        "is_sender": row.sender_id == member(request).pk,
        "sender": sender,
        "origin": find_origin(row.context_url, [member(request)]),
        "reply_url": reply_url(sender.email, row) if sender.email else "",
    }
    return render(request, "colleagues/receipt.html", context)


def reply_url(email: str, row: ContactMessage) -> str:
    """Return the address that begins an answer in the reader's own mail program."""
    subject = _("Sv: %(subject)s") % {"subject": row.subject}
    in_reply_to = {"In-Reply-To": row.message_id} if row.message_id else {}
    return f"mailto:{quote(email, safe='@')}?" + urlencode(
        {"subject": subject, **in_reply_to}, quote_via=quote
    )


@require_safe
def messages_sent(request: HttpRequest) -> HttpResponse:
    """The messages one has written, or (?vis=modtaget) those one has got; newest first."""
    rows = ContactMessage.objects.all()
    lists = {
        "skrevet": (_("Skrevet af dig"), rows.written_by(member(request))),
        "modtaget": (_("Skrevet til dig"), rows.received_by(member(request))),
    }
    chosen, tabs = both_ways(request, lists)
    page = Paginator(lists[chosen][1].select_related(*SHOWN_WITH), SHOWN).get_page(
        request.GET.get("side")
    )
    items = [{"row": row, "sender": person_of(row.sender)} for row in page]
    context = {"items": items, "page_obj": page, "tabs": tabs, "chosen": chosen}
    return render(request, "colleagues/messages_sent.html", context)


@require_POST
@transaction.atomic
def answered(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Note that a message is answered, as its sender or its reader; nobody's mailbox is read."""
    row = get_object_or_404(_rows(request).select_for_update(of=("self",)), token=token)
    if row.status == ContactMessage.Status.SENT:
        row.status, row.answered_at = ContactMessage.Status.ANSWERED, timezone.now()
        row.answered_by = member(request)
        row.save(update_fields=["status", "answered_at", "answered_by"])
        if row.sender_id == member(request).pk:
            text = _("Godt, at I har fundet hinanden. Beskeden står som besvaret.")
        else:
            text = _("Tak. Beskeden står som besvaret, og det kan den, der skrev, også se.")
        messages.success(request, text)
    return redirect(row)


@require_POST
def again(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Send once more what could not be delivered; the sender's alone to do."""
    row = get_object_or_404(ContactMessage.objects.written_by(member(request)), token=token)
    if row.status == ContactMessage.Status.FAILED:
        send_again(row)
        messages.success(request, _("Vi prøver igen. Du kan følge beskeden her."))
    return redirect(row)


def _rows(request: HttpRequest) -> QuerySet[ContactMessage]:
    return ContactMessage.objects.visible_to(member(request)).select_related(*SHOWN_WITH)
