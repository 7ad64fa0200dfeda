"""Filters, order and pages: asked of the database where it can answer, else of the resources."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from operator import and_, or_
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.dateparse import parse_datetime
from scim2_models import Context, InvalidPathException, Resource, SearchRequest
from scim2_models.path.expressions import (
    Comparison,
    FilterNode,
    LogicalExpr,
    LogicalOperator,
    Not,
    Present,
    ValuePath,
)
from scim2_models.path.visitor import FilterVisitor

from colleagues.staff.scim.resources import MOST_RESULTS, POLICY

A_PAGE = 100
MOST_LETTERS = 5000  #: of a filter; each comparison in it costs a level of the database's stack
FARTHEST = 10**9  #: no database counts further than it must
TEXT = {"eq": "", "co": "__icontains", "sw": "__istartswith", "ew": "__iendswith"}
ORDER = {"eq": "", "gt": "__gt", "ge": "__gte", "lt": "__lt", "le": "__lte"}


class NotInDatabase(Exception):  # noqa: N818 - the resources can be asked instead
    """A filter that is not worth an SQL of its own."""


@dataclass(frozen=True)
class Column:
    """Where an attribute stands: its lookup, and how its values are compared.

    `kind` is "text" (case does not count), "exact", "lower" (kept in small letters), "id", "flag"
    or "time".
    """

    lookup: str
    kind: str = "text"


class ToQ(FilterVisitor[Q]):
    """A SCIM filter as a Q over `columns` (attribute, lower case → where it stands)."""

    def __init__(self, columns: dict[str, Column]) -> None:
        self.columns = columns

    def _column(self, path: Any) -> Column:
        try:
            return self.columns[str(path).rpartition(":")[2].lower()]
        except KeyError:
            raise NotInDatabase from None

    def visit_comparison(self, node: Comparison) -> Q:
        """Return the condition; `ne` and what is unknown are asked of the resources."""
        column, op, value = self._column(node.attr_path), node.op.value, node.value
        if column.kind == "flag" and op == "eq" and isinstance(value, bool):
            return Q(**{column.lookup: value})
        if not isinstance(value, str) or not _can_be_kept(value):
            raise NotInDatabase
        if column.kind == "time" and op in ORDER and (moment := _moment(value)):
            return Q(**{f"{column.lookup}{ORDER[op]}": moment})
        if column.kind in ("time", "flag") or op not in TEXT:
            raise NotInDatabase
        if column.kind == "id":
            return self._id(column, op, value)
        if column.kind == "exact" and op == "eq":
            return Q(**{column.lookup: value})
        if column.kind == "lower" and op == "eq":
            return Q(**{column.lookup: value.lower()})
        if column.kind == "exact" or (op == "eq" and not value):
            raise NotInDatabase
        return Q(**{f"{column.lookup}{TEXT[op] or '__iexact'}": value})

    def _id(self, column: Column, op: str, value: str) -> Q:
        if op != "eq":
            raise NotInDatabase
        try:
            return Q(**{column.lookup: UUID(value)})
        except ValueError:
            return Q(pk__in=[])

    def visit_present(self, node: Present) -> Q:
        raise NotInDatabase

    def visit_not(self, node: Not) -> Q:
        raise NotInDatabase

    def visit_logical_expr(self, node: LogicalExpr) -> Q:
        """Return the parts, joined."""
        join = and_ if node.op == LogicalOperator.and_ else or_
        return reduce(join, (self.visit(term) for term in node.terms))

    def visit_value_path(self, node: ValuePath) -> Q:
        raise NotInDatabase


def _can_be_kept(text: str) -> bool:
    """Whether a database takes `text`; an escape may stand for NUL or half a surrogate pair."""
    return "\0" not in text and text == text.encode(errors="replace").decode()


def _moment(text: str) -> datetime | None:
    """Return a time with its zone; None where it is none."""
    try:
        moment = parse_datetime(text)
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):  # the year 1 in a zone to the east
        return None


@dataclass(frozen=True)
class Page:
    """One page of an answer: the resources, their number in all, and where the page begins."""

    resources: list[Resource[Any]]
    total: int
    start: int


def search(
    request: SearchRequest[Any],
    rows: QuerySet[Any],
    columns: dict[str, Column],
    resources_of: Callable[[list[Any]], list[Resource[Any]]],
) -> Page:
    """Return the page of `rows` that `request` asks for; three queries for any number of rows.

    Raises InvalidPathException for an order by what has none.
    """
    rows = rows.order_by(*_order(request, columns))
    start = min(request.start_index or 1, FARTHEST)
    count = min(A_PAGE if request.count is None else request.count, MOST_RESULTS)
    part = slice(start - 1, start - 1 + count)
    condition = _condition(request.filter.ast if request.filter else None, columns)
    if condition is None:
        with POLICY:
            matching = [
                each
                for each in resources_of(list(rows))
                if request.filter.match(each)  # type: ignore[union-attr]
            ]
        return Page(matching[part], len(matching), start)
    rows = rows.filter(condition)
    return Page(resources_of(list(rows[part])) if count else [], rows.count(), start)


def _condition(node: FilterNode | None, columns: dict[str, Column]) -> Q | None:
    """Return the filter for the database; None where it cannot answer."""
    if node is None:
        return Q()
    try:
        return ToQ(columns).visit(node)
    except NotInDatabase:
        return None


def _order(request: SearchRequest[Any], columns: dict[str, Column]) -> list[str]:
    if request.sort_by is None:
        return ["pk"]
    column = columns.get(str(request.sort_by).rpartition(":")[2].lower())
    if column is None:
        raise InvalidPathException(detail=f"Cannot sort by {request.sort_by}")
    minus = "-" if request.sort_order == SearchRequest.SortOrder.descending else ""
    return [f"{minus}{column.lookup}", "pk"]


def answer_of(page: Page, request: SearchRequest[Any]) -> dict[str, Any]:
    """Return the page as a ListResponse, with the attributes that were asked for."""
    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": page.total,
        "startIndex": page.start,
        "itemsPerPage": len(page.resources),
        "Resources": [
            each.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE, response_parameters=request)
            for each in page.resources
        ],
    }


def meta(row: Model, kind: str, location: str) -> dict[str, Any]:
    """Return a resource's meta data; `row` knows when it was made and changed."""
    return {
        "resourceType": kind,
        "created": row.created_at,  # type: ignore[attr-defined]
        "lastModified": row.changed_at,  # type: ignore[attr-defined]
        "location": location,
    }
