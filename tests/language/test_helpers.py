"""For whom somebody asks, told from the words; and how alike two texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.people import Meant
from weibo_operator.language.clean import plain, split_chain
from weibo_operator.language.helpers import asked_for, speaks_for_itself
from weibo_operator.language.likeness import likeness, pairs


@pytest.mark.parametrize(
    ("text", "name", "is_account"),
    [
        ("帮我妈问一下，内胆能单独买吗", "妈妈", False),
        ("替朋友咨询下保修多久", "朋友", False),
        ("代家里老人反映，空调没人装", "家里老人", False),
        ("我妈让我来问问什么时候发货", "妈妈", False),
        ("受同事之托问下尺码", "同事", False),
        ("@店铺 看看 @小李 的问题", "小李", True),
        ("帮@小李问一下进度", "小李", True),
        ("@店铺 处理一下@小李 的快递吧", "小李", True),
        ("@小李的投诉你们怎么不回", "小李", True),
    ],
)
def test_whom_a_text_asks_for(text: str, name: str, is_account: bool):
    found = asked_for(text, {"店铺"})
    assert found == Meant(name, is_account=is_account)


@pytest.mark.parametrize(
    "text",
    [
        "帮我问一下什么时候发货",
        "能帮我看看吗",
        "给我妈买的锅坏了",
        "我妈说你们的锅很好用",
        "@店铺 看看我的问题",
        "@店铺 的问题太多了",
        "帮帮@店铺 吧",
        "朋友推荐来的，想问问价格",
        "替换装怎么买",
        "代购的能保修吗，问一下",
    ],
)
def test_who_asks_for_themselves(text: str):
    assert asked_for(text, {"店铺"}) is None


def test_whoever_has_the_same_trouble_speaks_for_themselves():
    assert speaks_for_itself("我也遇到了，怎么办")
    assert speaks_for_itself("+1")
    assert not speaks_for_itself("帮转，@店铺 看看")


def test_chains_with_wide_marks_and_addresses():
    assert split_chain("坏了／／＠小李:我也是") == ("坏了", "／／＠小李:我也是")
    assert split_chain("见 http://@x") == ("见 http://@x", "")
    assert plain("回复@小李:回复@小王：好的\u2060") == "好的"


def test_alike_texts_share_their_pairs():
    asked = pairs("电饭锅送来不加热，怎么退货？")
    assert likeness(asked, pairs("@店铺 电饭锅不加热怎么退货 http://t.cn/A6abc")) > 0.6
    assert likeness(asked, pairs("你们几点开门，周末营业吗")) < 0.2
    assert pairs("好的") == frozenset()


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_the_same_both_ways(one: str, other: str):
    first, second = pairs(one), pairs(other)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)
