"""希望几点前答复: four usual answers or any time typed as people say it, with what was understood."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.support.when import parse_when
from ui.widgets.label import TextLabel
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

USUAL = (tr("今天 18:00"), tr("明天 12:00"), tr("明天 18:00"), tr("3 天后"))
DUE_HOUR = 18
"""A day without a time: until that day's end of work."""


class DueField(QWidget):
    """A time field; ``due`` is None while it is not understood."""

    changed = Signal()
    typed = Signal()
    """The operator chose or wrote a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = datetime.fromtimestamp(0, UTC)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setCompleter(None)  # pyright: ignore[reportArgumentType] - None switches completion off
        self.box.setAccessibleName(tr("希望几点前答复"))
        self._meant = TextLabel(theme, "", "meta", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self._meant)
        self.box.editTextChanged.connect(self._reread)
        self.box.activated.connect(self._tell_typed)
        line = self.box.lineEdit()
        if line is not None:
            line.textEdited.connect(self._tell_typed)

    @property
    def due(self) -> datetime | None:
        """The moment meant, None when not understood."""
        return parse_when(self.box.currentText(), self._now, day_hour=DUE_HOUR)

    @property
    def meant(self) -> str:
        """What the field says it understood."""
        return self._meant.text()

    def show_due(self, due: datetime, now: datetime) -> None:
        """Offer the usual times that are still to come, with ``due`` filled in."""
        self._now = now
        self.box.clear()
        for text in USUAL:
            moment = parse_when(text, now, day_hour=DUE_HOUR)
            if moment is not None and moment > now + timedelta(minutes=30):
                self.box.addItem(text)
        self.box.setEditText(clock_words(due, now))
        self._reread()

    @Slot()
    def _tell_typed(self) -> None:
        self.typed.emit()

    @Slot()
    def _reread(self) -> None:
        due = self.due
        if due is None:
            self._meant.setText(tr("没看懂这个时间，试试“明天下午”“3天后”“11-25 9:00”"))
        elif due <= self._now:
            self._meant.setText(tr("{0} 已经过了", clock_words(due, self._now)))
        else:
            self._meant.setText(tr("{0}，还有 {1}", clock_words(due, self._now), duration_words(due - self._now)))
        self._meant.set_role("text2" if due is not None and due > self._now else "danger_text")
        self.changed.emit()
