"""A line for a coming day, typed as people say it (30 天后, 下周一, 12-1), with what was understood below it."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.support.when import parse_when
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.services.wording import day_words
from weibo_operator.translation import tr

NOT_UNDERSTOOD = tr("没看懂这一天，试试“30 天后”“下周一”“12-1”")


class DayField(QWidget):
    """``day`` is None for an empty line; ``is_wrong`` while what stands there is no day from today on."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], name: str, empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._empty = empty
        self._stored: date | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self._meant = TextLabel(theme, "", "secondary", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._meant)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._reread)

    @property
    def day(self) -> date | None:
        """The day as understood."""
        typed = self.line.text().strip()
        if self._stored is not None and typed == f"{self._stored:%Y-%m-%d}":
            return self._stored
        moment = parse_when(typed, self._now()) if typed else None
        return None if moment is None else china_day(moment)

    @property
    def is_wrong(self) -> bool:
        """True when the line can't be used as it stands; a day that was stored before may have passed."""
        day = self.day
        if day is None:
            return bool(self.line.text().strip())
        return day < china_day(self._now()) and day != self._stored

    @property
    def meant(self) -> str:
        """What the field says it understood."""
        return self._meant.text()

    def show_day(self, day: date | None) -> None:
        """Show a stored day, or the empty line."""
        self._stored = day
        self.line.setText("" if day is None else f"{day:%Y-%m-%d}")
        self._reread()

    def show_words(self, words: str) -> None:
        """Show words that are to be understood."""
        self._stored = None
        self.line.setText(words)
        self._reread()

    @Slot()
    def _reread(self) -> None:
        now, day = self._now(), self.day
        late = day is not None and day < china_day(now)
        if day is None:
            words = NOT_UNDERSTOOD if self.line.text().strip() else self._empty
        else:
            distance = (day - china_day(now)).days
            words = tr(
                "{0}，{1}",
                day_words(day_start(day), now),
                tr("还有 {0} 天", distance) if distance > 0 else tr("就是今天"),
            )
            words = tr("{0}，已经过去了，请选今天或以后", day_words(day_start(day), now)) if late else words
        self._meant.setText(words)
        self._meant.set_role("danger_text" if late or self.is_wrong else "text2")
