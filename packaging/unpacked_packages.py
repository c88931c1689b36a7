"""Debian packages for a user without administrator rights: unpacked into .syslibs, found by variables."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

USELESS_PREFIXES = ("libllvm", "libz3", "libgl1-mesa-dri", "mesa-")
"""Graphics drivers of several hundred megabytes that a program drawn in software never loads."""

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>{folder}/usr/share/fonts</dir>
  <cachedir>{folder}/fontconfig-cache</cachedir>
</fontconfig>
"""


def folder_of(root: Path) -> Path:
    """Where the packages of this project are unpacked."""
    return root / ".syslibs"


def environment(root: Path) -> dict[str, str]:
    """The variables that let a child process find what is unpacked; none before all of it is."""
    folder = folder_of(root)
    fonts_conf = folder / "fonts.conf"
    if not fonts_conf.exists():  # written last: without it the unpacking broke off
        return {}
    libraries = [str(path) for pattern in ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*") for path in folder.glob(pattern)]
    inherited = [path for path in [os.environ.get("LD_LIBRARY_PATH")] if path]
    variables = {
        "LD_LIBRARY_PATH": os.pathsep.join([*libraries, *inherited]),
        "FONTCONFIG_FILE": str(fonts_conf),
    }
    if not Path("/usr/share/X11/xkb").exists():
        variables["XKB_CONFIG_ROOT"] = str(folder / "usr/share/X11/xkb")
    return variables


def apt_options(folder: Path) -> list[str]:
    """The options that keep apt's lists and downloads in `folder`, where no special right is needed."""
    return [
        "-o",
        f"Dir::State::lists={folder}/apt/lists",
        "-o",
        f"Dir::Cache={folder}/apt/cache",
        "-o",
        "Dir::State::status=/var/lib/dpkg/status",
        "-o",
        "Debug::NoLocking=true",
    ]


def packages_to_fetch(simulation: str) -> list[str]:
    """The package names in the output of `apt-get --simulate install`, less the useless ones."""
    names = [line.split()[1] for line in simulation.splitlines() if line.startswith("Inst ")]
    return [name for name in names if not name.startswith(USELESS_PREFIXES)]


def unpack(packages: list[str], root: Path) -> bool:
    """Fetch `packages` and all they need, and unpack them into .syslibs; False when apt or dpkg fails."""
    print(f"Unpacking system packages into .syslibs: {' '.join(packages)}", flush=True)
    folder = folder_of(root)
    archives = folder / "apt" / "archives"
    for needed in (archives, folder / "apt/lists/partial", folder / "apt/cache/archives/partial"):
        needed.mkdir(parents=True, exist_ok=True)
    options = apt_options(folder)
    if _output(["apt-get", *options, "update"], folder) is None:
        return False
    install = ["apt-get", *options, "--simulate", "--no-install-recommends", "install", *packages]
    simulation = _output(install, folder)
    if simulation is None:
        return False
    if _output(["apt-get", *options, "download", *packages_to_fetch(simulation)], archives) is None:
        return False
    for archive in sorted(archives.glob("*.deb")):
        if _output(["dpkg-deb", "-x", str(archive), str(folder)], folder) is None:
            return False
        archive.unlink()
    (folder / "fonts.conf").write_text(FONTS_CONF.format(folder=folder), encoding="utf-8")
    return True


def _output(command: list[str], folder: Path) -> str | None:
    """What `command` prints when run in `folder`, or None when it fails."""
    result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return result.stdout if result.returncode == 0 else None
