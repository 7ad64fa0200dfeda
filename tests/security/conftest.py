"""An index of its own for every test: what an earlier one left would look like a leak."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings

from search.engines import _embedded


@pytest.fixture(autouse=True)
def index() -> Iterator[None]:
    """Begin and end without an index."""
    _embedded.cache_clear()
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
    yield
    _embedded.cache_clear()
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
