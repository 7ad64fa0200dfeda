"""Context of pages."""

from typing import Any


def tool_context(page, request) -> dict[str, Any]:
    return {}


def feedback_model_context(page, request) -> dict[str, Any]:
    return {}
