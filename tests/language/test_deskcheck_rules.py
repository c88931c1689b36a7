"""The desk check's parts: own contacts, masks, dates, whom it speaks to, switches, remedies."""

from datetime import datetime

import pytest

from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.language.addressing import called_names
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.due_dates import time_words
from weibo_operator.language.privacy import find_private
from weibo_operator.language.private_shapes import is_card_number, is_identity_number
from weibo_operator.language.unanswered import sub_questions

NOW = datetime(2026, 11, 18, 10, 30, tzinfo=CHINA)
NO_TYPOS = frozenset({FindingKind.TYPO, FindingKind.PUNCTUATION})


def checked(desk_check: DeskCheck, text: str, **facts: object) -> tuple[Finding, ...]:
    return desk_check.check(text, audience=Audience.PUBLIC, off=NO_TYPOS, **facts)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("明天", "11-19 23:59"),
        ("下周一前", "11-23 00:00"),
        ("三个工作日内", "11-23 23:59"),
        ("24小时内", "11-19 10:30"),
        ("一个半小时内", "11-18 12:00"),
        ("1-3个工作日内", "11-23 23:59"),
        ("月底", "11-30 23:59"),
        ("月底前", "11-30 23:59"),
        ("年底前", "12-31 23:59"),
        ("今晚8点前", "11-18 20:00"),
        ("今晚十二点前", "11-19 00:00"),
        ("凌晨两点前", "11-19 02:00"),
        ("5点前", "11-18 17:00"),
        ("明天上午九点到十一点之间", "11-19 11:00"),
        ("明天中午前", "11-19 12:00"),
        ("周五", "11-20 23:59"),
        ("周一", "11-23 23:59"),
        ("周三之前", "11-25 00:00"),
        ("下下周二", "12-01 23:59"),
        ("20号前", "11-20 00:00"),
        ("5号", "12-05 23:59"),
        ("1月3日", "01-03 23:59"),
        ("下个月5号", "12-05 23:59"),
        ("半个月内", "12-03 23:59"),
        ("两三天内", "11-21 23:59"),
    ],
)
def test_a_due_is_worked_out(words: str, due: str) -> None:
    found = time_words(words, NOW)
    assert [(w.start, w.end) for w in found] == [(0, len(words))]
    assert found[0].due is not None
    assert f"{china(found[0].due):%m-%d %H:%M}" == due


@pytest.mark.parametrize("words", ["2月30日", "年前", "三天前", "上周五", "昨天下午3点"])
def test_no_date_follows_from_these(words: str) -> None:
    assert all(w.due is None for w in time_words(words, NOW))


@pytest.mark.parametrize("words", ["快一点", "有两点要说", "9.9元", "早上好", "1号店", "一时"])
def test_these_are_no_times(words: str) -> None:
    assert time_words(words, NOW) == ()


def test_a_month_that_is_short_and_a_year_that_turns() -> None:
    end = datetime(2026, 12, 31, 9, 0, tzinfo=CHINA)
    due = [china(w.due).date().isoformat() for w in time_words("明天，两个月内，1月5日", end) if w.due]
    assert due == ["2027-01-01", "2027-02-28", "2027-01-05"]


def test_a_promise_tells_its_kind_and_date(desk_check: DeskCheck) -> None:
    (promise,) = desk_check.promises("您放心，明天下午五点前给您发货哈", NOW)
    assert (promise.kind, promise.text, promise.grade) == (PromiseKind.SHIP, "明天下午五点前给您发货", Grade.CERTAIN)
    (finding,) = checked(desk_check, "您放心，明天下午五点前给您发货哈", now=NOW)
    assert finding.reason == "说了时限：发货，11月19日（周四）17:00 前"
    (undated,) = checked(desk_check, "您放心，明天下午五点前给您发货哈")
    assert undated.reason == "说了时限：发货"


def test_a_promise_that_waits_for_something_has_no_date(desk_check: DeskCheck) -> None:
    (promise,) = desk_check.promises("收到退货后3个工作日内给您退款", NOW)
    assert (promise.due, promise.kind, promise.grade) == (None, PromiseKind.REFUND, Grade.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("您的电话13812345678", "138****5678"),
        ("电话+86 138-1234-5678", "138****5678"),
        ("电话幺三八一二三四五六七八", "138****5678"),
        ("卡号6222021208001235", "尾号1235"),
        ("身份证330102198703126373", "330****73"),
        ("邮箱zhangsan@qq.com", "zh***@qq.com"),
        ("订单号2026111800012345", "****2345"),
        ("座机0571-88990011", "0571****0011"),
        ("寄到文三路99号5幢", "您登记的地址"),
    ],
)
def test_the_remedy_is_a_mask(text: str, masked: str) -> None:
    (finding,) = find_private(text)
    assert finding.suggestions == (masked,)
    assert "私信" in finding.reason


