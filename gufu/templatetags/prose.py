"""Plain text as running text: what an editor types in a simple box, set as paragraphs and lists."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
BOLD = re.compile(r"\*\*(.+?)\*\*")


@register.filter
def prose(text: object) -> SafeString:
    """Return text as HTML: a blank line parts paragraphs, "- " begins an item, **bold**.

    Everything else is escaped, also markup.
    """
    blocks = re.split(r"\n\s*\n", str(text or "").replace("\r\n", "\n").strip())
    return mark_safe("".join(block(part) for part in blocks if part.strip()))  # noqa: S308


def block(part: str) -> str:
    """Return one block: paragraphs and lists in the order of its lines."""
    html: list[str] = []
    items: list[str] = []
    lines: list[str] = []

    def close() -> None:
        if lines:
            html.append(f"<p>{' '.join(map(inline, lines))}</p>")
            lines.clear()
        if items:
            html.append("<ul>" + "".join(f"<li>{inline(item)}</li>" for item in items) + "</ul>")
            items.clear()

    for line in (line.strip() for line in part.splitlines()):
        if line.startswith("- "):
            if lines:
                close()
            items.append(line[2:])
        elif items:
            items[-1] += f" {line}"
        else:
            lines.append(line)
    close()
    return "".join(html)


def inline(text: str) -> str:
    """Return text escaped, with **bold** marked."""
    return BOLD.sub(r"<strong>\1</strong>", conditional_escape(text))


def unmarked(text: str) -> str:
    """Return text without the signs that `prose` makes lists and bold type of, items kept apart."""
    items = re.sub(r"\s*\n\s*- ", " · ", "\n" + text).removeprefix(" · ").lstrip("\n")
    return BOLD.sub(r"\1", items)
