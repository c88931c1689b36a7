"""JSON: the site's pages of posts and comments, and lists of flat objects."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from file_import_samples import CAPTURED_AT, FIRST_MID, put, split
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.channels.file_import import FileReader
from weibo_operator.channels.file_import.html_text import strip_html
from weibo_operator.domain.base62 import mid_to_bid
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.domain.labels import Source

MID = str(FIRST_MID)
USER = {
    "id": 1700000001,
    "idstr": "1700000001",
    "screen_name": "买家一号",
    "verified": True,
    "verified_type": 0,
}
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
KEYS = st.sampled_from(["data", "list", "user", "text", "created_at", "id", "comments", "status", "昵称", "x"])
TREES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=5))
)


def post(**changes: object) -> dict[str, object]:
    entry: dict[str, object] = {
        "created_at": "Wed Nov 18 10:00:00 +0800 2026",
        "id": FIRST_MID,
        "idstr": MID,
        "mblogid": mid_to_bid(MID),
        "user": {**USER, "followers_count": "10万+"},
        "text_raw": "#新品# 好喝[馋嘴]\n还想买",
        "text": '<a href="//s.weibo.com">#新品#</a> 好喝',
        "source": '<a href="http://app.weibo.com">iPhone客户端</a>',
        "region_name": "发布于 广东",
        "reposts_count": 1,
        "comments_count": 2,
        "attitudes_count": 3,
    }
    return {**entry, **changes}


def comment(number: int, **changes: object) -> dict[str, object]:
    entry: dict[str, object] = {
        "created_at": "Wed Nov 18 10:05:00 +0800 2026",
        "id": 5100000000009000 + number,
        "rootid": 5100000000009000 + number,
        "user": USER,
        "text": f'第{number}条<img alt="[怒]" src="x.png" /><br />退款 &amp; 道歉',
        "source": "来自广东",
        "like_counts": 7,
    }
    return {**entry, **changes}


def read(folder: Path, document: object, *own_names: str) -> tuple[str, list[IncomingMessage], list[RowProblem]]:
    path = put(folder, json.dumps(document, ensure_ascii=False), encoding="utf-8", name="page.json")
    reader = FileReader(own_names)
    return (reader.sniff(path).key, *split(list(reader.read(path, captured_at=CAPTURED_AT))))


def test_a_page_of_posts(tmp_path: Path):
    key, (message,), problems = read(tmp_path, {"ok": 1, "data": {"list": [post()], "total": 1}})
    assert (key, problems) == ("weibo_ajax", [])
    assert (message.platform_id, message.uid, message.nickname) == (MID, "1700000001", "买家一号")
    assert message.text == "#新品# 好喝[馋嘴]\n还想买"
    assert message.posted_at == datetime(2026, 11, 18, 10, 0, tzinfo=CHINA)
    assert message.link == f"https://weibo.com/1700000001/{mid_to_bid(MID)}"
    assert (message.location, message.device, message.verified) == ("广东", "iPhone客户端", "黄V")
    assert (message.reposts, message.comments, message.likes, message.followers) == (1, 2, 3, 100_000)


def test_the_open_platforms_page_and_a_bare_list_are_read_too(tmp_path: Path):
    for document in ({"statuses": [post()], "total_number": 1}, [post()]):
        key, messages, _ = read(tmp_path, document)
        assert (key, len(messages)) == ("weibo_ajax", 1)


def test_a_post_that_names_us_is_a_mention(tmp_path: Path):
    _, (message,), _ = read(tmp_path, [post(text_raw="@小店客服 在吗")], "小店客服")
    assert (message.source, message.mentions) == (Source.MENTION, ("小店客服",))


def test_a_repost_tells_what_it_reposts(tmp_path: Path):
    source = {"idstr": "5099999999999999", "text": "<b>原文</b>", "user": {"screen_name": "小店"}}
    deleted = {"id": 5099999999999998, "text": "抱歉，此微博已被作者删除", "deleted": "1"}
    _, messages, _ = read(tmp_path, [post(retweeted_status=source), post(retweeted_status=deleted)])
    assert [(each.parent_platform_id, each.parent_author, each.parent_text) for each in messages] == [
        ("5099999999999999", "小店", "原文"),
        ("5099999999999998", "", "抱歉，此微博已被作者删除"),
    ]


def test_a_long_post_is_read_whole(tmp_path: Path):
    _, (message,), _ = read(tmp_path, [post(longText={"longTextContent": "全文在此"})])
    assert message.text == "全文在此"


def test_comments_with_their_replies(tmp_path: Path):
    answered = {"id": 5100000000009001, "user": USER, "text": "原话"}
    reply = comment(2, rootid=5100000000009001, reply_comment=answered)
    under = comment(3, status={"idstr": MID, "text": "正文", "user": {"screen_name": "小店"}})
    key, messages, _ = read(tmp_path, {"ok": 1, "data": [comment(1, comments=[reply]), under]})
    assert key == "weibo_ajax"
    assert [each.source for each in messages] == [Source.COMMENT] * 3
    assert [each.parent_platform_id for each in messages] == ["", "5100000000009001", MID]
    assert [each.parent_author for each in messages] == ["", "买家一号", "小店"]
    assert messages[0].text == "第1条[怒]\n退款 & 道歉"
    assert (messages[0].location, messages[0].device, messages[0].likes) == ("广东", "", 7)
    assert messages[2].link == f"https://m.weibo.cn/detail/{MID}"


def test_an_empty_page_holds_nothing(tmp_path: Path):
    assert read(tmp_path, {"ok": 1, "data": {"list": []}}) == ("weibo_ajax", [], [])


def test_items_that_cannot_be_read_are_numbered(tmp_path: Path):
    _, messages, problems = read(tmp_path, [post(), "x", post(user=None), post(created_at="?"), post()])
    assert len(messages) == 2
    assert [(each.line, each.code) for each in problems] == [
        (2, "not_an_object"),
        (3, "no_author"),
        (4, "bad_date"),
    ]


def test_a_list_of_flat_objects(tmp_path: Path):
    rows = [
        {"昵称": "买家二号", "内容": "第一条", "时间": 1795024800, "点赞数": None},
        {"昵称": "买家三号", "内容": "第二条", "时间": "刚刚", "uid": 1700000003},
        17,
    ]
    for document in (rows, {"total": 3, "rows": rows}):
        key, messages, problems = read(tmp_path, document)
        assert key == "plain_comments"
        assert [each.uid for each in messages] == ["name:买家二号", "1700000003"]
        assert [(each.line, each.code) for each in problems] == [(3, "not_an_object")]


def test_objects_of_a_known_exporter_are_read_as_its_table(tmp_path: Path):
    row = {
        "note_id": MID,
        "content": "怎么还没到",
        "create_time": 1795024800,
        "create_date_time": "2026-11-18 10:00:00+08:00",
        "note_url": "",
        "last_modify_ts": 0,
        "user_id": "1700000004",
        "nickname": "买家四号",
    }
    key, (message,), _ = read(tmp_path, [row])
    assert key == "mediacrawler_contents"
    assert message.posted_at == datetime(2026, 11, 18, 10, 0, tzinfo=CHINA)


def test_halves_of_characters_and_zeros_are_dropped(tmp_path: Path):
    path = put(tmp_path, '[{"昵称": "a\\ud83d\\u0000b", "内容": "\\ud83d\\ude00"}]', encoding="utf-8")
    (message,), _ = split(list(FileReader().read(path)))
    assert (message.nickname, message.text) == ("ab", "😀")


@pytest.mark.parametrize(
    ("text", "line"), [('{"ok": 1,\n"data": [', 2), ("[" * 200_000, 0), ("[" + "9" * 5_000 + "]", 0)]
)
def test_broken_json_is_refused(tmp_path: Path, text: str, line: int):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(put(tmp_path, text))
    assert (caught.value.data["reason"], caught.value.data["line"]) == ("json", line)


@pytest.mark.parametrize("depth", [600, 900, 960, 990])
@pytest.mark.parametrize("key", ["data", "comments", "text"])
def test_deep_nesting_is_read_or_refused(tmp_path: Path, depth: int, key: str):
    inner = json.dumps([post(), comment(1)])
    text = inner.replace('"source"', f'"{key}": {"[" * depth}{"]" * depth}, "source"')
    chain = f'{{"{key}": ' * depth + inner + "}" * depth
    for document in (text, chain, f'[{{"昵称": "买家", "内容": {"[" * depth}{"]" * depth}}}]'):
        try:
            outcomes = list(FileReader().read(put(tmp_path, document)))
        except FileUnreadableError:
            continue
        assert all(isinstance(each, IncomingMessage | RowProblem) for each in outcomes)


@settings(max_examples=200)
@given(TREES)
def test_any_document_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, tree: object):
    path = put(tmp_path_factory.getbasetemp(), json.dumps(tree), encoding="utf-8", name="tree.json")
    try:
        outcomes = list(FileReader().read(path, captured_at=CAPTURED_AT))
    except FileUnreadableError:
        return
    for each in outcomes:
        assert isinstance(each, IncomingMessage | RowProblem)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("一<br/>二<br />三", "一\n二\n三"),
        ('<img alt="[馋嘴]" title="x" src="y">好', "[馋嘴]好"),
        ("<span class='url'><img src=\"i.png\"></span><a href='/n/某'>@某</a>", "@某"),
        ("1 &lt; 2 &amp;&amp; 3 > 2", "1 < 2 && 3 > 2"),
        ("a < b 和 c > d", "a < b 和 c > d"),
        ("<![if 坏", "<![if 坏"),
    ],
)
def test_strip_html(markup: str, text: str):
    assert strip_html(markup) == text
