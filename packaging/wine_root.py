"""A Debian 13 with Wine in a folder, kept from one trial to the next: Windows programs run in it. Needs root."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from build_environment import say
from debian_root import DebianRoot

PACKAGES = ("wine", "wine64", "fonts-noto-cjk")
PROJECT = "/srv/project"
WORK = "/srv/work"
"""Where the project and the build's folder are seen inside."""
HOME = "/root"
CHINESE_FONT = "Noto Sans CJK SC"
FONTS_OF_WINDOWS = ("Tahoma", "SimSun", "MS Shell Dlg", "MS Shell Dlg 2", "Microsoft YaHei", "Microsoft YaHei UI")
"""Fonts that a Chinese Windows has and Wine has not; the setup program's pages ask for them by name."""


class WineRoot(DebianRoot):
    """Wine 10 of Debian 13; Debian 12's Wine 8 lacks what Qt asks for at its start."""

    def __init__(self, folder: Path) -> None:
        super().__init__("trixie", folder.with_name("trixie.base"), folder)

    def ensure(self) -> None:
        """Install Wine when it is not there yet (some minutes, 2 GB), else only enter."""
        complete = self.folder / "has-wine"
        if complete.exists():
            self.leave()
            self.enter()
            return
        say("making a Debian with Wine (some minutes, once)")
        self.make()
        self.must("apt-get", "update")
        self.must("apt-get", "install", "-y", "--no-install-recommends", *PACKAGES)
        complete.touch()

    def wine_command(self, prefix: str, *words: str, variables: tuple[str, ...] = ()) -> list[str]:
        """The command line of a Windows program; `prefix` names the Windows profile, a folder in the home inside."""
        profile = (f"HOME={HOME}", f"WINEPREFIX={HOME}/{prefix}", "WINEDEBUG=-all")
        return self.command("wine", *words, variables=(*profile, *variables))

    def wine(self, prefix: str, *words: str, variables: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end; its streams are pipes, as Python under Wine asks for."""
        command = self.wine_command(prefix, *words, variables=variables)
        return subprocess.run(command, input="", capture_output=True, encoding="utf-8", errors="replace", check=False)

    def new_profile(self, prefix: str, variables: tuple[str, ...] = ()) -> Path:
        """An empty Windows profile whose windows show Chinese, its folder seen from outside; SystemExit without one."""
        home = self.folder / HOME.lstrip("/") / prefix
        shutil.rmtree(home, ignore_errors=True)
        made = self.wine(prefix, "wineboot", "-i", variables=variables)
        if made.returncode != 0:
            raise SystemExit(f"Wine made no Windows profile ({made.returncode}):\n{made.stdout}\n{made.stderr}")
        for font in FONTS_OF_WINDOWS:
            key = r"HKCU\Software\Wine\Fonts\Replacements"
            self.wine(prefix, "reg", "add", key, "/v", font, "/d", CHINESE_FONT, "/f", variables=variables)
        return home

    def windows_path(self, place: str) -> str:
        """A place inside as Windows programs call it."""
        return "Z:" + place.replace("/", "\\")
