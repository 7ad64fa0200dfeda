"""The test suite: in memory unless DATABASE_URL names a PostgreSQL; quick passwords; no throttle
unless a test asks for it."""

import atexit
import shutil
import tempfile
from pathlib import Path

from gufu.settings.base import *  # noqa: F403
from gufu.settings.base import DATABASES, ELASTICSEARCH_URL, INSTALLED_APPS, STORAGES

SECRET_KEY = "test-only-" + "0" * 50
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [*INSTALLED_APPS, "gufu.demo"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
_place = Path(tempfile.mkdtemp(prefix="gufu-test-"))
atexit.register(shutil.rmtree, _place, ignore_errors=True)
VAR = _place
MEDIA_ROOT = _place / "media"
ERASURES_FILE = _place / "erasures.jsonl"
SEARCH_INDEX_DIR = _place / "index"
SEARCH_LOG_SECONDS = 0  # never by itself
# Tests marked `elasticsearch` use the server that ELASTICSEARCH_URL names; the others have none.
ELASTICSEARCH_TEST_URL, ELASTICSEARCH_URL = ELASTICSEARCH_URL, ""
DEMO_MAILBOX = _place / "mail"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"
    # A file, so that the live server's threads and the worker of a browser test share it.
    DATABASES["default"]["TEST"] = {"NAME": str(_place / "test.sqlite3")}
