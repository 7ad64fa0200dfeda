"""Browsers open connections ahead of the next click, and some clients stop in the middle of a
request: neither keeps the others waiting."""

import socket
import urllib.request
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

MORE_THAN_THREADS = 12


@pytest.mark.parametrize(
    ("sent", "patience"),
    [(b"", 8), (b"GET / HTTP/1.1\r\nHost: loc", 40)],  # what has begun takes a thread for 10 s
    ids=["nothing", "half a request"],
)
def test_who_sends_nothing_more_does_not_stop_the_site(running_site, sent, patience):
    where = urlsplit(running_site.url)
    with ExitStack() as connections:
        for _ in range(MORE_THAN_THREADS):
            idle = connections.enter_context(
                socket.create_connection((where.hostname, where.port))  # type: ignore[arg-type]
            )
            idle.sendall(sent)
        for _ in range(4):
            with urllib.request.urlopen(f"{running_site.url}/health/live", timeout=patience) as it:
                assert it.status == 200
