"""Fixtures that every room's tests share; more builders stand in tests/factories.py."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, sync_playwright
from wagtail.models import Collection, Locale, Page

from tests.elastic import Nodes
from tests.factories import UserFactory, make_site


@pytest.fixture
def site(db: None) -> SimpleNamespace:
    """The frame of the site: .home, .cases, .tools, .business_cases, .arenas."""
    return make_site()


@pytest.fixture
def member(db: None) -> Any:
    """A member of staff without further rights."""
    return UserFactory()


@pytest.fixture
def reader(client: Client, member: Any, site: SimpleNamespace) -> Client:
    """A browser in which `member` is signed in, on a site that has its frame."""
    client.force_login(member)
    return client


@pytest.fixture(autouse=True)
def root_folder(request: pytest.FixtureRequest) -> None:
    """The root of Wagtail's collections, which a test with real transactions flushes away."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        request.getfixturevalue("db")
        if Collection.get_first_root_node() is None:
            Collection.add_root(name="Root")


@pytest.fixture
def site_root(db: None) -> Page:
    """The root of the page tree as Wagtail's migrations leave it, without a site of ours."""
    Locale.objects.get_or_create(language_code="da")
    Page.objects.filter(depth__gte=2).delete()
    return Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))


@pytest.fixture(scope="session")
def nodes() -> Iterator[Nodes]:
    """Three nodes of Elasticsearch, beside the one that ELASTICSEARCH_URL names."""
    # Not below pytest's own folders: they are closed to the user that Elasticsearch runs as.
    with TemporaryDirectory(prefix="gufu-nodes-") as place:
        cluster = Nodes(Path(place) / "three")
        yield cluster
        cluster.stop()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests of a process: its driver cannot be started twice in a thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()
