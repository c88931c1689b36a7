"""Installs the Windows setup program under Wine, works, upgrades, uninstalls. Needs root, and a Debian 13 with Wine.

Usage: python3 packaging/try_windows.py SETUP.exe --root FOLDER [--pictures FOLDER]. FOLDER is a Debian 13 made by
debootstrap in which wine, wine64 and a Chinese font are installed. Wine is no Windows: packaging/README.md says what
this leaves open.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import screen_picture
from build_environment import ROOT, say
from debian_root import BOUND
from measure_start import is_painted, virtual_screen

sys.path.insert(0, str(ROOT))
from tests.end_to_end.search_export import PEOPLE, write_export

LOCAL = Path("drive_c/users/root/AppData/Local")
PROGRAM = "weibo-operator.exe"
TERMINAL = "weibo-operator-cli.exe"
REFUSED = 2
"""What the setup program exits with while the desk is open."""


class WineDesk:
    """A fresh Windows profile in a Debian that has Wine, on a virtual screen."""

    def __init__(self, root: Path, display: str) -> None:
        self._root = root
        self._display = display
        self.home = root / "root/prefix"
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def folder(self) -> Path:
        """Where the program is installed, seen from outside."""
        return self.home / LOCAL / "Programs/WeiboOperator"

    @property
    def data(self) -> Path:
        """The desk's file."""
        return self.home / LOCAL / "WeiboOperator/desk.db"

    def command(self, *words: str) -> list[str]:
        """The command line of a Windows program inside."""
        variables = ("HOME=/root", "WINEPREFIX=/root/prefix", "WINEDEBUG=-all", f"DISPLAY={self._display}")
        path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"
        return ["chroot", str(self._root), "env", "-i", path, "LANG=C.UTF-8", *variables, "wine", *words]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run to the end; its streams are pipes, as Python under Wine asks for."""
        return subprocess.run(self.command(*words), input="", capture_output=True, encoding="utf-8", check=False)

    def installed(self, *words: str) -> str:
        """What the installed program prints; SystemExit when it fails."""
        done = self.run(inside(self._root, self.folder / TERMINAL), *words)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)} failed ({done.returncode}):\n{done.stdout}\n{done.stderr}")
        return done.stdout


def inside(root: Path, path: Path) -> str:
    """A path as it is called within `root`."""
    return "/" + str(path.relative_to(root))


def work(root: Path, setup: Path, pictures: Path) -> None:
    """Every step; SystemExit with the first that goes wrong."""
    with tempfile.TemporaryDirectory() as name, virtual_screen(Path(name)) as (display, frames):
        desk = WineDesk(root, display)
        say("making a Windows profile")
        desk.run("wineboot", "-i")
        program = root / "root" / setup.name
        shutil.copyfile(setup, program)
        say("installing silently")
        began = time.monotonic()
        expect("the setup program", desk.run(inside(root, program), "/S").returncode, 0)
        print(f"   {time.monotonic() - began:.0f} s", flush=True)
        say("self-test, import, the week")
        print(desk.installed("self-test"), flush=True)
        export = write_export(root / "root/search.csv", now=datetime.now(UTC))
        print("   " + desk.installed("import", inside(root, export)).strip())
        expect("the queue", len(desk.installed("queue").splitlines()), len(PEOPLE))
        desk.installed("week", "--format", "xlsx", "--out", "/root/week.xlsx")
        print(f"   week.xlsx: {(root / 'root/week.xlsx').stat().st_size} bytes", flush=True)
        with_open_window(root, desk, program, frames, pictures)
        say("upgrading in place")
        stale = desk.folder / "_internal/of-an-older-version.dll"
        stale.touch()
        expect("the upgrade", desk.run(inside(root, program), "/S").returncode, 0)
        expect("what only the older version had", stale.exists(), False)
        uninstall(root, desk)


def with_open_window(root: Path, desk: WineDesk, program: Path, frames: Path, pictures: Path) -> None:
    """The window comes up, and the setup program refuses to touch what is in use."""
    say("opening the window, and the setup program beside it")
    began = time.monotonic()
    window = subprocess.Popen(
        desk.command(inside(root, desk.folder / PROGRAM)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not is_painted(frames):
            if time.monotonic() - began > 90 or window.poll() is not None:
                raise SystemExit("No window came.")
            time.sleep(0.02)
        print(f"   first paint after {time.monotonic() - began:.1f} s", flush=True)
        time.sleep(4)
        screen_picture.save(frames.parent, pictures / "windows-desk.png")
        expect("the setup program beside the open desk", desk.run(inside(root, program), "/S").returncode, REFUSED)
        expect("the program's files", (desk.folder / "_internal").is_dir(), True)
    finally:
        desk.run("taskkill", "/F", "/IM", PROGRAM)
        window.wait(timeout=60)


def uninstall(root: Path, desk: WineDesk) -> None:
    """Program and shortcuts go, the data stay."""
    say("uninstalling silently")
    # Windows copies the uninstaller aside and returns at once; told its place it stays and can be waited for.
    place = "_?=C:" + inside(desk.home / "drive_c", desk.folder).replace("/", "\\")
    expect("the uninstaller", desk.run(inside(root, desk.folder / "uninstall.exe"), "/S", place).returncode, 0)
    left = sorted(path.name for path in desk.folder.iterdir())
    expect("left in the program's folder", left, ["uninstall.exe"])
    expect("shortcuts", [path.name for path in desk.home.rglob("微博客服台.lnk")], [])
    expect("the data", desk.data.exists(), True)


def expect(what: str, found: object, wanted: object) -> None:
    """SystemExit that names both when they differ."""
    if found != wanted:
        raise SystemExit(f"{what}: {found!r}, not {wanted!r}")


def main(arguments: list[str]) -> int:
    """Try one setup program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("setup", type=Path)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--pictures", type=Path, default=ROOT / "screenshots")
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        raise SystemExit("Only root can enter another system: run it with sudo.")
    options.pictures.mkdir(parents=True, exist_ok=True)
    root = options.root.resolve()
    mounted: list[Path] = []
    try:
        for place in BOUND:
            target = root / place.lstrip("/")
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--bind", place, str(target)], check=True)
            mounted.append(target)
        work(root, options.setup.resolve(), options.pictures.resolve())
    finally:
        for target in reversed(mounted):
            subprocess.run(["umount", "--lazy", str(target)], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
