"""What the client makes of a server's answers, over real sockets: every way in which a request may break."""

import json
import logging
import shutil
import socket
import ssl
import subprocess
import threading
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channels.test_weibo_api_errors import json_values
from tests.channels.weibo_api_server import Say, ScriptedServer, answer, reset
from tests.conftest import SetClock
from weibo_operator.channels.weibo_api import transport
from weibo_operator.channels.weibo_api.addresses import safe_server, same_host, unread_resource
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.session import WeiboSession
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.open_platform import (
    WEIBO_SERVER,
    AppKey,
    Delivered,
    Feature,
    PlatformError,
    Reaction,
    ReplyTarget,
    Token,
)

SECRET = "2.00" + "Value123" * 3
WORDS = "您好，" + "已经为您查询"
SHORT = Patience(connect=5, read=5, whole=5)
TARGET = ReplyTarget("5101234567890123", "5101234599990001")
SENT = '{"id": 5101234600000007, "text": "x", "created_at": "Thu Nov 19 14:10:05 +0800 2026"}'
UNREAD = '{"cmt": "2", "dm": 1, "mention_status": 3, "mention_cmt": 0}'


def token(value: str = SECRET) -> Token:
    return Token(value, "9000000001", datetime(2031, 1, 1, tzinfo=UTC))


def session_on(
    address: str, clock: SetClock, patience: Patience = SHORT, trust: ssl.SSLContext | None = None
) -> WeiboSession:
    return WeiboPlatform(clock, patience=patience, trust=trust).session(AppKey("123", server=address), token())


def reading(clock: SetClock, say: Say, patience: Patience = SHORT) -> PlatformError:
    with ScriptedServer([say]) as server:
        session = session_on(server.address, clock, patience)
        with pytest.raises(PlatformError) as caught:
            session.unread()
        session.close()
    return caught.value


def sending(clock: SetClock, say: Say, patience: Patience = SHORT) -> Delivered | PlatformError:
    with ScriptedServer([say]) as server:
        session = session_on(server.address, clock, patience)
        try:
            return session.send(TARGET, WORDS)
        except PlatformError as error:
            return error
        finally:
            session.close()
            assert server.callers == 1, "a reply leaves at most once"


def refusal(outcome: Delivered | PlatformError) -> Reaction:
    assert isinstance(outcome, PlatformError)
    return outcome.reaction


def test_the_token_goes_in_the_header_and_nowhere_else(clock: SetClock, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG), ScriptedServer([answer(UNREAD)]) as server:
        session = session_on(server.address, clock)
        unread = session.unread()
        session.close()
    assert (unread.mentions, unread.comments, unread.comment_mentions, unread.private) == (3, 2, 0, 1)
    head = server.heard[0].decode()
    assert head.startswith("GET /2/remind/unread_count.json?uid=9000000001 HTTP/1.1")
    assert f"Authorization: OAuth2 {SECRET}\r\n" in head
    assert SECRET not in head.partition("\r\n")[0]
    assert "connection: close" in head.lower()
    assert SECRET not in caplog.text


