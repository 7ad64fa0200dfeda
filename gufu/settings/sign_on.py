"""Who gets in, and how: docs/operations.md tells it to operators, decision 6 why it is so."""

from gufu.settings.env import env, env_or_file

# --- The municipality's provider of identities (OpenID Connect) ----------------------------------
OIDC_ISSUER = env.str("OIDC_ISSUER", default="").rstrip("/")
#: Where the provider describes itself, if not below its issuer.
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="") or OIDC_ISSUER
OIDC_CLIENT_ID = env_or_file("OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = env_or_file("OIDC_CLIENT_SECRET")
OIDC_NAME = env.str("OIDC_NAME", default="kommunens login")  # after "Log ind med"
OIDC_SCOPES = env.str("OIDC_SCOPES", default="openid profile email").split()
OIDC_USERINFO = env.bool("OIDC_USERINFO", default=True)  # ask its userinfo address too
#: Mail domains that are the municipality's own; when set, others are refused.
OIDC_ALLOWED_DOMAINS = [
    domain.lower().lstrip("@") for domain in env.list("OIDC_ALLOWED_DOMAINS", default=[])
]
#: "claim=value": who lacks it is refused.
OIDC_REQUIRED_CLAIM = env.str("OIDC_REQUIRED_CLAIM", default="")
#: The provider says nothing of email_verified, and the municipality alone gives out addresses.
OIDC_TRUST_EMAIL = env.bool("OIDC_TRUST_EMAIL", default=False)
OIDC_GROUPS_CLAIM = env.str("OIDC_GROUPS_CLAIM", default="groups")
OIDC_GROUP_MAP = env.str("OIDC_GROUP_MAP", default="")  # value=role,value=role
#: A claim that only the municipality sets ("upn"), equal to the names of prepared accounts.
OIDC_MATCH_CLAIM = env.str("OIDC_MATCH_CLAIM", default="")
OIDC_ENABLED = bool(OIDC_ISSUER)
OIDC_CLOCK_SKEW = 60  # seconds that the provider's clock and ours may differ

# --- django-allauth: its protocol and its tables, behind doors of our own (gufu.sign_on) ---------
ACCOUNT_ADAPTER = "gufu.sign_on.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ADAPTER = "gufu.sign_on.adapters.ProviderAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_STORE_TOKENS = False
# A page waits for the provider three times at most; a worker must not wait longer than a person.
SOCIALACCOUNT_REQUESTS_TIMEOUT = 4
MFA_ADAPTER = "gufu.sign_on.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "GUFU"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True

# --- Local accounts ------------------------------------------------------------------------------
#: Off: names and passwords open nothing, except for the emergency administrators.
LOCAL_ACCOUNTS = env.bool("LOCAL_ACCOUNTS", default=True)
#: Told of every use of an emergency account, besides the administrators.
SECURITY_EMAIL = env.str("SECURITY_EMAIL", default="")
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "gufu.sign_on.backends.LocalBackend",
    "gufu.sign_on.backends.ProviderBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
REFUSED_PASSWORDS: tuple[str, ...] = ()  # production refuses the demo's
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# --- Guessing (gufu.sign_on.throttle; django-axes finds the attempts and the address) ------------
#: Networks behind whose single address many people sit; many may mistype there.
SIGN_ON_SHARED_NETWORKS = env.list("SIGN_ON_SHARED_NETWORKS", default=[])
#: The cookie of a browser from which somebody has signed on before.
KNOWN_BROWSER_COOKIE = "kendt"
AXES_HANDLER = "gufu.sign_on.throttle.Throttle"
AXES_LOCKOUT_CALLABLE = "gufu.sign_on.throttle.too_many"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# The address is the connection's own; forwarding headers count only behind as many proxies as are
# declared here, since anybody can write them.
AXES_IPWARE_PROXY_COUNT = env.int("PROXY_COUNT", default=0)
AXES_IPWARE_META_PRECEDENCE_ORDER = (
    ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"] if AXES_IPWARE_PROXY_COUNT else ["REMOTE_ADDR"]
)
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
