"""Has the check read its word model, and learn the shop's own sentences, in the background and on this machine only."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.support.context import Context
from ui.support.tasks import FIRST_PICTURE, Handlers, Task
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import Intent
from weibo_operator.translation import tr

AFTER_REPLIES = 20
AT_THE_END = 0.5
"""Seconds for which the window is let go first, where it never rests, before all is counted together."""
QUIET_MSEC = 3000
"""Templates are saved while they are written: learn when that has rested for so long."""


class Learning(QObject):
    """``ready`` once the model is read; learns then, after every twenty replies, and when templates have changed."""

    ready = Signal()
    learnt = Signal()
    """The shop's own sentences count from now on."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._is_ready = False
        self._sent = 0
        self.times = 0
        """How often the shop's sentences have been learnt since the start."""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MSEC)
        self._quiet.timeout.connect(self.learn)
        context.news.changed.connect(self._hear)

    @property
    def is_ready(self) -> bool:
        """Whether the word model has been read."""
        return self._is_ready

    def begin(self) -> None:
        """Read the word model, then learn."""
        check = self._context.operator.check

        def work(task: Task) -> object:
            task.wait_for_rest(FIRST_PICTURE)
            return check.load()

        self._context.runner.run(work, Handlers(done=self._loaded, failed=self._not_loaded))

    @Slot()
    def learn(self) -> None:
        """Learn our latest replies and the templates, in place of what was learnt before."""
        check = self._context.operator.check
        self._sent = 0
        self._quiet.stop()

        def work(task: Task) -> object:
            # Read by the worker: a thousand rows took the window's thread 90 ms beside another busy one.
            with self._context.second_desk() as desk:
                texts = desk.replies.own_texts()
            return check.learn(_giving_way(task, texts))

        self._context.runner.run(work, Handlers(done=self._learnt, failed=self._not_loaded))

    @Slot(object, str)
    def note_sent(self, intent: Intent, _then: str) -> None:
        """A reply was sent; every twentieth has all of them learnt."""
        if not intent.is_ack:
            self._sent += 1
            if self._sent >= AFTER_REPLIES:
                self.learn()

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self._is_ready and changes.tables & {"template", "wording"}:
            self._quiet.start()

    def _loaded(self, _nothing: object) -> None:
        self._is_ready = True
        self.ready.emit()
        self.learn()

    def _learnt(self, _nothing: object) -> None:
        self.times += 1
        self.learnt.emit()

    def _not_loaded(self, error: Exception) -> None:
        """Say it once; sending checks all the same and will meet the error itself."""
        self._context.news.notice.emit(tr("错字检查没有准备好：{0}", error))


def _giving_way(task: Task, texts: Iterable[str]) -> Iterator[str]:
    """The texts, one by one: between two of them the window goes first, as the next customer is just being opened."""
    for text in texts:
        task.give_way()
        yield text
    task.wait_for_rest(AT_THE_END)  # what follows is one piece of work
