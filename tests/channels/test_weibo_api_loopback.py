"""Taking the code from the browser's redirect to this machine."""

import contextlib
import http.client
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from weibo_operator.channels.weibo_api.loopback import RedirectListener
from weibo_operator.domain.open_platform import PlatformError, Reaction

STATE = "6f0c1a"
CODE = "9af2c7d1e0b84c55a1f0"


def ask(listener: RedirectListener, target: str, method: str = "GET") -> tuple[int, str]:
    """What the browser gets for an address of the listener's."""
    parts = urlsplit(listener.redirect_uri)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    with contextlib.closing(connection):
        connection.request(method, target)
        response = connection.getresponse()
        return response.status, response.read().decode()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def waiting(pool: ThreadPoolExecutor, listener: RedirectListener, seconds: float = 30) -> "Future[str | None]":
    return pool.submit(listener.wait, STATE, seconds)


def test_the_redirect_brings_the_code_once(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    assert listener.redirect_uri.startswith("http://127.0.0.1:")
    told = waiting(pool, listener)
    assert ask(listener, "/favicon.ico")[0] == 404
    assert ask(listener, "/other?code=x&state=" + STATE)[0] == 404
    assert ask(listener, "/")[0] == 404
    assert ask(listener, f"/?code={CODE}&state={STATE}", "POST")[0] == 404
    status, page = ask(listener, f"/?code={CODE}&state={STATE}")
    assert status == 200
    assert "可以关上这一页，回到微博客服台了" in page
    assert CODE not in page
    assert told.result(5) == CODE
    with pytest.raises(OSError, match="refused"):
        ask(listener, "/")


def test_an_answer_to_somebody_elses_question_is_turned_away(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    told = waiting(pool, listener)
    for state in ("", "other", "状态", STATE + "1"):
        connection_status, page = ask(listener, f"/?code=evil0000&state={state.encode().hex() if state else ''}")
        assert connection_status == 400
        assert "不是这一次的授权" in page
    assert ask(listener, "/?error_code=21330&error=access_denied")[0] == 400
    ask(listener, f"/?state={STATE}&code={CODE}")
    assert told.result(5) == CODE


def test_no_is_no(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    told = waiting(pool, listener)
    _, page = ask(listener, f"/?error=access_denied&error_code=21330&state={STATE}")
    assert "没有授权" in page
    with pytest.raises(PlatformError) as caught:
        told.result(5)
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.SETUP, "21330")


def test_what_is_no_code_is_not_taken_for_one(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    told = waiting(pool, listener)
    ask(listener, f"/?code=%0D%0A&state={STATE}")
    with pytest.raises(PlatformError) as caught:
        told.result(5)
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.SETUP, "no_code")


def test_silent_and_strange_callers_do_not_stand_in_the_way(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    told = waiting(pool, listener)
    parts = urlsplit(listener.redirect_uri)
    place = (parts.hostname or "", parts.port or 0)
    with contextlib.ExitStack() as open_ones:
        silent = [open_ones.enter_context(socket.create_connection(place, 5)) for _ in range(8)]
        silent[0].sendall(b"GET /?code=half")
        silent[1].sendall(b"\x16\x03\x01\x02\x00\r\n\r\n")
        assert silent[1].recv(12) == b"HTTP/1.1 404"
        silent[2].close()
        silent[3].sendall(b"GET //[::1 HTTP/1.1\r\n\r\n")
        assert silent[3].recv(12) == b"HTTP/1.1 404"
        ask(listener, f"/?code={CODE}&state={STATE}")
        assert told.result(5) == CODE


def test_waiting_ends_when_it_is_cancelled_from_another_thread(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    told = waiting(pool, listener)
    ask(listener, "/favicon.ico")
    listener.cancel()
    assert told.result(5) is None
    listener.cancel()
    listener.close()
    assert listener.wait(STATE, 1) is None


def test_closing_ends_waiting_too_and_gives_the_port_back(pool: ThreadPoolExecutor):
    listener = RedirectListener()
    told = waiting(pool, listener)
    ask(listener, "/favicon.ico")
    listener.close()
    assert told.result(5) is None
    again = RedirectListener(listener.redirect_uri)
    assert again.redirect_uri == listener.redirect_uri
    again.close()


def test_cancelled_before_it_waits():
    listener = RedirectListener()
    for _ in range(3):
        listener.cancel()
    assert listener.wait(STATE, 30) is None


def test_it_does_not_wait_for_ever():
    listener = RedirectListener()
    with pytest.raises(PlatformError) as caught:
        listener.wait(STATE, 0.02)
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.RETRY, "timed_out")


def test_an_address_of_ones_own(pool: ThreadPoolExecutor):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PlatformError) as caught:
            RedirectListener(f"http://127.0.0.1:{port}/weibo")
        assert caught.value.platform_code == "port"
    listener = RedirectListener(f"http://127.0.0.1:{port}/weibo")
    told = waiting(pool, listener)
    assert ask(listener, f"/?code={CODE}&state={STATE}")[0] == 404
    ask(listener, f"/weibo?code={CODE}&state={STATE}")
    assert told.result(5) == CODE


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1:80/", "http://shop.test:80/", "http://127.0.0.1/", "http://[::1"]
)
def test_an_address_nobody_can_listen_on(address: str):
    with pytest.raises(PlatformError) as caught:
        RedirectListener(address)
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.SETUP, "21322")


def test_many_redirects_one_code():
    listener = RedirectListener()
    heard: list[int] = []

    def browse() -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            heard.append(ask(listener, f"/?code={CODE}&state={STATE}")[0])

    browsers = [threading.Thread(target=browse) for _ in range(4)]
    for browser in browsers:
        browser.start()
    assert listener.wait(STATE, 10) == CODE
    for browser in browsers:
        browser.join()
    assert 200 in heard
