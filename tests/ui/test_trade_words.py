"""Words of the trade in the window: a quiet remark with one key to say it plainly, and the list in the settings."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from tests.conftest import OpenDesk
from tests.ui.session_fixture import Capture, write
from ui.reply.session import ReplySession
from ui.reply.stops import stopping
from ui.settings.controller import SettingsPage
from ui.settings.dictionary import DictionarySection, PlainList
from ui.support.context import Context
from weibo_operator.domain.own_words import OwnWord


@pytest.fixture
def plain(context: Context) -> Iterator[PlainList]:
    page = SettingsPage(context)
    page.resize(1301, 689)
    page.show()
    page.open_section("dictionary")
    section = page.sections["dictionary"]
    assert isinstance(section, DictionarySection)
    yield section.plain
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def test_one_key_says_it_plainly_and_nothing_is_stopped_for_it(
    session: ReplySession, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    write(session, "您的包裹已经揽收了。")
    found = session._controller.proofing.check()
    assert [remark.text for remark in found] == ["揽收"]
    assert stopping(found) == ()
    assert session.composer.editor.marks == (), "the quiet class is marked only while it is asked about"
    session.next_finding()
    qtbot.keyClick(session.popup, Qt.Key.Key_Return)
    assert session.composer.editor.text == "您的包裹已经快递员取件了。"


def test_the_list_shows_ours_takes_others_and_forgets_both(
    context: Context, plain: PlainList, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    shown = len(plain.entries)
    assert OwnWord("工单", "您反映的这件事") in plain.entries
    plain.field.setText("橙瓣柜")
    qtbot.keyClick(plain.field, Qt.Key.Key_Return)
    plain.right.setText("自提柜")
    qtbot.keyClick(plain.right, Qt.Key.Key_Return)
    assert "橙瓣柜 → 自提柜" in plain.words
    plain.buttons[plain.words.index("工单 → 您反映的这件事")].click()
    assert len(plain.entries) == shown
    words = open_desk().words
    pairs = words.plain_pairs(context.operator.check.plain_words)
    assert OwnWord("橙瓣柜", "自提柜") in pairs
    assert "工单" not in [pair.word for pair in pairs]
