"""手工录入: a customer who spoke on the phone, in WeChat, in the shop, or on Weibo where no export reaches."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.intake.capture_words import PLACES, Captured, follower_count, message_of, said_when
from ui.intake.form_field import FormField
from ui.intake.import_words import LEVELS
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.dotted import DottedLabel
from ui.widgets.form_keys import FormKeys
from ui.widgets.seg import Seg, SegItem
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.labels import NO_DEPARTMENT
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import label, tr

WIDTH, HEIGHT = 720, 560
PAUSE = 120
"""ms after the last key before the text is judged."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureDialog(DialogFrame):
    """``captured`` carries the new ticket's id."""

    captured = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("手工录入一位客户"), WIDTH, HEIGHT)
        self._context = context
        theme = context.theme
        self.nickname, self.text, self.when = QLineEdit(), WritingField(), QLineEdit()
        self.account, self.followers = QLineEdit(), QLineEdit()
        self.place = Seg(theme, [SegItem(key, place.words) for key, place in PLACES.items()], tr("来自"))
        self.fields: Mapping[str, FormField] = {
            "nickname": FormField(theme, tr("客户昵称"), self.nickname),
            "place": FormField(theme, tr("来自（Alt+1–{0}）", len(PLACES)), self.place),
            "text": FormField(theme, tr("客户说了什么"), self.text),
            "when": FormField(theme, tr("什么时候说的"), self.when),
            "account": FormField(theme, tr("链接或账号（可以不填）"), self.account),
            "followers": FormField(theme, tr("粉丝数（可以不填）"), self.followers),
        }
        self.judged = DottedLabel(theme, icon="sparkles")
        self._again = KeyButton(theme, tr("建好再录一位"), keys="Alt ↵")
        self._cancel = KeyButton(theme, tr("取消"), keys="Esc")
        self._accept = KeyButton(theme, tr("建工单"), keys="Ctrl ↵", variant="primary")
        self._keys = FormKeys(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._settle_fields()
        self._lay_out()
        self._wire()

    def open_empty(self) -> None:
        """Show the form for a new customer; what was turned away unfinished is still there, nothing typed is lost."""
        if not self.isHidden():
            return
        self._read_time()
        self._judge()
        self.open_over()
        self.nickname.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_with(self, words: str) -> None:
        """Show the form with what the customer said already in it."""
        if self.isHidden():
            self.text.setPlainText(words)
            self.open_empty()

    @Slot()
    def save(self) -> None:
        """Make the ticket and close; what is missing is said at its field."""
        if self._save():
            self._empty()
            self.close_over()

    @Slot()
    def save_and_go_on(self) -> None:
        """Make the ticket and empty the form for the next customer."""
        if self._save():
            self._empty()
            self.nickname.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _judge(self) -> None:
        """Say what the program makes of the words so far."""
        self.fields["text"].say("")
        text = self.text.toPlainText().strip()
        if not text:
            self.judged.set_parts((tr("写下客户的话，这里会说它看起来是什么"),), role="text3")
            return
        found = self._context.operator.triage.triage(
            text, source=PLACES[self.place.current].source, followers=follower_count(self.followers.text())
        )
        department = "" if found.department == NO_DEPARTMENT else label(found.department)
        words = (tr("看起来是{0}", label(found.kind.value)), department, LEVELS[found.level])
        self.judged.set_parts((*words, tr("不一定要回") if found.no_reply else ""), role="text2")

    @Slot(int)
    def _choose_place(self, number: int) -> None:
        """Alt+digit: where the customer spoke; numbers beyond the last place mean nothing."""
        if number <= len(PLACES):
            self.place.set_current(tuple(PLACES)[number - 1])
            self._judge()

    @Slot()
    def _read_time(self) -> None:
        """Say the time as understood."""
        typed, now = self.when.text(), self._context.operator.desk.now()
        moment = said_when(typed, now)
        if moment is None:
            self.fields["when"].say(tr("看不懂，可以写 14:10、昨天下午、2小时前"), wrong=True)
        elif moment > now:
            self.fields["when"].say(tr("这个时间还没到"), wrong=True)
        else:
            self.fields["when"].say(clock_words(moment, now) if typed.strip() else "")

    @Slot()
    def _forget_error(self) -> None:
        self.fields["nickname"].say("")
        self.fields["followers"].say("")

    @Slot()
    def _give_up(self) -> None:
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter makes the ticket, Alt+Enter also begins the next."""
        if self._keys.take(event):
            event.accept()
        elif event.key() in ENTER and not event.isAutoRepeat():
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.save_and_go_on()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _save(self) -> bool:
        form = self._read()
        if form is None:
            return False
        operator = self._context.operator
        try:
            outcome = operator.intake.capture(message_of(form))
        except OperatorError as error:
            self._show_error(error)
            return False
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已录入 @{0}", form.nickname.strip()))
        self.captured.emit(outcome.value)
        return True

    def _read(self) -> Captured | None:
        """The form's content, or None after saying what is wrong with it."""
        now = self._context.operator.desk.now()
        self._read_time()
        moment = said_when(self.when.text(), now)
        typed = self.followers.text().strip()
        followers = follower_count(typed)
        if typed and followers is None:
            self.fields["followers"].say(tr("看不懂，可以写 342 或 12.6万"), wrong=True)
            self.followers.setFocus()
            return None
        if moment is None or moment > now:
            self.when.setFocus()
            return None
        return Captured(
            self.nickname.text(),
            self.place.current,
            self.text.toPlainText(),
            moment,
            self.account.text(),
            followers,
        )

    def _show_error(self, error: OperatorError) -> None:
        """At the field it is about, which takes the focus; anything else as a notice."""
        field = self.fields.get(str(error.data.get("field", ""))) if isinstance(error, InvalidInputError) else None
        if field is None:
            self._context.news.notice.emit(sentence(error))
        else:
            field.say(sentence(error), wrong=True)
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        for field in (self.nickname, self.when, self.account, self.followers):
            field.clear()
        self.text.clear()
        for field in self.fields.values():
            field.say("")
        self._judge()

    def _settle_fields(self) -> None:
        self.when.setPlaceholderText(tr("现在"))
        self.account.setPlaceholderText(tr("https://weibo.com/u/…、手机号、微信号"))
        self.followers.setPlaceholderText(tr("12.6万"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self._theme.px(44))
        for field in (self.nickname, self.when, self.account, self.followers, self.text):
            field.setFont(self._theme.font("body"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.fields["nickname"], 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fields["when"], 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fields["place"], 1, 0, 1, 2)
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.fields["text"], 1)
        said.addWidget(self.judged)
        grid.addLayout(said, 2, 0, 1, 2)
        grid.addWidget(self.fields["account"], 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fields["followers"], 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(2, 1)
        self.frame.body.addLayout(grid)
        self.frame.fill_foot([self._again], [self._cancel, self._accept])

    def _wire(self) -> None:
        self._keys.watch(self.frame)
        self._keys.submitted.connect(self.save)
        self._keys.numbered.connect(self._choose_place)
        self._pause.timeout.connect(self._judge)
        self.text.textChanged.connect(self._pause.start)
        self.followers.textChanged.connect(self._pause.start)
        self.place.selected.connect(self._judge)
        self.when.textChanged.connect(self._read_time)
        self.nickname.textChanged.connect(self._forget_error)
        self.followers.textChanged.connect(self._forget_error)
        self._again.clicked.connect(self.save_and_go_on)
        self._cancel.clicked.connect(self._give_up)
        self._accept.clicked.connect(self.save)
