"""What somebody reads who did not get in, and how they get on from there."""

from dataclasses import dataclass

import requests
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gufu.sign_on.events import tell
from gufu.sign_on.people import Refused

TEXTS: dict[str, tuple[str | Promise, str | Promise]] = {
    "closed": (
        _("Din konto er lukket"),
        _("Du kan ikke længere bruge GUFU med den konto. Er det en fejl, så ring til IT."),
    ),
    "foreign": (
        _("Du har ikke adgang til GUFU"),
        _(
            "GUFU er for medarbejdere i Guldborgsund Kommune. Arbejder du her, så ring til IT, "
            "og sig, hvilken konto du loggede ind med."
        ),
    ),
    "protected": (
        _("Din konto skal først forbindes"),
        _(
            "Der findes allerede en konto i GUFU, som kan være din. Den er beskyttet, så en "
            "administrator skal forbinde den med dit login. Ring til IT, og læs koden op."
        ),
    ),
    "taken": (
        _("Vi kan ikke se, hvem du er"),
        _(
            "Din e-mailadresse eller dit brugernavn hører allerede til en anden i GUFU. "
            "Ring til IT, og læs koden op."
        ),
    ),
    "cancelled": (
        _("Du er ikke logget ind"),
        _("Du afbrød, før du var logget ind. Du kan prøve igen, når du vil."),
    ),
    "again": (
        _("Prøv en gang til"),
        _("Du loggede ind to steder på samme tid. Prøv igen, så går det godt."),
    ),
    "local_off": (
        _("Her kan du ikke bruge adgangskode"),
        _("Log ind med det login, du bruger til kommunens andre systemer."),
    ),
    "away": (
        _("Login svarer ikke lige nu"),
        _(
            "Vi kan ikke få fat i det system, som siger, hvem du er. Vent et øjeblik, og prøv "
            "igen. Bliver det ved, så ring til IT. Det, du har skrevet i GUFU, er gemt."
        ),
    ),
    "failed": (
        _("Vi kunne ikke logge dig ind"),
        _(
            "Måske ventede du for længe, eller også gik du tilbage i browseren. Prøv igen. "
            "Bliver det ved, så ring til IT."
        ),
    ),
}


@dataclass(frozen=True)
class Door:
    """A page with a message and a way on."""

    reason: str
    status: int
    reference: str = ""

    def show(self, request: HttpRequest) -> HttpResponse:
        title, text = TEXTS[self.reason]
        context = {
            "title": title,
            "text": text,
            "reference": self.reference,
            "local": settings.LOCAL_ACCOUNTS,
        }
        return render(request, "konto/not_in.html", context, status=self.status)


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Answer 403 to somebody who does not get in, and log why."""
    tell("refused", request, reason=refused.reason)
    return Door(refused.reason, 403, refused.reference).show(request)


def trouble(request: HttpRequest, error: Exception | None) -> HttpResponse:
    """Answer 503 where the provider does not, 403 where what it says cannot be relied on."""
    said = f"{type(error).__name__}: {error}"[:300] if error else "state"
    if isinstance(error, requests.RequestException):
        tell("provider_failed", request, error=said)
        answer = Door("away", 503).show(request)
        answer.headers["Retry-After"] = "60"
        return answer
    tell("refused", request, reason="failed", error=said)
    return Door("failed", 403).show(request)
