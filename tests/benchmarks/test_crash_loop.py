"""Thousands of kills over everything the program writes (issue 11, point 2); CRASH_KILLS sets how many, about."""

import os
import sys
from pathlib import Path

import pytest

from tests.crash_loop.loop import CrashLoop, CrashSums
from tests.crash_loop.works import WORKS
from weibo_operator.bootstrap import Language

pytestmark = [pytest.mark.bench, pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")]

KILLS = int(os.environ.get("CRASH_KILLS", "5000"))


def test_thousands_of_kills(tmp_path: Path, language: Language):
    sums, share = CrashSums(), KILLS // len(WORKS)
    for name in WORKS:
        loop = CrashLoop(name, tmp_path / name, language)
        # Where something reaches the disk it matters most; a call in between is rarely told from its neighbour.
        loop.run(loop.chances(edges=share // 2, anywhere=share // 8, times=share - share // 2 - share // 8), sums)
        sys.stdout.write(f"\n{name}, {len(loop.states)} states between transactions: {sums.words}")
        sys.stdout.flush()
    assert sums.wrong == []
