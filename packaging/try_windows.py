"""Installs the Windows setup program under Wine, works, upgrades, uninstalls.

Usage: sudo python3 packaging/try_windows.py SETUP.exe [--root FOLDER] [--pictures FOLDER]. Needs debootstrap, Xvfb,
xdotool and xclip. FOLDER keeps the Debian 13 with Wine that is made at the first time (2 GB). Wine is no Windows:
packaging/README.md says what this leaves open.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from build_environment import ROOT, say
from trial_desk import ANSWERED, WORDS, TrialDesk, answer, expect, note_pages
from wine_root import HOME, WineRoot

sys.path.insert(0, str(ROOT))
from tests.end_to_end.search_export import PEOPLE, write_export

PROFILE = "prefix"
LOCAL = Path("drive_c/users", Path(HOME).name, "AppData/Local")
"""Where Windows keeps what is the user's own; Wine names the user after the account that runs it."""
PROGRAM = "weibo-operator.exe"
TERMINAL = "weibo-operator-cli.exe"
FAILURE = "unexpected error"
"""What the program prints before the traceback of a bug; the box that tells of it has the desk's title."""
REFUSED = 2
"""What the setup program exits with while the desk is open."""
PAGE = 3.0
"""Seconds until a page of the setup program is drawn."""
LONGEST = 300.0
"""Seconds that unpacking may take on a busy machine."""


