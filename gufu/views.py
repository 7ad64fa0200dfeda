"""Health and errors: the views that belong to no room."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    JsonResponse,
)
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_prometheus.exports import ExportToDjangoView

from gufu import health


@login_not_required
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """The process can serve: the database answers and the media folder can be written.

    503 with what is wrong otherwise. Search and mail may be down; pages are served without, and
    `notes` says so.
    """
    faults = {}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        faults["database"] = type(error).__name__
    media = Path(settings.MEDIA_ROOT)
    try:
        media.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        faults["media"] = type(error).__name__
    return JsonResponse(
        {"status": "unavailable" if faults else "ok", "faults": faults, "notes": health.notes()},
        status=503 if faults else 200,
    )


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus, to whoever holds the token of METRICS_TOKEN; otherwise nobody."""
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "")
    if not token or not constant_time_compare(given, f"Bearer {token}"):
        return HttpResponseForbidden("METRICS_TOKEN", content_type="text/plain")
    return ExportToDjangoView(request)


def closed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """404 at an address that Wagtail brings along and the house does not use: its own sign-in
    form, and the forms that open a page or a folder of documents with a shared password."""
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A plain line: what was sent could not be read, so nothing else can be relied on."""
    return HttpResponse(
        _("Det kunne vi ikke læse. Gå tilbage, og prøv igen."),
        status=400,
        content_type="text/plain; charset=utf-8",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from elsewhere; nothing of it was taken in."""
    return HttpResponse(
        _("Formularen er blevet for gammel. Gå tilbage, genindlæs siden, og send den igen."),
        status=403,
        content_type="text/plain; charset=utf-8",
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page that is not there, with ways on; a plain line for who is not signed in."""
    if not request.user.is_authenticated:
        return HttpResponse("404", status=404, content_type="text/plain")
    # The same words for who has left, who is hidden and who never was: they tell nobody which.
    about_colleague = request.path.startswith("/kolleger/")
    return render(request, "404.html", {"about_colleague": about_colleague}, status=404)
