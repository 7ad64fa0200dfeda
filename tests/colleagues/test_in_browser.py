"""The room in a real Chromium: no rule of axe broken, nothing too wide, all without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from colleagues.models import ContactMessage, SupportRequest
from gufu.outbox.worker import drain
from tests.factories import (
    PASSWORD,
    CasePortraitPageFactory,
    ColleagueFactory,
    CommitmentFactory,
    SubjectAreaFactory,
    SupportRequestFactory,
    ToolTrialFactory,
    days_from_now,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def content(site, member, people, settings, tmp_path):
    """A colleague on pause who has done much, a request in the queue, and a mailbox."""
    settings.DEMO_MAILBOX = tmp_path / "mail"
    settings.EMAIL_BACKEND = "gufu.demo.mailbox.FileMailbox"
    mette = people.mette
    mette.offers, mette.teams_upn = ["sparring", "oplaeg"], mette.email
    mette.ask_me_about, mette.place = "Dialogmøder og deres kaffe.", "Rådhuset"
    mette.paused_until, mette.deputy = days_from_now(4), people.deputy
    mette.save()
    mette.subject_areas.add(SubjectAreaFactory(name="Borgerinddragelse"))
    CasePortraitPageFactory(
        title="Vejen til Horbelev", slug="horbelev", contacts=[mette], end_date=days_from_now(-9)
    )
    ToolTrialFactory(colleague=mette, contactable=True, adaptation="Vi gik udenfor.")
    CommitmentFactory(owner=mette)
    SupportRequestFactory(topic="Møde i hallen", response_due=days_from_now(-1))
    return people


def sign_in(context, address, user):
    page = context.new_page()
    page.goto(f"{address}/konto/login/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/konto/login/" not in url)
    return page


def assert_sound(page):
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0, page.url


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_page_is_sound_at_every_width(browser, live_server, content, consultant, width):
    ColleagueFactory(user=content.sender, email=content.sender.email, name="Åse Nørgaard")
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK")
    page = sign_in(context, live_server.url, content.sender)
    for path in (
        "/kolleger/",
        "/kolleger/?q=findesikke",
        "/kolleger/mette-aegidius/",
        "/kolleger/mette-aegidius/kontakt/?fra=/cases/horbelev/",
        "/kolleger/mig/",
        "/kolleger/mine-beskeder/",
        "/stoette/",
        "/stoette/mine/",
        "/udvikling/post/",
    ):
        page.goto(live_server.url + path)
        assert_sound(page)
    page.goto(live_server.url + "/stoette/")
    page.click("main form button[type=submit]")
    assert page.get_by_text("Der er noget, du skal rette").is_visible()
    assert_sound(page)
    page = sign_in(browser.new_context(viewport=page.viewport_size), live_server.url, consultant)
    for path in ("/stoette/koe/", f"/stoette/koe/{SupportRequest.objects.get().pk}/"):
        page.goto(live_server.url + path)
        assert_sound(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_from_a_case_to_a_mail_without_scripts(browser, live_server, content, width):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale="da-DK", java_script_enabled=False
    )
    page = sign_in(context, live_server.url, content.sender)
    page.goto(f"{live_server.url}/kolleger/mette-aegidius/?fra=/cases/horbelev/")
    page.get_by_role("link", name="Skriv til Mette").click()
    assert page.get_by_label("Emne").input_value() == "Om »Vejen til Horbelev«"
    page.get_by_role("button", name="Send beskeden").click()
    assert page.get_by_text("Skriv en besked, før du sender.").first.is_visible()
    page.get_by_label("Besked").fill("Hvordan fik I dem med?")
    page.get_by_role("button", name="Send beskeden").click()
    assert page.get_by_role("heading", name="Din besked til Bo Østergård").is_visible()
    row = ContactMessage.objects.get()
    assert (row.delivered_to, row.context_title) == (content.deputy, "Vejen til Horbelev")

    assert drain("mail") == 2, "the message, and the sender's receipt"
    page.reload()
    assert page.get_by_text("Beskeden er leveret").is_visible()
    page.goto(f"{live_server.url}/udvikling/post/")
    page.get_by_role("link", name="Om »Vejen til Horbelev«", exact=True).click()
    assert page.get_by_text("Hvordan fik I dem med?", exact=True).is_visible()
