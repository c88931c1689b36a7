"""Everything as CSV and JSON: nothing missing, nothing changed, nothing left when it is stopped."""

import csv
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.conftest import Customers, OpenDesk
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.errors import DatabaseUnavailableError, InvalidInputError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.full_export import CSV, JSON
from weibo_operator.services.full_export_words import MEANINGS
from weibo_operator.services.list_cells import FORMULA_STARTS
from weibo_operator.services.stages import StoppedError
from weibo_operator.storage import everything


@pytest.fixture
def practice(practice_file: Path, tmp_path: Path, language: Language) -> Iterator[Operator]:
    """A desk with a fortnight's work in it."""
    operator = build(Path(shutil.copy(practice_file, tmp_path / "practice.db")), language=language)
    yield operator
    operator.close()


def table(folder: Path, name: str) -> list[dict[str, object]]:
    """A table as another program reads it."""
    return json.loads((folder / JSON / f"{name}.json").read_text(encoding="utf-8"))


def sheet(path: Path) -> list[list[str]]:
    """A list as a spreadsheet reads it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_table_is_there_with_every_row(practice: Operator, tmp_path: Path):
    done = practice.full_export.write(tmp_path / "out")
    file = Database(practice.desk.connection)
    full_text = {name for name in file.table_names() if "USING fts5" in file.table(name).schema}
    own = [name for name in file.table_names() if not name.startswith(("_", "sqlite", *full_text))]
    counts = {name: file.table(name).count for name in own}
    assert {path.stem for path in (done.folder / CSV).iterdir()} == set(counts)
    assert {path.stem for path in (done.folder / JSON).iterdir()} == set(counts)
    assert done.tables == len(counts)
    for name, count in counts.items():
        assert len(table(done.folder, name)) == count
        assert len(sheet(done.folder / CSV / f"{name}.csv")) == count + 1
    assert done.rows == sum(counts.values()) > 1000


def test_a_table_of_somebody_else_stays_where_it_is(operator: Operator, tmp_path: Path):
    operator.desk.connection.execute('CREATE TABLE "../mine" (at INTEGER)')
    done = operator.full_export.write(tmp_path / "out")
    assert done.tables == len(MEANINGS)
    assert sorted(path.name for path in done.folder.iterdir()) == ["csv", "json", "全部对话.csv", "说明.txt"]


def test_values_are_those_of_the_file(practice: Operator, tmp_path: Path):
    done = practice.full_export.write(tmp_path / "out")
    cursor = practice.desk.connection.execute("SELECT * FROM message")
    columns = [column[0] for column in cursor.description]
    for stored, written in zip(cursor.fetchall(), table(done.folder, "message"), strict=True):
        for column, value in zip(columns, stored, strict=True):
            if not everything.is_time("message", column):
                assert written[column] == value


def test_times_are_written_with_their_offset(operator: Operator, customers: Customers, tmp_path: Path):
    operator.intake.capture(customers.message("在吗"))
    (message,) = table(operator.full_export.write(tmp_path / "out").folder, "message")
    assert message["posted_at"] == "2026-11-19T14:10:00.000+08:00"


def test_every_column_named_as_a_time_is_one(practice: Operator):
    """Of the practice data, whose days are all of this century; a number that is no time would be written as 1970."""
    seen = 0
    for found in everything.tables(practice.desk.connection, MEANINGS):
        times = [at for at, column in enumerate(found.columns) if everything.is_time(found.name, column)]
        for row in found.rows:
            for at in times:
                value = row[at]
                assert value is None or (isinstance(value, int) and 10**12 < value < 4 * 10**12), found.columns[at]
                seen += value is not None
    assert seen > 1000


def test_every_table_has_a_meaning(operator: Operator, tmp_path: Path):
    done = operator.full_export.write(tmp_path / "out")
    assert {path.stem for path in (done.folder / CSV).iterdir()} == set(MEANINGS)
    page = (done.folder / "说明.txt").read_text(encoding="utf-8-sig")
    for name, meaning in MEANINGS.items():
        assert f"\n{name}：{meaning}，" in page


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1-1", "@SUM(1)", "\t=1", "＝1", '=HYPERLINK("http://a")'])
def test_no_cell_is_a_formula(operator: Operator, customers: Customers, tmp_path: Path, text: str):
    operator.intake.capture(customers.message(text, nickname="=cmd|'/c calc'!A0"))
    done = operator.full_export.write(tmp_path / "out")
    for path in done.folder.rglob("*.csv"):
        cells = [cell for row in sheet(path) for cell in row if not re.fullmatch(r"-\d+", cell)]
        assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
    assert table(done.folder, "message")[0]["text"] == text


def test_the_conversations_read_as_they_went(operator: Operator, customers: Customers, tmp_path: Path):
    ticket = operator.intake.capture(customers.message("三天了，还没发货", nickname="阿梅", uid="77")).value
    intent = operator.replies.copy(
        ticket, audience=Audience.PUBLIC, text="今天就发，您放心。", after=AfterSend(State.IN_PROGRESS)
    )
    operator.replies.confirm(intent.id)
    done = operator.full_export.write(tmp_path / "out")
    headers, asked, answered = sheet(done.folder / "全部对话.csv")
    assert dict(zip(headers, asked, strict=True)) == {
        "时间": "2026-11-19 14:10:00",
        "客户": "阿梅",
        "微博 UID": "77",
        "谁说的": "客户",
        "谁能看到": "公开",
        "来源": "评论",
        "内容": "三天了，还没发货",
        "链接": "https://weibo.com/77/p1",
        "工单": f"#{ticket}",
        "状态": "处理中",
        "级别": "P2",
        "类型": "投诉",
        "部门": "物流部",
    }
    assert answered[3] == "我们"
    assert answered[6] == "今天就发，您放心。"


def test_it_is_of_one_moment(operator: Operator, open_desk: OpenDesk, customers: Customers, tmp_path: Path):
    for number in range(3):
        operator.intake.capture(customers.message("在吗", uid=str(number)))
    other = open_desk()
    late = customers.message("刚来的", uid="late")

    def write_meanwhile(done: int, _total: int) -> bool:
        if done == 0:
            other.intake.capture(late)
        return True

    done = operator.full_export.write(tmp_path / "out", watch=write_meanwhile)
    assert len(table(done.folder, "customer")) == len(table(done.folder, "message")) == 3
    assert tuple(operator.desk.connection.execute("SELECT count(*) FROM message").fetchone()) == (4,)


@pytest.mark.parametrize("stopped_at", [0, 250, 1000, None])
def test_stopped_it_leaves_nothing(practice: Operator, tmp_path: Path, stopped_at: int | None):
    """``None`` stops with the very last row."""
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        told.append((done, total))
        return done != (total if stopped_at is None else stopped_at)

    place = tmp_path / "place"
    place.mkdir()
    with pytest.raises(StoppedError):
        practice.full_export.write(place / "out", watch=watch)
    assert list(place.iterdir()) == []
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert not practice.desk.connection.in_transaction


def test_an_empty_folder_is_filled(operator: Operator, tmp_path: Path):
    (tmp_path / "out").mkdir()
    assert operator.full_export.write(tmp_path / "out").folder == tmp_path / "out"
    assert (tmp_path / "out" / "说明.txt").is_file()


def test_the_folder_one_stands_in_is_filled(operator: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    assert operator.full_export.write(Path()).folder == tmp_path / "out"
    assert (tmp_path / "out" / "说明.txt").is_file()


def test_nothing_is_written_over(operator: Operator, tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for taken in (tmp_path / "out", tmp_path / "file"):
        with pytest.raises(InvalidInputError) as refused:
            operator.full_export.write(taken)
        assert refused.value.data["reason"] == "not_empty"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_place_that_is_no_folder_is_refused(operator: Operator, tmp_path: Path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DatabaseUnavailableError):
        operator.full_export.write(tmp_path / "file" / "out")
    assert not operator.desk.connection.in_transaction


def test_it_is_for_its_owner_only(operator: Operator, tmp_path: Path):
    done = operator.full_export.write(tmp_path / "out")
    if os.name == "posix":
        assert done.folder.stat().st_mode & 0o077 == 0