@pytest.mark.parametrize(
    "text", ["热线0571-87654321", "打0571 8765 4321", "打87654321", "在文三路90号", "文三路90号东部软件园1幢"]
)
def test_what_the_shop_publishes_is_public(text: str) -> None:
    assert list(find_private(text, ("0571-87654321", "杭州市西湖区文三路90号东部软件园1幢"))) == []
    assert list(find_private(text, ("", ""))) or "打8" in text


def test_check_digits() -> None:
    assert is_identity_number("33010219870312794X")
    assert not is_identity_number("330102198703127941")
    assert is_card_number("6222 0212 0800 1235")
    assert not is_card_number("6222021208001236")


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("小王您好，已经退款", "小王"),
        ("您好，小王，已经退款", "小王"),
        ("@小王 已退", "@小王"),
        ("谢谢反馈。小王您好", "小王"),
    ],
)
def test_another_customers_name(desk_check: DeskCheck, text: str, spot: str) -> None:
    found = checked(desk_check, text, customer_nickname="小李", other_nicknames=("小王",))
    assert [(f.text, f.grade) for f in found if f.kind is FindingKind.NAME] == [(spot, Grade.CERTAIN)]
    assert "小王" in called_names(text)


@pytest.mark.parametrize("text", ["已经让小王联系您了", "小李您好", "小王子的手办到货了"])
def test_a_name_that_is_only_mentioned(desk_check: DeskCheck, text: str) -> None:
    found = checked(desk_check, text, customer_nickname="小李", other_nicknames=("小王", "小李"))
    assert [f for f in found if f.kind is FindingKind.NAME] == []


def test_too_much_dear(desk_check: DeskCheck) -> None:
    (finding,) = [f for f in checked(desk_check, "亲您好，给亲查一下哦亲") if f.kind is FindingKind.TONE]
    assert (finding.start, finding.grade, finding.suggestions) == (10, Grade.POSSIBLE, ("您",))
    assert [f for f in checked(desk_check, "亲，亲子装要父亲亲自选") if f.kind is FindingKind.TONE] == []


@pytest.mark.parametrize("kind", [FindingKind.PRIVACY, FindingKind.PROMISE, FindingKind.TONE])
def test_a_kind_that_is_off_says_nothing(desk_check: DeskCheck, kind: FindingKind) -> None:
    text = "难道13812345678不对？明天给您退款。"
    assert kind in {f.kind for f in checked(desk_check, text)}
    found = desk_check.check(text, audience=Audience.PUBLIC, off=NO_TYPOS | {kind})
    assert kind not in {f.kind for f in found}
    assert found


def test_a_known_value_fills_the_blank(desk_check: DeskCheck) -> None:
    found = checked(desk_check, "{昵称}您好，{{热线}}，{订单号}，20XX年", values={"客户": "小李", "热线": "95588"})
    blanks = [(f.text, f.suggestions) for f in found if f.kind is FindingKind.VARIABLE]
    assert blanks == [("{昵称}", ("小李",)), ("{{热线}}", ("95588",)), ("{订单号}", ()), ("20XX", ())]


def test_a_superlative_keeps_its_adjective(desk_check: DeskCheck) -> None:
    (finding,) = checked(desk_check, "这是最先进的工艺")
    assert finding.suggestions == ("很先进", "比较先进")


def test_questions_are_split() -> None:
    asked = ["在吗？有货吗，多少钱？//@别人: 真的吗？", "1.怎么换货 2.差价怎么补", "难道没人管？", "谢谢"]
    assert sub_questions(asked) == ("有货吗", "多少钱", "怎么换货", "差价怎么补")


def test_the_open_question_is_named(desk_check: DeskCheck) -> None:
    reply = "您好，有货的亲，随时可以拍"
    (finding,) = [
        f for f in checked(desk_check, reply, customer_texts=["有货吗？多少钱？"]) if f.kind is FindingKind.UNANSWERED
    ]
    assert (finding.text, finding.grade) == ("随时可以拍", Grade.POSSIBLE)
    assert finding.reason == "客户还问了“多少钱”，回复里没看到"
    assert checked(desk_check, reply, customer_texts=["有货吗？"]) == ()


def test_the_checklist_ticks_what_the_reply_answers(desk_check: DeskCheck) -> None:
    def ticks(reply: str, *asked: str) -> list[tuple[str, bool]]:
        return [(part.question, part.is_answered) for part in desk_check.asked(reply, asked)]

    asked = "有货吗？多少钱？能开发票吗？"
    assert ticks("", asked) == [("有货吗", False), ("多少钱", False), ("能开发票吗", False)]
    assert ticks("有货的，99元一件", asked) == [("有货吗", True), ("多少钱", True), ("能开发票吗", False)]
    assert ticks("祝您周末愉快", asked) == [("有货吗", False), ("多少钱", False), ("能开发票吗", False)]
    assert ticks("我去核实一下再告诉您", asked) == [("有货吗", True), ("多少钱", True), ("能开发票吗", True)]
    assert ticks("有货", "有货吗？") == []
