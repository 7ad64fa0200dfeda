"""The second step of a local account: codes from a phone (TOTP), and recovery codes on paper.

allauth.mfa keeps the secrets and knows the arithmetic. That a code is used once is kept in the
database here, since every process has a cache of its own.
"""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.crypto import constant_time_compare

Type = Authenticator.Type


def is_enabled(user: User) -> bool:
    """Return whether `user` has to show a code after the password."""
    return Authenticator.objects.filter(user=user, type=Type.TOTP).exists()


def new_secret() -> str:
    """Return a fresh secret, 160 bits in base32."""
    return generate_totp_secret()


def matching_counter(secret: str, code: str) -> int | None:
    """Return the number of the half minute whose code `code` is, one off at most; else None."""
    typed = "".join(code.split())
    for counter in yield_hotp_counters_from_time():
        if constant_time_compare(format_hotp_value(hotp_value(secret, counter)), typed):
            return counter
    return None


@transaction.atomic
def enable(user: User, secret: str, counter: int = 0) -> list[str]:
    """Ask `user` for codes of `secret` from now on; return their new recovery codes.

    `counter` is that of the code which has been shown, and does not open a second time.
    """
    disable(user)
    totp = TOTP.activate(user, secret).instance
    totp.data["last_counter"] = counter
    totp.save(update_fields=["data"])
    return new_recovery_codes(user)


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Return ten new recovery codes; those from before open nothing any more."""
    Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
    return RecoveryCodes.activate(user).generate_codes()


def disable(user: User) -> None:
    """Ask `user` for no code any more."""
    Authenticator.objects.filter(user=user).delete()


@transaction.atomic
def accept(user: User, code: str) -> str:
    """Use up `code`; return what it was ("totp", "recovery_codes"), "" where it opens nothing."""
    factors = {
        factor.type: factor
        for factor in Authenticator.objects.select_for_update().filter(user=user)
    }
    totp, recovery = factors.get(Type.TOTP), factors.get(Type.RECOVERY_CODES)
    if totp and (counter := matching_counter(decrypt(totp.data["secret"]), code)) is not None:
        if counter <= totp.data.get("last_counter", 0):
            return ""
        totp.data["last_counter"] = counter
        totp.save(update_fields=["data"])
        totp.record_usage()
        return str(Type.TOTP.value)
    if totp and recovery and recovery.wrap().validate_code("".join(code.split())):
        recovery.record_usage()
        return str(Type.RECOVERY_CODES.value)
    return ""


def recovery_codes_left(user: User) -> int:
    """Return how many recovery codes have not been used."""
    recovery = Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).first()
    return len(recovery.wrap().get_unused_codes()) if recovery else 0
