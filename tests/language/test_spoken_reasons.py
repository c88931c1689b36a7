"""Reasons in English: whatever the desk check and triage find fault with, the reason is said in English."""

import re

import pytest

from tests.conftest import PROJECT
from weibo_operator.bootstrap import Language
from weibo_operator.domain.labels import Audience
from weibo_operator.language.spoken_reasons import spoken_reason
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.translation import VARIABLE

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
SAID = re.compile(r"“.*”|\"[^\"]*\"")
"""Words of the customer's or the operator's own."""
REPLIES = (
    "您好，包裹已经发出，请奈心等待，明天18点前给您退款，电话13812345678",
    "亲，亲亲，亲！我们是最好的，绝对没问题。。保证今天退款",
    "您自己没看说明吧？？这不是我们的责任，",
    "订单号20261118123456789，地址是朝阳区建国路88号2单元301，{客户}请查收",
    "我们已经处里好了, 请您放心（哈哈[微笑]",
    "感谢您的支持的支持，我们们会尽快尽块处理，尽快给您答复",
)
QUESTIONS = "多久能到？可以开发票吗？"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")


def left(reason: str) -> list[str]:
    """The Chinese of a reason outside the words it quotes."""
    return CHINESE.findall(SAID.sub("", reason))


@pytest.mark.parametrize("reply", REPLIES)
def test_the_desk_check_gives_its_reasons_in_english(reply: str, language: Language) -> None:
    found = language.check.check(reply, audience=Audience.PUBLIC, customer_texts=(QUESTIONS,))
    assert found
    assert [finding.reason for finding in found if left(finding.reason)] == []


def test_triage_gives_its_reasons_in_english(language: Language) -> None:
    lines = (PROJECT / "tests" / "language" / "triage_cases.tsv").read_text(encoding="utf-8").splitlines()
    texts = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    assert len(texts) > 50
    reasons = {reason for text in texts for reason in language.triage.triage(text).reasons}
    assert [reason for reason in sorted(reasons) if left(shown_reason(reason))] == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("说了时限：退款，11月19日（周四）18:00 前", "names a time: Refund, by Thu 11-19 18:00"),
        ("答应了退款", "promises a refund"),
        ("漏了“的”", '"的" is missing'),
        ("没有这样的理由", "没有这样的理由"),
    ],
)
def test_a_reason_is_read_in_its_parts(chinese: str, english: str) -> None:
    assert spoken_reason(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("“退款”→投诉，物流部", '"退款" → Complaint, Logistics'),
        ("“退款”、“说“不退””→投诉", '"退款", "说“不退”" → Complaint'),
        ("粉丝 12.6 万→危机信号", "126k followers"),
        ("“单号”涉及订单、个人信息或报价→私信", "is about orders"),
    ],
)
def test_a_stored_reason_is_shown_in_english(chinese: str, english: str) -> None:
    assert english in shown_reason(chinese)
