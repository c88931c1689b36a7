"""In the lists of the settings the focus stays where it was, and Tab goes through them as the eye does."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.settings.controller import SettingsPage
from ui.settings.departments import DepartmentsSection
from ui.settings.people import PeopleSection
from ui.support.context import Context
from weibo_operator.domain.people import InsiderRole
from weibo_operator.domain.settings import SHOP_NAME


@pytest.fixture
def page(context: Context, open_window: OpenWindow) -> SettingsPage:
    context.operator.insiders.add("@abc\n@def", InsiderRole.STAFF)
    context.operator.words.put_right_always("teh", "the")
    context.operator.words.remember("orange", "term")
    window = open_window(context)
    window.show_page("settings")
    return window.pages.settings


def people(page: SettingsPage) -> PeopleSection:
    page.open_section("people")
    section = page.sections["people"]
    assert isinstance(section, PeopleSection)
    return section


def departments(page: SettingsPage) -> DepartmentsSection:
    page.open_section("departments")
    section = page.sections["departments"]
    assert isinstance(section, DepartmentsSection)
    return section


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tabbed(page: SettingsPage, key: str, qtbot: QtBot) -> Iterator[QWidget]:
    """What Tab comes to in a category, one after another."""
    page.open_section(key)
    QCoreApplication.sendPostedEvents()  # its rows get their places
    page.view.nav.buttons[key].setFocus()
    section, inside = page.sections[key], False
    for _ in range(200):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        if section.isAncestorOf(focused()):
            inside = True
            yield focused()
        elif inside:
            return


def goes_back(section: QWidget, before: QWidget, after: QWidget) -> bool:
    """Whether Tab went up, or to the left in one line."""
    first, second = (each.mapTo(section, QPoint(0, each.height() // 2)) for each in (before, after))
    same_line = abs(first.y() - second.y()) < min(before.height(), after.height()) // 2
    return second.x() < first.x() if same_line else second.y() < first.y()


@pytest.mark.parametrize("key", ["departments", "people", "dictionary", "rotation"])
def test_tab_goes_down_and_to_the_right(page: SettingsPage, key: str, qtbot: QtBot):
    stops = list(tabbed(page, key, qtbot))
    assert len(stops) > 4
    section = page.sections[key]
    back = [(a, b) for a, b in pairwise(stops) if goes_back(section, a, b)]
    assert not back, [(a.accessibleName(), b.accessibleName()) for a, b in back]


def test_a_role_is_chosen_by_arrows_one_after_another(page: SettingsPage, context: Context, qtbot: QtBot):
    section = people(page)
    row = next(each for each in section.rows if each.insider.nickname == "def")
    next(each for each in row.role.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus).setFocus()
    wanted = [InsiderRole(row.role.current)]
    for _ in range(2):
        before = focused()
        qtbot.keyClick(before, Qt.Key.Key_Right)
        held = next(each for each in section.rows if each.isAncestorOf(focused()))
        assert held.insider.nickname == "def"
        wanted.append(held.insider.role)
    assert len(set(wanted)) == 3
    assert next(each for each in context.operator.insiders.listed() if each.nickname == "def").role is wanted[-1]


def test_who_is_taken_out_leaves_the_focus_to_the_next_and_the_last_to_the_field(page: SettingsPage, qtbot: QtBot):
    section = people(page)
    section.rows[0].remove.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert focused() is section.rows[0].remove
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert not section.rows
    assert focused() is section.lines


def test_tab_goes_on_from_the_name_of_a_new_department(page: SettingsPage, context: Context, qtbot: QtBot):
    section = departments(page)
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "New")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert context.operator.departments.every()[-1].name == "New"
    assert focused() is section.rows[-1].up
    section.rows[-1].hours.setFocus()
    section.rows[-1].hours.selectAll()
    qtbot.keyClicks(focused(), "8:00-12:00")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert context.operator.departments.every()[-1].hours.opens == 8 * 60


def test_a_further_person_comes_before_the_button_that_added_them(page: SettingsPage, qtbot: QtBot):
    row = departments(page).rows[0]
    qtbot.mouseClick(row.add_person, Qt.MouseButton.LeftButton)
    assert focused() is row.people[-1].name
    row.people[-1].remove.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is row.add_person


def test_what_is_being_typed_stays_when_something_else_changes(page: SettingsPage, context: Context, qtbot: QtBot):
    field = departments(page).rows[0].name
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Half a na")
    context.news.tell(context.operator.shop.change(SHOP_NAME, "Orange"))
    assert focused() is field
    qtbot.keyClicks(field, "me")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert context.operator.departments.every()[0].name == "Half a name"


def test_a_target_of_thousands_of_digits_is_refused(page: SettingsPage, context: Context):
    section = departments(page)
    before = context.operator.departments.every()
    field: QLineEdit = section.rows[0].target
    field.setText("9" * 5000)
    field.editingFinished.emit()
    assert "1 到 720" in section.refusal.text()
    assert context.operator.departments.every() == before
