"""Text copied from every page that can be copied from: who said what, when, where, and what stays unread."""

import string
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.channels.paste_pages import CAPTURED, OWN, PAGES, Page, Said
from weibo_operator.channels.paste import PageReader
from weibo_operator.channels.paste.lines import clean, split_lines
from weibo_operator.domain.base62 import time_of_mid
from weibo_operator.domain.clock import china
from weibo_operator.domain.labels import Audience, Source
from weibo_operator.domain.pasted import Pasted, PastedMessage

READER = PageReader((OWN,))
PIECES = [line for page in PAGES.values() for line in page.text.splitlines()]
"""Lines of real layouts, to be put together in any order."""
ODD = st.text(st.characters(), max_size=40)
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.just(""), ODD), max_size=40)


def read(text: str, html: str = "") -> Pasted:
    return READER.read(text, CAPTURED, html=html)


def said(found: PastedMessage, wanted: Said) -> Said:
    """The message in the words of the expectation; what that leaves open stays open."""
    message = found.message
    counts = (message.reposts, message.comments, message.likes)
    return Said(
        message.nickname,
        message.text,
        f"{china(message.posted_at):%m-%d %H:%M}" if wanted.when else "",
        message.source,
        message.parent_text,
        wanted.counts if wanted.counts == (None, None, None) else counts,
    )


def keeps_every_line(text: str, found: Pasted) -> bool:
    """Each line that is not blank is in exactly one message or in the rest."""
    wanted = sorted(number for number, line in enumerate(split_lines(text)) if line.strip())
    got = sorted([n for each in found.messages for n in each.lines] + [line.number for line in found.rest])
    return got == wanted


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_read(page: Page):
    found = read(page.text)
    assert len(found.messages) == len(page.said)
    assert tuple(said(got, wanted) for got, wanted in zip(found.messages, page.said, strict=True)) == page.said
    assert tuple(line.text for line in found.rest if not line.furniture) == page.rest
    assert keeps_every_line(page.text, found)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_line_ends_and_trailing_blanks_change_nothing(page: Page):
    plain = read(page.text)
    windows = read(page.text.replace("\n", " \r\n"))
    assert [each.message for each in windows.messages] == [each.message for each in plain.messages]


@pytest.mark.parametrize("name", ["mentions_web", "inbox_web", "mobile_site_headed", "private_list", "chat_pc"])
def test_blank_lines_between_all_lines_change_nothing(name: str):
    text = PAGES[name].text
    spread = read(text.replace("\n", "\n\n"))
    assert [each.message for each in spread.messages] == [each.message for each in read(text).messages]


def test_private_messages_are_private():
    for each in read(PAGES["private_list"].text).messages:
        assert each.message.audience is Audience.PRIVATE
    for each in read(PAGES["inbox_web"].text).messages:
        assert each.message.audience is Audience.PUBLIC


def test_our_own_words_are_told_apart():
    assert [each.ours for each in read(PAGES["chat_pc"].text).messages] == [False, True, False]


def test_the_device_and_the_place_are_kept():
    first, second = read(PAGES["mentions_web"].text).messages
    assert (first.message.device, first.message.location) == ("iPhone客户端", "")
    assert (second.message.device, second.message.location) == ("微博网页版", "广东")


def test_whom_a_message_answers():
    first, _ = read(PAGES["inbox_web"].text).messages
    assert first.message.parent_author == OWN


