"""Reading a week beside the window's thread: the last question counts, the one before it is given up."""

from collections.abc import Callable
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
from weibo_operator.domain.weekly import TicketDetail
from weibo_operator.services.stages import Progress, StoppedError
from weibo_operator.services.weekly import Begun, Weekly

UNNOTICED = 200
"""Milliseconds in which nobody minds that nothing is said."""


class LastQuestion(QObject):
    """Asks a second desk one thing at a time; ``answered`` carries what came of the question asked last.

    ``failed`` carries a sentence; ``slow`` says that it takes a moment.
    """

    answered = Signal(object)
    failed = Signal(str)
    slow = Signal()

    def __init__(self, desk: BackgroundDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._asked = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(UNNOTICED)
        self._patience.timeout.connect(self.slow)

    @property
    def asking(self) -> bool:
        """True until the last question is answered."""
        return self._task is not None

    def ask(self, work: Callable[[Weekly, Progress], object]) -> None:
        """Give up the question before; ``work`` gets the week's figures and what it calls between two steps."""
        self.give_up()

        def answer(operator: Operator, task: Task) -> object:
            def reached(_done: int, _total: int) -> None:
                if task.cancelled:
                    raise StoppedError

            try:
                reached(0, 1)
                return work(operator.weekly, reached)
            except StoppedError:
                return None

        handlers = Handlers(partial(self._take, self._asked), partial(self._fail, self._asked))
        self._task = self._desk.run(answer, handlers)
        self._patience.start()

    def give_up(self) -> None:
        """Nobody wants to know any more."""
        self._asked += 1
        if self._task is not None:
            self._task.cancel()
            self._settle()

    def _take(self, asked: int, found: object) -> None:
        if self._is_answer(asked):
            self._settle()
            self.answered.emit(found)

    def _fail(self, asked: int, error: Exception) -> None:
        if not isinstance(error, OperatorError):
            raise error
        if self._is_answer(asked):
            self._settle()
            self.failed.emit(sentence(error))

    def _is_answer(self, asked: int) -> bool:
        """Whether that was the last question, and there is still a page that wants to know."""
        return isValid(self) and asked == self._asked

    def _settle(self) -> None:
        self._task = None
        self._patience.stop()


class WeekReader(QObject):
    """``read`` carries the summary that was asked for last: its figures at once, and whole when the words are there.

    The rising words have a lane of their own, as cutting the first ones reads a dictionary, and no list waits for that.
    """

    read = Signal(object)
    listed = Signal(object)
    """The tickets that were asked for last."""
    failed = Signal(str)
    slow = Signal()
    """The figures take a moment."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        desk = BackgroundDesk(context, Lane.FIGURES)
        self._figures = LastQuestion(desk, self)
        self._tickets = LastQuestion(desk, self)
        self._words = LastQuestion(BackgroundDesk(context, Lane.WORDS), self)
        self._figures.answered.connect(self._take_figures)
        self._figures.slow.connect(self.slow)
        self._words.answered.connect(self.read)
        self._tickets.answered.connect(self.listed)
        for question in (self._figures, self._words, self._tickets):
            question.failed.connect(self.failed)

    @property
    def reading(self) -> bool:
        """True until the whole week is read."""
        return self._figures.asking or self._words.asking

    @property
    def reading_figures(self) -> bool:
        """True until the figures are there."""
        return self._figures.asking

    @property
    def listing(self) -> bool:
        """True while tickets are looked for."""
        return self._tickets.asking

    def ask(self, week: Week, against: Week | None) -> None:
        """Read a week beside another one (None: the one before)."""
        self._words.give_up()
        self._figures.ask(lambda weekly, reached: weekly.begun(week, against=against, progress=reached))

    def ask_tickets(self, work: Callable[[Weekly], tuple[TicketDetail, ...]]) -> None:
        """Look for tickets."""
        self._tickets.ask(lambda weekly, _reached: work(weekly))

    @Slot()
    def drop_tickets(self) -> None:
        """Nobody looks at the list any more."""
        self._tickets.give_up()

    @Slot(object)
    def _take_figures(self, begun: Begun) -> None:
        self._words.ask(lambda weekly, reached: weekly.with_topics(begun, progress=reached))
        self.read.emit(begun.summary)
