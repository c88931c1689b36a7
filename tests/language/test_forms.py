"""Listed strings in a text: the places asked about, and the particles at the end of a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.findings import Grade
from weibo_operator.language.forms import Forms
from weibo_operator.language.particles import asks_with_ba, asks_with_ma
from weibo_operator.language.proofread import Proofreader

WORDS = st.text(alphabet="发货退款", min_size=1, max_size=4)


@given(st.sets(WORDS, max_size=6), st.text(alphabet="发货退款", max_size=12))
def test_every_listed_string_is_asked_about_the_longest_first(forms: set[str], text: str):
    places = Forms(forms).places(text)
    standing = {
        (start, start + len(form)) for form in forms for start in range(len(text)) if text.startswith(form, start)
    }
    assert standing <= set(places)
    assert [start - end for start, end in places] == sorted(start - end for start, end in places)


@pytest.mark.parametrize(
    ("clause", "after", "wrong"),
    [
        ("您先用着把", "，", True),
        ("请拿好把", "", True),
        ("椅子四把", "，", False),
        ("用拧干的拖把", "。", False),
        ("请把", "1", False),
    ],
)
def test_a_clause_ends_with_ba_only_where_it_counts_or_names(clause: str, after: str, wrong: bool):
    assert asks_with_ba(clause, after) is wrong


@pytest.mark.parametrize(
    ("clause", "after", "wrong"),
    [
        ("那台水泵还转嘛", "？", True),
        ("你要哪种辣度嘛", "？", False),
        ("本来就便宜嘛", "。", False),
        ("这不是送到了嘛", "？", False),
    ],
)
def test_a_question_ends_with_ma(clause: str, after: str, wrong: bool):
    assert asks_with_ma(clause, after) is wrong


def test_the_end_of_a_clause_is_sure_of_ba_and_quiet_about_ma(proofreader: Proofreader):
    found = {f.text: (f.suggestions[0], f.grade) for f in proofreader.check("您先看看把。那台水泵还转嘛？")}
    assert found == {"把": ("吧", Grade.CERTAIN), "嘛": ("吗", Grade.POSSIBLE)}
