"""导出全部数据 in the settings: asks where, says how far it is, can be stopped, and says where it lies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.settings.full_export import FOLDER, WHAT, FullExportRow
from ui.support.context import Context
from weibo_operator.domain.settings import PRACTICE


class Asked:
    """Stands where the folder dialog would; ``answer`` None turns it away."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer
        self.offered: list[Path] = []

    def __call__(self, _parent: QWidget, offered: Path) -> Path | None:
        self.offered.append(offered)
        return self.answer


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def asked(place: Path) -> Asked:
    return Asked(place)


@pytest.fixture
def remembered(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "remembered.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def row(context: Context, asked: Asked, remembered: QSettings) -> Iterator[FullExportRow]:
    row = FullExportRow(context, asked, remembered)
    row.show()
    yield row
    row.close()
    row.deleteLater()
    QCoreApplication.sendPostedEvents(row, QEvent.Type.DeferredDelete)


def made_in(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_it_writes_a_folder_named_by_the_minute(
    row: FullExportRow, context: Context, customers: Customers, place: Path, qtbot: QtBot
):
    context.operator.intake.capture(customers.message("在吗"))
    with qtbot.waitSignal(context.news.notice) as told:
        row.button.click()
        assert row.running
        assert row.button.text() == "停下"
    assert made_in(place) == ["微博客服台_全部数据_2026-11-19_141000"]
    assert told.args == ["全部数据导出好了：微博客服台_全部数据_2026-11-19_141000"]
    assert "在吗" in (place / made_in(place)[0] / "json" / "message.json").read_text(encoding="utf-8")
    assert str(place) in row.hint
    assert not row.running
    assert row.button.text() == "导出…"
    assert not row.open.isHidden()


def test_practice_data_is_named_so(row: FullExportRow, context: Context, place: Path, qtbot: QtBot):
    context.operator.shop.change(PRACTICE, True)
    with qtbot.waitSignal(context.news.notice):
        row.begin()
    assert made_in(place) == ["微博客服台_练习数据_2026-11-19_141000"]


def test_the_folder_is_offered_again(
    row: FullExportRow, asked: Asked, remembered: QSettings, context: Context, place: Path, qtbot: QtBot
):
    with qtbot.waitSignal(context.news.notice):
        row.begin()
    later = FullExportRow(context, asked, remembered)
    asked.answer = None
    later.begin()
    assert asked.offered[-1] == place
    assert str(remembered.value(FOLDER)) == str(place)
    assert not later.running
    later.deleteLater()


def test_stopped_it_leaves_nothing(row: FullExportRow, context: Context, place: Path, qtbot: QtBot):
    with qtbot.waitSignal(context.news.notice) as told:
        row.button.click()
        row.button.click()
    assert told.args == ["停下了，什么也没有导出"]
    assert made_in(place) == []
    assert row.hint == WHAT
    assert row.open.isHidden()


def test_turned_away_nothing_happens(row: FullExportRow, asked: Asked, place: Path):
    asked.answer = None
    row.button.click()
    assert not row.running
    assert made_in(place) == []


def test_a_second_one_in_the_same_second_is_refused(row: FullExportRow, context: Context, place: Path, qtbot: QtBot):
    with qtbot.waitSignal(context.news.notice):
        row.begin()
    row.begin()
    qtbot.waitUntil(lambda: bool(row.refusal))
    assert "没有导出" in row.refusal
    assert len(made_in(place)) == 1
    assert row.hint == WHAT


def test_it_says_what_went_wrong(row: FullExportRow, asked: Asked, place: Path, qtbot: QtBot):
    (place / "file").write_text("")
    asked.answer = place / "file"
    row.begin()
    qtbot.waitUntil(lambda: bool(row.refusal))
    assert not row.running
    assert made_in(place) == ["file"]
