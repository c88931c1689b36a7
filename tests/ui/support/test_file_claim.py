"""A data file belongs to one program at a time; a second start brings the first one's window forward."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from ui.support.file_claim import FileClaim
from weibo_operator.domain.errors import DatabaseUnavailableError

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.support.file_claim import FileClaim
from weibo_operator.domain.errors import DatabaseUnavailableError
app = QCoreApplication([])
try:
    claim = FileClaim(Path(sys.argv[1]))
except DatabaseUnavailableError as error:
    print(error.data["reason"], flush=True)
else:
    print("held", flush=True)
    sys.stdin.read()
"""


def second_program(path: Path) -> subprocess.Popen[str]:
    command = (sys.executable, "-c", OTHER, str(path))
    root = Path(__file__).resolve().parents[3]
    return subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_program_is_sent_to_the_first_ones_window(qtbot: QtBot, tmp_path: Path) -> None:
    claim = FileClaim(tmp_path / "desk.db")
    with qtbot.waitSignal(claim.wanted, timeout=20_000), second_program(tmp_path / "desk.db") as other:
        assert first_line(other) == "open_elsewhere"
    with second_program(tmp_path / "practice.db") as other:
        assert first_line(other) == "held", "another file is another desk"
        other.communicate("")
    claim.release()
    with second_program(tmp_path / "desk.db") as other:
        assert first_line(other) == "held"
        other.communicate("")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_lock_is_its_owners_only(qtbot: QtBot, tmp_path: Path) -> None:
    claim = FileClaim(tmp_path / "desk.db")
    (lock,) = tmp_path.glob("*.lock")
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    with second_program(tmp_path / "desk.db") as other:
        assert first_line(other) == "open_elsewhere", "it is still held"
    claim.release()


def test_a_killed_program_leaves_the_file_free(qtbot: QtBot, tmp_path: Path) -> None:
    with second_program(tmp_path / "desk.db") as other:
        assert first_line(other) == "held"
        with pytest.raises(DatabaseUnavailableError):
            FileClaim(tmp_path / "desk.db")
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
    FileClaim(tmp_path / "desk.db").release()


def test_a_dead_holder_whose_number_this_program_has_now_holds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    lock = tmp_path / "desk.db.lock"
    left = QLockFile(str(lock))
    assert left.lock()
    written = lock.read_bytes()
    left.unlock()
    lock.write_bytes(written)  # as after a kill: the number of this process, held by nobody
    claim = FileClaim(tmp_path / "desk.db")
    with second_program(tmp_path / "desk.db") as other:
        assert first_line(other) == "open_elsewhere"
    claim.release()


def test_one_that_hears_nothing_is_named_as_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    stuck = QLockFile(str(tmp_path / "desk.db.lock"))
    assert stuck.lock()
    with pytest.raises(DatabaseUnavailableError) as raised:
        FileClaim(tmp_path / "desk.db")
    assert raised.value.data["reason"] == "busy"
