"""``simulate`` on the command line: its table, its JSON, and one sentence for what it cannot use."""

import json

import pytest

from tests.cli.test_cli import child
from weibo_operator.bootstrap import resources_dir
from weibo_operator.cli.main import main
from weibo_operator.cli.simulate_command import ProgressLines, default_profile


@pytest.fixture
def simulate(capsys):
    """Runs the command: (exit code, stdout, stderr)."""

    def run(*arguments):
        code = main(["simulate", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_same_seed_prints_the_same_table(simulate):
    code, out, _progress = simulate("--days", "1", "--speed", "40", "--seed", "3")
    assert (code, out) == simulate("--days", "1", "--speed", "40", "--seed", "3")[:2]
    assert out != simulate("--days", "1", "--speed", "40", "--seed", "4")[1]
    assert code == 0
    lines = out.splitlines()
    assert "种子 3" in lines[0]
    assert [line.split()[:2] for line in lines[2:6]] == [
        ["40", "轮流（下一位）"],
        ["40", "先来先答"],
        ["40", "后来先答"],
        ["40", "只看级别"],
    ]


def test_json_is_one_object_with_a_row_for_each_order_and_speed(simulate):
    code, out, _ = simulate("--days", "1", "--speed", "30,60", "--json")
    (found,) = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {key: found[key] for key in ("seed", "days", "fair_period", "threshold")} == {
        "seed": 1,
        "days": 1,
        "fair_period": 4,
        "threshold": 4,
    }
    assert [row["speed"] for row in found["rows"]] == [30] * 4 + [60] * 4
    row = found["rows"][0]
    assert list(row) == [
        "speed",
        "policy",
        "answers",
        "p90_minutes",
        "longest_minutes",
        "longest_single_minutes",
        "within_20",
        "topic_run",
        "topic_repeats",
        "customer_repeats",
        "left",
    ]
    assert list(row["p90_minutes"]) == ["P1", "P2", "P3", "P4"]
    assert row["answers"] > 200
    assert 0 < row["within_20"] < 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--days", "0"], "“天数”要在 1 到 1000 之间。"),
        (["--speed", "fast"], "“fast”不是回复的快慢。"),
        (["--speed", "30,0"], "“30,0”不是回复的快慢。"),
        (["--fair-period", "1"], "“公平轮次”要在 2 到 20 之间。"),
        (["--threshold", "-1"], "“开始轮流的人数”要在 0 到 1000 之间。"),
        (["--profile", "/nowhere/day.tsv"], "读不了 /nowhere/day.tsv。"),
    ],
)
def test_what_it_cannot_use_gets_one_sentence_and_exit_code_2(simulate, arguments, told):
    code, out, err = simulate(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(told)
    assert len(err.splitlines()) == 1


def test_a_number_that_is_none_is_refused_by_the_grammar():
    result = child("simulate", "--days", "many")
    assert result.returncode == 2
    assert "--days" in result.stderr.decode()


def test_a_profile_of_ones_own_is_used(simulate, tmp_path):
    text = default_profile(resources_dir()).read_text(encoding="utf-8")
    mine = tmp_path / "mine.tsv"
    mine.write_text(text.replace("burst\tpeople\t36", "burst\tpeople\t0"), encoding="utf-8")
    plain = json.loads(simulate("--days", "1", "--speed", "60", "--json")[1])
    quiet = json.loads(simulate("--days", "1", "--speed", "60", "--json", "--profile", str(mine))[1])
    assert quiet["profile"] == str(mine)
    assert plain["rows"][0]["answers"] - quiet["rows"][0]["answers"] >= 36


def test_progress_is_told_at_most_every_two_seconds():
    moments = iter([0.0, 1.0, 2.5, 3.0, 4.6, 9.0])
    said = []
    progress = ProgressLines(lambda: next(moments), said.append)
    for done in range(1, 6):
        progress(done, 5)
    assert said == ["模拟中 2/5", "模拟中 4/5"]
