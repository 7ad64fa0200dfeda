"""Writing a message or a request for support: once, not too often, and with its outbox entry."""

import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from colleagues.mail import post_letter
from colleagues.models import ColleagueProfile, ContactMessage, SupportEvent, SupportRequest
from colleagues.origin import Origin
from colleagues.people import profile_of
from gufu.models import KnowledgePage
from gufu.taxonomy import Centre

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 10  #: messages, and as many requests, that one person may send


class TooMany(Exception):  # noqa: N818 - it is no error, it is a limit
    """Somebody has sent as much as one may in an hour."""


def token_for(form_token: uuid.UUID, *content: object) -> uuid.UUID:
    """Return the token of what is sent: the same form with the same content gives the same.

    A double click or a retry is one row; a text that was changed after "back" is a new one.
    """
    return uuid.uuid5(form_token, "\x1f".join(str(part) for part in content))


@transaction.atomic
def write_message(
    sender: User, recipient: ColleagueProfile, form: dict[str, Any], origin: Origin | None
) -> ContactMessage:
    """Save a message and note that it is to be sent. Raises TooMany.

    `form` has token, subject and body. The message goes to the deputy of a paused colleague.
    """
    token = token_for(form["token"], sender.pk, recipient.pk, form["subject"], form["body"])
    one_at_a_time(sender)
    texts = {"subject": form["subject"], "body": form["body"]}
    mine = ContactMessage.objects.filter(sender=sender)
    if known := sent_already(mine, token, recipient=recipient, **texts):
        return known
    refuse_too_many(mine)
    row = ContactMessage.objects.create(
        token=token,
        sender=sender,
        recipient=recipient,
        delivered_to=recipient.recipient,
        **texts,
        page=page_of(origin),
        context_url=origin.url if origin else "",
        context_title=origin.title if origin else "",
    )
    post_letter("contact", row.pk)
    return row


@transaction.atomic
def write_request(requester: User, form: dict[str, Any], origin: Origin | None) -> SupportRequest:
    """Save a request for support and note that the consultants are to be told. Raises TooMany.

    `form` has token, topic, situation, support_type, subject_area and wanted_by.
    """
    fields = ("topic", "situation", "support_type", "subject_area", "wanted_by")
    values = {name: form[name] for name in fields}
    token = token_for(form["token"], requester.pk, *values.values())
    one_at_a_time(requester)
    mine = SupportRequest.objects.filter(requester=requester)
    if known := sent_already(mine, token, **values):
        return known
    refuse_too_many(mine)
    row = SupportRequest.objects.create(
        token=token,
        requester=requester,
        page=page_of(origin),
        context_url=origin.url if origin else "",
        guide_result=origin.answers if origin else {},
        centre=centre_of(requester),
        **values,
    )
    SupportEvent.objects.create(request=row, kind=SupportEvent.Kind.RECEIVED, by=requester)
    post_letter("support", row.pk)
    post_letter("support_receipt", row.pk)
    return row


def page_of(origin: Origin | None) -> KnowledgePage | None:
    """Return the page that somebody came from, if it is one of knowledge."""
    return KnowledgePage.objects.filter(pk=origin.page_id).first() if origin else None


def centre_of(user: User) -> Centre | None:
    """Return the centre that the user belongs to today; statistics keep it."""
    profile = profile_of(user)
    return profile.centre if profile else None


@transaction.atomic
def send_again(row: ContactMessage) -> None:
    """Try once more to send a message that could not be delivered; to whoever gets it today."""
    locked = ContactMessage.objects.select_for_update(of=("self",)).filter(
        pk=row.pk, status=ContactMessage.Status.FAILED
    )
    if not locked.exists():  # a double click
        return
    recipient = ColleagueProfile.objects.for_contact().get(pk=row.recipient_id)
    locked.update(status=ContactMessage.Status.WAITING, delivered_to=recipient.recipient)
    post_letter("contact", row.pk)


def one_at_a_time(user: User) -> None:
    """Let a person's requests wait for each other, so that two at once are counted as two."""
    User.objects.select_for_update().filter(pk=user.pk).values_list("pk").first()


def sent_already(mine: QuerySet[Any], token: uuid.UUID, **content: object) -> Any:
    """Return what was sent already: by the same form, or word for word within the hour.

    Whoever goes back gets a new form, in which the browser puts the old text.
    """
    lately = Q(created_at__gt=timezone.now() - AN_HOUR, **content)
    return mine.filter(Q(token=token) | lately).order_by("pk").first()


def refuse_too_many(rows: QuerySet[Any]) -> None:
    """Raise TooMany where `rows` are already as many as one may send in an hour."""
    if rows.filter(created_at__gt=timezone.now() - AN_HOUR).count() >= MOST_AN_HOUR:
        raise TooMany
