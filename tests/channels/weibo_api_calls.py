"""Calls of the client against a scripted server: one to read, one to send, and what came of it."""

import ssl
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.channels.weibo_api_server import Say, ScriptedServer
from tests.conftest import SetClock
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.session import WeiboSession
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.open_platform import AppKey, Delivered, PlatformError, Reaction, ReplyTarget, Token

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


def reaction_of(call: Callable[[], object]) -> Reaction | None:
    """What a call calls for; None where it has its answer."""
    try:
        call()
    except PlatformError as error:
        return error.reaction
    return None
