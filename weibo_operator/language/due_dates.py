"""Works out from "明天下午五点前" or "三个工作日内" when something is due, on Beijing's calendar."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.work_days import WorkDays
from weibo_operator.language.numerals import number
from weibo_operator.language.time_words import DURATION, MOMENT

_OVER = re.compile(r"(?:原定(?:于|在)?|原先?说(?:好的?)?|本来说(?:好的?)?|上个?|昨[天日晚儿夜]?|前[天日晚]|当时|刚才)$")
_LONGEST_OVER = 12
"""Characters before a moment in which ``_OVER`` may stand; all of them again at each moment would be slow."""
_ORDINARY = WorkDays()
_VAGUE = re.compile(r"[一两二三]点|[一]时")
"""A point or a little, unless a part of the day or "前" stands with it."""
_LAST_MINUTE = time(23, 59)
_PART_ENDS = {"早": 12, "上": 12, "清": 12, "一": 12, "中": 14, "下": 18, "傍": 19}
_CLOSING_HOUR = 18
_WEEKDAYS = "一二三四五六日"
_NEAR_DAYS = {"今": 0, "明": 1, "后": 2, "大": 3}
_THIRDS = {"初": 10, "上": 10, "中": 20}
_HOURS = {"小时": 60, "钟头": 60, "刻钟": 15, "h": 60, "H": 60, "分钟": 1}
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time in the characters ``start:end``: ``due`` as aware UTC, None where the words alone give no date.

    ``bare`` is a span of time that does not say whether it is a limit ("24小时"); ``past`` one that is over ("三天前")
    or runs in years, as guarantees do.
    """

    start: int
    end: int
    due: datetime | None
    bare: bool = False
    past: bool = False


def time_words(text: str, now: datetime, days: WorkDays = _ORDINARY) -> tuple[TimeWords, ...]:
    """The times to come that ``text`` names, in reading order, as of ``now``; the text in half-width digits.

    ``days`` knows the public holidays, for 工作日 and 节后.
    """
    local = china(now)
    found = [*_durations(text, local, days), *_moments(text, local, days)]
    kept: list[TimeWords] = []
    for words in sorted(found, key=lambda w: (w.start, -w.end)):
        if not kept or words.start >= kept[-1].end:
            kept.append(words)
    return tuple(kept)


def _durations(text: str, now: datetime, days: WorkDays) -> Iterator[TimeWords]:
    for match in DURATION.finditer(text):
        tail, value = match["tail"] or "", number(match["number"])
        if tail.endswith("前") or match["unit"].endswith("年"):
            yield TimeWords(*match.span(), None, past=True)
        elif value is not None and value > 0:
            due = _after(now, value + (0.5 if match["half"] else 0), match["unit"].removeprefix("个"), days)
            yield TimeWords(*match.span(), due, bare=not tail and not match["lead"])


