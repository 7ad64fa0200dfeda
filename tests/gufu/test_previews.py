"""An editor's preview shows the draft, with what is chosen in it, before anything is published."""

import pytest
from django.test import RequestFactory
from wagtail.blocks import StreamBlock

from cases.blocks import story_field
from tests import factories


def preview(page, reader):
    """Return the page's preview as HTML, asked for in the browser `reader`."""
    request = RequestFactory().get("/", HTTP_COOKIE=reader.cookies.output(header="", sep=";"))
    response = page.make_preview_request(request)
    return response.render().content.decode()


@pytest.mark.parametrize(
    "factory",
    [
        factories.CasePortraitPageFactory,
        factories.ToolPageFactory,
        factories.ArenaPageFactory,
        factories.BusinessCasePageFactory,
        factories.FeedbackModelPageFactory,
    ],
)
def test_a_page_that_was_never_saved_has_a_preview(site, reader, factory):
    page = factory.build(title="Et udkast", slug="", path="", depth=None)
    assert "Et udkast" in preview(page, reader)


def test_a_preview_shows_what_the_draft_chose(site, reader):
    area, tool = factories.SubjectAreaFactory(name="Skole"), factories.ToolPageFactory()
    person = factories.ColleagueFactory(name="Signe Rosenvang")
    case = factories.CasePortraitPageFactory(title="Udgivet")
    case.title = "Kladde"
    case.subject_areas, case.tools_used, case.contacts = [area], [tool], [person]
    draft = case.save_revision().as_object()
    html = preview(draft, reader)
    for text in ("Kladde", "Skole", tool.title, "Signe Rosenvang"):
        assert text in html
    assert not type(case).objects.get(pk=case.pk).tools_used.exists()


def test_a_preview_shows_the_gallery_of_the_draft(site, reader):
    case = factories.CasePortraitPageFactory()
    case.gallery.add(
        factories.CasePortraitPictureFactory.build(
            page=case, image=factories.PhotoFactory(), caption="Kun i kladden"
        )
    )
    assert "Kun i kladden" in preview(case.save_revision().as_object(), reader)


def test_every_block_of_a_story_draws_its_preview(db):
    blocks: StreamBlock = story_field().stream_block
    for name, block in blocks.child_blocks.items():
        value = block.get_preview_value()
        assert isinstance(block.render(value, {}), str), name
