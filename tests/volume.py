"""Thousands of pages in a second: rows copied beside the models, for tests that only count."""

import uuid
from typing import Any

from django.db import connection, models
from wagtail.models import Page

Row = dict[str, Any]


def weigh() -> None:
    """Let the database count its rows for its plans, as it does by itself between transactions."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def multiply(page: Page, count: int) -> None:
    """Put `count` copies of `page` beside it, with its many-to-many links; no signal is sent."""
    model = page.specific_class
    tables = [parent._meta for parent in reversed(model._meta.get_base_chain(Page) or [])]
    tables = [Page._meta, *(meta for meta in [*tables, model._meta] if meta.model is not Page)]
    metas = list({meta.db_table: meta for meta in tables}.values())
    first = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    siblings = Page.objects.get(pk=page.pk).get_parent().numchild
    base = page.path[: -Page.steplen]
    taken = Page.objects.filter(depth=page.depth, path__startswith=base)
    last = Page._str2int(taken.order_by("-path").values_list("path", flat=True)[0][len(base) :])
    for meta in metas:
        (row,) = rows(meta.db_table, meta.pk.column, page.pk)
        copies = []
        for number in range(count):
            copy = row | {meta.pk.column: first + number}
            if meta.model is Page:
                slug = f"{page.slug}-kopi-{number}"
                copy |= {
                    "path": base + Page._int2str(last + number + 1).rjust(Page.steplen, "0"),
                    "slug": slug,
                    "url_path": page.url_path.replace(f"/{page.slug}/", f"/{slug}/"),
                    "translation_key": key(row["translation_key"]),
                    "latest_revision_id": None,
                    "live_revision_id": None,
                }
            copies.append(copy)
        insert(meta.db_table, copies)
    for field in model._meta.get_fields():
        through = getattr(getattr(field, "remote_field", None), "through", None)
        if isinstance(field, models.ManyToManyField) and through is not None:
            link(through, field, page.pk, range(first, first + count))
    Page.objects.filter(pk=page.get_parent().pk).update(numchild=siblings + count)


def link(through: Any, field: Any, origin: int, copies: range) -> None:
    """Give every copy the links of the original in one many-to-many table."""
    column = through._meta.get_field(field.m2m_field_name()).column
    primary = through._meta.pk.column
    insert(
        through._meta.db_table,
        [
            {name: value for name, value in row.items() if name != primary} | {column: copy}
            for row in rows(through._meta.db_table, column, origin)
            for copy in copies
        ],
    )


def key(sample: Any) -> Any:
    """Return a new key in the shape in which the database keeps one."""
    new = uuid.uuid4()
    return new if isinstance(sample, uuid.UUID) else new.hex


def rows(table: str, column: str, value: Any) -> list[Row]:
    """Return the rows of a table where `column` is `value`, as the database keeps them."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" WHERE "{column}" = %s', [value])
        names = [each[0] for each in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def insert(table: str, new: list[Row]) -> None:
    """Insert rows, all with the same columns."""
    if not new:
        return
    names = list(new[0])
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table}" ({columns}) VALUES ({places})',
            [[row[name] for name in names] for row in new],
        )
