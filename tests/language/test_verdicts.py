"""Whether a customer is satisfied, from words and emoji."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.language.verdicts import Verdicts

VERDICTS = Verdicts(resources_dir() / "dictionaries")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("谢谢，已收到", VisitOutcome.SATISFIED),
        ("收到了，挺好用的", VisitOutcome.SATISFIED),
        ("退款到账了", VisitOutcome.SATISFIED),
        ("问题解决了[赞]", VisitOutcome.SATISFIED),
        ("好的👌", VisitOutcome.SATISFIED),
        ("辛苦你们了", VisitOutcome.SATISFIED),
        ("强烈推荐这家店，售后太贴心", VisitOutcome.PRAISE_SHARED),
        ("必须五星好评", VisitOutcome.PRAISE_SHARED),
        ("还是没解决[怒]", VisitOutcome.DISSATISFIED),
        ("换了新的又坏了", VisitOutcome.DISSATISFIED),
        ("钱一直没到账", VisitOutcome.DISSATISFIED),
        ("谢谢，但是还是不能用", VisitOutcome.DISSATISFIED),
        ("不满意", VisitOutcome.DISSATISFIED),
        ("敷衍，差评", VisitOutcome.DISSATISFIED),
        ("😡", VisitOutcome.DISSATISFIED),
        ("没解决，也没人管", VisitOutcome.DISSATISFIED),
        ("退款到账了吗", None),
        ("什么时候能处理好", None),
        ("谢谢你们全家", None),
        ("真是谢谢了啊[微笑]", None),
        ("今天天气不错", None),
        ("还没收到，不急", VisitOutcome.DISSATISFIED),
        ("", None),
        ("。。。", None),
    ],
)
def test_what_the_customer_finds(text: str, outcome: VisitOutcome | None) -> None:
    found = VERDICTS.verdict(text)
    assert (None if found is None else found.outcome) is outcome


def test_the_reason_tells_the_words() -> None:
    found = VERDICTS.verdict("您好。还是没解决[怒]")
    assert found is not None
    assert found.words == "还是没解决[怒]"


@given(st.text(alphabet=st.sampled_from("还是没解决谢谢收到了吗不满意好[怒赞]，。！？ \n😡👍abc12"), max_size=60))
def test_any_words_are_read(text: str) -> None:
    found = VERDICTS.verdict(text)
    assert found is None or (found.words and len(found.words) <= 12)
