"""What every template knows."""

from functools import partial

from django.http import HttpRequest

from gufu.visibility import may_enter_cms


def nonce(request: HttpRequest) -> dict[str, object]:
    """Return {"csp_nonce": the request's own}; it is in the policy only where a page writes it."""
    return {"csp_nonce": getattr(request, "csp_nonce", "")}


def rights(request: HttpRequest) -> dict[str, object]:
    """Return {"may_enter_cms": asked where a template asks, and not before}."""
    return {"may_enter_cms": partial(may_enter_cms, getattr(request, "user", None))}
