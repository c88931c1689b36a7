"""The rows an import left out, as a file for spreadsheets."""

import csv
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.channel import RowProblem
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.left_out import HEADS, next_step, write_left_out
from weibo_operator.services.sentences import PROBLEMS


def test_every_reason_has_a_next_step() -> None:
    unknown = next_step("no such code")
    assert unknown
    assert all(next_step(code) != unknown for code in PROBLEMS)


def test_the_file_names_file_line_reason_and_step(tmp_path: Path) -> None:
    target = tmp_path / "没有导入.csv"
    write_left_out([RowProblem("/x/=a.csv", 7, "bad_date", "晚饭后")], target)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows == [list(HEADS), ["'=a.csv", "7", "时间认不出来，跳过（晚饭后）", next_step("bad_date")]]


@given(detail=st.text(max_size=40), name=st.text(string.printable.replace("/", ""), min_size=1, max_size=12))
def test_any_cell_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, detail: str, name: str) -> None:
    target = tmp_path_factory.mktemp("x") / "a.csv"
    write_left_out([RowProblem(name, 1, "bad_date", detail)] * 3, target)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.reader(stream))) == 4


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError):
        write_left_out([], tmp_path / "no" / "a.csv")
