"""Every reading page answers, whatever stands in its address."""

import pytest

from tests import factories

ADDRESSES = [
    "/",
    "/cases/",
    "/vaerktoejer/",
    "/business-cases/",
    "/arenaer/",
    "/spoergsmaal/",
    "/principper/",
    "/goer-og-undgaa/",
    "/borgernes-stemmer/",
    "/min-vaerktoejskasse/",
    "/guide/",
]
NONSENSE = [
    "side=100000000000000000000",
    "side=-1",
    "side=nul&sorter=x",
    "fase=findes-ikke&emne=%00&tid=1e9&antal=-5",
    "tid=30&tid=abc&antal=%D9%A3",
    "center='%22%3B--&maalgruppe=%F0%9F%8C%BB",
    "spor=ny&spor=ny&hvorlangt=&tema=x&q=%22",
    "udefra=ja&kerneopgave=m%C3%A5ske",
]


@pytest.fixture
def content(site):
    area, group = factories.SubjectAreaFactory(), factories.TargetGroupFactory()
    quote = factories.QuoteFactory()
    tool = factories.ToolPageFactory(
        slug="et-vaerktoej",
        subject_areas=[area],
        target_groups=[group],
        questions=[factories.QuestionCardFactory(slug="et-spoergsmaal")],
    )
    business_case = factories.BusinessCasePageFactory(slug="et-regnestykke", subject_areas=[area])
    factories.BusinessCaseLineFactory(page=business_case)
    factories.BusinessCaseRiskFactory(page=business_case)
    factories.BusinessCaseActualFactory(page=business_case)
    factories.CasePortraitPageFactory(
        slug="en-case",
        subject_areas=[area],
        tools_used=[tool],
        quotes=[quote],
        contacts=[factories.ColleagueFactory()],
        business_case=business_case,
        story=[
            ("heading", "Klokken ni"),
            ("text", "<p>En aften i marts.</p>"),
            ("quote", {"quote": quote}),
            ("picture", {"image": factories.PhotoFactory(), "caption": "Et træ"}),
            ("callout", {"title": "Husk", "text": "- at spørge\n- at lytte"}),
            ("from_to", {"before": "For", "after": "Med"}),
            ("steps", {"steps": ["Ring", "Mød op"]}),
            ("facts", {"facts": [{"label": "Sted", "value": "Horbelev"}]}),
        ],
    )
    factories.ArenaPageFactory(slug="en-arena")
    factories.FeedbackModelPageFactory(slug="en-model")
    factories.PrincipleFactory(slug="resonans-1", number=1)
    factories.PrincipleFactory(
        origin="rostock", number=1, slug="rostock-1", away_from="Kontrol", towards="Tillid"
    )
    factories.DoDontFactory()
    factories.ToolTrialFactory(tool=tool, adaptation="Sæt mere tid af.")


DETAILS = [
    "/cases/en-case/",
    "/vaerktoejer/et-vaerktoej/",
    "/vaerktoejer/en-model/",
    "/business-cases/et-regnestykke/",
    "/arenaer/en-arena/",
    "/spoergsmaal/et-spoergsmaal/",
    "/principper/resonans-1/",
    "/principper/rostock-1/",
]


def test_each_page_answers_with_one_main_heading(reader, content):
    for address in [*ADDRESSES, *DETAILS]:
        response = reader.get(address)
        assert response.status_code == 200, address
        html = response.content.decode()
        assert html.count("<h1") == 1, address
        assert " style=" not in html, address
        assert "onclick" not in html, address


def test_an_empty_site_is_no_error(reader):
    answers = {address: reader.get(address).status_code for address in ADDRESSES}
    assert answers == dict.fromkeys(ADDRESSES, 200)


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_in_the_address_still_shows_a_page(reader, content, query):
    answers = {address: reader.get(f"{address}?{query}").status_code for address in ADDRESSES}
    assert answers == dict.fromkeys(ADDRESSES, 200)


def test_nobody_reads_without_signing_in(client, content):
    for address in [*ADDRESSES, *DETAILS]:
        response = client.get(address)
        assert response.status_code == 302, address
        assert response.url.startswith("/konto/login/"), address


def test_what_is_not_there_is_404(reader, content):
    for address in ["/spoergsmaal/nej/", "/principper/nej/", "/cases/nej/", "/cases/en-case/x/"]:
        assert reader.get(address).status_code == 404, address
