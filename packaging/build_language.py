"""Builds resources/language from named sources: python3 packaging/build_language.py [--words | --trees].

Needs Debian's apt-get with source packages, pip and about ten minutes; the files are in the repository, so nobody else
needs it. The same sources give the same bytes. ``--words`` makes the word model only, ``--trees`` the domain's words
and the acceptance trees only (after new replies or pairs). What is downloaded stays in .cache/language.
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
import language_words  # noqa: E402 (found by way of the path above)

CACHE = ROOT / ".cache" / "language"


def main() -> int:
    """Build what was asked for; the exit code of the command line."""
    parser = argparse.ArgumentParser(description="Build the typo model from its sources.")
    parser.add_argument("--words", action="store_true", help="the word model only")
    parser.add_argument("--trees", action="store_true", help="the domain's words and the trees only")
    parser.add_argument("--into", type=Path, help="a copy of resources to build in, to compare with the committed one")
    options = parser.parse_args()
    resources = _target(options.into)
    sources.fetch(CACHE)
    if not options.trees:
        print("word model …", flush=True)
        language_words.build(CACHE, resources / "dictionaries", resources / "language")
    if not options.words:
        print("domain and trees …", flush=True)
        _train(resources)
    for path in sorted((resources / "language").glob("*.*")):
        print(f"{path.stat().st_size:>10,}  {path.name}")
    return 0


def _target(into: Path | None) -> Path:
    if into is None:
        return ROOT / "resources"
    shutil.copytree(ROOT / "resources", into, dirs_exist_ok=True)
    return into


def _train(resources: Path) -> None:
    home = CACHE / "tools"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *sources.TREE_TOOLS], check=True)
    script = ROOT / "packaging" / "language_training.py"
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    subprocess.run([python, script, resources, CACHE], check=True, env=variables)


if __name__ == "__main__":
    raise SystemExit(main())
