"""How far a long step has come: the bar of `rebuild_search`, where somebody watches."""

import sys
from collections.abc import Callable

from search.management.commands.rebuild_search import Command, quiet


def bar(text: str, total: int) -> Callable[[int], None]:
    """Say what begins, and return what is told how many of `total` are done."""
    print(f"{text} …", file=sys.stderr)
    if not sys.stdout.isatty():
        return quiet
    draw = Command().bar(total)

    def tick(done: int) -> None:
        draw(done)
        if done == total:
            print()

    return tick
