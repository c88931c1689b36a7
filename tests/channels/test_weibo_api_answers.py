"""What the client makes of a server's answers, over real sockets: every way in which a request may break."""

import json
import socket
import threading
import time
import traceback
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channels.test_weibo_api_errors import json_values
from tests.channels.weibo_api_calls import SECRET, TARGET, WORDS, reaction_of, reading, refusal, sending, session_on
from tests.channels.weibo_api_server import Say, ScriptedServer, answer, reset
from tests.conftest import SetClock
from weibo_operator.channels.weibo_api import transport
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.open_platform import Delivered, Feature, PlatformError, Reaction

BROKEN_OFF = b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + b'{"id": 5'

ANSWERS: list[tuple[Say, Reaction, Reaction]] = [
    (b"", Reaction.RETRY, Reaction.UNKNOWN),
    (reset, Reaction.RETRY, Reaction.UNKNOWN),
    (BROKEN_OFF, Reaction.RETRY, Reaction.UNKNOWN),
    (b"SSH-2.0-OpenSSH_9.2\r\n", Reaction.RETRY, Reaction.UNKNOWN),
    (answer("<html>维护中</html>"), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer('{"id": 5'), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer(""), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer(b"\xff\xfe\x00"), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer("[" * 100_000), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer('{"id": ' + "9" * 5000 + "}"), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer("[]"), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer("{}"), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer('"ok"'), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer("x", "200 OK", "Content-Encoding: gzip"), Reaction.UNREADABLE, Reaction.UNKNOWN),
    (answer("<html>", "502 Bad Gateway"), Reaction.RETRY, Reaction.UNKNOWN),
    (answer('{"error_code": 10009}', "503 Busy"), Reaction.RETRY, Reaction.RETRY),
    (answer('{"error_code": "10002"}', "400 Bad"), Reaction.RETRY, Reaction.RETRY),
    (answer('{"error_code": 10001}'), Reaction.RETRY, Reaction.UNKNOWN),
    (answer('{"error_code": 10010}', "500 No"), Reaction.RETRY, Reaction.UNKNOWN),
    (answer("<html>", "403 Forbidden"), Reaction.NO_PERMISSION, Reaction.NO_PERMISSION),
    (answer("", "418 I'm a teapot"), Reaction.RATE_LIMIT, Reaction.RATE_LIMIT),
    (answer('{"error_code": 10014}', "403 No"), Reaction.NO_PERMISSION, Reaction.NO_PERMISSION),
    (answer('{"error_code": "21327"}'), Reaction.RELOGIN, Reaction.RELOGIN),
    (answer('{"ok": 0, "errno": "20206", "msg": "x"}'), Reaction.NOT_ALLOWED, Reaction.NOT_ALLOWED),
    (answer('{"ok": 0, "errno": "20019"}'), Reaction.MAYBE_SENT, Reaction.MAYBE_SENT),
    (answer('{"error_code": 20101}'), Reaction.TARGET_GONE, Reaction.TARGET_GONE),
    (answer("", "302 Found", "Location: https://elsewhere.test/x"), Reaction.UNTRUSTED, Reaction.UNKNOWN),
    (answer("", "307 Again", "Location: //elsewhere.test/x"), Reaction.UNTRUSTED, Reaction.UNKNOWN),
    (answer("", "302 Found", "Location: /login"), Reaction.UNREADABLE, Reaction.UNKNOWN),
]


@pytest.mark.parametrize(("say", "read", "write"), ANSWERS, ids=range(len(ANSWERS)))
def test_reads_and_writes_break_in_their_own_ways(clock: SetClock, say: Say, read: Reaction, write: Reaction):
    assert reading(clock, say).reaction is read
    assert refusal(sending(clock, say)) is write


def test_success_that_may_show_late_is_success(clock: SetClock):
    for status in ("200 OK", "400 Bad"):
        assert sending(clock, answer('{"error_code": "20032", "error": "sync"}', status)) == Delivered()


