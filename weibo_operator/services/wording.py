"""Words that both faces, the window and the command line, must say alike: times, counts, long words cut short."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.labels import Platform, Source, State
from weibo_operator.translation import label, tr

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
"""A weekday's name after 周, Monday first."""
_TEN_THOUSAND = 10_000


CHANNELS: Mapping[Platform, str] = {
    Platform.WECHAT: "微信",
    Platform.PHONE: "电话",
    Platform.SHOP: "门店",
    Platform.EMAIL: "邮件",
}
"""The ways besides Weibo by which customers come (mission G7)."""


TICKET_STATES: Mapping[State, str] = {
    State.NEW: tr("新"),
    State.IN_PROGRESS: tr("处理中"),
    State.FOLLOW_UP: tr("待回访"),
    State.CLOSED: tr("已完成"),
}


def channel_words(platform: Platform, source: Source) -> str:
    """Where a customer spoke: 微信 or 电话, on Weibo the list the message stood in."""
    return label(CHANNELS.get(platform, source.value))


def people_words(count: int) -> str:
    """A count as people read it: 1,208, and 12.6万 (126k) from ten thousand on."""
    if count < _TEN_THOUSAND:
        return f"{count:,}"
    text = f"{count / _TEN_THOUSAND:.1f}".removesuffix(".0")
    return tr("{0}万", text, _in_thousands(count))


def duration_words(length: timedelta) -> str:
    """A length of time in at most two units: 47 分, 3 小时 12 分, 2 天 5 小时, 120 天."""
    minutes = max(0, int(length.total_seconds() // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days >= 10:
        return tr("{0} 天", days)
    if days:
        return tr("{0} 天 {1} 小时", days, hours) if hours else tr("{0} 天", days)
    if hours:
        return tr("{0} 小时 {1} 分", hours, minutes) if minutes else tr("{0} 小时", hours)
    return tr("{0} 分", minutes)


def day_words(moment: datetime, now: datetime) -> str:
    """The day as one says it: 今天, 昨天, 明天, 11-21 周六, 2025-11-21."""
    day, today = china_day(moment), china_day(now)
    names = {0: tr("今天"), -1: tr("昨天"), 1: tr("明天"), 2: tr("后天")}
    distance = (day - today).days
    if distance in names:
        return names[distance]
    if day.year != today.year:
        return f"{day:%Y-%m-%d}"
    return tr("{0:%m-%d} 周{1}", day, label(WEEKDAYS[day.weekday()]))


def clock_words(moment: datetime, now: datetime) -> str:
    """Day and time: 今天 18:00, 11-21 周六 09:00."""
    return f"{day_words(moment, now)} {china(moment):%H:%M}"


def quoted(words: Sequence[str]) -> str:
    """Words as somebody said them: “曝光”“12315”; empty without any."""
    return tr("“{0}”", tr("”“").join(words)) if words else ""


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters, the last an ellipsis where some were cut."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _in_thousands(count: int) -> str:
    """126k, 1.3M: what languages that count by thousands say for 万."""
    if count < 999_500:
        return f"{round(count / 1000)}k"
    return f"{count / 1_000_000:.1f}".removesuffix(".0") + "M"
