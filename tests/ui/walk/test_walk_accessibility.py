"""What a screen reader is given: role, name, description and state of the window's parts in its main states."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.walk.checks import top_of
from tests.ui.window_fixture import OpenWindow
from ui.intake.import_page import ImportProgress
from ui.reply import stop_line
from ui.reply.stop_line import Line, Place, StopLine
from ui.shell.rail import RailButton
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.theme import Theme
from ui.widgets.chip import Chip, ChipSpec
from ui.widgets.dotted import DottedLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.toast import Toast
from ui.widgets.toggle import Toggle
from weibo_operator.domain.labels import Source

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
Role = QAccessible.Role


def spoken(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def card_of(table: QTableView, nickname: str) -> QAccessibleInterface:
    """The row that is called ``nickname``; headers are children too."""
    children = (spoken(table).child(number) for number in range(spoken(table).childCount()))
    return next(child for child in children if child.text(NAME).startswith(nickname))


@pytest.fixture
def window(context: Context, open_window: OpenWindow, customers: Customers) -> MainWindow:
    for number, text in enumerate(("物流五天没动，到底还管不管？", "型号发错了怎么换"), 1):
        message = customers.message(text, uid=f"70{number}", nickname=f"北城小满{number}", source=Source.COMMENT)
        context.operator.intake.capture(message)
    return open_window(context)


def test_a_card_of_the_board_is_a_row_that_says_who_waits_how_long_for_what(window: MainWindow) -> None:
    pane = window.pages.inbox.board.panes[0]
    assert spoken(pane.list).role() is Role.Table
    assert "新" in spoken(pane.list).text(NAME)
    card = card_of(pane.list, "北城小满")
    assert card.role() is Role.Cell
    assert "评论" in card.text(DESCRIPTION)
    assert card.state().selectable


def test_a_button_of_the_rail_says_its_page_its_count_and_whether_it_is_the_open_one(window: MainWindow) -> None:
    buttons = {button.item.key: spoken(button) for button in window.findChildren(RailButton)}
    assert buttons["inbox"].text(NAME) == "收件箱，2"
    assert buttons["templates"].text(NAME) == "模板"
    assert [key for key, button in buttons.items() if button.state().checked] == ["inbox"]
    window.show_page("templates")
    assert [key for key, button in buttons.items() if button.state().checked] == ["templates"]


def test_the_composer_says_what_it_is_and_how_many_typos_there_are(window: MainWindow, qtbot: QtBot) -> None:
    window.run("next")
    editor = window.pages.inbox.session.composer.editor
    assert spoken(editor).role() is Role.EditableText
    assert spoken(editor).text(NAME) == "回复内容"
    editor.insertPlainText("您好，非常抱谦让您久等了，我们正在核实。")
    qtbot.waitUntil(lambda: "1 处" in spoken(editor).text(DESCRIPTION), timeout=20_000)


@pytest.mark.parametrize("state", ["board", "session", "palette", "capture", "settings", "weekly"])
def test_everything_that_takes_the_keys_has_a_name_and_a_role(window: MainWindow, state: str) -> None:
    match state:
        case "session":
            window.run("next")
        case "settings" | "weekly":
            window.show_page(state)
        case "palette" | "capture":
            window.run(state)
    root = top_of(window)
    stops = [widget for widget in root.findChildren(QWidget) if widget.isVisible() and is_stop(widget)]
    assert stops
    assert [(type(widget).__name__, spoken(widget).role()) for widget in stops if not spoken(widget).text(NAME)] == []
    focused = QApplication.focusWidget()
    assert focused is not None
    assert spoken(focused).state().focused
    assert spoken(focused).text(NAME)


def is_stop(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def test_words_that_are_painted_are_words_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    chip, parts = Chip(theme, ChipSpec(("紧急",), "urgent")), DottedLabel(theme, ("评论", "粉丝 12"))
    for widget, words in ((chip, "紧急"), (parts, "评论，粉丝 12")):
        qtbot.addWidget(widget)
        assert spoken(widget).role() is Role.StaticText
        assert spoken(widget).text(NAME) == words


def test_switches_and_choices_tell_their_state(theme: Theme, qtbot: QtBot) -> None:
    toggle = Toggle(theme, "减少动画")
    seg = Seg(theme, (SegItem("public", "公开回复"), SegItem("private", "私信")), "谁看得到")
    qtbot.addWidget(toggle)
    qtbot.addWidget(seg)
    assert (spoken(toggle).role(), spoken(toggle).state().checked) == (Role.CheckBox, 0)
    toggle.setChecked(True)
    assert spoken(toggle).state().checked
    seg.set_current("private")
    choices = [spoken(seg).child(number) for number in range(spoken(seg).childCount())]
    assert [(node.role(), node.text(NAME), bool(node.state().checked)) for node in choices] == [
        (Role.RadioButton, "公开回复", False),
        (Role.RadioButton, "私信", True),
    ]


def test_progress_tells_how_far_it_is(theme: Theme, qtbot: QtBot) -> None:
    progress = ImportProgress(theme)
    qtbot.addWidget(progress)
    progress.show_progress(30, 120)
    bar = spoken(progress.bar)
    assert (bar.role(), bar.text(NAME)) == (Role.ProgressBar, "导入进度")
    assert (bar.valueInterface().currentValue(), bar.valueInterface().maximumValue()) == (30, 120)


class Heard:
    """Stands where Qt hands announcements to the system."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def take(self, event: QAccessibleAnnouncementEvent) -> None:
        self.words.append(event.message())


def test_a_stop_before_sending_is_announced_once(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    monkeypatch.setattr(stop_line, "QAccessible", SimpleNamespace(updateAccessibility=heard.take))
    line = StopLine(theme)
    qtbot.addWidget(line)
    stop = Line("还有 2 处疑似错字。", "改好再发，或再按一次 Ctrl ↵ 直接发送")
    line.put(Place.STOP, stop)
    line.put(Place.STOP, stop)
    assert heard.words == ["还有 2 处疑似错字。 改好再发，或再按一次 Ctrl ↵ 直接发送"]
    line.drop(Place.STOP)
    line.put(Place.STOP, stop)
    assert len(heard.words) == 2


def test_a_toast_has_its_words_as_its_name(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 300)
    toast = Toast(theme, host)
    toast.show_message("已转交物流部")
    assert spoken(toast).text(NAME) == "已转交物流部"
    assert toast.focusPolicy() is Qt.FocusPolicy.NoFocus
