"""录入部门反馈: what came back, for the handoff chosen or for those whose codes stand in a pasted text, one by one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ui.handoff.answer_text import AnswerText
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.handoff import Asks, Handoff, Verdict
from weibo_operator.domain.pasted_answer import PastedAnswer
from weibo_operator.domain.verdict_words import verdict_in
from weibo_operator.services.handoffs import PastedReading
from weibo_operator.translation import label, tr

HINT = tr("粘贴的内容里有编号（像 F-208）会自动认出是哪一张")
WIDTH = 640
Asked = tuple[Handoff, PastedAnswer]


class AnswerDialog(FormDialog):
    """Takes answers; ``answered`` tells the handoff as it stands now, ``refused`` that the text is none after all."""

    answered = Signal(object)
    refused = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("录入部门反馈"), tr("录入"), width=WIDTH)
        self._context = context
        self._handoff: Handoff | None = None
        self._rest: list[Asked] = []
        self._of = 1
        theme = context.theme
        self._about = DottedLabel(theme, (), "body", icon="corner-up-right")
        self._problem = TextLabel(theme, "", "secondary", "text2")
        self.text = AnswerText()
        self.text.setMinimumHeight(theme.px(132))
        self.expert = QLineEdit()
        self.expert.setAccessibleName(tr("谁答的"))
        self.expert.setPlaceholderText(tr("谁答的（可以不填）"))
        self.partial = QCheckBox(tr("只是一部分，剩下的还等部门"))
        verdicts = (SegItem(Verdict.AGREED.value, tr("确认")), SegItem(Verdict.DECLINED.value, tr("不同意")))
        self.verdict = Seg(theme, verdicts, tr("负责人的意见"))
        self.other = KeyButton(theme, tr("不是反馈，按微博消息粘贴"), variant="ghost", height="control_30")
        self._lay_out()
        self.text.pasted.connect(self._take_paste)
        self.text.textChanged.connect(self._recognise)
        self.other.clicked.connect(self._refuse)
        self.submitted.connect(self._record)

    @property
    def handoff(self) -> Handoff | None:
        """The handoff the answer is for."""
        return self._handoff

    @property
    def about(self) -> tuple[str, ...]:
        """The line that says which handoff it is."""
        return self._about.parts

    def open_for(self, handoff: Handoff | None, text: str = "") -> None:
        """Ask for the answer to a handoff, or with None for one whose code the text will bring."""
        self._begin(may_refuse=False)
        self._ask(handoff, PastedAnswer(0, text), recognised=False)
        self.open_over()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_with(self, reading: PastedReading, *, may_refuse: bool = False) -> None:
        """Show the answers of a paste one after the other; ``may_refuse`` offers to take the text for messages."""
        self._begin(may_refuse=may_refuse)
        self._take(reading)
        self.open_over()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _take_paste(self, text: str) -> None:
        reading = self._context.operator.handoffs.read(text)
        if reading.answers:
            self._take(reading)
            return
        self.text.insertPlainText(text)
        problem = problem_words(reading)
        if problem:
            self.say(problem, wrong=True)

    @Slot()
    def _recognise(self) -> None:
        """A code in the text is surer than what was chosen in the list."""
        reading = self._context.operator.handoffs.read(self.text.toPlainText())
        if reading.answers and reading.answers[0][0] != self._handoff:
            self._show_about(reading.answers[0][0], recognised=True)

    @Slot()
    def _record(self) -> None:
        handoff = self._handoff
        if handoff is None:
            reading = self._context.operator.handoffs.read(self.text.toPlainText())
            self.say(problem_words(reading) or tr("还不知道是哪一张转交：内容里没有编号"), wrong=True)
            return
        try:
            outcome = self._context.operator.handoffs.answer(
                handoff.id,
                self._written(handoff),
                expert=self.expert.text(),
                partial=self.partial.isChecked() and not self.partial.isHidden(),
                verdict=Verdict.NONE if self.verdict.isHidden() else Verdict(self.verdict.current),
            )
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        if not self._rest:
            self.close_over()
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(done_words(outcome.value, partial=self.partial.isChecked()))
        self.answered.emit(outcome.value)
        if self._rest:
            self._next()

    @Slot()
    def _refuse(self) -> None:
        self.close_over()
        self.refused.emit()

    def _written(self, handoff: Handoff) -> str:
        """What is in the field, without this handoff's code and package where somebody typed them."""
        text = self.text.toPlainText()
        for found, given in self._context.operator.handoffs.read(text).answers:
            if found.id == handoff.id:
                return given.text
        return text

    def _begin(self, *, may_refuse: bool) -> None:
        self._rest, self._of = [], 1
        self.other.setVisible(may_refuse)

    def _take(self, reading: PastedReading) -> None:
        self._rest, self._of = list(reading.answers), len(reading.answers)
        self._next()
        problem = problem_words(reading)
        if problem:
            self.say(problem, wrong=True)

    def _next(self) -> None:
        handoff, given = self._rest.pop(0)
        self._ask(handoff, given, recognised=True)

    def _ask(self, handoff: Handoff | None, given: PastedAnswer, *, recognised: bool) -> None:
        self._handoff = handoff
        self.expert.setText(given.speaker or self._asked_person(handoff))
        self.partial.setChecked(False)
        self.verdict.set_current((verdict_in(given.text) or Verdict.AGREED).value)
        self._show_about(handoff, recognised=recognised)
        self.text.setPlainText(given.text)
        place = self._of - len(self._rest)
        self.say(tr("第 {0} 张，共 {1} 张", place, self._of) if self._of > 1 else HINT)

    def _asked_person(self, handoff: Handoff | None) -> str:
        """Who was asked by name: the person in charge, or an expert."""
        if handoff is None:
            return ""
        if handoff.asks is Asks.CONSENT:
            return handoff.addressee
        return self._context.operator.departments.expert_asked(handoff)

    def _show_about(self, found: Handoff | None, *, recognised: bool) -> None:
        self._handoff = found
        consent = found is not None and found.asks is Asks.CONSENT
        self.verdict.setVisible(consent)
        self.partial.setVisible(not consent)
        if found is None:
            self._about.set_parts([tr("还不知道是哪一张转交")])
            self._problem.setText("")
            return
        parts = [found.code, label(found.addressee), found.nickname]
        self._about.set_parts([*parts, tr("按编号认出")] if recognised else parts)
        self._problem.setText(" ".join(found.description.split()))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.verdict)
        row.addWidget(self.expert, 1)
        row.addWidget(self.partial)
        for widget in (self._about, self._problem, self.text):
            self.frame.body.addWidget(widget)
        self.frame.body.addLayout(row)
        self.frame.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)


def problem_words(reading: PastedReading) -> str:
    """What of a paste can't be recorded, and what to do; empty when all can."""
    parts: list[str] = []
    if reading.unknown:
        parts.append(tr("没有编号是 {0} 的转交，这部分没有录入，请和部门核对编号。", tr("、").join(reading.unknown)))
    if reading.over:
        codes = tr("、").join(found.code for found in reading.over)
        parts.append(tr("{0} 已经结束，这部分没有录入。要接着处理，请在工单上再转交一次。", codes))
    return tr("{0}{1}", *parts) if len(parts) > 1 else "".join(parts)


def done_words(handoff: Handoff, *, partial: bool) -> str:
    """What was done, for the notice."""
    who = label(handoff.addressee)
    if partial:
        return tr("已录入{0}的部分答复，还在等剩下的", who)
    if handoff.verdict is Verdict.DECLINED:
        return tr("{0}不同意，客户排回到等你回复", who)
    if handoff.verdict is Verdict.AGREED:
        return tr("{0}已确认，客户排回到等你回复", who)
    return tr("已录入{0}的反馈，客户排回到等你回复", who)
