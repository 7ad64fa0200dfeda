"""Reads {"documents", "queries", "limit"} as JSON, writes the slugs found for each query.

Facets are kept to by throwing away what does not have them: the backend cannot filter by a
document's many values, and the bench is about what is found, not how fast.
"""

import json
import os
import sys
from typing import Any

import django


def main() -> None:
    """Index, ask, answer."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.stock.settings"
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from modelsearch.backends import get_search_backend

    from bench.stock.models import Document

    asked = json.load(sys.stdin)
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Document)
    backend = get_search_backend()
    for each in asked["documents"]:
        body = f"{each['summary']} {each['body']}"
        fields = {name: each[name] for name in ("slug", "kind", "title")}
        backend.add(Document.objects.create(body=body, **fields))
    facets = {each["slug"]: each["facets"] for each in asked["documents"]}
    answers = []
    for query in asked["queries"]:
        found = backend.search(query["text"], Document.objects.all())[: len(facets)]
        slugs = [each.slug for each in found if fits(facets[each.slug], query["filters"])]
        answers.append(slugs[: asked["limit"]])
    json.dump(answers, sys.stdout)


def fits(facets: dict[str, Any], wanted: dict[str, list[str]]) -> bool:
    """Return whether a document has one of the wanted values in every field."""
    return all(set(facets.get(name, ())) & set(values) for name, values in wanted.items())


if __name__ == "__main__":
    main()
