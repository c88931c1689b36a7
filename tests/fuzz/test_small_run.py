"""A small run of every target: the long ones are ``python -m tests.fuzz``."""

from pathlib import Path

import pytest

from tests.fuzz.shrink import smallest
from tests.fuzz.table import TARGETS
from tests.fuzz.targets.base import Place
from tests.fuzz.worker import Session
from weibo_operator.bootstrap import Language, resources_dir

INPUTS = {
    "times": 500,
    "variables": 600,
    "platform": 600,
    "settings": 300,
    "tables": 250,
    "json": 250,
    "insiders": 80,
    "databases": 100,
    "workbooks": 80,
    "paste": 120,
    "answers": 80,
    "orders": 60,
    "cards": 40,
    "search": 30,
    "fields": 40,
    "templates": 12,
    "check": 8,
    "restore": 6,
}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_what_the_desk_knows_comes_of_bad_input(name: str, tmp_path: Path, language: Language):
    found: list[dict[str, object]] = []
    place = tmp_path / "place"
    place.mkdir()
    session = Session(name, 20261123, tmp_path, Place(place, resources_dir(), language), found.append)
    tried: list[int] = []
    session.run(0, INPUTS[name], tried.append)
    assert len(tried) == INPUTS[name]
    assert found == []


def test_a_fault_is_noticed_and_its_input_made_small(tmp_path: Path, language: Language, monkeypatch):
    found: list[dict[str, object]] = []
    session = Session("insiders", 1, tmp_path, Place(tmp_path, resources_dir(), language), found.append)

    def breaks(data: str) -> None:
        if "9" in data:
            raise KeyError(data)

    monkeypatch.setattr(session.target, "check", breaks)
    session.run(0, 40, lambda _: None)
    assert found
    assert found[0]["small"] == "'9'"
    assert (tmp_path / f"insiders-1-{found[0]['number']}.small.txt").read_text(encoding="utf-8") == "9"


def test_the_smallest_form_keeps_what_makes_it_fail():
    assert smallest(b"abcXdefghYij", lambda data: b"X" in data and b"Y" in data) == b"XY"
    assert smallest("一二三四五", lambda data: "三" in data) == "三"
