"""Queries that always have the same shape, put into SQL once.

Django needs several times as long to write such a query as the database to answer it. A statement
is written by Django from a queryset like any other; what differs from one request to the next are
its values.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Statement:
    """SQL and its parameters. Some parameters are places: values that nothing else has, to be
    filled with those of a request."""

    sql: str
    params: tuple[Any, ...]

    @classmethod
    def of(cls, queryset: QuerySet[Any, Any]) -> "Statement":
        """Return the statement of a queryset of values; not of one that finds nothing."""
        sql, params = queryset.query.sql_with_params()
        return cls(sql, tuple(params))

    def filled(self, values: Mapping[Hashable, Any]) -> "Statement":
        """Return the statement with `values` in their places."""
        return Statement(self.sql, tuple([values.get(each, each) for each in self.params]))

    def rows(self) -> list[Row]:
        """Return what the database answers, as it is kept there: dates are texts in SQLite."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            return cursor.fetchall()


def together(statements: Iterable[Statement]) -> Statement:
    """Return one statement for the rows of all, which have the same columns."""
    parts = list(statements)
    sql = " UNION ALL ".join([part.sql for part in parts])
    return Statement(sql, tuple([each for part in parts for each in part.params]))
