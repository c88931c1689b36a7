"""What a pattern of the triage word lists needs, and that nothing it matches is turned away before."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.conftest import RESOURCES
from weibo_operator.language.signal_pattern import Pattern, needed
from weibo_operator.language.tables import read_rows

LISTS = ("acts", "crisis", "issues", "products", "sentiment", "signals")
SHIPPED = tuple(
    written
    for name in LISTS
    for _, cell in read_rows(RESOURCES / "dictionaries" / f"triage_{name}.tsv", 2)
    for written in cell.split()
)


def bare(written: str) -> re.Pattern[str]:
    """The same pattern without the quick test."""
    number = "[0-9零一二两三四五六七八九十百千万几半多]{1,8}"
    return re.compile(written.replace("№", number).replace("…", r"[^。！？!?\n]{0,12}"))


@pytest.mark.parametrize(
    ("pattern", "choices"),
    [
        ("没收到", [("没收到",)]),
        ("迟迟(不|没)发货", [("迟迟",), ("发货",), ("不", "没")]),
        ("(快递|物流)(真|太)?慢", [("快递", "物流"), ("慢",)]),
        ("发?票抬头", [("票抬头",)]),
        ("好{0,2}吃{2}饭", [("饭",)]),
        ("(?<!不)好吃", [("好吃",)]),
        ("(?:(甲乙|丙丁)了|戊)", [("甲乙", "丙丁", "戊")]),
        (r"\[怒\]", [("怒",)]),
        ("[甲-丙]丁?", []),
        ("(甲|乙?)", []),
        ("甲乙|丙", [("甲乙", "丙")]),
    ],
)
def test_what_every_match_holds(pattern: str, choices: list[tuple[str, ...]]) -> None:
    assert list(needed(pattern)) == choices


def test_a_number_needs_a_digit() -> None:
    (digits,) = needed("№+")
    assert {"0", "九", "半"} <= set(digits)


def test_every_shipped_pattern_can_be_read() -> None:
    assert all(bare(written).pattern for written in SHIPPED)


@settings(max_examples=600)
@given(st.sampled_from(SHIPPED).flatmap(lambda written: st.tuples(st.just(written), st.from_regex(bare(written)))))
def test_what_a_shipped_pattern_matches_is_not_turned_away(example: tuple[str, str]) -> None:
    written, text = example
    found = bare(written).search(text)
    assert found is not None
    assert Pattern(written).match(text) == found.group()
