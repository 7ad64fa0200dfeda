"""What editors write about words holds for everybody's next search."""

from collections.abc import Callable

import pytest

from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from search import danish, words
from search.contract import PART, SYNONYM, TYPO, Note
from search.engines import get_engine
from search.models import Direction, LexiconWord, Reading, SynonymGroup
from tests.factories import ToolPageFactory
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db


def synonyms(*lines: str, direction: str = Direction.TWO_WAY) -> SynonymGroup:
    return SynonymGroup.objects.create(words="\n".join(lines), direction=direction)


def marked(found: object) -> list[str]:
    hit = found.hits[0]  # type: ignore[attr-defined]
    return [text for text, on in (*hit.highlighted_title, *hit.snippet) if on]


class TestSynonyms:
    def test_a_synonym_is_found_marked_and_said(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Samtaler", summary="Vi besøgte plejehjemmene i foråret.")
        work()
        assert find("seniorhus").total == 0
        synonyms("seniorhus", "plejehjem")
        found = find("seniorhuse")
        assert titles(found) == ["Samtaler"]
        assert marked(found) == ["plejehjemmene"]
        note = Note(SYNONYM, "seniorhuse", ("plejehjemmene",))
        assert found.hits[0].notes == found.notes == (note,)

    def test_a_word_of_the_thesaurus_is_found_marked_and_said(
        self, work: Callable, find: Callable
    ) -> None:
        ToolPageFactory(title="Samtaler", summary="Der var en stridighed om hegnet.")
        work()
        found = find("konflikter")
        assert (titles(found), marked(found)) == (["Samtaler"], ["stridighed"])
        assert found.hits[0].notes == (Note(SYNONYM, "konflikter", ("stridighed",)),)
        assert found.widened
        assert not found.relaxed

    def test_the_word_itself_comes_first(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Et plejehjem")
        ToolPageFactory(title="Et seniorhus")
        work()
        synonyms("seniorhus", "plejehjem")
        assert titles(find("seniorhus")) == ["Et seniorhus", "Et plejehjem"]
        assert titles(find("plejehjem")) == ["Et plejehjem", "Et seniorhus"]
        assert find("plejehjem").hits[0].notes == ()

    def test_one_way(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Noget om vuggestuer")
        ToolPageFactory(title="Noget om dagtilbud")
        work()
        synonyms("dagtilbud", "vuggestue", direction=Direction.ONE_WAY)
        assert len(find("dagtilbud").hits) == 2
        assert titles(find("vuggestuen")) == ["Noget om vuggestuer"]

    def test_several_words_stand_side_by_side(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Første", summary="Vi taler om co-creation her.")
        ToolPageFactory(title="Anden", summary="Creation er ikke co her.")
        work()
        synonyms("samskabelse", "co-creation", "fælles skabelse")
        found = find("samskabelse")
        assert titles(found) == ["Første"]
        assert marked(found) == ["co", "creation"]
        ToolPageFactory(title="Tredje", summary="Samskabelsen voksede.")
        work()
        assert set(titles(find("co-creation"))) == {"Første", "Anden", "Tredje"}
        found = find("den fælles skabelse")
        assert titles(found)[0] == "Tredje"
        assert found.hits[0].notes == (Note(SYNONYM, "fælles skabelse", ("samskabelsen",)),)

    def test_a_word_with_synonyms_is_not_guessed_at(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Borgmødrene", summary="Om et dialogmøde")
        work()
        synonyms("borgermøde", "dialogmøde")
        assert find("borgermøde").expanded == ()

    def test_a_change_and_a_removal_hold_at_once(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Et plejehjem")
        work()
        group = synonyms("seniorhus", "plejehjem")
        assert find("seniorhus").total == 1
        group.words = "seniorhus\nældrecenter"
        group.save()
        assert find("seniorhus").total == 0
        group.delete()
        assert find("ældrecenter").total == 0

    def test_a_search_asks_for_the_words_once_after_a_change(
        self, work: Callable, find: Callable, django_assert_max_num_queries: Callable
    ) -> None:
        ToolPageFactory(title="Et plejehjem")
        work()
        synonyms("seniorhus", "plejehjem")
        find("seniorhus")
        with django_assert_max_num_queries(4) as asked:
            find("seniorhus")
        assert not [each for each in asked if "search_synonymgroup" in each["sql"]]

    def test_a_misspelt_word_has_the_synonyms_of_what_was_meant(
        self, work: Callable, find: Callable
    ) -> None:
        ToolPageFactory(title="Om seniorhuset")
        ToolPageFactory(title="Om plejehjemmet")
        synonyms("seniorhus", "plejehjem")
        work()
        assert titles(find("seniorhuss")) == titles(find("seniorhus"))

    @pytest.mark.parametrize("asked", ["co-creation", "cocreation", "co creation"])
    def test_hyphens_may_be_left_out(self, work: Callable, find: Callable, asked: str) -> None:
        ToolPageFactory(title="Samskabelse")
        synonyms("samskabelse", "co-creation")
        work()
        assert titles(find(asked)) == ["Samskabelse"]


class TestHyphens:
    @pytest.mark.parametrize(
        ("written", "asked"),
        [
            *(
                ("Vi bruger gå-tur-møder.", asked)
                for asked in ("gåtur", "gå-tur", "gåture", "gå tur")
            ),
            *(("Vi går en gåtur.", asked) for asked in ("gåtur", "gå-tur", "gåture")),
        ],
    )
    def test_with_and_without(
        self, work: Callable, find: Callable, written: str, asked: str
    ) -> None:
        ToolPageFactory(title="I det fri", summary=written)
        work()
        assert titles(find(asked)) == ["I det fri"]
        assert marked(find(asked))

    def test_the_same_with_hyphens_is_no_other_word(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="I det fri", summary="Vi bruger gå-tur-møder.")
        synonyms("gåtur", "gå tur")
        work()
        found = find("gåtur")
        assert (marked(found), found.notes) == (["gå-tur"], ())

    def test_where_nobody_wrote_all_of_it_the_words_count_apart(
        self, work: Callable, find: Callable
    ) -> None:
        ToolPageFactory(title="Send en mail")
        work()
        found = find("e-mail")
        assert (titles(found), found.relaxed) == (["Send en mail"], True)


class TestNotes:
    def test_a_part_of_a_word(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Dialogmøder i byen")
        ToolPageFactory(title="Møder i byen")
        work()
        by_title = {hit.title: hit.notes for hit in find("møde").hits}
        assert by_title["Dialogmøder i byen"] == (Note(PART, "møde", ("dialogmøder",)),)
        assert by_title["Møder i byen"] == ()

    def test_a_typo(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Brobygning")
        work()
        assert find("brobyning").notes == (Note(TYPO, "brobyning", ("brobygning",)),)


class TestDictionary:
    def test_a_word_of_ones_own_is_split_once_the_index_is_new(
        self, work: Callable, find: Callable
    ) -> None:
        ToolPageFactory(title="Gufutræffet")
        work()
        assert find("gufu").total == 0
        LexiconWord.objects.create(word="gufutræf", parts="gufu+træf")
        find("gufu")  # reads the words
        assert get_engine().status()["rebuild_needed"] is True
        assert drain("reindex") == 1
        assert get_engine().status()["rebuild_needed"] is False
        found = find("gufu")
        assert set(marked(found)) == {"Gufutræffet"}
        assert found.notes == (Note(PART, "gufu", ("gufutræffet",)),)

    def test_a_word_that_is_never_split(self, work: Callable, find: Callable) -> None:
        ToolPageFactory(title="Borgerudvalget")
        work()
        assert find("udvalg").total == 1
        word = LexiconWord.objects.create(word="borgerudvalg", reading=Reading.WHOLE)
        drain("reindex")
        assert find("udvalg").total == 0
        assert find("borgerudvalgene").total == 1
        word.delete()
        drain("reindex")
        assert find("udvalg").total == 1

    def test_many_changes_are_one_new_index(self, work: Callable, monkeypatch) -> None:
        ToolPageFactory(title="Haven")
        work()
        built = []
        engine = get_engine()
        rebuild = engine.rebuild
        monkeypatch.setattr(engine, "rebuild", lambda docs: built.append(rebuild(docs)))
        for number, word in enumerate(("gufutræf", "møltræf", "bygdemøde")):
            LexiconWord.objects.create(word=word, parts="træf+møde" if number else "gufu+træf")
        assert OutboxEntry.objects.filter(topic="reindex").count() == 3
        drain("reindex")
        assert built == [1]

    def test_another_process_reads_them_at_its_next_request(self, find: Callable) -> None:
        LexiconWord.objects.create(word="gufutræf", parts="gufu+træf")
        words.current("")  # as a process that knows nothing yet
        assert danish.parts_of("gufutræf") == ()
        find("noget")
        assert danish.parts_of("gufutræffet") == ("gufu", danish.stem("træf"))

    def test_a_trial_holds_only_inside(self) -> None:
        with danish.trying(danish.Additions([("haveskab", ())])):
            assert danish.parts_of("haveskabet") == ()
        assert danish.parts_of("haveskabet") == ("hav", "skab")
