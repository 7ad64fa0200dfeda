"""A leaver disappears at once; what they leave behind is taken care of."""

import re

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from wagtail.models import GroupPagePermission
from wagtail.snippets.widgets import AdminSnippetChooser

from colleagues.models import ColleagueProfile, ContactMessage, SupportRequest
from gufu import roles
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from gufu.permissions import write_permissions
from tests.factories import (
    CasePortraitPageFactory,
    CentreFactory,
    ColleagueFactory,
    ContactMessageFactory,
    SupportRequestFactory,
    UserFactory,
)


@pytest.fixture
def leaver(site):
    user = UserFactory(username="bo@kommune.example")
    deputy = ColleagueFactory(name="Dorte Stedfortræder")
    return ColleagueFactory(name="Bo Fratrådt", user=user, deputy=deputy)


def close(profile):
    profile.user.is_active = False
    profile.user.save()


def test_gone_from_everywhere_on_the_next_request(leaver, reader):
    browser = Client()
    browser.force_login(leaver.user)
    assert browser.get("/kolleger/").status_code == 200
    close(leaver)
    assert browser.get("/kolleger/").status_code == 302
    assert reader.get(leaver.get_absolute_url()).status_code == 404
    assert reader.get(f"{leaver.get_absolute_url()}kontakt/").status_code == 404
    assert leaver.name not in reader.get("/kolleger/").content.decode()


def test_whoever_follows_a_link_to_a_profile_is_helped_and_told_nothing(leaver, reader):
    def words(address):
        text = reader.get(address).content.decode()
        return re.sub(r"<[^>]*>|\s+", " ", text)

    ColleagueFactory(name="Uden Ja", slug="uden-ja", opted_in=False)
    close(leaver)
    left = words(leaver.get_absolute_url())
    assert "Her er ingen kollega" in left
    assert left == words("/kolleger/uden-ja/") == words("/kolleger/har-aldrig-vaeret-her/")


def test_an_old_session_does_not_come_alive_when_they_return(leaver):
    browser = Client()
    browser.force_login(leaver.user)
    close(leaver)
    assert not Session.objects.exists()
    leaver.user.is_active = True
    leaver.user.save()
    assert browser.get("/kolleger/").status_code == 302
    assert ColleagueProfile.objects.in_directory().filter(pk=leaver.pk).exists()


def test_messages_under_way_go_to_the_deputy(leaver):
    waiting = ContactMessageFactory(recipient=leaver)
    sent = ContactMessageFactory(recipient=leaver, status=ContactMessage.Status.SENT)
    close(leaver)
    waiting.refresh_from_db()
    sent.refresh_from_db()
    assert waiting.delivered_to == leaver.deputy
    assert sent.delivered_to == leaver


def test_a_consultants_requests_go_back_to_the_queue(leaver):
    mine = SupportRequestFactory(assigned_to=leaver, status=SupportRequest.Status.ASSIGNED)
    done = SupportRequestFactory(assigned_to=leaver, status=SupportRequest.Status.CLOSED)
    close(leaver)
    mine.refresh_from_db()
    done.refresh_from_db()
    assert (mine.assigned_to, mine.status) == (None, SupportRequest.Status.NEW)
    assert done.assigned_to == leaver


def test_a_consultants_requests_go_to_a_deputy_who_is_one(leaver):
    ColleagueProfile.objects.filter(pk=leaver.deputy.pk).update(is_consultant=True)
    mine = SupportRequestFactory(assigned_to=leaver, status=SupportRequest.Status.ASSIGNED)
    close(leaver)
    mine.refresh_from_db()
    assert (mine.assigned_to, mine.status) == (leaver.deputy, SupportRequest.Status.ASSIGNED)


def test_the_centre_is_told_of_pages_without_owner_once(leaver):
    centre = CentreFactory(name="Kultur", contact_email="kultur@kommune.example")
    for title in ("Fælles have", "Åben skole"):
        CasePortraitPageFactory(title=title, centre=centre, colleague_owner=leaver)
    close(leaver)
    drain("mail")
    (letter,) = mail.outbox
    assert letter.to == ["kultur@kommune.example"]
    assert letter.subject == "2 sider mangler en ejer"
    assert "- Fælles have (Bo Fratrådt)" in letter.body
    assert "/cms/rapporter/sider-uden-ejer/" in letter.body


