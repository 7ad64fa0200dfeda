"""Addresses are ASCII, spelt as Danes do without their three letters."""

import pytest

from cases.models import CasePortraitPage
from gufu.forms import KnowledgePageForm
from gufu.slugs import danish_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Bådelauget i Stubbekøbing", "baadelauget-i-stubbekoebing"),
        ("Æblehuset: bestyrelsen & vi", "aeblehuset-bestyrelsen-vi"),
        ("A\u030aBEN SKOLE", "aaben-skole"),
        ("§17, stk. 4", "s17-stk-4"),
        ("😀", "grinning"),
    ],
)
def test_a_title_becomes_an_address(title, slug):
    assert danish_slug(title) == slug


def test_a_page_made_in_code_gets_a_danish_address(site):
    page = CasePortraitPage(title="Bådelauget", summary="En bro.")
    site.cases.add_child(instance=page)
    assert page.slug == "baadelauget"


@pytest.mark.parametrize(
    ("sent", "published", "kept"),
    [
        ("badelauget", None, "baadelauget"),
        ("vores-bro", None, "vores-bro"),
        ("badelauget", "2026-01-01", "badelauget"),
    ],
)
@pytest.mark.django_db
def test_the_editor_s_proposal_is_spelt_in_danish_until_the_page_is_published(
    sent, published, kept
):
    form = KnowledgePageForm.__new__(KnowledgePageForm)
    form.instance = CasePortraitPage(first_published_at=published)
    form.cleaned_data = {"title": "Bådelauget", "slug": sent}
    assert form.clean_slug() == kept
