"""Feedback by the model: given once, its recipient told, and answered once."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from colleagues.letters import viewer_of
from colleagues.mail import Letter, address, compose, full_url, post_letter
from colleagues.models import ColleagueProfile
from colleagues.writing import one_at_a_time, refuse_too_many, sent_already, token_for
from gufu.models import KnowledgePage
from toolbox.models import Feedback

#: The kinds of pages that one gives feedback on.
KINDS = ("case", "tool")
GIVEN, ANSWERED = "feedback", "feedback_reply"


@transaction.atomic
def give(
    user: User, author: ColleagueProfile, page: KnowledgePage, form: dict[str, Any]
) -> Feedback:
    """Save feedback to whoever owns `page`, and note that they are to be told. Raises TooMany.

    `form` has token, worked, wondered and suggestion.
    """
    values = {name: form[name] for name in ("worked", "wondered", "suggestion")}
    token = token_for(form["token"], user.pk, page.pk, *values.values())
    one_at_a_time(user)
    mine = Feedback.objects.filter(author=author)
    if known := sent_already(mine, token, target=page, **values):
        return known
    refuse_too_many(mine)
    row = Feedback.objects.create(
        token=token, target=page, author=author, recipient=page.colleague_owner, **values
    )
    post_letter(GIVEN, row.pk)
    return row


@transaction.atomic
def answer(row: Feedback, text: str) -> bool:
    """Save the recipient's reply and note that the author is to be told; only the first counts."""
    fresh = Feedback.objects.select_for_update().filter(pk=row.pk, status=Feedback.Status.NEW)
    if not fresh.update(reply=text, status=Feedback.Status.ANSWERED):
        return False
    post_letter(ANSWERED, row.pk)
    return True


def given_letter(ident: str) -> Letter | None:
    """Tell the owner of a page about feedback; None where there is nobody to tell."""
    row = _row(ident)
    if row is None or row.recipient is None or row.author is None:
        return None
    return _letter(GIVEN, row, row.recipient, row.author, _("Feedback på »%(title)s«"))


def reply_letter(ident: str) -> Letter | None:
    """Tell the author that their feedback is answered; None where there is nobody to tell."""
    row = _row(ident)
    if row is None or row.author is None or row.recipient is None:
        return None
    return _letter(ANSWERED, row, row.author, row.recipient, _("Svar på din feedback: %(title)s"))


def _letter(
    kind: str, row: Feedback, to: ColleagueProfile, other: ColleagueProfile, subject: str
) -> Letter | None:
    if not _reads(row, to):
        return None
    message = compose(
        kind,
        {
            "row": row,
            "person": to,
            "other": other,
            "title": row.target.title,
            "url": full_url(row.get_absolute_url()),
        },
        message_id=f"{kind.replace('_', '-')}.{row.token}",
        subject=subject % {"title": row.target.title},
        to=address(to.name, to.email),
        from_name=_("%(name)s via GUFU") % {"name": other.name},
        reply_to=address(other.name, other.email) if other.email else "",
        in_reply_to=f"{GIVEN}.{row.token}" if kind == ANSWERED else "",
    )
    return Letter(message)


def _reads(row: Feedback, person: ColleagueProfile) -> bool:
    """Return whether `person` works here and may know the page's title today."""
    if not person.email or (person.user and not person.user.is_active):
        return False
    return Feedback.objects.visible_to(viewer_of(person)).filter(pk=row.pk).exists()


def _row(ident: str) -> Feedback | None:
    people = ("target", "author__user", "recipient__user")
    return Feedback.objects.select_related(*people).filter(pk=ident).first()


LETTERS = {GIVEN: given_letter, ANSWERED: reply_letter}
