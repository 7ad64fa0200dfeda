"""Facets of a list: what can be chosen, and what each choice asks of a row.

Within a facet choices widen (or), between facets they narrow (and). Values that nobody offers are
ignored: an address may be old, mistyped or made up, and still shows a list. `gufu.browse` counts
the options and fetches the rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.http import QueryDict
from django.utils.functional import Promise

#: Numbers in addresses beyond this are ignored like any other value nobody offers.
MAX_NUMBER = 9999

Text = str | Promise


@dataclass(frozen=True)
class Option:
    """One choice: its value in the address, what it is called, and what it asks of a row."""

    value: str
    label: Text
    condition: Q
    key: Any = None  #: primary key of the term behind it, where there is one


@dataclass(frozen=True)
class Facet:
    """What every facet has: the name of its parameter, and a heading."""

    name: str
    label: Text
    #: Whether several options may be on at once.
    multiple: bool = field(default=True, kw_only=True)

    def offered(self, values: Sequence[str]) -> list[Option]:
        """Return the options, given the values in the address."""
        raise NotImplementedError

    def counts(self, left: QuerySet) -> dict[str, int] | None:
        """Return how many of the rows `left` each option finds, by its value, where the facet has a
        way of its own; None leaves it to `gufu.browse`."""
        return None


@dataclass(frozen=True)
class ChoiceFacet(Facet):
    """The choices of a column. `wider` names further stored values that an option also finds."""

    column: str
    choices: Sequence[tuple[Any, Text]]
    wider: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def offered(self, values: Sequence[str]) -> list[Option]:
        return [
            Option(
                str(value),
                label,
                Q(**{f"{self.column}__in": [value, *self.wider.get(value, ())]}),
            )
            for value, label in self.choices
        ]


@dataclass(frozen=True)
class NumberFacet(Facet):
    """A number that rows are measured against; one at a time. Any number up to MAX_NUMBER in the
    address counts, and stands among the steps while it is chosen."""

    steps: Sequence[int]
    text: Callable[[int], Text]
    condition: Callable[[int], Q]
    multiple: bool = field(default=False, kw_only=True)

    def offered(self, values: Sequence[str]) -> list[Option]:
        asked = [
            int(value)
            for value in values[:1]
            if value.isascii() and value.isdigit() and len(value) <= 4
        ]
        numbers = sorted({*self.steps, *(n for n in asked if 0 < n <= MAX_NUMBER)})
        return [Option(str(n), self.text(n), self.condition(n)) for n in numbers]


@dataclass(frozen=True)
class TermFacet(Facet):
    """The terms (with `slug` and `name`) at the end of a foreign key or many-to-many field."""

    path: str
    terms: tuple[Option, ...] = ()

    def offered(self, values: Sequence[str]) -> list[Option]:
        return list(self.terms)


def with_terms(queryset: QuerySet, facets: Sequence[Facet]) -> list[Facet]:
    """Return the facets with the terms of all term facets filled in, by one query."""
    wanted = {facet.name: facet for facet in facets if isinstance(facet, TermFacet)}
    if not wanted:
        return list(facets)
    parts = []
    for facet in wanted.values():
        terms = queryset.model._meta.get_field(facet.path).related_model.objects.order_by()
        parts.append(
            terms.values_list(Value(facet.name, CharField()), F("pk"), F("slug"), F("name"))
        )
    found: dict[str, list[Option]] = {name: [] for name in wanted}
    for name, key, slug, label in parts[0].union(*parts[1:], all=True):
        condition = term_condition(queryset, wanted[name].path, key)
        found[name].append(Option(slug, label, condition, key))
    return [
        TermFacet(
            facet.name,
            facet.label,
            facet.path,
            terms=tuple(sorted(found[facet.name], key=lambda term: str(term.label))),
            multiple=facet.multiple,
        )
        if isinstance(facet, TermFacet)
        else facet
        for facet in facets
    ]


def is_many(queryset: QuerySet, facet: TermFacet) -> bool:
    """Return whether the facet's terms hang on a many-to-many field."""
    return bool(queryset.model._meta.get_field(facet.path).many_to_many)


def through(model_field: Any) -> tuple[QuerySet, str, str]:
    """Return the rows behind a many-to-many field, and its columns for row and term."""
    rows = model_field.remote_field.through._default_manager.all()
    return rows, model_field.m2m_field_name(), model_field.m2m_reverse_field_name()


def term_condition(queryset: QuerySet, path: str, key: Any) -> Q:
    """Return what having the term with primary key `key` asks of a row.

    For a many-to-many field a subquery: a join would show a row once for each of its terms.
    """
    model_field = queryset.model._meta.get_field(path)
    if not model_field.many_to_many:
        return Q(**{path: key})
    rows, row, term = through(model_field)
    return Q(pk__in=rows.filter(**{term: key}).values(row))


def chosen_options(
    facet: Facet, offered: Mapping[str, Sequence[Option]], params: QueryDict
) -> list[Option]:
    """Return the options of `facet` that are on: those in the address that it offers."""
    values = params.getlist(facet.name)
    options = [option for option in offered[facet.name] if option.value in values]
    if not facet.multiple:
        options.sort(key=lambda option: values.index(option.value))
        return options[:1]
    return options


def any_of(options: Iterable[Option]) -> Q:
    """Return the condition that one of the options holds."""
    condition = Q()
    for option in options:
        condition |= option.condition
    return condition


def all_but(narrowed: Mapping[str, Q], left_out: str = "") -> Q:
    """Return the conditions of all facets with a choice, except the facet `left_out`."""
    condition = Q()
    for name, part in narrowed.items():
        if name != left_out:
            condition &= part
    return condition