class WineDesk(TrialDesk):
    """The installed program in a fresh Windows profile."""

    def __init__(self, root: WineRoot, folder: Path) -> None:
        self.root = root
        self.home = root.folder / HOME.lstrip("/") / PROFILE
        super().__init__(folder, self.home / LOCAL / "WeiboOperator/desk.db")
        root.new_profile(PROFILE, (self.display,))

    @property
    def installed(self) -> Path:
        """Where the program is, seen from outside."""
        return self.home / LOCAL / "Programs/WeiboOperator"

    def inside(self, path: Path) -> str:
        """A path as it is called within the Debian."""
        return "/" + str(path.relative_to(self.root.folder))

    def open(self, program: Path) -> subprocess.Popen[bytes]:
        """Start a Windows program and go on."""
        command = self.root.wine_command(PROFILE, self.inside(program), variables=(self.display,))
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self._output, stderr=self._output)

    def run(self, program: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end."""
        return self.root.wine(PROFILE, self.inside(program), *words, variables=(self.display,))

    def tell(self, *words: str) -> str:
        """What the installed program prints; SystemExit when it fails."""
        done = self.run(self.installed / TERMINAL, *words)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)} failed ({done.returncode}):\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def start_program(self) -> None:
        """Open the window."""
        self._program = self.open(self.installed / PROGRAM)
        self.wait("the window", lambda: "微博客服台" in self.title())
        self.focus()

    def close_program(self) -> None:
        """End it by force, as a Windows that shuts down does."""
        self.root.wine(PROFILE, "taskkill", "/F", "/IM", PROGRAM)
        if self._program is not None:
            self._program.wait(timeout=60)
            self._program = None

    def write_anew(self, text: str) -> None:
        """Paste: Wine reads the keyboard once, so keys that xdotool lends to Chinese characters are not seen."""
        clip = ["xclip", "-selection", "clipboard", "-i"]
        quiet = subprocess.DEVNULL
        subprocess.run(clip, env=self.environment, input=text.encode(), stdout=quiet, stderr=quiet, check=True)
        self.keys("ctrl+a", "ctrl+v")

    def query(self, sql: str, *values: object) -> list[tuple]:
        """Ask a copy: Wine's locks on the file are not seen from outside."""
        with tempfile.TemporaryDirectory() as name:
            for part in self.database.parent.glob("desk.db*"):
                if part.suffix in (".db", ".db-wal"):
                    shutil.copyfile(part, Path(name) / part.name)
            connection = sqlite3.connect(Path(name) / "desk.db")
            try:
                return connection.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as error:  # copied while it was written
                raise sqlite3.OperationalError(str(error)) from error
            finally:
                connection.close()

    def has_windows(self) -> bool:
        """Whether any window is on the screen."""
        return bool(self._windows())

    def has_pages(self) -> bool:
        """Whether a window as large as the setup program's pages is there: first a small one tells of checking."""
        sizes = (self._xdotool("getwindowgeometry", "--shell", each, check=False) for each in self._windows())
        return any(f"HEIGHT={height}" in size for size in sizes for height in range(300, 500))

    def page(self, name: str, *keys: str) -> None:
        """Take a picture of a setup page, then press `keys`."""
        time.sleep(PAGE)
        self.focus()
        self.picture(name)
        self.keys(*keys)


def work(root: WineRoot, setup: Path, pictures: Path) -> None:
    """Every step; SystemExit or AssertionError with the first that goes wrong."""
    pictures.mkdir(parents=True, exist_ok=True)
    program = root.folder / HOME.lstrip("/") / setup.name
    shutil.copyfile(setup, program)
    note_pages(root.folder)
    with tempfile.TemporaryDirectory(prefix="weibo-operator-wine-") as name:
        say("making a Windows profile")
        desk = WineDesk(root, Path(name))
        try:
            install_by_pages(desk, program)
            work_at_the_desk(desk, program)
            upgrade(desk, program)
            uninstall_by_pages(desk)
            uninstall_silently(desk, program)
        finally:
            desk.close_program()
            desk.stop()
            for picture in Path(name).glob("*.png"):
                shutil.copyfile(picture, pictures / f"windows-{picture.name}")


def install_by_pages(desk: WineDesk, program: Path) -> None:
    """Every page of the setup program by Enter; its last one opens the desk."""
    say("installing page by page")
    setup = desk.open(program)
    desk.wait("the setup program", desk.has_pages, seconds=LONGEST)
    desk.page("setup-welcome", "Return")
    desk.page("setup-folder")
    began = time.monotonic()
    files = (desk.installed / "uninstall.exe").exists
    desk.until("the files", files, lambda: desk.keys("Return"), seconds=LONGEST, pace=PAGE * 5)
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    desk.wait("the last page", lambda: len(list(desk.home.rglob("微博客服台.lnk"))) == 2)
    desk.page("setup-finish")
    desk.until("the setup program's end", lambda: setup.poll() is not None, lambda: desk.keys("Return"), pace=PAGE)
    desk.wait("the desk that the last page opens", desk.has_windows)
    time.sleep(PAGE * 4)
    desk.picture("first-start")
    expect("a failure told at the first start", FAILURE in desk.log, False)
    desk.close_program()


def work_at_the_desk(desk: WineDesk, program: Path) -> None:
    """Self-test, import, an answer by keys, and the setup program refuses to touch what is in use; then the week."""
    say("self-test, import")
    print(desk.tell("self-test"), flush=True)
    export = write_export(desk.root.folder / "root/search.csv", now=datetime.now(UTC))
    print("   " + desk.tell("import", desk.inside(export)).strip(), flush=True)
    expect("the queue", len(desk.tell("queue").splitlines()), len(PEOPLE))
    say("a customer is answered by keys")
    began = time.monotonic()
    desk.start_program()
    print(f"   window after {time.monotonic() - began:.1f} s", flush=True)
    expect("a failure told instead of the desk", FAILURE in desk.log, False)
    answer(desk)
    expect("the setup program beside the open desk", desk.run(program, "/S").returncode, REFUSED)
    expect("the program's files", (desk.installed / "_internal").is_dir(), True)
    desk.close_program()
    say("the week as a workbook and as PDF")
    for kind in ("xlsx", "pdf"):
        desk.tell("week", "--format", kind, "--out", f"{HOME}/week.{kind}")
        print(f"   week.{kind}: {(desk.root.folder / f'root/week.{kind}').stat().st_size} bytes", flush=True)


def upgrade(desk: WineDesk, program: Path) -> None:
    """What only the older version had goes, the data stay."""
    say("upgrading in place, silently")
    stale = desk.installed / "_internal/of-an-older-version.dll"
    stale.touch()
    began = time.monotonic()
    expect("the upgrade", desk.run(program, "/S").returncode, 0)
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    expect("what only the older version had", stale.exists(), False)
    expect("the data after the upgrade", desk.query(ANSWERED), [(WORDS,)])
    desk.tell("queue")


def uninstall_by_pages(desk: WineDesk) -> None:
    """Program and shortcuts go, the data stay: their box is not ticked by itself."""
    say("uninstalling page by page")
    desk.open(desk.installed / "uninstall.exe")
    desk.wait("the uninstaller", desk.has_pages, seconds=LONGEST)
    desk.page("uninstall-confirm", "Return")
    desk.page("uninstall-parts")
    gone = desk.installed / PROGRAM
    desk.until("the program to go", lambda: not gone.exists(), lambda: desk.keys("Return"), pace=PAGE * 5)
    desk.page("uninstall-done")
    desk.until("the uninstaller's end", lambda: not desk.has_windows(), lambda: desk.keys("Return"), pace=PAGE)
    expect("the program's folder", desk.installed.exists(), False)
    expect("shortcuts", [path.name for path in desk.home.rglob("微博客服台.lnk")], [])
    expect("the data", desk.query(ANSWERED), [(WORDS,)])


def uninstall_silently(desk: WineDesk, program: Path) -> None:
    """Installed once more and taken away with the data, as asked."""
    say("installing and uninstalling silently, with the data")
    expect("the setup program", desk.run(program, "/S").returncode, 0)
    # Windows copies the uninstaller aside and returns at once; told its place it stays and can be waited for.
    place = "_?=C:" + desk.inside(desk.installed).removeprefix(f"{HOME}/{PROFILE}/drive_c").replace("/", "\\")
    expect("the uninstaller", desk.run(desk.installed / "uninstall.exe", "/S", "/DATA", place).returncode, 0)
    expect("left in the program's folder", [path.name for path in desk.installed.iterdir()], ["uninstall.exe"])
    expect("the data", desk.database.exists(), False)


def main(arguments: list[str]) -> int:
    """Try one setup program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("setup", type=Path)
    parser.add_argument("--root", type=Path, default=ROOT / "build" / "roots" / "wine")
    parser.add_argument("--pictures", type=Path, default=ROOT / "screenshots")
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        raise SystemExit("Only root can enter another system: run it with sudo.")
    root = WineRoot(options.root.resolve())
    try:
        root.ensure()
        work(root, options.setup.resolve(), options.pictures.resolve())
    finally:
        root.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
