"""Builds triage.bin from the lessons in resources/language/triage: python3 packaging/build_triage.py [--judge].

Needs Debian's apt-get with source packages and pip, and two minutes; the file is in the repository, so nobody else
needs it. The same lessons give the same bytes. What is downloaded stays in .cache/language.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import language_sources as sources  # noqa: E402 (found by way of the path above)

CACHE = ROOT / ".cache" / "language"
TOOLS = ("numpy==2.2.6", "scipy==1.15.3", "scikit-learn==1.7.2")
"""What learns; nothing of it is needed to use what was learned."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""One thread each: sums in another order would give other last digits."""


def main() -> int:
    """Build the file; the exit code of the command line."""
    parser = argparse.ArgumentParser(description="Build the learner of triage from its lessons.")
    parser.add_argument("--into", type=Path, help="a copy of resources to build in, to compare with the committed one")
    parser.add_argument("--judge", action="store_true", help="build nothing; print what cross-validation finds")
    options = parser.parse_args()
    resources = ROOT / "resources"
    if options.into is not None:
        shutil.copytree(resources, options.into, dirs_exist_ok=True)
        resources = options.into
    sources.fetch(CACHE)
    python = _tools()
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"} | dict.fromkeys(_THREADS, "1")
    script = ROOT / "packaging" / "triage_training.py"
    task = ["judge"] if options.judge else []
    return subprocess.run([python, script, resources, CACHE, *task], check=False, env=variables).returncode


def _tools() -> Path:
    """The Python that has what learning needs, made where it is missing."""
    home = CACHE / "tools"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *TOOLS], check=True)
    return python


if __name__ == "__main__":
    raise SystemExit(main())
