"""A real installation. Refuses to start unsafely, and says why."""

from django.core.exceptions import ImproperlyConfigured

from gufu.settings.base import *  # noqa: F403
from gufu.settings.base import (
    ALLOWED_HOSTS,
    DATABASES,
    EMAIL_BACKEND,
    SCIM_TOKEN,
    SECRET_KEY,
    WAGTAILADMIN_BASE_URL,
)
from gufu.settings.env import env

# TLS is on unless the installation says, in so many words, that it stands on a machine of its own.
INSECURE_LOCALHOST = env.bool("INSECURE_LOCALHOST", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not INSECURE_LOCALHOST
SECURE_HSTS_SECONDS = 0 if INSECURE_LOCALHOST else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if not INSECURE_LOCALHOST:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    KNOWN_BROWSER_COOKIE = "__Host-kendt"
SECURE_REDIRECT_EXEMPT = [r"^health/"]
if env.bool("TRUST_FORWARDED_PROTO", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# A database that once was a demo must not open with what its documentation says.
REFUSED_PASSWORDS = ("gufu-demo",)

_faults = []
_random = len(SECRET_KEY) >= 50 and len(set(SECRET_KEY)) >= 10
if not _random or SECRET_KEY.startswith("development-only-"):
    _faults.append("SECRET_KEY (or SECRET_KEY_FILE) must be a random secret of 50 characters.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    _faults.append("ALLOWED_HOSTS must list the names of the site, without '*'.")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    _faults.append("DATABASE_URL must name a PostgreSQL database; SQLite is for one's own machine.")
if EMAIL_BACKEND != "django.core.mail.backends.smtp.EmailBackend":
    _faults.append("EMAIL_URL must name a mail server (smtp+tls://user:password@host:587).")
if not INSECURE_LOCALHOST and not WAGTAILADMIN_BASE_URL.startswith("https://"):
    _faults.append("BASE_URL must be the https address of the site; mail links to it.")
if SCIM_TOKEN and len(SCIM_TOKEN) < 32:
    _faults.append("SCIM_TOKEN must be a random secret of at least 32 characters, or empty.")
if _faults:
    raise ImproperlyConfigured("GUFU does not start:\n  - " + "\n  - ".join(_faults))
