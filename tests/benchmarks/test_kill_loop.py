"""Exactly once, at length: thousands of kills over every step of sending and of fetching (issue 6, points 1 and 2)."""

import sys
from pathlib import Path

import pytest

from tests.kill_loop.fetch_loop import FetchLoop, FetchSums
from tests.kill_loop.send_loop import SendLoop
from weibo_operator.bootstrap import Language

pytestmark = [pytest.mark.bench, pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")]

ANYWHERE = 1000
ROUNDS = 5
FETCH_EDGES, FETCH_ANYWHERE = 600, 100
FILES = 5
"""So many files share the kills of fetching: a day's calls end at ten thousand."""


def test_two_thousand_kills(tmp_path: Path, language: Language):
    with SendLoop(tmp_path, language, customers=2500) as loop:
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


def test_seven_hundred_kills_of_a_fetch(tmp_path: Path, language: Language):
    sums = FetchSums()
    for part in range(FILES):
        folder = tmp_path / str(part)
        folder.mkdir()
        with FetchLoop(folder, language) as loop:
            events = loop.events()
            deaths = [("edges", 1 + number * events.edges // FETCH_EDGES) for number in range(FETCH_EDGES)]
            deaths += [("all", 1 + number * events.all // FETCH_ANYWHERE) for number in range(FETCH_ANYWHERE)]
            sums += loop.run(deaths[part::FILES])
        sys.stdout.write(f"\n{sums} of {events}")
        sys.stdout.flush()
    assert (sums.missing, sums.doubled, sums.beyond, sums.uncounted) == (0, 0, 0, 0)
