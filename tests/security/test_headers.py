"""Headers that protect: a strict policy with nonces, nothing kept by others, no stray cookies."""

import re

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client, RequestFactory

from gufu.middleware import ContentSecurityPolicyMiddleware
from tests.factories import (
    ArenaPageFactory,
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    ColleagueFactory,
    PhotoFactory,
    PrincipleFactory,
    QuestionCardFactory,
    QuoteFactory,
    ToolPageFactory,
    UserFactory,
)

STRICT = {
    "default-src": {"'none'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "manifest-src": {"'self'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'self'"},
    "base-uri": {"'none'"},
    "object-src": {"'none'"},
}


def policy(response):
    """Return the Content-Security-Policy as {directive: set of sources}."""
    parts = response.headers["Content-Security-Policy"].split(";")
    return {words[0]: set(words[1:]) for words in map(str.split, parts) if words}


@pytest.fixture
def addresses(site):
    """One address of every kind of page, with everything on it."""
    person = ColleagueFactory()
    quote = QuoteFactory()
    tool = ToolPageFactory(picture=PhotoFactory())
    case = CasePortraitPageFactory(
        picture=PhotoFactory(),
        quotes=[quote],
        tools_used=[tool],
        contacts=[person],
        story=[
            ("text", "<p>Tekst</p>"),
            ("picture", {"image": PhotoFactory(), "caption": "Se"}),
            ("quote", {"quote": quote}),
        ],
    )
    pages = [case, tool, ArenaPageFactory(), BusinessCasePageFactory(), *vars(site).values()]
    cards = [QuestionCardFactory(), PrincipleFactory(), person]
    return [
        *(page.url for page in pages),
        *(card.get_absolute_url() for card in cards),
        "/kolleger/",
        "/stoette/",
        "/guide/",
        "/soeg/?q=tekst",
        "/spoergsmaal/",
        "/principper/",
        "/goer-og-undgaa/",
        "/borgernes-stemmer/",
        "/min-vaerktoejskasse/",
        "/findes-ikke/",
        "/konto/adgangskode/",
    ]


def assert_strict(response, address):
    found = policy(response)
    for directive in ("script-src", "style-src"):
        sources = found.pop(directive)
        nonces = {source for source in sources if source.startswith("'nonce-")}
        assert sources - nonces == {"'self'"}, address
    assert found == STRICT, address
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert set(response.headers["Cache-Control"].split(", ")) >= {"private", "no-store"}, address


def assert_nothing_inline(response, address):
    """Everything the browser would run or paint is allowed by the policy, and comes from us."""
    html = BeautifulSoup(response.content, "html.parser")
    header = response.headers["Content-Security-Policy"]
    for tag in html.select("script, style"):
        if tag.get("type") in {"application/json", "application/ld+json"}:
            continue
        if not tag.get("src") or tag.has_attr("nonce"):
            assert f"'nonce-{tag.get('nonce')}'" in header, f"{address}: {tag}"
    assert not html.select("[style]"), f"{address}: {html.select('[style]')[:1]}"
    for tag in html.find_all(True):
        handlers = [name for name in tag.attrs if re.match(r"on[a-z]+$", name)]
        assert not handlers, f"{address}: {tag}"
    for tag in html.select("[src], link[href]"):
        where = tag.get("src") or tag.get("href")
        assert re.match(r"/(?!/)|data:|https?://(testserver|localhost)/", where), (
            f"{address}: {tag}"
        )


def test_every_page_of_the_site_has_the_strict_policy_and_lives_by_it(reader, addresses):
    for address in addresses:
        response = reader.get(address)
        assert response.status_code == (404 if address == "/findes-ikke/" else 200), address
        assert_strict(response, address)
        assert_nothing_inline(response, address)


def test_the_sign_in_form_and_refusals_too(site):
    for response in (Client().get("/konto/login/"), Client().get("/", follow=True)):
        assert_strict(response, "/konto/login/")
        assert_nothing_inline(response, "/konto/login/")
    staff = Client()
    staff.force_login(UserFactory())
    forbidden = staff.get("/cms/")
    assert forbidden.status_code == 403
    assert "unsafe-eval" not in forbidden.headers["Content-Security-Policy"]


def test_a_nonce_is_used_once():
    def answer():
        request = RequestFactory().get("/")
        view = ContentSecurityPolicyMiddleware(lambda asked: HttpResponse(str(asked.csp_nonce)))
        return view(request)

    first, second = answer(), answer()
    assert first.content != second.content
    assert len(first.content) >= 16
    for response in (first, second):
        nonce = f"'nonce-{response.content.decode()}'"
        assert nonce in policy(response)["script-src"] & policy(response)["style-src"]


def test_the_admin_has_its_own_policy_without_foreign_hosts(site):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    response = client.get("/cms/")
    assert response.status_code == 200
    found = policy(response)
    assert found["default-src"] == {"'self'"}
    assert found["frame-ancestors"] == {"'self'"}
    assert found["object-src"] == {"'none'"}
    sources = set().union(*found.values())
    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/kolleger/", "/cms/", "/billeder/1/x.jpg", "/soeg/"])
def test_who_is_not_signed_in_gets_no_cookie_and_no_content(site, address):
    response = Client().get(address)
    assert response.status_code == 302
    assert not response.cookies
    assert response.content == b""


def test_cookies_are_for_the_browser_and_this_site_alone(site):
    client = Client()
    client.get("/konto/login/")
    user = UserFactory()
    response = client.post(
        "/konto/login/", {"username": user.username, "password": "gufu-test-2026"}
    )
    session = response.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    assert session["domain"] == ""
    for cookie in response.cookies.values():
        assert cookie["samesite"] == "Lax"


def test_reading_sets_no_cookies(reader, addresses):
    for address in addresses[:4]:
        assert set(reader.get(address).cookies) <= {"csrftoken"}


def test_over_tls_the_browser_is_told_to_stay_there(site, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/konto/login/").url.startswith("https://")
    response = Client().get("/konto/login/", secure=True)
    assert "max-age=31536000" in response.headers["Strict-Transport-Security"]


def test_a_broken_page_has_the_headers_and_tells_nothing(site, monkeypatch):
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory())

    def broken(*args, **kwargs):
        raise RuntimeError("hemmelig")

    from gufu import models

    monkeypatch.setattr(models.HomePage, "get_context", broken)
    response = client.get("/")
    assert response.status_code == 500
    assert b"hemmelig" not in response.content
    assert "Content-Security-Policy" in response.headers
    assert "no-store" in response.headers["Cache-Control"]
