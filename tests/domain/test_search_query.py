"""Conditions in the search field: read out of what is typed, the rest stays words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.labels import Kind, State
from weibo_operator.domain.search_query import SearchQuery, read_query

ENGLISH = {"Complaint": "投诉", "Question": "咨询"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("类型:投诉", SearchQuery("", kinds=(Kind.COMPLAINT,))),
        ("退款 类型：投诉", SearchQuery("退款", kinds=(Kind.COMPLAINT,))),
        ("kind:complaint refund", SearchQuery("refund", kinds=(Kind.COMPLAINT,))),
        ("来自:@小李 到 没有", SearchQuery("到 没有", author="小李")),
        ("部门:物流 超时", SearchQuery("", department="物流", late=True)),
        ("状态:处理中", SearchQuery("", states=(State.IN_PROGRESS,))),
        ("state:in-progress", SearchQuery("", states=(State.IN_PROGRESS,))),
        ("状态:已完成", SearchQuery("", states=(State.CLOSED,))),
        ("粉丝>1万", SearchQuery("", followers=(10_001, None))),
        ("粉丝＞1.5万", SearchQuery("", followers=(15_001, None))),
        ("粉丝>=5000 粉丝<1w", SearchQuery("", followers=(5_000, 9_999))),
        ("followers<=2k", SearchQuery("", followers=(None, 2_000))),
        ("类型:没有这种", SearchQuery("类型:没有这种")),
        ("状态:", SearchQuery("状态:")),
        ("快递超时了", SearchQuery("快递超时了")),
        ("粉丝多的  客户", SearchQuery("粉丝多的  客户")),
    ],
)
def test_conditions_are_taken_out(typed: str, meant: SearchQuery) -> None:
    assert read_query(typed, ENGLISH) == meant


@given(st.text())
def test_without_conditions_the_words_stay_as_typed(typed: str) -> None:
    read = read_query(typed)
    assert read.has_conditions or read.text == typed
