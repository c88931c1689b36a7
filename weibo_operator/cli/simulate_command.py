"""``simulate``: the rotation beside other orders of answering, as a table or as JSON."""

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

from weibo_operator.cli.options import Options
from weibo_operator.cli.output import print_error, print_json, print_line
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Level
from weibo_operator.domain.settings import FAIR_PERIOD, ROTATION_THRESHOLD, Setting
from weibo_operator.domain.simulation_measures import SOON_MINUTES
from weibo_operator.services.simulation import Plan, Row, simulate
from weibo_operator.services.simulation_profile import read_profile
from weibo_operator.translation import tr

_MOST_DAYS = 1000
_SPEEDS = range(1, 1001)
_QUIET_SECONDS = 2.0

_POLICIES: Mapping[str, str] = {
    "rotation": tr("轮流（下一位）"),
    "first_come": tr("先来先答"),
    "newest_first": tr("后来先答"),
    "by_level": tr("只看级别"),
}
_HEADINGS = (
    tr("每小时"),
    tr("次序"),
    *(f"P{int(level)}" for level in Level),
    tr("最久"),
    tr("单件最久"),
    tr("{0} 分内", SOON_MINUTES),
    tr("话题连着"),
    tr("相邻同话题"),
    tr("连着同一人"),
    tr("没轮到"),
)
_NOTES = (
    tr("P1–P4：九成的客户等了不到多少分钟（按来的时候的级别；还没回的算到打烊为止）。等的时间只算营业时间。"),
    tr("单件最久：当天只来问一件事的客户里等得最久的。话题连着：公开回复里同一话题最多连着几条。"),
    tr("连着同一人：别人也在等，却又回了同一位。没轮到：打烊时平均还有几条在等。"),
)


def default_profile(resources: Path) -> Path:
    """The profile that comes with the program."""
    return resources / "simulation" / "day.tsv"


def run(resources: Path, options: Options) -> int:
    """Simulate as the options say and print the table; raises ``InvalidInputError`` for options out of bounds."""
    plan = plan_of(options)
    path = options.profile or default_profile(resources)
    rows = simulate(read_profile(path), plan, progress=ProgressLines(monotonic, print_error))
    if options.json:
        about = {"seed": plan.seed, "days": plan.days, "profile": str(path)}
        rules = {"fair_period": plan.fair_period, "threshold": plan.threshold}
        print_json({**about, **rules, "rows": [_as_json(row) for row in rows]})
        return 0
    answers = min(row.measures.answers for row in rows), max(row.measures.answers for row in rows)
    print_line(
        tr(
            "{0} 天，每天从空收件箱开始，种子 {1}；每行 {2}–{3} 次回复。",
            plan.days,
            plan.seed,
            answers[0],
            answers[1],
        )
    )
    for line in _table(rows):
        print_line(line)
    for note in _NOTES:
        print_line(note)
    return 0


def plan_of(options: Options) -> Plan:
    """The options as a plan; raises ``InvalidInputError``."""
    if not 1 <= options.days <= _MOST_DAYS:
        raise InvalidInputError(field="days", reason="out_of_bounds", low=1, high=_MOST_DAYS)
    _check(FAIR_PERIOD, options.fair_period)
    _check(ROTATION_THRESHOLD, options.threshold)
    return Plan(
        seed=options.seed,
        days=options.days,
        speeds=_speeds(options.speed),
        fair_period=options.fair_period,
        threshold=options.threshold,
    )


class ProgressLines:
    """Says how far it is, at most once in two seconds; what is quick stays quiet."""

    def __init__(self, seconds: Callable[[], float], say: Callable[[str], None]) -> None:
        self._seconds = seconds
        self._say = say
        self._said = seconds()

    def __call__(self, done: int, todo: int) -> None:
        """So many of the days are done."""
        now = self._seconds()
        if done < todo and now - self._said >= _QUIET_SECONDS:
            self._said = now
            self._say(tr("模拟中 {0}/{1}", done, todo))
            sys.stderr.flush()


def _speeds(text: str) -> tuple[int, ...]:
    try:
        speeds = tuple(int(part) for part in text.split(","))
    except ValueError as error:
        raise InvalidInputError(field="speed", reason="speeds", value=text) from error
    if any(speed not in _SPEEDS for speed in speeds):
        raise InvalidInputError(field="speed", reason="speeds", value=text)
    return speeds


def _check(setting: Setting[int], value: int) -> None:
    if not setting.valid(value):
        raise InvalidInputError(field=setting.key, reason="out_of_bounds", low=setting.low, high=setting.high)


def _as_json(row: Row) -> Mapping[str, object]:
    found = row.measures
    return {
        "speed": row.speed,
        "policy": row.policy,
        "answers": found.answers,
        "p90_minutes": {f"P{int(level)}": _rounded(found.p90[level], 1) for level in Level},
        "longest_minutes": _rounded(found.longest, 1),
        "longest_single_minutes": _rounded(found.longest_single, 1),
        f"within_{SOON_MINUTES}": _rounded(found.quick, 4),
        "topic_run": found.topic_run,
        "topic_repeats": _rounded(found.topic_repeats, 4),
        "customer_repeats": _rounded(found.customer_repeats, 4),
        "left": _rounded(found.left, 1),
    }


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _table(rows: Sequence[Row]) -> list[str]:
    cells = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(_width(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines: list[str] = []
    for number, line in enumerate(cells):
        if number > 1 and line[0] != cells[number - 1][0]:
            lines.append("")
        lines.append(
            "  ".join(_padded(cell, width, at) for at, (cell, width) in enumerate(zip(line, widths, strict=True)))
        )
    return lines


def _cells(row: Row) -> tuple[str, ...]:
    found = row.measures
    return (
        str(row.speed),
        _POLICIES[row.policy],
        *(_minutes(found.p90[level]) for level in Level),
        _minutes(found.longest),
        _minutes(found.longest_single),
        _percent(found.quick),
        str(found.topic_run),
        _percent(found.topic_repeats),
        _percent(found.customer_repeats, 1),
        "–" if found.left is None else f"{found.left:.1f}",
    )


def _minutes(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _percent(value: float | None, digits: int = 0) -> str:
    return "–" if value is None else f"{100 * value:.{digits}f}%"


def _padded(cell: str, width: int, column: int) -> str:
    blank = " " * (width - _width(cell))
    return cell + blank if column == 1 else blank + cell


def _width(text: str) -> int:
    """Columns of a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
