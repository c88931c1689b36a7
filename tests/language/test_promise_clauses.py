"""What was done or has run out today is told, not promised (mission D17)."""

from datetime import datetime
from pathlib import Path

import pytest

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.language.promises import PromiseRules

DICTIONARIES = Path(__file__).resolve().parents[2] / "resources" / "dictionaries"
NOW = datetime(2026, 11, 18, 10, 30, tzinfo=CHINA)


@pytest.fixture(scope="module")
def rules() -> PromiseRules:
    return PromiseRules(DICTIONARIES)


@pytest.mark.parametrize(
    "told",
    [
        "今天券发完了",
        "不好意思，今天的券发光了",
        "今天的优惠券已经发完了，明天十点再来",
        "今天的券发完啦～",
        "今天的货都发完了哦",
        "本周的券发完了，下周一再来领",
        "今天的名额用完了",
        "今天已经发了",
        "今天刚发出去",
        "今天处理好了",
        "今天处理完了，您看一下",
    ],
)
def test_what_is_over_is_no_promise(rules: PromiseRules, told: str) -> None:
    assert rules.promises(told, NOW) == ()


@pytest.mark.parametrize(
    ("promised", "day"),
    [
        ("今天发完", 18),
        ("今天给您发完。", 18),
        ("今天一定发完", 18),
        ("今天就发完了", 18),
        ("今天处理完了给您答复", 18),
        ("明天修好了", 19),
        ("明天发完了通知您", 19),
    ],
)
def test_the_same_verb_of_something_to_come_is_one(rules: PromiseRules, promised: str, day: int) -> None:
    (found,) = rules.promises(promised, NOW)
    assert found.due is None or found.due.astimezone(CHINA).day == day


def test_only_what_is_to_come_is_promised_beside_what_is_over(rules: PromiseRules) -> None:
    (found,) = rules.promises("今天券发完了，明天 10 点给您补发", NOW)
    assert (found.kind, found.due) == (PromiseKind.SHIP, datetime(2026, 11, 19, 10, tzinfo=CHINA))
