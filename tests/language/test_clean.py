"""Cleaning: the own part, HTML, and the words to classify."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.language.clean import plain, split_chain, strip_html


@pytest.mark.parametrize(
    ("text", "own", "chain"),
    [
        ("真香//@吃货阿明:这家必须试试 //@老街:谢谢", "真香", "//@吃货阿明:这家必须试试 //@老街:谢谢"),
        ("没有转发链", "没有转发链", ""),
        ("//@只有别人的话:内容", "", "//@只有别人的话:内容"),
        ("看 // @小店:好", "看", "// @小店:好"),
        ("见 http://t.cn/A6xx", "见 http://t.cn/A6xx", ""),
        ("", "", ""),
    ],
)
def test_split_chain(text: str, own: str, chain: str) -> None:
    assert split_chain(text) == (own, chain)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("好吃<img src='x.png' alt=\"[馋嘴]\" width=20>", "好吃[馋嘴]"),
        ("一<br />二<BR>三", "一\n二\n三"),
        ('<a href="/n/x">@北坡书屋</a> 到了吗', "@北坡书屋 到了吗"),
        ("A&amp;B &lt;3 &quot;好&quot;", 'A&B <3 "好"'),
        ("爱你 <3 一生", "爱你 <3 一生"),
        ("价格 5 < 8 而且 9 > 7", "价格 5 < 8 而且 9 > 7"),
        ("正文\u200b \u200b", "正文"),
        ("<!-- 看不见 -->看得见", "看得见"),
        ("<img src=1>无字图", "无字图"),
    ],
)
def test_strip_html(raw: str, clean: str) -> None:
    assert strip_html(raw) == clean


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("回复@灯火电器:按你们说的试了", "按你们说的试了"),
        ("回复 @小店：好的", "好的"),
        ("@阿毛 @团子妈 快来看", "快来看"),
        ("#开学季# 书包 http://t.cn/A6xxYY2 在哪", "开学季 书包 在哪"),
        ("@只有名字", ""),
        ("邮箱写错了[允悲]", "邮箱写错了[允悲]"),
    ],
)
def test_plain(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text())
def test_the_parts_hold_the_whole_text(text: str) -> None:
    own, chain = split_chain(text)
    assert text.startswith(own)
    assert text.endswith(chain)
    assert not text[len(own) : len(text) - len(chain)].strip()


@given(st.text(alphabet="<>/=\"'&;a img alt@:#[]回复//\n", max_size=200))
def test_cleaning_never_raises_and_is_stable_on_plain_words(text: str) -> None:
    words = plain(split_chain(strip_html(text))[0])
    assert words == words.strip()


@pytest.mark.parametrize("unit", ["<", "<img ", "<a <", "//@", "@", "&amp;", "回复@", "http://", "\u200b"])
def test_time_stays_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    plain(split_chain(strip_html(text))[0])
    assert time.perf_counter() - start < 2.0
