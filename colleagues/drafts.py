"""Drafts of case portraits from closed requests. The cases stand above this room: they register
who writes a draft, and this room calls it."""

from collections.abc import Callable

from django.contrib.auth.models import User
from django.urls import reverse

from colleagues.models import SupportRequest
from gufu.models import KnowledgePage

#: (request, who asks for it) → a new page, unpublished.
Maker = Callable[[SupportRequest, User], KnowledgePage]
_makers: list[Maker] = []


def register(maker: Maker) -> None:
    """Let a room write the drafts; the last one that registers does."""
    _makers.append(maker)


def is_offered() -> bool:
    """Return whether any room writes drafts."""
    return bool(_makers)


def make(row: SupportRequest, by: User) -> KnowledgePage:
    """Write the draft of a closed request. The caller ties it to the request."""
    return _makers[-1](row, by)


def edit_url(row: SupportRequest, viewer: User) -> str:
    """Return where `viewer` edits the draft, or nothing where that is not theirs to do."""
    page = row.case_page
    if page is None or not page.permissions_for_user(viewer).can_edit():
        return ""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
