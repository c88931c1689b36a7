"""Putting right one pasted message: who, when, from where, what."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.intake.form_field import FormField
from ui.intake.paste_words import PLACES, Choice, read_time, written_time
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.labels import Source
from weibo_operator.domain.pasted import PastedMessage
from weibo_operator.services.paste import revised
from weibo_operator.translation import tr

LINES = 62
"""px for the words: two lines and their edges."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteEdit(QWidget):
    """The fields of the current row; ``changed`` carries the message as put right, at each key."""

    changed = Signal(object)
    done = Signal()
    """Enter or Esc in a field: back to the table."""
    all_places = Signal(object)
    """``Source``: every row comes from there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self._found: PastedMessage | None = None
        self.nickname, self.when, self.text = QLineEdit(), QLineEdit(), WritingField()
        self.place = Seg(theme, [SegItem(source.value, words) for source, words in PLACES.items()], tr("来自"))
        self.everywhere = KeyButton(theme, tr("全部都是评论"), variant="ghost", height="control_32")
        self.fields = {
            "nickname": FormField(theme, tr("客户昵称"), self.nickname),
            "when": FormField(theme, tr("时间"), self.when),
            "place": FormField(theme, tr("来自（Alt+1–4）"), self.place),
            "text": FormField(theme, tr("内容"), self.text),
        }
        self._lay_out()
        for field in (self.nickname, self.when, self.text):
            field.installEventFilter(self)
        self.nickname.textEdited.connect(self._revise)
        self.when.textEdited.connect(self._revise)
        self.text.textChanged.connect(self._revise)
        self.place.selected.connect(self._revise)
        self.everywhere.clicked.connect(self._spread)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_choice(self, choice: Choice | None) -> None:
        """Show a row's message, or nothing."""
        self._found = None  # what is filled in now is no revision
        message = None if choice is None else choice.row.found.message
        self.nickname.setText("" if message is None else message.nickname)
        self.when.setText("" if message is None else written_time(message.posted_at))
        self.when.setModified(False)
        self.text.setPlainText("" if message is None else message.text)
        if message is not None and message.source in PLACES:
            self.place.set_current(message.source.value)
        for field in self.fields.values():
            field.say("")
        self._name_button()
        self.setEnabled(choice is not None)
        self._found = None if choice is None else choice.row.found

    def choose_place(self, number: int) -> None:
        """Alt+1–4: the row comes from there."""
        sources = tuple(PLACES)
        if 0 < number <= len(sources) and self._found is not None:
            self.place.set_current(sources[number - 1].value)
            self._revise()

    def begin(self) -> None:
        """Give the first field the focus."""
        self.nickname.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.nickname.selectAll()

    def say_wrong(self, field: str, words: str) -> None:
        """Say what is wrong at a field, which takes the focus."""
        self.fields[field].say(words, wrong=True)
        self.fields[field].control.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _revise(self) -> None:
        found = self._found
        if found is None:
            return
        for name in ("nickname", "text"):
            self.fields[name].say("")
        self._name_button()
        better = revised(
            found,
            nickname=self.nickname.text(),
            text=self.text.toPlainText(),
            posted_at=self._moment(found.message.posted_at),
            source=Source(self.place.current),
        )
        self.changed.emit(better)

    @Slot()
    def _spread(self) -> None:
        self.all_places.emit(Source(self.place.current))

    @Slot()
    def _restyle(self) -> None:
        theme = self._context.theme
        self.text.setFixedHeight(theme.px(LINES))
        for field in (self.nickname, self.when, self.text):
            field.setFont(theme.font("body"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a line and Esc anywhere lead back to the table; Enter in the words is a new line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            back = event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and watched is not self.text)
            if plain and back:
                self.done.emit()
                return True
        return super().eventFilter(watched, event)

    def _moment(self, before: datetime) -> datetime:
        """The time in the field where the operator wrote one that can be, else the one before."""
        field = self.fields["when"]
        field.say("")
        if not self.when.isModified():
            return before
        now = self._context.operator.desk.now()
        moment = read_time(self.when.text(), now)
        if moment is None:
            field.say(tr("看不懂，可以写 14:10、昨天下午"), wrong=True)
        elif moment > now:
            field.say(tr("这个时间还没到"), wrong=True)
        else:
            return moment
        return before

    def _name_button(self) -> None:
        self.everywhere.set_content(tr("全部都是{0}", PLACES[Source(self.place.current)]))

    def _lay_out(self) -> None:
        self.text.setTabChangesFocus(True)
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.fields["nickname"], 0, 0, top)
        grid.addWidget(self.fields["when"], 0, 1, top)
        grid.addWidget(self.fields["place"], 0, 2, top)
        beside = QVBoxLayout()  # on the line of the choice beside it, which has a name above
        beside.setSpacing(4)
        beside.addWidget(TextLabel(self._context.theme, "", "secondary"))
        beside.addWidget(self.everywhere)
        beside.addStretch()
        grid.addLayout(beside, 0, 3, top)
        grid.addWidget(self.fields["text"], 1, 0, 1, 4, top)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
