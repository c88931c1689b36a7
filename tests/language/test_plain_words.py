"""Words of the trade are remarked on quietly, with the plain word to put there (mission D10)."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.findings import FindingKind, Grade
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.own_words import OwnWord, plain_pairs
from weibo_operator.language.plain_words import PlainWords, find_trade_words

BUILT_IN = PlainWords(resources_dir() / "dictionaries" / "plain_words.tsv").pairs


def found(text: str, *pairs: OwnWord) -> list[tuple[str, str]]:
    return [(finding.text, finding.suggestions[0]) for finding in find_trade_words(text, pairs or BUILT_IN)]


def test_words_of_the_trade_are_found_with_the_plain_ones() -> None:
    assert found("您的工单已闭环，逆向物流 3 天内揽收") == [
        ("工单", "您反映的这件事"),
        ("闭环", "处理完"),
        ("逆向物流", "退货的物流"),
        ("揽收", "快递员取件"),
    ]
    assert found("您好，今天已经给您补发，明天送到。") == []


def test_the_longer_word_wins_and_letters_stand_alone() -> None:
    assert found("履约时效以页面为准") == [("履约时效", "送到需要的时间")]
    assert found("这个SKU没货，SKUA 有") == [("SKU", "款式")]


def test_a_plain_word_that_holds_the_word_of_the_trade_is_not_said_twice() -> None:
    pair = OwnWord("保价", "买贵退差价的保价服务")
    assert found("我们有买贵退差价的保价服务", pair) == []
    assert found("我们保价", pair) == [("保价", "买贵退差价的保价服务")]


def test_the_check_speaks_quietly_and_of_our_own_voice_only(desk_check) -> None:
    text = "您说的“工单”我们查到了，工单在处理"
    remarks = [f for f in desk_check.check(text, audience=Audience.PUBLIC) if f.kind is FindingKind.JARGON]
    assert [(f.start, f.grade, f.must_fix) for f in remarks] == [(text.rindex("工单"), Grade.POSSIBLE, False)]


def test_the_table_names_each_word_once_and_says_something_else() -> None:
    assert len(BUILT_IN) >= 50
    assert len({pair.word for pair in BUILT_IN}) == len(BUILT_IN)
    assert all(pair.replacement and pair.replacement != pair.word for pair in BUILT_IN)
    words = [pair.word for pair in BUILT_IN]
    assert [pair.word for pair in BUILT_IN if any(word in pair.replacement for word in words)] == []


def test_own_pairs_come_before_ours_and_some_of_ours_can_go() -> None:
    pairs = plain_pairs((OwnWord("甲", "一"), OwnWord("乙", "二")), (OwnWord("甲", "壹"), OwnWord("丙", "三")), {"乙"})
    assert pairs == (OwnWord("丙", "三"), OwnWord("甲", "壹"))


@given(st.text(alphabet="工单客诉闭环SKU时效A1，", max_size=30))
def test_findings_never_overlap_and_stand_where_they_say(text: str) -> None:
    findings = list(find_trade_words(text, BUILT_IN))
    assert all(text[f.start : f.end] == f.text for f in findings)
    assert all(one.end <= other.start for one, other in itertools.pairwise(findings))


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plain.tsv"
    path.write_text("甲\t乙\t丙\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        assert PlainWords(path).pairs
