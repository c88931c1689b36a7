"""The variables a template may hold: chips that insert them, and their tint in the text."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from weibo_operator.domain.template import VARIABLE

KNOWN = ("客户", "店铺", "热线", "署名", "地址", "部门")
"""Filled by the program where the desk knows them."""
ASKED = ("订单号", "时间", "商品", "金额", "单号")
"""Filled by the operator before sending."""


class VariableChips(QWidget):
    """One small button per variable; ``chosen`` carries it as a template writes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6)
        self.setAccessibleName("插入变量")
        for name in (*KNOWN, *ASKED):
            chip = KeyButton(theme, name, height="control_28")
            chip.setObjectName(name)
            chip.setToolTip("程序会自动填上" if name in KNOWN else "发送前由你填上")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self._choose)
            flow.addWidget(chip)

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit("{" + sender.objectName() + "}")


class VariableTint(QSyntaxHighlighter):
    """Sets variables off from the words around them."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Tint every variable of one paragraph."""
        style = QTextCharFormat()
        style.setForeground(self._theme.color("info_text"))
        style.setBackground(self._theme.color("info_subtle"))
        for match in VARIABLE.finditer(text):
            start = len(text[: match.start()].encode("utf-16-le")) // 2
            length = len(match.group().encode("utf-16-le")) // 2
            self.setFormat(start, length, style)
