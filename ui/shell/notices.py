"""Passing notices over the workspace: what was done, with 撤销 where it can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.actions import anywhere, in_lists
from ui.support.context import Context
from ui.widgets.toast import Span, Toast
from weibo_operator.translation import tr

UNDO_MSEC = 8000


class Notices(QObject):
    """One toast that shows the news' sentences."""

    undo = Signal()
    explain = Signal()
    """写原因 for a turn that was skipped."""

    def __init__(
        self, context: Context, host: QWidget, room_below: Callable[[], int], column: Callable[[], Span | None]
    ) -> None:
        """``room_below`` says how many pixels at the bottom of ``host`` hold buttons that must stay in sight.

        ``column`` is the part of ``host`` that the toast may stand in.
        """
        super().__init__(host)
        self._room_below = room_below
        self._column = column
        self._toast = Toast(context.theme, host)
        self._take_back: Callable[[], object] | None = None
        self._toast.acted.connect(self._act)
        self._toast.second_acted.connect(self.explain)
        context.news.notice.connect(self.say)
        context.news.undoable.connect(self.say_undoable)
        context.news.skipped.connect(self.say_skipped)
        context.news.taught.connect(self.say_taught)

    @property
    def toast(self) -> Toast:
        """Where they are shown."""
        return self._toast

    @Slot()
    def fit(self) -> None:
        """Another page or arrangement is shown: keep clear of its buttons."""
        self._toast.set_column(self._column())
        self._toast.set_bottom_space(self._room_below())
        self._toast.raise_()

    @Slot(str)
    def say(self, words: str) -> None:
        """Say something that needs no answer."""
        self._fit_for(None)
        self._toast.show_message(words, icon="info")

    @Slot(str)
    def say_undoable(self, words: str) -> None:
        """Say what was done and offer 撤销."""
        self._fit_for(None)
        self._toast.show_message(words, icon="circle-check", action=tr("撤销"), keys=in_lists("undo"), msec=UNDO_MSEC)

    @Slot(str, object)
    def say_taught(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what the check has learnt and offer to take that back; it is no step of the desk's own undo."""
        self._fit_for(take_back)
        self._toast.show_message(words, icon="book-open", action=tr("撤销"), msec=UNDO_MSEC)

    @Slot(str)
    def say_skipped(self, words: str) -> None:
        """Say who was skipped; the reason can be written now, the skip taken back."""
        self._fit_for(None)
        self._toast.show_message(
            words,
            icon="arrow-right",
            action=tr("撤销"),
            keys=in_lists("undo"),
            second=tr("写原因"),
            second_keys=anywhere("explain_skip"),
            msec=UNDO_MSEC,
        )

    @Slot()
    def _act(self) -> None:
        if self._take_back is None:
            self.undo.emit()
        else:
            self._take_back()

    def _fit_for(self, take_back: Callable[[], object] | None) -> None:
        self._take_back = take_back
        self.fit()
