"""The variables a template may hold: chips that insert them, and their tint in the text."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from weibo_operator.domain.template import ASKED_VARIABLES, CURSOR, KNOWN_VARIABLES, VARIABLE, unknown_variables
from weibo_operator.translation import tr

HINT = tr("没有值时也能写替代的话：{部门|同事}，不知道部门就写“同事”")


class VariableChips(QWidget):
    """One small button per variable; ``chosen`` carries it as a template writes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6)
        self.setAccessibleName(tr("插入变量"))
        for name in (*KNOWN_VARIABLES, *ASKED_VARIABLES, CURSOR):
            chip = KeyButton(theme, name, height="control_28")
            chip.setObjectName(name)
            chip.setToolTip(_told_of(name))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self._choose)
            flow.addWidget(chip)

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit("{" + sender.objectName() + "}")


def _told_of(name: str) -> str:
    if name == CURSOR:
        return tr("插入模板后光标停在这里，接着写")
    return tr("程序会自动填上。{0}", HINT) if name in KNOWN_VARIABLES else tr("发送前由你填上")


class VariableTint(QSyntaxHighlighter):
    """Sets variables off from the words around them."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def is_right(self, variable: str) -> bool:
        """Whether a variable may stand there: a knowledge card's blanks go by any name."""
        return bool(variable)

    def highlightBlock(self, text: str) -> None:
        """Tint every variable of one paragraph."""
        for match in VARIABLE.finditer(text):
            style = QTextCharFormat()
            right = self.is_right(match.group())
            style.setForeground(self._theme.color("info_text" if right else "danger_text"))
            style.setBackground(self._theme.color("info_subtle" if right else "danger_subtle"))
            start = len(text[: match.start()].encode("utf-16-le")) // 2
            length = len(match.group().encode("utf-16-le")) // 2
            self.setFormat(start, length, style)


class KnownVariableTint(VariableTint):
    """Variables that the program doesn't know stand out in another colour."""

    def is_right(self, variable: str) -> bool:
        """Only those the program fills or asks for."""
        return not unknown_variables(variable)
