"""Reading the demo content: YAML files, and plain text turned into Wagtail's rich text."""

import re
from html import escape
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parent / "content"


def read(name: str) -> Any:
    """Return what the file `name` (without .yaml) below content/ holds."""
    return yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))


def read_folder(name: str) -> list[dict[str, Any]]:
    """Return what every file of a folder holds, in the order of their names."""
    return [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((CONTENT / name).glob("*.yaml"))
    ]


def rich_text(text: str) -> str:
    """Return `text` as HTML: blank lines part paragraphs, "- " begins an item, **bold**."""
    html = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        rows = [row.strip() for row in paragraph.splitlines()]
        if all(row.startswith("- ") for row in rows):
            html.append("<ul>" + "".join(f"<li>{inline(row[2:])}</li>" for row in rows) + "</ul>")
        else:
            html.append(f"<p>{inline(' '.join(rows))}</p>")
    return "".join(html)


def inline(text: str) -> str:
    """Return `text` escaped, with **bold** marked."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))


def plain(text: str | None) -> str:
    """Return `text` without the ends of the YAML block."""
    return (text or "").strip()
