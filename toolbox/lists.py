"""Context of pages."""

from typing import Any


def tool_list_context(request) -> dict[str, Any]:
    return {}
