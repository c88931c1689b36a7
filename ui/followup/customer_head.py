"""Who a panel is about: picture, name, a line below it, and a button at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.person_row import person_row
from ui.widgets.verified import verified_mark
from weibo_operator.services.wording import people_words
from weibo_operator.translation import tr


def page_button(theme: Theme) -> KeyButton:
    """The button that opens the customer's own page."""
    return KeyButton(theme, tr("主页"), icon="external-link", keys=in_lists("open_page"), height="control_32")


class CustomerHead(QWidget):
    """Shows one customer at the top of a panel."""

    def __init__(self, theme: Theme, button: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar(theme, "", 40)
        self._name = TextLabel(theme, "", "card_name")
        self._reach = DottedLabel(theme, (), "meta")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(person_row(self._avatar, self._name, self._reach, button))

    @property
    def name(self) -> str:
        """Who is shown."""
        return self._name.text()

    def show_person(self, nickname: str, verified: str, followers: int | None, more: Sequence[str]) -> None:
        """Show somebody; ``more`` stands after how many follow them."""
        self._avatar.show_person(nickname, verified_mark(verified))
        self._name.setText(nickname)
        reach = "" if followers is None else tr("{0} 粉丝", people_words(followers))
        self._reach.set_parts((reach, *more))
