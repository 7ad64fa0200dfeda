"""A draft of a portrait from a closed request for support: begun, unpublished, the editors' to
finish."""

from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

from cases.models import CaseIndexPage, CasePortraitPage
from cases.models.portraits import Stage, Track
from colleagues.models import SupportRequest

SUMMARY = 280


def draft_of(row: SupportRequest, by: User) -> CasePortraitPage:
    """Return a new draft below the cases, with what the request knows.

    Where an approval workflow is set up for the cases, it begins, so that the draft stands among
    the tasks of those who approve. Raises ImproperlyConfigured where the site has no cases.
    """
    index = CaseIndexPage.objects.first()
    if index is None:
        raise ImproperlyConfigured("there is no CaseIndexPage to put the draft below")
    facilitated = row.support_type == SupportRequest.SupportType.FACILITATION
    page = CasePortraitPage(
        title=row.topic,
        summary=shortened(row.situation),
        problem=row.situation,
        outcomes=row.outcome,
        track=Track.FACILITATION if facilitated else Track.NEW,
        stage=Stage.TRIED,
        centre=row.centre,
        source=_("Konsulenternes støtte, anmodning %(number)d") % {"number": row.pk},
        live=False,
        has_unpublished_changes=True,
        owner=by,
    )
    index.add_child(instance=page)
    if row.subject_area:
        page.subject_areas.set([row.subject_area])
    if row.assigned_to:
        page.contacts.set([row.assigned_to])
    page.save()  # the lists of a page are saved with it
    page.save_revision(user=by, log_action=True)
    if workflow := page.get_workflow():
        workflow.start(page, by)
    return page


def shortened(text: str) -> str:
    """Return the beginning of `text` in one line, cut between words where it is too long."""
    line = " ".join(text.split())
    if len(line) <= SUMMARY:
        return line
    return line[: SUMMARY - 1].rsplit(" ", 1)[0] + "…"
