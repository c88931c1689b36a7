"""Works out from "明天下午五点前" or "三个工作日内" when something is due, on Beijing's calendar."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.spoken_hours import spoken_hour, spoken_moment
from weibo_operator.domain.work_days import WorkDays
from weibo_operator.language.due_days import Meant, day_meant, month_later, names_a_day, weekday_of
from weibo_operator.language.numerals import number
from weibo_operator.language.time_words import DURATION, MOMENT, TO

_OVER = LatePattern(
    r"(?:原定(?:于|在)?|原先?说(?:好的?)?|本来说(?:好的?)?|上个?|昨[天日晚儿夜]?|前[天日晚]|当时|刚才)$"
)
_LONGEST_OVER = 12
"""Characters before a moment in which ``_OVER`` may stand; all of them again at each moment would be slow."""
_ORDINARY = WorkDays()
_VAGUE = LatePattern(r"[一两二三]点|[一]时")
"""A point or a little, unless a part of the day or "前" stands with it."""
_LAST_MINUTE = time(23, 59)
_PART_ENDS = {"早": 12, "上": 12, "清": 12, "一": 12, "中": 14, "下": 18, "傍": 19}
_CLOSING_HOUR = 18
_BESIDE_A_DATE = LatePattern(rf"[月日号] ?{TO}?$")
_LONGEST_BESIDE = 4
_RANGE = LatePattern(rf" ?(?:{TO}|、) ?")
_LARGEST_COUNT = 7
"""1-3日 counts days, 25-27日 names them."""
_USUAL_COUNTS = frozenset({10, 14, 15, 20, 21, 28, 30})
"""15日后 counts days, 25日后 names one."""
_HOURS = {"小时": 60, "钟头": 60, "刻钟": 15, "h": 60, "H": 60, "分钟": 1}
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}


class TimeWords(Struct, frozen=True):
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
        if _is_a_date(match, value, text):
            continue
        if tail.endswith("前") or match["unit"].endswith("年"):
            yield TimeWords(*match.span(), None, past=True)
        elif value is not None and value > 0:
            unit = match["unit"].removeprefix("个")
            due = _after(now, value + (0.5 if match["half"] else 0), unit, days)
            if tail.endswith("后") and unit not in _HOURS:
                yield from _told_of(china(due).date(), match, text, now)
            # What begins on a day named elsewhere (周五起3天内) ends on none that is known here.
            due = None if match["lead"] == "起" else due
            yield TimeWords(*match.span(), due, bare=not tail and not match["lead"])


def _is_a_date(match: re.Match[str], value: float | None, text: str) -> bool:
    """Whether 日 ends a date (11月25日-27日, 27日前, 最晚27日) and counts no days (7日内, 1-3日)."""
    if match["unit"] != "日":
        return False
    begin = match.start("number")
    if _BESIDE_A_DATE.search(text, max(0, begin - _LONGEST_BESIDE), begin) is not None:
        return True
    tail, lead = match["tail"] or "", match["lead"] or ""
    if tail.endswith("前"):
        return match["number"].isdigit() or (value or 0) >= 10
    if tail.endswith("内") or (lead and not lead.startswith("最")):
        return False
    if tail.endswith("后"):
        return (value or 0) > _LARGEST_COUNT and value not in _USUAL_COUNTS
    return begin == match.start() + len(lead) or (value or 0) > _LARGEST_COUNT


def _told_of(day: date, match: re.Match[str], text: str, now: datetime) -> Iterator[TimeWords]:
    """A weekday, a date or an hour told of the ``day`` that a duration ends on: 三周后的周五, 三天后下午3点."""
    found = MOMENT.match(text, match.end() + text.startswith("的", match.end()))
    if found is None or not _says_a_time(found):
        return
    try:
        if found["week"] and found["week"].startswith(("周", "星期", "礼拜")) and found["week"] != "周内":
            day = weekday_of(day, found["week"])
        elif found["only"]:
            day = day.replace(day=int(number(found["only"][:-1]) or 0))
        elif names_a_day(found):
            return
    except ValueError:
        yield TimeWords(match.start(), found.end(), None)
        return
    yield TimeWords(match.start(), found.end(), _moment_of(found, (day, False), now, is_named=True))


def _after(now: datetime, amount: float, unit: str, days: WorkDays) -> datetime:
    if unit in _HOURS:
        return (now + timedelta(minutes=amount * _HOURS[unit])).astimezone(UTC)
    if unit in _DAYS:
        return _at(now.date() + timedelta(days=-(-amount * _DAYS[unit] // 1)), _LAST_MINUTE)
    if unit == "月":
        whole = month_later(now.date(), int(amount))
        return _at(whole + timedelta(days=15 if amount % 1 else 0), _LAST_MINUTE)
    return _at(days.after(now.date(), int(-(-amount // 1))), _LAST_MINUTE)


def _moments(text: str, now: datetime, days: WorkDays) -> Iterator[TimeWords]:
    last_end, last_day = 0, now.date()
    for match in MOMENT.finditer(text):
        if not _says_a_time(match):
            continue
        past = _OVER.search(text, max(0, match.start() - _LONGEST_OVER), match.start()) is not None
        # The second of 下周一到周三, 12月25号到27号 and 明天9点或10点 is told of the day of the first.
        follows = last_end > 0 and not match["near"] and _RANGE.fullmatch(text, last_end, match.start()) is not None
        meant = None if past else _meant(match, last_day if follows else now.date(), days)
        due = None if meant is None else _moment_of(match, meant, now, is_named=follows or names_a_day(match))
        if match["month"] and due is not None and due < now:
            past, due = True, None
        last_end, last_day = (match.end(), meant[0]) if meant and not meant[1] else (0, now.date())
        yield TimeWords(*match.span(), due, past=past)


def _meant(match: re.Match[str], today: date, days: WorkDays) -> Meant | None:
    try:
        return day_meant(match, today, days, before=bool(match["before"]))
    except ValueError:
        return None


def _says_a_time(match: re.Match[str]) -> bool:
    """A day, an hour, or a later part of today; a lone 早, 晚 or 上午 is none."""
    if _VAGUE.fullmatch(match.group()):
        return False
    if match["month"] and match.group().endswith("的"):
        return False
    named = names_a_day(match) or bool(match["clock"])
    return (
        named
        or (match["part"] in ("下午", "晚上", "中午", "傍晚", "凌晨"))
        or bool(match["closing"] and match["before"])
    )


def _moment_of(match: re.Match[str], meant: Meant, now: datetime, *, is_named: bool) -> datetime:
    """The moment of the day ``meant`` that the match tells; its end, or its beginning where it says before it."""
    day, whole = meant
    before, clock = bool(match["before"]), match["clock2"] or match["clock"]
    part = match["part2"] or match["part"] or ""
    if clock:
        tonight = not is_named or (match["near"] or "").startswith("今")
        return _with_clock(day, clock, part, now, is_named=is_named, tonight=tonight)
    if part.startswith("凌晨"):
        return _at(day if is_named else day + timedelta(days=1), time(0 if before else 6))
    if match["closing"]:
        return _at(day, time(_CLOSING_HOUR))
    if part and part[0] in _PART_ENDS:
        return _at(day, time(12 if before and part == "中午" else _PART_ENDS[part[0]]))
    if (before or _is_before(match)) and not part and not whole:
        return _at(day, time(0))
    return _at(day, _LAST_MINUTE)


def _is_before(match: re.Match[str]) -> bool:
    """国庆前 has its 前 in its name."""
    return bool(match["feast"] and not match["on"] and not match["next"])


def _with_clock(day: date, clock: str, part: str, now: datetime, *, is_named: bool, tonight: bool) -> datetime:
    hour, minute = _hour_minute(clock)
    hour = spoken_hour(part, hour)
    if not is_named and (hour, minute) <= (now.hour, now.minute):
        if part.startswith("凌") or hour == 0:
            hour += 24
        elif not part and hour <= 12:
            hour += 12
    midnight = datetime.combine(day, time(0), CHINA)
    return spoken_moment(midnight, hour, minute, now, tonight=tonight).astimezone(UTC)


def _hour_minute(clock: str) -> tuple[int, int]:
    hours, _, rest = clock.partition(":") if ":" in clock else re.split(r"(点钟?|时)", clock, maxsplit=1)
    minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(rest)
    return int(number(hours.strip()) or 0), int(number(rest.removesuffix("分")) or 0) if minutes is None else minutes


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, CHINA).astimezone(UTC)
