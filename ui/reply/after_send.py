"""The 发送后 box: what becomes of the ticket once its reply is out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from weibo_operator.domain.labels import State
from weibo_operator.domain.reply import AFTER_SEND_CHOICES, AfterSend
from weibo_operator.translation import tr

STATES = {State.IN_PROGRESS: tr("处理中"), State.FOLLOW_UP: tr("待回访"), State.CLOSED: tr("完成")}


def after_words(after: AfterSend) -> str:
    """Return a choice in words: 处理中，3 天后回访."""
    if after.follow_up_days is None:
        return STATES[after.state]
    if after.state is State.FOLLOW_UP:
        return tr("待回访，{0} 天后", after.follow_up_days)
    return tr("{0}，{1} 天后回访", STATES[after.state], after.follow_up_days)


class AfterSendBox(QComboBox):
    """The choices of ``AFTER_SEND_CHOICES``; the wheel does nothing, so that scrolling never changes what happens."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for after in AFTER_SEND_CHOICES:
            self.addItem(after_words(after))
        self.setAccessibleName(tr("发送后"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._tell)

    @property
    def value(self) -> AfterSend:
        """The choice made."""
        return AFTER_SEND_CHOICES[self.currentIndex()]

    def set_value(self, after: AfterSend) -> None:
        """Choose; an unknown value chooses the first."""
        known = after in AFTER_SEND_CHOICES
        self.setCurrentIndex(AFTER_SEND_CHOICES.index(after) if known else 0)

    @Slot(int)
    def _tell(self, _index: int) -> None:
        self.chosen.emit(self.value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on."""
        event.ignore()
