"""A field with its name above and, when something is wrong with it, the sentence below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel


class FormField(QWidget):
    """Holds one control; the line below shows a remark or, in red, what is wrong."""

    def __init__(self, theme: Theme, name: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._said = TextLabel(theme, "", "secondary", "text2")
        control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(theme, name, "secondary", "text2"))
        column.addWidget(control, 1)
        column.addWidget(self._said)
        self._said.hide()

    @property
    def said(self) -> str:
        """The line below, empty while there is none."""
        return self._said.text()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show a remark, or with ``wrong`` an error; empty words take it away."""
        self._said.setText(words)
        self._said.set_role("danger_text" if wrong else "text2")
        self._said.setVisible(bool(words))
        self.control.setAccessibleDescription(words)
