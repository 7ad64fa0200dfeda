"""Tokens that must open nothing, and a provider that is away, slow, or talks nonsense."""

import time

import pytest
import requests
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from werkzeug.wrappers import Response

from tests.provider import OTHER_KEY, path_of, signed
from tests.sign_on.conftest import BACK, START, come_back, is_in, set_out

pytestmark = pytest.mark.django_db
DESCRIPTION = "/.well-known/openid-configuration"


def test_our_own_signature_is_good_to_begin_with(site, provider):
    """Otherwise the forgeries below would be refused for the wrong reason."""
    provider.knows("ida")
    provider.forge = signed
    client = Client()
    assert come_back(provider, client, "ida").status_code == 302
    assert is_in(client)


NOW = time.time
FORGERIES = {
    "another audience": lambda claims: signed({**claims, "aud": "anden-tjeneste"}),
    "made for several, handed on": lambda claims: signed(
        {**claims, "aud": ["gufu", "anden"], "azp": "anden"}
    ),
    "made for several, for nobody": lambda claims: signed({**claims, "aud": ["gufu", "anden"]}),
    "another issuer": lambda claims: signed({**claims, "iss": "https://ond.example"}),
    "no issuer": lambda claims: signed({k: v for k, v in claims.items() if k != "iss"}),
    "another's nonce": lambda claims: signed({**claims, "nonce": "gaettet"}),
    "no nonce": lambda claims: signed({k: v for k, v in claims.items() if k != "nonce"}),
    "expired": lambda claims: signed({**claims, "exp": NOW() - 120, "iat": NOW() - 400}),
    "no end": lambda claims: signed({k: v for k, v in claims.items() if k != "exp"}),
    "not yet": lambda claims: signed({**claims, "iat": NOW() + 600, "nbf": NOW() + 600}),
    "another key": lambda claims: signed(claims, key=OTHER_KEY),
    "an unknown key": lambda claims: signed(claims, kid="andens"),
    "alg none": lambda claims: signed(claims, key=None, algorithm="none"),
    "signed with what everybody knows": lambda claims: signed(
        claims, key="h" * 40, algorithm="HS256"
    ),
    "another subject than userinfo's": lambda claims: signed({**claims, "sub": "chefen"}),
    "no subject": lambda claims: signed({**claims, "sub": ""}),
    "a subject without end": lambda claims: signed({**claims, "sub": "x" * 300}),
    "a subject that is no text": lambda claims: signed({**claims, "sub": "ida\0"}),
    "a subject that is a number": lambda claims: signed({**claims, "sub": 17}),
    "no token": lambda claims: "",
    "rubbish": lambda claims: "ikke.et.token",
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_token_opens_nothing(site, provider, forgery):
    provider.knows("ida")
    provider.forge = FORGERIES[forgery]
    client = Client()
    answer = come_back(provider, client, "ida")
    assert answer.status_code == 403
    assert "Vi kunne ikke logge dig ind" in answer.content.decode()
    assert not User.objects.exists()
    assert not is_in(client)


@pytest.mark.parametrize("seconds", [-45, 45])
def test_clocks_may_differ_by_a_minute(site, provider, seconds):
    provider.knows("ida")
    provider.forge = lambda claims: signed(
        {**claims, "iat": NOW() + seconds, "exp": NOW() + min(seconds, 300)}
    )
    assert come_back(provider, Client(), "ida").status_code == 302


# --- The state ---------------------------------------------------------------------------------
def test_an_answer_that_this_browser_did_not_ask_for_opens_nothing(site, provider):
    """Somebody sends a colleague the link that ends *their own* sign-on."""
    provider.knows("ond")
    back = path_of(provider.approve(set_out(Client()), "ond"))
    colleague = Client()
    assert colleague.get(back).status_code == 403
    assert not is_in(colleague)
    assert not User.objects.exists()


def test_an_answer_counts_once(site, provider):
    provider.knows("ida")
    client = Client()
    back = path_of(provider.approve(set_out(client), "ida"))
    assert client.get(back).status_code == 302
    client.post("/konto/logud/")
    assert client.get(back).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x", "?code=x&state=", "?error=x&state=æ"])
def test_an_answer_without_a_question_is_met_in_danish(site, provider, query):
    answer = Client().get(BACK + query)
    assert answer.status_code == 403
    assert "Vi kunne ikke logge dig ind" in answer.content.decode()


@pytest.mark.parametrize("address", [START, BACK])
def test_only_get_is_taken(site, provider, address):
    assert Client().post(address).status_code == 405


# --- The provider is unwell --------------------------------------------------------------------
def assert_away(answer):
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    page = answer.content.decode()
    assert "Login svarer ikke lige nu" in page
    assert 'href="/konto/login/"' in page


def test_a_provider_that_is_down_gives_a_page_that_says_so(site, provider, settings, caplog):
    settings.OIDC_ISSUER = settings.OIDC_SERVER_URL = "http://localhost:1"
    assert_away(Client().get(START))
    assert "provider_failed" in caplog.text
    # The local way in is open meanwhile, and no page has waited for the provider.
    assert Client().get("/konto/login/").status_code == 200


BROKEN = {
    "500": lambda: Response(status=500),
    "a page": lambda: Response("<html>Vedligehold</html>", content_type="text/html"),
    "nothing": lambda: Response(""),
    "a list": lambda: Response("[]", content_type="application/json"),
    "half": lambda: Response('{"issuer":', content_type="application/json"),
    "an empty object": lambda: Response("{}", content_type="application/json"),
}


@pytest.mark.parametrize("path", [DESCRIPTION, "/oauth2/token", "/jwks", "/userinfo"])
@pytest.mark.parametrize("how", BROKEN)
def test_nonsense_from_the_provider_is_never_a_broken_page(site, provider, path, how):
    provider.knows("ida")
    client = Client()
    address = set_out(client)
    cache.clear()
    provider.answer[path] = BROKEN[how]()
    answer = client.get(path_of(provider.approve(address, "ida")))
    assert answer.status_code in {403, 503}
    assert not is_in(client)
    assert not User.objects.exists()


@pytest.mark.parametrize("path", [DESCRIPTION, "/oauth2/token", "/jwks", "/userinfo"])
def test_a_slow_provider_is_not_waited_for(site, provider, path):
    provider.knows("ida")
    client = Client()
    address = set_out(client)
    cache.clear()
    provider.delay[path] = 2.5
    begun = time.monotonic()
    answer = client.get(path_of(provider.approve(address, "ida")))
    assert time.monotonic() - begun < 2.4
    assert_away(answer)


def test_what_another_provider_says_of_itself_is_not_believed(site, provider, settings):
    settings.OIDC_ISSUER = "http://localhost:9/anden"
    assert Client().get(START).status_code == 403


def test_the_provider_is_asked_about_itself_once_in_a_while(site, provider):
    for _ in range(3):
        set_out(Client())
    assert [request.path for request in provider.asked].count(DESCRIPTION) == 1


def test_without_a_provider_its_addresses_do_not_exist(site, settings):
    assert Client().get(START).status_code == 404
    assert Client().get(BACK).status_code == 404
    assert "Log ind med" not in Client().get("/konto/login/").content.decode()


def test_the_provider_is_real(provider):
    assert requests.get(provider.url + DESCRIPTION, timeout=5).json()["issuer"] == provider.url
