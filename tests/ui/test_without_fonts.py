"""A machine without a Chinese font: the window opens all the same, and the self-test says what to install."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

OPENS = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from ui.main import Program
app = QApplication([])
folder = Path(sys.argv[1])
settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
program = Program(app, settings, database=folder / "desk.db", practice=folder / "practice.db")
program.open(folder / "desk.db")
shown = program.window.isVisible()
faces = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
QTimer.singleShot(0, app.quit)
app.exec()
program.close()
print(shown, list(faces))
"""


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The variables of a system whose list of fonts is empty."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    return {**os.environ, "FONTCONFIG_FILE": str(fonts), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}


def run(bare: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    """The command in the project, with its output."""
    return subprocess.run(
        [sys.executable, *command], cwd=PROJECT, env=bare, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring their Chinese fonts")
def test_the_window_opens_and_the_self_test_says_what_to_install(bare: dict[str, str], tmp_path: Path) -> None:
    opened = run(bare, "-c", OPENS, str(tmp_path))
    assert (opened.returncode, opened.stdout) == (0, "True []\n"), opened.stderr
    told = run(bare, "-m", "ui", "self-test")
    (line,) = [line for line in told.stdout.splitlines() if "字体" in line.split("：")[0]]
    assert not line.startswith("好")
    assert "安装" in line
