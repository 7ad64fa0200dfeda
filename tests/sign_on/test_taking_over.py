"""Accounts that exist already: who gets them by the provider, and who never does."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import Client

from gufu import roles as house
from gufu.sign_on.models import BreakGlassAccount
from tests.factories import PASSWORD, UserFactory
from tests.sign_on.conftest import come_back, is_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def prepared(site):
    """An account that a staff file made: no password, no roles."""
    user = UserFactory(username="ida@gufu.example", email="Ida@gufu.example")
    user.set_unusable_password()
    user.save()
    return user


def test_a_prepared_account_goes_to_its_owner(provider, prepared):
    provider.knows("ida")
    client = Client()
    assert come_back(provider, client, "ida").status_code == 302
    assert is_in(client)
    assert User.objects.get() == prepared
    assert SocialAccount.objects.get().user == prepared


def test_a_local_account_without_rights_is_taken_over_and_its_password_dies(site, provider):
    user = UserFactory(username="ida", email="ida@gufu.example")
    squatter = Client()
    squatter.post("/konto/login/", {"username": "ida", "password": PASSWORD})
    assert is_in(squatter)
    provider.knows("ida")
    come_back(provider, Client(), "ida")
    user.refresh_from_db()
    assert not user.has_usable_password()
    assert not is_in(squatter)


def refused(provider, sub="ida", text="Din konto skal først forbindes"):
    client = Client()
    answer = come_back(provider, client, sub)
    assert answer.status_code == 403, answer
    page = answer.content.decode()
    assert text in page
    assert sub in page
    assert not is_in(client)


PRIVILEGED = {
    "superuser": lambda user: User.objects.filter(pk=user.pk).update(is_superuser=True),
    "staff": lambda user: User.objects.filter(pk=user.pk).update(is_staff=True),
    "editor": lambda user: user.groups.add(Group.objects.get(name=house.EDITORS)),
    "administrator": lambda user: user.groups.add(Group.objects.get(name=house.ADMINISTRATORS)),
    "emergency": lambda user: BreakGlassAccount.objects.create(user=user),
}


@pytest.mark.parametrize("kind", PRIVILEGED)
def test_a_privileged_local_account_is_never_opened_by_an_address(site, roles, provider, kind):
    user = UserFactory(username="chefen", email="ida@gufu.example")
    PRIVILEGED[kind](user)
    provider.knows("ida")
    refused(provider)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert not SocialAccount.objects.exists()


def test_an_address_that_nobody_vouches_for_opens_nothing(site, provider, settings, prepared):
    settings.OIDC_ALLOWED_DOMAINS = []
    provider.knows("ond", email="ida@gufu.example", email_verified=False)
    come_back(provider, Client(), "ond")
    assert SocialAccount.objects.get().user != prepared
    assert User.objects.exclude(pk=prepared.pk).get().email == ""


def test_without_the_municipalitys_domains_no_address_ties(site, provider, settings, prepared):
    settings.OIDC_ALLOWED_DOMAINS = []
    provider.knows("ida")
    refused(provider)


def test_an_address_that_has_got_a_new_owner_does_not_open_the_old_ones_account(site, provider):
    provider.knows("ida-1", email="ida@gufu.example", preferred_username="ida")
    come_back(provider, Client(), "ida-1")
    provider.knows("ida-2", email="ida@gufu.example")
    refused(provider, "ida-2", "Vi kan ikke se, hvem du er")


def test_an_address_that_two_accounts_have_opens_neither(site, provider):
    for username in ("ida", "ib"):
        UserFactory(username=username, email="faelles@gufu.example")
    provider.knows("ida", email="faelles@gufu.example")
    refused(provider, "ida", "Vi kan ikke se, hvem du er")


def test_a_closed_account_does_not_come_back_as_a_new_one(site, provider, prepared):
    User.objects.update(is_active=False)
    provider.knows("ida")
    answer = come_back(provider, Client(), "ida")
    assert answer.status_code == 403
    assert "Din konto er lukket" in answer.content.decode()
    assert User.objects.count() == 1


def test_a_username_alone_ties_nothing(site, provider):
    """`preferred_username` is what somebody chose, not who they are."""
    chief = UserFactory(username="chefen", email="chef@gufu.example")
    provider.knows("ond", preferred_username="Chefen")
    come_back(provider, Client(), "ond")
    tied = SocialAccount.objects.get().user
    assert tied != chief
    assert tied.username.startswith("Chefen-")


def test_a_claim_that_the_municipality_sets_may_tie_by_username(site, provider, settings):
    settings.OIDC_MATCH_CLAIM = "upn"
    user = UserFactory(username="idho@gufu.example", email="")
    provider.knows("x-17", upn="IDHO@gufu.example")
    come_back(provider, Client(), "x-17")
    assert SocialAccount.objects.get().user == user


def test_the_same_subject_at_another_issuer_is_somebody_else(site, provider):
    user = UserFactory(username="chefen", email="chef@gufu.example")
    SocialAccount.objects.create(user=user, provider="https://gammel.example", uid="ida")
    provider.knows("ida")
    come_back(provider, Client(), "ida")
    assert SocialAccount.objects.get(provider=provider.url).user != user


def test_an_administrator_ties_what_an_address_does_not(site, provider, capsys):
    chief = UserFactory(username="chefen", email="ida@gufu.example", is_superuser=True)
    provider.knows("ida")
    refused(provider)
    call_command("sign_on", "link", "chefen", "ida")
    client = Client()
    assert come_back(provider, client, "ida").status_code == 302
    assert client.session["_auth_user_id"] == str(chief.pk)
    assert f"chefen: ida at {provider.url}" in capsys.readouterr().out

    with pytest.raises(CommandError, match="already belongs"):
        call_command("sign_on", "link", UserFactory().username, "ida")
    with pytest.raises(CommandError, match="no account"):
        call_command("sign_on", "show", "ingen")
    call_command("sign_on", "unlink", "chefen")
    refused(provider)


def test_two_windows_at_once_on_the_first_day_make_one_account(site, provider, monkeypatch):
    from gufu.sign_on import people

    provider.knows("ida", preferred_username="ida")
    create = people.create

    def slowly(claims):
        user = create(claims)
        SocialAccount.objects.create(user=user, provider=provider.url, uid="ida")
        return user

    monkeypatch.setattr(people, "create", slowly)
    answer = come_back(provider, Client(), "ida")
    assert answer.status_code == 403
    assert "Prøv en gang til" in answer.content.decode()
    assert not User.objects.exists()
