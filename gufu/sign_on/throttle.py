"""Slow to guess: who may try a password or a code, from where, how often.

django-axes calls `Throttle` for every attempt that reaches Django's `authenticate`, whatever form
it came by, and finds the address (forwarding headers count only behind declared proxies). The
rules, all over the last quarter of an hour (decision 6 tells why):

- one account from one address: eight bad attempts;
- one address, any accounts: eight from unknown browsers; a hundred where the address is declared
  to be a network's (SIGN_ON_SHARED_NETWORKS);
- one account from anywhere: after ten, unknown browsers wait between attempts, half a minute at
  most, so that the owner still gets in;
- codes of the second step: ten for an account, from anywhere.

An IPv6 address counts with all others of its /64, since one machine may use each of them.

A browser from which the account has been used before is known by a signed cookie: it has eight
attempts of its own, and what strangers do behind the same address does not touch it. A right
password forgets the bad ones of its own account and address, and nothing else.
"""

from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from axes.handlers.base import AxesHandler
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gufu.sign_on import browsers
from gufu.sign_on.alarm import raise_alarm
from gufu.sign_on.events import tell
from gufu.sign_on.models import BreakGlassAccount, FailedAttempt

WINDOW = timedelta(minutes=15)
PER_ACCOUNT_AND_ADDRESS = 8
PER_ADDRESS = 8
PER_SHARED_ADDRESS = 100
PER_ACCOUNT = 10
LONGEST_PAUSE = 30  # seconds
CODES_PER_ACCOUNT = 10

Step = FailedAttempt.Step


class Throttle(AxesHandler):
    """django-axes' way in to the rules."""

    def is_allowed(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        wait = seconds_to_wait(request, _username(credentials), _step(credentials))
        request.sign_on_wait = wait
        return not wait

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        """Count a bad attempt; one that was turned away unread counts for nothing."""
        if request is None:
            return
        username, step = _username(credentials), _step(credentials)
        if request.axes_locked_out:
            tell("locked_out", request, username=username, step=step)
            return
        count(request, username, step)
        tell("failed", request, username=username, step=step)
        request.sign_on_wait = seconds_to_wait(request, username, step)
        request.axes_locked_out = bool(request.sign_on_wait)
        if request.axes_locked_out:
            self.guard_emergency(username, request.axes_ip_address)

    def guard_emergency(self, username: str, address: str | None) -> None:
        """Tell the administrators that somebody guesses at an emergency account."""
        account = BreakGlassAccount.objects.filter(user__username=username).first()
        if account:
            raise_alarm("refused", account.user, address)

    def user_logged_in(self, sender: Any, request: Any, user: User, **kwargs: Any) -> None:
        recent(
            account=browsers.digest(user.get_username()), address=origin(request.axes_ip_address)
        ).delete()


def count(request: Any, username: str, step: str) -> None:
    """Note a bad attempt, and forget those that count no more."""
    now = timezone.now()
    FailedAttempt.objects.filter(at__lt=now - WINDOW).delete()
    FailedAttempt.objects.create(
        account=browsers.digest(username),
        address=origin(request.axes_ip_address),
        browser=browsers.known(request, username),
        step=step,
        at=now,
    )


def seconds_to_wait(request: Any, username: str, step: str) -> int:
    """Return how many seconds from now the next attempt may be made; 0 is now."""
    account, address = browsers.digest(username), origin(request.axes_ip_address)
    rules: list[tuple[QuerySet[FailedAttempt], int]] = [
        (recent(account=account, step=Step.CODE), CODES_PER_ACCOUNT)
    ]
    browser = browsers.known(request, username)
    mine = recent(account=account, browser=browser)
    if browser and mine.count() < PER_ACCOUNT_AND_ADDRESS:
        return _until_open(rules)
    rules += [
        (recent(account=account, address=address), PER_ACCOUNT_AND_ADDRESS),
        (recent(address=address, browser=""), limit_of(request.axes_ip_address)),
    ]
    return _until_open(rules) or _pause(recent(account=account))


def origin(address: str | None) -> str | None:
    """Return what stands for `address` in the count: of IPv6, the first of its /64."""
    found = ip_address(address) if address else None
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False)[0])


def recent(**conditions: Any) -> QuerySet[FailedAttempt]:
    """Return the bad attempts that still count."""
    return FailedAttempt.objects.filter(at__gte=timezone.now() - WINDOW, **conditions)


def _until_open(rules: Iterable[tuple[QuerySet[FailedAttempt], int]]) -> int:
    """Return the seconds until none of the (attempts, limit) is reached any more."""
    longest = 0
    for attempts, limit in rules:
        # The one whose passing away brings the number below the limit.
        times = attempts.order_by("-at").values_list("at", flat=True)[limit - 1 : limit]
        for oldest in times:
            longest = max(longest, _seconds_until(oldest + WINDOW))
    return longest


def _pause(attempts: QuerySet[FailedAttempt]) -> int:
    """Return the seconds that an unknown browser has to wait for an account that many try."""
    surplus = attempts.count() - PER_ACCOUNT
    if surplus < 0:
        return 0
    latest = attempts.aggregate(latest=Max("at"))["latest"]
    pause = timedelta(seconds=min(2 ** min(surplus, 10), LONGEST_PAUSE))
    return _seconds_until(latest + pause)


def _seconds_until(moment: Any) -> int:
    left = (moment - timezone.now()).total_seconds()
    return max(0, int(left) + 1) if left > 0 else 0


@lru_cache(maxsize=1024)
def _is_within(address: str, networks: tuple[str, ...]) -> bool:
    return any(ip_address(address) in ip_network(network, strict=False) for network in networks)


def limit_of(address: str | None) -> int:
    """Return how many bad attempts strangers may make from `address`."""
    shared = bool(address) and _is_within(str(address), tuple(settings.SIGN_ON_SHARED_NETWORKS))
    return PER_SHARED_ADDRESS if shared else PER_ADDRESS


def check_code_allowed(request: Any, user: User) -> bool:
    """Return whether a code may be tried for `user` now; otherwise the answer becomes a 429."""
    AxesProxyHandler.update_request(request)
    allowed = Throttle().is_allowed(request, {"username": user.get_username(), "step": Step.CODE})
    if not allowed:
        request.axes_locked_out = True
        tell("locked_out", request, user=user, step=Step.CODE)
    return allowed


def too_many(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Answer 429, with the time to wait."""
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = str(getattr(request, "sign_on_wait", 0) or 1)
    return answer


def _username(credentials: dict[str, Any] | None) -> str:
    return str((credentials or {}).get("username") or "")


def _step(credentials: dict[str, Any] | None) -> str:
    return str((credentials or {}).get("step") or Step.PASSWORD)
