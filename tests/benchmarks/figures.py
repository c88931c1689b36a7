"""Takes every figure and prints one table: ``python3 packaging/dev.py figures [--rows 10k|100k|1m] [--only NAME]``."""

import argparse
import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path

from tests.benchmarks.big_file import FIGURES_ROWS, FOLDER, ROWS
from tests.benchmarks.figures_page import PAGE, Run, page_with_table, run_now, table_lines
from tests.benchmarks.goals import GOALS, STORE, WINDOW, Goal
from tests.benchmarks.goals import START as START_FILE
from tests.benchmarks.measuring import FIGURES_FILE
from tests.conftest import PROJECT

SCALED = frozenset((STORE, START_FILE, WINDOW))
"""Benchmarks of the big desk. All others have a size of their own, and are taken with the largest desk only."""
BENCHMARKS = PROJECT / "tests" / "benchmarks"
LARGEST = "1m"
Found = Mapping[str, Mapping[str, object]]
"""What was noted, by the goal's key."""


def chosen(only: Sequence[str], rows: str) -> list[Goal]:
    """The goals to take: those whose key or file holds any of ``only``; of a smaller desk what grows with it."""
    able = [goal for goal in GOALS if rows == LARGEST or only or goal.file in SCALED]
    return [goal for goal in able if not only or any(part in goal.key or part in goal.file for part in only)]


def take(goals: Iterable[Goal], rows: str, lines: Path) -> None:
    """Run each benchmark in a process of its own, so that none finds what another left in memory."""
    wanted = list(goals)
    for file in dict.fromkeys(goal.file for goal in wanted):
        sys.stdout.write(f"== {file}\n")
        sys.stdout.flush()
        tests = benchmarks_of(BENCHMARKS / file, {goal.key for goal in wanted if goal.file == file})
        command = (sys.executable, "-m", "pytest", "-m", "bench", "-p", "no:randomly", "-q", *tests)
        variables = {**os.environ, FIGURES_FILE: str(lines), FIGURES_ROWS: rows, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, cwd=PROJECT, env=variables, capture_output=True, text=True, check=False)
        # A benchmark by itself fails for a time; here a time is a line of the table, and only what is missing is told.
        last = done.stdout.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        sys.stdout.write(f"   {last[0]}\n")


def benchmarks_of(path: Path, keys: AbstractSet[str]) -> list[str]:
    """The tests of a benchmark that note these figures; the whole file where a key is put together or in a table."""
    source = path.read_text(encoding="utf-8")
    found: list[str] = []
    left = set(keys)
    for each in ast.parse(source).body:
        text = ast.get_source_segment(source, each) or ""
        noted = {key for key in keys if f'"{key}"' in text}
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_") and noted:
            found.append(f"{path.relative_to(PROJECT)}::{each.name}")
            left -= noted
    return found if not left else [str(path.relative_to(PROJECT))]


def read(lines: Path) -> Found:
    """What was noted, the last note of each key."""
    if not lines.exists():
        return {}
    notes = (json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines())
    return {note["goal"]: note for note in notes if "goal" in note}


def is_sound(goals: Iterable[Goal], found: Found) -> bool:
    """Whether every gate was taken and reached; a time never counts."""
    return all(goal.key in found and goal.is_met(float(str(found[goal.key]["value"]))) for goal in goals if goal.gate)


def main(arguments: Sequence[str]) -> int:
    """Take, print, keep, and with --write put the table into the page; 1 where a gate was missed."""
    parser = argparse.ArgumentParser(prog="dev.py figures", description=__doc__)
    parser.add_argument("--rows", choices=ROWS, default=LARGEST, help="messages of the big desk (1m)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="figures or files with this name")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    options = parser.parse_args(arguments)
    goals = chosen(options.only, options.rows)
    if not goals:
        parser.error(f"no figure is called {', '.join(options.only)}")
    if options.write and len(goals) < len(GOALS):
        parser.error("--write takes all figures: without --only, with --rows 1m")
    run = run_now(ROWS[options.rows])
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = FOLDER / f"figures-{options.rows}-{datetime.now().astimezone():%Y%m%dT%H%M%S}.jsonl"
    lines.write_text(json.dumps({"run": run.as_record()}, ensure_ascii=False) + "\n", encoding="utf-8")
    take(goals, options.rows, lines)
    found = read(lines)
    sys.stdout.write("\n" + "\n".join((run.words, "", *table_lines(goals, found))) + f"\n\n{lines}\n")
    if options.write:
        _write(run, goals, found)
    return 0 if is_sound(goals, found) else 1


def _write(run: Run, goals: Sequence[Goal], found: Found) -> None:
    page = page_with_table(PAGE.read_text(encoding="utf-8"), run, goals, found)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
