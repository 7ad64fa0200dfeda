"""What is kept between runs: documents and indices, each with the figures of its making."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: What documents are made by and of. Whatever here changes makes them anew.
MAKERS = ("search/danish", "search/kinds", "search/documents.py", "search/contract.py")
MAKERS += ("gufu/demo/content", "bench/search/corpus.py")
INDEXERS = (*MAKERS, "search/engines", "search/queries.py", "bench/search/building.py")
FTS5 = (*MAKERS, "bench/search/fts5.py", "bench/search/building.py")
BYTES = 12_000  #: of the disk for a document, with its place in an index while that is built


def kept(
    place: Path, name: str, key: str, make: Callable[[Path], dict[str, float]]
) -> tuple[Path, dict[str, float]]:
    """Return where the thing called `name` lies and the figures that `make` gave, now or once.

    One of a name is kept; another key means another one.
    """
    path = place / f"{name}-{key}"
    figures = path.with_name(f"{path.name}.json")
    if not figures.exists():
        place.mkdir(parents=True, exist_ok=True)
        for old in place.glob(f"{name}-*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        figures.write_text(json.dumps(make(path)), encoding="utf-8")
    return path, json.loads(figures.read_text(encoding="utf-8"))


def key_of(names: Iterable[str], *more: Any) -> str:
    """Return a hash of the files under `names`, of the engine's version and of `more`."""
    found = hashlib.sha256(repr((version("tantivy"), *more)).encode())
    for name in sorted(names):
        path = ROOT / name
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for each in files:
            if each.is_file() and "__pycache__" not in each.parts:
                found.update(str(each.relative_to(ROOT)).encode())
                found.update(each.read_bytes())
    return found.hexdigest()[:16]


def has_room(place: Path, size: int) -> bool:
    """Return whether the disk of `place` has room for `size` documents and their indices."""
    place.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(place).free > size * BYTES


def megabytes(path: Path) -> float:
    """Return the size of a file, or of all files below a directory."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files) / 1e6
