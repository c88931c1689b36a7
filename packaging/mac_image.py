"""Packs the .app as a disk image, on macOS with dmgbuild; nobody has tried it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from build_environment import BuildEnvironment

SETTINGS = Path(__file__).with_name("mac") / "dmg.settings"
VOLUME = "微博客服台"


def command(python: Path, app: Path, icons: Path, image: Path) -> list[str]:
    """The command line of dmgbuild."""
    defined = ["-D", f"app={app}", "-D", f"icon={icons / 'weibo-operator.icns'}"]
    return [str(python), "-m", "dmgbuild", "-s", str(SETTINGS), *defined, VOLUME, str(image)]


def build(environment: BuildEnvironment, app: Path, icons: Path, out: Path, version: str) -> Path:
    """Pack `app` and return the image; SystemExit when dmgbuild fails."""
    image = out / f"weibo-operator-{version}.dmg"
    if subprocess.run(command(environment.python, app, icons, image), check=False).returncode != 0:
        raise SystemExit("dmgbuild failed: its lines above say why.")
    return image
