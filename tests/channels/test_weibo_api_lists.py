"""The platform's lists over real sockets: within their bounds, without what we wrote or what is deleted."""

import json

from tests.channels.weibo_api_calls import session_on
from tests.channels.weibo_api_server import ScriptedServer, answer
from tests.conftest import SetClock
from weibo_operator.domain.open_platform import Feature


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
