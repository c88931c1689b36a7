"""The crisis in the customer panel: why the alarm was given, how far the checklist is, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box
from weibo_operator.domain.crisis_case import OPEN_CASES, CrisisView, PlaybookStep
from weibo_operator.translation import tr

PAD = 10


class CrisisSection(QWidget):
    """Hidden for a ticket without a crisis."""

    checklist_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = TextLabel(theme, "", "body", "danger_text", weight=600)
        self._signals = wrapped_label(theme)
        self._next = wrapped_label(theme, role="text2")
        self.button = KeyButton(theme, tr("清单"), keys=in_lists("crisis"), height="control_28")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._signals)
        column.addWidget(self._next)
        self.button.clicked.connect(self.checklist_asked)
        theme.changed.connect(self._restyle)
        self.hide()

    @property
    def words(self) -> str:
        """Everything the section says, in reading order."""
        return "\n".join(label.text() for label in (self._title, self._signals, self._next))

    def show_crisis(self, view: CrisisView | None, line: str, steps: Sequence[PlaybookStep]) -> None:
        """Show a ticket's crisis; None, or one that is over, hides the section."""
        if view is None or view.row.state not in OPEN_CASES:
            self.hide()
            return
        self._title.setText(
            tr("危机待确认") if view.row.undecided else tr("危机 {0} / {1}", len(view.steps), len(steps))
        )
        self._signals.setText(line)
        following = next((step for step in steps if step.key not in view.steps), None)
        self._next.setText(
            tr("清单都做完了") if following is None else tr("{0}，下一步：{1}", following.phase, following.title)
        )
        self.setAccessibleName(self.words)
        self.show()

    @Slot()
    def _restyle(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted box."""
        painter = QPainter(self)
        fill_box(painter, self.rect(), self._theme.size("radius_row"), self._theme.color("danger_subtle"))
        painter.end()
