"""The field for a department's answer: what is pasted into it is told whole, so that it can be read by its code."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.writing_field import WritingField
from weibo_operator.translation import tr


class AnswerText(WritingField):
    """Plain text only; ``pasted`` carries a paste instead of putting it in."""

    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("部门的反馈"))
        self.setPlaceholderText(tr("把部门回的话贴在这里，引用和编号会自动去掉"))
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Tell a paste of text; nothing else can be pasted."""
        if source.hasText():
            self.pasted.emit(source.text())
