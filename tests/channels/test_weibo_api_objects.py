"""Posts, comments and people of the platform, whole, cut down, deleted, and of the wrong types."""

import locale
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.test_weibo_api_errors import json_values
from weibo_operator.channels.weibo_api.dates import exact_time, read_time
from weibo_operator.channels.weibo_api.objects import (
    author_of,
    comment_from,
    is_deleted,
    mention_from,
    own_comment_from,
)
from weibo_operator.channels.weibo_api.values import count_at, id_of, whole_number
from weibo_operator.domain.base62 import mid_to_bid, time_of_mid
from weibo_operator.domain.labels import Audience, Platform, Source

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
POST = 5_101_234_567_890_123
USER = {
    "id": 1404376560,
    "idstr": "1404376560",
    "screen_name": "北城小满",
    "followers_count": "2683.1万",
    "verified": True,
    "verified_type": 2,
    "location": "北京 朝阳区",
}
STATUS = {
    "created_at": "Thu Nov 19 13:46:55 +0800 2026",
    "id": POST,
    "idstr": str(POST),
    "mid": str(POST),
    "text": "@小店 到货了吗 http://t.cn/A6abc",
    "source": '<a href="http://weibo.com" rel="nofollow">iPhone 15</a>',
    "user": USER,
    "reposts_count": 3,
    "comments_count": "12",
    "attitudes_count": "10万+",
    "region_name": "发布于 广东",
    "something_new": {"deep": [1, 2]},
}
COMMENT = {
    "created_at": "Thu Nov 19 13:50:00 +0800 2026",
    "id": 5101234599990001,
    "text": "还没收到，急",
    "source": "来自浙江",
    "user": {"id": 2222222222, "screen_name": "小李"},
    "status": {"id": POST, "text": "我们的新品", "user": {"id": 9000000001, "screen_name": "小店"}},
    "like_count": 4,
}


def test_a_mention_is_read_whole():
    message = mention_from(STATUS, NOW)
    assert message is not None
    assert (message.platform, message.source, message.audience) == (Platform.WEIBO, Source.MENTION, Audience.PUBLIC)
    assert (message.platform_id, message.uid, message.nickname) == (str(POST), "1404376560", "北城小满")
    assert message.posted_at == datetime(2026, 11, 19, 5, 46, 55, tzinfo=UTC)
    assert not message.time_is_approximate
    assert message.link == f"https://weibo.com/1404376560/{mid_to_bid(str(POST))}"
    assert message.profile_url == "https://weibo.com/u/1404376560"
    assert (message.followers, message.verified) == (26_831_000, "蓝V")
    assert (message.location, message.device) == ("广东", "iPhone 15")
    assert (message.reposts, message.comments, message.likes) == (3, 12, 100_000)
    assert message.mentions == ("小店",)
    assert (message.parent_platform_id, message.parent_author, message.parent_text) == ("", "", "")


def test_a_repost_tells_of_the_post_under_it():
    source = {"id": "4537740077310227", "text": "原博", "user": {"screen_name": "小店"}}
    message = mention_from({**STATUS, "retweeted_status": source}, NOW)
    assert message is not None
    assert message.source is Source.MENTION
    assert (message.parent_platform_id, message.parent_author, message.parent_text) == (
        "4537740077310227",
        "小店",
        "原博",
    )


def test_a_repost_of_something_deleted_is_still_a_mention():
    shell = {"id": 4537740077310227, "text": "抱歉，此微博已被作者删除", "deleted": "1"}
    message = mention_from({**STATUS, "retweeted_status": shell}, NOW)
    assert message is not None
    assert (message.parent_platform_id, message.parent_author) == ("4537740077310227", "")


def test_a_comment_names_its_post_and_what_it_answers():
    message = comment_from(COMMENT, NOW)
    assert message is not None
    assert (message.source, message.platform_id, message.uid) == (Source.COMMENT, "5101234599990001", "2222222222")
    assert message.parent_platform_id == str(POST)
    assert (message.parent_author, message.parent_text) == ("小店", "我们的新品")
    assert message.link == f"https://weibo.com/9000000001/{mid_to_bid(str(POST))}"
    assert (message.location, message.device, message.likes) == ("浙江", "", 4)
    answered = {"id": 77, "text": "您好，稍等", "user": {"screen_name": "小店客服"}}
    message = comment_from({**COMMENT, "reply_comment": answered}, NOW)
    assert message is not None
    assert message.parent_platform_id == str(POST)
    assert (message.parent_author, message.parent_text) == ("小店客服", "您好，稍等")


def test_a_comment_whose_post_is_gone_is_kept():
    message = comment_from({**COMMENT, "status": {"id": POST, "deleted": "1", "text": "已删除"}}, NOW)
    assert message is not None
    assert message.link == f"https://m.weibo.cn/detail/{POST}"
    message = comment_from({key: value for key, value in COMMENT.items() if key != "status"}, NOW)
    assert message is not None
    assert (message.parent_platform_id, message.link) == ("", "")


def test_the_long_text_is_preferred():
    row = {**STATUS, "text": "开头…", "isLongText": True, "longText": {"longTextContent": "开头和全部"}}
    message = mention_from(row, NOW)
    assert message is not None
    assert message.text == "开头和全部"


