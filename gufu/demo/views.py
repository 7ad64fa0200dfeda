"""Addresses that exist only on one's own machine: the mailbox and the design catalogue."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gufu.demo import mailbox


@require_safe
def post(request: HttpRequest) -> HttpResponse:
    """The mails that the demo has sent, newest first."""
    return render(request, "mail/mailbox.html", {"letters": mailbox.letters()})


@require_safe
def one_mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: its text, its head, and the bytes it was sent as."""
    letter = mailbox.letter(name)
    if letter is None:
        raise Http404
    return render(request, "mail/mailbox_letter.html", {"letter": letter})


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Every piece of the design, in use."""
    return render(request, "udvikling/design.html")
