"""A provider for the tests of sign-on, and a site that knows it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests.provider import Provider, path_of, running_provider

START = "/konto/login/kommunen/"
BACK = "/konto/login/kommunen/tilbage/"


@pytest.fixture(scope="session")
def _provider() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(_provider: Provider, settings: Any) -> Iterator[Provider]:
    """The provider, of whom the site knows; well-behaved at first."""
    _provider.behave()
    cache.clear()
    settings.OIDC_ENABLED = True
    settings.OIDC_ISSUER = settings.OIDC_SERVER_URL = _provider.url
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = "gufu", "hemmelig"
    settings.OIDC_NAME = "Guldborgsund-login"
    settings.OIDC_ALLOWED_DOMAINS = ["gufu.example"]
    settings.OIDC_GROUP_MAP = "GUFU-red=editors,GUFU-adm=administrators"
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 1
    yield _provider
    _provider.behave()


@pytest.fixture
def roles(site: Any) -> None:
    """The groups of the house, with their rights."""
    call_command("setup_roles")


def set_out(client: Client, place: str = "") -> str:
    """Begin to sign on; return the address at the provider."""
    answer = client.get(START, {"next": place} if place else {})
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def come_back(provider: Provider, client: Client, sub: str, place: str = "") -> Any:
    """Sign on as `sub` from start to end; return the site's last answer."""
    return client.get(path_of(provider.approve(set_out(client, place), sub)))


def is_in(client: Client) -> bool:
    return client.get("/kolleger/mig/").status_code == 200