def test_html_of_the_site_becomes_text_and_plain_text_stays():
    message = mention_from({**STATUS, "text": '好<img alt="[馋嘴]" src="x"><br />再来'}, NOW)
    assert message is not None
    assert message.text == "好[馋嘴]\n再来"
    message = mention_from({**STATUS, "text": "价格 a<b 吗"}, NOW)
    assert message is not None
    assert message.text == "价格 a<b 吗"


@pytest.mark.parametrize(
    ("user", "word"),
    [
        ({"verified": True, "verified_type": 0}, "黄V"),
        ({"verified": True, "verified_type": "3"}, "蓝V"),
        ({"verified": False, "verified_type": -1}, ""),
        ({"verified": "false", "verified_type": 2}, ""),
        ({"verified_type": 220}, ""),
        ({}, ""),
    ],
)
def test_verified_in_words(user: dict[str, object], word: str):
    message = mention_from({**STATUS, "user": {"id": 1404376560, "screen_name": "x", **user}}, NOW)
    assert message is not None
    assert message.verified == word


def test_shells_and_rows_without_anybody_are_no_messages():
    assert is_deleted({"id": POST, "text": "抱歉，此微博已被作者删除", "deleted": "1"})
    assert mention_from({"id": POST, "text": "抱歉", "deleted": "1"}, NOW) is None
    assert mention_from({"id": POST, "text": "没有人"}, NOW) is None
    assert comment_from({"text": "没有号", "user": USER}, NOW) is None
    assert author_of({"user": {"screen_name": "只有名字"}}) == "name:只有名字"


def test_our_own_comment():
    row = {**COMMENT, "text": "回复@小李:您好 A&gt;B", "reply_comment": {"id": "88"}}
    own = own_comment_from(row, NOW)
    assert own is not None
    assert (own.platform_id, own.post_id, own.reply_to) == ("5101234599990001", str(POST), "88")
    assert own.text == "回复@小李:您好 A>B"
    assert own_comment_from({"text": "没有号"}, NOW) is None
    picture = own_comment_from({"id": 5, "text": "", "pic": {}}, NOW)
    assert picture is not None
    assert (picture.text, picture.posted_at) == ("", NOW)


def test_dates_do_not_depend_on_the_locale():
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("zh_CN.UTF-8", "de_DE.UTF-8", "C.UTF-8"):
            with suppress(locale.Error):
                locale.setlocale(locale.LC_TIME, name)
            assert exact_time("Tue May 31 17:46:55 +0800 2011", NOW) == datetime(2011, 5, 31, 9, 46, 55, tzinfo=UTC)
    finally:
        locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize("written", ["", "Tue Foo 31 17:46:55 +0800 2011", "Tue Feb 31 17:46:55 +0800 2011", "x" * 999])
def test_a_date_nobody_can_read_falls_back_to_the_number_of_a_post(written: str):
    number = "4537740077310227"
    assert read_time(written, NOW, post_id=number) == (time_of_mid(number), False)
    assert read_time(written, NOW) == (NOW, True)
    assert read_time(written, NOW, post_id="9999999999999999") == (NOW, True)
    assert exact_time(written, NOW) is None


@given(st.integers(1_250_000_000, 4_070_000_000), st.sampled_from([0, 8, -5]))
def test_every_moment_in_the_platforms_form(seconds: int, hours: int):
    moment = datetime.fromtimestamp(seconds, UTC)
    there = moment + timedelta(hours=hours)
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    zone = f"{'-' if hours < 0 else '+'}{abs(hours):02}00"
    written = f"Mon {names[there.month - 1]} {there:%d %H:%M:%S} {zone} {there.year}"
    assert exact_time(written, NOW) == moment


def test_numbers_of_every_kind():
    assert [whole_number(value) for value in ("12", 12, 12.0, "012", 0)] == [12, 12, 12, 12, 0]
    strange = (None, True, -1, 1.5, float("nan"), float("inf"), "１２", "1e5", "9" * 40, 2**70, [], {})
    assert [whole_number(value) for value in strange] == [None] * len(strange)
    assert id_of({"idstr": "", "id": 0, "mid": "77"}) == "77"
    assert count_at({"followers_count": "1,1" * 500}, "followers_count") is None
    assert count_at({"a": None, "b": "1.2亿"}, "a", "b") == 120_000_000


KEYS = sorted({*STATUS, *COMMENT, *USER, "retweeted_status", "reply_comment", "longText", "longTextContent", "deleted"})
rows = st.dictionaries(
    st.sampled_from(KEYS),
    json_values | st.fixed_dictionaries({"id": json_values, "user": json_values, "text": json_values}),
    max_size=12,
)


@given(rows)
def test_no_row_is_too_strange_to_look_at(row: dict[str, object]):
    for read in (mention_from, comment_from):
        message = read({**row}, NOW)
        if message is not None:
            assert message.platform_id.isdecimal()
            assert message.posted_at.tzinfo is not None
            message.text.encode()
            message.nickname.encode()
    own_comment_from(row, NOW)
    is_deleted(row)
    author_of(row)
    for key in (*STATUS, *COMMENT):
        mention_from({**STATUS, key: row}, NOW)
        comment_from({**COMMENT, key: row.get(key)}, NOW)
