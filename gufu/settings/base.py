"""What every installation shares. Places differ by environment; see docs/operations.md."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from gufu.settings.env import env, env_or_file
from gufu.settings.sign_on import *  # noqa: F403

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(env.str("GUFU_VAR", default=str(ROOT / "var")))
VAR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = env_or_file("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DEBUG = False

INSTALLED_APPS = [
    "gufu",
    "gufu.outbox",
    "gufu.sign_on",
    "consent",
    "colleagues",
    "toolbox",
    "cases",
    "search",
    "guide",
    "wagtail.contrib.settings",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_prometheus",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gufu.middleware.SecurityHeadersMiddleware",
    "gufu.middleware.ContentSecurityPolicyMiddleware",
    "gufu.middleware.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gufu.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "gufu.middleware.AtomicChangesMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gufu.middleware.CmsDoorMiddleware",
    "colleagues.first_visit.FirstVisitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "gufu.urls"
WSGI_APPLICATION = "gufu.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gufu.context.nonce",
                "gufu.context.rights",
            ],
            "builtins": [f"gufu.templatetags.{name}" for name in ("ui", "kept", "pieces")],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data --------------------------------------------------------------------------------------
DATABASES = {
    "default": env.db_url_config(
        env_or_file("DATABASE_URL") or f"sqlite:///{VAR / 'db.sqlite3'}",
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers go on while one writes; IMMEDIATE waits for the lock at BEGIN instead of
    # failing at the first write of a transaction that began by reading.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Each new connection costs more than the queries of a page (docs/decisions), on SQLite too.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=300)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": env.cache_url("CACHE_URL", default="locmemcache://"),
    # Wagtail would keep renditions for itself, and show those that another process has dropped.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
# Nothing is served from here: every file goes through a view that checks page and consent.
MEDIA_URL = "/medier/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long portrait in Wagtail's editor has ~2,000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
MAX_BODY_SIZE = 25 * 1024 * 1024  # one file of 20 MB and the form around it
CSRF_FAILURE_VIEW = "gufu.views.csrf_failure"

# --- Language ----------------------------------------------------------------------------------
LANGUAGE_CODE = "da"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("da", _("Dansk")), ("en", _("Engelsk"))]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = "gufu.formats"
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- Sign-on (gufu/settings/sign_on.py) --------------------------------------------------------
WAGTAILADMIN_LOGIN_URL = "login"
WAGTAIL_FRONTEND_LOGIN_URL = "/konto/login/"
# A list cannot ask for a password, so a page or a folder is closed by groups alone.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}

# --- Headers -----------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail previews pages in a frame of its own origin
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which wants DENY
CONTENT_SECURITY_POLICY = {
    # For the site's own pages; Wagtail's admin has a policy of its own, in gufu.middleware.
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}

# --- Mail --------------------------------------------------------------------------------------
# Mail is written to the outbox and sent by the worker with this backend.
_mail = env.email_url_config(env_or_file("EMAIL_URL") or "consolemail://")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
vars().update(_mail)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="gufu@gufu.example")
EMAIL_TIMEOUT = 10
MAIL_DOMAIN = env.str("MAIL_DOMAIN", default="gufu.example")  # right side of Message-IDs
# The consultants' shared mailbox: new requests for support are told here.
CONSULTANTS_EMAIL = env.str("CONSULTANTS_EMAIL", default=f"konsulenter@{MAIL_DOMAIN}")
DEMO_MAILBOX: Path | None = None

# --- Search ------------------------------------------------------------------------------------
ELASTICSEARCH_URL = env_or_file("ELASTICSEARCH_URL")  # several nodes are separated by commas
ELASTICSEARCH_PREFIX = env.str("ELASTICSEARCH_PREFIX", default="gufu")
SEARCH_INDEX_DIR = Path(env.str("SEARCH_INDEX_DIR", default=str(VAR / "index")))
SEARCH_LOG_SECONDS = 60  # how long searches without results are counted in memory
# Wagtail's own search serves only its explorer and choosers, inside the admin.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": True}
}

# --- Wagtail -----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "GUFU"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # nobody's address leaves the house
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("da", "Dansk"), ("en", "English")]
WAGTAIL_PASSWORD_RESET_ENABLED = False  # the identity provider's business, or the administrator's
# Nor does the CMS change them: its form asks for the old password past the throttle, and an address
# that one gives oneself could be a colleague's (/konto/adgangskode/ is for local accounts).
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
TAGGIT_CASE_INSENSITIVE = True
WAGTAILIMAGES_IMAGE_MODEL = "consent.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "consent.forms.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]  # never SVG: it scripts
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILDOCS_DOCUMENT_MODEL = "consent.Attachment"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # through the check, never a redirect to the file
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024

# --- Watching
METRICS_TOKEN = env_or_file("METRICS_TOKEN")

# --- Staff data: who holds this token keeps accounts and roles by SCIM; without it SCIM is off.
SCIM_TOKEN = env_or_file("SCIM_TOKEN")
# Whom colleagues write to about their own data, and where erasures are remembered outside the
# database: keep the file when an older backup is restored.
DATA_CONTACT_EMAIL = env.str("DATA_CONTACT_EMAIL", default=f"databeskyttelse@{MAIL_DOMAIN}")
ERASURES_FILE = Path(env.str("ERASURES_FILE", default=str(VAR / "erasures.jsonl")))

# --- Worker ------------------------------------------------------------------------------------
OUTBOX_POLL_SECONDS = 0.5
OUTBOX_MAX_ATTEMPTS = 12
# Wagtail's background tasks (reference index, search index) run in the request, inside its
# transaction; ours go through the outbox.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

_CHATTY = ("axes", "django_tasks", "wagtail", "PIL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "gufu.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        **{name: {"level": "WARNING"} for name in _CHATTY},
        # Its warnings are tracebacks; whoever asks Elasticsearch says in one line what went wrong.
        "elastic_transport": {"level": "ERROR"},
    },
}
