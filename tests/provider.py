"""A real OpenID Connect provider on a free port of this machine, and ways to make it misbehave.

`oidc_provider_mock` answers; a layer before it can sign other claims than it would (`forge`), be
slow (`delay`) or broken (`answer`), and keeps what it was asked (`asked`).
"""

import base64
import contextlib
import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import oidc_provider_mock
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from oidc_provider_mock._server import _threaded_server
from werkzeug.wrappers import Request, Response

os.environ.setdefault("AUTHLIB_INSECURE_TRANSPORT", "1")  # http, on this machine alone

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)

FOREIGN_STYLES = re.compile(r"<link[^>]*https://[^>]*>")

Claims = dict[str, Any]


def signed(claims: Claims, key: Any = KEY, algorithm: str = "RS256", kid: str = "ours") -> str:
    return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": kid})


@dataclass
class Provider:
    """The provider as a test steers it."""

    url: str = ""
    forge: Callable[[Claims], str] | None = None  # claims that it would sign → the token instead
    answer: dict[str, Response] = field(default_factory=dict)  # path → what it says instead
    delay: dict[str, float] = field(default_factory=dict)  # path → seconds
    asked: list[Request] = field(default_factory=list)

    def behave(self) -> None:
        """Be a good provider again."""
        self.forge = None
        for kept in (self.answer, self.delay, self.asked):
            kept.clear()

    def knows(self, sub: str, **claims: Any) -> None:
        """Let there be somebody with these claims."""
        claims.setdefault("email", f"{sub}@gufu.example")
        claims.setdefault("email_verified", True)
        claims.setdefault("name", sub.replace(".", " ").title())
        assert requests.put(f"{self.url}/users/{sub}", json=claims, timeout=10).status_code == 204

    def approve(self, address: str, sub: str, **form: str) -> str:
        """Sign on as `sub` at `address`; return where the provider sends the browser."""
        answer = requests.post(
            address, data={"sub": sub, **form}, allow_redirects=False, timeout=10
        )
        assert answer.status_code == 302, answer.text
        return answer.headers["Location"]

    def wrap(self, app: Any) -> Any:
        def layer(environ: dict[str, Any], start_response: Any) -> Any:
            request = Request(environ)
            request.get_data(cache=True, parse_form_data=False)
            self.asked.append(request)
            time.sleep(self.delay.get(request.path, 0))
            if request.path in self.answer:
                return self.answer[request.path](environ, start_response)
            response = Response.from_app(app, _again(environ, request))
            if response.mimetype == "text/html":  # its pages wait for a style sheet from elsewhere
                response.set_data(FOREIGN_STYLES.sub("", response.get_data(as_text=True)))
            if self.forge and request.path == "/oauth2/token" and response.status_code == 200:
                said = json.loads(response.get_data())
                claims = jwt.decode(said["id_token"], options={"verify_signature": False})
                said["id_token"] = self.forge(claims)
                response.set_data(json.dumps(said))
            if self.forge and request.path == "/jwks":
                ours = {**json.loads(RSAAlgorithm.to_jwk(KEY.public_key())), "kid": "ours"}
                response.set_data(json.dumps({"keys": [{**ours, "use": "sig"}]}))
            return response(environ, start_response)

        return layer

    def asked_for(self, path: str) -> dict[str, str]:
        """Return what the last request for `path` carried, in its address or its body."""
        request = next(request for request in reversed(self.asked) if request.path == path)
        found = parse_qs(request.query_string.decode()) | parse_qs(request.get_data().decode())
        return {name: values[0] for name, values in found.items()}


def _again(environ: dict[str, Any], request: Request) -> dict[str, Any]:
    import io

    return {**environ, "wsgi.input": io.BytesIO(request.get_data())}


def challenge_of(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def path_of(address: str) -> str:
    """Return path and query: what Django's test client wants."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


@contextlib.contextmanager
def running_provider() -> Iterator[Provider]:
    """Start a provider on a free port; it ends with the block."""
    provider = Provider()
    app = oidc_provider_mock.app(require_nonce=True)
    with _threaded_server(app=provider.wrap(app)) as server:
        provider.url = f"http://localhost:{server.server_port}"
        yield provider
