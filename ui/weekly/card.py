"""A white card with a title, a remark at its right, and an optional way to the tickets behind it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import PAD, KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import paint_box
from weibo_operator.translation import tr

SIDE = 16


class Card(QWidget):
    """Put content into ``body``; ``asked`` tells that the operator wants the tickets behind it."""

    asked = Signal()

    def __init__(self, theme: Theme, title: str = "", *, opens: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._remark = TextLabel(theme, "", "meta", "text2")
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self.button = KeyButton(theme, tr("看工单"), variant="ghost", height="control_28")
        self.button.setAccessibleName(tr("{0}：看工单", title))
        self.button.set_tight(tight=True)
        if not opens:  # it is shown with its card: by itself it would be a window of its own
            self.button.hide()
        self._opens = opens
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        if title:
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(TextLabel(theme, title, "card_name"))
            head.addStretch()
            head.addWidget(self._remark)
            head.addWidget(self.button)
            column.addLayout(head)
        column.addLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)
        self.button.clicked.connect(self._ask)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_remark(self, text: str) -> None:
        """Say something at the right of the title."""
        self._remark.setText(text)

    @Slot()
    def _restyle(self) -> None:
        """The button's words end where the content does: its edge is not to be seen."""
        beyond = min(SIDE, self._theme.px(PAD)) if self._opens else 0
        self._column.setContentsMargins(SIDE, 12, SIDE - beyond, 12)
        self.body.setContentsMargins(0, 0, beyond, 0)
        self.update()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.hasFocus():
            self.button.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        theme = self._theme
        paint_box(painter, self.rect(), theme.size("radius_card"), theme.color("surface"), theme.color("divider"))
        painter.end()
