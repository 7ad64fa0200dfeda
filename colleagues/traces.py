"""The traces of colleagues that lie in this room: support given and had, questions answered, and
what they answer for in their centre.

What somebody asked is between them and the consultants. So a consultant's trace tells the kind of
support and the subject area alone; the topic is told only by the one who asked, and said yes. The
page that a request or a question came from is not named either, but whoever looks for its words
finds those who helped.
"""

from typing import Any

from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.db.models.functions import Coalesce, Concat, TruncDate
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from colleagues.evidence import Part, register
from colleagues.models import Commitment, ContactMessage, SupportRequest
from gufu.visibility import Viewer, is_staff_member, visible_pages_q

#: The words of the page that it was about, for those who may see that page.
ABOUT = {"about_title": "page__title", "about_summary": "page__summary"}
BREAK = Value("\n")


def closed() -> QuerySet[SupportRequest]:
    """Return the requests that something came of."""
    done = SupportRequest.objects.filter(status=SupportRequest.Status.CLOSED)
    return done.exclude(outcome_type=SupportRequest.OutcomeType.DROPPED)


def support_given(viewer: Viewer) -> QuerySet[Any]:
    """Return the requests that consultants have seen through, with what is told of them."""
    area = Coalesce("subject_area__name", Value(""))
    told = Concat("support_type", BREAK, area, output_field=TextField())
    return _for_staff(with_page_words(closed().annotate(told=told), viewer), viewer)


def support_had(viewer: Viewer) -> QuerySet[Any]:
    """Return the requests that whoever asked wants to be asked about."""
    return _for_staff(closed().filter(is_experience=True), viewer)


def answered_questions(viewer: Viewer) -> QuerySet[Any]:
    """Return the messages whose sender says that they were answered."""
    answered = ContactMessage.objects.filter(status=ContactMessage.Status.ANSWERED)
    return _for_staff(with_page_words(answered, viewer), viewer)


def commitments(viewer: Viewer) -> QuerySet[Any]:
    """Return what the centres have bound themselves to."""
    return _for_staff(Commitment.objects.all(), viewer)


def with_page_words(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """Add the words of each row's page (`ABOUT`); nothing where the viewer may not see it."""
    seen = visible_pages_q(viewer, "page__")
    return rows.annotate(
        **{
            name: Case(When(seen, then=F(field)), default=Value(""), output_field=TextField())
            for name, field in ABOUT.items()
        }
    )


def _for_staff(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    return rows if is_staff_member(viewer) else rows.none()


def say_given(told: str, outcome: str) -> tuple[str, str]:
    """Return the kind of support and its subject, and how it ended."""
    kind, _break, area = told.partition("\n")
    label = str(SupportRequest.SupportType(kind).label)
    return (f"{label}: {area.lower()}" if area else label), outcome_label(outcome)


def say_had(topic: str, outcome: str) -> tuple[str, str]:
    """Return the topic, and how it ended."""
    return topic, outcome_label(outcome)


def outcome_label(outcome: str) -> str:
    """Return how a request ended, in words; nothing where nobody said."""
    return str(SupportRequest.OutcomeType(outcome).label) if outcome else ""


def say_answer(status: str, note: str) -> tuple[str, str]:
    """Return that there was an answer, and nothing of it."""
    return __("Svar til en kollega"), note


def say_commitment(goal: str, status: str) -> tuple[str, str]:
    """Return the goal, and how far it has come."""
    return goal, str(Commitment.Status(status).label)


def register_evidence() -> None:
    """Tell the directory where traces of colleagues lie in this room."""
    register(
        "support",
        _("Har rådgivet om"),
        ngettext_lazy("%(count)d rådgivning", "%(count)d rådgivninger", "count"),
        Part(
            support_given,
            person="assigned_to",
            title="told",
            page="page",
            day=TruncDate("closed_at"),
            note="outcome_type",
            texts=["subject_area__name", *ABOUT],
            say=say_given,
            origin=_("Hjalp som konsulent"),
        ),
        order=25,
    )
    register(
        "helped",
        _("Har fået støtte til"),
        ngettext_lazy("%(count)d støttet forløb", "%(count)d støttede forløb", "count"),
        Part(
            support_had,
            person="requester__profile",
            title="topic",
            page="page",
            day=TruncDate("closed_at"),
            note="outcome_type",
            texts=["topic", "subject_area__name"],
            say=say_had,
            origin=_("Bad om støtte og siger gerne, hvordan det gik"),
        ),
        order=26,
    )
    register(
        "answer",
        _("Har svaret kolleger"),
        ngettext_lazy("%(count)d svar", "%(count)d svar", "count"),
        Part(
            answered_questions,
            person="delivered_to",
            title="status",
            page="page",
            texts=list(ABOUT),
            day=TruncDate(Coalesce("answered_at", "sent_at")),
            say=say_answer,
            origin=_("Spørgeren siger, at der kom svar"),
        ),
        order=45,
    )
    register(
        "commitment",
        _("Centerets forpligtelser"),
        ngettext_lazy("%(count)d forpligtelse", "%(count)d forpligtelser", "count"),
        Part(
            commitments,
            person="owner",
            title="strategic_goal",
            note="status",
            texts=["strategic_goal", "task"],
            say=say_commitment,
            origin=_("Ansvarlig i sit center"),
        ),
        order=80,
    )
