"""The app on a phone."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value


def code_of(secret: str, off: int = 0) -> str:
    """Return what the app shows, `off` half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + off))
