"""What the operator writes on the weekly page: conclusions, the plan, a template from a question."""

from PySide6.QtCore import QObject, Slot

from ui.support.context import Context
from ui.support.texts import sentence
from ui.weekly.view import WeekView
from ui.weekly.writing import ConclusionsDialog, PlanDialog
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.week_plan import PlanItem
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.domain.weekly_more import Question
from weibo_operator.services.templates import TemplateEdit
from weibo_operator.translation import tr

CATEGORY = "其他"


class Notes(QObject):
    """Connects the body's buttons with the dialogs and the services."""

    def __init__(self, context: Context, view: WeekView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._summary: WeeklySummary | None = None
        self.conclusions = ConclusionsDialog(context, view)
        self.plan = PlanDialog(context, view)
        body = view.body
        body.conclusions_asked.connect(self._write_conclusions)
        body.plan_asked.connect(self._plan_something)
        body.template_asked.connect(self._make_template)
        body.plan.ticked.connect(self._tick)
        body.plan.edited.connect(self._edit)
        body.plan.deleted.connect(self._delete)

    def turn_to(self, summary: WeeklySummary) -> None:
        """The week that is shown now."""
        self._summary = summary

    @Slot()
    def _write_conclusions(self) -> None:
        if self._summary is not None:
            said = self._context.operator.weekly.conclusions(self._summary)  # as the report says them
            self.conclusions.open_for(self._summary.week, "\n".join(said))

    @Slot()
    def _plan_something(self) -> None:
        if self._summary is not None:
            self.plan.open_for(self._summary.week)

    @Slot(object, bool)
    def _tick(self, item: PlanItem, done: bool) -> None:
        try:
            outcome = self._context.operator.week_plan.tick(item.id, done=done)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("打勾了") if done else tr("改回没做完"))

    @Slot(object)
    def _edit(self, item: PlanItem) -> None:
        self.plan.open_for(item.week, item)

    @Slot(object)
    def _delete(self, item: PlanItem) -> None:
        try:
            outcome = self._context.operator.week_plan.delete(item.id)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("从改进计划里删掉了"))

    @Slot(object)
    def _make_template(self, question: Question) -> None:
        """One press: the latest answer to the question becomes a template of its name."""
        operator = self._context.operator
        if self._summary is None:
            return
        if any(template.title == question.words for template in operator.templates.all()):
            self._context.news.notice.emit(tr("已经有“{0}”这个模板了，在“模板”里改", question.words))
            return
        answer = operator.weekly.answer_to(self._summary.week, question) or f"您好，关于{question.words}，"
        edit = TemplateEdit(question.words, CATEGORY, "", "both", "", 0, (answer,))
        try:
            outcome = operator.templates.save(edit)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("做成了模板“{0}”，用的是最近一次答复，请到“模板”里改一改", question.words))
