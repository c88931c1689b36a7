"""A coming day to choose: its heading, the line to type it in, and buttons for the usual ones (Alt and a digit)."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.day_field import DayField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr


class UsualDays(QWidget):
    """``field`` keeps what was chosen; empty words among the usual ones stand for no day at all."""

    def __init__(self, theme: Theme, field: DayField, heading: str, usual: Sequence[str], none: str) -> None:
        super().__init__()
        self._field = field
        self._usual = tuple(usual)
        self.choices = tuple(
            KeyButton(theme, words or none, keys=str(number), height="control_32")
            for number, words in enumerate(usual, start=1)
        )
        row = QHBoxLayout()
        row.addWidget(TextLabel(theme, heading, "body", weight=600))
        row.addStretch()
        row.addWidget(TextLabel(theme, tr("直接写，或按 Alt 加数字选"), "secondary", "text2"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in self.choices:
            flow.addWidget(button)
            button.clicked.connect(self._choose_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(field)
        column.addSpacing(4)
        column.addWidget(buttons)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+digit: one of the usual days."""
        if 0 < number <= len(self._usual):
            self._field.show_words(self._usual[number - 1])

    @Slot()
    def _choose_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.choices:
            self.choose(self.choices.index(sender) + 1)
