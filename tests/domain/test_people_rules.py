"""The list of our own people as it is pasted and asked, and messages taken apart for showing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.ids import InsiderId
from weibo_operator.domain.people import Insider, InsiderRole, Insiders, NewInsider, read_insiders
from weibo_operator.domain.said import chain_lines, link_words, reading, short_words

STAFF, LEAD, PARTNER = InsiderRole


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("@小橙店长 负责人", NewInsider("", "小橙店长", LEAD)),
        ("小橙客服", NewInsider("", "小橙客服", STAFF)),
        ("小橙客服\t1234567890\t员工", NewInsider("1234567890", "小橙客服", STAFF)),
        ("1234567890", NewInsider("1234567890", "", STAFF)),
        ("https://weibo.com/u/1234567890 橙子老板（老板）", NewInsider("1234567890", "橙子老板", LEAD)),
        ("https://weibo.com/1234567890?refer_flag=1001", NewInsider("1234567890", "", STAFF)),
        ("https://weibo.com/n/橙子代理，代理商", NewInsider("", "橙子代理", PARTNER)),
    ],
)
def test_a_line_is_a_name_a_uid_or_an_address_with_a_role(line: str, expected: NewInsider):
    assert read_insiders(line, STAFF) == ((expected,), ())


def test_what_cannot_be_read_is_given_back():
    found, unread = read_insiders("小橙\n\n小王 市场部\n负责人\n小橙", STAFF)
    assert found == (NewInsider("", "小橙", STAFF),)
    assert unread == ("小王 市场部", "负责人")


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_exception(text: str):
    found, unread = read_insiders(text, PARTNER)
    assert len(found) + len(unread) <= len(text.splitlines())
    assert all(person.uid or person.nickname for person in found)


def test_a_namesake_with_another_uid_is_somebody_else():
    asked = Insiders([Insider(InsiderId(1), "1001", "小橙", STAFF), Insider(InsiderId(2), "", "老板", LEAD)])
    assert asked.find("1001", "改了名字") is not None
    assert asked.find("name:小橙", "小橙") is not None
    assert asked.find("2002", "小橙") is None
    assert asked.find("2002", "老板") is not None


def test_only_those_in_charge_are_marked_each_once():
    asked = Insiders([Insider(InsiderId(1), "", "小橙", STAFF), Insider(InsiderId(2), "", "老板", LEAD)])
    assert asked.leads_named("@小橙 ＠老板 你管管@老板 @别人") == ("老板",)
    assert asked.leads_named("老板你好") == ()


@pytest.mark.parametrize(
    ("text", "reply_to", "words", "links"),
    [
        ("回复@小橙: 好的\u200b", "小橙", "好的", ()),
        ("回复 @小橙 ：回复@小李:什么时候发", "小李", "什么时候发", ()),
        ("坏了 http://t.cn/A6abc 你看", "", "坏了 你看", ("http://t.cn/A6abc",)),
        ("看t.cn/A6abc，还有t.cn/A6abc", "", "看 ，还有", ("http://t.cn/A6abc",)),
        ("https://weibo.com/1/Nq1.", "", "", ("https://weibo.com/1/Nq1",)),
        ("怎么办[泪][泪] 👨‍👩‍👧", "", "怎么办[泪][泪] 👨‍👩‍👧", ()),
    ],
)
def test_prefix_and_links_stand_apart_from_the_words(text: str, reply_to: str, words: str, links: tuple[str, ...]):
    said = reading(text)
    assert (said.reply_to, said.words, said.links) == (reply_to, words, links)


def test_short_words_name_each_link_and_drop_the_prefix():
    assert short_words("回复@小橙:坏了http://t.cn/A6abc怎么办") == "坏了[链接]怎么办"


def test_a_chain_has_one_author_on_each_line():
    assert chain_lines("//@小李:坏了//@小王:我也是 // @小张:同") == "@小李:坏了\n@小王:我也是\n@小张:同"
    assert link_words("https://www.example.com/" + "a" * 60).endswith("…")


@given(st.text(max_size=300))
def test_every_text_can_be_shown(text: str):
    said = reading(text)
    assert all(link.startswith("http") for link in said.links)
    assert len(said.words) <= len(text)
