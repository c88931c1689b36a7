"""The checklist in its three phases; ↑ and ↓ go from step to step."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.crisis.step_row import StepRow
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.domain.crisis_case import DoneStep, PlaybookStep
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr


class Checklist(QWidget):
    """``ticked`` carries a step's key and whether it is done; ``words_asked`` a step whose words are wanted."""

    ticked = Signal(str, bool)
    words_asked = Signal(object)
    entered = Signal(object)
    """The row the focus came to."""

    def __init__(self, theme: Theme, steps: Sequence[PlaybookStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: dict[str, TextLabel] = {}
        self.rows: list[StepRow] = []
        self.setAccessibleName(tr("危机清单"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for step in steps:
            if step.phase not in self._phases:
                title = TextLabel(theme, step.phase, "body", "text2", weight=600)
                title.setContentsMargins(0, 0, 0, 0)
                self._phases[step.phase] = title
                column.addSpacing(6 if self.rows else 0)
                column.addWidget(title)
            row = StepRow(theme, step)
            row.toggled.connect(self.ticked)
            row.words_asked.connect(self.words_asked)
            row.entered.connect(self.entered)
            self.rows.append(row)
            column.addWidget(row)

    def show_done(self, done: Mapping[str, DoneStep], now: datetime) -> None:
        """Show which steps are done, and when."""
        for row in self.rows:
            found = done.get(row.step.key)
            row.box.show_done("" if found is None else clock_words(found.at, now))
        for phase, title in self._phases.items():
            keys = [row.step.key for row in self.rows if row.step.phase == phase]
            ticked = sum(key in done for key in keys)
            title.setText(f"{phase}  {ticked} / {len(keys)}")

    def focus_next(self) -> None:
        """Put the focus on the first step that is still open."""
        target = next((row for row in self.rows if not row.box.isChecked()), self.rows[0])
        target.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ go from step to step."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        move = steps.get(Qt.Key(event.key()))
        focused = QApplication.focusWidget()
        place = next((number for number, row in enumerate(self.rows) if row.box is focused), -1)
        if move is None or place < 0:
            super().keyPressEvent(event)
            return
        target = self.rows[min(max(0, place + move), len(self.rows) - 1)]
        target.box.setFocus(Qt.FocusReason.TabFocusReason)
        event.accept()
