"""The .deb without building it: its texts, its layout, and the validators where they are installed."""

import gzip
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import deb_package
import draw_icons
import pytest
import screen_picture

from tests.conftest import PROJECT
from weibo_operator.cli.commands import COMMANDS

DEBIAN = PROJECT / "packaging" / "debian"


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory, qapp_cls: object) -> Path:
    """Every icon, drawn once."""
    folder = tmp_path_factory.mktemp("icons")
    draw_icons.draw_all(folder)
    return folder


def test_icons_are_there_in_every_size(icons: Path) -> None:
    for size in deb_package.ICON_SIZES:
        head = (icons / f"{size}.png").read_bytes()[:24]
        assert struct.unpack(">II", head[16:]) == (size, size)


def test_the_windows_icon_holds_every_picture_it_names(icons: Path) -> None:
    content = (icons / "weibo-operator.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, len(draw_icons.WINDOWS_SIZES))
    ends = []
    for at in range(count):
        length, place = struct.unpack_from("<II", content, 6 + 16 * at + 8)
        ends.append(place + length)
        assert content[place : place + 4] in (b"\x89PNG", struct.pack("<I", 40))
    assert ends[-1] == len(content)


def test_the_mac_icon_holds_every_size(icons: Path) -> None:
    content = (icons / "weibo-operator.icns").read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8]) == (len(content),)
    assert all(kind in content for kind in draw_icons.MAC_KINDS)


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-validate")
def test_the_menu_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", str(DEBIAN / "weibo-operator.desktop")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstreamcli")
def test_the_software_centre_entry_is_valid(tmp_path: Path) -> None:
    path = tmp_path / deb_package.METAINFO
    path.write_text(deb_package.filled(deb_package.METAINFO, "0.1.0"), encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["weibo-operator.1", "weibo-operator.zh_CN.1"])
def test_the_manual_names_every_command(name: str) -> None:
    text = deb_package.filled(name, "0.1.0")
    assert [command for command in COMMANDS if command not in text] == []
    assert "@" not in text.replace("@、", "")


def test_the_copyright_file_names_every_component_and_ours() -> None:
    text = deb_package.copyright_text()
    assert "MIT License" in text
    assert "Qt 与 PySide6 6." in text
    assert "may be replaced by other builds" in text


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="the layout asks dpkg for the architecture")
def test_the_package_is_laid_out(icons: Path, tmp_path: Path) -> None:
    program = tmp_path / "bundle" / "weibo-operator"
    (program.parent / "_internal").mkdir(parents=True)
    program.write_bytes(b"program")
    (program.parent / "_internal" / "library.so").write_bytes(b"library")
    tree = tmp_path / "tree"
    deb_package.lay_out(tree, program.parent, icons, "0.1.0")
    assert (tree / "usr/bin/weibo-operator").resolve() == tree / "usr/lib/weibo-operator/weibo-operator"
    assert (tree / "usr/lib/weibo-operator/weibo-operator").stat().st_mode & 0o777 == 0o755
    assert (tree / "usr/lib/weibo-operator/_internal/library.so").stat().st_mode & 0o777 == 0o644
    assert (tree / "usr/share/icons/hicolor/256x256/apps/weibo-operator.png").exists()
    assert b"0.1.0" in gzip.decompress((tree / "usr/share/man/man1/weibo-operator.1.gz").read_bytes())
    assert [path.name for path in (tree / "DEBIAN").iterdir()] == ["control"], "no maintainer scripts"
    control = (tree / "DEBIAN/control").read_text(encoding="utf-8")
    assert "\nVersion: 0.1.0\n" in control
    assert "libxcb-cursor0" in control
    assert int(control.split("Installed-Size: ")[1].split()[0]) > 10


def test_a_frame_buffer_becomes_a_picture() -> None:
    words = [0] * 25
    words[0], words[4], words[5], words[11], words[12], words[19] = 100, 2, 1, 32, 8, 1
    content = struct.pack(">25I", *words) + bytes(12) + bytes([3, 2, 1, 0, 6, 5, 4, 0])
    picture = screen_picture.png_of(content)
    start = picture.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", picture[start - 8 : start - 4])
    assert zlib.decompress(picture[start : start + length]) == bytes([0, 1, 2, 3, 4, 5, 6])
