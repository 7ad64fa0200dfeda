"""A business case as readers see it: kroner in Danish, two accounts apart, hours never money."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import querydict_from_html

from cases.figures import NO_BREAK, card_figure, curve, kroner, years
from tests import factories


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0 kr."),
        (48000, "48.000 kr."),
        (Decimal("-48000.5"), "−48.001 kr."),  # noqa: RUF001 - a real minus
        (Decimal("1234567.4"), "1.234.567 kr."),
    ],
)
def test_kroner(amount, text):
    assert kroner(amount) == text.replace(" ", NO_BREAK)


def test_kroner_in_english():
    with translation.override("en"):
        assert kroner(-48000) == f"DKK{NO_BREAK}−48,000"  # noqa: RUF001


@pytest.mark.parametrize(
    ("span", "text"),
    [(None, "Ikke inden for perioden"), (Decimal(0), "Med det samme"), (Decimal("1.86"), "1,9 år")],
)
def test_years(span, text):
    assert years(span) == text


@pytest.fixture
def page(site):
    page = factories.BusinessCasePageFactory(
        slug="regnestykket", horizon_years=2, volunteer_hours=1080
    )
    line = factories.BusinessCaseLineFactory
    line(page=page, text="Trailere", low=-120_000, expected=-100_000, high=-80_000)
    line(page=page, text="Spart tid", kind="gevinst", year=1, low=30, expected=40_000, high=50_000)
    line(page=page, text="Spart tid", kind="gevinst", year=2, low=60, expected=70_000, high=90_000)
    line(
        page=page,
        text="Borgeres tid",
        kind="gevinst",
        account="samfund",
        year=1,
        low=5_000,
        expected=10_000,
        high=20_000,
    )
    factories.BusinessCaseRiskFactory(page=page)  # 0,25 × 40.000
    factories.BusinessCaseActualFactory(page=page, note="Dyrere end ventet")
    return page


def test_the_page_shows_both_accounts_and_the_same_numbers_in_chart_and_table(reader, page):
    response = reader.get(page.url)
    municipality, society = response.context["views"]
    assert (municipality["label"], society["label"]) == ("Kommunekassen", "Samfundet")
    assert [bar["display"] for bar in municipality["bars"]] == [
        row[1] for row in municipality["table"]
    ]
    assert dict(municipality["key_figures"])["Nutidsværdi"] == f"3.993{NO_BREAK}kr."
    assert dict(municipality["key_figures"])["Tjent hjem efter"] == "1,9 år"
    # minus 100.000 × 1,28; 40.000 × 1,28 + 10.000; 70.000 × 1,28
    assert [bar["value"] for bar in society["bars"]] == [-128_000.0, 61_200.0, 89_600.0]
    assert response.context["risks"]["adjusted"] == f"−6.007{NO_BREAK}kr."  # noqa: RUF001
    html = response.content.decode()
    assert f"−110.000{NO_BREAK}kr." in html  # noqa: RUF001 - the realised figure
    assert "Dyrere end ventet" in html
    assert "2026-priser" in html  # a year is no amount


def test_volunteers_hours_are_shown_apart_and_change_no_figure(reader, page):
    before = [view["result"] for view in reader.get(page.url).context["views"]]
    assert "1.080" in reader.get(page.url).content.decode()
    page.volunteer_hours = 0
    page.save()
    response = reader.get(page.url)
    assert [view["result"] for view in response.context["views"]] == before
    assert "Frivilliges tid" not in response.content.decode()


def test_the_societal_perspective_comes_first_where_the_page_says_so(reader, page):
    page.perspective = "samfund"
    page.save()
    assert reader.get(page.url).context["views"][0]["account"] == "samfund"


def test_a_card_shows_the_value_and_whose_it_is(page):
    shown = card_figure(page)
    assert shown == {
        "figure": f"3.993{NO_BREAK}kr.",
        "label": "nutidsværdi over 2 år, kommunekassen",
        "negative": False,
    }


def test_a_case_without_lines_or_with_one_year_is_drawn(reader, site):
    page = factories.BusinessCasePageFactory(horizon_years=1)
    assert reader.get(page.url).status_code == 200
    assert len(curve([Decimal(0)])["points"]) == 1


def test_the_curve_stays_inside_its_drawing():
    drawn = curve([Decimal(n) for n in (-100, -60, 10, 200)])
    assert all(0 <= float(p["x"]) <= 640 and 0 <= float(p["y"]) <= 240 for p in drawn["points"])
    assert [p["negative"] for p in drawn["points"]] == [True, True, False, False]
    heights = [float(p["y"]) for p in drawn["points"]]
    assert heights == sorted(heights, reverse=True)


def test_a_risk_costs_something_and_a_year_is_one_of_the_calculation():
    risk = factories.BusinessCaseRiskFactory.build(page=None, amount=-1)
    with pytest.raises(ValidationError, match="uden minus"):
        risk.clean()
    actual = factories.BusinessCaseActualFactory.build(page=None, year=2026)
    with pytest.raises(ValidationError, match="fra 0 til 35"):
        actual.clean()
    for sound in (
        factories.BusinessCaseRiskFactory.build(page=None, amount=0),
        factories.BusinessCaseActualFactory.build(page=None, year=3, amount=-5000),
    ):
        sound.clean()


@pytest.fixture
def send(page, client):
    """Send the editor's real form of `page` with changes: "saved", or what it says of the lines."""
    client.force_login(factories.UserFactory(is_superuser=True))
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def post(part, *, lines=1, **changes):
        html = client.get(url).content.decode()
        data = querydict_from_html(html, form_id="page-edit-form")
        data["nonfinancial-count"] = "0"  # a script makes its fields
        data[f"{part}-TOTAL_FORMS"] = str(lines)
        for name, value in changes.items():
            data[f"{part}-{name.replace('__', '-')}"] = str(value)
        answer = client.post(url, data)
        if answer.status_code == 302:
            return "saved"
        rows = answer.context["form"].formsets[part].errors
        return [str(message) for row in rows for errors in row.values() for message in errors]

    return post


def test_one_year_has_one_figure_of_what_happened(send):
    row = {"1__id": "", "1__amount": 5, "1__note": "", "1__ORDER": 2}
    said = send("actuals", lines=2, **{"1__year": 0}, **row)
    assert said == ["Året står her to gange. Ret det, eller slet linjen."]
    assert send("actuals", lines=2, **{"1__year": 1}, **row) == "saved"


def test_the_line_that_is_deleted_has_no_year(send):
    row = {"1__id": "", "1__amount": 5, "1__note": "", "1__ORDER": 2, "1__year": 0}
    assert send("actuals", lines=2, **{"0__DELETE": "on"}, **row) == "saved"


@pytest.mark.parametrize("typed", ["25", "100", "-0.1"])
def test_whoever_writes_a_percentage_is_told_what_to_write(send, typed):
    said = send("risks", **{"0__probability": typed})
    assert said == ["Skriv et tal fra 0 til 1: 0,25 for 25 procent."]


def test_a_probability_is_a_part_of_one(send):
    assert send("risks", **{"0__probability": "0.5"}) == "saved"
