"""What could not be stored is said, and the settings go on showing what is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.settings.checks import ChecksSection
from ui.settings.controller import SettingsPage
from ui.settings.data import DataSection
from ui.settings.fields import FieldsSection, SwitchField
from ui.settings.intake import IntakeSection
from ui.support.context import Context
from ui.widgets.toggle import Toggle
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.settings import BACKUPS, CHECKS, WATCHED_FOLDER


@pytest.fixture
def page(context: Context, open_window: OpenWindow) -> SettingsPage:
    window = open_window(context)
    window.show_page("settings")
    return window.pages.settings


def heard(context: Context) -> list[str]:
    told: list[str] = []
    context.news.notice.connect(told.append)
    return told


def press_both_ways(toggle: Toggle, qtbot: QtBot) -> None:
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert toggle.isChecked(), "by mouse"
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked(), "by Space"


def test_a_rule_of_the_check_stays_on(page: SettingsPage, context: Context, qtbot: QtBot):
    page.open_section("checks")
    section, told = page.sections["checks"], heard(context)
    assert isinstance(section, ChecksSection)
    context.operator.desk.connection.execute("PRAGMA query_only = 1")
    press_both_ways(section.switches[FindingKind.TYPO], qtbot)
    context.operator.desk.connection.execute("PRAGMA query_only = 0")
    assert len(told) == 2
    assert "只读" in told[0]
    assert context.operator.shop.value(CHECKS[FindingKind.TYPO])


def test_automatic_backups_stay_on(page: SettingsPage, context: Context, qtbot: QtBot):
    page.open_section("data")
    section, told = page.sections["data"], heard(context)
    assert isinstance(section, DataSection)
    context.operator.desk.connection.execute("PRAGMA query_only = 1")
    press_both_ways(section.automatic, qtbot)
    context.operator.desk.connection.execute("PRAGMA query_only = 0")
    assert len(told) == 2
    assert context.operator.shop.value(BACKUPS)


def test_a_watched_folder_stays_the_one_it_was(
    page: SettingsPage, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    context.operator.shop.change(WATCHED_FOLDER, str(tmp_path))
    page.open_section("intake")
    section, told = page.sections["intake"], heard(context)
    assert isinstance(section, IntakeSection)
    context.operator.desk.connection.execute("PRAGMA query_only = 1")
    qtbot.mouseClick(section.off, Qt.MouseButton.LeftButton)
    context.operator.desk.connection.execute("PRAGMA query_only = 0")
    assert len(told) == 1
    assert "只读" in told[0]
    assert section.place.text() == str(tmp_path)
    assert context.operator.shop.value(WATCHED_FOLDER) == str(tmp_path)


def test_a_switch_says_so_beside_itself(page: SettingsPage, context: Context, qtbot: QtBot):
    page.open_section("intake")
    section = page.sections["intake"]
    assert isinstance(section, FieldsSection)
    switch = next(each for each in section.fields if isinstance(each, SwitchField))
    context.operator.desk.connection.execute("PRAGMA query_only = 1")
    press_both_ways(switch.switch, qtbot)
    context.operator.desk.connection.execute("PRAGMA query_only = 0")
    assert switch.refusal


def test_a_check_that_can_not_be_made_is_told_at_the_check(page: SettingsPage, context: Context, qtbot: QtBot):
    page.open_section("data")
    section = page.sections["data"]
    assert isinstance(section, DataSection)
    path = context.operator.desk.path
    path.rename(path.with_name("elsewhere.db"))
    path.mkdir()  # nothing can be opened here
    qtbot.mouseClick(section.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(section.check.isEnabled)
    path.rmdir()
    path.with_name("elsewhere.db").rename(path)
    assert section.check_row.refusal
    assert section.backup_row.refusal == ""
