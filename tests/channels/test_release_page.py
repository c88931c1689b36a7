"""Asking for the newest version against a server that says exactly what a test wants."""

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.channels.own_certificate import own_certificate, proved_by
from tests.channels.weibo_api_server import Say, ScriptedServer, answer, reset
from weibo_operator.channels.release_page import LARGEST, ask_release
from weibo_operator.domain.errors import VersionCheckError

TOLD = {"version": "0.2.0", "date": "2026-12-01", "notes": "周报更快", "page": "https://desk.example/0.2.0"}
GOOD = json.dumps(TOLD)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    return proved_by(certificate)


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The world vouches for this certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


def reason(tls: ssl.SSLContext, *script: Say, whole: float = 10) -> str:
    """Why nothing came of asking."""
    with ScriptedServer(script, tls=tls) as server, pytest.raises(VersionCheckError) as caught:
        ask_release(f"{server.address}/newest.json", whole=whole)
    return str(caught.value.data["reason"])


@pytest.mark.usefixtures("trusted")
def test_the_answer_and_all_that_is_said_of_us(tls: ssl.SSLContext):
    with ScriptedServer([answer(GOOD)], tls=tls) as server:
        release, host = ask_release(f"{server.address}/newest.json"), server.host
    assert (release.version, release.notes) == ("0.2.0", "周报更快")
    (heard,) = server.heard
    lines = heard.decode().strip().split("\r\n")
    assert lines[0] == "GET /newest.json HTTP/1.1"
    assert sorted(lines[1:]) == sorted(
        [
            f"Host: {host}",
            "Accept: application/json",
            "Accept-Encoding: identity",
            "Connection: keep-alive",
            "User-Agent: weibo-operator",
        ]
    )


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    "body",
    ["", "<html>", "[]", "{}", "null", '"0.2.0"', GOOD[:-2], "[" * 5000, json.dumps({**TOLD, "version": "zero"})],
)
def test_garbage(tls: ssl.SSLContext, body: str):
    assert reason(tls, answer(body)) == "unreadable"


@pytest.mark.usefixtures("trusted")
def test_bytes_that_are_no_text(tls: ssl.SSLContext):
    assert reason(tls, answer(b"\xff\xfe\x00\x01")) == "unreadable"
    assert reason(tls, answer(GOOD.encode("utf-16"))) == "unreadable"


@pytest.mark.usefixtures("trusted")
def test_huge(tls: ssl.SSLContext):
    assert reason(tls, answer(b" " * (LARGEST + 1))) == "too_large"


@pytest.mark.usefixtures("trusted")
def test_endless(tls: ssl.SSLContext):
    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b" " * 8192)

    assert reason(tls, endless) == "too_large"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("pause", [0.02, 1.0])
def test_slow(tls: ssl.SSLContext, pause: float):
    """A piece now and then, and hardly any piece at all: over after the time given."""
    with ScriptedServer([], tls=tls) as server:

        def drip(connection: socket.socket) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while not server.closing.wait(pause):
                connection.sendall(b" ")

        server.say(drip)
        began = time.monotonic()
        with pytest.raises(VersionCheckError) as caught:
            ask_release(f"{server.address}/", whole=0.3)
        assert time.monotonic() - began < 5
    assert caught.value.data["reason"] == "offline"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\nLocation: /x\r\nX-Slow: "])
def test_a_head_byte_by_byte(tls: ssl.SSLContext, head: bytes):
    """No piece is late, but the head never ends: the whole is over after the time given."""
    with ScriptedServer([], tls=tls) as server:

        def drip(connection: socket.socket) -> None:
            connection.sendall(head + (b"X-Slow: " if head.endswith(b"\r\n") else b""))
            while not server.closing.wait(0.02):
                connection.sendall(b"a")

        server.say(drip)
        began = time.monotonic()
        with pytest.raises(VersionCheckError) as caught:
            ask_release(f"{server.address}/", whole=0.4)
        assert time.monotonic() - began < 3
    assert caught.value.data["reason"] == "offline"


