"""Passing notices over the workspace: what was done, with 撤销 where it can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.context import Context
from ui.widgets.toast import Toast

UNDO_MSEC = 8000


class Notices(QObject):
    """One toast that shows the news' sentences."""

    undo = Signal()
    explain = Signal()
    """写原因 for a turn that was skipped."""

    def __init__(self, context: Context, host: QWidget, room_below: Callable[[], int]) -> None:
        """``room_below`` says how many pixels at the bottom of ``host`` hold buttons that must stay in sight."""
        super().__init__(host)
        self._room_below = room_below
        self._toast = Toast(context.theme, host)
        self._toast.acted.connect(self.undo)
        self._toast.second_acted.connect(self.explain)
        context.news.notice.connect(self.say)
        context.news.undoable.connect(self.say_undoable)
        context.news.skipped.connect(self.say_skipped)

    @Slot()
    def fit(self) -> None:
        """Another page or arrangement is shown: keep clear of its buttons."""
        self._toast.set_bottom_space(self._room_below())

    @Slot(str)
    def say(self, words: str) -> None:
        """Say something that needs no answer."""
        self.fit()
        self._toast.show_message(words, icon="info")

    @Slot(str)
    def say_undoable(self, words: str) -> None:
        """Say what was done and offer 撤销."""
        self.fit()
        self._toast.show_message(words, icon="circle-check", action="撤销", keys="Z", msec=UNDO_MSEC)

    @Slot(str)
    def say_skipped(self, words: str) -> None:
        """Say who was skipped; the reason can be written now, the skip taken back."""
        self.fit()
        self._toast.show_message(
            words, icon="arrow-right", action="撤销", keys="Z", second="写原因", second_keys="Alt P", msec=UNDO_MSEC
        )
