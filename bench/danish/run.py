"""How quick and how small the Danish analyser is: `python bench/danish/run.py`.

Prints the seconds until the first word is read in a new process, that process's largest memory in
MB, and documents of 300 words a second on one core: with every word new, and as in life, where
most words have been seen. Five rounds, the median with the lowest and the highest.
"""

import random
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
ROUNDS, DOCUMENTS, WORDS = 5, 400, 300
FIRST_WORD = """
import time; began = time.perf_counter()
import search.danish, resource; search.danish.streams("dialogmøderne")
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def shown(name: str, figures: list[float], unit: str) -> None:
    """Print a line of figures."""
    middle = statistics.median(figures)
    print(f"{name:34} {middle:10.2f} {unit}  ({min(figures):.2f}–{max(figures):.2f})")


def first_word() -> tuple[float, float]:
    """Return (seconds, MB) of a new process that reads one word."""
    command = [sys.executable, "-c", FIRST_WORD]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, size = map(float, done.stdout.split())
    return seconds, size


def texts() -> list[str]:
    """Return documents with the words of the demo's texts, as often as these use them."""
    files = sorted((ROOT / "gufu" / "demo" / "content").rglob("*.*"))
    words = [
        word
        for path in files
        if path.is_file()
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8", errors="ignore"))
    ]
    chance = random.Random(5)
    return [" ".join(chance.choices(words, k=WORDS)) for _ in range(DOCUMENTS)]


def main() -> None:
    """Measure and print."""
    from search.danish import streams
    from search.danish.compounds import _base, _split, split
    from search.danish.fold import fold
    from search.danish.simple import simple_stem
    from search.danish.stem import stem

    starts = [first_word() for _ in range(ROUNDS)]
    shown("first word of a process", [seconds for seconds, _ in starts], "s ")
    shown("memory of that process", [size for _, size in starts], "MB")
    documents = texts()
    module = sys.modules["search.danish.analyse"]
    cold, warm = [], []
    for _ in range(ROUNDS):
        for cache in (module._reader, split, _split, _base, fold, simple_stem, stem):
            cache.cache_clear()
        for figures in (cold, warm):
            began = time.process_time()
            for text in documents:
                streams(text)
            figures.append(DOCUMENTS / (time.process_time() - began))
    shown("documents, no word seen before", cold, "/s")
    shown("documents, words seen before", warm, "/s")
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shown("memory with all that read", [size], "MB")


if __name__ == "__main__":
    main()
