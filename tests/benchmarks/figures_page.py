"""The table of the figures, printed and written into FIGURES.md, with the machine and the versions it is true of."""

import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import PySide6

from tests.benchmarks.goals import Goal
from tests.conftest import PROJECT

PAGE = PROJECT / "FIGURES.md"
BEGIN, END = "<!-- figures begin: written by packaging/dev.py figures --write -->", "<!-- figures end -->"
_HEADINGS = ("figure", "beside", "measured", "goal", "", "n", "in absolute terms", "by")
_SIDES = (
    ("work_ms", "ms"),
    ("work_mb", "MB"),
    ("p50_ms", "ms p50"),
    ("p50_us", "µs p50"),
    ("rows_per_second", "rows/s"),
)
_LIMITS = (("limit_ms", "ms"), ("limit_mb", "MB"), ("bare_rows_per_second", "rows/s"))


@dataclass(frozen=True, slots=True)
class Run:
    """Where and when figures were taken, and of which program."""

    day: str
    commit: str
    machine: str
    load: float
    messages: int
    versions: str

    @property
    def words(self) -> str:
        """One sentence over the table."""
        return (
            f"{self.day}, commit {self.commit}, {self.machine}, load {self.load:.1f} at first; {self.versions}. "
            f"The big desk: {self.messages:,} messages, {self.messages // 10:,} open tickets."
        )

    def as_record(self) -> Mapping[str, object]:
        """For the file of JSON lines."""
        return asdict(self)


def run_now(messages: int) -> Run:
    """This machine and this checkout."""
    git = subprocess.run(
        ("git", "rev-parse", "--short", "HEAD"), cwd=PROJECT, capture_output=True, text=True, check=False
    )
    versions = (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()}",
    )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    day = datetime.now().astimezone().date().isoformat()
    return Run(day, git.stdout.strip() or "unknown", _machine(), load, messages, ", ".join(versions))


def table_lines(goals: Iterable[Goal], found: Mapping[str, Mapping[str, object]]) -> list[str]:
    """The table as Markdown, a line for each goal; what was not taken says so."""
    head = [f"| {' | '.join(_HEADINGS)} |", f"|{'---|' * len(_HEADINGS)}"]
    return [*head, *(f"| {' | '.join(_cells(goal, found.get(goal.key)))} |" for goal in goals)]


def page_with_table(page: str, run: Run, goals: Iterable[Goal], found: Mapping[str, Mapping[str, object]]) -> str:
    """The page with its block replaced."""
    head, rest = page.split(BEGIN, 1)
    _, tail = rest.split(END, 1)
    table = "\n".join((run.words, "", *table_lines(goals, found)))
    return f"{head}{BEGIN}\n{table}\n{END}{tail}"


def _cells(goal: Goal, note: Mapping[str, object] | None) -> tuple[str, ...]:
    wanted = f"{'≥' if goal.at_least else '≤'} {_with_unit(goal.target, goal.unit)}"
    by = goal.file.removesuffix(".py")
    if note is None:
        return (goal.words, goal.against, "–", wanted, "not taken", "–", "", by)
    value = float(str(note["value"]))
    verdict = "ok" if goal.is_met(value) else "**missed**"
    return (
        goal.words,
        goal.against,
        _with_unit(value, goal.unit),
        wanted,
        verdict,
        str(note["n"]),
        _absolute(note),
        by,
    )


def _absolute(note: Mapping[str, object]) -> str:
    """Both sides' times or sizes; they swing with the machine's other work, the ratio does not."""
    ours = next((f"{_number(note[key])} {unit}" for key, unit in _SIDES if key in note), "")
    bare = next((f"{_number(note[key])} {unit}" for key, unit in _LIMITS if key in note), "")
    return f"{ours} to {bare}" if ours and bare else ours


def _with_unit(value: float, unit: str) -> str:
    if unit == "×":
        return f"{_number(value)} ×"
    return f"{_number(value)} {unit}".rstrip()


def _number(value: object) -> str:
    number = float(str(value))
    return f"{number:,.0f}" if abs(number) >= 100 or number == int(number) else f"{number:.3g}"


def _machine() -> str:
    model = platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        names = (
            line.partition(":")[2] for line in cpus.read_text(encoding="utf-8").splitlines() if "model name" in line
        )
        model = next(names, model).strip() or model
    return f"{os.cpu_count()} cores {model}"
