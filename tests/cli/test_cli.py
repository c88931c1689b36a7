"""The command line: its JSON contract, its exit codes and sentences, and that it needs no window toolkit."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from datetime import datetime

import openpyxl
import pytest

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import PROJECT
from weibo_operator.bootstrap import build
from weibo_operator.cli.main import main
from weibo_operator.domain.settings import OWN_NICKNAME

WITHOUT_QT = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
from weibo_operator.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def child(*arguments, stdin="", before=("-m", "weibo_operator"), env=None):
    """Runs the program as a process."""
    return subprocess.run(
        [sys.executable, *before, *map(str, arguments)],
        cwd=PROJECT,
        input=stdin.encode(),
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **(env or {})},
    )


def objects(text):
    return [json.loads(line) for line in text.splitlines()]


def export(folder, numbers, name="export.csv"):
    return put(folder, as_csv(SEARCH_17, [search_row(number) for number in numbers]), name=name)


def content(path):
    database = sqlite3.connect(path)
    try:
        return list(database.iterdump())
    finally:
        database.close()


def test_import_reports_in_exactly_these_keys(cli, tmp_path):
    rows = [search_row(0), search_row(0), search_row(1, 发布时间="什么时候")]
    path = put(tmp_path, as_csv(SEARCH_17, rows))
    code, out, err = cli("import", path, "--json")
    (report,) = objects(out)
    assert (code, err) == (0, "")
    assert list(report) == ["rows", "new", "duplicates", "skipped", "tickets", "problems"]
    assert [report[key] for key in list(report)[:5]] == [3, 1, 1, 1, 1]
    (problem,) = report["problems"]
    assert list(problem) == ["file", "line", "reason"]
    assert (problem["file"], problem["line"]) == (str(path), 4)
    assert "时间" in problem["reason"]


def test_import_of_several_files_adds_up(cli, tmp_path):
    first, second = export(tmp_path, range(3), "a.csv"), export(tmp_path, range(2, 6), "b.csv")
    code, out, _ = cli("import", first, second, "--json")
    (report,) = objects(out)
    assert (code, report["rows"], report["new"], report["duplicates"]) == (0, 7, 6, 1)
    code, out, _ = cli("import", first)
    assert (code, out) == (0, "读到 3 行，新消息 0，已经有了 3，跳过 0，新工单 0\n")


def test_a_bad_file_among_good_ones_changes_nothing(cli, tmp_path):
    good, bad = export(tmp_path, range(3)), put(tmp_path, b"", name="空.csv")
    code, out, err = cli("import", good, bad, "--account", "小店")
    assert (code, out) == (2, "")
    assert err == "空.csv 是空的，没有可以导入的内容。请确认导出是否完成。\n"
    operator = build(tmp_path / "desk.db")
    assert sum(operator.inbox.counts().values()) == 0
    assert operator.shop.value(OWN_NICKNAME) == ""
    operator.close()


def test_a_dry_run_counts_and_changes_nothing(cli, tmp_path):
    path = export(tmp_path, range(4))
    cli("import", export(tmp_path, [1], "one.csv"))
    before = content(tmp_path / "desk.db")
    code, out, _ = cli("import", path, "--dry-run", "--account", "小店", "--json")
    (report,) = objects(out)
    assert (code, report["rows"], report["new"], report["duplicates"]) == (0, 4, 3, 1)
    assert content(tmp_path / "desk.db") == before
    code, out, _ = cli("import", path, "--dry-run")
    assert out.startswith("试读 4 行")


def test_the_account_is_remembered(cli, tmp_path):
    cli("import", export(tmp_path, [1]), "--account", "橙果客服")
    operator = build(tmp_path / "desk.db")
    assert operator.shop.value(OWN_NICKNAME) == "橙果客服"
    operator.close()


def test_queue_lists_a_pane(cli, tmp_path):
    cli("import", export(tmp_path, range(3)))
    code, out, _ = cli("queue", "--json", "--limit", 2)
    listed = objects(out)
    assert (code, len(listed)) == (0, 2)
    keys = ["ticket", "state", "level", "customer", "uid", "kind", "topic", "waiting_since", "text", "why"]
    assert list(listed[0]) == keys
    assert listed[0]["waiting_since"] == "2026-11-18T09:30:00+08:00"
    assert listed[0]["level"] in ("P1", "P2", "P3", "P4")
    assert cli("queue", "--pane", "closed", "--json")[:2] == (0, "")
    assert cli("queue")[1].count("\n") == 3


def test_next_is_nulls_when_nobody_waits_and_changes_nothing(cli, tmp_path):
    nobody = dict.fromkeys(("ticket", "customer", "uid", "level", "why"))
    code, out, _ = cli("next", "--json")
    assert (code, objects(out)) == (0, [nobody])
    assert cli("next")[1] == "没有客户在等。\n"
    cli("import", export(tmp_path, range(3)))
    before = content(tmp_path / "desk.db")
    first, second = (cli("next", "--why", "--json")[1] for _ in range(2))
    (found,) = objects(first)
    assert list(found) == list(nobody)
    assert found["uid"] == "1700000000"
    assert found["why"].startswith("下一位：@买家0号（")
    assert first.split("等待")[0] == second.split("等待")[0]
    assert content(tmp_path / "desk.db") == before
    assert cli("next", "--why")[1].splitlines()[0] == "#1 @买家0号"


def test_triage_gives_an_object_for_every_line(cli):
    code, out, _ = cli("triage", "--json", stdin="杯子碎了，要投诉\n\n请问几点开门")
    found = objects(out)
    assert (code, len(found)) == (0, 3)
    keys = ["kind", "nature", "aspect", "department", "urgency", "level", "crisis", "sentiment", "public_ok", "reasons"]
    assert all(list(row) == keys for row in found)
    assert found[0]["kind"] == "投诉"
    assert isinstance(found[0]["crisis"], bool)
    assert all(row["public_ok"] in ("公开", "私信") and row["sentiment"] in (-1, 0, 1) for row in found)
    assert cli("triage", stdin="a\nb\n")[1].count("\n") == 2


def test_check_gives_findings_and_the_text_put_right(cli):
    code, out, _ = cli("check", "--json", stdin="😀请拨打13800001234\n\n您好\n")
    found = objects(out)
    assert (code, len(found)) == (0, 3)
    assert all(list(row) == ["findings", "corrected"] for row in found)
    (private,) = [row for row in found[0]["findings"] if row["kind"] == "privacy"]
    keys = ["start", "end", "kind", "grade", "text", "suggestions", "probability", "reason"]
    assert list(private) == keys
    assert "😀请拨打13800001234"[private["start"] : private["end"]] == private["text"] == "13800001234"
    assert found[1] == {"findings": [], "corrected": ""}
    _, out, _ = cli("check", "--json", "--audience", "private", stdin="请拨打13800001234\n")
    assert not [row for row in objects(out)[0]["findings"] if row["kind"] == "privacy"]


def test_length_counts_as_weibo_does(cli):
    code, out, _ = cli("length", "--json", stdin="\ufeff您好\r\n\nab\n")
    assert (code, objects(out)) == (0, [{"length": 2}, {"length": 0}, {"length": 1}])
    assert cli("length", stdin="您好")[1] == "2\n"


@pytest.mark.parametrize("arguments", [(), ("--format", "txt"), ("--format", "csv"), ("--format", "json")])
def test_week_on_the_screen(cli, tmp_path, arguments):
    cli("import", export(tmp_path, range(3)))
    code, out, err = cli("week", "--week", "2026-W47", *arguments)
    assert (code, err) == (0, "")
    assert out.endswith("\n")
    if "csv" in arguments:
        assert len({len(row) for row in csv.reader(io.StringIO(out.lstrip("\ufeff")))} - {0}) >= 1
    elif "json" in arguments:
        assert json.loads(out)
    else:
        assert "2026" in out


@pytest.mark.parametrize("kind", ["xlsx", "csv", "txt", "json"])
def test_week_into_a_file(cli, tmp_path, kind):
    cli("import", export(tmp_path, range(3)))
    target = tmp_path / f"week.{kind}"
    code, out, _ = cli("week", "--week", "2026-W47", "--format", kind, "--out", target, "--json")
    assert (code, objects(out)) == (0, [{"week": "2026-W47", "path": str(target)}])
    if kind == "xlsx":
        openpyxl.load_workbook(target).close()
    elif kind == "json":
        assert json.loads(target.read_text(encoding="utf-8"))
    else:
        assert target.read_text(encoding="utf-8")


def test_backup_is_a_whole_desk(cli, tmp_path):
    cli("import", export(tmp_path, range(3)))
    target = tmp_path / "copies" / "backup.db"
    code, out, _ = cli("backup", target, "--json")
    assert (code, objects(out)) == (0, [{"path": str(target), "bytes": target.stat().st_size}])
    assert content(target) == content(tmp_path / "desk.db")
    code, _, err = cli("backup", tmp_path / "desk.db")
    assert (code, err.count("\n")) == (2, 1)
    assert content(target) == content(tmp_path / "desk.db")


def test_a_backup_destroys_nothing_else(cli, tmp_path):
    cli("import", export(tmp_path, range(3)))
    diary = put(tmp_path, "今天很忙".encode(), name="diary.txt")
    cli("demo", tmp_path / "other.db")
    for target in (diary, tmp_path / "other.db"):
        before = target.read_bytes()
        code, out, err = cli("backup", target)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert str(target) in err
        assert "换一个文件名" in err
        assert target.read_bytes() == before
    assert [cli("backup", tmp_path / "backup.db")[0] for _ in range(2)] == [0, 0]


def test_a_report_is_written_over_only_as_it_was_written(cli, tmp_path):
    diary, report = put(tmp_path, "今天很忙".encode(), name="diary.txt"), tmp_path / "week.txt"
    code, out, err = cli("week", "--out", diary)
    assert (code, out, err.count("\n"), diary.read_text(encoding="utf-8")) == (2, "", 1, "今天很忙")
    assert str(diary) in err
    for week in ("2026-W46", "2026-W47", "2026-W46", "2026-W46"):
        assert cli("week", "--week", week, "--out", report)[0] == 0
        assert cli("week", "--week", week, "--format", "html", "--out", tmp_path / "week.html")[0] == 0
    report.write_text(report.read_text(encoding="utf-8") + "我的话", encoding="utf-8")
    assert cli("week", "--out", report)[0] == 2
    assert report.read_text(encoding="utf-8").endswith("我的话")
    before = content(tmp_path / "desk.db")
    for place in (tmp_path / "desk.db", tmp_path):
        assert cli("week", "--out", place)[0] == 2
    assert content(tmp_path / "desk.db") == before


def test_doctor_names_its_checks(cli):
    code, out, _ = cli("doctor", "--json")
    (found,) = objects(out)
    assert code == 0
    assert list(found) == ["ok", "checks"]
    names = [check["name"] for check in found["checks"]]
    assert names == ["integrity", "references", "schema", "search_index", "keyring", "fonts"]
    assert found["ok"] == all(check["ok"] for check in found["checks"] if check["name"] not in ("keyring", "fonts"))
    assert all(list(check) == ["name", "ok", "detail"] for check in found["checks"])
    assert cli("doctor")[1].count("\n") == 6


def test_demo_makes_practice_data_and_never_writes_over_real_ones(cli, tmp_path):
    practice = tmp_path / "练习" / "practice.db"
    code, out, _ = cli("demo", practice, "--json")
    (found,) = objects(out)
    assert (code, list(found), found["path"]) == (0, ["path", "steps"], str(practice))
    assert cli("demo", practice)[0] == 0
    cli("import", export(tmp_path, [1]))
    for target in (tmp_path / "desk.db", export(tmp_path, [1]), put(tmp_path, b"", name="empty.txt")):
        before = target.read_bytes()
        code, out, err = cli("demo", target)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert str(target) in err
        assert target.read_bytes() == before
    operator = build(practice)
    assert operator.inbox.next_up() is not None
    operator.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "没有.csv"), "找不到 没有.csv"),
        (("import", "没有.csv", "--format", "nonsense"), "nonsense"),
        (("import", "没有.csv", "--captured-at", "昨天"), "昨天"),
        (("week", "--week", "2026-W99"), ""),
        (("week", "--format", "xlsx"), "保存位置"),
        (("week", "--format", "xlsx"), "--out"),
        (("week", "--format", "txt", "--out", "/nonexistent/week.txt"), "/nonexistent/week.txt"),
    ],
)
def test_bad_input_is_two_and_one_sentence(cli, arguments, said):
    code, out, err = cli(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert err.endswith("。\n")


def test_a_failure_of_the_machine_is_one_and_one_sentence(tmp_path, capsys):
    notes = put(tmp_path, "只是几句话\n" * 500, name="notes.txt")
    for database in (notes, tmp_path, notes / "desk.db"):
        assert main(["queue", "--db", str(database)]) == 1
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert str(database) in said.err
    assert main(["queue", "--db", str(tmp_path / "desk.db")]) == 0
    assert main(["backup", str(notes / "copy.db"), "--db", str(tmp_path / "desk.db")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_damaged_file_is_a_failure_with_a_sentence(cli, tmp_path):
    cli("import", export(tmp_path, range(200)))
    path = tmp_path / "desk.db"
    written = bytearray(path.read_bytes())
    written[4096 * 4 :] = b"\xaa" * (len(written) - 4096 * 4)
    path.write_bytes(written)
    code, _, err = cli("queue")
    assert (code, err.count("\n")) == (1, 1)


@pytest.mark.parametrize("arguments", [("nonsense",), ("queue", "--pane", "nonsense"), ("import",)])
def test_a_command_that_is_none_is_two(arguments):
    assert child(*arguments).returncode == 2


def test_no_command_is_two_and_the_help(capsys):
    assert main([]) == 2
    assert "import" in capsys.readouterr().err


def test_as_a_process_in_a_plain_locale(tmp_path):
    plain = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    path = export(tmp_path, range(2), "导出.csv")
    database = tmp_path / "数据" / "desk.db"
    done = child("import", path, "--db", database, "--json", env=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["new"] == 2
    done = child("queue", "--db", database, env=plain)
    assert "@买家0号" in done.stdout.decode("utf-8")
    done = child("triage", stdin="杯子碎了，投诉\n\n", env=plain)
    assert done.stdout.decode("utf-8").startswith("投诉")


def test_it_needs_no_window_toolkit(tmp_path):
    path, database = export(tmp_path, range(2)), tmp_path / "desk.db"
    commands = [
        ("import", path, "--db", database),
        ("queue", "--db", database),
        ("next", "--why", "--db", database),
        ("week", "--db", database),
        ("week", "--format", "xlsx", "--out", tmp_path / "w.xlsx", "--db", database),
        ("backup", tmp_path / "b.db", "--db", database),
        ("doctor", "--db", database),
        ("demo", tmp_path / "p.db"),
        ("triage",),
        ("check",),
        ("length",),
    ]
    for command in commands:
        done = child(*command, stdin="您好\n", before=("-c", WITHOUT_QT))
        assert (done.returncode, done.stderr) == (0, b""), command


def test_times_are_beijings(cli, tmp_path):
    cli("import", export(tmp_path, [1]))
    (row,) = objects(cli("queue", "--json")[1])
    assert datetime.fromisoformat(row["waiting_since"]).utcoffset().total_seconds() == 8 * 3600


def test_doctor_fails_only_for_what_the_desk_needs(tmp_path, capsys):
    path = tmp_path / "desk.db"
    assert main(["doctor", "--db", str(path), "--json"]) == 0
    checks = json.loads(capsys.readouterr().out)
    assert checks["ok"] is True, "a machine without a credential store is still well"
    operator = build(path)
    operator.desk.connection.execute("INSERT INTO message_text (rowid, characters) VALUES (99, '在')")
    operator.close()
    assert main(["doctor", "--db", str(path), "--json"]) == 1
    checks = json.loads(capsys.readouterr().out)
    assert [check["name"] for check in checks["checks"] if not check["ok"] and check["name"] == "search_index"]
    assert checks["ok"] is False


def test_a_pdf_without_a_window_says_who_draws_it(cli, tmp_path):
    code, out, err = cli("week", "--format", "pdf", "--out", tmp_path / "week.pdf")
    assert (code, out) == (2, "")
    assert "weibo-operator" in err
    assert not (tmp_path / "week.pdf").exists()


def test_export_writes_everything_once(cli, tmp_path):
    cli("import", export(tmp_path, range(3)))
    before = content(tmp_path / "desk.db")
    code, out, err = cli("export", tmp_path / "all", "--json")
    (said,) = objects(out)
    assert (code, err) == (0, "")
    assert said["path"] == str(tmp_path / "all")
    written = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "all" / "json").iterdir()}
    assert len(written) == said["tables"]
    assert sum(map(len, written.values())) == said["rows"]
    assert len(written["message"]) == 3
    assert content(tmp_path / "desk.db") == before
    again = cli("export", tmp_path / "all")
    assert again[0] == 2
    assert "已经有东西" in again[2]
