"""The field in which editors say how colleagues search for a page or a card."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage
from gufu.phrases import LONGEST_LINE, MOST_LINES, SearchPhrases, check_phrases, cleaned
from tests.factories import QuestionCardFactory, ToolPageFactory, UserFactory
from toolbox.models import DoDont, FeedbackModelPage, Principle, QuestionCard, ToolPage

PAGES = (CasePortraitPage, ToolPage, ArenaPage, BusinessCasePage, FeedbackModelPage)
CARDS = (QuestionCard, Principle, DoDont)


def test_lines_are_kept_without_what_is_empty() -> None:
    assert cleaned("\n  Hvem   ringer \r\n\n\tskod\n") == ["Hvem ringer", "skod"]
    assert DoDont(search_phrases=" a \n\nb").phrases() == ["a", "b"]
    assert QuestionCard().phrases() == []


def test_as_much_as_may_be_written_is_allowed() -> None:
    check_phrases("")
    check_phrases("\n\n".join(["x" * LONGEST_LINE] * MOST_LINES))


def test_it_is_said_which_line_is_too_long_and_that_there_are_too_many() -> None:
    lines = ["kort", "Hvordan får vi de unge med, når " + "x" * 100, *["ord"] * 19]
    with pytest.raises(ValidationError) as refused:
        check_phrases("\n".join(lines))
    assert refused.value.messages == [
        "Linje 2 (»Hvordan får vi de unge med, nå…«) er på 132 tegn og må højst være på 120.",
        "Der er 21 linjer. Der må højst være 20.",
    ]
    with translation.override("en"), pytest.raises(ValidationError, match="There are 21 lines"):
        check_phrases("ord\n" * 21)


@pytest.mark.parametrize("model", [*PAGES, *CARDS])
def test_every_page_and_card_has_it(model: Any) -> None:
    assert issubclass(model, SearchPhrases)
    handler = getattr(model, "edit_handler", None)
    if model in CARDS:
        fields = [getattr(panel, "field_name", "") for panel in model.panels]
        assert "search_phrases" in fields
    else:
        assert "search_phrases" in handler.bind_to_model(model).get_form_options()["fields"]


@pytest.fixture
def editor(site: Any, client: Client) -> Client:
    client.force_login(UserFactory(is_superuser=True))
    return client


def test_it_stands_beside_the_tags_of_a_page(editor: Client) -> None:
    page = ToolPageFactory(search_phrases="Hvem tager ordet?")
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Sådan søger kolleger" in html
    assert "Søgningen finder siden ved dem" in html
    shown = ('name="tags"', 'name="search_phrases"', "De kriterier for samskabelse")
    places = [html.index(each) for each in shown]
    assert places == sorted(places)


def test_what_is_refused_stays_in_the_form(editor: Client, client: Client) -> None:
    card = QuestionCardFactory()
    address = reverse("wagtailsnippets_toolbox_questioncard:edit", args=[card.pk])
    assert "Søgningen finder kortet ved dem" in editor.get(address).content.decode()
    sent = {
        "text": card.text,
        "slug": card.slug,
        "purpose": card.purpose,
        "phase": card.phase,
        "is_published": "on",
        "search_phrases": "skod\n" + "y" * 121,
    }
    refused = editor.post(address, sent).content.decode()
    assert f"Linje 2 (»{'y' * 30}…«) er på 121 tegn og må højst være på 120." in refused
    assert "skod\n" + "y" * 121 in refused.replace("\r", "")
    card.refresh_from_db()
    assert card.phrases() == []
    editor.post(address, sent | {"search_phrases": "skod\n"})
    card.refresh_from_db()
    assert card.phrases() == ["skod"]
