"""The weekly page says what the exports say, opens the tickets behind its figures, and exports in the background."""

from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.weekly_fixture import (  # noqa: F401  fixtures
    Chosen,
    listed,
    settle,
    weekly_chosen,
    weekly_page,
    weekly_practised,
    weekly_settings,
)
from ui.support.context import Context
from ui.weekly.controller import WeeklyPage
from weibo_operator.domain.weekly import Unit
from weibo_operator.services.weekly_export import WeekFormat


def exported_figures(practised: Context, page: WeeklyPage) -> dict[str, str]:
    """Every figure of the JSON export, by name, written as people read it."""
    words = practised.operator.weekly.words
    figures = cast("list[dict[str, Any]]", practised.operator.weekly.as_json(page.week)["figures"])
    return {each["name"]: words.value(Unit(each["unit"]), each["value"]) for each in figures}


def test_every_figure_on_the_page_is_the_exported_one(practised: Context, page: WeeklyPage):
    exported = exported_figures(practised, page)
    shown = {line.cells[0]: line.cells[1] for line in page.view.body.figures.rows.lines}
    assert shown == exported
    assert len(shown) > 30


def test_the_tiles_show_the_exported_values(practised: Context, page: WeeklyPage):
    words, exported = practised.operator.weekly.words, exported_figures(practised, page)
    for tile in page.view.body.tiles.tiles:
        value = exported[words.name(tile.spec.keys[0])]
        assert tile.data.value == value or tile.data.value.startswith(f"{value} "), tile.spec.title


def test_the_copied_text_begins_with_the_conclusions_on_the_page(practised: Context, page: WeeklyPage):
    page.view.header.copy.click()
    lines = practised.desktop.clipboard_text().split("\n")
    assert lines[1:4] == [label.text() for label in page.view.body.sentences]
    assert page.view.body.equation.text() in lines


def test_the_workbook_holds_the_numbers_of_the_charts(page: WeeklyPage, qtbot: QtBot, tmp_path: Path):
    assert page.handle("export")
    target = tmp_path / f"微博客服周报_{page.week}.xlsx"
    qtbot.waitUntil(lambda: "已导出" in page.view.banner.accessibleName())
    cells = [[cell for cell in row if cell is not None] for row in openpyxl.load_workbook(target)["摘要"].values]
    for bar in page.view.body.bands._bars:
        assert any(row[:2] == [bar.label, bar.value] for row in cells)
    summary = page.summary
    assert summary is not None
    for day, column in zip(summary.days, page.view.body.days._columns, strict=True):
        if column.first is not None:
            row = next(row for row in cells if row and row[0] == f"{day.day.month} 月 {day.day.day} 日")
            assert row[5:7] == [column.first, column.second]


def test_an_export_that_cannot_be_written_says_why(page: WeeklyPage, qtbot: QtBot, chosen: Chosen, tmp_path: Path):
    chosen.answer = tmp_path / "nowhere"
    page.handle("export")
    qtbot.waitUntil(lambda: "没有导出" in page.view.banner.accessibleName())
    assert "写不进" in page.view.banner.accessibleName()
    assert page.view.header.export.isEnabled()


def test_turning_the_file_dialog_away_writes_nothing(page: WeeklyPage, chosen: Chosen, tmp_path: Path):
    chosen.answer = None
    page.view.header.format_action(WeekFormat.CSV).trigger()
    assert chosen.offered == [f"微博客服周报_{page.week}.csv"]
    assert page.view.banner.isHidden()
    assert not list(tmp_path.glob("微博客服周报*"))


def test_the_next_export_is_offered_in_the_same_folder(
    practised: Context, page: WeeklyPage, qtbot: QtBot, settings: QSettings, tmp_path: Path
):
    page.view.header.format_action(WeekFormat.TXT).trigger()
    qtbot.waitUntil(lambda: "已导出" in page.view.banner.accessibleName())
    text = (tmp_path / f"微博客服周报_{page.week}.txt").read_text("utf-8")
    assert text == practised.operator.weekly.text(page.week)
    assert settings.value("weekly/format") == "txt"
    places: list[Path] = []

    def note(_parent: QWidget, offered: Path) -> None:
        places.append(offered.parent)

    second = WeeklyPage(practised, choose_path=note, settings=settings)
    qtbot.addWidget(second)
    second.view.header.format_action(WeekFormat.PDF).trigger()
    assert places == [tmp_path]


