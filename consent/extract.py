"""The text of one document, read in a process of its own: `python -m consent.extract .pdf < file`.

Somebody else made the file, so what reads it may use so much memory and time and no more, can
write nothing, and takes nobody along when it ends. Plain Python: nothing of the site is loaded.
Prints {"text": …, "problem": …}; the problem is one of `PROBLEMS` or empty.
"""

import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from typing import IO

MOST_BYTES = 20_000_000  #: of a file
MOST_UNPACKED = 50_000_000  #: of the parts of a DOCX that are read
MOST_CHARACTERS = 200_000  #: of text that are kept
MOST_PAGES = 300
MEMORY, SECONDS = 600_000_000, 20
PROBLEMS = ("encrypted", "broken", "too_large", "too_slow", "unsupported")
PARTS = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class UnreadableError(Exception):
    """Why there is no text: one of PROBLEMS."""


def pdf(file: IO[bytes]) -> Iterator[str]:
    """Yield the text of the pages of a PDF."""
    from pypdf import PdfReader

    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("encrypted")
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            return
        yield page.extract_text() + "\n"


def docx(file: IO[bytes]) -> Iterator[str]:
    """Yield the text of a DOCX, paragraph by paragraph, without unpacking anything but text."""
    if file.read(4) == b"\xd0\xcf\x11\xe0":  # Office puts a protected file into an old container
        raise UnreadableError("encrypted")
    with zipfile.ZipFile(file) as archive:
        parts = [part for part in archive.infolist() if PARTS.fullmatch(part.filename)]
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UnreadableError("too_large")
        for part in sorted(parts, key=lambda part: part.filename != "word/document.xml"):
            with archive.open(part) as xml:
                yield from _paragraphs(Limited(xml))


class Limited(io.RawIOBase):
    """A stream that ends in an error after MOST_UNPACKED bytes, whatever its header promised."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.left = source, MOST_UNPACKED

    def read(self, size: int = -1) -> bytes:
        data = self.source.read(size if size >= 0 else self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableError("too_large")
        return data


def _paragraphs(xml: Limited) -> Iterator[str]:
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

    for _event, node in iterparse(xml, forbid_dtd=True):
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in (f"{_W}tab", f"{_W}br"):
            yield " "
        elif node.tag == f"{_W}p":
            yield "\n"
            node.clear()


READERS = {".pdf": pdf, ".docx": docx}


def extract(data: bytes, suffix: str) -> dict[str, str]:
    """Return {"text", "problem"} of a file; never raises, whatever the file is."""
    text: list[str] = []
    problem, size = "", 0
    try:
        if suffix not in READERS:
            raise UnreadableError("unsupported")
        if len(data) > MOST_BYTES:
            raise UnreadableError("too_large")
        for piece in READERS[suffix](io.BytesIO(data)):
            text.append(piece)
            size += len(piece)
            if size > MOST_CHARACTERS:
                break
    except UnreadableError as error:
        problem = str(error)
    except (MemoryError, RecursionError):
        problem = "too_large"
    except Exception:  # noqa: BLE001 - whatever a reader meets in a file that is none
        problem = "broken"
    return {"text": tidy("".join(text)) if not problem else "", "problem": problem}


def tidy(text: str) -> str:
    """Return text without control characters and runs of white space, and not too much of it."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    lines = (" ".join(line.split()) for line in whole.splitlines())
    return "\n".join(line for line in lines if line)[:MOST_CHARACTERS]


def main() -> None:
    """Read standard input under limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(extract(sys.stdin.buffer.read(MOST_BYTES + 1), sys.argv[1]), sys.stdout)


if __name__ == "__main__":
    main()
