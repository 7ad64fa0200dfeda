"""An editor: writes a portrait with a picture, previews it, publishes it, and it is found."""

import io
import re
import time
from urllib.parse import quote

import pytest
from PIL import Image

from tests.journeys.conftest import eventually

pytestmark = pytest.mark.browser


def a_picture() -> dict[str, object]:
    out = io.BytesIO()
    Image.new("RGB", (900, 600), (20, 90, 110)).save(out, "JPEG")
    return {"name": "havn.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_an_editor_writes_previews_publishes_and_it_is_found_within_five_seconds(visit):
    editor = visit("redaktoer")
    page = editor.page
    page.set_default_timeout(30_000)

    editor.go("/cms/images/add/")
    page.locator("input[type=file]").set_input_files(a_picture())
    page.get_by_label("Titel").first.fill("Havnen ved Stubbekøbing")
    page.get_by_label("Beskrivelse").first.fill("Et blåt felt, der skal ligne havnen.")
    people = page.locator("input[name$=shows_people]")
    if people.is_checked():
        people.uncheck()
    page.locator("form button[type=submit], form input[type=submit]").last.click()
    editor.arrives(lambda url: url.rstrip("/").endswith("/cms/images"))

    editor.go("/cms/pages/add/cases/caseportraitpage/" + index_id(editor) + "/")
    page.locator("#id_title").fill("Bådelauget i Stubbekøbing")
    page.locator("#id_summary").fill("Et bådelaug og kommunen satte den gamle bro i stand sammen.")
    page.locator("#id_problem").fill("Broen var ved at falde sammen, og ingen ejede opgaven.")
    page.get_by_role("button", name=re.compile("Vælg et billede|Choose an image")).first.click()
    page.get_by_role("link", name="Havnen ved Stubbekøbing").first.click()
    page.locator("[data-chosen] img, .chosen img, #panel-picture-content img").first.wait_for()

    page.get_by_role("button", name="Flere handlinger").or_(
        page.locator("[data-controller~='w-dropdown'] button[data-w-dropdown-target='toggle']")
    ).last.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_load_state()
    published = time.monotonic()
    address = f"/soeg/?q={quote('bådelauget')}"
    found = eventually(lambda: is_found(editor, address), seconds=8, every=0.3)
    assert found
    assert time.monotonic() - published <= 5

    staff = visit("medarbejder")
    staff.go(address)
    staff.page.locator("main a[href='/cases/baadelauget-i-stubbekoebing/']").first.click()
    staff.page.get_by_role("heading", level=1, name="Bådelauget i Stubbekøbing").wait_for()
    image = staff.page.locator("main picture img").first
    image.wait_for()
    assert staff.page.evaluate(
        "img => img.decode().then(() => img.naturalWidth)", image.element_handle()
    )
    staff.assert_sound()


def is_found(visitor, address: str) -> bool:
    response = visitor.page.request.get(visitor.site.url + address)
    return "baadelauget-i-stubbekoebing" in response.text()


def index_id(visitor) -> str:
    """The id of the cases' section, from the editor's list of pages."""
    return visitor.site.manage(
        "shell",
        "-v",
        "0",
        "-c",
        "from cases.models import CaseIndexPage; print(CaseIndexPage.objects.get().pk)",
    ).strip()


def test_the_preview_shows_what_is_written(visit):
    editor = visit("redaktoer")
    page = editor.page
    number = editor.site.manage(
        "shell",
        "-v",
        "0",
        "-c",
        "from cases.models import CasePortraitPage as C; "
        "print(C.objects.get(slug='park-og-vej-fra-borgernes-stol').pk)",
    ).strip()
    editor.go(f"/cms/pages/{number}/edit/")
    page.locator("#id_title").fill("En titel, der kun findes i forhåndsvisningen")
    page.get_by_role("button", name="Forhåndsvisning").or_(
        page.locator("[data-side-panel-toggle=preview]")
    ).first.click()
    frame = page.frame_locator("iframe[data-w-preview-target=iframe]").last
    frame.get_by_role("heading", name="En titel, der kun findes i forhåndsvisningen").wait_for()
