"""Installs the .deb in bare Debians, works at the desk as an ordinary user by true keys, purges it. Needs root.

Usage: python3 packaging/try_deb.py PACKAGE.deb [--suites bookworm trixie] [--work FOLDER] [--pictures FOLDER]
Needs debootstrap, Xvfb, xdotool and xclip. Figures and pictures of the last run: packaging/README.md.
"""

from __future__ import annotations

import argparse
import os
import stat
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from build_environment import ROOT, say
from debian_root import DebianRoot
from trial_desk import TrialDesk, answer, expect, note_pages

sys.path.insert(0, str(ROOT))
from tests.end_to_end.search_export import write_export

NAME = "weibo-operator"
USER = "lin"
DATA = f"home/{USER}/.local/share/{NAME}"
NOT_ON_A_BARE_SYSTEM = ("libcups.so.2",)
"""Recommended only: without it there is printing to PDF, but not on paper."""


class InstalledDesk(TrialDesk):
    """The installed program on a virtual screen of this machine, started inside `root` by an ordinary user."""

    def __init__(self, root: DebianRoot, folder: Path) -> None:
        self._root = root
        super().__init__(folder, root.folder / DATA / "desk.db")

    def start_program(self) -> None:
        """Open the installed program and wait for its window."""
        command = self._root.command(f"/usr/bin/{NAME}", user=USER, variables=(self.display,))
        self._program = subprocess.Popen(command, stdout=self._output, stderr=self._output)
        self.wait("the window", self._windows)
        self.focus()


def try_one(root: DebianRoot, package: Path, pictures: Path) -> None:
    """Install, work, purge; SystemExit or AssertionError with what went wrong."""
    say(f"{root.suite}: installing into a bare system")
    root.make()
    install(root, package)
    say(f"{root.suite}: looking for libraries that are missing")
    check_libraries(root)
    with tempfile.TemporaryDirectory(prefix="weibo-operator-desk-") as folder:
        desk = InstalledDesk(root, Path(folder))
        try:
            work(root, desk)
        finally:
            desk.stop()
            for picture in Path(folder).glob("*.png"):
                picture.rename(pictures / f"{root.suite}-{picture.name}")
    say(f"{root.suite}: purging")
    purge(root)
    root.remove()


def install(root: DebianRoot, package: Path) -> None:
    """Install as a double click does, and make an ordinary user."""
    target = root.folder / "root" / package.name
    target.write_bytes(package.read_bytes())
    root.must("apt-get", "update")
    began = time.monotonic()
    told = root.must("apt-get", "install", "-y", "--no-install-recommends", f"/root/{package.name}")
    new = sum(line.startswith("Setting up ") for line in told.splitlines())
    print(f"   {new} packages in {time.monotonic() - began:.0f} s", flush=True)
    root.must("useradd", "--create-home", "--user-group", USER)
    note_pages(root.folder)


def check_libraries(root: DebianRoot) -> None:
    """Every library in the package finds what it names."""
    script = f"find /usr/lib/{NAME} -name '*.so*' -type f -exec ldd {{}} + 2>/dev/null | grep 'not found' | sort -u"
    # As the start program sets it.
    found = root.run("sh", "-c", script, variables=(f"LD_LIBRARY_PATH=/usr/lib/{NAME}/_internal",)).stdout
    missing = [line.split()[0] for line in found.splitlines()]
    unexpected = sorted(set(missing) - set(NOT_ON_A_BARE_SYSTEM))
    if unexpected:
        raise SystemExit(f"Not found in {root.suite}: {', '.join(unexpected)}")


def work(root: DebianRoot, desk: InstalledDesk) -> None:
    """Self-test, import by command, an answer by keys, the week by command."""
    say(f"{root.suite}: self-test on the virtual screen")
    print(root.must(NAME, "self-test", user=USER, variables=(desk.display,)), flush=True)
    say(f"{root.suite}: a customer is answered by keys")
    export = write_export(root.folder / f"home/{USER}/search.csv", now=datetime.now(UTC))
    export.chmod(0o644)
    print("   " + root.must(NAME, "import", f"/home/{USER}/search.csv", user=USER).strip(), flush=True)
    began = time.monotonic()
    desk.start_program()
    print(f"   window after {time.monotonic() - began:.1f} s", flush=True)
    answer(desk)
    check_privacy(root)
    say(f"{root.suite}: the week as a workbook and as PDF")
    for kind in ("xlsx", "pdf"):
        root.must(NAME, "week", "--format", kind, "--out", f"/home/{USER}/week.{kind}", user=USER)
        print(f"   week.{kind}: {(root.folder / f'home/{USER}/week.{kind}').stat().st_size} bytes", flush=True)


def check_privacy(root: DebianRoot) -> None:
    """The folder of data is the user's alone, and so is each file with customers' words in it."""
    folder = root.folder / DATA
    expect("the folder's mode", oct(stat.S_IMODE(folder.stat().st_mode)), oct(0o700))
    for path in folder.glob("desk.db*"):
        if path.suffix == ".lock":  # Holds the number of the process that has the file open, nothing else.
            continue
        expect(f"others' rights on {path.name}", stat.S_IMODE(path.stat().st_mode) & 0o077, 0)


def purge(root: DebianRoot) -> None:
    """Take the package away: the data stay, and nothing else."""
    root.must("apt-get", "purge", "-y", NAME)
    found = root.must(
        "find", "/", "-xdev", "-name", f"*{NAME}*", "-not", "-path", "/proc/*", "-not", "-path", "/root/*"
    )
    # The user's own, apt's notes, and sockets of programs that were ended by force.
    others = (f"/home/{USER}", "/var/cache", "/var/log", "/tmp")  # noqa: S108  names, nothing is put there
    left = [path for path in found.splitlines() if not path.startswith(others)]
    if left:
        raise SystemExit(f"Left behind: {left}")
    expect("the data", (root.folder / DATA / "desk.db").exists(), True)


def main(arguments: list[str]) -> int:
    """Try one package in each suite."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("--suites", nargs="+", default=["bookworm", "trixie"])
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "roots")
    parser.add_argument("--pictures", type=Path, default=ROOT / "screenshots")
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        raise SystemExit("Only root can enter another system: run it with sudo.")
    work_folder = options.work.resolve()
    options.pictures.mkdir(parents=True, exist_ok=True)
    for suite in options.suites:
        root = DebianRoot(suite, work_folder / f"{suite}.base", work_folder / suite)
        try:
            try_one(root, options.package.resolve(), options.pictures.resolve())
        finally:
            root.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
