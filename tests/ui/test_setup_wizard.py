"""The first wizard and its practice round, by keys: a new file, what is kept, what is taught, and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.keys import press
from ui.connect.setup_dialog import SetupDialog
from ui.main import Program
from ui.shell.coach import PREPARED, RIGHT, TYPO, Deed
from ui.shell.window import MainWindow
from ui.support.key_map import Keys
from weibo_operator.bootstrap import Language, build
from weibo_operator.domain.settings import HOTLINE, OWN_NICKNAME, PRACTICE, SHOP_NAME

NONE, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Start = Callable[[], MainWindow]


@pytest.fixture
def start(program: Program, qtbot: QtBot, tmp_path: Path) -> Start:
    """Opens the desk's file and waits until its window is the active one."""

    def begin() -> MainWindow:
        program.open(tmp_path / "desk.db")
        return active(program, qtbot)

    return begin


def active(program: Program, qtbot: QtBot) -> MainWindow:
    window = program.window
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def test_a_shop_that_can_not_be_stored_is_said_and_the_page_stays(start: Start) -> None:
    window = start()
    dialog, desk = window.setup.dialog, window._context.operator.desk
    write("Orange shop")
    press(Qt.Key.Key_Tab)
    write("orange")
    desk.connection.execute("PRAGMA query_only = 1")
    press(Qt.Key.Key_Return)
    desk.connection.execute("PRAGMA query_only = 0")
    assert dialog.page is dialog.shop
    assert dialog.card.refusal.isVisible()
    assert "只读" in dialog.card.refusal.text()
    assert "没有改动" in dialog.card.refusal.text()
    assert window._context.operator.shop.value(SHOP_NAME) == ""
    assert dialog.shop.lines[SHOP_NAME.key].text() == "Orange shop"
    press(Qt.Key.Key_Return)
    assert dialog.page is dialog.departments
    assert not dialog.card.refusal.isVisible()
    assert window._context.operator.shop.value(OWN_NICKNAME) == "orange"


def test_a_new_file_is_set_up_by_keys_and_practice_follows(
    start: Start, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    dialog = window.setup.dialog
    assert dialog.isVisible()
    write("Orange shop")
    press(Qt.Key.Key_Tab)
    write("@orange")
    press(Qt.Key.Key_Tab)
    write("400-000-0000")
    press(Qt.Key.Key_Return)
    shop = window._context.operator.shop
    assert [shop.value(each) for each in (SHOP_NAME, OWN_NICKNAME, HOTLINE)] == [
        "Orange shop",
        "orange",
        "400-000-0000",
    ]
    assert "Orange shop" in window.windowTitle()
    assert dialog.page is dialog.departments
    first, *others = dialog.departments.toggles
    press(Qt.Key.Key_Space)
    dialog.departments.more.setFocus()
    write("After sales")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert [each.name for each in window._context.operator.departments.every()] == [*others, "After sales"]
    assert first not in shop.departments()
    assert dialog.page is dialog.practice
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not window, timeout=60_000)
    practice = active(program, qtbot)
    assert practice._context.operator.shop.value(PRACTICE)
    assert practice.setup.coach.banner.isVisible()
    press(Qt.Key.Key_0, CONTROL)
    qtbot.waitUntil(lambda: program.window is not practice, timeout=60_000)
    back = active(program, qtbot)
    assert back._context.operator.shop.value(SHOP_NAME) == "Orange shop"
    assert not back.findChildren(SetupDialog), "it comes by itself once"


def test_esc_puts_it_off_and_it_is_found_again(start: Start) -> None:
    window = start()
    press(Qt.Key.Key_Escape)
    assert window.setup.dialog.isHidden()
    assert window.pages.inbox.first.isAncestorOf(QApplication.focusWidget() or window)
    window = start()
    assert not window.findChildren(SetupDialog)
    window.run("setup")
    assert window.setup.dialog.isVisible()
    press(Qt.Key.Key_Escape)
    window.show_page("settings")
    window.pages.settings.open_section("about")
    window.pages.settings.sections["about"].setup_button.click()  # pyright: ignore[reportAttributeAccessIssue] - it is
    assert window.setup.dialog.isVisible()


