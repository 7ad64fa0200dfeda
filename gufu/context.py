"""What every template knows."""

from django.http import HttpRequest


def nonce(request: HttpRequest) -> dict[str, object]:
    """Return {"csp_nonce": the request's own}; it is in the policy only where a page writes it."""
    return {"csp_nonce": getattr(request, "csp_nonce", "")}
