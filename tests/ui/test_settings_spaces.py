"""Words with a space between them are typed into a setting slowly."""

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from ui.settings.controller import SettingsPage
from ui.settings.fields import TextField
from ui.support.context import Context
from weibo_operator.domain import settings


def test_a_pause_after_a_space_does_not_take_the_space(context: Context, qtbot: QtBot) -> None:
    page = SettingsPage(context)
    page.show()
    shop = context.operator.shop
    name = page.sections["shop"].findChildren(TextField)[0]
    qtbot.keyClicks(name.line, "Orange ")
    qtbot.waitUntil(lambda: shop.value(settings.SHOP_NAME) == "Orange")
    qtbot.keyClicks(name.line, "Shop")
    qtbot.waitUntil(lambda: not name.line.is_pending)
    assert shop.value(settings.SHOP_NAME) == "Orange Shop"
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
