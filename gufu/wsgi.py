"""The door of the web server: production settings unless the environment says otherwise."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gufu.settings.production")

application = get_wsgi_application()

# Commands run the system checks, a web server does not: with these faults it must not serve.
from gufu.sign_on.checks import check_sign_on  # noqa: E402 - needs the settings

if _faults := check_sign_on():
    raise ImproperlyConfigured(
        "GUFU does not start:\n" + "\n".join(f"  - {fault.msg} {fault.hint}" for fault in _faults)
    )
