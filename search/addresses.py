"""From the address of something to its id in the index."""

from urllib.parse import unquote, urlsplit

from search.kinds import KINDS


def document_at(address: str) -> str:
    """Return the id of what stands at `address`, with or without the host; "" for nothing.

    A thing is told by its slug first: the last word of the path, or what stands behind #.
    """
    parts = urlsplit(address.strip())
    path = unquote(parts.path) + (f"#{parts.fragment}" if parts.fragment else "")
    slug = path.replace("#", "/").rstrip("/").rpartition("/")[2]
    if not slug:
        return ""
    for kind in KINDS.values():
        for thing in kind.read().filter(slug=slug):
            if kind.describe(thing).url.rstrip("/") in (path.rstrip("/"), path):
                return f"{kind.space}:{thing.pk}"
    return ""
