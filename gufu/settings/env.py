"""Reading the environment: every variable may also come from a file named by VARIABLE_FILE.

Docker and Kubernetes hand out secrets as files; nothing secret needs to be in the environment.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def env_or_file(name: str, default: str = "") -> str:
    """Return the value of `name`, or the stripped text of the file named by `name`_FILE.

    Raises ImproperlyConfigured when the file cannot be read.
    """
    if path := env.str(f"{name}_FILE", default=""):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE={path}: {error}") from error
    return env.str(name, default=default)
