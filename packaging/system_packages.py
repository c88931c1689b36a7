"""Debian and Ubuntu packages for Qt and its tests: which are needed, and how each kind of user gets them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import unpacked_packages

QT = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfreetype6",
    "libfontconfig1",
    "libdbus-1-3",
    "fonts-wqy-microhei",
)
WINDOWS = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libwayland-cursor0",
    "libwayland-egl1",
)
TEST_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "xclip": "xclip"}
"""Program -> package, for the tests that send true key presses to a true window."""

INPUT_METHODS = {
    "ibus-daemon": "ibus ibus-libpinyin",
    "fcitx5": "fcitx5 fcitx5-chinese-addons",
    "dbus-daemon": "dbus",
}
"""The same for the tests that type Chinese with true input methods; 200 packages (650 MB), so only offered."""


def install_command(prefix: list[str], packages: list[str]) -> list[str]:
    """The apt-get line that installs `packages`, behind `prefix` (nothing, or sudo)."""
    return [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *packages]


def advice(packages: list[str]) -> str:
    """The one sentence for somebody who must install `packages` by hand."""
    line = " ".join(install_command([] if os.geteuid() == 0 else ["sudo"], packages))
    return f"This machine lacks packages that only an administrator can install: {line}"


def require(packages: list[str], root: Path, *, unpackable: bool) -> None:
    """Install `packages` or unpack them into .syslibs; when neither works, SystemExit says the command.

    Args:
        packages: Debian package names.
        root: The project root, which holds .syslibs.
        unpackable: False for packages that only work where dpkg puts them.
    """
    if not packages:
        return
    if shutil.which("apt-get"):
        prefix = _privilege()
        if prefix is not None and _apt_install(prefix, packages):
            return
        if prefix != [] and unpackable and unpacked_packages.unpack(packages, root):
            return
    raise SystemExit(advice(packages))


def ensure_qt(root: Path, python: Path, platforms: list[str]) -> None:
    """See to it that Qt starts offscreen, has a Chinese font and can load the plugins of `platforms`."""
    if not sys.platform.startswith("linux") or _probe(root, python, platforms).returncode == 0:
        return
    require([*QT, *(WINDOWS if platforms else ())], root, unpackable=True)
    result = _probe(root, python, platforms)
    if result.returncode != 0:
        reason = (result.stderr.strip() or f"exit code {result.returncode}").splitlines()[-1]
        raise SystemExit(f"Qt does not start on this machine: {reason}")


def ensure_test_tools(root: Path) -> None:
    """Install the programs of the tests on a true X server; without the right to, those are skipped."""
    if not sys.platform.startswith("linux"):
        return
    try:
        require(missing_tools(TEST_TOOLS), root, unpackable=False)  # Xvfb's keyboard compiler must be in /usr/bin
    except SystemExit as refusal:
        print(f"The tests that need an X server will be skipped. {refusal}", flush=True)
    offered = missing_tools(INPUT_METHODS)
    if offered:
        line = " ".join(install_command([] if os.geteuid() == 0 else ["sudo"], offered))
        print(f"The tests with Chinese input methods will be skipped in part; to run them: {line}", flush=True)


def missing_tools(tools: Mapping[str, str]) -> list[str]:
    """The packages of those `tools` (program -> packages) that are not on PATH."""
    return [package for name, package in tools.items() if shutil.which(name) is None]


def _probe(root: Path, python: Path, platforms: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **unpacked_packages.environment(root), "QT_QPA_PLATFORM": "offscreen"}
    command = [str(python), str(Path(__file__).with_name("qt_probe.py")), *platforms]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def _privilege() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it may work, None where nothing does."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None


def _apt_install(prefix: list[str], packages: list[str]) -> bool:
    """Install from the package lists at hand, or from new ones; show apt's errors when both fail."""
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    install = install_command(prefix, packages)
    if _apt(install).returncode == 0:
        return True
    _apt([*prefix, "apt-get", "update"])
    result = _apt(install)
    if result.returncode == 0:
        return True
    print("\n".join(line for line in result.stdout.splitlines() if line.startswith("E:")), flush=True)
    return False


def _apt(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run one apt-get line that must not ask anything."""
    return subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
