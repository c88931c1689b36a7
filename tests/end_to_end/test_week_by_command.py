"""The installed command writes the week in every format, the PDF drawn by Qt on no screen."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", ["xlsx", "pdf", "html", "csv", "txt", "json"])
def test_every_format_by_command(tmp_path: Path, kind: str):
    out = tmp_path / f"week.{kind}"
    arguments = ["week", "--format", kind, "--out", str(out), "--db", str(tmp_path / "desk.db")]
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(out) in done.stdout
    assert not done.stderr
    assert out.stat().st_size > 100


def test_what_the_readme_calls_the_same_is_the_same(tmp_path: Path):
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    the_same = re.findall(r"`python -m (\w+)` is the same", readme)
    assert the_same
    for number, module in enumerate(the_same):
        out = tmp_path / f"{number}.pdf"
        arguments = ["week", "--format", "pdf", "--out", str(out), "--db", str(tmp_path / "desk.db")]
        done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=PROJECT, capture_output=True, check=False)
        assert (done.returncode, done.stderr, out.exists()) == (0, b"", True), module
