"""Whatever changes that a document says: once the worker has been, the index is the database."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from colleagues.models import SupportRequest
from consent.models import Attachment, Consent
from search.daily import note_turned
from search.engines import get_engine
from search.indexing import differences
from tests.factories import (
    ArenaPageFactory,
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    ConsentFactory,
    DoDontFactory,
    QuestionCardFactory,
    QuoteFactory,
    SubjectAreaFactory,
    SupportRequestFactory,
    TargetGroupFactory,
    ToolPageFactory,
    ToolTrialFactory,
    UserFactory,
    days_from_now,
)
from tests.search.test_attachments import attach, read

pytestmark = pytest.mark.django_db
ALL_WELL = {"missing": [], "ghosts": [], "stale": []}
__all__ = ["read"]


@pytest.fixture
def world(site: Any, read: Callable) -> SimpleNamespace:
    """One of everything, all tied together and in the index."""
    centre, area, group = CentreFactory(), SubjectAreaFactory(), TargetGroupFactory()
    folder = Collection.get_first_root_node().add_child(name="Mappe")
    inner = folder.add_child(name="Inderst")
    consent = ConsentFactory()
    document = attach(consent=consent, collection=inner)
    account = UserFactory()
    person = ColleagueFactory(centre=centre, subject_areas=[area], user=account)
    other = ColleagueFactory(centre=centre)
    card_centre = CentreFactory()
    tool = ToolPageFactory(
        template_file=document, colleague_owner=person, subject_areas=[area], target_groups=[group]
    )
    case = CasePortraitPageFactory(contacts=[person, other], subject_areas=[area], centre=centre)
    ArenaPageFactory(coordinator=person)
    BusinessCasePageFactory(benefit_owner=person)
    trial = ToolTrialFactory(tool=tool, colleague=person, contactable=True)
    QuestionCardFactory(audience=group, centre=card_centre, subject_areas=[area])
    DoDontFactory(subject_areas=[area], evidence_case=case)
    quote = QuoteFactory(consent=consent)
    request = SupportRequestFactory(
        page=case,
        assigned_to=person,
        requester=account,
        status=SupportRequest.Status.CLOSED,
        is_experience=True,
    )
    read()
    assert differences(get_engine()) == ALL_WELL
    return SimpleNamespace(
        account=account,
        area=area,
        card_centre=card_centre,
        case=case,
        consent=consent,
        document=document,
        folder=folder,
        group=group,
        inner=inner,
        other=other,
        person=person,
        quote=quote,
        request=request,
        tool=tool,
        trial=trial,
    )


def close(folder: Collection) -> CollectionViewRestriction:
    """Close a folder to everybody."""
    kind = CollectionViewRestriction.GROUPS
    return CollectionViewRestriction.objects.create(collection=folder, restriction_type=kind)


def turn(consent: Consent, **days: int) -> None:
    """Let the days go by: nobody saves the consent."""
    dates = {name: days_from_now(number) for name, number in days.items()}
    Consent.objects.filter(pk=consent.pk).update(**dates)


DEEDS = {
    "a colleague is deleted": lambda w: w.person.delete(),
    "another colleague is deleted": lambda w: w.other.delete(),
    "an account is deleted": lambda w: w.account.delete(),
    "a subject area is deleted": lambda w: w.area.delete(),
    "a target group is deleted": lambda w: w.group.delete(),
    "a centre is deleted": lambda w: w.card_centre.delete(),
    "a subject area is renamed": lambda w: (setattr(w.area, "name", "Nyt"), w.area.save()),
    "a slug changes": lambda w: (setattr(w.area, "slug", "nyt"), w.area.save()),
    "a group is renamed": lambda w: (setattr(w.group, "name", "Nyt"), w.group.save()),
    "a consent is deleted": lambda w: w.consent.delete(),
    "a consent has run out": lambda w: (turn(w.consent, given_on=-9, expires_on=-1), note_turned()),
    "a consent begins": lambda w: (
        turn(w.consent, given_on=1),
        note_turned(),
        turn(w.consent, given_on=0),
        note_turned(),
    ),
    "a document is deleted": lambda w: w.document.delete(),
    "a folder is closed": lambda w: close(w.folder),
    "a folder is opened": lambda w: close(w.folder).delete(),
    "a document is moved": lambda w: (close(w.folder), Attachment.objects.get().save()),
    "a folder is moved": lambda w: (
        close(Collection.get_first_root_node().add_child(name="Lukket")),
        w.inner.save(),
        w.inner.move(Collection.objects.get(name="Lukket"), "sorted-child"),
    ),
    "a case is deleted": lambda w: w.case.delete(),
    "a tool is deleted": lambda w: w.tool.delete(),
    "a trial is deleted": lambda w: w.trial.delete(),
    "a request is deleted": lambda w: w.request.delete(),
    "a person joins": lambda w: (w.case.contacts.add(ColleagueFactory()), w.case.save()),
    "a user's profile is parted": lambda w: (setattr(w.person, "user", None), w.person.save()),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_index_follows(world: SimpleNamespace, read: Callable, deed: str) -> None:
    DEEDS[deed](world)
    read()
    assert differences(get_engine()) == ALL_WELL


def test_a_quote_whose_consent_is_deleted_is_gone_before_the_worker_comes(
    work: Callable, find: Callable
) -> None:
    quote = QuoteFactory(text="Vi maler plankeværket.")
    work()
    assert find("plankeværk").total == 1
    quote.consent.delete()
    assert (find("plankeværk").total, find("plankeværk").totals) == (0, {})