def test_names_are_masked_until_asked_for(page: WeeklyPage):
    def names():
        return [line.cells[1] for line in page.view.body.unanswered.rows.lines]

    masked = names()
    assert masked
    assert all(name.endswith("＊＊") for name in masked)
    page.view.header.names.setChecked(True)
    assert not any(name.endswith("＊＊") for name in names())
    assert [name[0] for name in names()] == [name[0] for name in masked]


def test_arrows_change_the_week_and_stop_at_the_present(page: WeeklyPage, qtbot: QtBot):
    present = page.week
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.week == present.previous()
    assert page.view.header.after.isEnabled()
    qtbot.keyClick(page.view.header.copy, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.week == present
    assert not page.view.header.after.isEnabled()
    assert page.view.header.week.text().startswith("2026 年第 47 周，11 月 16 日至 22 日")


def test_a_silent_week_prints_dashes_and_says_why(page: WeeklyPage, qtbot: QtBot):
    page.show_week(page.week.previous(8))
    settle(page, qtbot)
    assert {tile.data.value for tile in page.view.body.tiles.tiles} == {"—"}
    assert not page.view.empty.isHidden()
    assert "没有任何消息" in page.view.empty.accessibleName()
    page.view.empty.acted.emit()
    settle(page, qtbot)
    assert page.view.empty.isHidden()


def test_enter_on_a_tile_lists_its_tickets_and_opens_one(practised: Context, page: WeeklyPage, qtbot: QtBot):
    tile = next(tile for tile in page.view.body.tiles.tiles if tile.spec.keys[0] == "solved")
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    table = page.view.tickets.table
    listed(page, qtbot)
    expected = [detail.id for detail in practised.operator.weekly.tickets_of(page.week, "solved")]
    assert [line.opens for line in table.rows.lines] == expected
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.ticket_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [expected[1]]
    assert page.view.tickets.isHidden()


def test_another_figure_of_the_tile_lists_its_own_tickets(practised: Context, page: WeeklyPage, qtbot: QtBot):
    page.view.body.tiles.tiles[0].click()
    page.view.tickets.figure_chosen.emit("tickets")
    listed(page, qtbot)
    expected = practised.operator.weekly.tickets_of(page.week, "tickets")
    assert len(page.view.tickets.table.rows.lines) == len(expected)
    assert page.handle("back")
    assert not page.handle("back")


def test_a_figure_row_opens_by_enter(page: WeeklyPage, qtbot: QtBot):
    table = page.view.body.figures
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not page.view.tickets.isHidden()


def test_waiting_customers_open_their_ticket(page: WeeklyPage, qtbot: QtBot):
    table = page.view.body.unanswered
    table.selectRow(0)
    with qtbot.waitSignal(page.ticket_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [table.rows.lines[0].opens]


def test_letters_on_a_list_are_left_to_the_window(page: WeeklyPage, qtbot: QtBot):
    table = page.view.body.figures
    table.selectRow(0)
    qtbot.keyClicks(table, "jx")
    assert table.currentIndex().row() == 0


def test_few_cases_are_greyed(page: WeeklyPage):
    summary = page.summary
    assert summary is not None
    lines = dict(zip((figure.key for figure in summary.figures), page.view.body.figures.rows.lines, strict=True))
    few = [figure.key for figure in summary.figures if figure.small]
    assert few
    assert all(lines[key].tone == "faint" for key in few)
    assert all(lines[figure.key].tone == "plain" for figure in summary.figures if not figure.small)


def test_the_page_reads_again_what_changed(practised: Context, page: WeeklyPage, qtbot: QtBot):
    assert page.summary is not None
    ticket = page.summary.unanswered[0].ticket_id
    before = len(page.view.body.unanswered.rows.lines)
    outcome = practised.operator.inbox.no_reply([ticket], reason="闲聊")
    practised.news.tell(outcome.changes)
    settle(page, qtbot)
    assert len(page.view.body.unanswered.rows.lines) == before - 1


@pytest.mark.parametrize(("width", "height"), [(1301, 689), (1215, 641), (1055, 600)])
@pytest.mark.parametrize("scale", ["standard", "huge"])
def test_nothing_is_wider_than_the_page(page: WeeklyPage, qtbot: QtBot, theme, width: int, height: int, scale):
    theme.set_scale(scale)
    page.resize(width, height)
    qtbot.waitUntil(lambda: page.width() == width)
    body = page.view.body
    viewport = page.view.scroller.viewport()
    assert body.minimumSizeHint().width() <= viewport.width() or scale == "huge"
    tiles = [tile.geometry() for tile in body.tiles.tiles]
    assert not any(one.intersects(other) for i, one in enumerate(tiles) for other in tiles[i + 1 :])


def test_the_page_answers_while_it_counts_and_shows_only_the_week_asked_for_last(page: WeeklyPage, qtbot: QtBot):
    shown: list[object] = []
    page._reader.read.connect(lambda summary: shown.append(summary.week))
    present = page.week
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.reading
    assert page.summary is not None
    assert page.summary.week == present
    settle(page, qtbot)
    assert shown == [present.previous(3)] * 2, "its figures, then its rising words"
    assert page.summary.week == present.previous(3)
    assert page.view.header.week.text().startswith("2026 年第 44 周")


def test_another_week_is_compared_with_by_key_and_in_the_exports(
    practised: Context, page: WeeklyPage, qtbot: QtBot, tmp_path: Path
):
    body, present = page.view.body, page.week
    qtbot.keyClick(page, Qt.Key.Key_Equal)
    table = page.view.compare.table
    assert table.rows.lines[0].opens == present.previous()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    settle(page, qtbot)
    other = present.previous(3)
    assert page.summary is not None
    assert page.summary.against == other
    assert "第 44 周" in page.view.header.compare.accessibleName()
    assert [heading.name for heading in body.figures.rows.headings][3] == "第 44 周"
    there = practised.operator.weekly.summary(present, against=other).figure("turns").previous
    assert page.summary.figure("turns").previous == there
    page.view.header.format_action(WeekFormat.TXT).trigger()
    qtbot.waitUntil(lambda: "已导出" in page.view.banner.accessibleName())
    text = (tmp_path / f"微博客服周报_{present}.txt").read_text("utf-8")
    assert "第 44 周" in text
    assert "上周" not in text
    page.show_week(present.previous())
    settle(page, qtbot)
    assert page.summary.against is None
    assert [heading.name for heading in body.figures.rows.headings][3] == "上周"


def test_the_compare_list_opens_by_mouse_and_closes_by_esc(page: WeeklyPage, qtbot: QtBot):
    qtbot.mouseClick(page.view.header.compare, Qt.MouseButton.LeftButton)
    assert not page.view.compare.isHidden()
    assert page.handle("back")
    assert page.view.compare.isHidden()


def test_a_rising_word_opens_its_tickets(practised: Context, page: WeeklyPage, qtbot: QtBot, customers):
    tickets: list[object] = []
    for number in range(6):
        message = customers.message(f"电饭锅漏电第{number}回", uid=f"77{number}", under=f"p{number}")
        tickets.append(practised.operator.intake.capture(message).value)
    page.refresh()
    settle(page, qtbot)
    table = page.view.body.topics
    place = next(place for place, line in enumerate(table.rows.lines) if line.cells[0] == "漏电")
    table.selectRow(place)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    listed(page, qtbot)
    assert {line.opens for line in page.view.tickets.table.rows.lines} >= set(tickets)
    page.view.tickets.dismiss()
    figures = page.view.body.figures
    figures.selectRow(next(i for i, line in enumerate(figures.rows.lines) if line.opens == "topic_tickets"))
    qtbot.keyClick(figures, Qt.Key.Key_Return)
    listed(page, qtbot)
    summary = page.summary
    assert summary is not None
    assert len(page.view.tickets.table.rows.lines) == summary.figure("topic_tickets").n
