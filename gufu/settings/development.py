"""One's own machine: `make demo` and the tools. Everything embedded, nothing leaves the machine."""

from gufu.settings.base import *  # noqa: F403
from gufu.settings.base import INSTALLED_APPS, VAR
from gufu.settings.env import env

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = ["*"]
SECRET_KEY = "development-only-" + "0" * 50
INSTALLED_APPS = [*INSTALLED_APPS, "gufu.demo"]

# Each mail becomes a file that /udvikling/post/ shows.
DEMO_MAILBOX = VAR / "mail"
if not env.str("EMAIL_URL", default=""):
    EMAIL_BACKEND = "gufu.demo.mailbox.FileMailbox"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
