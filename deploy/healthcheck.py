"""Is this container well? `healthcheck.py web` asks the site, `healthcheck.py worker` the outbox.

Ends with status 0 when it is, with 1 and the reason when it is not.
"""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request

LAG_SECONDS = 300  # a worker that is this far behind is stuck


def web() -> str:
    """Return why the site is not ready, or nothing."""
    # The site answers only to its own names, so the question comes under one of them.
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    port = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000").rpartition(":")[2]
    url = f"http://127.0.0.1:{port}/health/ready"
    request = urllib.request.Request(url, headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=8):
            return ""
    except (urllib.error.URLError, OSError) as error:
        return f"{url}: {error}"


def worker() -> str:
    """Return why the outbox is not being emptied, or nothing."""
    command = [sys.executable, "manage.py", "outbox", "--status"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=25, check=False)
    if done.returncode:
        return done.stderr[-500:]
    # Not how long notes have waited: while a mail server is away, that is not the worker's fault.
    lag = json.loads(done.stdout.splitlines()[-1])["overdue_seconds"]
    return f"the outbox is {lag:.0f} seconds behind" if lag > LAG_SECONDS else ""


if __name__ == "__main__":
    sys.exit({"web": web, "worker": worker}[sys.argv[1]]() or 0)
