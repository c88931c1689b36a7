"""Tables of one's own: proposed, tried, remembered by their headers, and read so at the next import."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.columns import Role
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.domain.labels import State

HEADS = "登记序号,谁打来的,说了些什么,哪天"
ROWS = ("1,王女士,台灯一直闪怎么办,2026-11-18 09:12", "2,李先生,退款什么时候到,2026-11-18 09:40")


def table(folder: Path, *more: str, name: str = "登记.csv", heads: str = HEADS) -> Path:
    path = folder / name
    path.write_text("\n".join([heads, *ROWS, *more]), encoding="utf-8")
    return path


def test_a_mapping_is_remembered_by_the_headers_alone(operator: Operator, tmp_path: Path) -> None:
    first = operator.tables.open(table(tmp_path))
    assert not first.remembered
    roles = (None, Role.NICKNAME, Role.TEXT, Role.TIME)
    operator.tables.remember(first.table, replace(first.mapping, roles=roles, author="来电"))
    again = operator.tables.open(table(tmp_path, "3,周女士,发票开错了,2026-11-19 10:00", name="下周.csv"))
    assert again.remembered
    assert (again.mapping.roles, again.mapping.author) == (roles, "来电")
    other = operator.tables.open(table(tmp_path, name="别的.csv", heads="编号,谁打来的,说了些什么,哪天"))
    assert not other.remembered


def test_trying_says_what_becomes_of_each_row_and_stores_nothing(operator: Operator, tmp_path: Path) -> None:
    path = table(tmp_path, "3,,没有名字,2026-11-18 11:00")
    opened = operator.tables.open(path)
    mapping = replace(opened.mapping, roles=(None, Role.NICKNAME, Role.TEXT, Role.TIME))
    tried = operator.tables.try_rows(path, mapping)
    assert [type(each) for each in tried] == [IncomingMessage, IncomingMessage, RowProblem]
    assert operator.tables.try_rows(path, replace(mapping, roles=(None,) * 4)) == ()
    assert operator.inbox.counts()[State.NEW] == 0


def test_an_import_by_a_mapping_can_be_taken_back_whole(operator: Operator, tmp_path: Path) -> None:
    path = table(tmp_path)
    mapping = replace(operator.tables.open(path).mapping, roles=(None, Role.NICKNAME, Role.TEXT, Role.TIME))
    preview = operator.intake.preview(path, mapping=mapping)
    report = operator.intake.import_file(path, mapping=mapping).value
    assert (preview.new, report.new, report.tickets) == (2, 2, 2)
    operator.history.undo()
    assert operator.inbox.counts()[State.NEW] == 0


def test_a_preview_and_an_import_stop_when_told_so(operator: Operator, tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    rows = [f"买家{n},第{n}单没发货,2026-11-18 09:30" for n in range(1200)]
    path.write_text("\n".join(["昵称,内容,时间", *rows]), encoding="utf-8")
    assert operator.intake.preview(path, progress=lambda _done, _total: False).cancelled
    outcome = operator.intake.import_file(path, progress=lambda _done, _total: False)
    assert (outcome.value.cancelled, outcome.value.new, outcome.operation) == (True, 0, None)
    assert operator.inbox.counts()[State.NEW] == 0


def test_a_large_preview_labels_a_part_and_says_so(operator: Operator, tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    texts = ("哈哈哈哈", "第{n}单没发货，什么时候能到")
    rows = [f"买家{n},{texts[n % 2].format(n=n)},2026-11-18 09:30" for n in range(1500)]
    path.write_text("\n".join(["昵称,内容,时间", *rows]), encoding="utf-8")
    report = operator.intake.preview(path)
    assert (report.new, report.is_estimate) == (1500, True)
    assert abs(report.likely_no_reply - 750) <= 75


def test_what_is_no_table_is_refused(operator: Operator, tmp_path: Path) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(FileUnreadableError):
        operator.tables.open(path)
