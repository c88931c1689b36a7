"""The command palette: everything behind one field, by keys alone, also while pinyin is being composed."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.shell.palette import Palette
from ui.shell.palette_entries import ICONS, Entry, Group, mark, shortened
from ui.support.actions import ACTIONS
from ui.support.context import Context
from weibo_operator.domain.labels import State
from weibo_operator.domain.template import Template


@pytest.fixture
def palette(context: Context, host: QWidget, customers: Customers) -> Palette:
    capture = context.operator.intake.capture
    capture(customers.message("下单三天了，快递还没有发货", uid="1", nickname="北城小满"))
    capture(customers.message("有紫色的吗", uid="2", nickname="Momo在赶due"))
    made = Palette(context, host)
    made.open_palette()
    return made


def titles(palette: Palette, group: Group) -> list[str]:
    return [entry.title.text for entry in palette.rows.entries() if entry.group is group]


def compose(palette: Palette, letters: str) -> None:
    """Letters an input method holds back: the field's text stays empty."""
    QApplication.sendEvent(palette.field, QInputMethodEvent(letters, []))


def test_without_a_query_useful_commands_are_offered(palette: Palette) -> None:
    assert {entry.group for entry in palette.rows.entries()} == {Group.USEFUL}
    assert "下一位客户" in titles(palette, Group.USEFUL)


@pytest.mark.parametrize("query", ["转交部", "zjbm", "ZJ"])
def test_commands_by_characters_and_initials_with_their_keys(qtbot: QtBot, palette: Palette, query: str) -> None:
    palette.field.setText(query)
    entry = palette.rows.entry()
    assert isinstance(entry, Entry)
    assert entry.target == "forward"
    assert entry.caps == ("F", "Alt F")


def test_letters_still_being_composed_are_searched(palette: Palette) -> None:
    compose(palette, "z'j'b'm")
    assert palette.field.text() == ""
    entry = palette.rows.entry()
    assert entry is not None
    assert entry.target == "forward"


def test_enter_while_composing_belongs_to_the_input_method(qtbot: QtBot, palette: Palette) -> None:
    told = QSignalSpy(palette.action_chosen)
    compose(palette, "z'j")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.count() == 0
    assert not palette.isHidden()


def test_words_of_a_message_find_the_ticket_and_are_marked(qtbot: QtBot, palette: Palette, context: Context) -> None:
    palette.field.setText("发货")
    entry = next(entry for entry in palette.rows.entries() if entry.group is Group.TICKETS)
    assert entry.title.text == "北城小满"
    assert entry.detail.hit == "发货"
    assert entry.remark == ("今天", "新")
    while palette.rows.entry() != entry:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.ticket_chosen) as told:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args == [entry.target]
    assert entry.target in context.operator.inbox.pane(State.NEW)


@pytest.mark.parametrize("query", ["小满", "bcxm", "momo", "@北城"])
def test_customers_by_name_and_initials(palette: Palette, query: str) -> None:
    palette.field.setText(query)
    assert len(titles(palette, Group.TICKETS)) == 1


def test_an_older_message_that_holds_the_words_is_quoted(
    context: Context, palette: Palette, customers: Customers
) -> None:
    context.operator.intake.capture(customers.message("在吗在吗", uid="1", nickname="北城小满"))
    palette.field.setText("三天")
    entry = next(entry for entry in palette.rows.entries() if entry.group is Group.TICKETS)
    assert entry.detail.hit == "三天"


def test_templates_are_found_and_handed_on(qtbot: QtBot, context: Context, palette: Palette) -> None:
    wanted = context.operator.templates.all()[0]
    palette.field.setText(wanted.title)
    entry = next(entry for entry in palette.rows.entries() if entry.group is Group.TEMPLATES)
    while palette.rows.entry() != entry:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.template_chosen) as told:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args is not None
    assert isinstance(told.args[0], Template)
    assert told.args[0].id == wanted.id


def test_a_chosen_command_is_told_after_closing_and_remembered(qtbot: QtBot, palette: Palette) -> None:
    hidden: list[bool] = []
    palette.action_chosen.connect(lambda _action: hidden.append(palette.isHidden()))
    palette.field.setText("备份")
    with qtbot.waitSignal(palette.action_chosen) as told:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args == ["backup"]
    assert hidden == [True]
    palette.open_palette()
    assert palette.field.text() == ""
    assert titles(palette, Group.RECENT) == ["备份数据文件"]


def test_arrows_go_round_and_past_headings(qtbot: QtBot, palette: Palette) -> None:
    palette.field.setText("回")
    groups = {entry.group for entry in palette.rows.entries()}
    assert len(groups) > 1
    first = palette.rows.entry()
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.rows.entry() == palette.rows.entries()[-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.rows.entry() == first
    seen = []
    for _ in palette.rows.entries():
        seen.append(palette.rows.entry())
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert seen == list(palette.rows.entries())


def test_nothing_found_is_said(qtbot: QtBot, palette: Palette) -> None:
    told = QSignalSpy(palette.action_chosen)
    palette.field.setText("没有这样的词")
    assert palette.nothing_found == "没找到“没有这样的词”。试试拼音首字母，或只输一部分"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.count() == 0


def test_escape_closes_and_gives_the_focus_back(qtbot: QtBot, context: Context, host: QWidget) -> None:
    below = QWidget(host)
    below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    below.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    below.setFocus()
    palette = Palette(context, host)
    palette.open_palette()
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert below.hasFocus()


def test_a_prefix_narrows_the_search(palette: Palette) -> None:
    palette.field.setText(">导")
    assert {entry.group for entry in palette.rows.entries()} == {Group.COMMANDS}
    palette.field.setText(">")
    offered = [row for row in ACTIONS if row.in_palette and row.id != "palette"]
    assert len(palette.rows.entries()) == len(offered)
    palette.field.setText("#1")
    assert {entry.group for entry in palette.rows.entries()} == {Group.TICKETS}


def test_an_answer_takes_no_longer_than_a_key(context: Context, palette: Palette, customers: Customers) -> None:
    for number in range(300):
        context.operator.intake.capture(
            customers.message(f"第{number}单快递到哪了", uid=f"9{number}", nickname=f"买家{number}")
        )
    started = perf_counter()
    for query in ("k", "快", "快递", "mj", "买家"):
        palette.field.setText(query)
    assert (perf_counter() - started) / 5 < 0.1


def test_every_offered_command_has_its_sign(context: Context) -> None:
    levels = {row.id for row in ACTIONS if row.id.startswith(("level", "select"))}
    offered = {row.id for row in ACTIONS if row.in_palette and row.id != "palette"}
    assert offered - levels <= set(ICONS)
    for icon in ICONS.values():
        assert not context.theme.pixmap(icon).isNull()


def test_marks() -> None:
    assert mark("你好 Abc\n再见", "aBC").hit == "Abc"
    assert mark("你好", "").text == "你好"
    long = shortened(mark("前" * 40 + "发货" + "后", "发货"))
    assert long.text == "…" + "前" * 10 + "发货后"