@pytest.mark.parametrize(
    ("written", "at", "approximate", "slack"),
    [
        ("刚刚", datetime(2026, 11, 19, 6, 10, tzinfo=UTC), True, timedelta(minutes=2)),
        ("30秒前", datetime(2026, 11, 19, 6, 9, 30, tzinfo=UTC), True, timedelta(minutes=2)),
        ("5分钟前", datetime(2026, 11, 19, 6, 5, tzinfo=UTC), True, timedelta(minutes=2)),
        ("3小时前", datetime(2026, 11, 19, 3, 10, tzinfo=UTC), True, timedelta(hours=1)),
        ("今天12:30", datetime(2026, 11, 19, 4, 30, tzinfo=UTC), True, timedelta(minutes=1)),
        ("昨天 08:05", datetime(2026, 11, 18, 0, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("昨天 上午12:30", datetime(2026, 11, 17, 16, 30, tzinfo=UTC), True, timedelta(minutes=1)),
        ("昨天 晚上12:30", datetime(2026, 11, 17, 16, 30, tzinfo=UTC), True, timedelta(minutes=1)),
        ("昨天 下午3:05", datetime(2026, 11, 18, 7, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("08:05", datetime(2026, 11, 19, 0, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("23:05", datetime(2026, 11, 18, 15, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("星期二 09:00", datetime(2026, 11, 17, 1, 0, tzinfo=UTC), True, timedelta(minutes=1)),
        ("11-18 08:05", datetime(2026, 11, 18, 0, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("11-20 08:05", datetime(2025, 11, 20, 0, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("11月20日 08:05", datetime(2025, 11, 20, 0, 5, tzinfo=UTC), True, timedelta(minutes=1)),
        ("25-11-20 08:05", datetime(2025, 11, 20, 0, 5, tzinfo=UTC), False, timedelta(minutes=1)),
        ("2026年3月11日 20:58", datetime(2026, 3, 11, 12, 58, tzinfo=UTC), False, timedelta(minutes=1)),
        ("2026/3/1 20:58:09", datetime(2026, 3, 1, 12, 58, 9, tzinfo=UTC), False, timedelta(minutes=1)),
        ("11-18", datetime(2026, 11, 17, 16, 0, tzinfo=UTC), True, timedelta(days=1)),
        ("今天 12：30", datetime(2026, 11, 19, 4, 30, tzinfo=UTC), True, timedelta(minutes=1)),
    ],
)
def test_times(written: str, at: datetime, approximate: bool, slack: timedelta):
    (found,) = read(f"北城小满\n{written} 来自 iPhone客户端\n快递三天没动了\n").messages
    assert (found.message.posted_at, found.message.time_is_approximate, found.slack) == (at, approximate, slack)


def test_without_any_time_that_of_pasting_stands_and_is_said():
    (found,) = read(PAGES["one_by_hand"].text).messages
    assert found.time_is_missing
    assert (found.message.posted_at, found.message.time_is_approximate) == (CAPTURED, True)
    (dated,) = read(PAGES["half_known"].text).messages
    assert not dated.time_is_missing


def test_the_address_of_a_post_tells_id_author_and_time():
    first, second = read(PAGES["shared_from_app"].text).messages
    assert first.message.platform_id == "5365001234567890"
    assert first.message.uid == "1234567890"
    assert first.message.posted_at == time_of_mid("5365001234567890")
    assert first.message.link.startswith("https://weibo.com/1234567890/")
    assert second.message.platform_id == "5365007654321098"
    assert second.message.uid == "name:老周修表"


HTML = """<html><head><meta charset="utf-8"></head><body><!--StartFragment--><div>
<a href="https://weibo.com/u/1700000001" usercard="1700000001"><span>谢谢</span></a></div><div>
<a href="https://weibo.com/1700000001/QbLabcdef" title="2026-11-18 12:30">昨天 12:30</a> 来自
<span>iPhone客户端</span></div>
<div>刚收到就坏了 <a href="//weibo.com/n/橙果数码旗舰店">@橙果数码旗舰店</a> <img alt="[泪]" src="x.png"></div>
<div><a href="https://weibo.com/u/1700000002">同问</a>:<span>表带发错了</span></div>
<div><a href="https://weibo.com/9900000001/QbLabcdeg">11-18 10:12</a> 来自浙江</div><!--EndFragment--></body></html>"""
PLAIN = """谢谢
昨天 12:30 来自 iPhone客户端
刚收到就坏了 @橙果数码旗舰店
同问:表带发错了
11-18 10:12 来自浙江
"""


@pytest.mark.parametrize("text", [PLAIN, ""], ids=["beside the plain text", "alone"])
def test_links_tell_people_posts_and_exact_times(text: str):
    first, second = (each.message for each in read(text, HTML).messages)
    assert (first.nickname, first.uid, first.profile_url) == ("谢谢", "1700000001", "https://weibo.com/u/1700000001")
    assert first.platform_id.isdecimal()
    assert first.link == "https://weibo.com/1700000001/QbLabcdef"
    assert first.posted_at == datetime(2026, 11, 18, 4, 30, tzinfo=UTC)
    assert not first.time_is_approximate
    assert (second.nickname, second.uid, second.text) == ("同问", "1700000002", "表带发错了")
    assert second.platform_id.startswith("hash:"), "the address is the post's, not the comment's"
    assert second.parent_platform_id.isdecimal()


def test_foreign_links_tell_nothing():
    foreign = HTML.replace("weibo.com", "example.com").replace('usercard="1700000001"', "")
    assert all(each.message.uid.startswith("name:") for each in read(PLAIN, foreign).messages)


AJAX = """{"ok": 1, "data": [{"idstr": "5365001234567890", "created_at": "Thu Nov 19 08:05:00 +0800 2026",
"text_raw": "@橙果数码旗舰店 漏发了一条数据线", "source": "来自广东", "rootid": 5365001234567890, "floor_number": 1,
"user": {"idstr": "1700000003", "screen_name": "北城小满"}}]}"""


def test_json_answers_are_read_like_files_of_them():
    (found,) = read(AJAX).messages
    assert (found.message.nickname, found.message.uid, found.message.platform_id) == (
        "北城小满",
        "1700000003",
        "5365001234567890",
    )
    assert found.message.posted_at == datetime(2026, 11, 19, 0, 5, tzinfo=UTC)


def test_broken_json_stays_in_sight():
    found = read(AJAX[:-3])
    assert found.messages == ()
    assert keeps_every_line(AJAX[:-3], found)


def test_the_same_words_get_the_same_id_by_any_layout():
    headed = read("北城小满\n今天 12:30\n快递三天没动了\n").messages[0].message
    ended = read("北城小满：快递三天没动了 (2026-11-19 12:30)\n").messages[0].message
    assert headed.platform_id == ended.platform_id


@settings(deadline=None, max_examples=300)
@given(LINES)
def test_no_line_is_lost_whatever_is_pasted(lines: list[str]):
    text = "\n".join(lines)
    found = read(text)
    if not text.lstrip().startswith(("{", "[")):
        assert keeps_every_line(text, found)
    for each in found.messages:
        assert each.message.nickname
        assert each.message.text.strip()
        assert each.message.posted_at.tzinfo is not None
    assert read(text) == found


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(sorted(PAGES)), min_size=1, max_size=4))
def test_pages_pasted_together_keep_their_messages(names: list[str]):
    """Layouts may disturb one another at the seam, but nobody's words are put into somebody else's mouth unseen."""
    text = "\n\n".join(PAGES[name].text for name in names)
    found = read(text)
    assert keeps_every_line(text, found)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_and_no_html_stops_the_reader(text: str, html: str):
    found = READER.read(text, CAPTURED, html=html)
    assert keeps_every_line(text, found) or html or text.lstrip("\ufeff \r\n\t").startswith(("{", "["))


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "<a href='https://weibo.com/u/1700000001'>",
                "</a>",
                "<div>",
                "<!--",
                "-->",
                "<![if",
                "]>",
                "<script>",
                "<img alt='[泪]'>",
                "北城小满",
                "今天 12:30",
                "<",
                ">",
                "&#x110000;",
                "&lt;",
            ]
        ),
        max_size=40,
    )
)
def test_no_broken_markup_stops_the_reader(parts: list[str]):
    html = "".join(parts)
    assert READER.read("", CAPTURED, html=html) == READER.read("", CAPTURED, html=html)
    READER.read("北城小满\n今天 12:30\n在吗", CAPTURED, html=html)


names = st.text(string.ascii_letters + "北城小满老周修表木的书房", min_size=4, max_size=10)
halves = st.text("快递三天没动了电池鼓包退货地址发我一下ab", min_size=2, max_size=30)
words = st.tuples(halves, halves).map("，".join)


@settings(deadline=None, max_examples=120)
@given(st.lists(st.tuples(names, words), min_size=1, max_size=12), st.sampled_from(["headed", "ended", "named"]))
def test_made_up_pages_are_read_back(customers: list[tuple[str, str]], layout: str):
    forms = {
        "headed": "{0}\n今天 12:{2:02} 来自 iPhone客户端\n{1}\n回复\n",
        "ended": "{0}\n{1}\n今天 12:{2:02}\n",
        "named": "{0}:{1}\n今天 12:{2:02} 来自广东\n",
    }
    text = "".join(forms[layout].format(name, word, number) for number, (name, word) in enumerate(customers))
    got = [(each.message.nickname, each.message.text) for each in read(text).messages]
    assert got == [(name, clean(word)) for name, word in customers]


def test_a_page_of_a_thousand_comments_is_read_at_once():
    one = PAGES["under_post_web"].text.splitlines()
    text = "\n".join(one * 250)
    found = read(text)
    assert len(found.messages) == 4 * 250
    assert replace(found.messages[0].message) == found.messages[4].message


CHAT_WITHOUT_NAMES = "北城小满\n11-18 20:01\n在吗\n我的快递丢了\n11-18 20:05\n您好，帮您查一下\n"


def test_a_name_that_reads_like_a_sentence_is_doubtful():
    """A chat that names nobody but at its head: whose words are whose can only be guessed, so nothing is sure."""
    first, second = read(CHAT_WITHOUT_NAMES).messages
    assert (first.message.nickname, first.is_doubtful) == ("北城小满", False)
    assert second.is_doubtful
    assert not any(each.is_doubtful for page in PAGES.values() for each in read(page.text).messages)
    assert not any(each.is_doubtful for each in read(PLAIN, HTML).messages), "a card is sure, whatever the name"


def test_heading_decides_the_channel_below_it():
    text = f"收到的评论\n{PAGES['half_known'].text}\n@我的微博\n{PAGES['mobile_site_headed'].text}"
    sources = [each.message.source for each in read(text).messages]
    assert sources == [Source.COMMENT, Source.MENTION, Source.MENTION]
