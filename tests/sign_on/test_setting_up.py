"""Unsafe set-ups are refused, with the cure; and safe ones are not."""

import pytest
from django.core.checks import run_checks

from gufu import roles
from gufu.sign_on import groups
from gufu.sign_on.checks import check_emergency, check_sign_on
from gufu.sign_on.models import BreakGlassAccount
from tests.factories import UserFactory
from tests.security.test_production_settings import start

SAFE = {
    "OIDC_ENABLED": True,
    "OIDC_ISSUER": "https://login.example/tenant/v2.0",
    "OIDC_SERVER_URL": "https://login.example/tenant/v2.0",
    "OIDC_CLIENT_ID": "gufu",
    "OIDC_CLIENT_SECRET": "hemmelig",
    "OIDC_ALLOWED_DOMAINS": ["gufu.example"],
    "OIDC_GROUP_MAP": "GUFU=editors",
    "LOCAL_ACCOUNTS": True,
    "SESSION_COOKIE_SECURE": True,
}
UNSAFE = {
    "E001": ({"LOCAL_ACCOUNTS": False, "OIDC_ENABLED": False}, "LOCAL_ACCOUNTS=on"),
    "E002": ({"OIDC_CLIENT_SECRET": ""}, "OIDC_CLIENT_SECRET_FILE"),
    "E003": ({"OIDC_ISSUER": "http://login.example"}, "https"),
    "E004": ({"OIDC_ISSUER": "https://login.example/" + "x" * 200}, "issuer"),
    "E005": ({"OIDC_GROUP_MAP": "GUFU=chefer"}, "editors, subject_editors"),
    "E006": ({"OIDC_TRUST_EMAIL": True, "OIDC_ALLOWED_DOMAINS": []}, "OIDC_ALLOWED_DOMAINS"),
    "E007": ({"SIGN_ON_SHARED_NETWORKS": ["kommunen"]}, "198.51.100.0/24"),
}


def found(settings, **changes):
    for name, value in {**SAFE, **changes}.items():
        setattr(settings, name, value)
    return check_sign_on()


def test_a_safe_set_up_is_accepted(settings):
    assert found(settings) == []


@pytest.mark.parametrize("fault", UNSAFE)
def test_each_unsafe_one_is_named_with_its_cure(settings, fault):
    changes, cure = UNSAFE[fault]
    errors = found(settings, **changes)
    assert [error.id for error in errors] == [f"sign_on.{fault}"]
    assert cure in errors[0].hint


def test_a_provider_on_ones_own_machine_may_do_without_tls(settings):
    here = {"OIDC_ISSUER": "http://localhost:9", "OIDC_SERVER_URL": "http://localhost:9"}
    assert found(settings, **here, SESSION_COOKIE_SECURE=False) == []
    assert len(found(settings, **here)) == 2


@pytest.mark.django_db
def test_without_local_accounts_an_emergency_administrator_is_asked_for(settings):
    assert check_emergency() == []
    settings.LOCAL_ACCOUNTS = False
    assert [warning.id for warning in check_emergency()] == ["sign_on.W001"]
    assert "sign_on.W001" in {
        message.id for message in run_checks(databases=["default"], tags=["database"])
    }
    BreakGlassAccount.objects.create(user=UserFactory())
    assert check_emergency() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("a=editors", {"a": roles.EDITORS}),
        (" a = editors , b=consultants,", {"a": roles.EDITORS, "b": roles.CONSULTANTS}),
        (
            "CN=GUFU,OU=IT=administrators;b=editors",
            {"CN=GUFU,OU=IT": roles.ADMINISTRATORS, "b": roles.EDITORS},
        ),
    ],
)
def test_the_map_of_groups_is_read(text, expected):
    assert groups.parse(text) == expected


@pytest.mark.parametrize("text", ["editors", "=editors", "a=", "a=Redaktører", "a:editors"])
def test_a_map_that_cannot_be_read_says_so(text):
    with pytest.raises(ValueError, match=r"\S|^$"):
        groups.parse(text)


ENVIRONMENT = {
    "OIDC_ISSUER": "https://login.example/tenant",
    "OIDC_CLIENT_ID": "gufu",
    "OIDC_CLIENT_SECRET": "hemmelig",
    "OIDC_ALLOWED_DOMAINS": "@Gufu.example,kommune.example",
}
SERVE = "import gufu.wsgi; from django.conf import settings as s; print(s.OIDC_ALLOWED_DOMAINS)"


def test_the_web_server_starts_with_a_provider(tmp_path):
    code, said = start(tmp_path, SERVE, **ENVIRONMENT, LOCAL_ACCOUNTS="off")
    assert code == 0, said
    assert said.startswith("['gufu.example', 'kommune.example']\n")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"LOCAL_ACCOUNTS": "off"}, "nobody gets in"),
        ({**ENVIRONMENT, "OIDC_ISSUER": "http://login.example"}, "no https address"),
        ({**ENVIRONMENT, "OIDC_CLIENT_SECRET": None}, "OIDC_CLIENT_SECRET is not"),
    ],
)
def test_the_web_server_does_not_start_unsafely(tmp_path, changes, reason):
    code, said = start(tmp_path, SERVE, **changes)
    assert code != 0
    assert reason in said
    assert "hemmelig" not in said


def test_the_secret_may_come_from_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("fra-fil\n")
    code, said = start(
        tmp_path,
        "import gufu.wsgi; from django.conf import settings as s; print(s.OIDC_CLIENT_SECRET)",
        **{**ENVIRONMENT, "OIDC_CLIENT_SECRET": None},
        OIDC_CLIENT_SECRET_FILE=str(secret),
    )
    assert code == 0, said
    assert said.startswith("fra-fil\n")