@pytest.mark.usefixtures("trusted")
def test_a_handshake_byte_by_byte():
    """The same before anything is encrypted: the first record is announced and never ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        over = threading.Event()

        def drip() -> None:
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                connection.sendall(b"\x16\x03\x03\x40\x00")
                while not over.wait(0.02):
                    connection.sendall(b"\x00")

        server = threading.Thread(target=drip)
        server.start()
        began = time.monotonic()
        with pytest.raises(VersionCheckError) as caught:
            ask_release(f"https://127.0.0.1:{listening.getsockname()[1]}/", whole=0.4)
        took = time.monotonic() - began
        over.set()
        server.join()
    assert took < 3
    assert caught.value.data["reason"] == "offline"


@pytest.mark.usefixtures("trusted")
def test_broken_off_and_refused(tls: ssl.SSLContext):
    assert reason(tls, reset) == "offline"
    assert reason(tls, b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{") == "offline"
    assert reason(tls, b"\x00\x01\x02") == "offline"
    assert reason(tls, answer(GOOD, "404 Not Found")) == "refused"
    assert reason(tls, answer(GOOD, "500 Internal Server Error")) == "refused"


def test_a_closed_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(VersionCheckError) as caught:
        ask_release(f"https://127.0.0.1:{port}/")
    assert caught.value.data["reason"] == "offline"


def test_a_certificate_that_nobody_vouches_for(tls: ssl.SSLContext):
    with ScriptedServer([answer(GOOD)], tls=tls) as server, pytest.raises(VersionCheckError) as caught:
        ask_release(f"{server.address}/newest.json")
    assert caught.value.data["reason"] == "untrusted"
    assert server.heard == [], "nothing was asked of a stranger"


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name(tls: ssl.SSLContext):
    with ScriptedServer([answer(GOOD)], tls=tls) as server, pytest.raises(VersionCheckError) as caught:
        ask_release(f"{server.address.replace('127.0.0.1', 'localhost')}/")
    assert caught.value.data["reason"] == "untrusted"
    assert server.heard == []


@pytest.mark.usefixtures("trusted")
def test_a_redirect_on_the_same_host_is_followed_without_what_it_wants_kept(tls: ssl.SSLContext):
    moved = answer("", "302 Found", "Location: /there.json", "Set-Cookie: id=1")
    with ScriptedServer([moved, answer(GOOD)], tls=tls) as server:
        assert ask_release(f"{server.address}/newest.json").version == "0.2.0"
    assert server.heard[1].startswith(b"GET /there.json ")
    assert b"ookie" not in server.heard[1]


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    "place",
    [
        lambda host: "https://elsewhere.test/newest.json",
        lambda host: f"http://{host}/newest.json",
        lambda host: f"//elsewhere.test:{host.rpartition(':')[2]}/",
        lambda host: f"https://{host}@elsewhere.test/",
        lambda host: "https://127.0.0.1:1/",
        lambda host: "file:///etc/passwd",
        lambda host: "https://[::1",
        lambda host: "",
    ],
)
def test_other_redirects_are_not(tls: ssl.SSLContext, place: Callable[[str], str]):
    with ScriptedServer([], tls=tls) as server:
        server.say(answer("", "302 Found", f"Location: {place(server.host)}"))
        with pytest.raises(VersionCheckError) as caught:
            ask_release(f"{server.address}/newest.json")
    assert caught.value.data["reason"] in ("redirected", "offline")
    assert len(server.heard) <= 3


@pytest.mark.parametrize("address", ["http://desk.example/", "ftp://desk.example/", "https://a@desk.example/", ""])
def test_what_is_no_address_is_not_asked(address: str):
    with pytest.raises(VersionCheckError) as caught:
        ask_release(address)
    assert caught.value.data["reason"] == "address"
