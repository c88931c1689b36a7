"""Where the open handoffs go when their department is taken out or renamed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ui.support.theme import Theme
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.translation import label, tr

WIDTH = 500


class MoveDialog(FormDialog):
    """``chosen`` carries the department that is left and the one that takes over; ``given_up`` when nothing changes."""

    chosen = Signal(str, str)
    given_up = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("没有结束的转交移到哪里"), tr("移过去并保存"), width=WIDTH)
        self._name = ""
        self._done = False
        self.question = TextLabel(theme, "", "body", wrap=True)
        self.to = QComboBox()
        self.to.setAccessibleName(tr("移到哪个部门"))
        self.frame.body.addWidget(self.question)
        self.frame.body.addWidget(self.to)
        self.submitted.connect(self._take)
        self.closed.connect(self._tell)

    def ask(self, name: str, count: int, others: Sequence[str], proposed: str) -> None:
        """Ask for one department that goes."""
        self._name, self._done = name, False
        self.question.setText(
            tr("{0}还有 {1} 张没有结束的转交，一张也不会丢。选一个部门接着等答复：", label(name), count)
        )
        self.to.clear()
        for other in others:
            self.to.addItem(label(other), other)
        self.to.setCurrentIndex(max(0, self.to.findData(proposed)))
        self.say(tr("取消就什么都不改"))
        self.open_over()
        self.to.setFocus()

    @Slot()
    def _take(self) -> None:
        self._done = True
        self.close_over()
        self.chosen.emit(self._name, str(self.to.currentData() or ""))

    @Slot()
    def _tell(self) -> None:
        if not self._done:
            self.given_up.emit()
