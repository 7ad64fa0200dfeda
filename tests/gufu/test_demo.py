"""The demo content, built through the models: as much as promised, lawful, and only once."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage, Quote
from colleagues.models import ColleagueProfile
from consent.models import Photo
from gufu.demo import accounts
from gufu.demo.phrases import build_phrases
from gufu.demo.texts import CONTENT, read, rich_text
from gufu.models import HomePage, KnowledgePage
from tests.factories import BusinessCasePageFactory, CasePortraitPageFactory, QuestionCardFactory
from toolbox.models import DoDont, Feedback, Principle, QuestionCard, ToolPage, ToolTrial

SLUGS = [
    "park-og-vej-fra-borgernes-stol",
    "park-og-vej-lokal-dialog-horbelev",
    "bakkehuset-frivillige-fra-aeldresagen",
    "aeblehuset-bestyrelsessamarbejde",
    "nordbyskolen-brobygning-boernehave-skole",
    "nordbyskolen-aaben-skole",
    "sundskolen-brobygning-skole-uddannelse",
    "praestemarken-traeningsbane",
    "aktivitet-og-udvikling-traeningsbane",
    "17-4-udvalget-procesfacilitering",
    "frivilligcentret-dialogmoede",
    "folkeoplysningsudvalget-aarsmoede",
    "center-med-trioler-workshop",
]
VOLUMES = {
    CasePortraitPage: 14,
    ToolPage: 24,
    QuestionCard: 40,
    Principle: 23,
    DoDont: 30,
    BusinessCasePage: 4,
    Quote: 12,
    ArenaPage: 3,
    ColleagueProfile: 40,
    ToolTrial: 40,
    Feedback: 6,
}
#: People whom the report names: none of them is made a colleague or gets an address.
NAMED_IN_THE_REPORT = [
    "Alma Larsen",
    "Christian Barding",
    "Christian Refstrup",
    "Ersted Sørensen",
    "\n    Susanne Schnohr",
    "Sandra Scheller",
    "Camilla Nissen",
    "Sille Hedvig",
    "Scheibel",
    "Gedde Højland",
    "\n    Nanna Hebsgaard",
    "Stine Børglum",
    "Gitte Krogh",
    "Nils Rasmussen",
    "Lene Hatt",
    "Peter Bring",
]


def counts() -> dict[str, int]:
    models = [*VOLUMES, Photo, HomePage, KnowledgePage, get_user_model()]
    return {model.__name__: model._default_manager.count() for model in models}


def test_the_demo_is_whole_lawful_and_built_once(site_root, monkeypatch):
    call_command("demo", width=64, verbosity=0)
    built = counts()
    for model, least in VOLUMES.items():
        assert built[model.__name__] >= least, model
    assert set(SLUGS) <= set(CasePortraitPage.objects.live().values_list("slug", flat=True))
    assert ColleagueProfile.objects.filter(is_consultant=True).count() == 5
    assert ColleagueProfile.objects.values("centre").distinct().count() == 10
    emails = [*ColleagueProfile.objects.values_list("email", flat=True)]
    emails += get_user_model().objects.values_list("email", flat=True)
    assert all(email.endswith("@gufu.example") for email in emails)
    assert not KnowledgePage.objects.filter(is_illustrative=False, source="").exists()
    assert all(photo.description for photo in Photo.objects.all())

    viewer = get_user_model().objects.get(username="medarbejder")
    assert viewer.check_password("gufu-demo")
    shown = Quote.objects.visible_to(viewer).count()
    assert 12 <= shown < Quote.objects.count(), "some have no valid consent, to show that they hide"

    page = ToolPage.objects.get(slug="stille-start")
    written = read("search_phrases")
    assert page.phrases() == written[page.slug]
    page.title, page.search_phrases = "Rettet af en redaktør", "Rettet også"
    page.save_revision().publish()
    bare, draft = (ToolPage.objects.get(slug=slug) for slug in ("bordet-rundt", "idecafe"))
    draft.save_revision()
    added = {bare.slug: ["Ny linje"], draft.slug: ["Ny linje"], "sig-naar-du-er-i-tvivl": ["tvivl"]}
    monkeypatch.setattr(
        "gufu.demo.phrases.read", lambda name: written | added if name == "search_phrases" else None
    )
    ToolPage.objects.filter(slug__in=added).update(search_phrases="")
    DoDont.objects.update(search_phrases="")
    call_command("demo", width=64, verbosity=0)
    assert counts() == built
    page.refresh_from_db()
    assert (page.title, page.phrases()) == ("Rettet af en redaktør", ["Rettet også"])
    bare.refresh_from_db()
    draft.refresh_from_db()
    assert (bare.phrases(), draft.phrases()) == (["Ny linje"], []), "who writes is not disturbed"
    assert DoDont.objects.get(slug="sig-naar-du-er-i-tvivl").phrases() == ["tvivl"]


class TestPhrases:
    @pytest.fixture
    def write(self, site, monkeypatch):
        def written(**lines):
            monkeypatch.setattr("gufu.demo.phrases.read", lambda name: lines)
            build_phrases()

        return written

    def test_a_business_case_of_the_same_name_is_told_apart(self, write):
        business, case = BusinessCasePageFactory(slug="ens"), CasePortraitPageFactory(slug="ens")
        write(**{"business_case:ens": ["penge"], "ens": ["fortælling"]})
        for page, lines in ((business, ["penge"]), (case, ["fortælling"])):
            page.refresh_from_db()
            assert page.phrases() == lines

    def test_what_is_not_there_is_an_error(self, write):
        with pytest.raises(CommandError, match="Der er ikke noget, der hedder ukendt"):
            write(ukendt=["linje"])

    def test_what_an_editor_might_not_write_is_an_error(self, write):
        QuestionCardFactory(slug="kort")
        with pytest.raises(CommandError, match=r"kort: Linje 1 .* 121 tegn"):
            write(kort=["x" * 121])


def test_nobody_named_in_the_report_is_in_the_demo():
    text = "\n".join(path.read_text(encoding="utf-8") for path in Path(CONTENT).rglob("*.yaml"))
    for name in NAMED_IN_THE_REPORT:
        assert not re.search(rf"\b{re.escape(name.strip())}\b", text), name


def test_accounts_exist_with_the_demo_s_settings_alone(db, settings):
    settings.DEMO_MAILBOX = None
    with pytest.raises(CommandError, match="udviklingsindstillinger"):
        accounts.build_accounts()
    assert not get_user_model().objects.exists()


def test_every_account_is_a_colleague_of_the_content():
    slugs = {row["slug"] for row in read("colleagues")}
    assert {slug for slug, _groups, _all in accounts.ACCOUNTS.values()} <= slugs


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("En linje\nog en til.\n\nNyt afsnit.", "<p>En linje og en til.</p><p>Nyt afsnit.</p>"),
        ("- et\n- to", "<ul><li>et</li><li>to</li></ul>"),
        ("**Vigtigt** & <b>", "<p><b>Vigtigt</b> &amp; &lt;b&gt;</p>"),
    ],
)
def test_plain_text_becomes_rich_text(text, html):
    assert rich_text(text) == html
