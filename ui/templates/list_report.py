"""The lines of a file that were not read in, each with where it stands and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.domain.list_file import LineProblem
from weibo_operator.services.knowledge_words import problem_words
from weibo_operator.translation import tr

WIDTH, HEIGHT = 620, 420


class LeftOutDialog(DialogFrame):
    """Can be copied; the rest of the file has been read in."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("没有读进来的行"), WIDTH, HEIGHT)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(tr("没有读进来的行"))
        self._close = KeyButton(theme, tr("知道了"), keys="Esc", variant="primary")
        self.frame.body.addWidget(
            TextLabel(
                theme, tr("其余的行都读进来了。在表格里改好这几行，再导入一次就行。"), "secondary", "text2", wrap=True
            )
        )
        self.frame.body.addWidget(self.list, 1)
        self.frame.fill_foot([], [self._close])
        self._close.clicked.connect(self.dismiss)

    def open_with(self, name: str, problems: Sequence[LineProblem]) -> None:
        """Show the lines of a file."""
        self.frame.set_title(tr("没有读进来的行"), (name, tr("{0} 行", len(problems))))
        self.list.setPlainText("\n".join(map(problem_words, problems)))
        self.open_over()
        self.list.setFocus()
