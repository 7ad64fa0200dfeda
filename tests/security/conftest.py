"""An index of its own for every test: what an earlier one left would look like a leak."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings

from search.engines import get_engine


@pytest.fixture(autouse=True)
def index() -> Iterator[None]:
    """Begin and end without an index."""
    get_engine.cache_clear()
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
    yield
    get_engine.cache_clear()
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
