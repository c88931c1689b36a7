"""One setting in its card: title and hint at the left, the control at the right, a refusal below."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import paint_box


class SettingRow(QWidget):
    """``refuse`` shows a sentence at the field; an empty one takes it away."""

    def __init__(self, theme: Theme, title: str, hint: str, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = TextLabel(theme, "", "meta", "danger_text", wrap=True)
        self._refusal.hide()
        self._hint = TextLabel(theme, hint, "secondary", "text2", wrap=True)
        if not hint:
            self._hint.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theme, title, "body"))
        words.addWidget(self._hint)
        words.addWidget(self._refusal)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 9, 0, 9)
        self._column.setSpacing(6)
        self._column.addLayout(row)

    @property
    def refusal(self) -> str:
        """The sentence shown at the field, empty when all is well."""
        return self._refusal.text()

    @property
    def hint(self) -> str:
        """What is said below the title."""
        return self._hint.text()

    def set_hint(self, hint: str) -> None:
        """Say something else below the title."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def add_below(self, widget: QWidget) -> None:
        """A line of its own under title and control."""
        self._column.addWidget(widget)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))


class SettingCard(QWidget):
    """A white card of rows with hairlines between them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[QObject, QFrame] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 6, 16, 6)
        self._column.setSpacing(0)
        theme.changed.connect(self.update)

    def add(self, row: QWidget) -> None:
        """Append a row; the hairline above it comes and goes with it."""
        if self._column.count():
            line = QFrame()
            line.setProperty("surface", "line")
            line.setFixedHeight(1)
            self._column.addWidget(line)
            self._lines[row] = line
            row.installEventFilter(self)
        self._column.addWidget(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A hidden row leaves no hairline behind."""
        line = self._lines.get(watched)
        if line is not None and event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            line.setVisible(event.type() is QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        painter = QPainter(self)
        paint_box(painter, self.rect(), theme.size("radius_card"), theme.color("surface"), theme.color("divider"))
        painter.end()


class Section(QWidget):
    """One category's content: a column of cards and headings, never wider than is good to read."""

    WIDTH = 640

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        theme.changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Show what is stored; overridden where there is something to read."""

    @Slot()
    def _fit(self) -> None:
        self.setMaximumWidth(self.theme.px(self.WIDTH))

    def heading(self, text: str) -> TextLabel:
        """A heading above the next card."""
        label = TextLabel(self.theme, text, "secondary", "text2", weight=600)
        self.column.addWidget(label)
        return label

    def card(self) -> SettingCard:
        """Append an empty card."""
        card = SettingCard(self.theme)
        self.column.addWidget(card)
        return card
