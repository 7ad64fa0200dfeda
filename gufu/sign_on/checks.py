"""Is sign-on set up so that people get in, and nobody else? Each fault names its cure."""

from collections.abc import Callable, Iterator
from ipaddress import ip_network
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register

from gufu.sign_on import groups

LONGEST_ISSUER = 200  # letters that allauth's table holds
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@register(Tags.security)
def check_sign_on(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """sign_on.E001–E007: the settings of the provider, of local accounts and of the throttle."""
    found: list[CheckMessage] = []
    for number, fault in enumerate(FAULTS, start=1):
        found += [Error(what, hint=cure, id=f"sign_on.E{number:03}") for what, cure in fault()]
    return found


@register(Tags.database)
def check_emergency(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """sign_on.W001: without local accounts somebody must get in when the provider is away."""
    from gufu.sign_on.models import BreakGlassAccount

    if settings.LOCAL_ACCOUNTS or BreakGlassAccount.objects.filter(user__is_active=True).exists():
        return []
    return [
        checks.Warning(
            "LOCAL_ACCOUNTS is off and there is no emergency administrator.",
            hint="Make one: manage.py break_glass create NAME --email ADDRESS",
            id="sign_on.W001",
        )
    ]


Fault = Iterator[tuple[str, str]]


def no_way_in() -> Fault:
    """Nobody gets in."""
    if not settings.LOCAL_ACCOUNTS and not settings.OIDC_ENABLED:
        yield (
            "LOCAL_ACCOUNTS is off and there is no provider: nobody gets in.",
            "Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or LOCAL_ACCOUNTS=on.",
        )


def incomplete() -> Fault:
    """The provider will not know us."""
    if settings.OIDC_ENABLED:
        for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"):
            if not getattr(settings, name):
                yield (
                    f"OIDC_ISSUER is set and {name} is not.",
                    f"Set {name}, or {name}_FILE to the file that holds it.",
                )


def without_tls() -> Fault:
    """What the provider says could be changed on the way."""
    for name in ("OIDC_ISSUER", "OIDC_SERVER_URL"):
        parts = urlsplit(getattr(settings, name))
        on_this_machine = parts.hostname in LOOPBACK and not settings.SESSION_COOKIE_SECURE
        if settings.OIDC_ENABLED and parts.scheme != "https" and not on_this_machine:
            yield (
                f"{name} is no https address: anybody on the way could sign on as anybody.",
                "Use the provider's https address; http is for a provider on one's own machine.",
            )


def issuer_too_long() -> Fault:
    """Accounts could not be told apart by their issuer."""
    if len(settings.OIDC_ISSUER) > LONGEST_ISSUER:
        yield (
            f"OIDC_ISSUER has more than {LONGEST_ISSUER} letters.",
            "Use the issuer as the provider's own description gives it.",
        )


def unreadable_map() -> Fault:
    """Groups would not become roles."""
    try:
        groups.parse(settings.OIDC_GROUP_MAP)
    except ValueError as error:
        yield (
            f'OIDC_GROUP_MAP: "{error}" cannot be read.',
            "Write value=role,value=role; the roles are " + ", ".join(groups.roles.BY_KEY) + ".",
        )


def trusts_anybody() -> Fault:
    """An address that somebody wrote themselves could open an account."""
    for name in ("OIDC_TRUST_EMAIL", "OIDC_MATCH_CLAIM"):
        if getattr(settings, name) and not settings.OIDC_ALLOWED_DOMAINS:
            yield (
                f"{name} is set without OIDC_ALLOWED_DOMAINS: a guest could become a colleague.",
                "List the municipality's own mail domains in OIDC_ALLOWED_DOMAINS.",
            )


def unreadable_networks() -> Fault:
    """Nobody knows who shares an address."""
    for network in settings.SIGN_ON_SHARED_NETWORKS:
        try:
            ip_network(network, strict=False)
        except ValueError:
            yield (
                f'SIGN_ON_SHARED_NETWORKS: "{network}" is no network.',
                "Write addresses or networks, like 192.0.2.7,198.51.100.0/24.",
            )


FAULTS: tuple[Callable[[], Fault], ...] = (
    no_way_in,
    incomplete,
    without_tls,
    issuer_too_long,
    unreadable_map,
    trusts_anybody,
    unreadable_networks,
)
