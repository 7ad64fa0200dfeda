"""Sending a photo: after asking page and consent, every time."""

import mimetypes
from pathlib import PurePath

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponseBase,
    HttpResponseNotModified,
)
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_safe

from consent.access import may_see_rendition
from consent.models import PhotoRendition

TYPES = {".avif": "image/avif", ".webp": "image/webp"}  # not in every system's table


@require_safe
def photo(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Send a rendition's file, or 404: not there, not for this viewer, or consent has ended.

    The browser may keep it but must ask each time (no-cache): then page and consent are asked
    again, and an unchanged picture costs no more than the question.
    """
    rendition = get_object_or_404(
        PhotoRendition.objects.select_related("image__consent", "image__collection"), pk=pk
    )
    if PurePath(rendition.file.name).name != name or not may_see_rendition(request.user, rendition):
        raise Http404
    # A rendition's file is never written twice: its name is its version.
    etag = quote_etag(f"{rendition.pk}-{name}")
    response: HttpResponseBase
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    else:
        response = _file(rendition, name)
    response.headers["ETag"] = etag
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _file(rendition: PhotoRendition, name: str) -> FileResponse:
    try:
        content = rendition.file.open("rb")
    except OSError as error:
        raise Http404 from error
    suffix = PurePath(name).suffix.lower()
    response = FileResponse(
        content,
        filename=name,
        content_type=TYPES.get(suffix) or mimetypes.types_map.get(suffix, "image/jpeg"),
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