def test_without_a_shared_mailbox_the_editors_are_told(leaver):
    editor = UserFactory(email="fagred@kommune.example")
    editor.groups.add(Group.objects.get_or_create(name=roles.SUBJECT_EDITORS)[0])
    CasePortraitPageFactory(colleague_owner=leaver)
    close(leaver)
    drain("mail")
    assert [letter.to for letter in mail.outbox] == [["fagred@kommune.example"]]


def test_saving_an_account_that_stays_open_does_nothing(leaver):
    CasePortraitPageFactory(colleague_owner=leaver)
    OutboxEntry.objects.all().delete()
    leaver.user.first_name = "Bob"
    leaver.user.save()
    assert not OutboxEntry.objects.filter(topic="mail").exists()


# --- The report


@pytest.fixture
def editor(site):
    write_permissions(site.home)
    user = UserFactory()
    user.groups.add(Group.objects.get(name=roles.EDITORS))
    browser = Client()
    browser.force_login(user)
    return browser


REPORT = "/cms/rapporter/sider-uden-ejer/"


def test_the_report_lists_pages_of_leavers_and_of_nobody(leaver, editor):
    CasePortraitPageFactory(title="Fælles have", colleague_owner=leaver)
    CasePortraitPageFactory(title="Ingens side")
    CasePortraitPageFactory(title="Dortes side", colleague_owner=leaver.deputy)
    close(leaver)
    text = editor.get(REPORT).content.decode()
    assert "Fælles have" in text
    assert "Bo Fratrådt" in text
    assert "Ingens side" in text
    assert "Dortes side" not in text
    assert "Ingens side" not in editor.get(REPORT, {"who": "left"}).content.decode()


def test_pages_are_given_to_another(leaver, editor):
    live = CasePortraitPageFactory(title="Fælles have", colleague_owner=leaver)
    drafted = CasePortraitPageFactory(title="Udgivet titel", colleague_owner=leaver)
    drafted.title = "Kladdens titel"
    drafted.save_revision()
    close(leaver)
    data = {"page": [live.pk, drafted.pk], "owner": leaver.deputy.pk}
    assert editor.post(REPORT, data).status_code == 302
    for page in (live, drafted):
        page.refresh_from_db()
        assert page.colleague_owner == leaver.deputy
        assert page.get_latest_revision_as_object().colleague_owner == leaver.deputy
    assert drafted.title == "Udgivet titel"
    assert drafted.get_latest_revision_as_object().title == "Kladdens titel"
    assert "Alle sider har en ejer" in editor.get(REPORT).content.decode()


def test_pages_are_not_given_to_a_leaver_nor_by_who_may_not_publish(leaver, editor):
    page = CasePortraitPageFactory(colleague_owner=leaver)
    close(leaver)
    refused = editor.post(REPORT, {"page": [page.pk], "owner": leaver.pk})
    assert refused.status_code == 422
    assert "Kollegaen er fratrådt" in refused.content.decode()
    GroupPagePermission.objects.filter(permission__codename="publish_page").delete()
    response = editor.post(REPORT, {"page": [page.pk], "owner": leaver.deputy.pk}, follow=True)
    assert "kan ikke gives videre herfra" in response.content.decode()
    page.refresh_from_db()
    assert page.colleague_owner == leaver


def test_among_thousands_a_colleague_is_chosen_by_name(leaver, editor):
    ColleagueFactory(name="Bo Nyansat", email="bn@kommune.example")
    close(leaver)

    def chosen(text):
        address = AdminSnippetChooser(model=ColleagueProfile).get_chooser_modal_url()
        page = editor.get(address, {"q": text})
        return re.findall(
            r"(Bo Nyansat|Bo Fratrådt|Dorte Stedfortræder)\s*</a>", page.json()["html"]
        )

    assert chosen("") == ["Bo Nyansat", "Dorte Stedfortræder"]
    assert chosen("ny bo") == ["Bo Nyansat"]
    assert chosen("BN@kommune") == ["Bo Nyansat"]
    assert chosen("fratrådt") == []


def test_the_report_costs_as_many_queries_for_many(leaver, editor, django_assert_max_num_queries):
    def cost():
        with django_assert_max_num_queries(100) as queries:
            assert editor.get(REPORT).status_code == 200
        return len(queries)

    CasePortraitPageFactory(colleague_owner=leaver)
    close(leaver)
    cost()
    few = cost()
    for _number in range(8):
        CasePortraitPageFactory(
            colleague_owner=ColleagueFactory(user=UserFactory(is_active=False)),
            centre=CentreFactory(),
        )
    assert cost() == few
