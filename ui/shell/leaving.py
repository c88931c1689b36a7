"""Closing the window while replies have not gone: finish first, leave them for next time, or stay."""

from collections.abc import Callable
from enum import Enum, auto
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.shell.courier import Courier
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

WIDTH = 520
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Stage(Enum):
    """What the question has come to."""

    NONE = auto()
    ASKED = auto()
    FINISHING = auto()
    """Everything that may go goes first."""
    STOPPING = auto()
    """Nothing new begins; the request under way is waited for."""


class LeavingDialog(DialogFrame):
    """The question in the window; ``finish_asked`` and ``later_asked``, or it is dismissed."""

    finish_asked = Signal()
    later_asked = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("还有回复没发出"), WIDTH)
        theme = context.theme
        self._words = TextLabel(theme, "", "body", wrap=True, max_lines=3)
        self.cancel_button = KeyButton(theme, tr("取消"), keys="Esc")
        self.later_button = KeyButton(theme, tr("留到下次"), keys="2")
        self.finish_button = KeyButton(theme, tr("发完再退出"), icon="send", keys="↵", variant="primary")
        self.frame.body.addWidget(self._words)
        self.frame.fill_foot([], [self.cancel_button, self.later_button, self.finish_button])
        self.cancel_button.clicked.connect(self._give_up)
        self.later_button.clicked.connect(self.later_asked)
        self.finish_button.clicked.connect(self.finish_asked)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def open_over(self) -> None:
        """Show over the host; Enter is the safe answer."""
        super().open_over()
        if self.finish_button.isVisibleTo(self):
            self.finish_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_stage(self, stage: Stage, count: int) -> None:
        """Say how it stands with ``count`` replies that have not gone."""
        title = tr("还有 {0} 条回复没发出", count) if count else tr("正在停下")
        words = {
            Stage.ASKED: tr("发完再退出大约要几秒。留到下次的，启动时会先问你，不会自己发出去。"),
            Stage.FINISHING: tr("正在发，还剩 {0} 条。发完就退出。", count),
            Stage.STOPPING: tr("正在等微博对最后一次请求的答复，结果记下来就退出，最多一分钟。"),
        }
        self.frame.set_title(title)
        self._words.setText(words.get(stage, ""))
        self.finish_button.setVisible(stage is Stage.ASKED)
        self.later_button.setVisible(stage in (Stage.ASKED, Stage.FINISHING))

    @Slot()
    def _give_up(self) -> None:
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes, 2 leaves them, Esc stays; a held key counts once."""
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in ENTER and self.finish_button.isVisibleTo(self):
            self.finish_asked.emit()
        elif event.key() == Qt.Key.Key_2 and self.later_button.isVisibleTo(self):
            self.later_asked.emit()
        else:
            super().keyPressEvent(event)


class Leaving(QObject):
    """Asked by the window before it closes; closes it when everything is settled."""

    def __init__(self, context: Context, host: QWidget, courier: Courier, close: Callable[[], object]) -> None:
        super().__init__(host)
        self._host = host
        self._context = context
        self._courier = courier
        self._close = close
        self._stage = Stage.NONE
        courier.changed.connect(self._look)
        courier.idle.connect(self._look)

    @cached_property
    def dialog(self) -> LeavingDialog:
        """The question."""
        made = LeavingDialog(self._context, self._host)
        made.finish_asked.connect(self._finish)
        made.later_asked.connect(self._later)
        made.dismissed.connect(self._stay)
        return made

    def may_close(self) -> bool:
        """True when nothing is on its way; else the question is on the window, which closes itself afterwards."""
        if not self._courier.is_running:
            return self._stage is not Stage.STOPPING or not self._courier.is_busy
        leaving = self._context.operator.outbox.counts().leaving
        if not leaving and not self._courier.is_busy:
            self._courier.stop()
            return True
        if self._stage is Stage.NONE:
            self._set(Stage.ASKED if leaving else Stage.STOPPING)
            if not leaving:
                self._courier.stop()
            self.dialog.open_over()
        return False

    @Slot()
    def _finish(self) -> None:
        self._set(Stage.FINISHING)
        self._look()

    @Slot()
    def _later(self) -> None:
        self._set(Stage.STOPPING)
        self._courier.stop()
        self._look()

    @Slot()
    def _stay(self) -> None:
        stopped = self._stage is Stage.STOPPING
        self._stage = Stage.NONE
        if stopped:
            self._courier.go_on()

    @Slot()
    def _look(self) -> None:
        """Close when nothing is left to wait for."""
        if self._stage in (Stage.NONE, Stage.ASKED):
            return
        left = self._context.operator.outbox.counts().leaving
        if self._stage is Stage.FINISHING and not left:
            self._stage = Stage.STOPPING
            self._courier.stop()
        self._set(self._stage)
        if self._stage is Stage.STOPPING and not self._courier.is_busy:
            self._stage = Stage.NONE
            self.dialog.close_over()
            self._close()

    def _set(self, stage: Stage) -> None:
        self._stage = stage
        self.dialog.show_stage(stage, self._context.operator.outbox.counts().leaving)
