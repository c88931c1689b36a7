"""粘贴进来: what the copied text holds, before anything is taken in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.intake.capture_dialog import CaptureDialog
from ui.intake.paste_edit import PasteEdit
from ui.intake.paste_rest import PasteRest
from ui.intake.paste_table import PasteTable
from ui.intake.paste_words import MOST, PLACES, Choice, added_words, nothing_copied, summary, too_many
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_keys import FormKeys
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.labels import Source
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.pasted import PastedMessage
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.paste import PasteReport, revised
from weibo_operator.translation import tr

WIDTH, HEIGHT = 1120, 600
TITLE = tr("粘贴进来")
KEYS_HINT = tr("空格勾选，Ctrl+A 全选，E 改这一条")
PRACTICE_HINT = tr("{0}。这是练习数据，不会进正式数据", KEYS_HINT)


class PasteDialog(DialogFrame):
    """``added`` carries the ``PasteReport`` of what was taken in."""

    added = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, TITLE, WIDTH, HEIGHT)
        theme = context.theme
        self._context = context
        self._by_hand: CaptureDialog | None = None
        self.table, self.edit, self.rest = PasteTable(theme), PasteEdit(context), PasteRest(theme)
        self.nothing = EmptyState(theme, top_space=72)
        self.hint = TextLabel(theme, KEYS_HINT, "secondary", "text2")
        self.cancel = KeyButton(theme, tr("取消"), keys="Esc")
        self.accept = KeyButton(theme, tr("加入"), keys="↵", variant="primary")
        self._keys = FormKeys(self)
        left = QWidget()
        self._left = QStackedLayout(left)  # without a widget of its own it would show its pages as windows
        self._lay_out(left)
        self._wire()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The rows as they stand."""
        return self.table.rows.choices

    def open_with(self, text: str, html: str = "") -> None:
        """Show what was understood; without any text, or with too much, only say so."""
        if not self.isHidden():
            return
        if not text.strip() and not html.strip():
            self._context.news.notice.emit(nothing_copied(self._context.theme.keys))
            return
        operator = self._context.operator
        found = operator.paste.read(text, html=html)
        if not found.messages and not found.rest:
            self._context.news.notice.emit(nothing_copied(self._context.theme.keys))
            return
        if len(found.messages) > MOST:
            self._context.news.notice.emit(too_many(len(found.messages), self._context.theme.keys))
            return
        rows = operator.paste.rows(found.messages)
        self.rest.show_lines(found.rest)
        self.table.show_choices([Choice(row, row.is_wanted) for row in rows], operator.desk.now())
        self.hint.setText(PRACTICE_HINT if operator.shop.value(PRACTICE) else KEYS_HINT)
        self._show_current()
        self._count()
        self._left.setCurrentIndex(0 if rows else 1)
        self.rest.setVisible(bool(self.rest.count or not rows))
        self._keys.watch(self.frame)
        self.open_over()
        focus = self.table if rows else self.rest.words
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def save(self) -> None:
        """Take in the checked rows and close; what is missing is said at its field."""
        chosen = [choice.row.found for choice in self.choices if choice.checked]
        if not chosen or self._keys.composing:
            return
        try:
            outcome = self._context.operator.paste.add(chosen)
        except InvalidInputError as error:
            self._show_error(error)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
        else:
            self._finish(outcome)

    @Slot(int)
    def toggle(self, row: int) -> None:
        """Take a row in or leave it out."""
        choice = self.choices[row]
        self.table.rows.put(row, Choice(choice.row, not choice.checked))
        self._count()

    @Slot()
    def toggle_all(self) -> None:
        """All rows that are new, or none when those are checked already."""
        wanted = [choice.row.is_wanted for choice in self.choices]
        on = [choice.checked for choice in self.choices] != wanted
        for at, choice in enumerate(self.choices):
            self.table.rows.put(at, Choice(choice.row, on and wanted[at]))
        self._count()

    @Slot(object)
    def put_right(self, found: PastedMessage) -> None:
        """Show the current row as the operator put it right."""
        self._put(self.table.current, found)
        self._count()

    @Slot(object)
    def set_all_places(self, source: Source) -> None:
        """Every row comes from there: a list of private messages tells it nowhere."""
        for at, choice in enumerate(self.choices):
            message = choice.row.found.message
            better = revised(
                choice.row.found,
                nickname=message.nickname,
                text=message.text,
                posted_at=message.posted_at,
                source=source,
            )
            self._put(at, better)
        self._show_current()
        self._count()
        self._context.news.notice.emit(tr("{0} 条都改成了{1}", len(self.choices), PLACES[source]))

    @Slot(str)
    def capture(self, words: str) -> None:
        """Take words down by hand, over this dialog; they leave the rest when the ticket is made."""
        if self._by_hand is None:
            self._by_hand = CaptureDialog(self._context, self._host)
            self._by_hand.captured.connect(self._on_captured)
        self._by_hand.open_with(words)

    @Slot()
    def _on_captured(self) -> None:
        self.rest.drop_asked()
        self._count()

    @Slot()
    def _show_current(self) -> None:
        row = self.table.current
        self.edit.show_choice(self.choices[row] if 0 <= row < len(self.choices) else None)

    @Slot()
    def _back_to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _give_up(self) -> None:
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C takes the rest down by hand; Ctrl+Enter takes in what is checked, Alt+1–4 tell where it comes from."""
        if self._keys.take(event):
            event.accept()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.rest.ask()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _finish(self, outcome: Outcome[PasteReport]) -> None:
        self.close_over()
        news = self._context.news
        news.tell(outcome.changes)
        if outcome.value.new:
            news.undoable.emit(added_words(outcome.value))
        else:
            news.notice.emit(tr("这些都已经有了，没有新消息。"))
        self.added.emit(outcome.value)

    def _put(self, at: int, found: PastedMessage) -> None:
        """A row anew; one that was left out for what it was before is taken in once it is new."""
        before = self.choices[at]
        (row,) = self._context.operator.paste.rows([found])
        checked = before.checked if row.is_wanted == before.row.is_wanted else row.is_wanted
        self.table.rows.put(at, Choice(row, checked))

    def _show_error(self, error: InvalidInputError) -> None:
        field = str(error.data.get("field", ""))
        for at, choice in enumerate(self.choices):
            message = choice.row.found.message
            value = {"nickname": message.nickname, "text": message.text}.get(field, "")
            if choice.checked and not value.strip():
                self.table.go_to(at)
                self.edit.say_wrong(field, sentence(error))
                return
        self._context.news.notice.emit(sentence(error))

    def _count(self) -> None:
        count = sum(choice.checked for choice in self.choices)
        self.frame.set_title(TITLE, summary(self.choices, self.rest.count))
        self.accept.set_content(tr("加入 {0} 条", count) if count else tr("没有要加入的"), keys="↵" if count else "")
        self.accept.setEnabled(bool(count))

    def _lay_out(self, left: QWidget) -> None:
        self.nothing.show_message(
            "clipboard-paste",
            tr("没有认出消息"),
            tr("整条复制最好认：昵称、时间和内容都选上\n也可以在右边选中要用的几行，按 C 手工录入"),
        )
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addWidget(self.edit)
        self._left.addWidget(found)
        self._left.addWidget(self.nothing)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left, 1)
        row.addWidget(self.rest)
        self.frame.body.addLayout(row)
        self.frame.fill_foot([self.hint], [self.cancel, self.accept])

    def _wire(self) -> None:
        self.table.toggled.connect(self.toggle)
        self.table.all_toggled.connect(self.toggle_all)
        self.table.accepted.connect(self.save)
        self.table.edit_wanted.connect(self.edit.begin)
        self.table.moved.connect(self._show_current)
        self.edit.changed.connect(self.put_right)
        self.edit.done.connect(self._back_to_table)
        self.edit.all_places.connect(self.set_all_places)
        self.rest.capture_wanted.connect(self.capture)
        self._keys.submitted.connect(self.save)
        self._keys.numbered.connect(self.edit.choose_place)
        self.cancel.clicked.connect(self._give_up)
        self.accept.clicked.connect(self.save)
