"""A client of the practice Weibo in plain urllib: one connection per request, redirects not followed."""

import json
from dataclasses import dataclass
from email.message import Message
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


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
        if content_type:
            headers["Content-Type"] = content_type
        opener = build_opener(ProxyHandler({}), _StayHere())
        try:
            with opener.open(Request(self.address + path, data=body, headers=headers), timeout=20) as answer:  # noqa: S310  # loopback only
                return Got(answer.status, answer.headers, answer.read())
        except HTTPError as error:
            with error:
                return Got(error.code, error.headers, error.read())
