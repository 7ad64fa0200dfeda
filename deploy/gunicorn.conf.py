"""How the web process runs, the same in the demo and in an installation.

Sync workers: a page costs a few milliseconds of CPU, and a proxy in front keeps slow readers away.
"""

import gc
import os
from pathlib import Path

wsgi_app = "gufu.wsgi:application"
bind = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
timeout = 30  # seconds; a request that takes longer is a fault, its worker is replaced
graceful_timeout = 20
keepalive = 5
# A worker is renewed now and then; the jitter keeps the workers from doing it together.
max_requests = 20_000
max_requests_jitter = 2_000
# The heartbeat file belongs in memory: on a slow disk it stalls the worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
# A long search text in an address is answered by the site, not by a bare 400 of the server.
limit_request_line = 8190
accesslog = os.environ.get("ACCESS_LOG") or None
# Nobody manages it at run time, and a user without a home has no place for the socket.
control_socket_disable = True


def on_starting(server: object) -> None:
    """Read the dictionaries before there are workers, who share them."""
    from search.danish import read_dictionaries

    read_dictionaries()


def post_worker_init(worker: object) -> None:
    """Leave what a worker has loaded out of every search for garbage: one request in twenty paid
    for it."""
    gc.collect()
    gc.freeze()
