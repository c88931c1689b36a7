"""A Windows Python in a folder, put together on Debian for Wine: no installer of it runs there.

The library comes from a wheel of the package index that carries python.org's signed python311.dll (panda3d), the
modules written in Python from this machine's own 3.11, the start program and the stable-ABI forwarder from mingw. For
trials only: a release is built with python.org's Python on Windows.

Usage: python3.11 packaging/windows_python.py FOLDER, after `build.py folder`. Needs gcc-mingw-w64-x86-64.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

from build_environment import PINS, ROOT

CARRIER = "panda3d==1.10.16"
BESIDE_THE_PROGRAM = ("python311.dll", "VCRUNTIME140.dll")
COMPILER = "x86_64-w64-mingw32-gcc"
START = """#include <windows.h>
typedef int (*Main)(int, wchar_t **);
int wmain(int count, wchar_t **words) {
    HMODULE python = LoadLibraryW(L"python311.dll");
    Main run = python ? (Main)GetProcAddress(python, "Py_Main") : 0;
    return run ? run(count, words) : 99;
}
"""
NOT_COPIED = ("lib-dynload", "test", "tests", "dist-packages", "site-packages", "__pycache__", "idlelib", "turtledemo")
FROM_LINUX = ("jieba",)
"""Pure Python, but on the index as source only."""


def make(folder: Path, work: Path, environment: Path) -> None:
    """Make it anew in `folder`; `environment` is the Linux build environment, whose pure packages are used."""
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("Run this with Python 3.11: its library goes into the Windows Python.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _library(folder, _fetched(environment, work))
    _start_program(folder, work)
    _forwarder(folder, work)
    source = Path(sys.base_prefix) / "lib" / "python3.11"
    shutil.copytree(source, folder / "Lib", ignore=shutil.ignore_patterns(*NOT_COPIED))
    _packages(folder / "Lib" / "site-packages", work, environment)


def _fetched(environment: Path, work: Path) -> Path:
    """The wheel that carries the Windows library."""
    wheels = work / "carrier"
    if not list(wheels.glob("*.whl")):
        pip = [str(environment / "bin/python"), "-m", "pip", "download", "--quiet", "--no-deps"]
        pip += [
            "--platform",
            "win_amd64",
            "--python-version",
            "3.11",
            "--only-binary=:all:",
            "-d",
            str(wheels),
            CARRIER,
        ]
        subprocess.run(pip, check=True)
    return next(wheels.glob("*.whl"))


def _library(folder: Path, wheel: Path) -> None:
    modules = folder / "DLLs"
    modules.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.namelist():
            place, _, name = entry.rpartition("/")
            if place != "deploy_libs" or name.startswith(("api-ms-", "tcl", "tk", "_tkinter", "_msi")):
                continue
            target = folder if name in BESIDE_THE_PROGRAM else modules
            if name.endswith((".dll", ".pyd")):
                (target / name).write_bytes(archive.read(entry))


def _start_program(folder: Path, work: Path) -> None:
    source = work / "python.c"
    source.write_text(START, encoding="utf-8")
    subprocess.run([COMPILER, "-municode", "-Os", "-s", "-o", str(folder / "python.exe"), str(source)], check=True)


def _forwarder(folder: Path, work: Path) -> None:
    """python3.dll: every exported name, passed on to python311.dll."""
    command = ["x86_64-w64-mingw32-objdump", "-p", str(folder / "python311.dll")]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    table = listing.split("[Ordinal/Name Pointer] Table", 1)[1]
    names = re.findall(r"^\s*\[ *\d+\](?: \+base\[ *\d+\])?\s+(?:[0-9a-f]+ )?(\w+)$", table, re.MULTILINE)
    if "PyObject_GetAttr" not in names:
        raise SystemExit("No names were found in python311.dll.")
    definition = work / "python3.def"
    lines = ["LIBRARY python3.dll", "EXPORTS", *(f"  {name}=python311.{name}" for name in names)]
    definition.write_text("\n".join(lines) + "\n", encoding="utf-8")
    link = [COMPILER, "-shared", "-nostdlib", "-Wl,--entry=0", "-o", str(folder / "python3.dll"), str(definition)]
    subprocess.run(link, check=True)


def _packages(target: Path, work: Path, environment: Path) -> None:
    """What the program needs on Windows, the program, and PyInstaller; uv asks for Windows' own conditions."""
    python = str(environment / "bin/python")
    wheels = work / "own"
    shutil.rmtree(wheels, ignore_errors=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
    own = [python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(ROOT)]
    subprocess.run(own, check=True)
    uv = [python, "-m", "uv", "pip", "install", "--quiet", "--target", str(target), "--constraint", str(PINS)]
    uv += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11", "--only-binary", ":all:"]
    needed = [name for name in _requirements() if not name.startswith(FROM_LINUX)]
    subprocess.run([*uv, *needed, "pyinstaller", "pyinstaller-hooks-contrib"], check=True)
    subprocess.run([*uv, "--no-deps", str(next(wheels.glob("*.whl")))], check=True)
    linux = next((environment / "lib").glob("python3.*")) / "site-packages"
    for name in FROM_LINUX:
        for path in [linux / name, *linux.glob(f"{name}-*.dist-info")]:
            shutil.copytree(path, target / path.name, ignore=shutil.ignore_patterns("__pycache__"))


def _requirements() -> list[str]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, default=ROOT / "build")
    options = parser.parse_args()
    make(options.folder.resolve(), options.work.resolve(), options.work.resolve() / "environment")
