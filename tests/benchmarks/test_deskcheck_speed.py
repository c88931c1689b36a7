"""The desk check without typos on 140 characters: under 50 ms (product.md, Reply 3); prints median and worst."""

import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.benchmarks.measuring import note
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.labels import Audience
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.proofread import Proofreader

pytestmark = pytest.mark.bench

RESOURCES = Path(__file__).parents[2] / "resources"
NOW = datetime(2026, 11, 18, 2, 30, tzinfo=UTC)
NO_TYPOS = frozenset({FindingKind.TYPO, FindingKind.PUNCTUATION})
REPLY = (
    "您好，非常抱歉给您带来不便，我们已经联系快递公司核实，明天中午前给您答复，退款三个工作日内原路退回，电话13812345678，"
    "地址是西湖区文三路90号1幢502室，您看可以吗？我们保证不会再发生，另外给您补偿20元优惠券，请您放心。有问题随时私信我们哦。"
)
ASKED = ("怎么还不发货？什么时候能到？运费谁出？能开发票吗？", "还有优惠吗？")
TEXTS = (REPLY[:140], "好" * 140, "1" * 140, "路" * 140, ("上海市浦东新区世纪大道" * 20)[:140], ("明天给您" * 40)[:140])


def test_a_reply_is_checked_in_time() -> None:
    check = DeskCheck(RESOURCES, Proofreader(RESOURCES))
    check.load()
    took: list[float] = []
    for text in TEXTS * 20:
        began = time.perf_counter()
        check.check(
            text,
            audience=Audience.PUBLIC,
            customer_nickname="小李",
            other_nicknames=("小王",),
            customer_texts=ASKED,
            own_contacts=("0571-87654321", "杭州市西湖区文三路90号"),
            last_own_texts=("已收到",),
            now=NOW,
            off=NO_TYPOS,
        )
        took.append((time.perf_counter() - began) * 1000)
    note("desk-check", max(took), n=len(took), p50_ms=statistics.median(took))
    assert statistics.median(took) < 20
    assert max(took) < 50
