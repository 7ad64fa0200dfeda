"""The one visibility rule: what may this viewer see?

`visible_pages_q` answers it for pages; each model's QuerySet says `.visible_to(viewer)` and nothing
else decides. Lists, counts, facets, search, related links and media all ask here. The rule reads
the database at every request, so a new restriction holds from the next one.

It does not decide who may edit: that is Wagtail's page permissions.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from gufu.statements import Statement

#: Whoever looks: `request.user`.
Viewer = User | AnonymousUser
_SOMEBODY = -1  # the place in a statement for a viewer's key


def is_staff_member(viewer: Viewer | None) -> bool:
    """Return whether `viewer` is a signed-in, active member of staff: everybody with an account."""
    return bool(viewer and viewer.is_authenticated and viewer.is_active)


def viewer_groups(viewer: Viewer) -> frozenset[int]:
    """Return the ids of the viewer's groups; one query for a request, kept on the user object."""
    groups = getattr(viewer, "_gufu_groups", None)
    return _read_rights(viewer)[0] if groups is None else groups


def may_enter_cms(viewer: Viewer | None) -> bool:
    """Return whether `viewer` may enter the CMS, which every page's header asks.

    The same answer as `has_perm("wagtailadmin.access_admin")`, by the one query that
    `viewer_groups` needs anyway instead of two for all rights there are.
    """
    if viewer is None or not is_staff_member(viewer):
        return False
    known = getattr(viewer, "_gufu_enters_cms", None)
    return viewer.is_superuser or (_read_rights(viewer)[1] if known is None else known)


def _read_rights(viewer: Viewer) -> tuple[frozenset[int], bool]:
    """Return (groups, may enter the CMS) by one query, and keep both on the user object."""
    found: dict[int, bool] = dict(_rights().filled({_SOMEBODY: viewer.pk}).rows())
    groups, enters = frozenset(found.keys() - {0}), any(found.values())
    viewer._gufu_groups = groups  # type: ignore[union-attr]
    viewer._gufu_enters_cms = enters  # type: ignore[union-attr]
    return groups, enters


@cache
def _rights() -> Statement:
    entry = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    ).order_by()
    by_group = entry.filter(group=OuterRef("pk"))
    groups = Group.objects.filter(user=_SOMEBODY).order_by()
    rows = groups.values_list("pk", Exists(by_group))
    mine = entry.filter(user=_SOMEBODY).values_list(Value(0), Value(True))
    return Statement.of(rows.union(mine, all=True))


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
    closed: dict[str, int] = {}
    if not viewer.is_superuser and (rows := _restrictions().rows()):
        closed = closed_pages(rows, viewer_groups(viewer))
    viewer._gufu_forbidden_paths = closed  # type: ignore[union-attr]
    return closed


#: (restriction, page, tree path of the page, a group it opens for or None), all but the path keys.
Restricted = tuple[int, int, str, int | None]


def restrictions() -> QuerySet[PageViewRestriction, Restricted]:
    """Return what closes pages: a row for each restriction and group."""
    return (
        PageViewRestriction.objects.exclude(restriction_type=PageViewRestriction.LOGIN)
        .order_by()
        .values_list("pk", "page_id", "page__path", "groups")
    )


@cache
def _restrictions() -> Statement:
    return Statement.of(restrictions())


def closed_pages(rows: Iterable[Restricted], groups: frozenset[int]) -> dict[str, int]:
    """Return the pages that `rows` close for somebody in `groups`: tree path -> key.

    A page with several restrictions is open only to who is let through by each of them.
    """
    opens_for: dict[int, tuple[int, str, set[int | None]]] = {}
    for pk, page, path, group in rows:
        opens_for.setdefault(pk, (page, path, set()))[2].add(group)
    return {path: page for page, path, let_in in opens_for.values() if not groups & let_in}


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
