"""The editors' views of search: who may, what a change would do, why something is found."""

import re
import socket
import time
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from gufu import roles
from search import empty_searches
from search.explain import Explanation, rarity
from search.models import EmptySearch, LexiconWord, PinnedResult, SynonymGroup
from search.plans import plan
from search.queries import text_query
from tests.factories import ToolPageFactory, UserFactory

pytestmark = pytest.mark.django_db


def signed_in(role: str) -> Client:
    from django.contrib.auth.models import Group

    call_command("setup_roles", stdout=StringIO())
    user = UserFactory()
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor() -> Client:
    return signed_in(roles.SUBJECT_EDITORS)


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


ADD = "wagtailsnippets_search_{}:add"


class TestWhoMay:
    @pytest.mark.parametrize("model", ["synonymgroup", "lexiconword", "pinnedresult"])
    def test_subject_editors_own_the_words(self, editor: Client, model: str) -> None:
        assert editor.get(reverse(ADD.format(model))).status_code == 200
        plain = signed_in(roles.EDITORS)
        assert plain.get(reverse(ADD.format(model))).status_code == 302
        assert plain.post(reverse("search_effect", args=[model, 0])).status_code in (302, 403)

    def test_editors_may_look(self) -> None:
        plain = signed_in(roles.EDITORS)
        assert plain.get(reverse("search_explain")).status_code == 200
        assert plain.get(reverse("search_empty")).status_code == 200


class TestWriting:
    def test_a_group_of_synonyms(self, editor: Client, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Et plejehjem")
        work()
        address = reverse(ADD.format("synonymgroup"))
        wrong = editor.post(address, {"words": "møde\nmødet", "direction": "begge"})
        assert "Skriv mindst to forskellige ord" in text_of(wrong)
        answer = editor.post(address, {"words": "seniorhus\r\nplejehjem", "direction": "begge"})
        assert answer.status_code == 302
        assert str(SynonymGroup.objects.get()) == "seniorhus, plejehjem"
        assert find("seniorhus").total == 1

    def test_what_is_put_first_is_named_by_its_address(
        self, editor: Client, work: Callable, find: Callable
    ) -> None:
        page = ToolPageFactory(title="Noget andet")
        work()
        address = reverse(ADD.format("pinnedresult"))
        form = {"query": "Borgermøde", "address": "/findes/ikke/", "order": "1"}
        assert "ikke noget i søgningen" in text_of(editor.post(address, form))
        answer = editor.post(address, {**form, "address": f"http://testserver{page.url}?a=b"})
        assert answer.status_code == 302
        assert find("borgermøder").hits[0].title == "Noget andet"
        listed = editor.get(reverse("wagtailsnippets_search_pinnedresult:list"))
        assert "Noget andet" in text_of(listed)
        pin = PinnedResult.objects.get()
        edit = editor.get(reverse("wagtailsnippets_search_pinnedresult:edit", args=[pin.pk]))
        assert page.url in edit.content.decode()

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            ({"word": "to ord", "reading": "hel"}, "uden mellemrum"),
            ({"word": "borgertræf", "reading": "dele", "parts": "borger"}, "mindst to dele"),
            ({"word": "borgertræf", "reading": "dele", "parts": "bil+træf"}, "samme rækkefølge"),
        ],
    )
    def test_slips_in_the_dictionary_are_said(
        self, editor: Client, form: dict[str, str], said: str
    ) -> None:
        assert said in text_of(editor.post(reverse(ADD.format("lexiconword")), form))
        assert not LexiconWord.objects.exists()


class TestEffect:
    def test_synonyms_before_they_are_saved(self, editor: Client, work: Callable) -> None:
        ToolPageFactory(title="Et plejehjem")
        work()
        form = {"words": "seniorhus\nplejehjem", "direction": "begge", "proev": "seniorhuse"}
        answer = editor.post(reverse("search_effect", args=["synonymgroup", 0]), form)
        shown = text_of(answer)
        assert "0 nu, 1 med ændringen" in shown
        assert "Et plejehjem ikke blandt de 10 første 1" in shown
        assert not SynonymGroup.objects.exists()
        part = editor.post(
            reverse("search_effect", args=["synonymgroup", 0]), form, headers={"X-Part": "1"}
        )
        assert "<html" not in part.content.decode()

    def test_a_change_of_a_group(self, editor: Client, work: Callable) -> None:
        ToolPageFactory(title="Et plejehjem")
        work()
        group = SynonymGroup.objects.create(words="seniorhus\nplejehjem")
        form = {"words": "seniorhus\nældrebolig", "direction": "begge"}
        answer = editor.post(reverse("search_effect", args=["synonymgroup", group.pk]), form)
        assert "1 nu, 0 med ændringen" in text_of(answer)
        group.refresh_from_db()
        assert group.words == "seniorhus\nplejehjem"

    def test_a_word_of_the_dictionary(self, editor: Client, work: Callable) -> None:
        ToolPageFactory(title="Gufutræffet")
        work()
        form = {"word": "gufutræf", "reading": "dele", "parts": "gufu+træf"}
        shown = text_of(editor.post(reverse("search_effect", args=["lexiconword", 0]), form))
        assert "gufutraeffet ét ord gufu + traef" in shown

    def test_errors_are_said(self, editor: Client) -> None:
        answer = editor.post(reverse("search_effect", args=["synonymgroup", 0]), {"words": "et"})
        assert "Ret felterne først" in text_of(answer)
        assert editor.post("/cms/soegning/virkning/ukendt/0/").status_code == 404


