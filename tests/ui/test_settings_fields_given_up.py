"""Esc in a field of the settings gives up what was typed there, in the window too, where Esc goes back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.settings.about import AboutSection
from ui.settings.fields import FieldsSection, NumberField, TextField
from ui.settings.specs import SECTIONS
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.settings import SHOP_NAME, TARGET_MINUTES, VERSION_ADDRESS, Setting

UNSAFE = "http://shop.example"


@pytest.fixture
def window(context: Context, open_window: OpenWindow) -> MainWindow:
    opened = open_window(context)
    opened.show_page("settings")
    return opened


def field(window: MainWindow, setting: Setting[int] | Setting[str]) -> NumberField | TextField:
    """The field of a setting, in sight."""
    page = window.pages.settings
    for spec in SECTIONS:
        for place, each in enumerate(spec.fields):
            if each.setting is setting:
                page.open_section(spec.key)
                section = page.sections[spec.key]
                assert isinstance(section, (FieldsSection, AboutSection))
                found = section.fields[place]
                assert isinstance(found, (NumberField, TextField))
                return found
    raise KeyError(setting.key)


def write(qtbot: QtBot, row: NumberField | TextField, text: str) -> None:
    """Write something else into a field."""
    row.line.setFocus()
    row.line.selectAll()
    qtbot.keyClicks(row.line, text)


def test_a_number_comes_back_by_escape(window: MainWindow, context: Context, qtbot: QtBot):
    row = field(window, TARGET_MINUTES)
    for typed, stored in (("99", False), ("0", True)):
        write(qtbot, row, typed)
        if stored:
            qtbot.keyClick(row.line, Qt.Key.Key_Return)
            assert row.refusal
        qtbot.keyClick(row.line, Qt.Key.Key_Escape)
        assert (row.line.text(), row.refusal) == ("120", "")
    assert context.operator.shop.value(TARGET_MINUTES) == 120


def test_words_come_back_by_escape(window: MainWindow, context: Context, qtbot: QtBot):
    row = field(window, SHOP_NAME)
    write(qtbot, row, "Orange")
    qtbot.keyClick(row.line, Qt.Key.Key_Escape)
    assert row.line.text() == ""
    assert context.operator.shop.value(SHOP_NAME) == ""


def test_a_refused_address_is_given_up_with_its_refusal(window: MainWindow, qtbot: QtBot):
    row = field(window, VERSION_ADDRESS)
    write(qtbot, row, UNSAFE)
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert "https://" in row.refusal
    window.pages.settings.refresh()
    assert row.line.text() == UNSAFE, "what the refusal is about stays"
    qtbot.keyClick(row.line, Qt.Key.Key_Escape)
    assert (row.line.text(), row.refusal) == ("", "")


def test_a_refusal_goes_when_the_address_is_emptied(window: MainWindow, qtbot: QtBot):
    row = field(window, VERSION_ADDRESS)
    write(qtbot, row, UNSAFE)
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    row.line.selectAll()
    qtbot.keyClick(row.line, Qt.Key.Key_Delete)
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert row.refusal == ""
