"""The door to SCIM: closed without a token, slow to guess at, and every answer JSON."""

from axes.helpers import get_client_ip_address
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt

CONTENT_TYPE = "application/scim+json"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"
MOST_BYTES = 2 * 1024 * 1024  #: a group of 10,000 members
MOST_FAILURES, PAUSE = 10, 300  #: wrong tokens from one address, and seconds until it may try again


@csrf_exempt
@login_not_required
def scim(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer what lies below /scim/v2/, to whoever holds the token of SCIM_TOKEN."""
    if not settings.SCIM_TOKEN:
        return refusal(404, "SCIM is not in use here.")
    address = f"scim-failures:{get_client_ip_address(request)}"
    if cache.get(address, 0) >= MOST_FAILURES:
        response = refusal(429, "Too many wrong tokens. Try again later.")
        response["Retry-After"] = str(PAUSE)
        return response
    given = request.headers.get("Authorization", "")
    if not constant_time_compare(given, f"Bearer {settings.SCIM_TOKEN}"):
        cache.add(address, 0, PAUSE)
        cache.incr(address)
        response = refusal(401, "The bearer token is missing or wrong.")
        response["WWW-Authenticate"] = 'Bearer realm="SCIM"'
        return response
    length = str(request.META.get("CONTENT_LENGTH") or "")
    if length.isdecimal() and int(length) > MOST_BYTES:
        return refusal(413, "The request is larger than 2 MB.")
    from colleagues.staff.scim.service import answer

    return answer(request, rest)


def refusal(status: int, detail: str) -> HttpResponse:
    """Return an error as RFC 7644, section 3.12, wants it."""
    return JsonResponse(
        {"schemas": [ERROR], "status": str(status), "detail": detail},
        status=status,
        content_type=CONTENT_TYPE,
    )
