"""The demo's front page and sections, below which everything else hangs."""

from wagtail.models import Page, Site

from cases.models import ArenaIndexPage, BusinessCaseIndexPage, CaseIndexPage
from gufu.demo.drawing import Album
from gufu.demo.texts import plain, read
from gufu.models import HomePage
from toolbox.models import ToolIndexPage

#: section of site.yaml → (page class, slug)
SECTIONS: dict[str, tuple[type[Page], str]] = {
    "cases": (CaseIndexPage, "cases"),
    "tools": (ToolIndexPage, "vaerktoejer"),
    "business_cases": (BusinessCaseIndexPage, "business-cases"),
    "arenas": (ArenaIndexPage, "arenaer"),
}
HOME_PICTURE = {"scene": "haender-om-bord"}


def build_sections(album: Album) -> None:
    """Make the front page and the sections; the new site's welcome page goes."""
    site = read("site")
    home = HomePage.objects.first()
    if home is None:
        for welcome in Page.objects.filter(depth=2, slug="home"):
            welcome.delete()
        home = HomePage(
            title=site["home"]["title"],
            slug="forside",
            lead=plain(site["home"]["lead"]),
            picture=album.picture(HOME_PICTURE, "forside"),
        )
        Page.get_first_root_node().add_child(instance=home)
        home.save_revision().publish()
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": "localhost", "site_name": "GUFU", "root_page": home},
        )
    for section, (model, slug) in SECTIONS.items():
        if not model.objects.exists():
            text = site["sections"][section]
            page = model(title=text["title"], slug=slug, intro=plain(text["intro"]))
            home.add_child(instance=page)
            page.save_revision().publish()
