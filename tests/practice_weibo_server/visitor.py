"""A client of the practice Weibo in plain http.client: one connection per request, redirects not followed."""

import json
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Got:
    """One answer."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> dict:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The platform's error code, as text."""
        return str(self.json["error_code"])


@dataclass(frozen=True, slots=True)
class Visitor:
    """Asks one server with one token."""

    address: str
    token: str = ""

    def get(self, path: str, **fields: object) -> Got:
        """GET /2/PATH.json."""
        return self.ask(f"/2/{path}.json?{urlencode(fields)}")

    def post(self, path: str, **fields: object) -> Got:
        """POST /2/PATH.json as a form."""
        return self.ask(f"/2/{path}.json", urlencode(fields).encode())

    def ask(self, path: str, body: bytes | None = None, content_type: str = "") -> Got:
        """Any request."""
        headers = {"Authorization": f"OAuth2 {self.token}"} if self.token else {}
        if body is not None:
            headers["Content-Type"] = content_type or "application/x-www-form-urlencoded"
        method = "GET" if body is None else "POST"
        with closing(HTTPConnection(urlsplit(self.address).netloc, timeout=20)) as connection:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return Got(answer.status, answer.headers, answer.read())
