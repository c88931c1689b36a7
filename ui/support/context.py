"""What every screen is given: the desk's services, the theme, the background runner, the desktop, news of changes."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field
from PySide6.QtCore import QObject, Signal

from ui.support.connection import Connection
from ui.support.desktop import Desktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.operations import Changes


class News(QObject):
    """Tells every view what a commit changed (one ``Changes`` value after each), and passes on notices."""

    changed = Signal(object)
    """``Changes``: re-read what you show of it."""
    notice = Signal(str)
    """A sentence for the operator, shown as a passing notice."""
    undoable = Signal(str)
    """A sentence about an operation that can be undone, shown as a notice with 撤销."""
    taught = Signal(str, object)
    """A sentence about a lesson of the check, and what takes it back (called without arguments)."""
    skipped = Signal(str)
    """A sentence about a turn that was skipped, shown with 撤销 and 写原因."""
    backed_up = Signal()
    """An automatic backup was made, or could not be."""

    def tell(self, changes: Changes) -> None:
        """Announce a commit."""
        if changes.tickets or changes.tables:
            self.changed.emit(changes)


class Context(Struct, frozen=True):
    """Handed to each screen's constructor; holds no state of its own."""

    operator: Operator
    theme: Theme
    runner: TaskRunner
    desktop: Desktop
    news: News
    open_operator: Callable[[], Operator]
    """Opens the same file a second time; work in the background asks ``second_desk`` for it."""
    resources: Path
    practice_weibo: str = ""
    """Where a practice Weibo listens on this machine (http://127.0.0.1:port); empty: none, or not practice data."""
    connection: Connection = field(default_factory=Connection)
    """Whether the platform could be reached."""

    def open_second_desk(self) -> Operator:
        """The same file for a thread in the background, which gives way to the window before every statement."""
        operator = self.open_operator()
        operator.desk.give_way(self.runner.rest.wait_holding)
        return operator

    @contextmanager
    def second_desk(self) -> Generator[Operator]:
        """``open_second_desk`` for one piece of work, closed again after it."""
        operator = self.open_second_desk()
        try:
            yield operator
        finally:
            operator.close()
