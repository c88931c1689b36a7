"""The virtual environment in .venv: where its programs are, whether it is current, how to make it."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages


def bin_folder(root: Path, platform: str = sys.platform) -> Path:
    """The folder of the environment's programs; `platform` is a value of sys.platform."""
    return root / ".venv" / ("Scripts" if platform == "win32" else "bin")


def program(root: Path, name: str, platform: str = sys.platform) -> Path:
    """The path of one of the environment's programs, such as "python"."""
    return bin_folder(root, platform) / (f"{name}.exe" if platform == "win32" else name)


def wanted_stamp(root: Path) -> str:
    """What decides whether the environment fits: pyproject.toml, the Python that made it, and its folder."""
    digest = hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest()
    version = ".".join(str(part) for part in sys.version_info[:2])
    return f"{digest}\n{version}\n{root}\n"


def stamp_file(root: Path) -> Path:
    """The file that holds the stamp of the last complete installation."""
    return root / ".venv" / "installed"


def is_current(root: Path) -> bool:
    """True when the last installation was complete and made from today's pyproject.toml."""
    stamp = stamp_file(root)
    return (
        program(root, "python").exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted_stamp(root)
    )


def ensure(root: Path) -> None:
    """Make or renew .venv with the project and its development tools; SystemExit says why it cannot."""
    if is_current(root):
        return
    python = program(root, "python")
    if not _has_pip(python):
        _create(root)
    print("Installing the project and its tools into .venv ...", flush=True)
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "-e", ".[dev]"]
    if subprocess.run(command, cwd=root, check=False).returncode != 0:
        raise SystemExit("pip could not install the project: its last lines above say why.")
    stamp_file(root).write_text(wanted_stamp(root), encoding="utf-8")


def _has_pip(python: Path) -> bool:
    """False for no environment, half of one, and one whose Python was upgraded to another minor version."""
    if not python.exists():
        return False
    same_version = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return subprocess.run([str(python), "-c", same_version], capture_output=True, check=False).returncode == 0


def _create(root: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian and Ubuntu ship it apart from python3
        system_packages.require([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], root, unpackable=False)
    folder = root / ".venv"
    if folder.exists():
        shutil.rmtree(folder)
    print("Creating .venv ...", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False).returncode != 0:
        raise SystemExit("Python could not make the folder .venv: its message above says why.")
