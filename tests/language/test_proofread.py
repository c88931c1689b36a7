"""Proofreading: what is protected, what is doubled, punctuation, and properties of every finding."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.language.conftest import RESOURCES
from weibo_operator.domain.findings import Finding, FindingKind, Grade, corrected
from weibo_operator.language.proofread import Proofreader
from weibo_operator.language.spans import protected
from weibo_operator.language.tables import read_rows

WRONG = [row[0] for row in read_rows(RESOURCES / "dictionaries" / "confusions.tsv", 6)]
PIECES = st.one_of(
    st.sampled_from(WRONG),
    st.sampled_from(
        ["您好，", "我们", "的", "了", "请", "！", "。", " ", "@小李 ", "#话题#", "[抱抱]", "“", "”", "在", "后", "再"]
    ),
    st.sampled_from(
        ["快递", "退款", "抱歉", "给您", "http://t.cn/A6abc ", "{变量}", "不便", "联系", "😀", "a1", "耐心", "处理"]
    ),
    st.text(alphabet="的了在再以已经因该抱谦歉退款宽快递弟，。！ @#[]“”{}a1", max_size=4),
)
REPLIES = st.lists(PIECES, max_size=14).map("".join)
SLOW_START = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def typos(findings: tuple[Finding, ...]) -> list[tuple[str, tuple[str, ...], Grade]]:
    return [(f.text, f.suggestions, f.grade) for f in findings if f.kind is FindingKind.TYPO]


@pytest.mark.parametrize(
    "text",
    [
        "@抱谦小店 您好",
        "#抱谦大会#来了",
        "[抱谦]",
        "您说的“抱谦”我们看到了",
        "见《抱谦集》",
        "{抱谦}",
        "【抱谦】",
    ],
)
def test_words_that_are_not_the_operators_own_are_left_alone(proofreader: Proofreader, text: str) -> None:
    assert typos(proofreader.check(text)) == []


def test_names_and_the_operators_dictionary_are_left_alone(proofreader: Proofreader) -> None:
    assert typos(proofreader.check("尽块家电，您好")) != []
    assert typos(proofreader.check("尽块家电，您好", user_words=["尽块"])) == []
    assert typos(proofreader.check("尽块您好", known_names=["尽块"])) == []


def test_after_a_known_name_glued_to_the_text_checking_goes_on(proofreader: Proofreader) -> None:
    found = proofreader.check("@小李非常抱谦", known_names=["小李"])
    assert typos(found) == [("抱谦", ("抱歉",), Grade.CERTAIN)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("这是您的的订单", "这是您的订单"),
        ("已经收到了了，谢谢", "已经收到了了，谢谢"),
        ("我们我们马上处理", "我们马上处理"),
        ("谢谢谢谢", "谢谢谢谢"),
        ("请试试看看", "请试试看看"),
        ("一步一步来", "一步一步来"),
        ("常常好好休息", "常常好好休息"),
    ],
)
def test_doubled_words(proofreader: Proofreader, text: str, right: str) -> None:
    assert corrected(text, proofreader.check(text)) == right


def test_words_no_list_foresees_are_found_by_sound_shape_and_order(proofreader: Proofreader) -> None:
    assert typos(proofreader.check("马上给您陪偿")) == [("陪偿", ("赔偿",), Grade.CERTAIN)]
    assert [f.reason for f in proofreader.check("我已经给您登计好了")] == ["同音错字（jì）"]
    assert typos(proofreader.check("为您核查检仓储的宽项"))[-1][0] == "宽项"


@pytest.mark.parametrize(
    ("text", "right"),
    [("我们会耐心的解释", "地"), ("快递发货的很慢", "得"), ("您说的很对", "得")],
)
def test_particles_are_only_ever_possible(proofreader: Proofreader, text: str, right: str) -> None:
    found = [f for f in proofreader.check(text) if f.text in ("的", "地", "得")]
    assert [(f.suggestions, f.grade) for f in found] == [((right,), Grade.POSSIBLE)]


@pytest.mark.parametrize(
    ("text", "spot", "suggestions"),
    [
        ("您好,请稍等", ",", ("，",)),
        ("您好，，请稍等", "，，", ("，",)),
        ("好的。。", "。。", ("。",)),
        ("好的，。", "，。", ("。",)),
        ("您好 ，请稍等", " ", ("",)),
        ("（工作日", "（", ()),
        ("您说“好", "“", ()),
    ],
)
def test_punctuation_is_a_quiet_class(
    proofreader: Proofreader, text: str, spot: str, suggestions: tuple[str, ...]
) -> None:
    found = [f for f in proofreader.check(text) if f.kind is FindingKind.PUNCTUATION]
    assert [(f.text, f.suggestions, f.grade) for f in found] == [(spot, suggestions, Grade.POSSIBLE)]


def test_punctuation_inside_links_and_between_digits_is_right(proofreader: Proofreader) -> None:
    assert proofreader.check("价格 12.5 元，时间 9:00，http://t.cn/a,b") == ()


@pytest.mark.parametrize("text", ["", " ", "。", "😀😀", "abc", "\n"])
def test_nothing_to_say_about_nothing(proofreader: Proofreader, text: str) -> None:
    assert proofreader.check(text) == ()


@SLOW_START
@given(text=REPLIES)
def test_every_finding_points_at_its_text_outside_protected_spans(proofreader: Proofreader, text: str) -> None:
    safe = protected(text)
    done = 0
    for found in proofreader.check(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.start >= done, "findings overlap"
        done = found.end
        assert 0 < found.probability <= 1
        assert found.reason
        assert found.text not in found.suggestions
        assert not any(found.start < stop and begin < found.end for begin, stop in safe)


@SLOW_START
@given(text=REPLIES)
def test_checking_is_repeatable(proofreader: Proofreader, text: str) -> None:
    assert proofreader.check(text) == proofreader.check(text)


@SLOW_START
@given(
    start=st.sampled_from(["您好，", "亲，", ""]),
    wrong=st.sampled_from(WRONG),
    end=st.sampled_from(["。", "，谢谢。", ""]),
)
def test_a_corrected_reply_stays_as_it_is(proofreader: Proofreader, start: str, wrong: str, end: str) -> None:
    text = start + wrong + end
    once = corrected(text, proofreader.check(text))
    assert corrected(once, proofreader.check(once)) == once
