"""A time typed in English (tomorrow 3pm, in 3 days, next mon, 25 Nov 9:00), said as the Chinese reader takes it."""

import re
from collections.abc import Mapping

from weibo_operator.domain.late_pattern import LatePattern

_WEEKDAYS: Mapping[str, str] = dict(
    zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "一二三四五六日", strict=True)
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PARTS: Mapping[str, str] = {
    "morning": "上午",
    "noon": "中午",
    "midday": "中午",
    "afternoon": "下午",
    "evening": "傍晚",
    "night": "晚上",
    "eod": "下班前",
}
_UNITS: Mapping[str, str] = {"m": "分钟", "h": "小时", "d": "天", "w": "周"}
"""By the first letter of min, minutes, h, hr, hours, d, days, w, weeks."""
_DAYS: Mapping[str, str] = {
    "": "",
    "today": "今天",
    "tomorrow": "明天",
    "weekend": "周末",
    "this weekend": "本周末",
    "next weekend": "下周末",
    "next week": "下周一",
    "eom": "月底",
    "eoy": "年底",
    "next workday": "下个工作日",
    "holiday": "节前",
    "after holiday": "节后",
    "half hour": "半小时后",
}
_SAME: tuple[tuple[LatePattern, str], ...] = tuple(
    (LatePattern(words), plain)
    for words, plain in (
        (r"(?<=[0-9])t(?=[0-9])", " "),
        (r"\b([ap])\.m\b\.?", r"\1m"),
        (r" ?\bo'?clock\b", ":00"),
        (r"\bat ([0-9]{1,2})(?! ?[:0-9ap])", r"\1:00"),
        (r"\b12 noon\b", "noon"),
        (r"\bday after tomorrow\b", "2 d"),
        (r"\b(?:tmrw?|tmw)\b", "tomorrow"),
        (r"\btonight\b", "today night"),
        (r"\bthis (?=morning|afternoon|evening)", "today "),
        (r"\b(?:end of (?:the )?day|close of business|cob)\b", "eod"),
        (r"\b(?:end of (?:the )?month|month[- ]end)\b", "eom"),
        (r"\b(?:end of (?:the )?year|year[- ]end)\b", "eoy"),
        (r"\b(?:business|work(?:ing)?) ?days?\b", "workday"),
        (r"\b(?:(?:next|public) )*holidays?\b", "holiday"),
        (r"\b(?:half an hour|half hour)\b", "half hour"),
        (r"\ban? hour and a half\b", "1.5 h"),
        (r",|\b(?:at|by|on|in|before|within|the|of|from now|later|time|coming)\b", " "),
        (r"\s+", " "),
    )
)
"""Ways to say the same, and the words without which a time is the same; in this order."""

_CLOCK = LatePattern(r"(?<![0-9:])(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))? ?(?P<half>[ap])m\b")
_PLAIN_CLOCK = LatePattern(r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?![0-9])")
_PART = LatePattern(rf"\b(?:{'|'.join(_PARTS)})\b")
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_COUNT = rf"(?P<count>[0-9]+(?:\.5)?|an?|{'|'.join(_COUNTS)})"
_NAMED = LatePattern(rf"(?:(?P<which>next|this) )?(?P<weekday>{_WEEKDAY})(?P<late> next week)?")
_BESIDE_DATE = LatePattern(rf"^{_WEEKDAY} (?=.*[0-9])|(?<=[0-9]) {_WEEKDAY}$")
_DATES = tuple(
    LatePattern(rf"{first} {second}(?: (?P<year>20[0-9]{{2}}))?") for first, second in ((_DAY, _MONTH), (_MONTH, _DAY))
)
_MONTH_DAY = LatePattern(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)")
_LATER = LatePattern(rf"(?:after )?{_COUNT} ?(?P<unit>min(?:ute)?s?|m|hours?|hrs?|h|days?|d|weeks?|w|workday)")


def in_chinese(text: str) -> str:
    """The same time in Chinese words; text without Latin letters, or not understood, comes back as it is."""
    said = text.lower()
    if re.search("[a-z]", said) is None:
        return text
    for words, plain in _SAME:
        said = words.sub(plain, said)
    said, clock = _take_clock(said)
    part = _PART.search(said)
    if part is not None:
        said = said[: part.start()] + said[part.end() :]
    day = _day(" ".join(said.split()))
    return text if day is None else f"{day} {_PARTS[part[0]] if part else ''}{clock}".strip()


def _take_clock(said: str) -> tuple[str, str]:
    """What is left without the time of day, and that time as hours and minutes; hours over twelve are no pm."""
    if found := _CLOCK.search(said):
        hour = int(found["hour"])
        if not 0 < hour <= 12:
            return said, ""
        clock = f"{hour % 12 + (12 if found['half'] == 'p' else 0)}:{found['minute'] or '00'}"
    elif found := _PLAIN_CLOCK.search(said):
        clock = found[0]
    else:
        return said, ""
    return said[: found.start()] + said[found.end() :], clock


def _day(said: str) -> str | None:
    """The day in Chinese, or the length of time from now; None when it is not understood."""
    if said in _DAYS:
        return _DAYS[said]
    if found := _NAMED.fullmatch(said):
        which = "下" if found["late"] or found["which"] == "next" else "本" if found["which"] else ""
        return f"{which}周{_WEEKDAYS[found['weekday'][:3]]}"
    if found := _LATER.fullmatch(said):
        return _later(found["count"], found["unit"])
    said = _BESIDE_DATE.sub("", said)
    for pattern in _DATES:
        if found := pattern.fullmatch(said):
            year = f"{found['year']}-" if found["year"] else ""
            return f"{year}{_MONTHS.index(found['month'][:3]) + 1}-{found['day']}"
    if found := _MONTH_DAY.fullmatch(said):
        return f"{found['day']}号"
    return None if re.search("[a-z]", said) else said


def _later(count: str, unit: str) -> str:
    number = str(_COUNTS.index(count) + 1) if count in _COUNTS else "1" if count in ("a", "an") else count
    whole = number.removesuffix(".5")
    half = "半" if whole != number else ""
    return f"{number}个工作日后" if unit == "workday" else f"{whole}{_UNITS[unit[0]]}{half}后"
