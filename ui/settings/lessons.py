"""What the operator's corrections have taught triage: how much it is, and the button that clears it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.settings.row import SettingRow
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from weibo_operator.domain.errors import OperatorError
from weibo_operator.translation import tr

_HINT = tr(
    "你改过的类型、性质、部门、级别和公开或私信，会用在以后相近的话上，理由里写“按你改过的…”；只存在这台电脑上。"
)


class LessonsRow(SettingRow):
    """The count and the button; clearing can be undone with Ctrl+Z."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.clear = KeyButton(context.theme, tr("清除已学的改法"), icon="trash-2", height="control_34")
        super().__init__(context.theme, tr("从你的改动里学"), _HINT, self.clear, parent=parent)
        self._context = context
        self.clear.clicked.connect(self._forget)

    def refresh(self) -> None:
        """Say how many corrections there are; nothing to clear, no button to press."""
        count = self._context.operator.lessons.count()
        self.clear.setText(tr("清除已学的 {0} 处改法", count) if count else tr("还没有学到改法"))
        self.clear.setEnabled(count > 0)

    @Slot()
    def _forget(self) -> None:
        try:
            outcome = self._context.operator.lessons.forget()
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已学的 {0} 处改法清除了", outcome.value))
        self.refresh()
