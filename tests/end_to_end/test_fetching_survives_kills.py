"""Nothing missing and nothing doubled under kill -9: at every step of fetching, the next fetch makes good."""

import random
import sys
from pathlib import Path

import pytest

from tests.kill_loop.fetch_loop import FetchLoop
from weibo_operator.bootstrap import Language

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 and no fork on Windows")

KILLS = 24


def test_a_killed_fetch_misses_nothing_and_doubles_nothing(tmp_path: Path, language: Language):
    with FetchLoop(tmp_path, language) as loop:
        events = loop.events()
        edges = [("edges", random.randint(1, events.edges)) for _ in range(KILLS * 2 // 3)]
        anywhere = [("all", random.randint(1, events.all)) for _ in range(KILLS // 3)]
        deaths = edges + anywhere
        random.shuffle(deaths)
        sums = loop.run(deaths)
    assert sums.kills > KILLS * 3 // 4, "most runs are killed before they end"
    assert (sums.missing, sums.doubled, sums.beyond, sums.uncounted) == (0, 0, 0, 0)
