"""The outbox: a change and the note of what must follow it are saved in one transaction.

`post` writes a note; `register` names who handles a topic; `manage.py worker` drains. A handler
reads the current state of the database, so the order and the number of notes do not matter.
"""

from gufu.outbox.registry import Unavailable, Undeliverable, handler_for, post, register, topics

__all__ = ["Unavailable", "Undeliverable", "handler_for", "post", "register", "topics"]
