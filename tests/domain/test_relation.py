"""How close a customer is: the rule's steps, and that more of anything never lowers a level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from weibo_operator.domain.relation import History, Relation, relation, standing

FEW = st.integers(0, 6)
LEVELS = tuple(Relation)


@pytest.mark.parametrize(
    ("history", "level"),
    [
        (History(), Relation.NEW),
        (History(days=1, months=1), Relation.NEW),
        (History(praise=1, months=1), Relation.NEW),
        (History(days=2, months=1), Relation.KNOWN),
        (History(days=1, months=1, praise=1), Relation.KNOWN),
        (History(helped=1), Relation.KNOWN),
        (History(days=40, months=3), Relation.KNOWN),
        (History(days=4, months=4), Relation.LOYAL),
        (History(days=1, months=2, praise=1), Relation.LOYAL),
        (History(helped=2), Relation.SUPPORTER),
        (History(helped=1, praise=1, months=1), Relation.SUPPORTER),
        (History(praise=3, months=1), Relation.SUPPORTER),
    ],
)
def test_each_level_has_its_reason(history: History, level: Relation) -> None:
    assert relation(history) is level


@given(FEW, FEW, FEW, FEW, st.sampled_from(["days", "months", "praise", "helped"]))
def test_more_of_anything_never_lowers_the_level(days: int, months: int, praise: int, helped: int, which: str) -> None:
    history = History(days, months, praise, helped)
    more = replace(history, **{which: getattr(history, which) + 1})
    assert LEVELS.index(relation(more)) >= LEVELS.index(relation(history))


def test_the_operators_word_stands_whatever_was_done() -> None:
    history = History(helped=2)
    assert standing(history, "新客户").level is Relation.NEW
    assert standing(history, "新客户").by_hand
    assert standing(history, "").level is Relation.SUPPORTER
