"""Views of the room: citizens' voices. Portraits, arenas and business cases are pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.lists import voices_context


@require_safe
def voices(request: HttpRequest) -> HttpResponse:
    """What citizens said, by theme: only quotes whose consent holds today."""
    return render(request, "cases/voices.html", voices_context(request))