def test_a_reply_is_sent_as_the_platform_wants_it(clock: SetClock):
    with ScriptedServer([answer(SENT)]) as server:
        platform = WeiboPlatform(clock, patience=SHORT)
        session = platform.session(AppKey("1", server=server.address), token(), public_ip="203.0.113.7")
        delivered = session.send(TARGET, "您好 & 谢谢 50% 😀")
        session.close()
    assert delivered == Delivered("5101234600000007", datetime(2026, 11, 19, 6, 10, 5, tzinfo=UTC))
    head, _, body = server.heard[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /2/comments/reply.json HTTP/1.1")
    assert parse_qs(body.decode("ascii")) == {
        "id": ["5101234567890123"],
        "cid": ["5101234599990001"],
        "comment": ["您好 & 谢谢 50% 😀"],
        "without_mention": ["0"],
        "rip": ["203.0.113.7"],
    }


def test_a_comment_under_a_post_has_no_address_of_ours_unless_told(clock: SetClock):
    with ScriptedServer([answer(SENT)]) as server:
        session = session_on(server.address, clock)
        session.send(ReplyTarget("5101234567890123"), "好的")
        session.close()
    head, _, body = server.heard[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /2/comments/create.json HTTP/1.1")
    assert parse_qs(body.decode("ascii")) == {"id": ["5101234567890123"], "comment": ["好的"]}


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


def test_what_cannot_be_sent_does_not_leave(clock: SetClock):
    with ScriptedServer([answer(SENT)]) as server:
        session = session_on(server.address, clock)
        for target, text, reaction in (
            (TARGET, "\ud83d", Reaction.EDIT_TEXT),
            (TARGET, "  ", Reaction.EDIT_TEXT),
            (ReplyTarget(""), "您好", Reaction.SETUP),
            (ReplyTarget("hash:abc"), "您好", Reaction.SETUP),
            (ReplyTarget("5101234567890123", "hash:abc"), "您好", Reaction.SETUP),
        ):
            with pytest.raises(PlatformError) as caught:
                session.send(target, text)
            assert caught.value.reaction is reaction
        session.close()
        assert server.callers == 0


def test_a_call_may_be_kept_back(clock: SetClock):
    asked: list[Feature | None] = []

    def budget(feature: Feature | None) -> None:
        asked.append(feature)
        if len(asked) > 1:
            raise PlatformError(Reaction.RATE_LIMIT, path="", platform_code="budget")

    with ScriptedServer([answer(UNREAD)]) as server:
        platform = WeiboPlatform(clock, patience=SHORT)
        session = platform.session(AppKey("1", server=server.address), token(), on_call=budget)
        session.unread()
        with pytest.raises(PlatformError):
            session.send(TARGET, "您好")
        session.close()
        assert server.callers == 1
    assert asked == [Feature.UNREAD, Feature.REPLY]


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
            session.allowance,
        ):
            try:
                call()
            except PlatformError as error:
                assert error.reaction is not Reaction.UNKNOWN  # noqa: PT017 (what is tested is any of the two)
        try:
            session.send(TARGET, "您好")
        except PlatformError as error:
            assert error.reaction is not Reaction.OFFLINE  # noqa: PT017
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


def test_lists_ask_within_their_bounds(clock: SetClock):
    rows = [{"id": number, "user": {"id": 5, "screen_name": "x"}, "text": "t"} for number in (9, 8, 7, 6, 5)]
    body = json.dumps({"statuses": [*rows, "odd", {"id": 7, "text": "nobody"}]})
    with ScriptedServer([answer(body)]) as server:
        session = session_on(server.address, clock)
        page = session.page(Feature.MENTIONS, since_id=5, max_id=8, count=400)
        session.close()
    assert b"count=50&since_id=5&max_id=8 " in server.heard[0]
    assert [message.platform_id for message in page.messages] == ["8", "7", "6"]
    assert (page.ids, page.unreadable) == ((8, 7, 6, 7), 2)


def test_what_we_wrote_and_what_is_deleted_is_no_message(clock: SetClock):
    rows = [
        {"id": 9, "user": {"id": 9000000001, "screen_name": "小店"}, "text": "我们自己"},
        {"id": 8, "deleted": "1", "text": "抱歉，此微博已被作者删除"},
        {"id": 7, "user": {"idstr": "5", "screen_name": "x"}, "text": "客户"},
    ]
    with ScriptedServer([answer(json.dumps({"comments": rows}))]) as server:
        session = session_on(server.address, clock)
        page = session.page(Feature.COMMENTS)
        session.close()
    assert [message.text for message in page.messages] == ["客户"]
    assert (page.ids, page.unreadable) == ((9, 8, 7), 0)


def test_our_own_comments_without_what_cannot_be_read(clock: SetClock):
    rows = [{"id": 9, "text": "好"}, {"text": "没有号"}, 5, {"id": 8, "deleted": "1"}, {"id": 7, "text": ""}]
    with ScriptedServer([answer(json.dumps({"comments": rows})), answer("[]")]) as server:
        session = session_on(server.address, clock)
        assert [comment.platform_id for comment in session.own_comments()] == ["9", "7"]
        assert session.own_comments() == ()
        session.close()


def test_half_a_character_anywhere_does_not_leave(clock: SetClock):
    with ScriptedServer([answer(SENT)]) as server:
        platform = WeiboPlatform(clock, patience=SHORT)
        session = platform.session(AppKey("1", server=server.address), token(), public_ip="\ud83d")
        with pytest.raises(PlatformError) as caught:
            session.send(TARGET, "您好")
        session.close()
        assert (caught.value.reaction, server.callers) == (Reaction.SETUP, 0)


@pytest.mark.parametrize(
    ("answered", "left", "resets"),
    [
        ({"remaining_user_hits": "12", "remaining_ip_hits": 900, "reset_time_in_seconds": 600}, (12, 900), 600),
        ({"remaining_user_hits": 3, "reset_time": "2026-11-19 15:00:00"}, (3, None), 3000),
        ({"reset_time": "soon", "reset_time_in_seconds": -4}, (None, None), None),
    ],
)
def test_the_allowance(
    clock: SetClock, answered: dict[str, object], left: tuple[int | None, int | None], resets: int | None
):
    with ScriptedServer([answer(json.dumps(answered))]) as server:
        session = session_on(server.address, clock)
        allowance = session.allowance()
        session.close()
    assert (allowance.user_left, allowance.address_left) == left
    assert allowance.resets_at == (None if resets is None else clock.now() + timedelta(seconds=resets))


@pytest.mark.parametrize(
    "server",
    [
        "http://api.weibo.com",
        "http://localhost.elsewhere.test",
        "http://127.0.0.1@elsewhere.test",
        "http://10.0.0.1:80",
        "ftp://127.0.0.1",
        "https://user:word@api.weibo.com",
        "https://api.weibo.com/2",
        "https://api.weibo.com?x=1",
        "https://",
        "api.weibo.com",
        "https://api.weibo.com:99999",
        "https://[::1",
        "",
    ],
)
def test_servers_no_token_is_sent_to(clock: SetClock, server: str):
    platform = WeiboPlatform(clock)
    app = AppKey("1", server=server)
    for call in (
        lambda: platform.session(app, token()),
        lambda: platform.revoke(app, token()),
        lambda: platform.exchange(app, "s", code="c", redirect_uri="r"),
        lambda: platform.authorise_address(app, redirect_uri="r", state="s"),
    ):
        with pytest.raises(PlatformError) as caught:
            call()
        assert (caught.value.reaction, caught.value.platform_code) == (Reaction.SETUP, "server")


def test_good_servers_and_the_counter_of_its_own_host():
    assert safe_server(" https://api.weibo.com/ ") == WEIBO_SERVER
    assert safe_server("http://[::1]:8080") == "http://[::1]:8080"
    assert safe_server("http://localhost:1") == "http://localhost:1"
    assert unread_resource(WEIBO_SERVER, "x/y") == "https://rm.api.weibo.com/2/x/y.json"
    assert unread_resource("http://127.0.0.1:9", "x/y") == "http://127.0.0.1:9/2/x/y.json"
    assert same_host("HTTPS://API.weibo.com/x", "https://api.weibo.com/2")
    assert not same_host("http://api.weibo.com/x", "https://api.weibo.com/2")
    assert not same_host("javascript:alert(1)", "https://api.weibo.com/2")


def test_a_token_that_is_none_opens_no_session(clock: SetClock):
    for value in ("", "two\r\nlines", "中文"):
        with pytest.raises(PlatformError) as caught:
            WeiboPlatform(clock).session(AppKey("1"), token(value))
        assert caught.value.reaction is Reaction.RELOGIN


def test_a_proxy_of_the_system_is_not_for_this_machine(clock: SetClock, monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "socks5://127.0.0.1:9")
    with ScriptedServer([answer(UNREAD)]) as server:
        session = session_on(server.address, clock)
        assert session.unread().comments == 2
        session.close()
    with pytest.raises(PlatformError) as caught:
        WeiboPlatform(clock).session(AppKey("1"), token())
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.OFFLINE, "proxy")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate for a server of one's own")
    made = tmp_path_factory.mktemp("certificate") / "own.pem"
    command = (
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=127.0.0.1 "
        f"-addext subjectAltName=IP:127.0.0.1 -keyout {made} -out {made}.crt"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    made.write_text(made.read_text() + Path(f"{made}.crt").read_text())
    return made


@pytest.fixture
def own_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_server_nobody_vouches_for_is_not_spoken_to(clock: SetClock, own_tls: ssl.SSLContext):
    with ScriptedServer([answer(UNREAD)], tls=own_tls) as server:
        session = session_on(server.address, clock)
        for call in (session.unread, lambda: session.send(TARGET, "您好")):
            with pytest.raises(PlatformError) as caught:
                call()
            assert caught.value.reaction is Reaction.UNTRUSTED
        session.close()
        assert server.heard == []


def test_a_server_that_proves_itself_is(clock: SetClock, own_tls: ssl.SSLContext, certificate: Path):
    trust = ssl.create_default_context(cafile=str(certificate))
    with ScriptedServer([answer(UNREAD)], tls=own_tls) as server:
        session = session_on(server.address, clock, trust=trust)
        assert session.unread().comments == 2
        session.close()
