"""Every address × every kind of person equals the table in tests/security/access.py."""

import copy
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from colleagues.models import ColleagueProfile
from consent.models import Consent
from gufu import roles
from tests.factories import (
    AttachmentFactory,
    CasePortraitPageFactory,
    ColleagueFactory,
    CollectionFactory,
    CollectionItemFactory,
    ConsentFactory,
    ContactMessageFactory,
    FeedbackFactory,
    PhotoFactory,
    PrincipleFactory,
    QuestionCardFactory,
    SupportRequestFactory,
    ToolPageFactory,
    UserFactory,
    restrict,
)
from tests.security.access import LETTERS, PEOPLE, PREFIXES, TABLE

CARD = "fill-480x300|format-jpeg"


def routes(patterns=None, prefix=""):
    """Yield every route of the URLconf as it is written; a prefix of PREFIXES once."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern) or route in PREFIXES:
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


def test_every_address_of_the_house_is_in_the_table():
    missing = sorted(set(routes()) - set(TABLE))
    assert not missing, f"write in tests/security/access.py who may ask for: {missing}"


def test_the_table_names_no_address_that_is_gone():
    assert not sorted(set(TABLE) - set(routes()))


def test_the_table_denies_by_default():
    """Only health and the sign-in forms show something to who is not signed in."""
    open_to_all = {
        route
        for route, rows in TABLE.items()
        for row in rows
        if {row.answers[0], row.answers[-1]} & {"y", "m", "u"}
    }
    assert open_to_all == {"health/live", "health/ready", "konto/login/", "konto/noedadgang/"}
    assert all(len(row.answers) == len(PEOPLE) for rows in TABLE.values() for row in rows)


@pytest.fixture
def world(site):
    """Something open, closed, hidden and ended of every kind, and {slots} for the addresses."""
    call_command("setup_roles")
    group = Group.objects.create(name="Ledelsen")
    right = UserFactory()
    right.groups.add(group)
    ended = ConsentFactory(status=Consent.Status.WITHDRAWN)
    photos = [PhotoFactory(), PhotoFactory(), PhotoFactory(shows_people=True, consent=ended)]
    files = [AttachmentFactory(), AttachmentFactory(), AttachmentFactory(consent=ended)]
    open_page = CasePortraitPageFactory(picture=photos[0])
    closed_page = CasePortraitPageFactory(picture=photos[1])
    ToolPageFactory(picture=photos[2], template_file=files[2])
    tool = ToolPageFactory(template_file=files[0])
    closed_tool = ToolPageFactory(template_file=files[1])
    unpublished = CasePortraitPageFactory()
    unpublished.unpublish()
    for page in (closed_page, closed_tool):
        restrict(page, group)
    CollectionItemFactory(collection=CollectionFactory(owner=right), page=open_page)
    support = SupportRequestFactory(requester=right)
    slots = {
        "open_page": open_page.pk,
        "open_address": open_page.url,
        "closed_page": closed_page.pk,
        "closed_address": closed_page.url,
        "unpublished_address": unpublished.url,
        "photo": photos[0].pk,
        "open_photo": photos[0].get_rendition(CARD).url,
        "closed_photo": photos[1].get_rendition(CARD).url,
        "ended_photo": photos[2].get_rendition(CARD).url,
        "open_file": files[0].url,
        "closed_file": files[1].url,
        "ended_file": files[2].url,
        "person": ColleagueFactory(name="Marie Lund").slug,
        "hidden_person": ColleagueFactory(name="Uden Ja", opted_in=False).slug,
        "message": ContactMessageFactory(sender=right).token,
        "support": support.pk,
        "support_token": support.token,
        "tool": tool.slug,
        "closed_tool": closed_tool.slug,
        "question": QuestionCardFactory().slug,
        "hidden_question": QuestionCardFactory(is_published=False).slug,
        "principle": PrincipleFactory().slug,
        "hidden_principle": PrincipleFactory(is_published=False).slug,
    }
    people = browsers(right)
    consultant = ColleagueProfile.objects.get(is_consultant=True)
    slots["feedback"] = FeedbackFactory(target=open_page, author=consultant).token
    slots["received"] = FeedbackFactory(target=open_page, recipient=consultant).token
    return SimpleNamespace(slots=slots, browsers=people)


def browsers(right):
    """Return {kind of person: a browser in which they are signed in}."""
    wrong, editor, consultant, gone = (UserFactory() for _ in range(4))
    wrong.groups.add(Group.objects.create(name="Naboerne"))
    editor.groups.add(Group.objects.get(name=roles.EDITORS))
    consultant.groups.add(Group.objects.get(name=roles.CONSULTANTS))
    ColleagueFactory(name="Konsulenten", user=consultant, is_consultant=True)
    users = [None, UserFactory(), wrong, right, editor, consultant, gone]
    found = {}
    for name, user in zip(PEOPLE, users, strict=True):
        found[name] = Client()
        if user:
            found[name].force_login(user)
    gone.is_active = False
    gone.save()
    return found


def filled(value, slots):
    return value.format(**slots) if isinstance(value, str) else value


def answer(browser, row, slots):
    """Return the status of one request, whose changes are taken back."""
    data = {name: filled(value, slots) for name, value in row.data.items()}
    cookies = copy.deepcopy(browser.cookies)
    with transaction.atomic():
        response = getattr(browser, row.method)(filled(row.address, slots), data)
        if response.streaming:
            list(response.streaming_content)
        transaction.set_rollback(True)
    browser.cookies = cookies
    return response


def test_every_address_for_every_kind_of_person(world):
    wrong = []
    for route, rows in TABLE.items():
        for row in rows:
            for person, letter in zip(PEOPLE, row.answers, strict=True):
                response = answer(world.browsers[person], row, world.slots)
                to_sign_in = response.status_code == 302 and "/konto/login/" in response.url
                fits = response.status_code in LETTERS[letter]
                if not fits or (letter == "i" and not to_sign_in):
                    wrong.append(
                        f"{row.method} {row.address} ({route}) for {person}: "
                        f"{response.status_code}, the table says {letter}"
                    )
    assert not wrong, "\n" + "\n".join(wrong)
