"""Numbers as they are typed: full-width digits, Chinese numerals, a range by its later end."""

import re

FULL_WIDTH = str.maketrans("０１２３４５６７８９－．（）：", "0123456789-.():")
"""Full-width digits and marks to half-width ones, one character each, so that offsets stay."""
SPOKEN = str.maketrans(
    "〇零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖０１２３４５６７８９－", "0011223456789123456789" + "0123456789-"
)
"""Digits read out one by one ("幺三八") to half-width ones, one character each."""
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_ARABIC = re.compile(r"\d{1,4}(?:\.\d)?")


def number(words: str) -> float | None:
    """The value of "12", "1.5", "十二", "一百二十", "半"; of "两三" the later; None for "几" and what is no number."""
    if _ARABIC.fullmatch(words):
        return float(words)
    if words == "半":
        return 0.5
    hundreds, hundred, rest = words.rpartition("百")
    if hundred:
        return _with_hundreds(hundreds, rest)
    tens, ten, ones = words.rpartition("十")
    if any(char not in _VALUES for char in tens + ones) or not words:
        return None
    if ten:
        return (_last(tens) if tens else 1) * 10 + (_last(ones) if ones else 0)
    return float(_last(ones)) if len(ones) <= 2 else None


def _with_hundreds(hundreds: str, rest: str) -> float | None:
    """The value of "一百", "一百零五", "一百二" (120) and "一百二十"; several in a row are no number."""
    if len(hundreds) != 1 or hundreds not in _VALUES:
        return None
    tail = number(rest.removeprefix("零")) if rest else 0
    if tail is None:
        return None
    return _VALUES[hundreds] * 100 + tail * (10 if len(rest) == 1 and rest in _VALUES else 1)


def _last(digits: str) -> int:
    return _VALUES[digits[-1]]
