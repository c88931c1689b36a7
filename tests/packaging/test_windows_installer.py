"""The setup program's script: it compiles without a warning, and says what it must in Chinese."""

import shutil
import subprocess
from pathlib import Path

import draw_icons
import pytest
import windows_installer

from tests.conftest import PROJECT

SCRIPT = PROJECT / "packaging" / "windows" / "installer.nsi"


@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis (NSIS)")
def test_the_script_compiles_with_a_stand_in(tmp_path: Path, qapp_cls: object) -> None:
    payload = tmp_path / "payload"
    (payload / "_internal").mkdir(parents=True)
    for name in ("weibo-operator.exe", "weibo-operator-cli.exe", "_internal/library.dll"):
        (payload / name).write_bytes(b"MZ")
    draw_icons.draw_all(tmp_path / "icons")
    setup = tmp_path / "weibo-operator-0.1.0-setup.exe"
    command = windows_installer.command(payload, tmp_path / "icons", setup, "0.1.0")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert setup.read_bytes()[:2] == b"MZ"


def test_it_is_for_one_user_and_keeps_the_data() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in text
    assert "HKLM" not in text
    removed = [line.strip() for line in text.splitlines() if "RMDir" in line]
    assert [line for line in removed if "DATA" in line] == ['RMDir /r "${DATA}"']
    section = text.split('Section /o "un.数据')[1].split("SectionEnd")[0]
    assert 'RMDir /r "${DATA}"' in section, "only where the box is ticked"
