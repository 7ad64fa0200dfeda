"""A list with facets: each option with the count it would give, and one page of rows.

An option's count is taken with the choices of all *other* facets applied, so that it says what one
finds by choosing it.

Queries, however many rows there are: one for the words of all term facets together, one for the
total and all options stored in columns, one for all many-to-many facets together, one for the page;
and those of facets that count in their own way.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.http import QueryDict

from gufu.facets import (
    Facet,
    Option,
    TermFacet,
    Text,
    all_but,
    any_of,
    chosen_options,
    is_many,
    through,
    with_terms,
)
from gufu.templatetags.ui import PAGE_PARAMETER, query_url, toggle_url

PER_PAGE = 24
SORT_PARAMETER = "sorter"


def browse(
    params: QueryDict,
    queryset: QuerySet,
    facets: Sequence[Facet],
    sorts: Sequence[tuple[str, Text, Sequence[Any]]],
    per_page: int = PER_PAGE,
) -> dict[str, Any]:
    """Return what a list shows for the address's `params`.

    `sorts` are (value in the address, label, ordering), the first by default. The context holds
    `page_obj` (its rows fetched), `count`, `facets`, `sorts`, `clear_url` ("" when nothing is
    chosen) and `chosen` (parameter → values that count).
    """
    facets = with_terms(queryset, facets)
    offered = {facet.name: facet.offered(params.getlist(facet.name)) for facet in facets}
    chosen = {facet.name: chosen_options(facet, offered, params) for facet in facets}
    narrowed = {name: any_of(options) for name, options in chosen.items() if options}
    count, counts = count_all(queryset.order_by(), facets, offered, narrowed)
    sort = next((s for s in sorts if s[0] == params.get(SORT_PARAMETER)), sorts[0])
    rows = queryset.filter(all_but(narrowed)).order_by(*sort[2])
    return {
        "page_obj": page_of(rows, count, params.get(PAGE_PARAMETER), per_page),
        "count": count,
        "facets": [shown(facet, offered, chosen, counts, params) for facet in facets],
        "sorts": [
            {
                "label": label,
                "url": query_url(params, **{SORT_PARAMETER: value}),
                "selected": value == sort[0],
            }
            for value, label, _ordering in sorts
        ],
        "clear_url": "?" if narrowed else "",
        "chosen": {name: [o.value for o in options] for name, options in chosen.items()},
    }


def page_of(rows: QuerySet, count: int, number: str | None, per_page: int) -> ListPage:
    """Return the page `number` of `rows`, clamped to what there is, its rows fetched.

    `count` is known already, so nothing counts again.
    """
    paginator = Paginator(rows, per_page)
    paginator.count = count
    page = paginator.get_page(number)
    page.object_list = list(page.object_list)
    return page


def count_all(
    queryset: QuerySet,
    facets: Sequence[Facet],
    offered: Mapping[str, Sequence[Option]],
    narrowed: Mapping[str, Q],
) -> tuple[int, dict[tuple[str, str], int]]:
    """Return how many rows there are, and how many each option would leave: two queries, and those
    of the facets that count in their own way.

    The counts are by (facet's name, option's value).
    """
    asked, names = {"total": counted(all_but(narrowed))}, {}
    many: list[TermFacet] = []
    counts: dict[tuple[str, str], int] = {}
    for facet in facets:
        if isinstance(facet, TermFacet) and is_many(queryset, facet):
            many.append(facet)
            continue
        others = all_but(narrowed, facet.name)
        own = facet.counts(queryset.filter(others))
        if own is not None:
            counts |= {(facet.name, value): number for value, number in own.items()}
            continue
        for number, option in enumerate(offered[facet.name]):
            names[f"{facet.name}_{number}"] = (facet.name, option.value)
            asked[f"{facet.name}_{number}"] = counted(others & option.condition)
    answers = queryset.aggregate(**asked)
    counts |= {key: answers[name] for name, key in names.items()}
    counts.update(count_many(queryset, many, offered, narrowed))
    return answers["total"], counts


def counted(condition: Q) -> Count:
    """Return the count of the rows that meet `condition`; no condition counts all."""
    return Count("pk", filter=condition) if condition else Count("pk")


def count_many(
    queryset: QuerySet,
    facets: Sequence[TermFacet],
    offered: Mapping[str, Sequence[Option]],
    narrowed: Mapping[str, Q],
) -> dict[tuple[str, str], int]:
    """Return the counts of all many-to-many facets, grouped by term in one query."""
    parts, slugs = [], {}
    for facet in facets:
        rows, row, term = through(queryset.model._meta.get_field(facet.path))
        left = queryset.filter(all_but(narrowed, facet.name)).values("pk")
        grouped = rows.filter(**{f"{row}__in": left}).order_by().values(term)
        parts.append(
            grouped.annotate(n=Count("pk")).values_list(
                Value(facet.name, CharField()), Cast(F(term), CharField()), "n"
            )
        )
        slugs.update({(facet.name, str(o.key)): o.value for o in offered[facet.name]})
    if not parts:
        return {}
    counts = {(name, value): 0 for (name, _key), value in slugs.items()}
    for name, key, number in parts[0].union(*parts[1:], all=True):
        counts[name, slugs[name, key]] = number
    return counts


def shown(
    facet: Facet,
    offered: Mapping[str, Sequence[Option]],
    chosen: Mapping[str, Sequence[Option]],
    counts: Mapping[tuple[str, str], int],
    params: QueryDict,
) -> dict[str, Any]:
    """Return a facet as includes/facets.html draws it: options that lead somewhere, or are on."""
    on = {option.value for option in chosen[facet.name]}
    options = []
    for option in offered[facet.name]:
        count, selected = counts.get((facet.name, option.value), 0), option.value in on
        if not count and not selected:
            continue
        if facet.multiple:
            url = toggle_url(params, facet.name, option.value)
        else:
            change: dict[str, Any] = {facet.name: None if selected else option.value}
            url = query_url(params, **change)
        options.append(
            {
                "value": option.value,
                "label": option.label,
                "count": count,
                "selected": selected,
                "url": url,
            }
        )
    return {"name": facet.name, "label": facet.label, "options": options}
