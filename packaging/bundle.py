"""Makes the one-folder program with PyInstaller and asks it whether it is sound."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import icu_data
from build_environment import ROOT, BuildEnvironment, say

NAME = "weibo-operator"

PYINSTALLER_VARIABLES = {"PYTHONIOENCODING": "utf-8", "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
"""Code stays as it is: the installers pack it better, and the program starts without unpacking it."""

VERSION_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('080404B0', [
      StringStruct('CompanyName', '{name}'), StringStruct('FileDescription', '微博客服台'),
      StringStruct('FileVersion', '{version}'), StringStruct('ProductName', '微博客服台'),
      StringStruct('ProductVersion', '{version}'), StringStruct('OriginalFilename', '{name}.exe')])]),
    VarFileInfo([VarStruct('Translation', [0x0804, 1200])])
  ]
)
"""


def project_version() -> str:
    """The version, whose one place is pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def version_resource(version: str) -> str:
    """What Windows shows under a program's properties."""
    numbers = tuple(int(part) for part in version.split(".")[:3])
    return VERSION_RESOURCE.format(name=NAME, version=version, numbers=(*numbers, 0))


def draw_icons(environment: BuildEnvironment, work: Path) -> Path:
    """Draw icons and pictures, and write what Windows shows about the program; returns their folder."""
    icons = work / "icons"
    say("drawing the icons")
    environment.run("draw_icons.py", str(icons))
    (icons / "version.txt").write_text(version_resource(project_version()), encoding="utf-8")
    return icons


def build_folder(environment: BuildEnvironment, work: Path, out: Path) -> Path:
    """Build into `out` and return the folder; SystemExit when PyInstaller or the self-test fails."""
    icons = draw_icons(environment, work)
    say("collecting the program (a minute or two)")
    out.mkdir(parents=True, exist_ok=True)
    log = work / "pyinstaller.log"
    command = [str(environment.python), "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--workpath", str(work / "pyinstaller"), "--distpath", str(out)]
    command.append(str(Path(__file__).with_name("weibo_operator.spec")))
    with log.open("w", encoding="utf-8") as target:
        variables = {**os.environ, "WEIBO_OPERATOR_ICONS": str(icons), **PYINSTALLER_VARIABLES}
        done = subprocess.run(command, cwd=work, env=variables, stdout=target, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise SystemExit(f"PyInstaller failed; {log} says why.")
    folder = out / NAME
    _strip(folder)
    for library in folder.rglob("libicudata.so.*"):
        if not library.is_symlink():
            icu_data.shrink(library)
    say("asking the program itself")
    report = self_test(folder)
    print(f"   {len(report['checks'])} checks, {report['where']}", flush=True)
    return folder


def _strip(folder: Path) -> None:
    """Take the symbols for debuggers out of libraries that still have them (5 MB, most of it cryptography's)."""
    if not sys.platform.startswith("linux") or shutil.which("strip") is None:
        return
    for library in sorted(folder.rglob("*.so*")):
        if library.is_file() and not library.is_symlink() and b".symtab" in library.read_bytes():
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def self_test(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The program's own report, on no screen and with an empty data folder; SystemExit with its sentences."""
    program = folder / (f"{NAME}-cli.exe" if sys.platform == "win32" else NAME)
    home = tempfile.mkdtemp(prefix="weibo-operator-self-test-")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
    try:
        done = subprocess.run(
            [str(program), "self-test", "--json"], env=variables, capture_output=True, encoding="utf-8", check=False
        )
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if done.returncode != 0:
        raise SystemExit(f"The bundle is not sound:\n{done.stdout}\n{done.stderr}")
    return json.loads(done.stdout)
