"""What customers write is shown as it is: no label, tooltip, box or notice reads it as HTML."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.window_fixture import OpenWindow
from ui.shell.alert_desk import without_markup
from ui.support.context import Context
from ui.support.theme import Theme

MARKUP = '<b>急</b> & <img src="file:///etc/hostname"><a href="https://evil.test/">点我</a>'


def test_a_tooltip_is_plain_before_it_is_laid_out(theme: Theme, qtbot: QtBot):
    """Qt makes no document of it, so no picture is asked for either."""
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    QToolTip.hideText()
    QToolTip.showText(QPoint(10, 10), MARKUP, host)
    (tip,) = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible()]
    assert isinstance(tip, QLabel)
    assert tip.text() == MARKUP
    assert tip.textFormat() is Qt.TextFormat.PlainText
    assert tip.findChildren(QTextDocument) == []
    QToolTip.hideText()


def test_a_message_box_is_plain(theme: Theme, qtbot: QtBot):
    box = QMessageBox(QMessageBox.Icon.Warning, "微博客服台", MARKUP)
    qtbot.addWidget(box)
    box.setInformativeText(MARKUP)
    box.show()
    told = [each for each in box.findChildren(QLabel) if each.text()]
    assert len(told) == 2
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in told)


def test_nothing_in_the_window_reads_markup(
    context: Context, open_window: OpenWindow, customers: Customers, qtbot: QtBot
):
    message = customers.message(f"还没收到货 {MARKUP}", nickname=MARKUP)
    context.news.tell(context.operator.intake.capture(message).changes)
    window = open_window(context)
    window.run("next")
    assert window.pages.inbox.in_session
    assert MARKUP in window.windowTitle()
    labels = [each for each in window.findChildren(QLabel) if "<" in each.text()]
    assert labels, "the name stands somewhere"
    assert [each.text() for each in labels if each.textFormat() is not Qt.TextFormat.PlainText] == []
    fields = [*window.findChildren(QTextEdit), *window.findChildren(QPlainTextEdit)]
    assert any(isinstance(each, QTextEdit) and not each.isReadOnly() for each in fields)
    assert all(not each.acceptRichText() for each in fields if isinstance(each, QTextEdit) and not each.isReadOnly())
    window.run("templates")
    window.run("page_followup")
    labels = [each for each in window.findChildren(QLabel) if "<" in each.text()]
    assert [each.text() for each in labels if each.textFormat() is not Qt.TextFormat.PlainText] == []


def test_a_notice_outside_the_window_has_no_markup():
    said = without_markup(f"紧急：@{MARKUP} 在等")
    assert not {"<", "&"} & set(said)
    assert "＜b>急" in said
