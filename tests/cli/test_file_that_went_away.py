"""Commands on a data file that is not where it was: nothing is begun anew in its place, and no nothing is copied."""

import pytest

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from weibo_operator.bootstrap import build

COMMANDS = [("queue",), ("next",), ("doctor",), ("week",), ("import", "a.csv"), ("backup", "b.db"), ("export", "all")]


@pytest.fixture
def desk_with_backup(cli, tmp_path, monkeypatch):
    """A desk with an automatic backup; commands run in its folder, where a file to import lies."""
    monkeypatch.chdir(tmp_path)
    cli("import", put(tmp_path, as_csv(SEARCH_17, [search_row(number) for number in range(3)]), name="a.csv"))
    operator = build(tmp_path / "desk.db")
    operator.backups.make()
    operator.close()
    return tmp_path / "desk.db"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("left", [None, b""])
def test_a_file_that_has_backups_is_not_begun_anew(cli, desk_with_backup, command, left):
    desk_with_backup.unlink()
    if left is not None:
        desk_with_backup.write_bytes(left)
    before = sorted(desk_with_backup.parent.rglob("*"))
    code, out, err = cli(*command)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert str(desk_with_backup) in err
    assert "用最近的备份打开" in err
    assert sorted(desk_with_backup.parent.rglob("*")) == before
    assert not desk_with_backup.exists() or desk_with_backup.read_bytes() == b""


def test_the_last_writes_of_a_file_that_was_moved_stay(cli, tmp_path):
    wal = put(tmp_path, b"the last writes", name="desk.db-wal")
    assert cli("queue")[0] == 1
    assert wal.read_bytes() == b"the last writes"
    assert not (tmp_path / "desk.db").exists()


@pytest.mark.parametrize("command", [("backup", "copy.db"), ("export", "all")])
def test_nothing_is_not_copied(cli, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    code, out, err = cli(*command)
    assert (code, out) == (1, "")
    assert err == f"没有数据文件 {tmp_path / 'desk.db'}，没有东西可以备份或导出。请检查 --db 写的位置。\n"
    assert list(tmp_path.iterdir()) == []


def test_a_new_desk_begins_with_an_import(cli, tmp_path):
    path = put(tmp_path, as_csv(SEARCH_17, [search_row(0)]), name="a.csv")
    assert cli("import", path)[0] == 0
    assert (tmp_path / "desk.db").exists()
