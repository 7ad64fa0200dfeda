"""What is held about a person: all of it handed out, none of it left, and not brought back."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageSubscription,
    Revision,
    Task,
    TaskState,
    UploadedFile,
    Workflow,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from cases.models import CasePortraitPage
from colleagues.models import (
    ColleagueProfile,
    ContactMessage,
    Erasure,
    HiddenEvidence,
    StaffRecord,
    SupportEvent,
    SupportNote,
    SupportRequest,
)
from colleagues.personal_data import registry
from colleagues.personal_data.exporting import find
from colleagues.personal_data.registry import check_registered, holdings
from consent.models import Consent, Photo
from gufu.outbox.models import OutboxEntry
from gufu.sign_on.browsers import digest
from gufu.sign_on.models import BreakGlassAccount, FailedAttempt
from tests.factories import (
    ArenaPageFactory,
    AttachmentFactory,
    BusinessCasePageFactory,
    CasePortraitPageFactory,
    ColleagueFactory,
    CollectionFactory,
    CommitmentFactory,
    ConsentFactory,
    ContactMessageFactory,
    FeedbackFactory,
    PhotoFactory,
    SupportRequestFactory,
    ToolTrialFactory,
    UserFactory,
)
from toolbox.models import Collection, ToolTrial

NAME, EMAIL = "Zarathustra Quist", "zarathustra.quist@kommune.example"


#: Models of Wagtail's that the site has put its own in the place of.
NOT_IN_USE = {"wagtaildocs.Document.uploaded_by_user", "wagtailimages.Image.uploaded_by_user"}


@pytest.fixture
def erasures(settings, tmp_path):
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"
    return settings.ERASURES_FILE


@pytest.fixture
def quist(site, erasures):
    """Somebody who has done everything that leaves a trace."""
    user = UserFactory(username=EMAIL, first_name="Zarathustra", last_name="Quist", email=EMAIL)
    photo = PhotoFactory(with_people=True, title=f"Portræt af {NAME}")
    profile = ColleagueFactory(
        name=NAME,
        user=user,
        email=EMAIL,
        photo=photo,
        photo_consent=ConsentFactory(subject=NAME),
        ask_me_about="Ørneunger",
    )
    StaffRecord.objects.create(
        user=user, external_id="4711", source="fil", document={"displayName": NAME}
    )
    other = ColleagueFactory(name="En Anden", deputy=profile, user=UserFactory())
    ContactMessageFactory(sender=user, recipient=other, subject="Fra Quist")
    ContactMessageFactory(sender=other.user, recipient=profile, body="Kære Zarathustra")
    SupportRequestFactory(requester=user)
    SupportRequestFactory(requester=other.user, assigned_to=profile, topic="Andens anmodning")
    CollectionFactory(owner=user)
    ToolTrialFactory(colleague=profile)
    HiddenEvidence.objects.create(profile=profile, kind="case", thing=1)
    page = CasePortraitPageFactory(title="Fælles have", colleague_owner=profile, owner=user)
    page.contacts.add(profile)
    page.save()
    page.save_revision(user=user, log_action=True)
    FailedAttempt.objects.create(account=digest(EMAIL), address="10.0.0.1", step="password")
    ModelLogEntry.objects.log_action(profile, "wagtail.edit", user=user)
    Client().force_login(user)
    _by_the_way(profile, user, other, page)
    return profile


def _by_the_way(profile, user, other, page):
    """What only some leave: at the provider's, in the queue, on other pages and in the CMS."""
    EmailAddress.objects.create(user=user, email=EMAIL)
    SocialAccount.objects.create(user=user, provider="https://login.example", uid=EMAIL)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    BreakGlassAccount.objects.create(user=user)
    ContactMessageFactory(sender=other.user, recipient=other, answered_by=user)
    request = SupportRequestFactory(requester=other.user, topic="Noter")
    SupportNote.objects.create(request=request, author=user, text="En note i køen")
    for kind in (SupportEvent.Kind.TAKEN, SupportEvent.Kind.RELEASED):
        SupportEvent.objects.create(request=request, by=user, kind=kind, detail=NAME)
    CommitmentFactory(owner=profile)
    FeedbackFactory(author=profile, recipient=profile)
    ArenaPageFactory(coordinator=profile)
    BusinessCasePageFactory(benefit_owner=profile, locked_by=user)
    PhotoFactory(uploaded_by_user=user)
    AttachmentFactory(uploaded_by_user=user)
    UserProfile.objects.create(user=user, avatar=ContentFile(b"x", name="quist.png"))
    UploadedFile.objects.create(uploaded_by_user=user, file=ContentFile(b"y", name="quist.pdf"))
    APIToken.objects.create(user=user, name="Quists program")
    PageSubscription.objects.create(user=user, page=page, comment_notifications=True)
    comment = Comment.objects.create(
        user=user, page=page, text="Quist siger", contentpath="title", resolved_by=user
    )
    CommentReply.objects.create(user=user, comment=comment, text="Quist svarer")
    now, kind = timezone.now(), page.content_type
    EditingSession.objects.create(user=user, content_object=page, last_seen_at=now)
    FormState.objects.create(
        user=user, content_type=kind, data="navn=Quist", object_id="", last_updated_at=now
    )
    state = WorkflowState.objects.create(
        content_type=kind,
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        workflow=Workflow.objects.create(name="Godkendelse"),
        requested_by=user,
    )
    task = Task.objects.create(name="Læs")
    TaskState.objects.create(
        workflow_state=state, revision=page.latest_revision, task=task, finished_by=user
    )
    for thing in (profile.photo, profile.photo_consent):
        ModelLogEntry.objects.log_action(thing, "wagtail.create", user=user)


