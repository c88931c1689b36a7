"""The self-test: one Chinese line for each part, a next step where one is missing, and an exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from ui.support.self_test import window_checks
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.cli.main import main
from weibo_operator.cli.options import Options
from weibo_operator.cli.self_test_checks import keyring_check, machine_checks
from weibo_operator.cli.self_test_command import LINES, run, sentence
from weibo_operator.services.health import Check

RESOURCES = PROJECT / "resources"
WITHOUT_A_SCREEN = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}


def test_every_part_of_a_checkout_is_sound(tmp_path: Path) -> None:
    checks = {check.name: check for check in machine_checks(RESOURCES, tmp_path / "data")}
    assert [check for check in checks.values() if check.vital and not check.ok] == []
    assert {"language", "segmenter", "database", "tls", "keyring", "data_folder", "licences"} == set(checks)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700 or sys.platform == "win32"
    assert list((tmp_path / "data").iterdir()) == []


class LastingSecrets(MemorySecrets):
    """A keyring that keeps what it is given."""

    @property
    def lasts(self) -> bool:
        return True


def test_a_keyring_is_tried_and_left_as_it_was() -> None:
    found, secrets = Check("keyring", True, "SecretService", vital=False), LastingSecrets()
    assert keyring_check(found, secrets) == found
    assert secrets.read("self-test 自检") is None


def test_a_keyring_that_keeps_nothing_is_told() -> None:
    found = Check("keyring", True, "SecretService", vital=False)
    assert not keyring_check(found, MemorySecrets()).ok
    assert keyring_check(Check("keyring", False, "memory", vital=False), LastingSecrets()).detail == "memory"


def test_the_window_is_asked_too(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    checks = {check.name: check for check in window_checks(RESOURCES)}
    assert [check for check in checks.values() if check.vital and not check.ok] == []
    assert checks["chinese_buttons"].detail == "取消"
    assert not checks["screen"].ok
    assert set(checks) <= set(LINES)


def test_missing_resources_are_told_and_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "resources").mkdir()
    options = Options(command="self-test", db=tmp_path / "desk.db", window_checks=lambda: ())
    assert run(tmp_path / "resources", options) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("坏    分类和错字：") and "重新安装" in line for line in lines)
    assert any(line.startswith("好    分词：") for line in lines)
    assert lines[-1].startswith("结论：程序现在不能正常使用")


def test_what_is_not_vital_is_told_and_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = Check("screen", False, "offscreen", vital=False)
    options = Options(command="self-test", db=tmp_path / "desk.db", window_checks=lambda: (missing,))
    assert run(RESOURCES, options) == 0
    assert "缺    显示器：" in capsys.readouterr().out


def test_a_folder_that_takes_no_file_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    assert main(["self-test", "--json", "--db", str(tmp_path / "taken" / "desk.db")]) == 1
    report = json.loads(capsys.readouterr().out)
    (folder,) = [check for check in report["checks"] if check["name"] == "data_folder"]
    assert not folder["ok"]
    assert "权限" in folder["sentence"]
    assert report["ok"] is False


@pytest.mark.parametrize("name", LINES)
def test_every_line_names_a_next_step(name: str) -> None:
    told = sentence(Check(name, False, "seen"))
    assert LINES[name].next_step in told
    assert len(LINES[name].next_step) > 5
    assert sentence(Check(name, True, "seen")).startswith("好")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_the_program_tells_it_without_a_screen(tmp_path: Path) -> None:
    variables = {name: value for name, value in os.environ.items() if name not in WITHOUT_A_SCREEN}
    done = subprocess.run(
        [sys.executable, "-m", "ui", "self-test"],
        cwd=PROJECT,
        env=variables | {"XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "好    界面语言：取消" in done.stdout
    assert "缺    显示器：" in done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a library of the window system")
def test_a_library_that_is_missing_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "plugins" / "platforms"
    broken.mkdir(parents=True)
    (broken / "libqxcb.so").write_bytes(b"no library")
    script = (
        "from pathlib import Path; from PySide6.QtCore import QLibraryInfo; import ui.support.self_test as s;"
        f"s.QLibraryInfo = type('Here', (), {{'LibraryPath': QLibraryInfo.LibraryPath,"
        f" 'path': staticmethod(lambda _: {str(tmp_path / 'plugins')!r})}});"
        f"print(s.window_checks(Path({str(RESOURCES)!r}))[0])"
    )
    variables = os.environ | {"DISPLAY": ":77"}
    variables.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert "libqxcb.so" in done.stdout, done.stderr
    assert "ok=False" in done.stdout
