"""A stand-in between us and Elasticsearch that behaves badly when told to."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

WELL, SILENT, SLOW, BUSY, REFUSING_ITEMS = "well", "silent", "slow", "busy", "refusing items"
SLOW_SECONDS = 10


class Proxy(ThreadingHTTPServer):
    """Passes on to `target` while `mood` is WELL."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, target: str) -> None:
        self.target = urlsplit(target)
        self.mood = WELL
        self.asked = 0
        self.ended = threading.Event()
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever has lost patience has hung up: nothing to tell."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def answer(self) -> None:
        """Pass the request on, or not."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        proxy = self.server
        proxy.asked += 1
        if proxy.mood == SILENT:
            proxy.ended.wait()
            return
        if proxy.mood == SLOW:
            proxy.ended.wait(SLOW_SECONDS)
        if proxy.mood == BUSY:
            self.reply(429, b'{"error": {"type": "es_rejected_execution_exception"}}')
            return
        status, payload = self.passed_on(body)
        if proxy.mood == REFUSING_ITEMS and "_bulk" in self.path:
            payload = every_other_refused(payload)
        self.reply(status, payload)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer  # noqa: N815 - the library's names

    def passed_on(self, body: bytes) -> tuple[int, bytes]:
        """Return what the real one answers."""
        target = self.server.target
        connection = http.client.HTTPConnection(str(target.hostname), target.port, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name != "Host"}
        connection.request(self.command, self.path, body, headers)
        answer = connection.getresponse()
        self.content_type = answer.headers.get("Content-Type", "application/json")
        payload = answer.read()
        connection.close()
        return answer.status, payload

    content_type = "application/json"

    def reply(self, status: int, payload: bytes) -> None:
        """Send an answer."""
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", self.content_type)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(payload)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


def every_other_refused(payload: bytes) -> bytes:
    """Return the answer to a bulk in which every other item was turned away for now."""
    answer = json.loads(payload)
    for item in answer["items"][::2]:
        ((_, result),) = item.items()
        result["status"] = 429
        result["error"] = {"type": "es_rejected_execution_exception", "reason": "queue is full"}
    answer["errors"] = True
    return json.dumps(answer).encode()


@contextmanager
def proxied(target: str) -> Iterator[Proxy]:
    """Give a proxy for the time of the block."""
    proxy = Proxy(target)
    thread = threading.Thread(target=proxy.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield proxy
    finally:
        proxy.ended.set()
        proxy.shutdown()
        proxy.server_close()
        thread.join()


def closed_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
