"""The system checks: each finds its fault, and its hint names the cure."""

import pytest
from wagtail.models import Page

from cases.models import ArenaPage, CasePortraitPage
from gufu import checks


def ids(messages):
    return [message.id for message in messages]


def test_the_house_as_it_stands_passes():
    for check in (
        checks.check_visibility,
        checks.check_knowledge_pages,
        checks.check_media_is_private,
        checks.check_middleware,
    ):
        assert check() == []


def test_a_page_type_that_nobody_asks_who_may_see(monkeypatch):
    # Wagtail's own manager, as a class without `objects = …` would have.
    monkeypatch.setattr(ArenaPage._meta, "default_manager", Page.objects, raising=False)
    monkeypatch.setattr(checks, "page_models", lambda: [ArenaPage, CasePortraitPage])
    [fault] = checks.check_visibility()
    assert (fault.id, fault.obj) == ("gufu.E001", ArenaPage)
    assert "VisiblePageManager" in fault.hint


def test_a_kind_that_is_taken(monkeypatch):
    monkeypatch.setattr(ArenaPage, "kind", CasePortraitPage.kind)
    [fault] = checks.check_knowledge_pages()
    assert fault.id == "gufu.E002"
    assert "kind" in fault.hint


def test_a_kind_that_was_forgotten(monkeypatch):
    monkeypatch.delattr(ArenaPage, "kind")
    assert ids(checks.check_knowledge_pages()) == ["gufu.E002"]


def test_a_template_that_is_not_there(monkeypatch):
    monkeypatch.setattr(ArenaPage, "template", "cases/findes_ikke.html")
    [fault] = checks.check_knowledge_pages()
    assert fault.id == "gufu.E003"
    assert "cases/findes_ikke.html" in fault.msg


def test_media_with_an_address(settings):
    settings.ROOT_URLCONF = "tests.gufu.urls_with_media"
    [fault] = checks.check_media_is_private()
    assert fault.id == "gufu.E004"
    assert "photo" in fault.hint


@pytest.mark.parametrize("name", ["STATIC_ROOT", "WHITENOISE_ROOT", "STATICFILES_DIRS"])
def test_media_in_a_public_folder(settings, name, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    setattr(settings, name, [tmp_path] if name == "STATICFILES_DIRS" else tmp_path)
    assert ids(checks.check_media_is_private()) == ["gufu.E004"]


@pytest.mark.parametrize("name", checks.MIDDLEWARE)
def test_each_missing_middleware(settings, name):
    settings.MIDDLEWARE = [other for other in settings.MIDDLEWARE if other != name]
    [fault] = checks.check_middleware()
    assert fault.id == "gufu.E005"
    assert name in fault.msg
    assert "base.py" in fault.hint


def test_an_order_that_does_not_protect(settings):
    settings.MIDDLEWARE = list(reversed(settings.MIDDLEWARE))
    assert ids(checks.check_middleware()) == ["gufu.E006"]