def dripping(connection: socket.socket) -> None:
    """A byte at a time, for as long as anybody listens; far too slow to become too large."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    pause = threading.Event()
    while True:
        connection.sendall(b"1\r\n \r\n")
        pause.wait(0.01)


def test_an_answer_that_never_comes(clock: SetClock):
    impatient = Patience(connect=5, read=0.1, whole=5)
    for is_write, reaction in ((False, Reaction.RETRY), (True, Reaction.UNKNOWN)):
        script: list[Say] = []
        with ScriptedServer(script) as server:
            script.append(lambda _, over=server.closing: over.wait(5) or None)  # says nothing until the test is over
            session = session_on(server.address, clock, impatient)
            with pytest.raises(PlatformError) as caught:
                session.send(TARGET, "您好") if is_write else session.unread()
            assert caught.value.reaction is reaction
            session.close()
            server.closing.set()
            assert server.callers == 1


def test_an_answer_that_never_ends(clock: SetClock):
    assert reading(clock, dripping, Patience(connect=5, read=5, whole=0.1)).reaction is Reaction.RETRY
    assert refusal(sending(clock, dripping, Patience(connect=5, read=5, whole=0.1))) is Reaction.UNKNOWN


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 400 Bad Request\r\nX-Slow: ", b"HTT"])
@pytest.mark.parametrize("is_write", [False, True])
def test_a_head_that_never_ends(clock: SetClock, head: bytes, is_write: bool):
    """Each byte comes in time: only the limit for the whole ends it, and a write may have been done."""
    with ScriptedServer([]) as server:

        def drip(connection: socket.socket) -> None:
            connection.sendall(head)
            while not server.closing.wait(0.02):
                connection.sendall(b"a")

        server.say(drip)
        session = session_on(server.address, clock, Patience(connect=5, read=5, whole=0.3))
        began = time.monotonic()
        with pytest.raises(PlatformError) as caught:
            session.send(TARGET, "您好") if is_write else session.unread()
        assert time.monotonic() - began < 4
        assert caught.value.reaction is (Reaction.UNKNOWN if is_write else Reaction.RETRY)
        session.close()
        assert server.callers == 1


def test_a_body_is_bounded(clock: SetClock):
    def huge(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(100):
            connection.sendall(b" " * 1024 * 1024)

    assert reading(clock, huge).reaction is Reaction.UNREADABLE
    assert refusal(sending(clock, huge)) is Reaction.UNKNOWN
    whole = answer('{"cmt": 1, "x": "' + "y" * (transport.LARGEST_ANSWER - 30) + '"}')
    with ScriptedServer([whole]) as server:
        session = session_on(server.address, clock)
        assert session.unread().comments == 1
        session.close()


def test_nobody_there_is_offline_for_both(clock: SetClock):
    with socket.create_server(("127.0.0.1", 0)) as once:
        port = once.getsockname()[1]
    session = session_on(f"http://127.0.0.1:{port}", clock)
    for call in (session.unread, lambda: session.send(TARGET, "您好")):
        with pytest.raises(PlatformError) as caught:
            call()
        assert caught.value.reaction is Reaction.OFFLINE
    session.close()


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("Retry-After: 120", timedelta(seconds=120)),
        ("Retry-After: 99999999", timedelta(days=1)),
        ("Retry-After: Thu, 19 Nov 2026 06:40:00 GMT", timedelta(minutes=30)),
        ("Retry-After: Thu, 19 Nov 2020 06:40:00 GMT", timedelta(0)),
        ("Retry-After: soon", None),
        ("X: y", None),
    ],
)
def test_too_many_requests_say_from_when(clock: SetClock, header: str, wait: timedelta | None):
    error = reading(clock, answer("", "429 Too Many", header))
    assert error.reaction is Reaction.RATE_LIMIT
    assert error.retry_at == (None if wait is None else clock.now() + wait)


@pytest.mark.parametrize(
    ("told", "resets"),
    [
        ({"remaining_user_hits": "12", "remaining_ip_hits": 900, "reset_time_in_seconds": 600}, 600),
        ({"remaining_user_hits": 3, "reset_time": "2026-11-19 15:00:00"}, 3000),
        ({"reset_time": "2026-11-19 15:00:00", "reset_time_in_seconds": "2415"}, 2415),
        ({"reset_time": "2026-11-19 15:00:00", "reset_time_in_seconds": 10**9}, 3000),
        ({"reset_time": "soon", "reset_time_in_seconds": -4}, None),
        ([], None),
    ],
)
def test_the_limits_of_the_hour_say_from_when(clock: SetClock, told: object, resets: int | None):
    with ScriptedServer([answer('{"error_code": 10023}', "403 No"), answer(json.dumps(told))]) as server:
        session = session_on(server.address, clock)
        with pytest.raises(PlatformError) as caught:
            session.unread()
        session.close()
        assert server.callers == 2
    assert caught.value.retry_at == (None if resets is None else clock.now() + timedelta(seconds=resets))


@given(
    st.text(alphabet='Thu, 19Nov2026:+-GMT()" ', max_size=40)
    | st.tuples(st.integers(), st.integers(), st.integers()).map("Thu, {0[0]} Nov {0[1]} 6:00:00 {0[2]:+}".format)
)
def test_no_date_to_wait_for_is_too_strange(written: str):
    now = datetime(2026, 11, 19, tzinfo=UTC)
    until = transport._rest_until(written, now)
    assert until is None or now <= until <= now + timedelta(days=1)


def test_nothing_of_the_request_is_in_an_error(clock: SetClock):
    said = json.dumps({"error": f"invalid_access_token:{SECRET}", "error_code": 21332})
    repeated = json.dumps({"error": f"no {WORDS} {SECRET}", "error_code": 20021})
    for error in (reading(clock, answer(said)), sending(clock, answer(repeated)), sending(clock, b"")):
        assert isinstance(error, PlatformError)
        told = "".join(traceback.format_exception(error)) + repr(error.data)
        assert SECRET not in told
        assert WORDS not in told
        assert error.__context__ is None
        assert error.__cause__ is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(["statuses", "comments", "id", "error", "ok", "cmt"]), json_values) | json_values
)
def test_any_json_is_an_answer_or_an_error(clock: SetClock, document: object):
    with ScriptedServer([answer(json.dumps(document))]) as server:
        session = session_on(server.address, clock)
        for call in (
            lambda: session.page(Feature.MENTIONS),
            lambda: session.page(Feature.COMMENTS),
            session.own_comments,
            session.unread,
            session.profile,
        ):
            assert reaction_of(call) is not Reaction.UNKNOWN
        assert reaction_of(lambda: session.send(TARGET, "您好")) is not Reaction.OFFLINE
        session.close()


headers = st.lists(
    st.tuples(
        st.sampled_from(["Content-Length", "Content-Encoding", "Transfer-Encoding", "Location", "Retry-After", "X"]),
        st.sampled_from(["0", "5", "-1", "chunked", "gzip", "gzip, br", "identity", "//[::1", "http://\x7f", ""])
        | st.text(st.characters(min_codepoint=9, max_codepoint=255), max_size=8),
    ),
    max_size=4,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([100, 101, 200, 204, 206, 301, 302, 304, 400, 403, 500, 599]) | st.integers(0, 1099), headers)
def test_no_bytes_are_too_strange(clock: SetClock, status: int, named: list[tuple[str, str]]):
    head = "".join(f"{name}: {value}\r\n" for name, value in named).encode("latin-1")
    said = b"HTTP/1.1 %d X\r\n%s\r\n%s" % (status, head, b'{"x": 5}')
    assert reading(clock, said).reaction not in {Reaction.UNKNOWN, Reaction.OFFLINE}
    outcome = sending(clock, said)
    assert refusal(outcome) in {
        Reaction.UNKNOWN,
        Reaction.RELOGIN,
        Reaction.NO_PERMISSION,
        Reaction.SETUP,
        Reaction.RATE_LIMIT,
    }
