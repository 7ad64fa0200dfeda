"""Context of pages."""

from typing import Any


def portrait_context(page, request) -> dict[str, Any]:
    return {}


def arena_context(page, request) -> dict[str, Any]:
    return {}


def business_case_context(page, request) -> dict[str, Any]:
    return {}
