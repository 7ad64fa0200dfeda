"""A closed request lives on: as experience, and as the draft of a portrait."""

import pytest

from cases.models import CasePortraitPage
from colleagues.evidence import experience_of, matching_q
from colleagues.models import ColleagueProfile
from gufu.taxonomy import SubjectArea
from tests.factories import ColleagueFactory, SupportRequestFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(consultant, member, site):
    """A closed request of `member`, answered by `consultant`."""
    return SupportRequestFactory(
        requester=member,
        topic="Havnen skal bruges om aftenen",
        situation="De unge og naboerne er uenige. " * 15,
        subject_area=SubjectArea.objects.create(name="Byrum og natur", slug="byrum"),
        assigned_to=consultant.profile,
        status="afsluttet",
        outcome_type="i_gang",
        outcome="Fire grupper arbejder videre.",
        closed_at="2026-05-05T10:00Z",
    )


def found(words, viewer):
    return set(
        ColleagueProfile.objects.filter(matching_q(words, viewer)).values_list("slug", flat=True)
    )


def test_the_consultants_experience_tells_subject_and_kind_but_not_the_topic(
    closed, consultant, reader, member
):
    done = experience_of([consultant.profile.pk], member)[consultant.profile.pk]
    assert done.summary == "1 rådgivning, senest maj 2026"
    (group,) = done.groups
    assert group.lines[0].trace.title == "Sparring om en idé: byrum og natur"
    assert group.lines[0].trace.key == f"support:{closed.pk}"
    assert group.lines[0].month == "maj 2026"
    assert found(["byrum"], member) == {"karen-toft"}
    assert found(["havnen"], member) == set()
    html = reader.get("/kolleger/karen-toft/").content.decode()
    assert "Sparring om en idé: byrum og natur" in html
    assert "Havnen" not in html


def test_the_requester_is_found_only_after_saying_yes(closed, member, reader):
    profile = ColleagueFactory(user=member, slug="inger", email=member.email)
    assert experience_of([profile.pk], member)[profile.pk].groups == []
    closed.is_experience = True
    closed.save()
    (group,) = experience_of([profile.pk], member)[profile.pk].groups
    assert group.lines[0].trace.title == "Havnen skal bruges om aftenen"
    assert found(["havnen", "aftenen"], member) == {"inger"}
    closed.is_experience = False
    closed.save()
    assert found(["havnen"], member) == set()


def test_what_is_open_or_was_dropped_is_no_experience(closed, consultant, member):
    closed.outcome_type = "bortfaldet"
    closed.save()
    assert experience_of([consultant.profile.pk], member)[consultant.profile.pk].groups == []
    closed.outcome_type, closed.status = "raad", "besvaret"
    closed.save()
    assert experience_of([consultant.profile.pk], member)[consultant.profile.pk].groups == []


def test_a_draft_waits_for_the_editors_and_nobody_else_sees_it(
    closed, queue_client, consultant, reader, client
):
    where = f"/stoette/koe/{closed.pk}/"
    for _ in range(2):  # a double click is one draft
        queue_client.post(where + "caseudkast/")
    page = CasePortraitPage.objects.get()
    closed.refresh_from_db()
    assert closed.case_page.pk == page.pk
    assert page.grown_from == closed
    assert not page.live
    assert (page.title, page.outcomes) == (closed.topic, "Fire grupper arbejder videre.")
    assert page.problem == closed.situation
    assert len(page.summary) <= 280
    assert page.summary.endswith("…")
    assert list(page.contacts.all()) == [consultant.profile]
    assert [area.slug for area in page.subject_areas.all()] == ["byrum"]
    assert page.latest_revision.user == consultant
    assert reader.get(page.url).status_code == 404
    assert [event.kind for event in closed.events.all()] == ["caseudkast"]
    html = queue_client.get(where).content.decode()
    assert "ligger hos redaktørerne og er ikke udgivet endnu" in html
    assert f"/cms/pages/{page.pk}/edit/" not in html, "a consultant does not edit pages"
    admin = UserFactory(is_superuser=True)
    client.force_login(admin)
    assert f"/cms/pages/{page.pk}/edit/" in client.get(where).content.decode()
    editor = client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert where in editor, "the way back to the request"


def test_an_open_request_becomes_no_draft(queue_client, site):
    row = SupportRequestFactory()
    html = queue_client.post(f"/stoette/koe/{row.pk}/caseudkast/", follow=True).content.decode()
    assert "Afslut anmodningen først" in html
    assert not CasePortraitPage.objects.exists()
