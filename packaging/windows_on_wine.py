"""Builds the Windows program and its setup program under Wine, to try them on Debian; never for a release."""

from __future__ import annotations

import json
from pathlib import Path

import bundle
import windows_installer
from build_environment import ROOT, BuildEnvironment, say
from wine_root import PROJECT, WORK, WineRoot

PROFILE = "build"


def build(environment: BuildEnvironment, root: WineRoot, work: Path, out: Path) -> tuple[Path, Path]:
    """The one-folder program and the setup program; SystemExit when a step fails."""
    say("putting a Windows Python together")
    environment.run("windows_python.py", str(work / "windows"), "--work", str(work))
    icons = bundle.draw_icons(environment, work)
    root.bind(ROOT, PROJECT)
    root.bind(work, WORK)
    say("collecting the Windows program under Wine (some minutes)")
    root.new_profile(PROFILE)
    folder = collected(root, work)
    say("asking the program itself")
    print(f"   {checks(root, folder)} checks", flush=True)
    say("packing the setup program (a minute)")
    out.mkdir(parents=True, exist_ok=True)
    return folder, windows_installer.build(folder, icons, work, out, bundle.project_version())


def collected(root: WineRoot, work: Path) -> Path:
    """Run PyInstaller with the Windows Python and return its folder."""
    words = ["--noconfirm", "--clean"]
    words += ["--workpath", root.windows_path(f"{WORK}/pyinstaller-windows")]
    words += ["--distpath", root.windows_path(f"{WORK}/dist-windows")]
    words.append(root.windows_path(f"{PROJECT}/packaging/weibo_operator.spec"))
    named = {"WEIBO_OPERATOR_ICONS": root.windows_path(f"{WORK}/icons"), **bundle.PYINSTALLER_VARIABLES}
    variables = tuple(f"{name}={value}" for name, value in named.items())
    done = root.wine(PROFILE, f"{WORK}/windows/python.exe", "-m", "PyInstaller", *words, variables=variables)
    log = work / "pyinstaller-windows.log"
    log.write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"PyInstaller failed under Wine; {log} says why.")
    return work / "dist-windows" / bundle.NAME


def checks(root: WineRoot, folder: Path) -> int:
    """How many checks the program makes of itself; SystemExit when one of them fails."""
    program = f"{WORK}/dist-windows/{folder.name}/{bundle.NAME}-cli.exe"
    done = root.wine(PROFILE, program, "self-test", "--json", variables=("QT_QPA_PLATFORM=offscreen",))
    if done.returncode != 0:
        raise SystemExit(f"The bundle is not sound:\n{done.stdout}\n{done.stderr}")
    return len(json.loads(done.stdout)["checks"])
