"""What every knowledge page shows around its own text: words, people, and links to other pages.

Each of these is one query, however much there is; all ask `visible_to(viewer)`, so that no title of
a page that the reader may not see, and no colleague who said no, appears anywhere.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.db.models import BooleanField, CharField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import Page

from gufu.models import KnowledgePage, KnowledgePageTag
from gufu.visibility import Viewer

#: What to ask for: primary keys, or a queryset that gives them.
Keys = Iterable[Any] | QuerySet


def keys(page: Page, name: str) -> Keys:
    """Return the primary keys chosen in the many-to-many field `name` of `page`.

    A subquery for a page as it is stored; the keys themselves for one that is being edited, so
    that a preview shows what the editor chose and not what was published.
    """
    if name in getattr(page, "_cluster_related_objects", {}):
        return [chosen.pk for chosen in getattr(page, name).all()]
    field = page._meta.get_field(name)
    rows = field.remote_field.through._default_manager.filter(**{field.m2m_field_name(): page.pk})
    return rows.values(field.m2m_reverse_field_name())


def by_relation(queryset: QuerySet, relations: Mapping[str, Keys]) -> dict[str, list[Any]]:
    """Return the rows of `queryset` in each relation: one query for all of them.

    Every name of `relations` is in the answer. The order within a list is the queryset's.
    """
    asked = {name: Q(pk__in=keys) for name, keys in relations.items() if not is_empty(keys)}
    found: dict[str, list[Any]] = {name: [] for name in relations}
    if not asked:
        return found
    either = Q()
    for condition in asked.values():
        either |= condition
    flags = {
        f"in_{name}": ExpressionWrapper(condition, output_field=BooleanField())
        for name, condition in asked.items()
    }
    for row in queryset.filter(either).annotate(**flags):
        for name in asked:
            if getattr(row, f"in_{name}"):
                found[name].append(row)
    return found


def is_empty(keys: Keys) -> bool:
    """Return whether there is nothing to ask for; a subquery is never looked into."""
    return not isinstance(keys, QuerySet) and not any(key is not None for key in keys)


@cache
def kinds() -> tuple[str, ...]:
    """Return the accessors from a knowledge page to its rows of each kind: "toolpage" …"""
    return tuple(
        relation.get_accessor_name()
        for relation in KnowledgePage._meta.related_objects
        if relation.one_to_one and relation.parent_link
    )


@cache
def long_texts() -> tuple[str, ...]:
    """Return the stream fields of all kinds: no card shows them, and they are most of the bytes."""
    return tuple(
        f"{kind}__{field.name}"
        for kind in kinds()
        for field in KnowledgePage._meta.get_field(kind).related_model._meta.local_fields
        if isinstance(field, StreamField)
    )


def cards(viewer: Viewer) -> QuerySet:
    """Return the pages `viewer` may see, of every kind, with all that a card shows."""
    return (
        KnowledgePage.objects.visible_to(viewer)
        .select_related("centre", "picture__consent", *kinds())
        .defer(*long_texts())
        .order_by("title")
    )


def as_kind(page: KnowledgePage) -> Any:
    """Return a page fetched by `cards` as the tool, portrait … that it is, without a query."""
    for kind in kinds():
        specific = page._state.fields_cache.get(kind)
        if specific is not None:
            shared = page._state.fields_cache
            specific._state.fields_cache.update(
                {name: shared[name] for name in ("centre", "picture") if name in shared}
            )
            return specific
    return page


def pages_by_relation(viewer: Viewer, relations: Mapping[str, Keys]) -> dict[str, list[Any]]:
    """Return the visible pages in each relation, each as its own kind.

    "related" leaves out what another relation already shows on the same page.
    """
    found = by_relation(cards(viewer), relations)
    shown = {page.pk for name in found if name != "related" for page in found[name]}
    if "related" in found:
        found["related"] = [page for page in found["related"] if page.pk not in shown]
    return {name: [as_kind(page) for page in pages] for name, pages in found.items()}


def people_by_relation(viewer: Viewer, relations: Mapping[str, Keys]) -> dict[str, list[Any]]:
    """Return the colleagues in each relation who may be shown."""
    people = KnowledgePage._meta.get_field("colleague_owner").related_model
    shown = people.objects.visible_to(viewer).select_related(
        "centre", "photo__consent", "photo_consent"
    )
    return by_relation(shown, relations)


def words(
    page: KnowledgePage, more: Mapping[str, tuple[QuerySet, str, str]] | None = None
) -> dict[str, list[dict[str, str]]]:
    """Return the page's subject areas, target groups, criteria, principles and tags.

    By name of the field, each {"slug", "label"}: one query. `more` are further short rows to fetch
    by the same query: name → (rows, column for the slug, column for the label).
    """
    terms = {"subject_areas": ("slug", "name"), "target_groups": ("slug", "name")}
    terms |= {"criteria": ("number", "title"), "principles": ("slug", "statement")}
    parts = []
    for name, (slug, label) in terms.items():
        model = page._meta.get_field(name).related_model
        chosen = model.objects.filter(pk__in=keys(page, name)).order_by()
        if name == "principles":
            chosen = chosen.filter(is_published=True)
        parts.append(word_rows(chosen, name, slug, label))
    tags = KnowledgePageTag.objects.filter(content_object=page.pk).order_by()
    parts.append(word_rows(tags, "tags", "tag__slug", "tag__name"))
    more = more or {}
    parts += [word_rows(rows.order_by(), name, *columns) for name, (rows, *columns) in more.items()]
    found: dict[str, list[dict[str, str]]] = {name: [] for name in (*terms, "tags", *more)}
    for name, slug, label in parts[0].union(*parts[1:], all=True):
        found[name].append({"slug": slug, "label": label})
    for rows in found.values():
        rows.sort(key=lambda row: (len(row["slug"]), row["slug"]) if row["slug"] else (0, ""))
    return found


def word_rows(rows: QuerySet, name: str, slug: str, label: str) -> QuerySet:
    """Return (name, slug, label) of each row, with types that a union accepts."""
    return rows.values_list(
        Value(name, CharField()), Cast(F(slug), CharField()), Cast(F(label), CharField())
    )


def crumbs(page: Page, label: str) -> list[dict[str, str]]:
    """Return the way back from a page to its section, called `label`."""
    url = (page.url or "/").rstrip("/").rsplit("/", 1)[0]
    return [{"label": label, "url": f"{url}/"}]
