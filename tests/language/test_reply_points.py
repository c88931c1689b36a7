"""The five points of a reply, read from its wording (mission D14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.asked import AskedPart
from weibo_operator.domain.reply_points import ReplyPoint
from weibo_operator.language.reply_points import points_met

SAID = ("物流五天没动，到底还管不管？",)
WHOLE = (
    "抱歉让您久等。物流单号是 SF12345，在快递公众号里可以查到；不想等的话，"
    "今天 18 点前给您补发一件，或者直接退款。有问题随时私信我们。"
)


@pytest.mark.parametrize(
    ("reply", "point"),
    [
        ("打开“我的订单”，点右上角的退款就行。", ReplyPoint.SHARING),
        ("先拔掉电源，再长按开关十秒。", ReplyPoint.SHARING),
        ("退货地址是杭州市文一路 1 号。", ReplyPoint.SHARING),
        ("是我们的疏忽。", ReplyPoint.TRUST),
        ("明天 12 点前给您答复。", ReplyPoint.TRUST),
        ("这件事我们会负责到底。", ReplyPoint.TRUST),
        ("补发或者退款，看您方便。", ReplyPoint.OPTIONAL),
        ("您要白色还是黑色呢？", ReplyPoint.OPTIONAL),
        ("用得还习惯吗？", ReplyPoint.ENGAGEMENT),
        ("有什么问题都可以告诉我们。", ReplyPoint.ENGAGEMENT),
        ("物流已经动了，今天到。", ReplyPoint.RESPONSE),
    ],
)
def test_what_meets_a_point(reply: str, point: ReplyPoint) -> None:
    assert point in points_met(reply, SAID)


@pytest.mark.parametrize(
    ("reply", "point"),
    [
        ("您好，已收到。", ReplyPoint.SHARING),
        ("这个我们不会负责。", ReplyPoint.TRUST),
        ("好的，谢谢。", ReplyPoint.TRUST),
        ("只能退款。", ReplyPoint.OPTIONAL),
        ("您好，已收到，稍后回复。", ReplyPoint.RESPONSE),
        ("已为您退款。", ReplyPoint.ENGAGEMENT),
    ],
)
def test_what_does_not(reply: str, point: ReplyPoint) -> None:
    assert point not in points_met(reply, SAID)


def test_one_reply_may_meet_all_five() -> None:
    assert points_met(WHOLE, SAID) == frozenset(ReplyPoint)


def test_of_several_questions_all_must_be_answered() -> None:
    parts = (AskedPart("有货吗", is_answered=True), AskedPart("多少钱", is_answered=False))
    assert ReplyPoint.RESPONSE not in points_met("有货的。", ("有货吗？多少钱？",), parts)
    answered = (parts[0], AskedPart("多少钱", is_answered=True))
    assert ReplyPoint.RESPONSE in points_met("有货的，99 元。", ("有货吗？多少钱？",), answered)


def test_latin_names_and_numbers_count_as_what_it_is_about() -> None:
    assert ReplyPoint.RESPONSE in points_met("N9 下周到店。", ("n9 啥时候有",))
    assert ReplyPoint.RESPONSE not in points_met("下周到店。", ("n9 啥时候有",))


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=3))
def test_any_text_can_be_looked_at_and_blank_ones_meet_nothing(reply: str, said: list[str]) -> None:
    found = points_met(reply, said)
    assert found <= frozenset(ReplyPoint)
    assert not found or reply.strip()
    assert points_met(" \n", said) == frozenset()