def test_a_file_with_customers_is_not_asked(
    start: Start, customers: Customers, tmp_path: Path, language: Language
) -> None:
    operator = build(tmp_path / "desk.db", language=language)
    operator.intake.capture(customers.message("发票什么时候能开好"))
    operator.close()
    assert not start().findChildren(SetupDialog)


def test_a_list_of_departments_that_cannot_be_is_said(start: Start) -> None:
    dialog = start().setup.dialog
    dialog.go_on()
    page = dialog.departments
    before = tuple(page.toggles)
    for toggle in page.toggles.values():
        toggle.setChecked(False)
    dialog.go_on()
    assert dialog.page is page
    assert "没有改动" in dialog.card.refusal.text()
    assert dialog.card.refusal.isVisible()
    dialog.dismiss()
    dialog.open_setup()
    assert dialog.page is page, "it goes on where it was left"
    assert tuple(page.toggles) == before
    assert all(toggle.isChecked() for toggle in page.toggles.values())


def test_the_round_teaches_by_what_is_really_done(program: Program, qtbot: QtBot) -> None:
    program.open_round()
    window = active(program, qtbot)
    coach, session = window.setup.coach, window.pages.inbox.session

    def learning() -> Deed | None:
        return None if coach.lesson is None else coach.lesson.deed

    assert learning() is Deed.NEXT
    press(Qt.Key.Key_N)
    assert learning() is Deed.TEMPLATE
    write("hello")
    assert learning() is Deed.TEMPLATE, "typed by hand it is no template"
    session.composer.editor.clear()
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Return)
    assert learning() is Deed.SENT
    served = session.current_ticket
    session.composer.editor.setPlainText("您好，已经帮您查好了。")
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_1)
    assert session.current_ticket != served
    assert learning() is Deed.MENDED
    assert PREPARED in session.composer.editor.text
    session._controller.proofing.check_now()
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_1)
    assert RIGHT in session.composer.editor.text
    assert TYPO not in session.composer.editor.text
    assert learning() is Deed.SENT
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_1)
    assert learning() is Deed.FORWARDED
    press(Qt.Key.Key_F, ALT)
    press(Qt.Key.Key_Return, CONTROL)
    assert learning() is None
    assert "练完了" in coach.banner.accessibleName()
    assert coach.banner.isVisible()


def test_a_key_changed_in_the_round_is_taught_at_once(program: Program, qtbot: QtBot) -> None:
    program.open_practice()
    window = active(program, qtbot)
    window.run("practice_round")
    banner, keys = window.setup.coach.banner, window._context.theme.keys
    assert "按 N，叫出下一位客户。" in banner.accessibleName()
    keys.put({"next": Keys((";",), ())})
    assert "按 ;，叫出下一位客户。" in banner.accessibleName()
    press(Qt.Key.Key_Semicolon)
    assert "按 Ctrl+T 打开模板" in banner.accessibleName()
    keys.put({})


def test_whoever_is_turned_to_has_the_reply_to_mend_and_nobody_after_it(program: Program, qtbot: QtBot) -> None:
    program.open_practice()
    window = active(program, qtbot)
    coach, editor = window.setup.coach, window.pages.inbox.session.composer.editor
    press(Qt.Key.Key_N)
    assert coach.lesson is None
    assert editor.text == ""
    window.run("practice_round")
    assert window.pages.inbox.in_session is False
    coach._turn(3)
    press(Qt.Key.Key_N)
    assert editor.text == PREPARED
    press(Qt.Key.Key_N, ALT)
    assert editor.text == PREPARED
    editor.setPlainText(PREPARED.replace(TYPO, RIGHT))
    press(Qt.Key.Key_N, ALT)
    assert editor.text == ""
