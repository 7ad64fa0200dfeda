"""Where the embedded index lies: one directory an index, a pointer to the current one, one lock.

index/current          the name of the current directory
index/writer.lock      held by whoever writes or builds
index/<schema>-<time>/ an index and its meta.json
"""

import json
import os
import shutil
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from search.engines.locks import locked


class Store:
    """The directories under `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: tuple[tuple[int, ...], Path] | None = None  # the pointer as it was last read

    @property
    def pointer(self) -> Path:
        """The file that names the current index."""
        return self.root / "current"

    def current(self) -> Path | None:
        """Return the directory of the current index, or None before there is one."""
        # A search asks several times, and to look at a file costs a tenth of reading it.
        try:
            stat = self.pointer.stat()
            state = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            if self._read is None or self._read[0] != state:
                name = self.pointer.read_text(encoding="ascii").strip()
                self._read = state, self.root / name
        except FileNotFoundError:
            return None
        return self._read[1]

    def new(self, schema: str) -> Path:
        """Make and return an empty directory for an index of `schema`."""
        path = self.root / f"{schema}-{time.time_ns():x}"
        path.mkdir(parents=True)
        return path

    def swap(self, path: Path) -> None:
        """Make `path` the current index, and remove the ones before.

        A process that still reads an old one keeps its open files and looks at the pointer at its
        next request.
        """
        draft = self.pointer.with_suffix(f".{os.getpid()}")
        with draft.open("w", encoding="ascii") as file:
            file.write(path.name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.pointer)
        for other in self.root.iterdir():
            if other.is_dir() and other != path:
                shutil.rmtree(other, ignore_errors=True)

    def write_meta(self, path: Path, meta: dict[str, Any]) -> None:
        """Keep with an index what it was made of."""
        (path / "made_of.json").write_text(json.dumps(meta), encoding="utf-8")

    def meta(self, path: Path) -> dict[str, Any]:
        """Return what `write_meta` kept; empty when it is missing."""
        try:
            kept: dict[str, Any] = json.loads((path / "made_of.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return kept

    def locked(self, *, wait: float = 0.0) -> AbstractContextManager[None]:
        """Be the only writer. Raises IndexBusyError after `wait` seconds behind another one."""
        return locked(self.root / "writer.lock", wait=wait)
