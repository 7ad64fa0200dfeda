"""The tags of the interface: addresses, pages, letters, figures."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from gufu.templatetags import ui

ROOT = Path(__file__).parents[2]


def rendered(source: str, path: str = "/", **values: object) -> str:
    request = RequestFactory().get(path)
    return Template(source).render(Context({"request": request, **values}))


class TestAddresses:
    def test_a_choice_is_added_beside_others_and_the_page_forgotten(self) -> None:
        url = ui.toggle_url(QueryDict("q=m%C3%B8de&fase=skab&side=3"), "fase", "forstaa")
        assert QueryDict(url.lstrip("?")) == QueryDict("q=møde&fase=skab&fase=forstaa")

    def test_the_same_choice_again_takes_it_off(self) -> None:
        assert ui.toggle_url(QueryDict("fase=skab&tid=30"), "fase", "skab") == "?tid=30"

    def test_without_any_choice_left_the_address_is_the_bare_list(self) -> None:
        assert ui.toggle_url(QueryDict("fase=skab"), "fase", "skab", path="/vaerktoejer/") == (
            "/vaerktoejer/"
        )
        assert ui.toggle_url(QueryDict("fase=skab"), "fase", "skab") == "?"

    def test_parameters_are_set_and_removed(self) -> None:
        url = ui.query_url(QueryDict("q=a&sorter=titel&side=2"), sorter="nyeste", q=None)
        assert url == "?sorter=nyeste"


class TestPages:
    def test_numbers_gaps_and_other_parameters(self) -> None:
        page = Paginator(range(200), 10).page(10)
        html = rendered("{% page_items page %}", "/cases/?q=a%26b&side=10", page=page)
        numbers = re.findall(r'side=(\d+)"( aria-current)?', html)
        assert numbers == [("1", ""), ("9", ""), ("10", " aria-current"), ("11", ""), ("20", "")]
        assert html.count("…") == 2
        assert html.count("q=a%26b") == 5

    def test_step_keeps_the_filters(self) -> None:
        html = rendered("{% page_url 4 %}", "/cases/?emne=skole&side=3")
        assert html == "?emne=skole&amp;side=4"


class TestNavigation:
    SOURCE = (
        "{% place as here %}{% navigation here as nav %}"
        "{% for i in nav.main %}{{ i.url }}={{ i.current }} {% endfor %}"
        "{{ nav.more_current }}"
    )

    def test_the_section_and_the_page_itself_are_told_apart(self) -> None:
        assert "/cases/=page " in rendered(self.SOURCE, "/cases/")
        assert "/cases/=true " in rendered(self.SOURCE, "/cases/horbelev/")
        assert "/cases/= " in rendered(self.SOURCE, "/vaerktoejer/")

    def test_more_is_marked_for_what_it_holds(self) -> None:
        assert rendered(self.SOURCE, "/principper/").endswith("True")
        assert rendered(self.SOURCE, "/cases/").endswith("False")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Karen-Marie Toft", "KT"), ("Jonas Holm Vester", "JV"), ("Åse", "Å"), ("", ""), (None, "")],
)
def test_initials(name: str | None, letters: str) -> None:
    assert ui.initials(name) == letters


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(20, 40, "20–40"), (15, 15, "15"), (10, None, "10"), (None, 8, "8"), (None, None, "")],
)
def test_between(low: int | None, high: int | None, text: str) -> None:
    assert ui.between(low, high) == text


def test_only_days_before_today_are_past() -> None:
    today = timezone.localdate()
    assert ui.is_past(today - dt.timedelta(days=1))
    assert not ui.is_past(today)
    assert not ui.is_past(timezone.now())
    assert ui.is_past(timezone.now() - dt.timedelta(days=2))
    assert not ui.is_past(None)


def test_a_long_facet_is_folded_until_something_is_chosen() -> None:
    options = [{"selected": False} for _ in range(7)]
    assert not ui.starts_open({"options": options})
    assert ui.starts_open({"options": options[:6]})
    assert ui.starts_open({"options": [*options, {"selected": True}]})


def test_anchor_folds_danish_letters() -> None:
    assert ui.anchor("Gør det på én dag") == "goer-det-paa-en-dag"
    assert ui.anchor("?!") == "afsnit"


class TestBars:
    def test_all_positive_start_at_the_left(self) -> None:
        rows = ui.bars([{"label": "a", "value": 50}, {"label": "b", "value": 100}])
        assert [(row["x"], row["width"]) for row in rows] == [
            ("0.00%", "50.00%"),
            ("0.00%", "100.00%"),
        ]

    def test_a_loss_stands_left_of_the_zero_line(self) -> None:
        loss, gain = ui.bars([{"label": "a", "value": -100}, {"label": "b", "value": 300}])
        assert (loss["x"], loss["width"], loss["negative"]) == ("0.00%", "25.00%", True)
        assert (gain["x"], gain["width"], gain["negative"]) == ("25.00%", "75.00%", False)

    def test_nothing_and_only_zeros_divide_by_nothing(self) -> None:
        assert ui.bars([]) == []
        assert ui.bars([{"label": "a", "value": 0}])[0]["width"] == "0.00%"


class TestDrawings:
    def test_an_icon_with_a_name_is_an_image_and_escapes_it(self) -> None:
        html = rendered("{% icon 'warning' name %}", name='"><script>')
        assert 'role="img"' in html
        assert "<script>" not in html
        assert 'aria-hidden="true"' in rendered("{% icon 'clock' %}")

    def test_every_icon_and_motif_that_templates_name_is_drawn(self) -> None:
        static = ROOT / "gufu/static/gufu"
        drawn = set(re.findall(r'symbol id="([^"]+)"', (static / "icons.svg").read_text()))
        motifs = set(re.findall(r'symbol id="([^"]+)"', (static / "art.svg").read_text()))
        for template in (ROOT / "templates").rglob("*.html"):
            source = template.read_text()
            assert set(re.findall(r"{% icon [\"']([\w-]+)[\"']", source)) <= drawn, template
            for kind in re.findall(r"{% art [\"']([\w-]+)[\"']", source):
                assert {f"{kind}-1", f"{kind}-2"} <= motifs, template
        assert {item.icon for item in (*ui.MAIN_NAVIGATION, *ui.MORE_NAVIGATION)} <= drawn

    def test_a_motif_stays_with_its_page(self) -> None:
        assert ui.art("tool", "gaa-tur-moedet") == ui.art("tool", "gaa-tur-moedet")


def test_no_style_or_script_stands_in_a_template() -> None:
    for template in (ROOT / "templates").rglob("*.html"):
        if "mail" in template.parts:  # a letter has no stylesheet beside it
            continue
        source = template.read_text()
        assert not re.search(r'\sstyle="|<style|\son\w+="', source), template
        assert not re.search(r"<script(?![^>]*\bsrc=)", source), template
