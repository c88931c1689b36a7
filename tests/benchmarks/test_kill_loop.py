"""Exactly once, at length: more than two thousand kills over every step of sending (issue 6, point 1)."""

import sys
from pathlib import Path

import pytest

from tests.kill_loop.loop import KillLoop
from weibo_operator.bootstrap import Language

pytestmark = [pytest.mark.bench, pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")]

ANYWHERE = 1000
ROUNDS = 5


def test_two_thousand_kills(tmp_path: Path, language: Language):
    with KillLoop(tmp_path, language, customers=2500) as loop:
        events = loop.events()
        deaths = [("edges", at) for _ in range(ROUNDS) for at in range(1, events.edges + 1)]
        deaths += [("all", 1 + number * events.all // ANYWHERE) for number in range(ANYWHERE)]
        sums = loop.run(deaths)
    sys.stdout.write(
        f"\n{sums.kills} kills over {events.edges} edges of file and network and {events.all} calls; "
        f"{sums.pressed} replies: lost {sums.lost}, doubled {sums.doubled}. At the next start of unknown outcome: "
        f"{sums.unknown_there} that stood on Weibo (found there), {sums.unknown_absent} that did not (asked about)\n"
    )
    assert (sums.lost, sums.doubled) == (0, 0)
    assert sums.sent == sums.pressed
