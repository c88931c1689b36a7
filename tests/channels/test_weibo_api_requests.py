"""What leaves over real sockets, and what never does: the token, a reply's words, our address."""

import logging
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest

from tests.channels.weibo_api_calls import SECRET, SENT, SHORT, TARGET, UNREAD, session_on, token
from tests.channels.weibo_api_server import ScriptedServer, answer
from tests.conftest import SetClock
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.domain.open_platform import AppKey, Delivered, Feature, PlatformError, Reaction, ReplyTarget


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


def test_half_a_character_anywhere_does_not_leave(clock: SetClock):
    with ScriptedServer([answer(SENT)]) as server:
        platform = WeiboPlatform(clock, patience=SHORT)
        session = platform.session(AppKey("1", server=server.address), token(), public_ip="\ud83d")
        with pytest.raises(PlatformError) as caught:
            session.send(TARGET, "您好")
        session.close()
        assert (caught.value.reaction, server.callers) == (Reaction.SETUP, 0)


def test_a_call_may_be_kept_back(clock: SetClock):
    asked: list[Feature] = []

    def budget(feature: Feature) -> None:
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


def test_a_token_that_is_none_opens_no_session(clock: SetClock):
    for value in ("", "two\r\nlines", "中文"):
        with pytest.raises(PlatformError) as caught:
            WeiboPlatform(clock).session(AppKey("1"), token(value))
        assert caught.value.reaction is Reaction.RELOGIN
