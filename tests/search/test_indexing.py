"""From a change to the index: published is found, gone is gone, whatever the worker does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction

from cases.models import Quote
from colleagues.models import ColleagueProfile
from consent.models import Consent
from gufu.models import Centre
from gufu.outbox.models import OutboxEntry
from search.contract import IndexBusyError
from search.danish.highlight import words_of
from search.documents import SEPARATOR, shown, words
from search.engines import get_engine
from search.engines.store import Store
from search.indexing import differences, everything, handle, note_tree, total
from search.suggestions import suggest
from tests.factories import (
    ArenaPageFactory,
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    ConsentFactory,
    DoDontFactory,
    FeedbackModelPageFactory,
    PhotoFactory,
    PrincipleFactory,
    QuestionCardFactory,
    QuoteFactory,
    SubjectAreaFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
    days_from_now,
    restrict,
)
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db


def test_every_kind_is_found_by_its_text(work: Callable, find: Callable) -> None:
    CasePortraitPageFactory(title="Haven", outcomes="Rabarber hele sommeren")
    ToolPageFactory(title="Kortet", tips=[("line", "Tag rabarber med")])
    ArenaPageFactory(title="Mødestedet", partners=[("partner", {"name": "Rabarberlauget"})])
    BusinessCasePageFactory(title="Regnestykket", change="Vi dyrker rabarber")
    FeedbackModelPageFactory(title="Modellen", good_phrases=[("line", "Jeg så dine rabarber")])
    QuestionCardFactory(text="Hvem kan lide rabarber?")
    PrincipleFactory(statement="Del ud", practice_signs=["Naboen får rabarber"])
    DoDontFactory(advice="Spis op", instead="Giv rabarber væk")
    QuoteFactory(text="Rabarber er alles.")
    ColleagueFactory(name="Karla Grøn", ask_me_about="Ring om rabarber")
    work()
    found = find("rabarberne")
    assert found.totals == {
        "case": 1,
        "tool": 1,
        "arena": 1,
        "business_case": 1,
        "feedback_model": 1,
        "question": 1,
        "principle": 1,
        "do_dont": 1,
        "quote": 1,
        "colleague": 1,
    }
    assert found.total == 10
    assert differences(get_engine()) == {"missing": [], "ghosts": [], "stale": []}
    assert total() == len(list(everything())) == 10


def test_all_blocks_of_a_story_are_found(work: Callable, find: Callable) -> None:
    CasePortraitPageFactory(
        title="Historien",
        story=[
            ("heading", "Overskrift med pindsvin"),
            ("text", "<p>Afsnit med <b>egern</b></p>"),
            ("callout", {"title": "Boks", "text": "Med grævling"}),
            ("steps", {"steps": ["Find en odder"]}),
            ("facts", {"facts": [{"label": "Dyr", "value": "Hermelin"}]}),
            ("from_to", {"before": "Væk fra muldvarp", "after": "Hen mod mår"}),
        ],
    )
    work()
    for word in ["pindsvin", "egern", "grævling", "odder", "hermelin", "muldvarp", "mår"]:
        assert titles(find(word)) == ["Historien"], word
    assert not any("<" in text for text, _ in find("egern").hits[0].snippet)


def test_what_a_consent_can_take_back_is_not_in_a_page(work: Callable, find: Callable) -> None:
    quote = QuoteFactory(text="Jeg elsker kaktusser.")
    picture = {"image": PhotoFactory(), "caption": "Fru Kaktus ved sit hus"}
    CasePortraitPageFactory(story=[("quote", {"quote": quote}), ("picture", picture)])
    work()
    assert [hit.kind for hit in find("kaktus").hits] == ["quote"]


@pytest.mark.parametrize(
    ("anonymity", "finds"),
    [("navngivet", {"Hjordis", "Skibsbygger"}), ("rolle", {"Skibsbygger"}), ("anonym", set())],
)
def test_a_quote_is_found_by_who_said_it_as_far_as_agreed(
    work: Callable, find: Callable, anonymity: str, finds: set[str]
) -> None:
    QuoteFactory(attribution="Hjordis Bang", role="Skibsbygger", anonymity=anonymity)
    work()
    asked = ["Hjordis", "Skibsbygger", "Anonym"]
    assert {word for word in asked if find(word).hits} == finds


def test_publish_edit_unpublish_delete(work: Callable, find: Callable) -> None:
    page = CasePortraitPageFactory(title="Gadetræer", summary="Kort.")
    work()
    assert titles(find("gadetræ")) == ["Gadetræer"]
    page.title = "Bænke"
    page.save_revision().publish()
    work()
    assert titles(find("gadetræ")) == []
    assert titles(find("bænk")) == ["Bænke"]
    page.title = "Kladde om hegn"
    page.save_revision()  # not published
    work()
    assert titles(find("hegn")) == []
    page.unpublish()
    assert titles(find("bænk")) == []  # before the worker
    work()
    assert titles(find("bænk")) == []
    page.save_revision().publish()
    work()
    assert len(find("hegn").hits) == 1
    page.delete()
    assert titles(find("hegn")) == []  # before the worker
    work()
    assert get_engine().digests() == {}


def test_a_rollback_leaves_no_ghost(work: Callable, find: Callable) -> None:
    with transaction.atomic():
        CasePortraitPageFactory(title="Spøgelse")
        transaction.set_rollback(True)
    work()
    assert titles(find("spøgelse")) == []
    assert not OutboxEntry.objects.filter(topic="index", done_at=None).exists()


def test_notes_may_come_twice_and_late(find: Callable) -> None:
    page = CasePortraitPageFactory(title="Først")
    old = list(OutboxEntry.objects.filter(topic="index"))
    page.title = "Sidst"
    page.save()
    handle(OutboxEntry.objects.filter(topic="index"))
    handle(old)
    assert titles(find("sidst")) == ["Sidst"]
    gone = list(OutboxEntry.objects.filter(topic="index"))
    page.delete()
    handle(OutboxEntry.objects.filter(topic="index"))
    handle(gone)  # the deleted never comes back
    assert get_engine().digests() == {}


def test_a_busy_index_puts_the_notes_off(work: Callable, find: Callable) -> None:
    CasePortraitPageFactory(title="Haven")
    with Store(get_engine().store.root).locked():  # type: ignore[attr-defined]
        assert work() == 0
        entry = OutboxEntry.objects.filter(topic="index").latest("pk")
        assert entry.done_at is None
        assert "IndexBusyError" in entry.last_error
    OutboxEntry.objects.update(available_at=entry.created_at)
    work()
    assert titles(find("have")) == ["Haven"]


class TestRestrictions:
    def test_closing_and_opening_hold_without_the_worker(
        self, work: Callable, find: Callable, member: Any
    ) -> None:
        group = Group.objects.create(name="Hemmelig")
        page = CasePortraitPageFactory(title="Fortroligt byggeri")
        insider = UserFactory()
        insider.groups.add(group)
        work()
        assert find("byggeri").total == 1
        closed = restrict(page, group)
        for text in ("byggeri", "byggerriet", "fortroligt"):
            found = find(text)
            assert (found.total, found.hits, found.totals) == (0, [], {}), text
            assert found.did_you_mean == ""
            assert found.facets == {}
        assert find("byggeri", insider).total == 1
        insider.groups.clear()
        assert find("byggeri", insider).total == 0
        member.groups.add(group)
        assert find("byggeri").total == 1
        member.groups.clear()
        closed.delete()
        assert find("byggeri").total == 1

    def test_a_closed_case_says_nothing_of_its_people(self, work: Callable, find: Callable) -> None:
        person = ColleagueFactory(name="Karla Grøn")
        page = CasePortraitPageFactory(title="Fortroligt byggeri", contacts=[person])
        work()
        assert titles(find("byggeri")) == ["Fortroligt byggeri", "Karla Grøn"]
        restrict(page, Group.objects.create(name="Hemmelig"))
        assert titles(find("byggeri")) == []

    def test_a_move_below_a_closed_page_holds_at_once(
        self, work: Callable, find: Callable, site: Any
    ) -> None:
        page = CasePortraitPageFactory(title="Byggeri")
        closed = ToolPageFactory(title="Lukket")
        restrict(closed, Group.objects.create(name="Hemmelig"))
        work()
        page.move(closed, pos="last-child")
        assert find("byggeri").total == 0
        work()
        assert find("byggeri").total == 0
        page.refresh_from_db()
        page.move(site.cases, pos="last-child")
        work()
        assert find("byggeri").total == 1
        assert find("byggeri").hits[0].url == "/cases/byggeri/"

    def test_the_address_follows_a_new_slug(
        self, work: Callable, find: Callable, site: Any
    ) -> None:
        CasePortraitPageFactory(title="Byggeri")
        work()
        site.cases.refresh_from_db()
        site.cases.slug = "eksempler"
        site.cases.save_revision().publish()
        work()
        assert find("byggeri").hits[0].url == "/eksempler/byggeri/"


class TestConsent:
    def test_withdrawn_deleted_and_expired(self, work: Callable, find: Callable) -> None:
        quote = QuoteFactory(text="Vi maler plankeværket.")
        work()
        assert find("plankeværk").total == 1
        consent = quote.consent
        consent.status = Consent.Status.WITHDRAWN
        consent.save()
        assert find("plankeværk").total == 0  # before the worker
        work()
        assert get_engine().digests() == {}
        consent.status, consent.withdrawn_at = Consent.Status.VALID, None
        consent.save()
        work()
        assert find("plankeværk").total == 1
        Consent.objects.update(expires_on=days_from_now(-1))  # behind everybody's back
        assert find("plankeværk").hits == []

    def test_who_is_named_no_more_is_not_found_before_the_worker(
        self, work: Callable, find: Callable
    ) -> None:
        quote = QuoteFactory(
            text="Vi maler plankeværket.", attribution="Karla Grøn", anonymity=Quote.Anonymity.NAMED
        )
        work()
        assert find("Karla Grøn").hits[0].meta.startswith("Karla Grøn")
        quote.anonymity = Quote.Anonymity.ANONYMOUS
        quote.save()
        assert find("Karla Grøn").total == find("plankeværk").total == 0
        work()
        assert find("Karla Grøn").total == 0
        assert find("plankeværk").hits[0].meta == "Anonym"
        quote.context = "Ved hegnet."
        quote.save()
        assert find("plankeværk").total == 1, "nothing to hide, so nothing is hidden"

    def test_without_a_consent_a_quote_never_enters(self, work: Callable) -> None:
        QuoteFactory(consent=None)
        QuoteFactory(consent=ConsentFactory(withdrawn=True))
        work()
        assert get_engine().digests() == {}

    def test_it_ends_with_its_last_day(
        self, work: Callable, find: Callable, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        QuoteFactory(text="Vi maler.", consent=ConsentFactory(expires_on=days_from_now(0)))
        work()
        assert find("maler").totals == {"quote": 1}
        tomorrow = days_from_now(1)
        monkeypatch.setattr("search.sight.timezone.localdate", lambda: tomorrow)
        assert find("maler").totals == {}


class TestColleagues:
    def test_saying_no_and_leaving_hold_at_once(self, work: Callable, find: Callable) -> None:
        account = UserFactory()
        person = ColleagueFactory(name="Karla Grøn", user=account)
        work()
        assert find("Karla").total == 1
        person.opted_in = False
        person.save()
        assert find("Karla").total == 0
        work()
        person.opted_in = True
        person.save()
        work()
        assert find("Karla").total == 1
        account.is_active = False
        account.save()
        assert find("Karla").total == 0
        work()
        assert get_engine().digests() == {}

    def test_who_has_left_is_not_suggested(self, work: Callable, member: Any) -> None:
        account = UserFactory()
        person = ColleagueFactory(name="Karla Grøn", user=account)
        work()
        assert [each.url for each in suggest("karl", member)] == [person.get_absolute_url()]
        account.is_active = False
        account.save()  # and nobody indexes
        assert suggest("karl", member) == []

    def test_not_opted_in_is_not_shown_by_their_cases(self, work: Callable, find: Callable) -> None:
        person = ColleagueFactory(name="Karla Grøn", opted_in=False)
        CasePortraitPageFactory(title="Byggeri", contacts=[person])
        work()
        assert titles(find("byggeri")) == ["Byggeri"]

    def test_a_trial_counts_only_with_their_word(self, work: Callable, find: Callable) -> None:
        person = ColleagueFactory(name="Karla Grøn")
        trial = ToolTrialFactory(
            tool=ToolPageFactory(title="Kortspil"), colleague=person, contactable=False
        )
        work()
        assert titles(find("kortspil")) == ["Kortspil"]
        trial.contactable = True
        trial.save()
        work()
        assert titles(find("kortspil")) == ["Kortspil", "Karla Grøn"]
        assert "1 afprøvning" in find("kortspil").hits[1].reason
        trial.delete()
        work()
        assert titles(find("kortspil")) == ["Kortspil"]


def test_areas_and_names_of_terms_follow(work: Callable, find: Callable) -> None:
    centre = CentreFactory(name="Havnen")
    card = QuestionCardFactory(text="Hvem mangler?")
    CasePortraitPageFactory(title="Byggeri", centre=centre)
    ColleagueFactory(name="Karla Grøn", centre=centre)
    card.subject_areas.add(SubjectAreaFactory(name="Svømning"))
    work()
    assert titles(find("svømning")) == ["Hvem mangler?"]
    Centre.objects.get(pk=centre.pk)
    centre.name = "Fyrtårnet"
    centre.save()
    work()
    assert sorted(titles(find("fyrtårn"))) == ["Byggeri", "Karla Grøn"]
    assert titles(find("havnen")) == []


def test_a_parked_removal_still_hides(work: Callable, find: Callable) -> None:
    page = CasePortraitPageFactory(title="Byggeri")
    work()
    page.unpublish()
    entry = OutboxEntry.objects.filter(topic="index", done_at=None).latest("pk")
    OutboxEntry.objects.filter(done_at=None).update(parked_at=entry.created_at)
    assert find("byggeri").total == 0


def test_bulk_changes_are_found_by_verify_and_mended(
    work: Callable, capsys: pytest.CaptureFixture[str]
) -> None:
    person = ColleagueFactory(name="Karla Grøn")
    QuestionCardFactory()
    gone = PrincipleFactory()
    work()
    ColleagueProfile.objects.update(name="Karla Blå")
    type(gone).objects.all()._raw_delete("default")  # no signal
    OutboxEntry.objects.all().delete()
    QuestionCardFactory()
    OutboxEntry.objects.all().delete()
    found = differences(get_engine())
    assert found["stale"] == [f"colleague:{person.pk}"]
    assert found["ghosts"] == [f"principle:{gone.pk}"]
    assert len(found["missing"]) == 1
    with pytest.raises(SystemExit):
        call_command("verify", "--json")
    assert '"ok": false' in capsys.readouterr().out
    call_command("rebuild_search", verbosity=0)
    call_command("verify", "--json")
    assert '"ok": true' in capsys.readouterr().out


def test_a_whole_tree_is_written_again(work: Callable, find: Callable, site: Any) -> None:
    CasePortraitPageFactory(title="Byggeri")
    OutboxEntry.objects.all().delete()
    note_tree(site.cases)
    work()
    assert find("byggeri").total == 1


def test_the_lock_is_named_in_the_error() -> None:
    store = Store(get_engine().store.root)  # type: ignore[attr-defined]
    with store.locked(), pytest.raises(IndexBusyError, match="another process"), store.locked():
        pass


def test_an_extract_has_no_signs_of_lists_and_keeps_short_texts_apart() -> None:
    text = words("Vi gik ud.\n- **De unge** ved, hvornår\n- Naboerne ved mere")
    assert " ".join(text.split()) == "Vi gik ud. · De unge ved, hvornår · Naboerne ved mere"
    assert words("- Et\n- To") == "Et · To"
    assert words(["a - b", "2 ** 3"]) == SEPARATOR.join(["a - b", "2 ** 3"])
    assert shown(["Bestilling", "Samskabelse", "Det slutter.", "Så går vi"]) == (
        "Bestilling · Samskabelse · Det slutter. Så går vi"
    )


def test_a_source_has_the_words_of_what_it_shows_each_once(work: Callable) -> None:
    page = ToolPageFactory(
        title="Haven i Væggerløse", summary="Vi graver.", tips=[("line", "Grav")]
    )
    page.search_phrases = "Hvem graver?\nskod"
    page.save_revision().publish()
    work()
    source = get_engine().fetch([f"page:{page.pk}"])[f"page:{page.pk}"]
    shown = [source["title"], source["summary"], source["body"], *source["phrases"]]
    assert "graver" in source["summary"]
    assert "graver" in source["phrases"][0]
    assert sorted(source["words"].split()) == sorted(set(words_of(" ".join(shown))))
