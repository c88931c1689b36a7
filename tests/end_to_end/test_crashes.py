"""Killed in the middle of everything it writes, the program finds a whole file: a sample of the long loop."""

import random
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.crash_loop.loop import CrashLoop, CrashSums
from tests.crash_loop.works import EVERYTHING, SAID, WORKS
from weibo_operator.bootstrap import Language

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 and no fork on Windows")


@pytest.mark.parametrize("name", WORKS)
def test_a_killed_program_leaves_whole_operations(tmp_path: Path, language: Language, name: str):
    loop, sums = CrashLoop(name, tmp_path, language), CrashSums()
    deaths = loop.chances(edges=3, anywhere=1, times=2)
    random.shuffle(deaths)
    loop.run(deaths, sums)
    assert sums.wrong == []
    assert sums.kills[name] >= len(deaths) // 2, "most runs are killed before they end"


def test_the_loop_would_see_it(tmp_path: Path, language: Language):
    """Half an operation, a lost draft, a half export and a half backup are found."""
    loop = CrashLoop("export", tmp_path, language)
    loop.put_back()
    assert list(loop.look()) == []
    (loop.folder / "week.csv").write_bytes(b"half")
    (loop.folder / "backups").mkdir()
    shutil.copy(loop.folder / "desk.db", loop.folder / "backups" / "desk-20261119-141000.db")
    with (loop.folder / "backups" / "desk-20261119-141000.db").open("r+b") as copy:
        copy.truncate(200_000)
    (loop.folder / SAID).write_text("draft 1 您好，这就查 77\n", encoding="utf-8")
    with closing(sqlite3.connect(loop.folder / "desk.db")) as file:
        file.execute("DELETE FROM turn")
        file.commit()
    found = " ".join(loop.look())
    for words in ("half an operation", "week.csv is half", "not sound", "lost: draft 1"):
        assert words in found


def test_the_loop_would_see_a_half_folder(tmp_path: Path, language: Language):
    """The undisturbed run left it whole."""
    loop = CrashLoop("export_all", tmp_path, language)
    next((loop.folder / EVERYTHING / "csv").glob("*.csv")).unlink()
    assert list(loop.look()) == [f"{EVERYTHING} is half"]
