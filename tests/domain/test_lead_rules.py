"""Leads, saved searches and chatter as pure rules: when to speak, what a typed line means, how sure triage is."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.clock import china_day
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.gathered import Sureness, sureness
from weibo_operator.domain.lead import LeadState, Touches, TouchLimit, TouchRules, limit, state_now
from weibo_operator.domain.saved_search import MOST_WORDS, SearchWords, checked, words_of

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
RULES = TouchRules(gap=timedelta(days=7), first_a_day=10)
AGO = st.integers(0, 60 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))


@given(AGO, st.one_of(st.none(), AGO), st.integers(1, 30))
def test_nobody_silent_is_spoken_to_twice_within_the_gap(last: datetime, heard: datetime | None, days: int) -> None:
    rules = TouchRules(gap=timedelta(days=days), first_a_day=10)
    found = limit(Touches(last, last, heard), 0, rules, NOW)
    answered = heard is not None and heard > last
    within = (china_day(NOW) - china_day(last)).days < days
    assert found is (TouchLimit.TOO_SOON if within and not answered else TouchLimit.FREE)


@given(st.integers(0, 30), st.integers(0, 30))
def test_first_touches_stop_at_the_days_bound(done: int, most: int) -> None:
    found = limit(Touches(), done, TouchRules(gap=timedelta(days=7), first_a_day=most), NOW)
    assert found is (TouchLimit.ENOUGH_TODAY if most and done >= most else TouchLimit.FREE)


def test_the_days_bound_does_not_hold_back_whoever_we_know() -> None:
    last = NOW - timedelta(days=30)
    assert limit(Touches(last, last), 99, RULES, NOW) is TouchLimit.FREE


@pytest.mark.parametrize(
    ("stored", "touched_after", "shown"),
    [
        (LeadState.WATCHED, None, LeadState.WATCHED),
        (LeadState.WATCHED, timedelta(hours=-1), LeadState.WATCHED),
        (LeadState.WATCHED, timedelta(hours=1), LeadState.TOUCHED),
        (LeadState.INTERESTED, timedelta(hours=1), LeadState.INTERESTED),
        (LeadState.DROPPED, timedelta(hours=1), LeadState.DROPPED),
    ],
)
def test_a_touch_moves_only_a_watched_lead(
    stored: LeadState, touched_after: timedelta | None, shown: LeadState
) -> None:
    assert state_now(stored, NOW, None if touched_after is None else NOW + touched_after) is shown


def test_words_are_parted_by_blanks_and_commas_of_any_width() -> None:
    assert words_of(" 投诉，退款、骗\u3000 坑；投诉 ") == ("投诉", "退款", "骗", "坑")
    assert words_of("") == ()


@given(st.text())
def test_any_typed_line_gives_words_without_blanks(line: str) -> None:
    words = words_of(line)
    assert len(set(words)) == len(words)
    assert all(word and not any(sign.isspace() for sign in word) for word in words)
    assert words_of(" ".join(words)) == words


def test_each_of_several_words_is_a_line_of_its_own_on_the_site() -> None:
    assert SearchWords(("橙果",), ("投诉", "退款")).queries == ("橙果 投诉", "橙果 退款")
    assert SearchWords(("橙果", "电饭锅")).queries == ("橙果 电饭锅",)
    assert SearchWords((), ("求推荐",)).queries == ("求推荐",)


@pytest.mark.parametrize("words", [SearchWords(()), SearchWords((), (), ("抽奖",)), SearchWords(("？！",))])
def test_a_search_needs_a_word_to_look_for(words: SearchWords) -> None:
    with pytest.raises(InvalidInputError):
        checked("x", words)


def test_a_search_is_bounded_and_named_by_its_words() -> None:
    with pytest.raises(InvalidInputError):
        checked("", SearchWords(tuple(f"词{number}" for number in range(MOST_WORDS + 1))))
    assert checked("  ", SearchWords(("橙果",), ("投诉", "退款", "骗")))[0] == "橙果 投诉 退款"


@pytest.mark.parametrize(
    ("reasons", "level"),
    [
        (("“加V信”→垃圾广告",), Sureness.SURE),
        (("“发货”→物流部", "没有找到要处理的内容→闲聊"), Sureness.UNSURE),
        (("像改过的“沙发”→闲聊", "“沙发”→闲聊"), Sureness.LIKELY),
        (("只有@、链接或转发→闲聊",), Sureness.SURE),
        (("与示例相近：“天气”→闲聊",), Sureness.LIKELY),
        (("没有找到要处理的内容→闲聊",), Sureness.UNSURE),
        ((), Sureness.UNSURE),
    ],
)
def test_deciding_words_are_sure_and_nothing_found_is_not(reasons: tuple[str, ...], level: Sureness) -> None:
    assert sureness(reasons) is level
