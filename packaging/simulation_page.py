"""Writes the table of ``weibo-operator simulate`` into ARCHITECTURE.md."""

import sys
from collections.abc import Sequence
from pathlib import Path

from weibo_operator.cli.options import Options
from weibo_operator.cli.simulate_command import default_profile, plan_of
from weibo_operator.domain.labels import Level
from weibo_operator.services.simulation import Plan, Row, simulate
from weibo_operator.services.simulation_profile import read_profile

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- simulation begins: written by packaging/dev.py simulation -->", "<!-- simulation ends -->"

_POLICIES = {
    "rotation": "**rotation**",
    "first_come": "first come, first served",
    "newest_first": "newest first",
    "by_level": "strictly by level",
}
_HEADINGS = (
    "answers per hour",
    "order",
    *(f"P90 wait P{int(level)}, min" for level in Level),
    "longest wait",
    "longest wait, one ticket",
    "within 20 min",
    "longest run of a topic",
    "same topic again",
    "same customer again",
    "left at closing",
)


def default_plan() -> Plan:
    """What the command does without options."""
    return plan_of(Options())


def table_lines(rows: Sequence[Row]) -> list[str]:
    """One line for each row, as Markdown."""
    return [f"| {' | '.join(_cells(row))} |" for row in rows]


def simulated(plan: Plan) -> tuple[Row, ...]:
    """The rows on the profile that comes with the program."""
    return simulate(read_profile(default_profile(ROOT / "resources")), plan)


def simulation_text(plan: Plan) -> str:
    """What was simulated, and the table."""
    rows = simulated(plan)
    answers = [row.measures.answers for row in rows]
    about = f"{plan.days} days, seed {plan.seed}; n = {min(answers)} to {max(answers)} answers in each row."
    head = [f"| {' | '.join(_HEADINGS)} |", f"|{'---|' * len(_HEADINGS)}"]
    return "\n".join([about, "", *head, *table_lines(rows)])


def page_with_simulation(page: str, text: str) -> str:
    """The page with its simulation block replaced."""
    head, rest = page.split(BEGIN, 1)
    _, tail = rest.split(END, 1)
    return f"{head}{BEGIN}\n{text}\n{END}{tail}"


def main() -> int:
    """Rewrite ARCHITECTURE.md."""
    text = simulation_text(default_plan())
    PAGE.write_text(page_with_simulation(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    return 0


def _cells(row: Row) -> tuple[str, ...]:
    found = row.measures
    return (
        str(row.speed),
        _POLICIES[row.policy],
        *(_number(found.p90[level]) for level in Level),
        _number(found.longest),
        _number(found.longest_single),
        _percent(found.quick, 0),
        str(found.topic_run),
        _percent(found.topic_repeats, 0),
        _percent(found.customer_repeats, 1),
        _number(found.left, 1),
    )


def _number(value: float | None, digits: int = 0) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _percent(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{100 * value:.{digits}f} %"


if __name__ == "__main__":
    sys.exit(main())
