"""Our own nickname is recognised though it was written with its @ in the settings."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.settings.fields import FieldsSection, TextField
from ui.support.context import Context
from weibo_operator.domain.settings import OWN_NICKNAME


def test_the_nickname_is_stored_as_messages_carry_it(context: Context, open_window: OpenWindow, qtbot: QtBot):
    window = open_window(context)
    window.show_page("settings")
    page = window.pages.settings
    page.open_section("shop")
    section = page.sections["shop"]
    assert isinstance(section, FieldsSection)
    field = section.fields[1]
    assert isinstance(field, TextField)
    for typed in ("@orange", "＠orange", " @orange "):
        context.operator.shop.change(OWN_NICKNAME, "")
        field.line.setFocus()
        field.line.setText(typed)
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
        assert context.operator.shop.value(OWN_NICKNAME) == "orange"
        assert field.line.text() == "orange"
