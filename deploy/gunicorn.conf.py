"""How the web process runs, the same in the demo and in an installation.

A few processes with a few threads: a page costs some milliseconds of CPU, and a browser that opens
a connection ahead of its next click keeps nobody waiting, with a proxy in front or without.
"""

import gc
import os
import socket
import struct
from pathlib import Path
from typing import Any

wsgi_app = "gufu.wsgi:application"
bind = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30  # seconds; a worker that gives no sign of life for longer is replaced
graceful_timeout = 20
PATIENCE = 10  # seconds that a thread waits for more of what somebody sends, or to be read
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


def when_ready(server: Any) -> None:
    """Tell the sockets how long they wait; a connection has this from the one it arrived at."""
    for listener in server.LISTENERS:
        if listener.sock.family == socket.AF_UNIX:
            continue
        # Whoever has connected and not asked for anything yet takes no thread.
        if hasattr(socket, "TCP_DEFER_ACCEPT"):
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, PATIENCE)
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            wait = struct.pack("ll", PATIENCE, 0)
            listener.sock.setsockopt(socket.SOL_SOCKET, direction, wait)


def post_worker_init(worker: object) -> None:
    """Leave what a worker has loaded out of every search for garbage: one request in twenty paid
    for it."""
    gc.collect()
    gc.freeze()
