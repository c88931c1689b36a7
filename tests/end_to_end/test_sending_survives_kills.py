"""Exactly once under kill -9: at every step of sending a reply, nothing is lost and nothing is sent twice."""

import random
import sys
from pathlib import Path

import pytest

from tests.kill_loop.send_loop import SendLoop
from weibo_operator.bootstrap import Language

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 and no fork on Windows")

KILLS = 80


def test_a_killed_program_loses_nothing_and_repeats_nothing(tmp_path: Path, language: Language):
    with SendLoop(tmp_path, language, customers=KILLS) as loop:
        events = loop.events()
        edges = [("edges", 1 + number * events.edges * 2 // KILLS) for number in range(KILLS // 2)]
        anywhere = [("all", 1 + number * events.all * 2 // KILLS) for number in range(KILLS // 2)]
        deaths = edges + anywhere
        random.shuffle(deaths)
        sums = loop.run(deaths)
    assert sums.kills > KILLS * 3 // 4, "most runs are killed before they end"
    assert (sums.lost, sums.doubled) == (0, 0)
    assert sums.states == {"sent": sums.pressed}
    assert sums.sent == sums.pressed
