"""The one visibility rule: what may this viewer see?

`visible_pages_q` answers it for pages; each model's QuerySet says `.visible_to(viewer)` and nothing
else decides. Lists, counts, facets, search, related links and media all ask here. The rule reads
the database at every request, so a new restriction holds from the next one.

It does not decide who may edit: that is Wagtail's page permissions.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

#: Whoever looks: `request.user`.
Viewer = User | AnonymousUser


def is_staff_member(viewer: Viewer | None) -> bool:
    """Return whether `viewer` is a signed-in, active member of staff: everybody with an account."""
    return bool(viewer and viewer.is_authenticated and viewer.is_active)


def viewer_groups(viewer: Viewer) -> frozenset[int]:
    """Return the ids of the viewer's groups; one query for a request, kept on the user object."""
    groups = getattr(viewer, "_gufu_groups", None)
    if groups is None:
        groups = frozenset(viewer.groups.values_list("pk", flat=True))
        viewer._gufu_groups = groups  # type: ignore[union-attr]
    return groups


def forbidden_paths(viewer: Viewer) -> list[str]:
    """Return the tree paths of restricted pages whose subtrees `viewer` may not see."""
    return list(forbidden_pages(viewer))


def forbidden_pages(viewer: Viewer) -> dict[str, int]:
    """Return the restricted pages whose subtrees `viewer` may not see: tree path -> key.

    A group restriction opens for its groups and for superusers; a login restriction for everybody
    here; a password restriction for nobody but superusers, since a list cannot ask for a password.
    Two queries at most, and one where no page is restricted; kept for the request.
    """
    known = getattr(viewer, "_gufu_forbidden_paths", None)
    if known is not None:
        return known
    paths: dict[str, int] = {}
    if not viewer.is_superuser:
        allowed: dict[str, list[bool]] = {}
        rows = PageViewRestriction.objects.exclude(
            restriction_type=PageViewRestriction.LOGIN
        ).values_list("pk", "page_id", "page__path", "groups")
        by_restriction: dict[int, tuple[str, set[int | None]]] = {}
        keys: dict[str, int] = {}
        for pk, page, path, group in rows:
            keys[path] = page
            by_restriction.setdefault(pk, (path, set()))[1].add(group)
        if by_restriction:
            mine = viewer_groups(viewer)
            for path, groups in by_restriction.values():
                allowed.setdefault(path, []).append(bool(mine & groups))
            paths = {path: keys[path] for path, may in allowed.items() if not all(may)}
    viewer._gufu_forbidden_paths = paths  # type: ignore[union-attr]
    return paths


def visible_pages_q(viewer: Viewer, prefix: str = "") -> Q:
    """Return the condition for pages (reached through the lookup `prefix`) that `viewer` may see:
    live, and not in a subtree that is closed to them."""
    if not is_staff_member(viewer):
        return Q(pk__in=[])
    condition = Q(**{f"{prefix}live": True})
    for path in forbidden_paths(viewer):
        condition &= ~Q(**{f"{prefix}path__startswith": path})
    return condition


def may_see_path(viewer: Viewer, path: str) -> bool:
    """Return whether the page at the tree path `path` is in no subtree that is closed to
    `viewer`. It does not say whether the page is live."""
    return is_staff_member(viewer) and not path.startswith(tuple(forbidden_paths(viewer)))


class VisiblePageQuerySet(PageQuerySet):
    def visible_to(self, viewer: Viewer) -> Any:
        """Keep the pages that `viewer` may see."""
        return self.filter(visible_pages_q(viewer))


VisiblePageManager = PageManager.from_queryset(VisiblePageQuerySet)
