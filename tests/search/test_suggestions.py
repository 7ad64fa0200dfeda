"""What is suggested while somebody types, and that it is never more than they may see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from cases.models import CasePortraitPage
from search import guess
from tests.factories import (
    CasePortraitPageFactory,
    ColleagueFactory,
    QuestionCardFactory,
    ToolPageFactory,
    restrict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Begin as a process that has just started."""
    guess._last.clear()


def answer(reader: Client, text: str) -> list[dict[str, Any]]:
    response = reader.get("/soeg/forslag/", {"q": text}, headers={"accept": "application/json"})
    assert response.headers["Content-Type"] == "application/json"
    found: list[dict[str, Any]] = response.json()["suggestions"]
    return found


def ask(reader: Client, text: str) -> list[str]:
    return [each["title"] for each in answer(reader, text)]


def test_while_typing(reader: Client, work: Callable) -> None:
    CasePortraitPageFactory(title="Frivillige fra Ældresagen")
    ToolPageFactory(title="Dialogmøde med åben dagsorden")
    ColleagueFactory(name="Frida Holm")
    work()
    assert ask(reader, "fri") == ["Frivillige fra Ældresagen", "Frida Holm"]
    assert ask(reader, "møde") == ["Dialogmøde med åben dagsorden"]
    assert ask(reader, "åben dagso") == ["Dialogmøde med åben dagsorden"]
    assert ask(reader, "aeldre") == ["Frivillige fra Ældresagen"]
    assert ask(reader, "  ") == []
    assert ask(reader, "zzz") == []


def test_a_fragment_for_those_who_ask(reader: Client, work: Callable) -> None:
    ToolPageFactory(title="Dialogmøde")
    work()
    response = reader.get("/soeg/forslag/", {"q": "dia"}, headers={"accept": "text/html"})
    html = response.content.decode()
    assert "<mark>Dialogmøde</mark>" in html
    assert "<html" not in html


def test_nothing_closed_is_suggested(reader: Client, work: Callable) -> None:
    page = CasePortraitPageFactory(title="Fortroligt byggeri")
    work()
    assert ask(reader, "fortr") == ["Fortroligt byggeri"]
    restrict(page, Group.objects.create(name="Hemmelig"))
    assert ask(reader, "fortr") == []


def test_the_kinds_stand_together_and_say_what_they_are(reader: Client, work: Callable) -> None:
    ColleagueFactory(name="Frida Holm", job_title="Pædagog", centre=None)
    for number in range(2):
        CasePortraitPageFactory(title=f"Frivillige {number}")
        QuestionCardFactory(text=f"Frivillige hvornår {number}?")
    work()
    found = answer(reader, "fri")
    assert [each["kind"] for each in found] == ["case", "case", "colleague", "question", "question"]
    person = found[2]
    assert person["kind_label"] == "Kolleger"
    assert (person["look"], person["icon"]) == ("person", "group")
    assert person["meta"] == "Pædagog"
    assert person["pieces"] == [["Frida", True], [" Holm", False]]


def test_three_queries_however_much_there_is(
    reader: Client, work: Callable, django_assert_num_queries: Any
) -> None:
    for number in range(40):
        CasePortraitPageFactory(title=f"Have {number}")
        QuestionCardFactory(text=f"Have {number}?")
    restrict(CasePortraitPageFactory(title="Lukket have"), Group.objects.create(name="Andre"))
    work()
    ask(reader, "ha")
    for text in ("ha", "hav", "findes ikke"):
        with django_assert_num_queries(3):
            ask(reader, text)


class TestWhatChangesBetweenTwoKeys:
    """Nothing is shown by what was true at the key before."""

    def test_a_group(self, reader: Client, member: Any, work: Callable) -> None:
        group = Group.objects.create(name="Indviede")
        restrict(CasePortraitPageFactory(title="Fortroligt byggeri"), group)
        work()
        assert ask(reader, "fortr") == []
        member.groups.add(group)
        assert ask(reader, "fortr") == ["Fortroligt byggeri"]
        member.groups.remove(group)
        assert ask(reader, "fortr") == []

    def test_a_restriction_is_lifted(self, reader: Client, work: Callable) -> None:
        page = CasePortraitPageFactory(title="Fortroligt byggeri")
        restrict(page, Group.objects.create(name="Indviede"))
        work()
        assert ask(reader, "fortr") == []
        page.view_restrictions.all().delete()
        assert ask(reader, "fortr") == ["Fortroligt byggeri"]

    def test_a_page_is_taken_down_while_nobody_indexes(
        self, reader: Client, work: Callable
    ) -> None:
        pages = [CasePortraitPageFactory(title=f"Byggeri {number}") for number in range(20)]
        work()
        assert len(ask(reader, "bygg")) == 8
        for page in pages[1:]:
            CasePortraitPage.objects.get(pk=page.pk).unpublish()
        assert ask(reader, "bygg") == ["Byggeri 0"]

    def test_a_page_is_closed_by_a_page_above(self, reader: Client, site: Any, work: Any) -> None:
        CasePortraitPageFactory(title="Byggeri")
        work()
        assert ask(reader, "bygg") == ["Byggeri"]
        restrict(site.cases, Group.objects.create(name="Indviede"))
        assert ask(reader, "bygg") == []

    def test_an_administrator_becomes_a_colleague(
        self, reader: Client, member: Any, work: Callable
    ) -> None:
        restrict(CasePortraitPageFactory(title="Byggeri"), Group.objects.create(name="Indviede"))
        work()
        member.is_superuser = True
        member.save()
        assert ask(reader, "bygg") == ["Byggeri"]
        member.is_superuser = False
        member.save()
        assert ask(reader, "bygg") == []
