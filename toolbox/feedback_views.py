"""Giving feedback on a case or a tool, following it, and answering it."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colleagues.people import member, profile_of
from colleagues.views.both_ways import both_ways
from colleagues.writing import MOST_AN_HOUR, TooMany
from gufu.reading import as_kind, cards
from toolbox import feedback
from toolbox.forms import FeedbackForm, ReplyForm
from toolbox.models import Feedback, FeedbackModelPage

SHOWN = 30  #: pieces of feedback a page
SHOWN_WITH = ("target", "author", "recipient")
RETRY_AFTER = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def give_feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """The form by the model; sent twice, it is one piece of feedback and one mail."""
    page = _page(request, pk)
    author = profile_of(member(request))
    if author is None:
        messages.info(request, _("Lav din profil først. Så kan din kollega svare dig."))
        return redirect("my_profile")
    if page.colleague_owner_id == author.pk:
        messages.info(request, _("Det er din egen side. Feedback er til andres."))
        return redirect(page.url)
    sent = request.POST if request.method == "POST" else None
    form = FeedbackForm(sent, initial={"token": uuid.uuid4()})
    too_many, status = False, 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            row = feedback.give(member(request), author, page, form.cleaned_data)
        except TooMany:
            too_many, status = True, 429
        else:
            messages.success(request, _("Tak. Din feedback står på siden nu."))
            return redirect(row)
    context = {
        "form": form,
        "target": page,
        "recipient": page.colleague_owner,
        "is_named": author.is_listed,
        "model": FeedbackModelPage.objects.visible_to(member(request)).order_by("pk").first(),
        "too_many": too_many,
        "limit": MOST_AN_HOUR,
    }
    response = render(request, "toolbox/feedback_give.html", context, status=status)
    if too_many:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def _page(request: HttpRequest, pk: int) -> Any:
    """Return the case or tool that the reader may see; everything else is not there."""
    page = as_kind(get_object_or_404(cards(member(request)), pk=pk))
    if page.kind not in feedback.KINDS:
        raise Http404
    return page


@require_safe
def one_feedback(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """One piece of feedback, for who gave it and who got it."""
    return _show(request, _mine(request, token), ReplyForm())


@require_POST
def answer_feedback(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Save the recipient's reply; the first one counts, and a double click is one."""
    row = _mine(request, token)
    if not _is_recipient(request, row):
        raise Http404
    form = ReplyForm(request.POST)
    if row.status == Feedback.Status.NEW and not form.is_valid():
        return _show(request, row, form, status=422)
    if row.status == Feedback.Status.NEW and feedback.answer(row, form.cleaned_data["reply"]):
        messages.success(request, _("Tak. Dit svar er gemt, og din kollega får besked."))
    return redirect(row)


@require_safe
def my_feedback(request: HttpRequest) -> HttpResponse:
    """The feedback one has given, or (?vis=modtaget) has got; newest first."""
    rows = Feedback.objects.visible_to(member(request)).select_related(*SHOWN_WITH)
    lists = {
        "givet": (_("Givet af dig"), rows.given_by(member(request))),
        "modtaget": (_("Givet til dig"), rows.received_by(member(request))),
    }
    chosen, tabs = both_ways(request, lists)
    page = Paginator(lists[chosen][1], SHOWN).get_page(request.GET.get("side"))
    context = {"page_obj": page, "tabs": tabs, "chosen": chosen}
    return render(request, "toolbox/my_feedback.html", context)


def _mine(request: HttpRequest, token: uuid.UUID) -> Feedback:
    rows = Feedback.objects.between(member(request)).select_related(*SHOWN_WITH)
    return get_object_or_404(rows, token=token)


def _is_recipient(request: HttpRequest, row: Feedback) -> bool:
    return bool(row.recipient and row.recipient.user_id == member(request).pk)


def _show(request: HttpRequest, row: Feedback, form: ReplyForm, status: int = 200) -> HttpResponse:
    context = {"row": row, "form": form, "is_recipient": _is_recipient(request, row)}
    return render(request, "toolbox/feedback.html", context, status=status)
