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
from gufu.demo.texts import CONTENT, read, rich_text
from gufu.models import HomePage, KnowledgePage
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


def test_the_demo_is_whole_lawful_and_built_once(site_root):
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
    page.title = "Rettet af en redaktør"
    page.save_revision().publish()
    call_command("demo", width=64, verbosity=0)
    assert counts() == built
    assert ToolPage.objects.get(slug="stille-start").title == "Rettet af en redaktør"


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
