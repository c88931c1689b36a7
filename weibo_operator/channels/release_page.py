"""Asks one address for the document of the newest version: https only, small, soon over, and nothing said of us."""

import json
import ssl
from contextlib import closing, suppress
from urllib.parse import urljoin, urlsplit

import httpx

from weibo_operator.channels.deadline import Deadline
from weibo_operator.domain.errors import VersionCheckError
from weibo_operator.domain.open_platform import is_on_this_machine
from weibo_operator.domain.release import Release, is_safe_address, read_release

LARGEST = 64 * 1024
CONNECT, READ, WHOLE = 5.0, 5.0, 10.0
"""Seconds: for a connection, for the next piece of the answer, for the whole of the question and its answers.

Closing the window may have to wait for them.
"""
HEADERS = {"User-Agent": "weibo-operator", "Accept": "application/json", "Accept-Encoding": "identity"}
"""The same from every machine and every version: no id, no count, no version."""
_OK = 200
_MOST_HOPS = 2


def ask_release(address: str, *, whole: float = WHOLE) -> Release:
    """The newest version that ``address`` tells of; ``whole`` seconds at most.

    Raises ``VersionCheckError``: address, offline, untrusted, redirected, refused, too_large, unreadable.
    """
    if not is_safe_address(address):
        raise VersionCheckError(reason="address")
    with closing(_client(address, whole)) as client, Deadline(whole) as deadline:
        for _ in range(_MOST_HOPS + 1):
            told = _one_answer(client, address, deadline)
            if isinstance(told, bytes):
                return _read(told)
            if _site(told) != _site(address) or not is_safe_address(told):
                raise VersionCheckError(reason="redirected")
            client.cookies.clear()
            address = told
    raise VersionCheckError(reason="redirected")


def _client(address: str, whole: float) -> httpx.Client:
    client: httpx.Client | None = None
    # Certificates or proxies of the system that can't be used raise here.
    with suppress(ImportError, ValueError, OSError, httpx.InvalidURL):
        client = httpx.Client(
            headers=HEADERS,
            trust_env=not is_on_this_machine(address),
            verify=httpx.create_ssl_context(),
            follow_redirects=False,
            timeout=httpx.Timeout(min(READ, whole), connect=min(CONNECT, whole)),
        )
    if client is None:
        raise VersionCheckError(reason="offline")
    return client


def _one_answer(client: httpx.Client, address: str, deadline: Deadline) -> bytes | str:
    """The body of the answer, or the address that it leads to."""
    try:
        with client.stream("GET", address, extensions={"trace": deadline.hear}) as response:
            if response.is_redirect:
                return _joined(address, response.headers.get("location", ""))
            if response.status_code != _OK:
                raise VersionCheckError(reason="refused", status=response.status_code)
            return _body(response, deadline)
    except httpx.DecodingError:
        reason = "unreadable"
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = "untrusted" if _is_certificate(error) else "offline"
    raise VersionCheckError(reason=reason)


def _body(response: httpx.Response, deadline: Deadline) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise VersionCheckError(reason="too_large")
    if deadline.is_over:  # cut off, which looks like an end
        raise VersionCheckError(reason="offline")
    return bytes(body)


def _read(body: bytes) -> Release:
    release = read_release(body) if json.detect_encoding(body).startswith("utf-8") else None
    if release is None:
        raise VersionCheckError(reason="unreadable")
    return release


def _joined(address: str, place: str) -> str:
    try:
        return urljoin(address, place)
    except ValueError:
        return ""


def _site(address: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port; a host of nobody for what is no address."""
    try:
        parts = urlsplit(address)
        port = parts.port or 443
    except ValueError:
        return "", None, None
    return parts.scheme, parts.hostname, port


def _is_certificate(error: BaseException) -> bool:
    """The other side could not prove who it is."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
