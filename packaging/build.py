"""Builds what operators install: `python3 packaging/build.py` lists it. Needs Python alone and sets up the rest."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import bundle
import deb_package
import mac_image
import sizes
import try_windows
import windows_installer
import windows_on_wine
from build_environment import ROOT, BuildEnvironment, say
from wine_root import WineRoot


@dataclass(frozen=True)
class Job:
    """What a command is given: the environment, a folder for what is in between, and one for the result."""

    environment: BuildEnvironment
    work: Path
    out: Path


def folder(job: Job) -> None:
    """The program as one folder, started without being installed."""
    built = bundle.build_folder(job.environment, job.work, job.out)
    print(sizes.table(built))


def deb(job: Job) -> None:
    """The package for Debian, Ubuntu and what is made of them."""
    built = bundle.build_folder(job.environment, job.work, job.out)
    say("packing the .deb (a minute)")
    package = deb_package.build(built, job.work, job.out, bundle.project_version())
    print(sizes.table(built, package))
    sizes.refuse_large(package)


def windows(job: Job) -> None:
    """The setup program, on Windows with NSIS."""
    built = bundle.build_folder(job.environment, job.work, job.out)
    say("packing the setup program (a minute)")
    setup = windows_installer.build(built, job.work / "icons", job.work, job.out, bundle.project_version())
    print(sizes.table(built, setup))
    sizes.refuse_large(setup)


def wine(job: Job) -> None:
    """The setup program built and tried under Wine on Debian, as root: for trials, never for a release."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        raise SystemExit("This enters a Debian with Wine, which only root on Debian can.")
    root = WineRoot(job.work / "roots" / "wine")
    try:
        root.ensure()
        built, setup = windows_on_wine.build(job.environment, root, job.work, job.out)
        print(sizes.table(built, setup))
        sizes.refuse_large(setup)
        try_windows.work(root, setup, job.work / "screenshots")
    finally:
        root.leave()


def mac(job: Job) -> None:
    """The .app in a disk image, on macOS; nobody has tried it."""
    if sys.platform != "darwin":
        raise SystemExit("An .app can only be built on macOS.")
    built = bundle.build_folder(job.environment, job.work, job.out)
    say("packing the disk image")
    app = job.out / f"{mac_image.VOLUME}.app"
    image = mac_image.build(job.environment, app, job.work / "icons", job.out, bundle.project_version())
    print(sizes.table(built, image))
    sizes.refuse_large(image)


def licences(job: Job) -> None:
    """Write the list and the texts of licences in resources/licences anew, on Debian."""
    unpacked = job.work / "windows-distributions"
    job.environment.unpack_for_windows(unpacked)
    job.environment.run("licences.py", str(unpacked))


COMMANDS: Mapping[str, Callable[[Job], None]] = {
    "folder": folder,
    "deb": deb,
    "windows": windows,
    "wine": wine,
    "mac": mac,
    "licences": licences,
}


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names."""
    parser = argparse.ArgumentParser(prog="python3 packaging/build.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        each = commands.add_parser(name, help=command.__doc__, description=command.__doc__)
        each.add_argument("--python", default=sys.executable, help="the Python that the bundle will carry")
        each.add_argument("--work", type=Path, default=ROOT / "build", help="what is in between (build)")
        each.add_argument("--out", type=Path, default=ROOT / "dist", help="the result (dist)")
    options = parser.parse_args(arguments or ["--help"])
    began = time.monotonic()
    work, out = options.work.resolve(), options.out.resolve()
    work.mkdir(parents=True, exist_ok=True)
    job = Job(BuildEnvironment(work / "environment", shutil.which(options.python) or options.python), work, out)
    job.environment.ensure()
    COMMANDS[options.command](job)
    say(f"done in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
