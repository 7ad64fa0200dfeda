"""Journey 14: a new colleague signs on by the municipality's provider, finds a profile begun, and
is in the directory only after saying yes. And the other doors, in a real browser."""

import re
import time

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PASSWORD, sign_in
from tests.sign_on.codes import code_of

pytestmark = pytest.mark.browser

BUTTON = "Log ind med Guldborgsund-login"
WINDOWS = pytest.mark.parametrize(
    ("width", "scripts"), [("wide", True), ("narrow", True), ("wide", False)]
)


LETTERS = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.fixture
def newcomer(identity_provider):
    """Somebody whom the provider knows and the site does not; one for each test."""
    letter = next(LETTERS)
    sub, name = f"ida.{letter.lower()}", f"Ida {letter} Holm"
    identity_provider.behave()
    identity_provider.knows(
        sub, name=name, job_title="Kulturkonsulent", department="Kultur & Fritid"
    )
    return sub, name, f"/kolleger/ida-{letter.lower()}-holm/"


def status(visitor, path: str) -> int:
    response = visitor.page.goto(visitor.site.url + path, wait_until="domcontentloaded")
    assert response is not None
    return response.status


def assert_sound(visitor, scripts: bool) -> None:
    """As the visitor's own; axe is a script itself."""
    if scripts:
        visitor.assert_sound()


@WINDOWS
def test_a_new_colleague_by_mouse(visit, newcomer, width, scripts):
    sub, name, address = newcomer
    ida = visit(None, width=width, scripts=scripts)
    ida.go("/kolleger/mig/")
    assert_sound(ida, scripts)
    ida.click("link", BUTTON)
    ida.page.locator("input[name=sub]").fill(sub)
    ida.page.get_by_role("button", name="Authorize").click()
    ida.arrives(lambda url: url.endswith("/kolleger/mig/"))
    assert_sound(ida, scripts)

    page = ida.page
    assert ida.sees("Velkommen til GUFU")
    assert page.get_by_label("Stilling").input_value() == "Kulturkonsulent"
    assert page.locator("#id_centre option:checked").inner_text() == "Kultur & Fritid"
    assert page.get_by_text(name).count() >= 1
    assert not page.get_by_label("Vis mig i kollegaoversigten").is_checked()

    other = visit("medarbejder")
    assert status(other, address) == 404
    page.get_by_label("Spørg mig om").fill("Frivillige i kulturhuset")
    page.get_by_label("Vis mig i kollegaoversigten").check()
    ida.click("button", "Gem profilen")
    ida.arrives(lambda url: url.endswith(address))
    assert status(other, address) == 200
    assert other.sees(name)
    assert_sound(ida, scripts)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called `name`."""
    for _ in range(80):
        page.keyboard.press("Tab")
        called = page.evaluate(
            "(() => { const e = document.activeElement;"
            " return (e.labels && e.labels[0] ? e.labels[0] : e).textContent.trim(); })()"
        )
        if called.startswith(name):
            return
    raise AssertionError(f"the keyboard does not get to {name}")


@pytest.mark.parametrize(("width", "scripts"), [("wide", True), ("narrow", True)])
def test_a_new_colleague_by_keyboard(visit, newcomer, width, scripts):
    sub, name, address = newcomer
    ida = visit(None, width=width)
    ida.go("/kolleger/mig/")
    keys = ida.page.keyboard
    tab_to(ida.page, BUTTON)
    keys.press("Enter")
    ida.page.locator("input[name=sub]").wait_for()
    keys.type(sub)
    keys.press("Enter")
    ida.arrives(lambda url: url.endswith("/kolleger/mig/"))
    tab_to(ida.page, "Ja, vis mig i kollegaoversigten")
    keys.press("Space")
    tab_to(ida.page, "Gem profilen")
    keys.press("Enter")
    ida.arrives(lambda url: url.endswith(address))
    assert ida.sees(name)


@WINDOWS
def test_signing_off_leads_through_the_provider_and_back(visit, newcomer, width, scripts):
    sub, _name, _address = newcomer
    ida = visit(None, width=width, scripts=scripts)
    ida.go("/kolleger/")
    ida.click("link", BUTTON)
    ida.page.locator("input[name=sub]").fill(sub)
    ida.page.get_by_role("button", name="Authorize").click()
    ida.arrives(lambda url: "/kolleger/mig/?videre=" in url)
    ida.page.locator(".menu--user summary").click()
    ida.click("button", "Log ud")
    ida.arrives(lambda url: "/oauth2/end_session" in url)
    ida.page.get_by_role("button").first.click()
    ida.arrives(lambda url: url.endswith("/konto/login/"))
    ida.go("/kolleger/")
    assert "/konto/login/" in ida.page.url


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_somebody_switches_the_second_step_on_and_uses_it(visit, running_site, width):
    # An account of its own: the demo's are shared by all journeys.
    username = f"totrin-{width}"
    running_site.manage(
        "shell",
        "-c",
        "from django.contrib.auth.models import User;"
        f"User.objects.create_user('{username}', '', '{PASSWORD}')",
    )
    her = visit(None, width=width)
    sign_in(her, username)
    her.go("/konto/totrin/")
    her.assert_sound()
    secret = her.page.locator("code").first.inner_text()
    her.page.get_by_label("Engangskode").fill(code_of(secret))
    her.page.get_by_label("Din adgangskode").fill(PASSWORD)
    her.click("button", "Slå totrinslogin til")
    her.page.get_by_role("heading", name="Dine gendannelseskoder").wait_for()
    her.assert_sound()
    codes = re.findall(r"\b\d{8}\b", her.page.locator(".recovery-codes").inner_text())
    assert len(codes) == 10

    again = visit(None, width=width)
    again.go("/konto/login/?next=/kolleger/")
    again.page.get_by_label("Brugernavn").fill(username)
    again.page.get_by_label("Adgangskode").fill(PASSWORD)
    again.click("button", "Log ind")
    again.arrives(lambda url: url.endswith("/konto/login/kode/"))
    again.assert_sound()
    again.page.keyboard.type(codes[0])  # the field has the focus
    again.page.keyboard.press("Enter")
    again.arrives(lambda url: url.endswith("/kolleger/"))


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_emergency_door_and_the_page_of_a_failed_sign_on_are_sound(
    visit, identity_provider, width
):
    visitor = visit(None, width=width)
    visitor.go("/konto/noedadgang/")
    visitor.assert_sound()
    assert status(visitor, "/konto/login/kommunen/tilbage/?code=x&state=y") == 403
    visitor.assert_sound()
    visitor.click("link", "Tilbage til login")
    visitor.arrives(lambda url: url.endswith("/konto/login/"))


def test_a_provider_that_falls_silent_is_told_in_danish(visit, identity_provider):
    identity_provider.behave()
    visitor = visit(None)
    identity_provider.delay["/oauth2/token"] = 6
    visitor.go("/konto/login/")
    visitor.click("link", BUTTON)
    visitor.page.locator("input[name=sub]").fill("langsom")
    begun = time.monotonic()
    visitor.page.get_by_role("button", name="Authorize").click()
    visitor.page.get_by_role("heading", name="Login svarer ikke lige nu").wait_for()
    assert time.monotonic() - begun < 6
    visitor.assert_sound()
    identity_provider.behave()
