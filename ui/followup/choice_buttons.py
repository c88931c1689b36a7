"""Choices as buttons with their digits, one of which is told when it is pressed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton


class ChoiceButtons(QWidget):
    """``choices`` are values with their words, in the order of their digits from 1."""

    picked = Signal(object)
    """The value of the button that was pressed."""

    def __init__(
        self, theme: Theme, choices: Mapping[object, str], columns: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = tuple(choices)
        self.buttons = tuple(
            KeyButton(theme, words, keys=str(number), height="control_34")
            for number, words in enumerate(choices.values(), start=1)
        )
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(6)
        for place, button in enumerate(self.buttons):
            self.grid.addWidget(button, place // columns, place % columns)
            button.clicked.connect(self._tell)

    def show_chosen(self, value: object) -> None:
        """Tick the button of the value that holds now."""
        for each, button in zip(self._values, self.buttons, strict=True):
            button.set_content(button.text(), "check" if each == value else "", button.keys)

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.buttons:
            self.picked.emit(self._values[self.buttons.index(sender)])
