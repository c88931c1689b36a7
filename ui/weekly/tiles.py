"""What the tiles of the weekly page say, in the report's own words and from the report's own summary."""

from collections.abc import Mapping

from msgspec import Struct

from ui.support.tokens import ColorRole
from weibo_operator.domain.weekly import Figure, Unit, WeeklySummary
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.translation import tr

ALMOST_NOTHING = 0.0005
"""A share's change below this is shown as none: it would print as 0 %."""


class TileSpec(Struct, frozen=True):
    """One tile: title, icon, the figures whose tickets it opens (the first is shown), whether more is better."""

    title: str
    icon: str
    keys: tuple[str, ...]
    more_is_better: bool | None = None


class TileData(Struct, frozen=True):
    """What one tile shows; ``faint`` greys a value that rests on few cases, ``late`` reddens the note."""

    value: str
    note: str = ""
    change: str = ""
    change_icon: str = ""
    change_role: ColorRole = "text2"
    mean: str = ""
    faint: bool = False
    late: bool = False
    cases: str = ""
    """What the value rests on (n), where the note says something else."""


TILES: tuple[TileSpec, ...] = (
    TileSpec(tr("新进客户"), "inbox", ("customers", "turns", "messages", "tickets")),
    TileSpec(
        tr("首次答复中位数"),
        "clock",
        ("first_answer_median", "first_touch_median", "response_median"),
        more_is_better=False,
    ),
    TileSpec(
        tr("回复率"),
        "reply",
        ("reply_rate", "reply_rate_strict", "within_20_minutes", "no_reply_rate"),
        more_is_better=True,
    ),
    TileSpec(tr("本周解决"), "circle-check", ("solved", "reopened", "open_at_end"), more_is_better=True),
    TileSpec(
        tr("转交后按时答复"),
        "forward",
        ("handoffs_on_time", "forwarded", "handoffs_answered", "handoffs_overdue"),
        more_is_better=True,
    ),
    TileSpec(tr("已回访"), "calendar-clock", ("visits_done", "visits_due"), more_is_better=True),
    TileSpec(
        tr("表扬 : 投诉"),
        "message-square-quote",
        ("praise_per_complaint", "praises", "complaints"),
        more_is_better=True,
    ),
)


def tile_data(spec: TileSpec, summary: WeeklySummary, words: WeekWords) -> TileData:
    """What a tile says of a week."""
    figure = summary.figure(spec.keys[0])
    note, late = _notes(summary, words)[figure.key] if figure.value is not None else (tr("没有数据"), False)
    icon, role = _direction(figure, spec.more_is_better)
    return TileData(
        value=_value(figure, summary, words),
        note=note,
        change=change_words(figure, words),
        change_icon=icon,
        change_role=role,
        mean=tr("四周均值 {0}", words.value(figure.unit, figure.four_week_mean)),
        faint=figure.small or figure.value is None,
        late=late,
        cases=tr("样本 {0}", figure.n) if figure.unit is Unit.SHARE and figure.value is not None else "",
    )


def change_words(figure: Figure, words: WeekWords) -> str:
    """The difference to the week before: 比上周多 12, 比上周快 8 分钟, or that there is none to compare with."""
    change = figure.change
    if change is None:
        return tr("{0}没有数据可比", words.before)
    if abs(change) < (ALMOST_NOTHING if figure.unit is Unit.SHARE else _one_minute(figure.unit)):
        return tr("与{0}持平", words.before)
    before, size, more = words.before, _size(figure.unit, abs(change), words), change > 0
    match figure.unit:
        case Unit.SECONDS:
            return tr("比{0}慢 {1}", before, size) if more else tr("比{0}快 {1}", before, size)
        case Unit.SHARE:
            return tr("升 {0} 个百分点", size) if more else tr("降 {0} 个百分点", size)
        case Unit.PROPORTION:
            return tr("比{0}升 {1}", before, size) if more else tr("比{0}降 {1}", before, size)
        case Unit.COUNT:
            return tr("比{0}多 {1}", before, size) if more else tr("比{0}少 {1}", before, size)


def _one_minute(unit: Unit) -> float:
    return {Unit.SECONDS: 60.0, Unit.PROPORTION: 0.05}.get(unit, 1e-9)


def _size(unit: Unit, change: float, words: WeekWords) -> str:
    if unit is Unit.SHARE:
        return f"{change * 100:.1f}".removesuffix(".0")
    return words.value(Unit.COUNT if unit is Unit.PROPORTION else unit, change)


def _direction(figure: Figure, more_is_better: bool | None) -> tuple[str, ColorRole]:
    if figure.change is None:
        return "", "text3"
    if abs(figure.change) < 1e-9:
        return "arrow-right", "text2"
    rising = figure.change > 0
    icon = "arrow-up-right" if rising else "arrow-down-right"
    if more_is_better is None or figure.small:
        return icon, "text2"
    return icon, "success_text" if rising == more_is_better else "danger_text"


def _value(figure: Figure, summary: WeeklySummary, words: WeekWords) -> str:
    """The figure as the exports print it, with its whole beside it where it is part of one."""
    shown = words.value(figure.unit, figure.value)
    if figure.value is None:
        return shown
    match figure.key:
        case "customers":
            return tr("{0:d} 位", int(figure.value))
        case "solved":
            return tr("{0:d} 张", int(figure.value))
        case "handoffs_on_time":
            return tr("{0} / {1} 张", shown, words.value(Unit.COUNT, summary.figure("forwarded").value))
        case "visits_done":
            return tr("{0} / {1} 次", shown, words.value(Unit.COUNT, summary.figure("visits_due").value))
        case _:
            return shown


def _notes(summary: WeeklySummary, words: WeekWords) -> Mapping[str, tuple[str, bool]]:
    """What stands under each tile's value, and whether it is bad news."""

    def said(key: str) -> str:
        figure = summary.figure(key)
        return words.value(figure.unit, figure.value)

    overdue = summary.figure("handoffs_overdue").value or 0
    left = (summary.figure("visits_due").value or 0) - (summary.figure("visits_done").value or 0)
    missing = len(summary.unanswered)
    return {
        "customers": (tr("互动 {0} 次", said("turns")), False),
        "first_answer_median": (_cases(summary.figure("first_answer_median")), False),
        "reply_rate": (tr("目标 100%，未回复 {0}", missing) if missing else tr("目标 100%，全部答复"), bool(missing)),
        "solved": (tr("积压 {0} 张", said("open_at_end")), False),
        "handoffs_on_time": (tr("{0:.0f} 张超期", overdue) if overdue else tr("没有超期"), bool(overdue)),
        "visits_done": (tr("还剩 {0:.0f} 次", left) if left else tr("都回访了"), False),
        "praise_per_complaint": (tr("表扬 {0}，投诉 {1}", said("praises"), said("complaints")), False),
    }


def _cases(figure: Figure) -> str:
    return tr("样本 {0}，偏少", figure.n) if figure.small else tr("样本 {0}", figure.n)
