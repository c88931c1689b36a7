"""Packs the one-folder program as a Windows setup program with NSIS, on Windows or on Linux."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).with_name("windows") / "installer.nsi"
PLACES = (r"C:\Program Files (x86)\NSIS\makensis.exe", r"C:\Program Files\NSIS\makensis.exe")


def makensis() -> str:
    """NSIS's compiler; SystemExit says where to get it."""
    found = shutil.which("makensis") or next((place for place in PLACES if Path(place).exists()), None)
    if found is None:
        raise SystemExit("makensis is missing: install NSIS 3 (winget install NSIS.NSIS, or apt install nsis).")
    return found


def command(payload: Path, icons: Path, setup: Path, version: str) -> list[str]:
    """The compiler's command line; a warning is a failure."""
    facts = {"VERSION": version, "PAYLOAD": payload, "OUT": setup}
    pictures = {"ICON": "weibo-operator.ico", "SIDE": "side.bmp", "CORNER": "corner.bmp"}
    facts |= {name: icons / picture for name, picture in pictures.items()}
    defined = [f"-D{name}={value}" for name, value in facts.items()]
    return [makensis(), "-WX", "-V2", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)]


def build(payload: Path, icons: Path, work: Path, out: Path, version: str) -> Path:
    """Pack `payload` and return the setup program; SystemExit when NSIS fails."""
    setup = out / f"weibo-operator-{version}-setup.exe"
    done = subprocess.run(command(payload, icons, setup, version), cwd=work, check=False)
    if done.returncode != 0:
        raise SystemExit("makensis failed: its lines above say why.")
    return setup
