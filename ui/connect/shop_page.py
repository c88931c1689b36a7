"""Who we are, as a page of the first wizard: the shop's name, our own nickname on Weibo, the hotline."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.settings import HOTLINE, OWN_NICKNAME, SHOP_NAME, Setting
from weibo_operator.translation import tr

WORDS = tr("三项都可以空着，以后在“设置 > 店铺”里改。")


class ShopField(Struct, frozen=True):
    """One setting, what it is called and what it is for."""

    setting: Setting[str]
    title: str
    hint: str
    example: str


FIELDS = (
    ShopField(SHOP_NAME, tr("店铺名"), tr("窗口标题和模板里的 {店铺} 用它"), tr("例如 橙果数码旗舰店")),
    ShopField(OWN_NICKNAME, tr("自己的微博昵称"), tr("导入和粘贴时，用它认出哪些话是自己说的"), tr("不用写 @")),
    ShopField(HOTLINE, tr("客服热线"), tr("模板里的 {热线} 用它"), tr("例如 400-000-0000")),
)


class ShopPage(QWidget):
    """``store`` keeps what was typed."""

    refused = Signal(str)
    """Why it could not be stored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: dict[str, QLineEdit] = {}
        theme = context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(theme, tr("先认识一下你的店铺"), "wizard_title"))
        column.addWidget(TextLabel(theme, WORDS, "body", "text2", wrap=True))
        for field in FIELDS:
            line = self.lines[field.setting.key] = QLineEdit()
            line.setAccessibleName(field.title)
            line.setAccessibleDescription(field.hint)
            line.setPlaceholderText(field.example)
            column.addSpacing(10)
            column.addWidget(TextLabel(theme, field.title, "body", weight=600))
            column.addWidget(line)
            column.addWidget(TextLabel(theme, field.hint, "meta", "text2"))
        column.addStretch()

    def show_stored(self) -> None:
        """Fill in what is known."""
        for field in FIELDS:
            self.lines[field.setting.key].setText(self._context.operator.shop.value(field.setting))

    def store(self) -> bool:
        """Keep what differs; False where it can't be, and tells the reason."""
        shop = self._context.operator.shop
        typed = {field.setting: self.lines[field.setting.key].text().strip() for field in FIELDS}
        differing = {setting: words for setting, words in typed.items() if words != shop.value(setting)}
        if differing:
            try:
                changes = shop.introduce(differing)
            except OperatorError as error:
                self.refused.emit(tr("{0}没有改动。", sentence(error)))
                return False
            self._context.news.tell(changes)
        return True

    def first_stop(self) -> QWidget:
        """Where the keys begin."""
        return self.lines[SHOP_NAME.key]
