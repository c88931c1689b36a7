"""From a process's start to its first picture, beside a bare widget and an empty desk, by turns; memory and pauses."""

import sys
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.big_file import BigFile
from tests.benchmarks.measuring import note
from tests.benchmarks.starts import HEAVY, Start, start
from tests.conftest import SetClock
from weibo_operator.bootstrap import Language, build

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc"),
]

ROUNDS = 9
STAYS, STAYED_SECONDS = 3, 4.0
"""So many starts are watched so long, while word lists and permissions are read in the background."""


def test_from_start_to_picture(big: BigFile, tmp_path: Path, language: Language) -> None:
    empty = tmp_path / "empty.db"
    build(empty, clock=SetClock(big.moment), language=language).close()
    rounds = [(start(), start(empty), start(big.path)) for _ in range(ROUNDS + 1)][1:]
    bare, small, whole = ([each[place] for each in rounds] for place in range(3))
    note("start", _ratio(whole, bare), n=ROUNDS, work_ms=_middle(whole), limit_ms=_middle(bare))
    note("start-growth", _ratio(whole, small), n=ROUNDS, work_ms=_middle(whole), limit_ms=_middle(small))
    held, floor = median(each.rss_mb for each in whole), median(each.rss_mb for each in bare)
    note("memory-at-start", held / floor, n=ROUNDS, work_mb=held, limit_mb=floor)
    heavy = HEAVY & set().union(*(each.modules for each in whole))
    note("modules", len(heavy), n=ROUNDS, which=", ".join(sorted(heavy)))
    stays = [start(big.path, stay=STAYED_SECONDS) for _ in range(STAYS)]
    note("warm-up-pause", max(each.gap_ms for each in stays), n=STAYS, median_ms=median(each.gap_ms for each in stays))
    warm = median(each.later_rss_mb for each in stays)
    note("memory-warm", warm / floor, n=STAYS, work_mb=warm, limit_mb=floor)
    assert heavy == set()


def _ratio(work: list[Start], limit: list[Start]) -> float:
    return median(each.ms / bare.ms for each, bare in zip(work, limit, strict=True))


def _middle(starts: list[Start]) -> float:
    return median(each.ms for each in starts)
