"""``backups`` and ``restore``: as in the window, and never under a window that is open."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import PROJECT, START, SetClock
from tests.services.platform_box import insert_account
from weibo_operator.bootstrap import build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.cli.main import main
from weibo_operator.domain.open_platform import AppKey

HOLDS = {
    "the window's claim": """
from PySide6.QtCore import QCoreApplication
from ui.support.file_claim import FileClaim
app = QCoreApplication([])
claim = FileClaim(path)
""",
    "an open desk": "from weibo_operator.bootstrap import build; operator = build(path)",
}


@pytest.fixture
def copy(cli, tmp_path) -> Path:
    """A copy of a desk with three customers; a fourth came afterwards."""
    cli("import", put(tmp_path, as_csv(SEARCH_17, [search_row(number) for number in range(3)]), name="a.csv"))
    cli("backup", tmp_path / "usb" / "copy.db")
    cli("import", put(tmp_path, as_csv(SEARCH_17, [search_row(number) for number in range(4)]), name="a.csv"))
    return tmp_path / "usb" / "copy.db"


def messages(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT count(*) FROM message").fetchone()[0]


def test_there_and_back(cli, copy, tmp_path):
    path = tmp_path / "desk.db"
    code, out, err = cli("restore", copy)
    assert (code, err, messages(path)) == (0, "", 3)
    (kept,) = tmp_path.glob("desk.before-restore-*.db")
    assert out.splitlines() == [
        f"已恢复：{path}（3 张工单）",
        f"原来的数据留在 {kept}，要换回去：weibo-operator restore {kept}",
    ]
    code, out, _ = cli("restore", kept, "--json")
    assert (code, messages(path)) == (0, 4)
    said = json.loads(out)
    assert (said["path"], said["tickets"]) == (str(path), 4)
    assert messages(Path(said["kept"])) == 3


def test_onto_a_machine_that_has_no_file_yet(cli, copy, tmp_path):
    (tmp_path / "desk.db").unlink()
    code, out, _ = cli("restore", copy)
    assert (code, out) == (0, f"已恢复：{tmp_path / 'desk.db'}（3 张工单）\n")
    assert list(tmp_path.glob("*before*")) == []


def test_an_account_has_to_be_authorised_anew(copy, cli, tmp_path, language):
    with closing(build(copy, clock=SetClock(START), language=language, secrets=MemorySecrets())) as operator:
        insert_account(operator.desk, AppKey("2005", server="http://127.0.0.1:1"), uid="900", nickname="橙果客服")
    code, out, _ = cli("restore", copy)
    assert code == 0
    assert "重新授权" in out.splitlines()[-1]


@pytest.mark.parametrize("holding", HOLDS)
def test_a_file_that_is_open_is_left_alone(cli, copy, tmp_path, holding):
    path = tmp_path / "desk.db"
    child = f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{HOLDS[holding]}"
    child += "\nprint('held', flush=True)\nsys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", child, str(path)], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        code, out, err = cli("restore", copy)
        assert (code, out) == (1, "")
        assert err == f"数据文件 {path} 正被另一个程序占用。请关掉另一个窗口再试。\n"
        assert cli("backups")[0] == 0, "looking is free"
        other.communicate("")
    assert messages(path) == 4
    assert list(tmp_path.glob("*before*")) == []
    assert cli("restore", copy)[0] == 0, "what a program left behind holds nothing"


def test_what_is_no_backup_changes_nothing(cli, copy, tmp_path):
    path = tmp_path / "desk.db"
    before = path.read_bytes()
    half = tmp_path / "half.db"
    half.write_bytes(copy.read_bytes()[:100_000])
    cli("demo", tmp_path / "practice.db")
    for wrong, code in ((half, 1), (tmp_path / "none.db", 1), (path, 2), (tmp_path / "practice.db", 2)):
        found, out, err = cli("restore", wrong)
        assert (found, out, err.count("\n")) == (code, "", 1)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*before*")) == []


def test_a_damaged_file_is_kept_to_the_last_byte(cli, copy, tmp_path):
    path = tmp_path / "desk.db"
    path.write_bytes(b"damaged" * 1000)
    path.with_name("desk.db-wal").write_bytes(b"what was left")
    assert cli("restore", copy)[0] == 0
    (kept,) = tmp_path.glob("desk.before-restore-*.db")
    assert kept.read_bytes() == b"damaged" * 1000
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"what was left"


def test_the_list(cli, copy, tmp_path):
    assert cli("backups")[1] == f"{tmp_path / 'desk.db'} 还没有备份。\n"
    (tmp_path / "backups").mkdir()
    good = Path(shutil.copy(copy, tmp_path / "backups" / "desk-20261119-141000.db"))
    half = tmp_path / "desk.before-restore-20261118-120000.db"
    half.write_bytes(copy.read_bytes()[:100_000])
    code, out, _ = cli("backups")
    first, second = out.splitlines()
    size = f"{round(good.stat().st_size / 1024)} KB"
    assert (code, first) == (0, f"2026-11-19 14:10:00  自动备份  {size}  3 张工单  {good}")
    assert second.startswith("2026-11-18 12:00:00  恢复之前留下的  98 KB  ")
    listed = [json.loads(line) for line in cli("backups", "--json")[1].splitlines()]
    assert [(each["path"], each["why"], each["tickets"]) for each in listed] == [
        (str(good), "automatic", 3),
        (str(half), "before_restore", None),
    ]
    assert listed[0]["made_at"] == "2026-11-19T14:10:00+08:00"
    assert listed[1]["problem"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root writes everywhere")
def test_a_folder_without_permission_is_told(cli, copy, tmp_path, capsys):
    (tmp_path / "closed").mkdir(mode=0o500)
    assert main(["restore", str(copy), "--db", str(tmp_path / "closed" / "desk.db")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
