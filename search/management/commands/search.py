"""`manage.py search TEXT`: what a member of staff finds, in the terminal."""

import json
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.contract import MOST_RESULTS, SearchRequest, SearchUnavailableError
from search.engines import engines, get_engine
from search.kinds import KINDS
from search.service import search


class Command(BaseCommand):
    help = "Søger som en medarbejder og viser resultaterne."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", help="det, der søges efter")
        parser.add_argument("--as", dest="user", help="brugernavn; uden: en almindelig medarbejder")
        parser.add_argument(
            "--kind", choices=KINDS, action="append", default=[], help="kun den slags"
        )
        parser.add_argument("--limit", type=int, default=10, help="højst så mange")
        parser.add_argument(
            "--engine", choices=engines(), help="den søgemaskine; uden: den, der svarer nu"
        )
        parser.add_argument("--json", action="store_true", help="svar som JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        request = SearchRequest(
            text=options["text"],
            viewer=viewer(options["user"]),
            kinds=frozenset(options["kind"]),
            size=max(1, min(options["limit"], MOST_RESULTS)),
        )
        try:
            name = options["engine"]
            found = search(request, get_engine(name) if name else None)
        except SearchUnavailableError as error:
            raise CommandError(str(error)) from error
        hits = [
            {
                "rank": rank,
                "kind": hit.kind,
                "slug": hit.slug,
                "url": hit.url,
                "title": hit.title,
                "score": hit.score,
                "reason": hit.reason,
            }
            for rank, hit in enumerate(found.hits, start=1)
        ]
        if options["json"]:
            answer = {
                "query": options["text"],
                "engine": found.engine,
                "total": found.total,
                "totals": found.totals,
                "did_you_mean": found.did_you_mean,
                "relaxed": found.relaxed,
                "took_ms": found.took_ms,
                "hits": hits,
            }
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"{found.total} resultater ({found.engine}, {found.took_ms} ms)")
        for hit in hits:
            reason = f" ({hit['reason']})" if hit["reason"] else ""
            self.stdout.write(
                f"{hit['rank']:>3}. {hit['title']} · {hit['kind']}{reason}\n     {hit['url']}"
            )


def viewer(username: str | None) -> Any:
    """Return the account called `username`, or somebody who is staff and no more."""
    model = get_user_model()
    if not username:
        anybody: Any = model(username="")
        anybody._gufu_groups = frozenset()  # in no group, so nothing restricted is found
        return anybody
    try:
        return model.objects.get(username=username, is_active=True)
    except model.DoesNotExist:
        raise CommandError(f"Der er ingen aktiv bruger, der hedder {username}.") from None
