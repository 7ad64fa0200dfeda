"""Who is shown the way into the CMS, and what it costs every page to know."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gufu.visibility import may_enter_cms, viewer_groups
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
RIGHT = "wagtailadmin.access_admin"


def entry() -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")


def person(*, by_group: bool = False, by_name: bool = False, **fields: object) -> User:
    user: User = UserFactory(**fields)
    user.groups.add(Group.objects.create(name="Læsekreds"))
    if by_group:
        group = Group.objects.create(name="Redaktion")
        group.permissions.add(entry())
        user.groups.add(group)
    if by_name:
        user.user_permissions.add(entry())
    return User.objects.get(pk=user.pk)  # as the next request meets them


@pytest.mark.parametrize(
    "right",
    [
        {},
        {"by_group": True},
        {"by_name": True},
        {"by_group": True, "by_name": True},
        {"is_superuser": True},
        {"is_active": False, "by_group": True},
        {"is_active": False, "is_superuser": True},
    ],
    ids=str,
)
def test_the_header_agrees_with_the_cms(right: dict[str, bool]) -> None:
    user = person(**right)  # type: ignore[arg-type]
    assert may_enter_cms(user) is user.has_perm(RIGHT)
    assert viewer_groups(user) == set(user.groups.values_list("pk", flat=True))


def test_nobody_in_particular_may_not() -> None:
    assert may_enter_cms(None) is False
    assert may_enter_cms(AnonymousUser()) is False


def test_one_query_tells_groups_and_right() -> None:
    user = person(by_group=True)
    with CaptureQueriesContext(connection) as queries:
        assert may_enter_cms(user)
        assert len(viewer_groups(user)) == 2
        assert may_enter_cms(user)
    assert len(queries) == 1
