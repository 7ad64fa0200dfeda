"""Fixtures that every room's tests share; more builders stand in tests/factories.py."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

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
