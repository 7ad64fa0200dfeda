"""The outbox: a change and its note are one, nothing is lost, nothing stands in the way."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from gufu.middleware import AtomicChangesMiddleware
from gufu.outbox import handler_for, post, register
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain, status

ROOT = Path(__file__).resolve().parents[2]


# --- A change and its note ------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_leaves_no_note(seen):
    def change():
        with transaction.atomic():
            post("test", "1")
            raise IntegrityError

    with pytest.raises(IntegrityError):
        change()
    assert drain() == 0
    assert seen == []
    assert not OutboxEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nobody_sees_a_note_before_its_change_is_saved(seen):
    """A worker that looks while a request is under way finds nothing to do yet."""
    found = []

    def look():
        found.append(OutboxEntry.objects.count())
        connection.close()

    with transaction.atomic():
        post("test", "1")
        other = threading.Thread(target=look)
        other.start()
        other.join()
    assert found == [0]
    assert drain() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("code", "kept"), [(200, 1), (302, 1), (422, 1), (500, 0)])
def test_a_request_that_fails_leaves_neither_change_nor_note(code, kept):
    def view(request):
        post("test", "1")
        return HttpResponse(status=code)

    AtomicChangesMiddleware(view)(RequestFactory().post("/"))
    assert OutboxEntry.objects.count() == kept


@pytest.mark.django_db(transaction=True)
def test_a_request_that_raises_leaves_no_note():
    def view(request):
        post("test", "1")
        raise ValueError("nej")

    with pytest.raises(ValueError, match="nej"):
        AtomicChangesMiddleware(view)(RequestFactory().post("/"))
    assert not OutboxEntry.objects.exists()


# --- Draining -------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_entries_are_taken_in_order_and_in_batches(seen):
    for number in range(7):
        post("test", str(number))
    assert drain() == 7
    assert seen == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert OutboxEntry.objects.filter(done_at=None).count() == 0


@pytest.mark.django_db
def test_draining_again_does_nothing(seen):
    post("test", "1")
    assert [drain(), drain(), drain()] == [1, 0, 0]
    assert seen == [["1"]]


@pytest.mark.django_db
def test_an_idle_worker_takes_no_lock(seen, django_assert_num_queries):
    post("test", "later")
    OutboxEntry.objects.update(available_at=timezone.now() + timedelta(hours=1))
    with django_assert_num_queries(1):
        assert drain() == 0


@pytest.mark.django_db
def test_a_topic_without_a_handler_waits_for_one(topics):
    post("nobody", "1")
    assert drain() == 0
    assert status()["waiting"] == 1
    with pytest.raises(KeyError):
        handler_for("nobody")


@pytest.mark.django_db
def test_topics_take_turns(topics):
    order = []
    register("a", lambda entries: order.append("a"))
    register("b", lambda entries: order.append("b"))
    for _ in range(3):
        post("a", "x")
        post("b", "x")
    drain()
    assert order == ["a", "b", "a", "b", "a", "b"]


@pytest.mark.django_db
def test_one_topic_alone_can_be_drained(topics):
    for name in ("a", "b"):
        register(name, lambda entries: None)
        post(name, "x")
    assert drain("b") == 1
    assert OutboxEntry.objects.waiting().get().topic == "a"


@pytest.mark.django_db
def test_what_a_handler_posts_is_handled_in_the_same_run(topics):
    def chain(entries):
        if entries[0].key == "first":
            post("test", "second")

    register("test", chain)
    post("test", "first")
    assert drain() == 2
