"""After the handing over: the department's text is in the clipboard; paste it there, then go on to the customer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import TextBox
from weibo_operator.domain.handoff import Handoff
from weibo_operator.translation import label, tr

WIDTH = 520


class HandedOver(QWidget):
    """Step three: what was copied, and how to copy it again."""

    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = EmptyState(theme, 20)
        self._package = TextBox(theme, tr("发给部门的内容"), max_lines=9)
        self._next = TextLabel(theme, "", "body", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self.again = KeyButton(theme, tr("再复制一次"), icon="copy", height="control_34")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._state)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._package)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._next)
        column.addStretch()
        self.again.clicked.connect(self._ask_copy)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def title(self) -> str:
        """The sentence at the top."""
        return self._state.accessibleName()

    def show_handoff(self, handoff: Handoff, *, reassure: bool) -> None:
        """Show what was copied for which department."""
        self._state.show_message(
            "circle-check",
            tr("已复制给{0}的内容，去企业微信粘贴", label(handoff.addressee)),
            tr("编号 {0}。回复里带着编号，粘贴回来时会自动认出来", handoff.code),
            role="success_text",
        )
        self._package.show_text(handoff.package)
        self._next.setText(tr("贴好以后回到这里，接着安抚客户") if reassure else tr("贴好以后就可以关掉，等部门的反馈"))

    @Slot()
    def _ask_copy(self) -> None:
        self.copy_asked.emit()

    @Slot()
    def _restyle(self) -> None:
        self._package.setFixedWidth(self._theme.px(WIDTH))
