"""录入部门反馈: what the department answered, for the handoff chosen or the one whose code stands in the text."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.dotted import DottedLabel
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.handoff import Handoff

HINT = "粘贴的内容里有编号（像 F-208）会自动认出是哪一张"


class AnswerDialog(FormDialog):
    """Takes the answer; ``answered`` tells the handoff as it stands now."""

    answered = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, "录入部门反馈", "录入", width=640)
        self._context = context
        self._handoff: Handoff | None = None
        self._about = DottedLabel(context.theme, (), "body", icon="corner-up-right")
        self._problem = TextLabel(context.theme, "", "secondary", "text2")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("部门的反馈")
        self.text.setPlaceholderText("把部门回的话贴在这里")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(context.theme.px(132))
        for widget in (self._about, self._problem, self.text):
            self.frame.body.addWidget(widget)
        self.text.textChanged.connect(self._recognise)
        self.submitted.connect(self._record)

    @property
    def handoff(self) -> Handoff | None:
        """The handoff the answer is for."""
        return self._handoff

    def open_for(self, handoff: Handoff | None, text: str = "") -> None:
        """Ask for the answer to a handoff, or with None for one whose code the text will bring."""
        self._handoff = handoff
        self.text.setPlainText(text)
        self._show_about(recognised=False)
        self._recognise()
        self.open_over()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _recognise(self) -> None:
        """A code in the text is surer than what was chosen in the list."""
        found = self._context.operator.handoffs.recognise(self.text.toPlainText())
        if found is not None:
            self._handoff = found
            self._show_about(recognised=True)

    @Slot()
    def _record(self) -> None:
        if self._handoff is None:
            self.say("还不知道是哪一张转交：内容里没有编号", wrong=True)
            return
        try:
            outcome = self._context.operator.handoffs.answer(self._handoff.id, self.text.toPlainText())
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self.close_over()
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"已录入{outcome.value.department}的反馈，客户排回到等你回复")
        self.answered.emit(outcome.value)

    def _show_about(self, *, recognised: bool) -> None:
        found = self._handoff
        self.say(HINT)
        if found is None:
            self._about.set_parts(["还不知道是哪一张转交"])
            self._problem.setText("")
            return
        parts = [found.code, found.department, found.nickname]
        self._about.set_parts([*parts, "按编号认出"] if recognised else parts)
        self._problem.setText(" ".join(found.description.split()))