class TestExplain:
    def test_words_fields_and_weights(self, editor: Client, work: Callable) -> None:
        page = ToolPageFactory(title="Dialogmøder", summary="Et møde om møder")
        work()
        address = reverse("search_explain")
        shown = text_of(editor.get(address, {"q": "møde", "adresse": page.url}))
        assert "Derfor findes »Dialogmøder«" in shown
        assert "Del af et ord i titlen" in shown
        assert "Bøjning i resuméet" in shown
        other = text_of(editor.get(address, {"q": "rabarber", "adresse": page.url}))
        assert "Den har ikke alle ordene" in other
        assert "Der er ikke noget i søgningen" in text_of(
            editor.get(address, {"q": "møde", "adresse": "/ukendt/"})
        )

    @pytest.mark.parametrize("text", ["møder med borgere", "godt møde borgere", "hvad er det"])
    def test_several_words(self, editor: Client, work: Callable, find: Callable, text: str) -> None:
        page = ToolPageFactory(title="Møde med borgere", summary="Hvad er det? Et godt svar.")
        work()
        assert [hit.title for hit in find(text).hits] == ["Møde med borgere"]
        shown = text_of(editor.get(reverse("search_explain"), {"q": text, "adresse": page.url}))
        assert "Den har ikke alle ordene" not in shown
        assert "Ordet i titlen" in shown or "Ordet i teksten" in shown

    def test_where_little_is_found_the_thesaurus_is_named(
        self, editor: Client, work: Callable
    ) -> None:
        ToolPageFactory(title="Et mundhuggeri")
        work()
        address = reverse("search_explain")
        assert "mundhuggeri" in text_of(editor.get(address, {"q": "skænderi"}))
        for number in range(20):
            ToolPageFactory(title=f"Et skænderi {number}")
        work()
        shown = text_of(editor.get(address, {"q": "skænderi"}))
        assert "mundhuggeri" not in shown.partition("De første resultater")[0]

    def test_it_works_while_elasticsearch_is_silent(
        self, editor: Client, work: Callable, settings: Any
    ) -> None:
        page = ToolPageFactory(title="Dialogmøder")
        work()
        PinnedResult.objects.create(query="møde", document=f"page:{page.pk}")
        with socket.create_server(("127.0.0.1", 0)) as silent:
            settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{silent.getsockname()[1]}"
            began = time.monotonic()
            shown = text_of(
                editor.get(reverse("search_explain"), {"q": "møde", "adresse": page.url})
            )
            assert "Derfor findes »Dialogmøder«" in shown
            assert editor.get(reverse("search_empty")).status_code == 200
            pins = text_of(editor.get(reverse("wagtailsnippets_search_pinnedresult:list")))
            assert "Dialogmøder" in pins
            form = {"words": "møde\nstævne", "direction": "begge", "proev": "stævne"}
            address = reverse("search_effect", args=["synonymgroup", 0])
            assert "1 med ændringen" in text_of(editor.post(address, form))
            assert time.monotonic() - began < 8, "a silent one is waited for once, a second long"

    def test_the_tree_is_read_as_the_engines_do(self) -> None:
        tokens = {"title_s": "_ moed moed", "body_p": "dialog moed", "body_x": "_ paa et bordet"}
        one = Explanation(tokens)
        assert one.score({"all": [{"term": ["title_s", "moed"]}, {"none": True}]}) == 0
        assert one.score({"term": ["title_s", "moed"]}) == pytest.approx(2 * 2.2 / 3.2)
        assert one.score({"phrase": ["body_x", ["paa", "et"]], "boost": 2}) == pytest.approx(2)
        assert one.score({"phrase": ["body_x", ["et", "paa"]]}) == 0
        assert one.score({"some": [{"term": ["body_p", "x"]}], "of": 1}) == 0
        assert [match.field for match in one.matches] == ["body_x", "title_s"]
        assert Explanation(tokens).score(text_query(plan("møde"))) > 0
        assert rarity(100, 1) > rarity(100, 50) > 0


class TestEmptySearches:
    def test_counted_without_a_write_in_the_request(
        self, client: Client, member: Any, editor: Client, django_assert_max_num_queries: Callable
    ) -> None:
        client.force_login(member)
        empty_searches.flush()  # what the tests before this one looked for in vain
        EmptySearch.objects.all().delete()
        with django_assert_max_num_queries(30) as asked:
            client.get(reverse("search"), {"q": " Rabarber   KAGE "})
            client.get(reverse("search"), {"q": "rabarber kage"})
        written = [q["sql"] for q in asked if q["sql"].startswith(("INSERT", "UPDATE"))]
        assert not [sql for sql in written if "emptysearch" in sql]
        assert not EmptySearch.objects.exists()
        assert empty_searches.flush() == 1
        assert empty_searches.flush() == 0
        row = EmptySearch.objects.get()
        assert (row.text, row.count) == ("rabarber kage", 2)
        shown = text_of(editor.get(reverse("search_empty")))
        assert "Lav synonymer til »rabarber kage«" in shown

    @pytest.mark.parametrize(
        "text",
        [
            "010190-1234",
            "010190 1234",
            "find 0101901234 nu",
            "ole@kommune.dk",
            "20 30 40 50",
            "x" * 81,
            "",
            "\0",
        ],
    )
    def test_nothing_personal_is_kept(self, text: str) -> None:
        assert empty_searches.normalised(text) == ""

    def test_a_year_later_it_is_gone(self) -> None:
        empty_searches.note("rabarber")
        empty_searches.flush()
        assert empty_searches.purge() == 0
        EmptySearch.objects.update(last_seen="2020-01-01")
        assert empty_searches.purge() == 1
