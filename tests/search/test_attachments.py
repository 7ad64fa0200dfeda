"""The text of documents is searched as part of the page that attaches them, and only then."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import docx
import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfWriter
from wagtail.models import Collection, CollectionViewRestriction

from consent import text as texts
from consent.models import Attachment, AttachmentText
from gufu.outbox.worker import drain
from search.contract import SearchResults
from search.daily import note_turned
from tests.factories import CasePortraitPageFactory, ConsentFactory, ToolPageFactory, restrict
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db
Find = Callable[..., SearchResults]


def letter(*paragraphs: str) -> bytes:
    """Return a DOCX."""
    made, file = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(file)
    return file.getvalue()


def attach(text: str = "Her står vandrejournalen.", name: str = "skema.docx", **more: Any) -> Any:
    file = ContentFile(letter(text), name=name)
    return Attachment.objects.create(title=more.pop("title", "Skema"), file=file, **more)


@pytest.fixture
def read(work: Callable[[], int]) -> Callable[[], None]:
    """Let the worker read what is attached and bring the index up to date."""

    def done() -> None:
        drain(texts.TOPIC)
        work()

    return done


class TestFound:
    def test_by_the_words_of_a_template(self, read: Callable, find: Find, site: Any) -> None:
        document = attach()
        page = ToolPageFactory(title="Aftalen på et ark", template_file=document)
        ToolPageFactory(title="Et andet værktøj")
        read()
        (hit,) = find("vandrejournaler").hits
        assert hit.title == page.title
        assert hit.attachment is not None
        assert hit.attachment.name.startswith("skema")
        assert hit.attachment.url == document.url
        assert ("vandrejournalen", True) in hit.snippet

    def test_by_a_link_in_a_story(self, read: Callable, find: Find, site: Any) -> None:
        document = attach()
        link = f'<p>Se <a linktype="document" id="{document.pk}">skemaet</a>.</p>'
        CasePortraitPageFactory(title="Haven", story=[("text", link)])
        read()
        assert titles(find("vandrejournal")) == ["Haven"]

    def test_what_the_page_says_itself_needs_no_note(
        self, read: Callable, find: Find, site: Any
    ) -> None:
        ToolPageFactory(title="Vandrejournalen", template_file=attach())
        read()
        assert find("vandrejournal").hits[0].attachment is None

    def test_the_very_word_in_a_document_outweighs_a_part_of_it_on_the_page(
        self, read: Callable, find: Find, site: Any
    ) -> None:
        ToolPageFactory(
            title="Aftalen", summary="Lån en nøgle.", template_file=attach("nøglebærer")
        )
        read()
        (hit,) = find("nøglebærere").hits
        assert hit.attachment is not None
        assert find("nøgle").hits[0].attachment is None

    def test_the_page_links_to_it(self, read: Callable, reader: Client) -> None:
        document = attach(name="skema.docx")
        ToolPageFactory(title="Aftalen", template_file=document)
        read()
        html = reader.get("/soeg/", {"q": "vandrejournal"}).content.decode()
        assert f"Fundet i bilaget »{document.filename}«" in html
        assert f'href="{document.url}"' in html
        sent = reader.get(document.url)
        assert sent.status_code == 200

    def test_one_file_is_read_once(
        self, read: Callable, monkeypatch: pytest.MonkeyPatch, site: Any
    ) -> None:
        asked = []
        monkeypatch.setattr(
            texts,
            "extracted",
            lambda data, suffix: asked.append(suffix) or {"text": "x", "problem": ""},
        )
        data = letter("det samme")
        for number in range(2):
            file = ContentFile(data, name=f"{number}.docx")
            Attachment.objects.create(title="Ens", file=file).save()
        read()
        assert asked == [".docx"]
        assert AttachmentText.objects.count() == 1

    def test_a_new_file_replaces_the_old_words(self, read: Callable, find: Find, site: Any) -> None:
        document = attach("gamle vandrejournaler")
        ToolPageFactory(title="Aftalen", template_file=document)
        read()
        document.file = ContentFile(letter("nye spisekort"), name="ny.docx")
        document.save()
        read()
        assert titles(find("spisekort")) == ["Aftalen"]
        assert titles(find("vandrejournal")) == []
        assert AttachmentText.objects.count() == 1


def nothing(found: SearchResults) -> None:
    """Nothing tells that there ever was something."""
    assert (found.hits, found.total, found.totals) == ([], 0, {})
    assert not any(count for values in found.facets.values() for _, _, count in values)
    assert (found.did_you_mean, found.expanded, found.notes) == ("", (), ())


def suggested(reader: Client, text: str = "vandrejournal") -> set[str]:
    """Return the titles that are suggested."""
    found = reader.get("/soeg/forslag/", {"q": text}, headers={"accept": "application/json"})
    return {each["title"] for each in found.json()["suggestions"]}


class TestGone:
    """Nobody indexes in these tests after what happens: it holds from the next request, in
    hits, counts and guesses. The page itself is found as before."""

    @pytest.fixture
    def page(self, read: Callable, site: Any) -> Any:
        consent = ConsentFactory(expires_on=timezone.localdate() + timedelta(days=9))
        page = ToolPageFactory(title="Aftalen", template_file=attach(consent=consent))
        read()
        return page

    def test_the_consent_is_withdrawn(self, page: Any, find: Find) -> None:
        assert titles(find("vandrejournal")) == ["Aftalen"]
        consent = page.template_file.consent
        consent.withdrawn_at = timezone.now()
        consent.save()
        nothing(find("vandrejournal"))
        nothing(find("vandrejuornalen"))
        assert titles(find("aftale")) == ["Aftalen"]

    def test_the_consent_runs_out(
        self, page: Any, find: Find, work: Callable, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        later = timezone.localdate() + timedelta(days=10)
        monkeypatch.setattr(timezone, "localdate", lambda *args: later)
        nothing(find("vandrejournal"))
        note_turned()
        work()
        nothing(find("vandrejournal"))

    def test_the_document_is_deleted(self, page: Any, find: Find) -> None:
        Attachment.objects.get().delete()
        nothing(find("vandrejournal"))
        assert not AttachmentText.objects.exists()

    def test_the_page_lets_go_of_it(self, page: Any, find: Find) -> None:
        page.template_file = None
        page.save_revision().publish()
        nothing(find("vandrejournal"))

    def test_its_folder_is_closed(self, page: Any, find: Find) -> None:
        folder = Collection.get_first_root_node().add_child(name="Lukket")
        Attachment.objects.update(collection=folder)
        CollectionViewRestriction.objects.create(
            collection=folder, restriction_type=CollectionViewRestriction.GROUPS
        )
        nothing(find("vandrejournal"))

    def test_nothing_is_suggested_by_it(
        self, page: Any, read: Callable, reader: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = ToolPageFactory(title="Turen", template_file=attach())
        CasePortraitPageFactory(title="Dagen", summary="En vandrejournal.")
        read()
        assert suggested(reader) == {"Aftalen", "Turen", "Dagen"}
        later = timezone.localdate() + timedelta(days=10)
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "localdate", lambda *args: later)
            assert suggested(reader) == {"Turen", "Dagen"}, "the consent has run out"
        assert suggested(reader) == {"Aftalen", "Turen", "Dagen"}
        consent = page.template_file.consent
        consent.withdrawn_at = timezone.now()
        consent.save()
        assert suggested(reader) == {"Turen", "Dagen"}, "it is withdrawn"
        other.template_file = None
        other.save_revision().publish()
        assert suggested(reader) == {"Dagen"}, "the page lets go of it"
        assert suggested(reader, "aftale") == {"Aftalen"}, "the page itself is suggested as before"

    def test_the_page_is_closed(self, page: Any, find: Find) -> None:
        restrict(page, Group.objects.create(name="Andre"))
        nothing(find("vandrejournal"))


class TestUnreadable:
    def test_it_is_noted_and_not_fatal(self, read: Callable, find: Find, site: Any) -> None:
        locked, file = PdfWriter(), BytesIO()
        locked.add_blank_page(100, 100)
        locked.encrypt("hemmeligt")
        locked.write(file)
        bad = {"laast.pdf": file.getvalue(), "itu.pdf": b"%PDF-1.7 nix", "arkiv.docx": b"PK nix"}
        for name, data in bad.items():
            Attachment.objects.create(title=name, file=ContentFile(data, name=name))
        ToolPageFactory(title="Aftalen", template_file=attach())
        read()
        problems = sorted(AttachmentText.objects.values_list("problem", flat=True))
        assert problems == ["", "broken", "broken", "encrypted"]
        assert titles(find("vandrejournal")) == ["Aftalen"]

    def test_a_file_that_is_gone(self, read: Callable, site: Any) -> None:
        document = attach()
        document.file.storage.delete(document.file.name)
        read()
        assert not AttachmentText.objects.exists()
