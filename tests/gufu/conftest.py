"""Fixtures of the outbox's tests."""

import pytest

from gufu.outbox import register, schedule
from gufu.outbox import registry as outbox_registry


@pytest.fixture
def topics(monkeypatch):
    """No topics and no daily jobs but those that the test registers."""
    monkeypatch.setattr(outbox_registry, "_handlers", {})
    monkeypatch.setattr(schedule, "_jobs", {})
    return outbox_registry._handlers


@pytest.fixture
def seen(topics):
    """The keys that the handler of "test" has taken, batch by batch."""
    batches = []
    register("test", lambda entries: batches.append([e.key for e in entries]), batch=3)
    return batches
