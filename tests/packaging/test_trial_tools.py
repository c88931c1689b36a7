"""The tools that prove a package: command lines into another system, and seeing the first paint."""

from pathlib import Path

import measure_start
import pytest
import system_packages
from debian_root import BARE, DebianRoot


def test_commands_run_in_the_other_system_with_a_bare_environment(tmp_path: Path) -> None:
    root = DebianRoot("bookworm", tmp_path / "base", tmp_path / "root")
    assert root.command("id") == ["chroot", str(tmp_path / "root"), *BARE, "id"]
    as_user = root.command("id", user="lin", variables=("DISPLAY=:9",))
    assert as_user[:3] == ["chroot", "--userspec=lin:lin", str(tmp_path / "root")]
    assert as_user[-4:] == ["HOME=/home/lin", "USER=lin", "DISPLAY=:9", "id"]


def test_a_failed_command_is_told_with_its_output(tmp_path: Path) -> None:
    root = DebianRoot("bookworm", tmp_path / "base", tmp_path / "nowhere")
    with pytest.raises(SystemExit, match="true failed"):
        root.must("true")


def test_the_first_paint_is_seen(tmp_path: Path) -> None:
    frame_buffer = tmp_path / "Xvfb_screen0"
    header = bytes(3232)
    black = bytearray(measure_start.WIDTH * measure_start.HEIGHT * 4)
    frame_buffer.write_bytes(header + black)
    assert not measure_start.is_painted(frame_buffer)
    across, down = measure_start.PROBES[0]
    place = (down * measure_start.WIDTH + across) * 4
    black[place : place + 3] = b"\x11\x22\x33"
    frame_buffer.write_bytes(header + black)
    assert measure_start.is_painted(frame_buffer)


def test_missing_tools_are_named_by_their_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xdotool").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    tools = {"xdotool": "xdotool", "fcitx5": "fcitx5 fcitx5-chinese-addons"}
    assert system_packages.missing_tools(tools) == ["fcitx5 fcitx5-chinese-addons"]
