"""What the front page shows."""

from typing import Any

from django.http import HttpRequest


def front_page_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the lists of the front page."""
    return {}
