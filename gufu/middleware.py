"""Middleware of the house: one transaction for every change, headers that protect, and doors
that stay shut."""

from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

GetResponse = Callable[[HttpRequest], HttpResponse]
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

#: Wagtail's admin writes inline scripts and styles of its own; it gets a wider policy than the
#: site's pages, still without foreign hosts.
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "form-action": [SELF],
    "object-src": [NONE],
    "base-uri": [NONE],
}


CMS = "/cms/"


class BodyLimitMiddleware:
    """Refuses a body that is larger than any form of the site sends, before reading it.

    Django limits what it keeps in memory, not what it writes to disk while it reads. A body
    without a length is none: WSGI servers hand over nothing of it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length > settings.MAX_BODY_SIZE:
            return HttpResponse(
                _("Det, du sender, fylder for meget. En fil må højst fylde 20 MB."),
                status=413,
                content_type="text/plain; charset=utf-8",
                headers={"Connection": "close"},
            )
        return self.get_response(request)


class CmsDoorMiddleware:
    """Answers 403 in the CMS to who is signed in but may not enter it.

    Wagtail would send them to the sign-in form, which sends them back: a circle.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        if (
            request.path_info.startswith(CMS)
            and request.user.is_authenticated
            and not request.user.has_perm("wagtailadmin.access_admin")
        ):
            raise PermissionDenied


class AtomicChangesMiddleware:
    """Puts every unsafe request in one transaction, so that a change and its outbox rows are
    saved together or not at all.

    ATOMIC_REQUESTS would do the same for reads, and then every page view would take SQLite's
    write lock. An answer of 500 or above rolls back; a 4xx keeps what was written (a failed
    login must count).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS:
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


class ChosenLanguageMiddleware:
    """Danish, unless the reader has chosen another language in the foot of the page.

    Django's own middleware follows the browser; a workplace whose browsers are set up in English
    would then meet an English interface around Danish texts.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The site's strict policy (settings), except inside Wagtail's admin."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(CMS) and not report_only:
            parts.config = ADMIN_POLICY
        return parts


class SecurityHeadersMiddleware:
    """Adds what Django leaves out: a permissions policy, and no shared caching of answers that
    are all personal, since everybody is signed in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        )
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
