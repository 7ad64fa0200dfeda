"""Two editors write on one page at once: the second is told, and neither loses a word."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cases.models import CaseIndexPage
from tests.factories import UserFactory

CONFLICT = "har gemt en nyere version af siden, mens du skrev"


class Editor:
    """An editor at Wagtail's real edit view: opens the page, types, presses a button."""

    def __init__(self, page, name):
        self.user = UserFactory(is_superuser=True, first_name=name, last_name="Hansen")
        self.client = Client()
        self.client.force_login(self.user)
        self.url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self.fields = {}

    def open(self):
        self.read(self.client.get(self.url))
        return self

    def read(self, response):
        """Take over every field of the form as a browser would."""
        assert response.status_code == 200
        form = BeautifulSoup(response.content, "html.parser").select_one("#page-edit-form")
        self.fields = {
            field["name"]: field.get("value") or ""
            for field in form.select("input[name]")
            if field.get("type") not in {"checkbox", "radio", "submit"} or field.has_attr("checked")
        }
        for area in form.select("textarea[name]"):
            self.fields[area["name"]] = area.text.strip()
        for chosen in form.select("select[name] option[selected]"):
            self.fields[chosen.find_parent("select")["name"]] = chosen["value"]

    def write(self, intro):
        self.fields["intro"] = intro
        return self

    def press(self, button="", **headers):
        data = {**self.fields, **({button: "1"} if button else {})}
        self.answer = self.client.post(self.url, data, headers=headers)
        return self.answer

    def autosave(self):
        return self.press(accept="application/json")


@pytest.fixture
def page(site):
    page = CaseIndexPage.objects.get(pk=site.cases.pk)
    page.save_revision(user=UserFactory()).publish()
    return page


def saved(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object().intro


def history(page):
    return [
        revision.as_object().intro
        for revision in Page.objects.get(pk=page.pk).revisions.order_by("pk")
    ]


SAVE, PUBLISH, SUBMIT = "", "action-publish", "action-submit"


@pytest.mark.parametrize("button", [SAVE, PUBLISH, SUBMIT], ids=["save", "publish", "submit"])
def test_the_second_editor_is_told_and_both_texts_survive(page, button):
    anna, bo = Editor(page, "Anna").open(), Editor(page, "Bo").open()
    assert anna.write("Annas tekst").press(button).status_code == 302

    refused = bo.write("Bos tekst").press(button)

    assert refused.status_code == 200
    text = BeautifulSoup(refused.content, "html.parser").get_text(" ")
    assert f"Anna Hansen {CONFLICT}" in " ".join(text.split())
    assert saved(page) == "Annas tekst"
    bo.read(refused)
    assert bo.fields["intro"] == "Bos tekst"  # still in the form

    # Saving once more is Bo's own choice; Anna's text stays in the history.
    assert bo.press(button).status_code == 302
    assert saved(page) == "Bos tekst"
    assert history(page)[-2:] == ["Annas tekst", "Bos tekst"]
    if button == PUBLISH:
        assert CaseIndexPage.objects.get(pk=page.pk).intro == "Bos tekst"


def test_a_third_version_is_a_new_conflict(page):
    anna, bo = Editor(page, "Anna").open(), Editor(page, "Bo").open()
    anna.write("Første").press()
    bo.read(bo.write("Bos").press())
    anna.open().write("Anden").press()
    assert CONFLICT in bo.press().content.decode()
    assert saved(page) == "Anden"


def test_one_editor_alone_is_never_stopped(page):
    anna = Editor(page, "Anna").open()
    for text in ("Et", "To", "Tre"):
        answer = anna.write(text).press()
        assert answer.status_code == 302
        anna.open()
    assert history(page)[-3:] == ["Et", "To", "Tre"]


def test_a_page_that_had_no_version_when_it_was_opened(site):
    page = site.cases
    assert page.latest_revision is None
    anna, bo = Editor(page, "Anna").open(), Editor(page, "Bo").open()
    assert "loaded_revision_id" not in bo.fields
    anna.write("Annas").press()
    refused = bo.write("Bos").press()
    assert CONFLICT in refused.content.decode()
    bo.read(refused)
    assert bo.press().status_code == 302
    assert history(page) == ["Annas", "Bos"]


def test_autosave_does_not_write_over_another_editor(page):
    anna, bo = Editor(page, "Anna").open(), Editor(page, "Bo").open()
    anna.write("Annas").press()
    answer = bo.write("Bos").autosave()
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert saved(page) == "Annas"


def test_an_editor_whose_own_autosave_is_newest_may_go_on(page):
    anna = Editor(page, "Anna").open()
    first = anna.write("Et").autosave().json()
    assert first["success"]
    anna.fields["overwrite_revision_id"] = str(first["revision_id"])
    assert anna.write("To").autosave().json()["success"]
    assert anna.write("Tre").press(PUBLISH).status_code == 302
    assert CaseIndexPage.objects.get(pk=page.pk).intro == "Tre"


def test_an_autosave_is_seen_by_who_saves_by_hand(page):
    anna, bo = Editor(page, "Anna").open(), Editor(page, "Bo").open()
    first = anna.write("Et").autosave().json()
    assert CONFLICT in bo.write("Bos").press(PUBLISH).content.decode()
    # An autosave over one's own revision keeps its number; the time tells.
    bo.open()
    anna.fields["overwrite_revision_id"] = str(first["revision_id"])
    assert anna.write("To").autosave().json()["success"]
    assert CONFLICT in bo.write("Bos").press().content.decode()
    assert saved(page) == "To"


def test_a_preview_of_an_older_version_still_shows(page):
    anna, bo = Editor(page, "Anna").open(), Editor(page, "Bo").open()
    anna.write("Annas").press()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    answer = bo.client.post(url, {**bo.fields, "intro": "Bos"})
    assert answer.json()["is_valid"]
