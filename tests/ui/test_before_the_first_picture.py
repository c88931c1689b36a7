"""What a start may not import before the window is painted (a gate of the figures; times are benchmarks)."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.starts import HEAVY, start

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")


def test_nothing_heavy_is_imported_before_the_first_picture(new_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(new_file.read_bytes())
    started = start(path)
    assert "ui" in started.modules
    assert "sqlite3" in started.modules
    assert started.modules & HEAVY == set()
