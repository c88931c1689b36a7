"""The checks and tests as a list of command lines, and how such a list is run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import unpacked_packages
import virtual_environment

Step = tuple[str, list[str]]
"""A heading and the command line under it."""

TYPES = "types"
ON_ALL_CORES = ("--numprocesses", "auto", "--dist", "loadfile")
"""A file's tests stay together: what its fixtures make once is made once."""


def module_command(root: Path, module: str, *arguments: str) -> list[str]:
    """The command line that runs a module with the environment's Python."""
    return [str(virtual_environment.program(root, "python")), "-m", module, *arguments]


def of_checks(root: Path) -> list[Step]:
    """The four checks that read the source without running it."""
    return [
        ("format", module_command(root, "ruff", "format", "--check", ".")),
        ("lint", module_command(root, "ruff", "check", ".")),
        (TYPES, module_command(root, "pyright")),
        ("import contracts", [str(virtual_environment.program(root, "lint-imports"))]),
    ]


def of_tests(root: Path, arguments: list[str]) -> list[Step]:
    """The checks and then the tests; `arguments` go to pytest, but --only-tests drops the checks.

    Only the whole suite runs on all cores: of a few tests, and of figures, the times would be worth less.
    """
    for_pytest = [argument for argument in arguments if argument != "--only-tests"] or [*ON_ALL_CORES]
    tests = [("tests", module_command(root, "pytest", *for_pytest))]
    return tests if "--only-tests" in arguments else [*of_checks(root), *tests]


def call(root: Path, command: list[str], variables: Mapping[str, str] | None = None) -> int:
    """Run `command` in the project root with the libraries of .syslibs; returns its exit code."""
    environment = {**os.environ, **unpacked_packages.environment(root), **(variables or {})}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


def run_all(root: Path, steps: list[Step]) -> int:
    """Run every step even when one fails; 1 when any failed."""
    # Tests open no windows on a desktop; the X11 tests start their own server and name their platform.
    variables = {"QT_QPA_PLATFORM": "offscreen", "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    failed: list[str] = []
    for heading, command in steps:
        print(f"== {heading}", flush=True)
        if heading == TYPES and not _pyright_is_complete(root, command):
            print("pyright could not fetch its own program through npm: connect to the network and try again.")
            failed.append(heading)
        elif call(root, command, variables) != 0:
            failed.append(heading)
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _pyright_is_complete(root: Path, command: list[str]) -> bool:
    """Ask for the version, which makes a release without a bundled program fetch it from the npm registry."""
    variables = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    result = subprocess.run([*command, "--version"], cwd=root, env=variables, capture_output=True, check=False)
    return result.returncode == 0
