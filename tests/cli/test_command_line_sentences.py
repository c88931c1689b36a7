"""A line that is written wrong: one sentence in the operator's language, exit code 2, nothing made or changed."""

import pytest

from weibo_operator.cli.main import main

WRONG = [
    (("nonsense",), "没有“nonsense”这一项，能写的是 import, paste, queue,", "weibo-operator --help"),
    (
        ("queue", "--pane", "nonsense"),
        "没有“nonsense”这一项，能写的是 new, in_progress,",
        "weibo-operator queue --help",
    ),
    (("queue", "--pane", "it's"), "没有“its”这一项", "weibo-operator queue --help"),
    (("queue", "--limit", "many"), "--limit 要写整数，“many”不是。", "weibo-operator queue --help"),
    (("queue", "--limit"), "--limit 后面还要写内容。", "weibo-operator queue --help"),
    (("import", "a.csv", "--dry-run=yes"), "--dry-run 后面不用写“yes”，请去掉。", "weibo-operator import --help"),
    (("simulate", "--s", "1"), "“--s”可能是 --seed, --speed，请写全。", "weibo-operator simulate --help"),
    (("import",), "命令没有写完，还要写 FILE。", "weibo-operator import --help"),
    (("--nonsense",), "命令里的“--nonsense”认不得。", "weibo-operator --help"),
    (("queue", "--nonsense"), "命令里的“--nonsense”认不得。", "weibo-operator --help"),
    (("demo", "a.db", "b.db"), "命令里的“b.db”认不得。", "weibo-operator --help"),
]


@pytest.mark.parametrize(("arguments", "said", "where"), WRONG)
def test_a_line_written_wrong_is_one_sentence(arguments, said, where, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with pytest.raises(SystemExit) as left:
        main(arguments)
    heard = capsys.readouterr()
    assert (left.value.code, heard.out, heard.err.count("\n")) == (2, "", 1)
    assert heard.err.startswith(said)
    assert heard.err.endswith(f"{where}。\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("--help",), ("queue", "--help"), ("import", "-h")])
def test_the_help_has_no_headings_of_another_language(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert said.startswith("用法：weibo-operator")
    assert "选项:" in said
    assert "显示这份说明" in said
    assert not [word for word in ("usage", "options", "arguments", "show this") if word in said]
