"""An index of its own for every test, and a worker that works when told to."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings

from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from search.contract import SearchRequest, SearchResults
from search.engines import _embedded
from search.service import search


@pytest.fixture(autouse=True)
def index() -> Iterator[None]:
    """Begin and end without an index."""
    _embedded.cache_clear()
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
    yield
    _embedded.cache_clear()
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)


@pytest.fixture
def work(db: None) -> Callable[[], int]:
    """Work off what waits for the index; what fails is an error here, unless it is a busy index."""

    def drained() -> int:
        done = drain("index")
        failed = OutboxEntry.objects.filter(topic="index", done_at=None).exclude(last_error="")
        errors = set(failed.values_list("last_error", flat=True))
        assert not {error for error in errors if "IndexBusyError" not in error}
        return done

    return drained


@pytest.fixture
def find(member: Any) -> Callable[..., SearchResults]:
    """Search as `member`, or as the viewer given."""

    def search_as(text: str, viewer: Any = None, **more: Any) -> SearchResults:
        who = viewer or member
        for kept in ("_gufu_groups", "_gufu_forbidden_paths"):  # a new request
            who.__dict__.pop(kept, None)
        return search(SearchRequest(text=text, viewer=who, **more))

    return search_as


def titles(found: SearchResults) -> list[str]:
    """Return the titles found, best first."""
    return [hit.title for hit in found.hits]
