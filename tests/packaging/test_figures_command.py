"""The command that takes all figures: every goal has its benchmark, and the table says what was missed or not taken."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.figures import BENCHMARKS, SCALED, benchmarks_of, chosen, is_sound, read
from tests.benchmarks.figures_page import PAGE, page_with_table, run_now, table_lines
from tests.benchmarks.goals import GOALS, Goal

RATIO = Goal("ratio", "a thing", 2.0, "another", "test_one.py")
GATE = Goal("gate", "a promise", 1, "all", "test_one.py", unit="", at_least=True, gate=True)


def test_every_goal_is_noted_by_its_benchmark() -> None:
    assert len({goal.key for goal in GOALS}) == len(GOALS)
    for goal in GOALS:
        source = (BENCHMARKS / goal.file).read_text(encoding="utf-8")
        put_together = goal.key.rpartition("-")[0] + "-{"
        assert f'"{goal.key}"' in source or put_together in source, goal.key


def test_what_is_noted_is_read_and_judged(tmp_path: Path) -> None:
    lines = tmp_path / "run.jsonl"
    assert read(lines) == {}
    notes = ({"run": {}}, {"goal": "ratio", "value": 9, "n": 3}, {"goal": "ratio", "value": 3.14159, "n": 41})
    lines.write_text("".join(json.dumps(note) + "\n" for note in notes), encoding="utf-8")
    found = read(lines)
    assert table_lines((RATIO, GATE), found)[2:] == [
        "| a thing | another | 3.14 × | ≤ 2 × | **missed** | 41 |  | test_one |",
        "| a promise | all | – | ≥ 1 | not taken | – |  | test_one |",
    ]


@pytest.mark.parametrize(("value", "sound"), [(1.0, True), (0.999, False)])
def test_only_a_gate_makes_it_fail(value: float, sound: bool) -> None:
    found = {"ratio": {"goal": "ratio", "value": 99, "n": 1}, "gate": {"goal": "gate", "value": value, "n": 5}}
    assert is_sound((RATIO, GATE), found) is sound
    assert not is_sound((RATIO, GATE), {})
    assert is_sound((RATIO,), {})


def test_figures_are_chosen_by_name_and_by_rows() -> None:
    assert chosen([], "1m") == list(GOALS)
    assert {goal.file for goal in chosen([], "10k")} == SCALED
    assert [goal.key for goal in chosen(["recall", "precision"], "10k")] == ["recall", "precision"]
    assert {goal.file for goal in chosen(["rotation"], "10k")} == {"test_rotation_speed.py"}
    assert chosen(["no such figure"], "1m") == []


def test_only_the_tests_that_note_a_figure_are_run() -> None:
    store = BENCHMARKS / "test_store_figures.py"
    one = "tests/benchmarks/test_store_figures.py::test_search_against_reading_everything"
    assert benchmarks_of(store, {"recall", "search"}) == [one]
    assert benchmarks_of(BENCHMARKS / "test_weekly_speed.py", {"week-export-pdf"}) == [
        "tests/benchmarks/test_weekly_speed.py"
    ]


def test_the_page_keeps_what_stands_around_its_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    written = page_with_table(page, run_now(10_000), (RATIO,), {})
    assert written.startswith(page.split("<!-- figures begin")[0])
    assert "10,000 messages, 1,000 open tickets" in written
    assert "| a thing |" in written
    assert page_with_table(written, run_now(10_000), (RATIO,), {}) == written