def _after(now: datetime, amount: float, unit: str, days: WorkDays) -> datetime:
    if unit in _HOURS:
        return (now + timedelta(minutes=amount * _HOURS[unit])).astimezone(UTC)
    if unit in _DAYS:
        return _at(now.date() + timedelta(days=-(-amount * _DAYS[unit] // 1)), _LAST_MINUTE)
    if unit == "月":
        return _at(_months_later(now.date(), int(amount)) if amount >= 1 else now.date() + timedelta(15), _LAST_MINUTE)
    return _at(days.after(now.date(), int(-(-amount // 1))), _LAST_MINUTE)


def _moments(text: str, now: datetime, days: WorkDays) -> Iterator[TimeWords]:
    for match in MOMENT.finditer(text):
        if _says_a_time(match):
            past = _OVER.search(text, max(0, match.start() - _LONGEST_OVER), match.start()) is not None
            yield TimeWords(*match.span(), None if past else _resolve(match, now, days), past=past)


def _says_a_time(match: re.Match[str]) -> bool:
    """A day, an hour, or a later part of today; a lone 早, 晚 or 上午 is none."""
    if _VAGUE.fullmatch(match.group()):
        return False
    named = _named_day(match) or bool(match["clock"])
    return (
        named
        or (match["part"] in ("下午", "晚上", "中午", "傍晚", "凌晨"))
        or bool(match["closing"] and match["before"])
    )


def _resolve(match: re.Match[str], now: datetime, days: WorkDays) -> datetime | None:
    before = bool(match["before"])
    try:
        found = _by_holidays(match, now.date(), days) if _by_calendar(match) else _day(match, now.date(), before=before)
    except ValueError:
        return None
    if found is None:
        return None
    day, whole = found
    clock, part = match["clock2"] or match["clock"], match["part2"] or match["part"] or ""
    if clock:
        return _with_clock(day, clock, part, now, is_today=not _named_day(match))
    if part.startswith("凌晨"):
        return _at(day if _named_day(match) else day + timedelta(days=1), time(0 if before else 6))
    if match["closing"]:
        return _at(day, time(_CLOSING_HOUR))
    if part and part[0] in _PART_ENDS:
        return _at(day, time(12 if before and part == "中午" else _PART_ENDS[part[0]]))
    if before and not part and not whole:
        return _at(day, time(0))
    return _at(day, _LAST_MINUTE)


def _by_calendar(match: re.Match[str]) -> bool:
    """Whether the words need the table of holidays."""
    return bool(match["year"]) and not match["year"].startswith(("年底", "年末", "年内"))


def _by_holidays(match: re.Match[str], today: date, days: WorkDays) -> tuple[date, bool] | None:
    """节后 is the first day worked after the next holiday; 年前, 春节前 and the like give no date."""
    words = match["year"]
    if words.endswith("个工作日") and words.startswith("下"):
        return days.after(today, 1), False
    day = days.after_holiday(today) if words.startswith("节后") else None
    return None if day is None else (day, False)


def _named_day(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("near", "week", "date", "third", "only", "year", "dotted"))


def _day(match: re.Match[str], today: date, *, before: bool) -> tuple[date, bool]:
    """The day meant, and whether it is the end of a longer stretch ("月底前" is still that month)."""
    if match["near"]:
        return today + timedelta(days=_NEAR_DAYS[match["near"][0]]), match["near"][0] == "今"
    if match["week"]:
        return _week_day(match["week"], today, before=before)
    if match["date"]:
        return _month_day(match, today), False
    if match["third"]:
        return _third(match, today), True
    if match["only"]:
        day = int(number(match["only"][:-1]) or 0)
        first = today if day >= today.day else _months_later(today.replace(day=1), 1)
        return first.replace(day=day), False
    if match["dotted"]:
        month, day = (int(digits) for digits in re.split(r"[./-]", match["dotted"]))
        return _next_date(today, month, day), False
    return (today.replace(month=12, day=31), True) if match["year"] else (today, True)


def _week_day(words: str, today: date, *, before: bool) -> tuple[date, bool]:
    weeks = words.count("下")
    monday = today - timedelta(days=today.weekday())
    if words[-1] in "周期拜内":
        return monday + timedelta(days=7 * weeks + 6), True
    last = "日" if words[-1] == "天" else words[-1]
    if last == "末":
        return monday + timedelta(days=7 * weeks + (5 if before else 6)), False
    day = monday + timedelta(days=7 * weeks + _WEEKDAYS.index(last))
    told = words[0] in "这本下"
    if not told and (day < today or (before and day == today)):
        day += timedelta(days=7)
    return day, False


def _month_day(match: re.Match[str], today: date) -> date:
    day = int(number(match["d"]) or 0)
    if match["rel"]:
        return _months_later(today.replace(day=1), int(match["rel"][0] == "下")).replace(day=day)
    return _next_date(today, int(number(match["m"]) or 0), day)


def _next_date(today: date, month: int, day: int) -> date:
    found = date(today.year, month, day)
    return date(today.year + 1, month, day) if (today - found).days > 60 else found


def _third(match: re.Match[str], today: date) -> date:
    if match["tm"]:
        month = int(number(match["tm"]) or 0)
        first = date(today.year + (month < today.month), month, 1)
    else:
        first = _months_later(today.replace(day=1), int((match["trel"] or "本")[0] == "下"))
    last = calendar.monthrange(first.year, first.month)[1]
    return first.replace(day=_THIRDS.get(match["which"][0], last))


def _with_clock(day: date, clock: str, part: str, now: datetime, *, is_today: bool) -> datetime:
    hour, minute = _hour_minute(clock)
    late = part.startswith(("下", "傍", "晚", "夜")) or (part == "中午" and hour < 4)
    past = is_today and (hour, minute) <= (now.hour, now.minute)
    if hour == 0 and (late or past):
        hour = 24
    elif late and (hour < 12 or (hour == 12 and not part.startswith("下"))):
        hour += 12
    elif past and part.startswith("凌"):
        hour += 24
    elif past and not part and hour <= 12:
        hour += 12
    return _at(day, time(0)) + timedelta(hours=hour, minutes=minute)


def _hour_minute(clock: str) -> tuple[int, int]:
    hours, _, rest = clock.partition(":") if ":" in clock else re.split(r"(点钟?|时)", clock, maxsplit=1)
    minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(rest)
    return int(number(hours.strip()) or 0), int(number(rest.removesuffix("分")) or 0) if minutes is None else minutes


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, CHINA).astimezone(UTC)
