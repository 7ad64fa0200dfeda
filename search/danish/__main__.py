"""Show what the analyser makes of words: one a line in, one line of JSON a word out."""

import json
import sys

from search.danish import fold, stem
from search.danish.compounds import split


def main() -> None:
    """Read words, write lines."""
    sys.stdin.reconfigure(encoding="utf-8", errors="ignore")  # type: ignore[union-attr]
    for line in sys.stdin:
        word = line.strip()
        if word:
            shown = {
                "word": word,
                "exact": fold(word),
                "stem": stem(word),
                "parts": list(split(word)),
            }
            sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
