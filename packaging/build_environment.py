"""The virtual environment that installers are built in: pinned versions only, never the developer's .venv."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "packaging" / "constraints.txt"
ONLY_ON_WINDOWS = ("pywin32-ctypes",)
PACKERS = ("dmgbuild",) if sys.platform == "darwin" else ()
"""What packs the installer where no program of the system does."""


class BuildEnvironment:
    """`folder` holds the environment; `python` is the interpreter it is made from and the bundle will carry."""

    def __init__(self, folder: Path, python: str) -> None:
        self.folder = folder
        self._base = python

    @property
    def python(self) -> Path:
        """The environment's own interpreter."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def ensure(self) -> None:
        """Make it anew when the pins or the project's dependencies changed; SystemExit when pip fails."""
        stamp = self.folder / "made-from"
        wanted = self._stamp()
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            stamp.unlink(missing_ok=True)
            say("making the build environment")
            _run([self._base, "-m", "venv", "--clear", str(self.folder)], "Python could not make the environment")
            self._pip("hatchling", "editables", "pyinstaller", "pyinstaller-hooks-contrib", *PACKERS, ".")
            stamp.write_text(wanted, encoding="utf-8")
        say("installing the program into it")
        self._pip("--no-build-isolation", "--no-deps", "--force-reinstall", ".")

    def unpack_for_windows(self, folder: Path) -> None:
        """Put the distributions that only Windows needs into `folder`, for their licence texts."""
        self._pip("--no-deps", "--upgrade", "--target", str(folder), *ONLY_ON_WINDOWS)

    def run(self, script: str, *arguments: str) -> None:
        """Run one of the scripts of this folder; SystemExit when it fails."""
        path = str(Path(__file__).with_name(script))
        _run([str(self.python), path, *arguments], f"{script} failed")

    def _pip(self, *arguments: str) -> None:
        pip = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, "--constraint", str(PINS), *arguments], "pip failed: its last lines above say why")

    def _stamp(self) -> str:
        digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + PINS.read_bytes()).hexdigest()
        return f"{digest}\n{self._base}\n"


def say(what: str) -> None:
    """One line of progress."""
    print(f"== {what}", flush=True)


def _run(command: list[str], sentence: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SystemExit(f"{sentence}.")
