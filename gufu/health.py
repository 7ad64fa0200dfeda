"""What a room has to say at /health/ready: it works, but not as it should."""

from collections.abc import Callable

_notes: dict[str, Callable[[], str]] = {}


def register(name: str, note: Callable[[], str]) -> None:
    """Let `note` say what is not as it should be, or nothing. It asks nobody: it must be quick."""
    _notes[name] = note


def notes() -> dict[str, str]:
    """Return what there is to say, by name."""
    return {name: text for name, note in _notes.items() if (text := note())}
