"""Reading a week beside the window's thread: the last question counts, the one before it is given up."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from ui.support.background_desk import BackgroundDesk
from ui.support.context import Context
from ui.support.tasks import Handlers, Lane, Task
from ui.support.texts import sentence
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.stages import StoppedError

UNNOTICED = 200
"""Milliseconds in which nobody minds that nothing is said."""


class WeekReader(QObject):
    """``read`` carries the summary that was asked for last, ``failed`` a sentence; ``slow`` says it takes a moment."""

    read = Signal(object)
    failed = Signal(str)
    slow = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = BackgroundDesk(context, Lane.FIGURES)
        self._task: Task | None = None
        self._asked = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(UNNOTICED)
        self._patience.timeout.connect(self._tell_slow)

    @property
    def reading(self) -> bool:
        """True until the last question is answered."""
        return self._task is not None

    def ask(self, week: Week, against: Week | None) -> None:
        """Read a week beside another one (None: the one before)."""
        if self._task is not None:
            self._task.cancel()
        self._asked += 1

        def work(operator: Operator, task: Task) -> WeeklySummary | None:
            def reached() -> None:
                if task.cancelled:
                    raise StoppedError

            try:
                reached()
                return operator.weekly.summary(week, against=against, reached=reached)
            except StoppedError:
                return None

        handlers = Handlers(partial(self._take, self._asked), partial(self._fail, self._asked))
        self._task = self._desk.run(work, handlers)
        self._patience.start()

    def _take(self, asked: int, summary: WeeklySummary | None) -> None:
        if self._is_answer(asked) and summary is not None:
            self._settle()
            self.read.emit(summary)

    def _fail(self, asked: int, error: Exception) -> None:
        if not isinstance(error, OperatorError):
            raise error
        if self._is_answer(asked):
            self._settle()
            self.failed.emit(sentence(error))

    def _is_answer(self, asked: int) -> bool:
        """Whether that was the last question, and there is still a page that wants to know."""
        return asked == self._asked and isValid(self)

    def _settle(self) -> None:
        self._task = None
        self._patience.stop()

    @Slot()
    def _tell_slow(self) -> None:
        self.slow.emit()
