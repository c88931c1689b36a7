"""Starts processes that tell of their first picture (``first_paint``)."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.first_paint import BEGAN
from tests.conftest import PROJECT

HEAVY = frozenset(
    (
        "jieba",
        "rjieba",
        "sqlite_utils",
        "keyring",
        "openpyxl",
        "xlsxwriter",
        "numpy",
        "pkg_resources",
        "httpx",
        "python_calamine",
    )
)
"""What costs more to import than the window to be painted, and must wait until it has been (goal 2)."""


@dataclass(frozen=True, slots=True)
class Start:
    """What one process told: milliseconds to the picture, megabytes, modules; the longest gap, megabytes at its end."""

    ms: float
    rss_mb: float
    modules: frozenset[str]
    gap_ms: float
    later_rss_mb: float


def start(path: Path | None = None, *, stay: float = 0.0) -> Start:
    """A bare widget, or the desk on ``path``, kept open for ``stay`` seconds after the picture."""
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", "--stay", str(stay)]
    if path is not None:
        command += ["--db", str(path)]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", BEGAN: str(time.monotonic_ns())}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed, modules are compiled once and not at each start
    done = subprocess.run(command, cwd=PROJECT, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return Start(told["ms"], told["rss_mb"], frozenset(told["modules"]), told["gap_ms"], told["later_rss_mb"])
