"""Looking at a file of templates before it is taken in: what is new, what differs, what can't be read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from ui.support.theme import Theme
from ui.templates.file_words import plan_lines, plan_words
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.services.template_file import ImportPlan
from weibo_operator.translation import tr

WIDTH, LINES = 640, 220
UPDATE, SKIP = "update", "skip"


class ImportDialog(FormDialog):
    """``accepted`` carries the plan and whether templates that are here take the file's words."""

    accepted = Signal(object, bool)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("导入模板"), tr("导入"), WIDTH)
        self._plan: ImportPlan | None = None
        self.summary = TextLabel(theme, "", "body", weight=600, wrap=True)
        items = (SegItem(UPDATE, tr("改成文件里的")), SegItem(SKIP, tr("保留现在的")))
        self.duplicates = Seg(theme, items, tr("同名的模板"))
        self._named_alike = TextLabel(theme, tr("同名、内容不同的"), "body")
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(tr("文件里的模板"))
        body = self.frame.body
        body.setSpacing(10)
        body.addWidget(self.summary)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._named_alike)
        row.addWidget(self.duplicates)
        row.addStretch()
        body.addLayout(row)
        body.addWidget(self.lines, 1)
        self.duplicates.selected.connect(self._count)
        self.submitted.connect(self._accept)
        theme.changed.connect(self._restyle)
        self._restyle()

    def open_with(self, plan: ImportPlan) -> None:
        """Show what a file would do; nothing is stored yet."""
        self._plan = plan
        self.frame.set_title(tr("导入模板"), (plan.name,))
        self.summary.setText(plan_words(plan))
        self.lines.setPlainText(plan_lines(plan))
        self.lines.setVisible(bool(plan_lines(plan)))
        self.duplicates.set_current(UPDATE)
        self.duplicates.setVisible(bool(plan.changed))
        self._named_alike.setVisible(bool(plan.changed))
        self._count()
        self.open_over()
        self.accept_button.setFocus()

    @Slot()
    def _count(self) -> None:
        plan = self._plan
        if plan is None:
            return
        count = len(plan.new) + (len(plan.changed) if self.duplicates.current == UPDATE else 0)
        self.accept_button.setText(tr("导入 {0} 条", count) if count else tr("没有要导入的"))
        self.accept_button.setEnabled(count > 0)
        self.say(tr("导入后可以一次撤销") if count else "")

    @Slot()
    def _accept(self) -> None:
        if self._plan is not None and self.accept_button.isEnabled():
            self.close_over()
            self.accepted.emit(self._plan, self.duplicates.current == UPDATE)

    @Slot()
    def _restyle(self) -> None:
        self.lines.setFixedHeight(self._theme.px(LINES))
