"""A statement asks what its queryset asks, with the values of the request."""

import pytest
from django.contrib.auth.models import Group

from gufu.statements import Statement, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups():
    return [Group.objects.create(name=name) for name in ("a", "b", "c")]


def named(*keys: int):
    return Group.objects.filter(pk__in=keys).order_by().values_list("pk", "name")


def test_places_are_filled_with_the_values_of_a_request(groups):
    statement = Statement.of(named(-1, -2))
    first, second, third = (group.pk for group in groups)
    assert set(statement.filled({-1: first, -2: second}).rows()) == {(first, "a"), (second, "b")}
    assert statement.filled({-1: third}).rows() == [(third, "c")]
    assert statement.rows() == []


def test_statements_are_asked_together(groups, django_assert_num_queries):
    first, _, third = (group.pk for group in groups)
    with django_assert_num_queries(1):
        rows = together([Statement.of(named(first)), Statement.of(named(third))]).rows()
    assert sorted(rows) == [(first, "a"), (third, "c")]
