"""Production settings refuse to start unsafely, and say why; the demo does not exist there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAFE = {
    "SECRET_KEY": "k7bQ-2vX_9mT" * 5,
    "ALLOWED_HOSTS": "gufu.guldborgsund.example",
    "DATABASE_URL": "postgres://gufu:hemmelig@127.0.0.1:1/gufu",
    "EMAIL_URL": "smtp+tls://gufu:hemmelig@mail.example:587",
    "BASE_URL": "https://gufu.guldborgsund.example",
}


def start(tmp_path, code="print('started')", **changes):
    """Return (exit code, everything said) of a process that starts with production settings."""
    variables = {name: value for name, value in {**SAFE, **changes}.items() if value is not None}
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {code}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "GUFU_VAR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "gufu.settings.production",
            **variables,
        },
    )
    return done.returncode, done.stdout + done.stderr


def test_with_everything_in_order_it_starts(tmp_path):
    assert start(tmp_path) == (0, "started\n")


FAULTS = {
    "no secret": ({"SECRET_KEY": None}, "SECRET_KEY (or SECRET_KEY_FILE) must be a random secret"),
    "a short secret": ({"SECRET_KEY": "kort"}, "50 characters"),
    "a secret of one letter": ({"SECRET_KEY": "a" * 60}, "SECRET_KEY"),
    "the development secret": ({"SECRET_KEY": "development-only-" + "0" * 50}, "SECRET_KEY"),
    "no names": ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS must list the names"),
    "every name": ({"ALLOWED_HOSTS": "gufu.example,*"}, "ALLOWED_HOSTS"),
    "no database": ({"DATABASE_URL": None}, "DATABASE_URL must name a PostgreSQL"),
    "SQLite": ({"DATABASE_URL": "sqlite:////tmp/x.sqlite3"}, "DATABASE_URL"),
    "no mail server": ({"EMAIL_URL": None}, "EMAIL_URL must name a mail server"),
    "mail to the console": ({"EMAIL_URL": "consolemail://"}, "EMAIL_URL"),
    "no address": ({"BASE_URL": None}, "BASE_URL must be the https address"),
    "an address without TLS": ({"BASE_URL": "http://gufu.example"}, "BASE_URL"),
    "a secret file that is not there": (
        {"SECRET_KEY": None, "SECRET_KEY_FILE": "/findes/ikke"},
        "SECRET_KEY_FILE=/findes/ikke",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_stops_it_with_the_reason(tmp_path, fault):
    changes, reason = FAULTS[fault]
    code, said = start(tmp_path, **changes)
    assert code != 0
    assert "ImproperlyConfigured" in said
    assert reason in said
    assert "started" not in said
    assert SAFE["SECRET_KEY"] not in said
    assert "hemmelig" not in said


def test_all_faults_are_told_at_once(tmp_path):
    _code, said = start(tmp_path, **dict.fromkeys(SAFE))
    for name in SAFE:
        assert f"- {name}" in said


def test_the_secret_may_come_from_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text(SAFE["SECRET_KEY"] + "\n")
    assert start(tmp_path, SECRET_KEY=None, SECRET_KEY_FILE=str(secret))[0] == 0


ASK = """
import json
from django.apps import apps
from django.conf import settings as s
from django.core.management import get_commands
from django.urls import Resolver404, get_resolver, resolve
def there(address):
    try:
        return resolve(address).url_name
    except Resolver404:
        return None
print(json.dumps({
    'debug': s.DEBUG,
    'demo': apps.is_installed('gufu.demo'),
    'command': 'demo' in get_commands(),
    'mailbox': str(s.DEMO_MAILBOX),
    'routes': [str(p.pattern) for p in get_resolver().url_patterns],
    'hasher': s.PASSWORD_HASHERS[0],
    'refused': list(s.REFUSED_PASSWORDS),
    'ssl': s.SECURE_SSL_REDIRECT,
    'hsts': s.SECURE_HSTS_SECONDS,
    'cookies': [s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY],
    'names': [s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME],
    'csp': 'unsafe' in str(s.CONTENT_SECURITY_POLICY),
}))
""".strip()


def test_what_production_is(tmp_path):
    script = f"exec({ASK!r})"
    code, said = start(tmp_path, script)
    assert code == 0, said
    is_ = json.loads(said.splitlines()[-1])
    assert is_["debug"] is False
    assert (is_["demo"], is_["command"], is_["mailbox"]) == (False, False, "None")
    assert "udvikling/" not in is_["routes"]
    assert is_["hasher"].endswith("Argon2PasswordHasher")
    assert is_["refused"] == ["gufu-demo"]
    assert is_["ssl"] is True
    assert is_["hsts"] >= 31_536_000
    assert is_["cookies"] == [True, True, True]
    assert is_["names"] == ["__Host-sessionid", "__Host-csrftoken"]
    assert is_["csp"] is False


def test_debug_cannot_be_switched_on_from_outside(tmp_path):
    code, said = start(
        tmp_path, "from django.conf import settings; print(settings.DEBUG)", DEBUG="1"
    )
    assert (code, said) == (0, "False\n")


def test_djangos_own_deployment_checks_find_nothing(tmp_path):
    code, said = start(
        tmp_path,
        "from django.core.management import call_command; "
        "call_command('check', deploy=True, fail_level='WARNING', databases=[])",
    )
    assert code == 0, said
