"""A full disk, a folder that can't be written, a file another program holds: a sentence, and nothing is lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from weibo_operator.bootstrap import Language, build
from weibo_operator.domain.errors import DatabaseUnavailableError
from weibo_operator.domain.labels import State
from weibo_operator.services.sentences import error_sentence

APART = ("unshare", "--map-root-user", "--mount")
HOLDER = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA locking_mode = EXCLUSIVE")
file.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def facts(folder: Path, which: str) -> dict[str, str]:
    """What happens on a disk of its own."""
    if shutil.which("unshare") is None or subprocess.run([*APART, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk of their own")
    command = [*APART, sys.executable, "-m", "tests.end_to_end.bad_disk", str(folder), which]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return dict(line.split(": ", 1) for line in told.stdout.splitlines())


def test_a_full_disk(tmp_path: Path):
    found = facts(tmp_path, "full")
    assert found["a first backup"] == "made"
    assert found["full"].startswith("disk_full 磁盘满了")
    assert "请腾出一些空间再试" in found["full"]
    assert found["a second backup"].startswith("disk_full ")
    assert found["the first one stays"] == "True"
    assert found["halves"] == "[]"
    assert found["nothing lost"] == "True"
    assert found["a draft"].startswith("disk_full ")
    assert found["with room again"] == "stored"
    assert found["sound"] == "yes"


def test_a_folder_that_cannot_be_written(tmp_path: Path):
    found = facts(tmp_path, "read_only")
    for what in ("opening", "beginning a new file"):
        reason, sentence = found[what].split(" ", 1)
        assert reason in ("read_only", "cannot_open", "no_permission")
        assert "请检查" in sentence
        assert str(tmp_path) in sentence
    assert found["unchanged"] == "True"


def test_a_file_that_another_program_holds(tmp_path: Path, language: Language):
    path = tmp_path / "desk.db"
    build(path, language=language).close()
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DatabaseUnavailableError) as refused:
            build(path, language=language)
        holder.communicate("")
    assert refused.value.data["reason"] == "busy"
    assert "正被另一个程序占用" in error_sentence(refused.value)
    operator = build(path, language=language)
    assert operator.inbox.counts()[State.NEW] == 0
    operator.close()
