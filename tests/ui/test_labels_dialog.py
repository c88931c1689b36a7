"""改标签: a few digits correct what the program suggested; it says who set the labels and why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.shell.labels_dialog import LabelsDialog
from ui.support.context import Context
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Actor, Kind, Nature


@pytest.fixture
def ticket(context: Context, customers: Customers) -> TicketId:
    outcome = context.operator.intake.capture(
        customers.message("快递三天没动，物流没人管，我要投诉", nickname="北城小满")
    )
    assert outcome.value is not None
    return outcome.value


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> LabelsDialog:
    host = QWidget()
    host.resize(1280, 641)
    qtbot.addWidget(host)
    host.show()
    made = LabelsDialog(context, host)
    made.setProperty("host", host)
    return made


def spoken(dialog: LabelsDialog) -> str:
    said = [label.accessibleName() for label in dialog.findChildren(DottedLabel)]
    return "，".join([*said, *(label.text() for label in dialog.findChildren(TextLabel))])


def test_digits_correct_one_group_after_another(
    qtbot: QtBot, context: Context, dialog: LabelsDialog, ticket: TicketId
) -> None:
    undoable = QSignalSpy(context.news.undoable)
    dialog.open_for(ticket)
    assert dialog.groups["kind"].current == "投诉"
    with qtbot.waitSignal(dialog.done):
        for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5, Qt.Key.Key_Return):
            qtbot.keyClick(dialog, key)
    found = context.operator.inbox.view(ticket).ticket
    assert (found.kind, found.nature) == (Kind.QUESTION, Nature.QUALITY)
    assert found.department == list(context.operator.shop.departments())[4]
    assert found.labels_by is Actor.OPERATOR
    assert undoable.at(0)[0].startswith("标签改成了咨询，产品质量")
    context.operator.history.undo()
    assert context.operator.inbox.view(ticket).ticket.kind is Kind.COMPLAINT


def test_it_says_who_set_the_labels_and_why(context: Context, dialog: LabelsDialog, ticket: TicketId) -> None:
    dialog.open_for(ticket)
    assert "程序建议" in spoken(dialog)
    assert context.operator.inbox.view(ticket).ticket.reasons[0] in spoken(dialog)
    dialog.dismiss()
    context.operator.inbox.set_labels(ticket, kind="咨询")
    dialog.open_for(ticket)
    assert "你改过" in spoken(dialog)


def test_nothing_different_stores_nothing(
    qtbot: QtBot, context: Context, dialog: LabelsDialog, ticket: TicketId
) -> None:
    before = context.operator.history.last()
    dialog.open_for(ticket)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert context.operator.history.last() == before
    assert context.operator.inbox.view(ticket).ticket.labels_by is Actor.AUTO


def press(qtbot: QtBot, dialog: LabelsDialog, key: Qt.Key) -> None:
    """Where the focus is, as a hand does it."""
    focused = dialog.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab])
def test_arrows_and_tab_change_the_group(qtbot: QtBot, dialog: LabelsDialog, ticket: TicketId, key: Qt.Key) -> None:
    dialog.window().activateWindow()
    qtbot.waitUntil(dialog.window().isActiveWindow)
    dialog.open_for(ticket)
    seen = []
    for _ in range(4):
        seen.append(dialog.active)
        press(qtbot, dialog, key)
    assert seen == ["kind", "nature", "aspect", "department"]
    assert {name: group.current for name, group in dialog.groups.items()}["kind"] == "投诉"


def test_arrows_across_choose_within_the_group(qtbot: QtBot, dialog: LabelsDialog, ticket: TicketId) -> None:
    dialog.window().activateWindow()
    qtbot.waitUntil(dialog.window().isActiveWindow)
    dialog.open_for(ticket)
    press(qtbot, dialog, Qt.Key.Key_Right)
    assert dialog.groups["kind"].current == "咨询"
    assert dialog.active == "kind"


def test_the_public_topic_follows_the_nature(
    qtbot: QtBot, context: Context, dialog: LabelsDialog, ticket: TicketId
) -> None:
    assert context.operator.inbox.view(ticket).ticket.topic == Nature.DELIVERY.value
    dialog.open_for(ticket)
    qtbot.keyClick(dialog, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert context.operator.inbox.view(ticket).ticket.topic == Nature.ATTITUDE.value


def test_long_reasons_are_wrapped(context: Context, customers: Customers, dialog: LabelsDialog) -> None:
    said = (
        "早上被一股焦味熏醒，充电宝鼓得像个馒头，插口那里在冒烟！！买了才四个月。"
        "这是安全问题，客服一直不回我，物流也没人管，再不退款我就打12315投诉，还要找媒体曝光"
    )
    ticket = context.operator.intake.capture(customers.message(said, uid="9")).value
    assert ticket is not None
    dialog.open_for(ticket)
    shown = next(label for label in dialog.findChildren(TextLabel) if "→" in label.text())
    whole = QFontMetricsF(shown.font()).horizontalAdvance(shown.text())
    assert whole > shown.width()
    assert shown.height() >= 2 * dialog._theme.line_height("secondary")
    assert shown.text().count("→") == len(context.operator.inbox.view(ticket).ticket.reasons)
