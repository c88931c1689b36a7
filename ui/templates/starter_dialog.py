"""Starter templates that are not in this file: a newer program brought them, or they were deleted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.support.theme import Theme
from ui.templates.file_words import starter_lines
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.services.template_edit import TemplateEdit
from weibo_operator.translation import tr

WIDTH, LINES = 640, 260
HOW = tr("加进来的是新的一条，你写过、改过的模板都不动。加入后可以一次撤销。")


class StarterDialog(FormDialog):
    """``accepted`` carries what is to be added; turned away, the set is not offered again by itself."""

    accepted = Signal(object)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("起始模板"), tr("加入"), WIDTH)
        self._edits: tuple[TemplateEdit, ...] = ()
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(tr("这里没有的起始模板"))
        self.frame.body.setSpacing(10)
        self.frame.body.addWidget(TextLabel(theme, HOW, "secondary", "text2", wrap=True))
        self.frame.body.addWidget(self.lines, 1)
        self.submitted.connect(self._accept)
        theme.changed.connect(self._restyle)
        self._restyle()

    def open_with(self, edits: Sequence[TemplateEdit]) -> None:
        """Show what could be added."""
        self._edits = tuple(edits)
        self.frame.set_title(tr("起始模板"), (tr("这里没有的 {0} 条", len(edits)),))
        self.lines.setPlainText(starter_lines(edits) or tr("程序自带的模板这里都有了"))
        self.accept_button.setText(tr("加入 {0} 条", len(edits)))
        self.accept_button.setEnabled(bool(edits))
        self.open_over()
        self.accept_button.setFocus()

    @Slot()
    def _accept(self) -> None:
        if self._edits:
            self.close_over()
            self.accepted.emit(self._edits)

    @Slot()
    def _restyle(self) -> None:
        self.lines.setFixedHeight(self._theme.px(LINES))
