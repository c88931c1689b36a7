"""The fields of departments and their people: Esc brings back what is stored, and hours are read whole."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.settings.departments import DepartmentsSection
from ui.settings.esc_line import ListLine
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.tokens import ScaleName
from ui.widgets.paint_text import text_width


@pytest.fixture
def window(context: Context, open_window: OpenWindow) -> MainWindow:
    opened = open_window(context)
    opened.show_page("settings")
    opened.pages.settings.open_section("departments")
    return opened


@pytest.fixture
def section(window: MainWindow) -> DepartmentsSection:
    found = window.pages.settings.sections["departments"]
    assert isinstance(found, DepartmentsSection)
    return found


def write(qtbot: QtBot, line: ListLine, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


@pytest.mark.parametrize("part", ["name", "hours", "target"])
def test_a_department_comes_back_by_escape(
    section: DepartmentsSection, window: MainWindow, context: Context, qtbot: QtBot, part: str
):
    before, line = context.operator.departments.every(), getattr(section.rows[1], part)
    stored = line.text()
    write(qtbot, line, "77")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (getattr(section.rows[1], part).text(), context.operator.departments.every()) == (stored, before)
    assert getattr(section.rows[1], part).hasFocus()
    assert window.pages.settings.isVisible()


def test_what_was_refused_is_given_up_with_its_refusal(section: DepartmentsSection, qtbot: QtBot):
    line = section.rows[0].hours
    stored = line.text()
    write(qtbot, line, "25:99")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not section.refusal.isHidden()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert section.refusal.isHidden()
    assert section.rows[0].hours.text() == stored


def test_a_new_person_is_given_up_too(section: DepartmentsSection, context: Context, qtbot: QtBot):
    before, people = context.operator.departments.every(), len(section.rows[0].people)
    section.rows[0].add_contact()
    line = section.rows[0].people[-1].name
    qtbot.keyClicks(line, "Zhou")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (len(section.rows[0].people), context.operator.departments.every()) == (people, before)


def test_what_is_stored_is_not_given_up(section: DepartmentsSection, context: Context, qtbot: QtBot):
    line = section.rows[0].hours
    given_up: list[bool] = []
    line.given_up.connect(lambda: given_up.append(True))
    write(qtbot, line, "10:00-18:00")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not given_up, "the key belongs to the window again"
    assert section.rows[0].hours.text() == "10:00-18:00"
    assert context.operator.departments.every()[0].hours.opens == 600


@pytest.mark.parametrize("scale", ["standard", "huge"])
def test_hours_are_read_whole(section: DepartmentsSection, window: MainWindow, context: Context, scale: ScaleName):
    context.theme.set_scale(scale)
    window.resize(1120, 600)
    window.grab()
    hours = section.rows[0].hours
    assert text_width(hours.font(), hours.text()) < hours.width()
    context.theme.set_scale("standard")
