"""Lists and details of cases, arenas and voices: what leads where."""

import pytest

from tests import factories


def test_a_portrait_leads_to_people_support_tools_and_back(reader, site):
    person = factories.ColleagueFactory(name="Torben Ågesen", slug="torben-aagesen")
    tool = factories.ToolPageFactory(title="Gåtur-mødet")
    case = factories.CasePortraitPageFactory(
        slug="park-og-vej",
        contacts=[person],
        tools_used=[tool],
        is_illustrative=True,
        three_tips=[("line", "Tag derhen."), ("line", "Spørg."), ("line", "Følg op.")],
        outcomes="- Et skilt fik dæmpet lyset\n- Flere tager del",
        start_date="2025-03-01",
        end_date="2026-06-30",
    )
    html = reader.get(case.url).content.decode()
    assert "/kolleger/torben-aagesen/kontakt/?fra=/cases/park-og-vej/" in html
    assert "/stoette/?fra=/cases/park-og-vej/" in html
    assert tool.url in html
    assert "Eksempeltekst" in html
    assert "<li>Et skilt fik dæmpet lyset</li>" in html
    assert "marts 2025 – juni 2026" in html
    reverse = reader.get(tool.url).content.decode()
    assert "Cases, hvor det blev brugt" in reverse
    assert case.title in reverse


@pytest.mark.parametrize(
    ("begun", "ended", "text"),
    [
        ("2025-03-01", None, "Siden marts 2025"),
        (None, "2026-06-30", "Indtil juni 2026"),
        ("2025-03-01", "2025-03-20", "marts 2025"),
        (None, None, ""),
    ],
)
def test_the_period_as_far_as_it_is_known(reader, site, begun, ended, text):
    case = factories.CasePortraitPageFactory(start_date=begun, end_date=ended)
    assert reader.get(case.url).context["period"] == text


def test_the_gallery_stands_in_its_order(reader, site):
    case = factories.CasePortraitPageFactory()
    for place, caption in ((2, "Sidst"), (1, "Først")):
        factories.CasePortraitPictureFactory(page=case, caption=caption, sort_order=place)
    gallery = reader.get(case.url).context["gallery"]
    assert [item["caption"] for item in gallery] == ["Først", "Sidst"]


def test_voices_by_theme(reader, site):
    factories.QuoteFactory.create_batch(2, theme="aktivt-medborgerskab")
    factories.QuoteFactory(theme="spirende-baghave")
    context = reader.get("/borgernes-stemmer/").context
    assert [tab["count"] for tab in context["tabs"]] == [3, 2, 1]
    context = reader.get("/borgernes-stemmer/?tema=spirende-baghave").context
    assert [theme["slug"] for theme in context["themes"]] == ["spirende-baghave"]
    assert context["count"] == 1


def test_arenas_show_what_their_centre_is_bound_to(reader, site):
    centre = factories.CentreFactory(name="Kultur & Fritid")
    other = factories.CentreFactory(name="Arbejdsmarked")
    factories.CommitmentFactory(centre=centre, strategic_goal="Åbne lokaler")
    factories.CommitmentFactory(centre=other, strategic_goal="Flere i job")
    arena = factories.ArenaPageFactory(centre=centre)
    html = reader.get(arena.url).content.decode()
    assert "Åbne lokaler" in html
    assert "Flere i job" not in html
    assert "Flere i job" in reader.get("/arenaer/").content.decode()


def test_a_list_of_many_has_pages(reader, site):
    factories.CasePortraitPageFactory.create_batch(20)
    html = reader.get("/cases/").content.decode()
    assert "?side=2" in html
    assert len(reader.get("/cases/?side=2").context["page_obj"].object_list) == 2
