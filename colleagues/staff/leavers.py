"""What happens when somebody leaves: at once, and whoever noticed it first.

The account being closed is what hides a colleague everywhere (`ColleagueQuerySet.in_directory`);
this is about what they leave behind: open sessions, messages under way, requests for support, and
pages that need a new owner.
"""

import logging
from collections.abc import Collection
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils import timezone

from colleagues.handling import log
from colleagues.mail import TOPIC, post_letter
from colleagues.models import (
    ColleagueProfile,
    ContactMessage,
    StaffRecord,
    SupportEvent,
    SupportRequest,
)
from gufu.models import KnowledgePage
from gufu.outbox.models import OutboxEntry

logger = logging.getLogger(__name__)


def left(user_ids: Collection[int]) -> None:
    """See to what the users of `user_ids` leave behind; the caller has closed their accounts.

    Doing it again changes nothing. The number of queries grows with the leavers who had messages
    or requests, not with the number of staff.
    """
    if not user_ids:
        return
    end_sessions(user_ids)
    gone = ColleagueProfile.objects.filter(user__in=user_ids)
    _hand_over_messages(gone)
    _hand_over_requests(gone)
    _tell_of_pages(gone)
    logger.info("staff_left", extra={"users": sorted(user_ids)})


def end_sessions(user_ids: Collection[int]) -> None:
    """Delete the sessions of these users, so that none comes alive should they return."""
    wanted = {str(pk) for pk in user_ids}
    rows = Session.objects.filter(expire_date__gt=timezone.now())
    ended = [row.pk for row in rows.iterator() if row.get_decoded().get(SESSION_KEY) in wanted]
    Session.objects.filter(pk__in=ended).delete()


def stand_in(profile: ColleagueProfile) -> ColleagueProfile | None:
    """Return who takes over for a leaver: the deputy, if they are in the directory and at work."""
    deputy = profile.deputy
    return deputy if deputy and deputy.is_listed and not deputy.is_paused else None


def ownerless_pages() -> QuerySet[KnowledgePage]:
    """Return the pages whose owner has left, or that have none."""
    return KnowledgePage.objects.filter(
        Q(colleague_owner=None) | Q(colleague_owner__user__is_active=False)
    )


def _hand_over_messages(gone: QuerySet[ColleagueProfile]) -> None:
    """Send messages that wait for a leaver to the deputy. Without one the letter itself finds
    the centre's mailbox (`colleagues.letters`)."""
    waiting = ContactMessage.objects.filter(
        delivered_to__in=gone, status=ContactMessage.Status.WAITING
    ).select_related("delivered_to__deputy__user")
    for message in waiting:
        if deputy := stand_in(message.delivered_to):
            message.delivered_to = deputy
            message.save(update_fields=["delivered_to"])


def _hand_over_requests(gone: QuerySet[ColleagueProfile]) -> None:
    """Give a consultant's open requests to the deputy, or back to the queue."""
    rows = SupportRequest.objects.open().filter(assigned_to__in=gone)
    for row in rows.select_related("assigned_to__deputy__user"):
        deputy = row.assigned_to and stand_in(row.assigned_to)
        row.assigned_to = deputy if deputy and deputy.is_consultant else None
        if row.assigned_to is None and row.status == SupportRequest.Status.ASSIGNED:
            row.status = SupportRequest.Status.NEW
        row.save(update_fields=["assigned_to", "status"])
        handed = SupportEvent.Kind.ASSIGNED if row.assigned_to else SupportEvent.Kind.RELEASED
        log(row, handed, None, row.assigned_to.name if row.assigned_to else "")


def _tell_of_pages(gone: QuerySet[ColleagueProfile]) -> None:
    """Note a letter a centre to whoever finds new owners; one for all who leave together."""
    centres = set(
        KnowledgePage.objects.filter(colleague_owner__in=gone)
        .order_by()
        .values_list("centre", flat=True)
    )
    for centre in centres:
        ident = f"{centre or 0}"
        waits = OutboxEntry.objects.waiting().filter(topic=TOPIC, key=f"ownerless:{ident}")
        if not waits.exists():
            post_letter("ownerless", ident)


def account_saved(sender: type[User], instance: User, created: bool, **kwargs: Any) -> None:
    """Somebody saved an account, in the CMS or elsewhere: see whether it was closed or opened.

    Receives post_save. Whether it was open before is `_was_active`, noted by `account_loaded`.
    """
    if created or not instance.pk:
        return
    was_active = getattr(instance, "_was_active", None)
    instance._was_active = instance.is_active  # type: ignore[attr-defined]
    if was_active is None or was_active == instance.is_active:
        return
    StaffRecord.objects.filter(user=instance).update(
        left_on=None if instance.is_active else timezone.localdate(), changed_at=timezone.now()
    )
    if not instance.is_active:
        left({instance.pk})


def account_loaded(sender: type[User], instance: User, **kwargs: Any) -> None:
    """Remember whether an account was open when it was read. Receives post_init."""
    instance._was_active = instance.__dict__.get("is_active")  # type: ignore[attr-defined]
