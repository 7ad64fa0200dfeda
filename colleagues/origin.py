"""The page one came from: the context of a message or of a request for support."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from wagtail.models import Page, Site

from colleagues.models import ColleagueProfile
from gufu.visibility import Viewer, visible_pages_q

MAX_LENGTH = 300


@dataclass(frozen=True)
class Origin:
    """A place on the site: its path, its title, and its page where it is one."""

    url: str
    title: str
    page_id: int | None = None
    #: What the place says about one's own situation, in words, and as the guide's parameters.
    situation: str = ""
    answers: dict[str, str] = field(default_factory=dict)


#: (path, parameters, viewer) → the place, if it is the room's and the viewer may see it.
Resolver = Callable[[str, str, Viewer], Origin | None]
_resolvers: list[Resolver] = []


def register(resolver: Resolver) -> None:
    """Let a room answer for its addresses that are not pages, such as cards."""
    if resolver not in _resolvers:
        _resolvers.append(resolver)


def ordinary_member() -> User:
    """Return a viewer who sees what every member of staff sees, and no more."""
    viewer = User(username="", is_active=True)
    viewer._gufu_groups = frozenset()  # type: ignore[attr-defined]
    return viewer


def clean_path(text: str) -> str:
    """Return the path of an address on this site, or nothing: no other host, no trick."""
    return clean_address(text)[0]


def clean_address(text: str) -> tuple[str, str]:
    """Return (path, parameters) of an address on this site, or nothing twice."""
    if not text.startswith("/") or text.startswith("//") or len(text) > MAX_LENGTH:
        return "", ""
    if "\\" in text or not text.isprintable():
        return "", ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return "", ""
    return ("", "") if parts.netloc or parts.scheme else (parts.path, parts.query)


def find_origin(text: str, viewers: Iterable[Viewer]) -> Origin | None:
    """Return the place at the path `text`, if every one of `viewers` may see it.

    Whoever writes passes the page's title on; so the one who reads must be allowed to know it.
    """
    path, query = clean_address(text)
    if not path:
        return None
    found: Origin | None = None
    for viewer in viewers:
        found = _page(path, viewer) or _card(path, query, viewer)
        if found is None:
            return None
    return found


def _page(path: str, viewer: Viewer) -> Origin | None:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None or path == "/":
        return None
    url_path = site.root_page.url_path + path.strip("/") + "/"
    page = (
        Page.objects.filter(visible_pages_q(viewer), url_path=url_path).only("pk", "title").first()
    )
    return Origin(path, page.title, page.pk) if page else None


def _card(path: str, query: str, viewer: Viewer) -> Origin | None:
    for resolver in _resolvers:
        if found := resolver(path, query, viewer):
            return found
    return None


def colleague_origin(path: str, query: str, viewer: Viewer) -> Origin | None:
    """Answer for profiles: /kolleger/<slug>/."""
    parts = path.strip("/").split("/")
    if len(parts) != 2 or parts[0] != "kolleger":
        return None
    profile = ColleagueProfile.objects.visible_to(viewer).filter(slug=parts[1]).first()
    return Origin(path, profile.name) if profile else None
