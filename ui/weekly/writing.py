"""The two dialogs of the weekly page: the conclusions in the operator's own words, and one item of the plan."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.day_field import DayField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.week import Week
from weibo_operator.domain.week_plan import LONGEST, PlanEdit, PlanItem
from weibo_operator.translation import tr

TEXT_HEIGHT = 150


class ConclusionsDialog(FormDialog):
    """What the report says first; an empty text gives the program's own sentences back."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("修改结论"), tr("保存"), width=640)
        self._context = context
        self._week: Week | None = None
        self.text = WritingField()
        self.text.setAccessibleName(tr("结论，一行一句"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(context.theme.px(TEXT_HEIGHT))
        self.frame.body.addWidget(self.text)
        self.submitted.connect(self._accept)

    def open_for(self, week: Week, shown: str) -> None:
        """Begin with the sentences that are shown now."""
        self._week = week
        self.text.setPlainText(shown)
        self.say(tr("一行一句；全部删掉就恢复自动写的结论"))
        self.open_over()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _accept(self) -> None:
        if self._week is None:
            return
        try:
            outcome = self._context.operator.week_plan.write_conclusions(self._week, self.text.toPlainText())
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self.close_over()
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("结论保存了"))


class PlanDialog(FormDialog):
    """One thing to do better: what, who, by when."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("改进计划"), tr("保存"))
        self._context = context
        self._week: Week | None = None
        self._item: PlanItem | None = None
        self.action_line = QLineEdit()
        self.action_line.setAccessibleName(tr("要做的事"))
        self.action_line.setMaxLength(LONGEST)
        self.action_line.setPlaceholderText(tr("例如：发货前再核对一遍型号"))
        self.owner_line = QLineEdit()
        self.owner_line.setAccessibleName(tr("负责人"))
        self.owner_line.setMaxLength(40)
        self.day = DayField(context.theme, context.operator.desk.now, tr("完成日期"), tr("可以不填"))
        for title, field in (
            (tr("要做的事"), self.action_line),
            (tr("负责人"), self.owner_line),
            (tr("完成日期"), self.day),
        ):
            self.frame.body.addWidget(TextLabel(context.theme, title, "body", weight=600))
            self.frame.body.addWidget(field)
        self.submitted.connect(self._accept)

    def open_for(self, week: Week, item: PlanItem | None = None) -> None:
        """A new item of the week, or one to change."""
        self._week, self._item = week, item
        self.action_line.setText("" if item is None else item.action)
        self.owner_line.setText("" if item is None else item.owner)
        self.day.show_day(None if item is None else item.due)
        self.say("")
        self.open_over()
        self.action_line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _accept(self) -> None:
        if self._week is None:
            return
        if self.day.is_wrong:
            self.say(tr("先写清楚完成日期，或者留空"), wrong=True)
            return
        edit = PlanEdit(self.action_line.text(), self.owner_line.text(), self.day.day)
        plan = self._context.operator.week_plan
        try:
            outcome = plan.add(self._week, edit) if self._item is None else plan.edit(self._item.id, edit)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self.close_over()
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("写进改进计划了") if self._item is None else tr("改进计划改好了"))
