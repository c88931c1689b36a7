"""The power goes in the middle of replying: a sample of the long loop (tests/benchmarks/test_power_cuts.py)."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.power_loss.disk import Disk, Rest
from tests.power_loss.loop import PowerLoss, Sums, cut_a_first_start
from tests.power_loss.tape import UNREACHABLE, Did, Event
from weibo_operator.bootstrap import Language

pytestmark = pytest.mark.skipif(UNREACHABLE, reason="this Python lets nobody reach into its SQLite")


@pytest.mark.parametrize("seed", range(3))
def test_what_was_said_to_be_stored_is_there_and_nothing_is_sent_twice(tmp_path: Path, language: Language, seed: int):
    loss, sums = PowerLoss(tmp_path, language, seed), Sums()
    loss.cut(30, sums)
    assert sums.wrong == []
    assert (sums.cuts, sums.lost_writes > 5, sums.outside > 10) == (30, True, True)


def test_a_file_that_was_being_made_is_finished(tmp_path: Path, language: Language):
    sums = Sums()
    cut_a_first_start(tmp_path, language, 6, random.Random(3), sums)
    assert (sums.cuts, sums.wrong) == (6, [])


def test_the_loop_would_see_it(tmp_path: Path, language: Language):
    """A program that never asks the disk to keep its log is found out."""
    loss, sums = PowerLoss(tmp_path, language, 0), Sums()
    loss.tape.events = [
        replace(event, did=Did.NOTHING) if event.did is Did.KEPT and event.name.endswith("-wal") else event
        for event in loss.tape.events
    ]
    loss.cut(30, sums)
    found = " ".join(sums.wrong)
    assert "not the last transaction that was said to be stored" in found
    assert "is on Weibo and stands as" in found


def test_the_disk_keeps_what_it_was_asked_to_keep():
    disk, chance = Disk({"a": b"0" * 1024}), random.Random(1)
    disk.do(Event(Did.WROTE, "a", 0, b"1" * 1024))
    disk.do(Event(Did.KEPT, "a"))
    disk.do(Event(Did.WROTE, "a", 256, b"2" * 512))
    disk.do(Event(Did.MADE, "b"))
    disk.do(Event(Did.WROTE, "b", 0, b"new"))
    assert disk.after_a_cut(Rest.NONE, chance) == {"a": b"1" * 1024}
    assert disk.after_a_cut(Rest.ALL, chance) == {"a": b"1" * 256 + b"2" * 512 + b"1" * 256, "b": b"new"}
    torn = {disk.after_a_cut(Rest.SOME, chance)["a"] for _ in range(200)}
    assert b"1" * 256 + b"2" * 256 + b"1" * 512 in torn, "a write that crosses sectors is torn between them"
    assert len(torn) == 4
    disk.do(Event(Did.DELETED, "b"))
    assert {len(disk.after_a_cut(Rest.FIRST, chance)) for _ in range(50)} == {1, 2}, "a name may come back"
