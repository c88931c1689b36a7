"""Words of others in files for spreadsheets: never a formula, never a link; and in no log."""

import ast
import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PROJECT
from weibo_operator.domain.channel import RowProblem
from weibo_operator.services.left_out import write_left_out
from weibo_operator.services.list_cells import FORMULA_STARTS, csv_bytes, inert, plain
from weibo_operator.services.package import PackageSheet
from weibo_operator.services.package_files import excel_file

SLY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1＋1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://evil.test")',
)
SOURCES = (PROJECT / "weibo_operator", PROJECT / "ui")


def calls() -> list[tuple[str, str]]:
    """(file, what is called) of every call in the program."""
    found: list[tuple[str, str]] = []
    for path in (each for source in SOURCES for each in source.rglob("*.py")):
        name, tree = path.relative_to(PROJECT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))
        found += [(name, ast.unparse(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return found


@pytest.mark.parametrize("cell", SLY)
def test_what_would_be_a_formula_is_none(cell: str):
    assert not inert(cell).startswith(FORMULA_STARTS)
    (_, (written,)) = csv.reader(io.StringIO(csv_bytes(["头"], [[cell]]).decode("utf-8-sig"), newline=""))
    assert not written.startswith(FORMULA_STARTS)
    assert plain(written) == cell


@given(st.text(max_size=20))
def test_any_cell_is_inert_and_comes_back(cell: str):
    assert not inert(cell).startswith(FORMULA_STARTS)
    assert inert(cell) in (cell, f"'{cell}")


@pytest.mark.parametrize("name", [cell for cell in SLY if "/" not in cell and "\r" not in cell])
def test_the_name_of_a_file_is_none_either(tmp_path: Path, name: str):
    write_left_out([RowProblem(f"/x/{name}.csv", 1, "bad_date", "=1")], tmp_path / "left.csv")
    with (tmp_path / "left.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]


def test_a_handoff_is_a_workbook_of_words(tmp_path: Path):
    rows = tuple((f"第 {number} 行", cell) for number, cell in enumerate(SLY))
    path = tmp_path / "a.xlsx"
    path.write_bytes(excel_file(PackageSheet("=1+1", rows, "=1+1", SLY)))
    (sheet,) = openpyxl.load_workbook(path).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > len(SLY)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_whoever_writes_a_table_makes_its_cells_inert():
    """A new writer of CSV has to come by here; no workbook gets a cell whose kind is guessed, or a formula."""
    writers = {file for file, called in calls() if called == "csv.writer"}
    assert writers == {
        "weibo_operator/services/evidence.py",
        "weibo_operator/services/full_export.py",
        "weibo_operator/services/left_out.py",
        "weibo_operator/services/list_cells.py",
        "weibo_operator/services/weekly_csv.py",
    }
    inside = {file for file, called in calls() if called in ("inert", "_marked")}
    assert writers <= inside
    guessed = {"write", "write_formula", "write_array_formula", "write_url", "write_row", "write_column"}
    books = [(file, called) for file, called in calls() if called.rpartition(".")[2] in guessed and "sheet" in called]
    assert books == []


def test_nothing_is_logged_but_bugs():
    """The program keeps no log of its own: what others write, and what is secret, cannot stand in one."""
    logging = {(file, called) for file, called in calls() if called.startswith(("logging.", "_LOG."))}
    assert logging == {
        ("ui/support/crash.py", "logging.getLogger"),
        ("ui/support/crash.py", "_LOG.critical"),
        ("weibo_operator/language/segment.py", "logging.getLogger"),
        ("weibo_operator/language/segment.py", "logging.getLogger('jieba').setLevel"),
    }
