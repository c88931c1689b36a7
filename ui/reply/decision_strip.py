"""The frame of a question in the composer's place: cause, what to do, the text it is about, buttons with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.reply.answer_row import AnswerRow
from ui.reply.wrapped import wrapped_label
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

SIDE, TOP, GAP = 18, 14, 8
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class DecisionStrip(QWidget):
    """Digits and letters press its buttons while it has the focus, as no text field has it then."""

    def __init__(
        self,
        theme: Theme,
        *,
        aside: Sequence[QWidget],
        left: Sequence[KeyButton],
        right: Sequence[KeyButton],
        parent: QWidget | None = None,
    ) -> None:
        """``aside`` stands beside the title, ``left`` and ``right`` at the foot."""
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        self._icon_name: str = "circle-check"
        self._icon_role: ColorRole = "success_text"
        self._title = TextLabel(theme, "", "person")
        self._hint = wrapped_label(theme, "body")
        self._text = wrapped_label(theme, "body")
        self._box = self._quote()
        self._foot = AnswerRow(theme, left, right)
        self._buttons = (*left, *right, *(widget for widget in aside if isinstance(widget, KeyButton)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._column = QVBoxLayout(self)
        self._lay_out(aside)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """Title and hint, as shown."""
        return tr("{0}。{1}", self._title.text(), self._hint.text())

    @property
    def answers(self) -> tuple[str, ...]:
        """The words of the answers offered now."""
        return tuple(button.text() for button in self._buttons if not button.isHidden())

    def height_for(self, width: int, room: int | None = None) -> int:
        """The height that shows a line of the text and everything around it.

        Where there is not so much ``room`` the text is left out: it stands in the conversation above.
        """
        self._box.setVisible(True)
        needed = self._column.minimumHeightForWidth(width)
        if room is not None and needed > room:
            self._box.setVisible(False)
            needed = self._column.minimumHeightForWidth(width)
        return needed

    def tell(self, title: str, hint: str, text: str, *, icon: str, role: ColorRole) -> None:
        """Show another question, or the same one with other words."""
        self._icon_name, self._icon_role = icon, role
        self._title.setText(title)
        self._title.setToolTip(title)
        self._hint.setText(hint)
        self._text.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(tr("{0}。{1}", title, hint))
        self._foot.fit()
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit or letter, once per press."""
        key = event.key()
        letter = chr(key) if key < 128 else ""
        found = [button for button in self._buttons if not button.isHidden() and button.keys == letter]
        if not found or event.modifiers() not in PLAIN or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        found[0].click()

    def changeEvent(self, event: QEvent) -> None:
        """Take the keys again when the operator comes back from the browser."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    @property
    def _quote_height(self) -> int:
        """Room for a line of the text; more of it is scrolled."""
        return self._theme.line_height("body") + 18

    @Slot()
    def _restyle(self) -> None:
        self._box.setMinimumHeight(self._quote_height)
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, self._icon_role, self._theme.px(20)))

    def _lay_out(self, aside: Sequence[QWidget]) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        for widget in aside:
            head.addWidget(widget)
        outer = self._column
        outer.setContentsMargins(SIDE, TOP, SIDE, TOP)
        outer.setSpacing(GAP)
        outer.addLayout(head)
        outer.addWidget(self._hint)
        outer.addWidget(self._box, 1)
        outer.addWidget(self._foot)

    def _quote(self) -> QFrame:
        box = QFrame()
        box.setProperty("surface", "quote")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(1)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(11, 7, 11, 7)
        column.addWidget(self._text)
        column.addStretch()
        area.setWidget(holder)
        inside.addWidget(area)
        return box
