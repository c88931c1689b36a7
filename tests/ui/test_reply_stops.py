"""What stops a reply: the order, the words, and what a second press does."""

import pytest

from ui.reply.stop_line import Way
from ui.reply.stops import stop_line, stopping
from ui.support.key_map import KeyMap, Keys
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.labels import Audience


def finding(kind: FindingKind, text: str = "词", grade: Grade = Grade.CERTAIN, start: int = 0) -> Finding:
    return Finding(start, start + len(text), kind, grade, text, (), 1.0, "像是手机号")


def test_the_order_is_that_of_the_product() -> None:
    kinds = (FindingKind.NAME, FindingKind.VARIABLE, FindingKind.TONE, FindingKind.REPEAT, FindingKind.TYPO)
    found = stopping([finding(kind) for kind in kinds])
    assert [stop.kind for stop in found] == [
        FindingKind.TYPO,
        FindingKind.TONE,
        FindingKind.VARIABLE,
        FindingKind.REPEAT,
        FindingKind.NAME,
    ]


def test_the_quiet_class_never_stops() -> None:
    assert stopping([finding(kind, grade=Grade.POSSIBLE) for kind in FindingKind]) == ()


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_kind_has_words_and_must_fix_offers_no_second_press(kind: FindingKind) -> None:
    stop = finding(kind)
    line = stop_line([stop], "词" * 150, Audience.PUBLIC, "北城小满", KeyMap())
    assert line.cause
    assert ("再按一次" in line.cause) == (not stop.must_fix and kind is not FindingKind.REPEAT)


def test_typos_are_counted_and_the_rest_is_named() -> None:
    stops = stopping([finding(FindingKind.TYPO), finding(FindingKind.TYPO, start=3), finding(FindingKind.TONE)])
    line = stop_line(stops, "词", Audience.PUBLIC, "", KeyMap())
    assert line.cause.startswith("还有 2 处疑似错字")
    assert line.more == "另有 1 处提醒"


def test_over_length_says_by_how_much() -> None:
    line = stop_line([finding(FindingKind.LENGTH)], "字" * 148, Audience.PUBLIC, "", KeyMap())
    assert "超出 8 字" in line.cause


def test_private_data_offers_a_private_message() -> None:
    line = stop_line([finding(FindingKind.PRIVACY, "13800138000")], "13800138000", Audience.PUBLIC, "", KeyMap())
    assert line.way is Way.PRIVATE
    assert line.action == "改成私信"


def test_the_line_names_the_keys_that_hold_now() -> None:
    keys = KeyMap()
    stops = stopping([finding(FindingKind.TONE), finding(FindingKind.REPEAT)])
    line = stop_line(stops, "词", Audience.PUBLIC, "", keys)
    assert line.cause.endswith("改好再发，或再按一次 Ctrl+Enter 直接发送")
    assert line.more.endswith("按 Alt+T 换一种说法")
    keys.put({"send": Keys((), ("Alt+M",)), "no_reply": Keys(("M",)), "other_wording": Keys()})
    line = stop_line(stops, "词", Audience.PUBLIC, "", keys)
    assert line.cause.endswith("改好再发，或再按一次 Alt+M 直接发送")
    assert line.more.endswith("按 搜索里的“换一种说法” 换一种说法")
