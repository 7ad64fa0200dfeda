"""Context of pages."""

from typing import Any


def case_list_context(request) -> dict[str, Any]:
    return {}


def arena_list_context(request) -> dict[str, Any]:
    return {}


def business_case_list_context(request) -> dict[str, Any]:
    return {}
