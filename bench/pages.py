"""`python -m bench.pages`: what a page costs a signed-in member of staff, on the demo's database.

Processor time of this process from request to answer, with middleware and database (SQLite), warm.
Every kind of page is asked for at many addresses in turn, in rounds.
"""

import argparse
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlencode

import django

WORDS = 40  #: that are searched for
TYPED = 4  #: letters of a word that are suggested for


def main() -> None:
    """Run, and print a table with a row for each kind of page."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gufu.settings.development")
    django.setup()
    for line in run(options.rounds):
        print(line)


def run(rounds: int) -> Iterator[str]:
    """Yield the lines of the report."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(
        User.objects.get(username="medarbejder"), "gufu.sign_on.backends.LocalBackend"
    )
    pages = addresses()
    every = [(kind, address) for kind, known in pages.items() for address in known]
    times, queries = defaultdict(list), {}
    try:
        for warm in [False] + [True] * rounds:
            for kind, address in every:
                taken, queries[address] = ask(client, address)
                if warm:
                    times[kind].append(taken * 1000)
    finally:
        client.logout()
    yield f"Load {' '.join(f'{one:.1f}' for one in os.getloadavg())} on {os.cpu_count()} cores."
    yield "| page | addresses | CPU ms, median | p95 | queries, most |"
    yield "|---|---|---|---|---|"
    for kind, taken in times.items():
        most = max(queries[address] for address in pages[kind])
        middle, high = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        yield f"| {kind} | {len(pages[kind])} | {middle:.1f} | {high:.1f} | {most} |"


def addresses() -> dict[str, list[str]]:
    """Return the addresses of each kind of page."""
    from cases.models import CasePortraitPage
    from colleagues.models import ColleagueProfile
    from toolbox.models import ToolPage

    cases, tools = CasePortraitPage.objects.live(), ToolPage.objects.live()
    texts = " ".join(f"{page.title} {page.summary}" for page in (*cases, *tools))
    known = sorted({word.lower() for word in texts.split() if word.isalpha() and len(word) > TYPED})
    words = known[:: max(1, len(known) // WORDS)][:WORDS]
    people = ColleagueProfile.objects.in_directory().order_by("pk")
    return {
        "front page": ["/"],
        "list with facets": ["/cases/", "/vaerktoejer/", "/vaerktoejer/?tid=30", "/kolleger/"],
        "portrait": [page.url for page in cases],
        "tool": [page.url for page in tools],
        "profile": [person.get_absolute_url() for person in people],
        "search": [f"/soeg/?{urlencode({'q': word})}" for word in words],
        "suggestion": [f"/soeg/forslag/?{urlencode({'q': word[:TYPED]})}" for word in words],
    }


def ask(client: "django.test.Client", address: str) -> tuple[float, int]:
    """Return (seconds of processor time, number of queries) of a request; it must succeed."""
    from django.db import connection

    asked = []

    def count(execute, *query):  # noqa: ANN001, ANN002, ANN202 - Django's own shape
        asked.append(query)
        return execute(*query)

    with connection.execute_wrapper(count):
        started = time.process_time()
        response = client.get(address)
        taken = time.process_time() - started
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")
    return taken, len(asked)


if __name__ == "__main__":
    main()
