"""More than a thousand cuts of the power while replies leave (issue 11, point 2); POWER_CUTS sets how many."""

import os
import random
import sys
from pathlib import Path

import pytest

from tests.power_loss.loop import PowerLoss, Sums, cut_a_first_start
from tests.power_loss.tape import UNREACHABLE
from weibo_operator.bootstrap import Language

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(UNREACHABLE, reason="this Python lets nobody reach into its SQLite"),
]

CUTS = int(os.environ.get("POWER_CUTS", "1000"))
EACH = 50


def test_a_thousand_cuts(tmp_path: Path, language: Language):
    sums = Sums()
    for seed in range(100, 100 + -(-CUTS // EACH)):
        PowerLoss(tmp_path / str(seed), language, seed).cut(EACH, sums)
    sys.stdout.write(f"\n{sums.words}")
    first = Sums()
    cut_a_first_start(tmp_path / "first", language, CUTS // 10, random.Random(0), first)
    sys.stdout.write(f"\nfirst start: {first.words}")
    assert sums.wrong + first.wrong == []
