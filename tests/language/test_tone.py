"""The tone of a reply beside the judged sets: each family of faults, emoji, and the customer's own temper."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.findings import Finding
from weibo_operator.language.spans import masked, outside_voice
from weibo_operator.language.tables import read_rows
from weibo_operator.language.tone import ToneRules

DICTIONARIES = Path(__file__).resolve().parents[2] / "resources" / "dictionaries"


@pytest.fixture(scope="module")
def tone() -> ToneRules:
    rules = ToneRules(DICTIONARIES)
    rules.load()
    return rules


def found(tone: ToneRules, text: str, *asked: str) -> tuple[Finding, ...]:
    return tone.find(text, masked(text, outside_voice(text, numbers=False)), asked)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("早干嘛去了", "反问"),
        ("又不是我们弄坏的", "推责"),
        ("都问了八百遍了", "不耐烦"),
        ("爱买不买", "语气生硬"),
        ("少来这套", "指责客户"),
        ("等着收律师函吧", "威胁客户"),
        ("求求您删了吧", "太卑微"),
        ("您继续演", "听起来像嘲讽"),
        ("没办法就是这样", "敷衍"),
        ("拿出证据来", "质疑客户"),
        ("就这么点划痕也要退", "轻描淡写"),
    ],
)
def test_each_family_names_its_reason(tone: ToneRules, text: str, reason: str) -> None:
    assert reason in {finding.reason for finding in found(tone, text)}


@pytest.mark.parametrize("text", ["客户说“早干嘛去了”，我们查", "《爱买不买》这首歌我们也喜欢"])
def test_quoted_words_are_not_ours(tone: ToneRules, text: str) -> None:
    assert found(tone, text) == ()


def test_a_gentler_wording_is_offered(tone: ToneRules) -> None:
    text = "您好，一直催什么催啊！[微笑]谢谢"
    finding, emoji = found(tone, text)
    assert (finding.text, finding.suggestions) == ("一直催什么催啊！", ("我知道您着急，马上去催",))
    assert emoji.text == "[微笑]"


@given(st.text(alphabet="您你我不催什么早干嘛问急，。！？[]\ufffc \n", max_size=30))
def test_a_replaced_clause_keeps_its_neighbours(tone: ToneRules, text: str) -> None:
    for finding in found(tone, text):
        assert finding.text == text[finding.start : finding.end]
        assert finding.text.strip()


def test_emoji_that_mock(tone: ToneRules) -> None:
    (finding,) = found(tone, "好的，给您查一下[微笑]")
    assert (finding.text, finding.suggestions) == ("[微笑]", ("[抱拳]",))
    assert [f.text for f in found(tone, "稍等🙄")] == ["🙄"]
    assert found(tone, "给您点赞[赞]") == ()


@pytest.mark.parametrize(
    "text", ["亲，给您看一下", "哈哈，我们马上看", "马上处理[doge]", "好的。", "您好，谢谢您的反馈。"]
)
def test_what_offends_an_upset_customer_only(tone: ToneRules, text: str) -> None:
    assert found(tone, text, "有货吗？") == ()
    assert len(found(tone, text, "骗子！退钱")) == 1
    assert len(found(tone, text, "在吗", "什么态度，我要投诉")) == 1


def test_findings_never_overlap(tone: ToneRules) -> None:
    findings = found(tone, "亲亲亲，爱买不买！！自己看详情，谁让您不问清楚[微笑]", "气死了")
    assert len(findings) > 3
    assert all(one.end <= two.start for one, two in pairwise(findings))


def test_every_row_can_be_read_and_speaks() -> None:
    """Each row has a grade and a reason, and its named pieces exist."""
    pieces = {name for name, _ in read_rows(DICTIONARIES / "tone" / "pieces.tsv", 2)}
    for table in sorted((DICTIONARIES / "tone").glob("*.tsv")):
        if table.stem == "pieces":
            continue
        for pattern, grade, reason, _suggestions in read_rows(table, 4):
            assert grade in ("c", "p", "C", "P"), pattern
            assert reason, pattern
            assert {part.split("〉")[0] for part in pattern.split("〈")[1:]} <= pieces, pattern