def run(*arguments):
    out = io.StringIO()
    call_command("person", *arguments, stdout=out)
    return out.getvalue()


def every_text():
    """Return all that the database holds, as one text in small letters."""
    with connection.cursor() as cursor:
        text = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            text += [str(row) for row in cursor.fetchall()]
    return "\n".join(text).lower()


def test_a_link_that_nobody_registered_is_an_error(monkeypatch):
    assert check_registered() == []
    known = dict(registry._holdings)
    del known["toolbox.ToolTrial.colleague"]
    known["toolbox.ToolTrial.findes_ikke"] = known["toolbox.Collection.owner"]
    monkeypatch.setattr(registry, "_holdings", known)
    assert [fault.id for fault in check_registered()] == ["colleagues.E001"]


def test_everything_that_names_a_person_is_handed_out(quist):
    data = json.loads(run("export", EMAIL))
    found = {section["key"]: section["rows"] for section in data["sections"]}
    assert found["auth.User"][0]["username"] == EMAIL
    assert found["colleagues.ColleagueProfile.user"][0]["ask_me_about"] == "Ørneunger"
    assert found["colleagues.StaffRecord.user"][0]["external_id"] == "4711"
    assert found["colleagues.ContactMessage.sender"][0]["subject"] == "Fra Quist"
    assert "body" not in found["colleagues.ContactMessage.recipient"][0]
    assert found["gufu.KnowledgePage.colleague_owner"][0]["title"] == "Fælles have"
    assert {"photo", "attempts", "log", "sessions"} <= found.keys()
    tied = {each.key for each in holdings() if each.rows(find(EMAIL)).exists()}
    assert tied <= found.keys()
    assert {source.key for source in registry.sources()} <= found.keys()
    # Whoever adds a kind adds it to Quist's traces, or the test below does not know of it.
    assert {each.key for each in holdings()} - tied == NOT_IN_USE
    assert "password" not in found["auth.User"][0]


def test_the_zip_holds_the_files(quist, tmp_path):
    path = tmp_path / "quist.zip"
    run("export", EMAIL, "--output", str(path))
    assert path.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert "oplysninger.json" in names
        files = {name.rpartition("/")[2]: archive.read(name) for name in names}
    assert files[quist.photo.file.name.rpartition("/")[2]]
    assert b"x" in files.values()  # the picture in the CMS
    assert b"y" in files.values()


def test_without_yes_nothing_is_erased(quist):
    before = every_text()
    out = run("erase", EMAIL)
    assert "Intet er slettet" in out
    assert "Fra medarbejderregistret: Slettes." in out
    assert every_text() == before


