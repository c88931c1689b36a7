"""设置 › 快捷键: a key is pressed, collisions are asked about, everything that shows or takes keys follows at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.settings.keys import KeysSection
from ui.shell.key_sheet import key_groups
from ui.shell.palette_entries import Entry
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.key_map import KeyMap, Keys
from ui.support.key_rules import Reach
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from ui.widgets.typo_popup import TypoPopup

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


@pytest.fixture
def window(open_window: OpenWindow, context: Context, customers: Customers) -> MainWindow:
    for uid in ("701", "702"):
        context.operator.intake.capture(customers.message("物流五天没动，到底还管不管", uid=uid, nickname=f"小满{uid}"))
    return open_window(context)


def opened(window: MainWindow) -> KeysSection:
    window.run("keys")
    section = window.pages.settings.sections["keys"]
    assert isinstance(section, KeysSection)
    section.table.setFocus()
    return section


def record(section: KeysSection, action: str, reach: Reach, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    section.table.choose(action, reach)
    assert section.table.chosen == (action, reach)
    press(Key.Key_Return)
    assert section.table.is_recording
    for key, modifier in keys:
        press(key, modifier)


def test_a_pressed_key_acts_at_once_in_lists_and_while_typing(window: MainWindow, theme: Theme) -> None:
    section = opened(window)
    record(section, "next", Reach.LISTED, (Key.Key_Semicolon, NONE))
    assert section.table.is_recording, "a second stroke may follow"
    press(Key.Key_Return)
    record(section, "forward", Reach.ANYWHERE, (Key.Key_M, CONTROL))
    assert theme.keys.changes == {"next": Keys((";",), ("Alt+N",)), "forward": Keys(("F",), ("Ctrl+M",))}
    window.show_page("inbox")
    press(Key.Key_N)
    assert not window.pages.inbox.in_session
    press(Key.Key_Semicolon)
    assert window.pages.inbox.in_session
    editor = window.pages.inbox.session.composer.editor
    editor.setFocus()
    press(Key.Key_F, ALT)
    assert not window.dialogs.handoff.isVisible()
    press(Key.Key_M, CONTROL)
    assert window.dialogs.handoff.isVisible()
    assert "改用 Ctrl+M" in section.told.text()


def test_a_chord_is_two_presses(window: MainWindow, theme: Theme) -> None:
    section = opened(window)
    record(section, "page_weekly", Reach.LISTED, (Key.Key_G, NONE), (Key.Key_Q, NONE))
    assert theme.keys.spec("page_weekly").list_keys == ("G, Q",)
    window.show_page("inbox")
    press(Key.Key_G)
    press(Key.Key_Q)
    assert window.page == "weekly"


def test_one_press_alone_is_taken_after_a_moment(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    section = opened(window)
    record(section, "next", Reach.LISTED, (Key.Key_Semicolon, NONE))
    qtbot.waitUntil(lambda: theme.keys.spec("next").list_keys == (";",))
    assert not section.table.is_recording


def test_escape_gives_up_and_backspace_takes_the_key_away(window: MainWindow, theme: Theme) -> None:
    section = opened(window)
    record(section, "next", Reach.LISTED, (Key.Key_Escape, NONE))
    assert (theme.keys.changes, section.table.is_recording, window.page) == ({}, False, "settings")
    record(section, "next", Reach.LISTED, (Key.Key_Backspace, NONE))
    assert theme.keys.changes == {"next": Keys((), ("Alt+N",))}
    press(Key.Key_R)
    assert theme.keys.changes == {}
    section.table.choose("crowd", Reach.ANYWHERE)
    press(Key.Key_Backspace)
    assert theme.keys.changes == {"crowd": Keys(("Q",), ())}


def test_a_collision_is_asked_about_by_keys_alone(window: MainWindow, theme: Theme) -> None:
    section = opened(window)
    record(section, "next", Reach.ANYWHERE, (Key.Key_F, ALT))
    assert "转交部门" in section.told.text()
    assert section.take_button.hasFocus()
    press(Key.Key_Escape)
    assert (theme.keys.changes, section.wish) == ({}, None)
    assert section.table.hasFocus()
    assert section.table.chosen == ("next", Reach.ANYWHERE)
    record(section, "next", Reach.ANYWHERE, (Key.Key_F, ALT))
    press(Key.Key_Return)
    assert theme.keys.changes == {"next": Keys(("N",), ("Alt+F",)), "forward": Keys(("F",), ())}
    assert section.table.hasFocus()
    assert collides(window) == []


def test_what_was_begun_for_one_key_is_not_given_to_another(window: MainWindow, theme: Theme) -> None:
    section = opened(window)
    record(section, "next", Reach.LISTED, (Key.Key_Semicolon, NONE))
    section.table.choose("crowd", Reach.LISTED)
    assert (section.table.is_recording, theme.keys.changes) == (False, {})
    section.table.record()
    section.field.setFocus()
    assert not section.table.is_recording
    assert "Backspace" in section.told.text()


def test_the_question_names_every_key_that_is_lost(window: MainWindow, theme: Theme) -> None:
    theme.keys.put({"finish": Keys(("Ctrl+M, Q", "Ctrl+M, F"), ())})
    assert theme.keys.spec("finish").list_keys == ("Ctrl+M, Q", "Ctrl+M, F")
    section = opened(window)
    record(section, "next", Reach.ANYWHERE, (Key.Key_M, CONTROL))
    assert "Ctrl+M Q、Ctrl+M F" in section.told.text()
    press(Key.Key_Return)
    assert theme.keys.changes == {"next": Keys(("N",), ("Ctrl+M",)), "finish": Keys((), ())}


def collides(window: MainWindow) -> list[str]:
    """Keys two Qt actions of the window have at once."""
    held = [keys.toString() for action in window.actions_table.by_id.values() for keys in action.shortcuts()]
    return [keys for keys in held if held.count(keys) > 1]


@pytest.mark.parametrize(
    ("reach", "pressed", "said"),
    [
        (Reach.ANYWHERE, [(Key.Key_Q, NONE)], "会写进文字里"),
        (Reach.ANYWHERE, [(Key.Key_A, ALT)], "输入法"),
        (Reach.ANYWHERE, [(Key.Key_3, ALT)], "常用模板"),
        (Reach.ANYWHERE, [(Key.Key_F10, NONE)], "系统"),
        (Reach.LISTED, [(Key.Key_Tab, NONE)], "每一处都要用"),
        (Reach.LISTED, [(Key.Key_Down, NONE)], "每一处都要用"),
        (Reach.LISTED, [(Key.Key_U, NONE), (Key.Key_Return, NONE)], "催一下"),
        (Reach.LISTED, [(Key.Key_G, NONE), (Key.Key_Return, NONE)], "会挡住"),
        (Reach.LISTED, [(Key.Key_N, ALT)], "已经用"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    window: MainWindow, theme: Theme, reach: Reach, pressed: list[tuple[Qt.Key, Qt.KeyboardModifier]], said: str
) -> None:
    section = opened(window)
    record(section, "next", reach, *pressed)
    assert said in section.told.text()
    assert theme.keys.changes == {}
    assert section.table.hasFocus()
    assert window.page == "settings"


def test_what_keeps_its_keys_says_so(window: MainWindow, theme: Theme) -> None:
    section = opened(window)
    record(section, "back", Reach.ANYWHERE, (Key.Key_Backspace, NONE))
    assert "不能改" in section.told.text()
    assert theme.keys.changes == {}


def test_a_change_is_taken_back_by_the_notice(window: MainWindow, theme: Theme, context: Context) -> None:
    told: list[tuple[str, object]] = []
    context.news.taught.connect(lambda words, back: told.append((words, back)))
    section = opened(window)
    record(section, "next", Reach.ANYWHERE, (Key.Key_M, CONTROL))
    assert not window.pages.settings.isHidden()
    section.reset_button.click()
    assert theme.keys.changes == {}
    assert not section.reset_button.isEnabled()
    words, take_back = told[-1]
    assert "恢复" in words
    take_back()
    assert theme.keys.changes == {"next": Keys(("N",), ("Ctrl+M",))}
    told[0][1]()
    assert theme.keys.changes == {}


def test_everything_that_shows_keys_shows_the_new_one(window: MainWindow, theme: Theme, context: Context) -> None:
    window.run("next")
    head = window.pages.inbox.session.head
    assert head.forward.keys == "Alt F"
    width = head.forward.capped_width
    window.helps.open_here()
    window.helps.dialog.turn_to("forward")
    assert "Alt+F" in window.helps.dialog.text.toPlainText()
    window.helps.dialog.dismiss()
    theme.keys.put({"forward": Keys((";",), ("Ctrl+M",)), "help": Keys(("'",), ())})
    assert head.forward.keys == "Ctrl M"
    assert head.forward.accessibleDescription() == "Ctrl+M"
    assert head.forward.capped_width != width
    window.helps.open_here()
    window.helps.dialog.turn_to("forward")
    text = window.helps.dialog.text.toPlainText()
    assert "转交：Ctrl+M" in text
    assert "Alt+F" not in text
    window.helps.dialog.dismiss()
    window.run("palette")
    palette = window.dialogs.palette
    palette.field.setText("转交部门")
    found = [entry for entry in palette.rows.entries() if isinstance(entry, Entry) and entry.target == "forward"]
    assert [entry.caps for entry in found] == [(";", "Ctrl M")]
    palette.dismiss()
    window.run("help")
    sheet = window.dialogs.cheat_sheet
    lines = {line.action: line.caps for column in sheet.columns for group in column.groups for line in group.lines}
    assert lines["forward"] == (";", "Ctrl M")
    assert lines == {line.action: line.caps for group in key_groups(theme.keys.rows) for line in group.lines}
    sheet.dismiss()


def test_the_choice_is_kept_for_the_next_start(window: MainWindow, tmp_path: Path) -> None:
    section = opened(window)
    record(section, "next", Reach.ANYWHERE, (Key.Key_M, CONTROL))
    keys = KeyMap()
    keys.put(WindowState(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)).keys)
    assert keys.spec("next").keys == ("Ctrl+M",)
    assert QKeySequence("Ctrl+M") in window.actions_table.by_id["next"].shortcuts()


def test_actions_are_found_by_words_initials_and_keys(window: MainWindow) -> None:
    section = opened(window)

    def found(query: str) -> set[str]:
        section.field.setText(query)
        held = (section.rows.held(place) for place in range(section.rows.rowCount()))
        return {row.id for row in held if row is not None and not isinstance(row, str)}

    assert found("转交部门") == {"forward"}
    assert "forward" in found("zjbm")
    assert found("alt f") == {"forward"}
    assert found("G I") == {"page_inbox"}
    assert found("n") == {"next"}
    assert found("没有这样的动作") == set()
    assert "没找到" in section.told.text()
    section.table.setFocus()
    press(Key.Key_Return)
    assert not section.table.is_recording, "there is nothing to record for"
    assert len(found("")) > 100
    assert "没找到" not in section.told.text()


def test_on_a_page_a_button_follows_too(window: MainWindow, theme: Theme) -> None:
    """While a button has the focus the page reads the letters itself."""
    window.run("page_promises")
    promises = window.pages.followup.promises
    assert promises.handle("snooze")
    theme.keys.put({"level_1": Keys((";",), ())})
    assert theme.keys.spec("level_1").list_keys == (";",)
    groups = {group.name: group.lines for group in key_groups(theme.keys.rows)}
    kept = next(line for line in groups["在“承诺”里"] if line.action == "promises.level_1")
    assert kept.caps == (";",)


def test_keys_a_popup_takes_itself_follow_too(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.run("next")
    editor = window.pages.inbox.session.composer.editor
    editor.insertPlainText("非常抱谦，因该是中转站积压。")
    theme.keys.put({"next_finding": Keys((), ("Ctrl+M",))})
    popup = window.pages.inbox.session.findChild(TypoPopup)
    assert popup is not None
    editor.setFocus()
    press(Key.Key_M, CONTROL)
    qtbot.waitUntil(popup.isVisible)
    first = popup.finding
    press(Key.Key_M, CONTROL)
    assert popup.finding not in (None, first)
