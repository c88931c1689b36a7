"""The words of 下一位 and of levels: each reason has its own, a rotation that rests says so."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.labels import Actor, Kind, Level
from weibo_operator.domain.levels import Judgement, LevelPart, PartKind
from weibo_operator.domain.queueing import ChoiceReason, WhyFacts
from weibo_operator.services.why_words import (
    level_line,
    level_reason,
    level_sentence,
    order_lines,
    skips_words,
    trail_lines,
    why_line,
    why_lines,
)

COMPLAINT = LevelPart(PartKind.KIND, 2, "投诉")
REACH = LevelPart(PartKind.INFLUENCE, 2, "126000")


def judged(*parts, level=Level.P2, suggested=Level.P2, waited=47, late=True, target=True):
    return Judgement(
        level=level,
        suggested=suggested,
        parts=parts or (COMPLAINT,),
        target_at=datetime(2026, 11, 19, tzinfo=UTC) if target else None,
        late=late,
        waited=timedelta(minutes=waited),
    )


def facts(reason=ChoiceReason.THIS_ROUND, **changed):
    values = {
        "reason": reason,
        "nickname": "小李",
        "uid": "1",
        "followers": None,
        "kind": Kind.COMPLAINT,
        "level": Level.P2,
        "topic": "发票",
        "is_public": True,
        "last_topic": "物流",
        "waited": timedelta(minutes=47),
        "waiting_customers": 6,
    }
    return WhyFacts(**{**values, **changed})


def test_the_line_of_the_design():
    said = why_line(facts(ChoiceReason.OTHER_TOPIC), judged(COMPLAINT, REACH))
    assert said == "下一位：@小李（投诉 + 粉丝 12.6万 + 等待 47 分 已超时；上一条公开话题是物流，这条是发票）"


@pytest.mark.parametrize(
    ("reason", "changed", "words"),
    [
        (ChoiceReason.URGENT_LEVEL, {}, "在等的人里 P2 最急"),
        (ChoiceReason.FAIR_TURN, {}, "等得最久，轮到 TA"),
        (ChoiceReason.OTHER_TOPIC, {"is_public": False}, "上一条公开话题是物流，这条是私信"),
        (ChoiceReason.OTHER_TOPIC, {"last_topic": ""}, "问“发票”的人最多，先回一位"),
        (ChoiceReason.THIS_ROUND, {}, "这一轮还没轮到过"),
        (ChoiceReason.ONLY_ONE, {}, "只有这一位在等"),
        (ChoiceReason.PLAIN_ORDER, {"waiting_customers": 3}, "只有 3 位在等，暂不轮流，按级别排"),
        (ChoiceReason.PLAIN_ORDER, {"waiting_customers": 1}, "只有这一位在等"),
    ],
)
def test_each_reason_has_its_own_words(reason, changed, words):
    assert why_line(facts(reason, **changed), judged()).endswith(f"；{words}）")


def test_every_reason_has_words():
    said = {why_line(facts(reason), judged()) for reason in ChoiceReason}
    assert len(said) == len(ChoiceReason)


def test_the_kind_comes_first_and_the_waiting_last():
    parts = (
        LevelPart(PartKind.WORDS, 3, "“明天就要用”"),
        REACH,
        COMPLAINT,
        LevelPart(PartKind.CROWD, 1, "12"),
        LevelPart(PartKind.IMPORTANT, 1, "媒体"),
    )
    said = "投诉 + “明天就要用” + 粉丝 12.6万 + 同类 12 人 + 媒体 + 等待 47 分 已超时"
    assert level_line(judged(*parts)) == said


def test_a_crisis_comes_before_everything_and_quotes_briefly():
    crisis = LevelPart(PartKind.CRISIS, 9, "“一股焦味熏醒，小橙充电”、“12315”")
    repeated = LevelPart(PartKind.REPEATED, 1)
    assert level_line(judged(COMPLAINT, crisis, repeated, target=False)) == "危机信号“12315”等 + 投诉"
    assert level_line(judged(LevelPart(PartKind.CRISIS, 9, ""), COMPLAINT, target=False)) == "危机信号 + 投诉"
    assert level_line(judged(COMPLAINT, repeated, target=False)) == "投诉 + 多次投诉或追问"


@pytest.mark.parametrize(
    ("minutes", "late", "words"), [(0, False, "刚来"), (1, False, "等待 1 分"), (0, True, "刚来 已超时")]
)
def test_waiting_in_words(minutes, late, words):
    assert level_line(judged(waited=minutes, late=late)) == f"投诉 + {words}"


def test_who_set_a_level_is_said():
    ordinary = judged(level=Level.P3, suggested=Level.P3)
    chosen = judged(level=Level.P1, suggested=Level.P3)
    assert level_sentence(ordinary, Actor.AUTO) == "P3 普通（自动）：投诉 + 等待 47 分 已超时"
    assert level_sentence(ordinary, Actor.OPERATOR) == "你定的 P3，程序也会这样定：投诉 + 等待 47 分 已超时"
    assert level_sentence(chosen, Actor.OPERATOR) == "你定的 P1；程序会给 P3：投诉 + 等待 47 分 已超时"
    assert level_reason(ordinary) == level_line(ordinary)
    assert level_reason(chosen) == level_sentence(chosen, Actor.OPERATOR)
    assert why_line(facts(), chosen).startswith("下一位：@小李（你定的 P1 + 投诉 + 等待")


def test_shorter_lines_keep_who_what_and_the_reason():
    long = facts(ChoiceReason.OTHER_TOPIC, nickname="一个名字特别特别长的客户")
    lines = why_lines(long, judged(COMPLAINT, REACH, LevelPart(PartKind.CROWD, 1, "12")), "这一位")
    assert lines[0].startswith("这一位：@一个名字特别特别长的客户（投诉 + 粉丝 12.6万 + 同类 12 人 + 等待")
    assert "（投诉 + … + 等待 47 分 已超时；上一条公开话题是物流，这条是发票）" in lines[2]
    assert lines[-1] == "这一位：@一个名字特别特别…（换个话题）"


@given(
    st.sampled_from(ChoiceReason),
    st.lists(
        st.sampled_from((REACH, LevelPart(PartKind.CROWD, 1, "12"), LevelPart(PartKind.WORDS, 3, "“急”"))), max_size=3
    ),
    st.text("客户名", min_size=1, max_size=30),
)
def test_the_lines_only_become_shorter(reason, parts, nickname):
    lines = why_lines(facts(reason, nickname=nickname), judged(COMPLAINT, *parts))
    assert lines[0] == why_line(facts(reason, nickname=nickname), judged(COMPLAINT, *parts))
    assert len(set(lines)) == len(lines)
    assert [len(line) for line in lines] == sorted(map(len, lines), reverse=True)


def test_the_trail_of_public_topics():
    assert trail_lines(()) == ()
    assert trail_lines(("发票",)) == ("公开话题：发票",)
    assert trail_lines(("物流", "发票", "物流")) == (
        "公开话题：物流 → 发票 → 物流，话题交替",
        "公开话题：发票 → 物流，话题交替",
        "话题交替",
    )
    assert trail_lines(("物流", "物流", "发票"))[0] == "公开话题：发票 → 物流 → 物流，连着 2 条物流"
    assert trail_lines(("发票", "物流", "物流"))[0] == "公开话题：物流 → 物流 → 发票，有 1 次连着同一话题"
    assert trail_lines(("物流", "物流"))[-1] == "连着 2 条物流"


def test_a_rotation_that_rests_is_said():
    assert order_lines(4, 4) == order_lines(0, 4)
    assert "轮流排队" in order_lines(4, 4)[0]
    lines = order_lines(3, 4)
    assert lines[0] == "暂不轮流：在等的不到 4 位，级别高的先回，再看谁等得久"
    assert all("暂不轮流" in line for line in lines)


def test_skips_in_words():
    assert skips_words({}) == ""
    assert skips_words({"": 2}) == "跳过 2 次"
    assert skips_words({"": 1, "等资料": 2, "不好回答": 1}) == "跳过 4 次：等资料 2，没写原因 1，不好回答 1"