def test_nothing_is_left(quist, django_capture_on_commit_callbacks):
    files = [file for holding in holdings() for file in holding.files(find(EMAIL))]
    files.append(quist.photo.file)
    assert len(files) == 3
    assert all(file.storage.exists(file.name) for file in files)
    page = CasePortraitPage.objects.get(title="Fælles have")
    OutboxEntry.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        run("erase", EMAIL, "--yes")

    text = every_text()
    for trace in ("zarathustra", "quist", "ørneunger"):
        assert trace not in text, [line for line in text.splitlines() if trace in line]
    assert not any(file.storage.exists(file.name) for file in files)
    assert not Photo.objects.filter(pk=quist.photo_id).exists()
    assert not Consent.objects.exists()
    # What others have, and what the municipality needs, stays without the name.
    page.refresh_from_db()
    assert page.colleague_owner is None
    assert page.owner is None
    assert not page.contacts.exists()
    assert set(Revision.objects.values_list("user", flat=True)) == {None}
    assert ToolTrial.objects.get().colleague is None
    assert set(SupportRequest.objects.values_list("assigned_to", flat=True)) == {None}
    assert set(SupportEvent.objects.values_list("detail", flat=True)) == {"Slettet person"}
    assert not Collection.objects.exists()
    assert ContactMessage.objects.get().answered_by is None
    entry = ModelLogEntry.objects.get(action="colleagues.erased")
    assert entry.label == "Slettet person"
    assert not FailedAttempt.objects.exists()
    # Search hears of it.
    keys = set(OutboxEntry.objects.filter(topic="index").values_list("key", flat=True))
    assert {f"remove:colleague:{quist.pk}", f"write:page:{page.pk}"} <= keys


def test_a_photo_that_a_page_shows_is_not_taken_from_it(quist, django_capture_on_commit_callbacks):
    CasePortraitPageFactory(picture=quist.photo)
    with django_capture_on_commit_callbacks(execute=True):
        run("erase", EMAIL, "--yes")
    assert Photo.objects.filter(pk=quist.photo_id).exists()


def test_a_backup_brings_nobody_back(quist, erasures, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        run("erase", EMAIL, "--yes")
    lines = Path(erasures).read_text().splitlines()
    assert lines
    assert "quist" not in "".join(lines).lower()
    Erasure.objects.all().delete()  # as an older backup is
    back = UserFactory(username=EMAIL, email=EMAIL, date_joined="2020-01-01T00:00:00Z")
    ColleagueFactory(name=NAME, user=back, email=EMAIL)
    assert EMAIL in run("reapply")
    assert User.objects.filter(username=EMAIL).exists()
    with django_capture_on_commit_callbacks(execute=True):
        run("reapply", "--yes")
    assert not User.objects.filter(username=EMAIL).exists()
    assert not ColleagueProfile.objects.filter(email=EMAIL).exists()
    assert "Ingen slettede personer" in run("reapply")


def test_who_gets_the_address_later_is_somebody_else(quist, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        run("erase", EMAIL, "--yes")
    UserFactory(username=EMAIL, email=EMAIL)
    assert "Ingen slettede personer" in run("reapply", "--yes")
    assert User.objects.filter(username=EMAIL).exists()


def test_who_is_not_there_and_who_is_not_erased(site, erasures):
    with pytest.raises(CommandError, match="ingen med"):
        run("export", "findes-ikke")
    UserFactory(username="chef", is_superuser=True)
    with pytest.raises(CommandError, match="administrator"):
        run("erase", "chef", "--yes")


def test_a_profile_without_an_account(site, erasures, django_capture_on_commit_callbacks):
    ColleagueFactory(email="uden@konto.example", name="Uden Konto")
    assert "Uden Konto" in run("export", "uden@konto.example")
    with django_capture_on_commit_callbacks(execute=True):
        run("erase", "UDEN@konto.example", "--yes")
    assert not ColleagueProfile.objects.exists()


# --- The page


def test_the_page_tells_what_is_held_and_what_becomes_of_it(quist, settings):
    settings.DATA_CONTACT_EMAIL = "dpo@kommune.example"
    browser = Client()
    browser.force_login(quist.user)
    text = browser.get("/kolleger/mine-data/").content.decode()
    for part in (NAME, EMAIL, "Fra medarbejderregistret", "Slettes.", "dpo@kommune.example",
                 "Bliver stående uden dit navn."):  # fmt: skip
        assert part in text
    response = browser.get("/kolleger/mine-data/hent/")
    assert response["Content-Disposition"].startswith("attachment")
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert "Ørneunger" in archive.read("oplysninger.json").decode()


def test_the_page_costs_as_many_queries_for_much(quist, django_assert_max_num_queries):
    browser = Client()
    browser.force_login(quist.user)

    def cost():
        with django_assert_max_num_queries(80) as queries:
            assert browser.get("/kolleger/mine-data/").status_code == 200
        return len(queries)

    cost()
    few = cost()
    for _number in range(5):
        ContactMessageFactory(sender=quist.user)
        ToolTrialFactory(colleague=quist)
        CasePortraitPageFactory(colleague_owner=quist)
        SupportRequestFactory(requester=quist.user)
    assert cost() == few
