"""The weekly page at work: which week, its summary, the tickets behind a figure, copying and exporting."""

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.support.context import Context
from ui.weekly.folder import ChoosePath, LastPlace, ask_path
from ui.weekly.notes import Notes
from ui.weekly.parts import Part, topics_key
from ui.weekly.reading import WeekReader
from ui.weekly.sharing import Sharing
from ui.weekly.view import WeekView
from ui.weekly.words import footer_words, shown_words
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import TicketDetail, WeeklySummary
from weibo_operator.domain.weekly_more import Question
from weibo_operator.services.weekly import TOPIC_TICKETS
from weibo_operator.translation import tr

SILENT = tr("这一周没有任何消息和操作，所以数字都是“—”。“—”是没有数据，不等于 0。")
READING = tr("正在统计……")
WATCHED = frozenset(
    {"ticket", "turn", "message", "handoff", "follow_up", "customer", "week_note", "plan_item", "promise", "remedy"}
    | {"setting"}  # the shop's hours: waits are counted inside them too
)


class WeeklyPage(QWidget):
    """Public: ``refresh``, ``handle``, ``letter_targets``; ``ticket_requested`` carries a ticket's id."""

    ticket_requested = Signal(object)

    def __init__(
        self,
        context: Context,
        *,
        choose_path: ChoosePath = ask_path,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._words = shown_words(context)
        self._week = context.operator.weekly.current()
        self._against: Week | None = None
        self._summary: WeeklySummary | None = None
        self._stale = True
        self._reader = WeekReader(context, self)
        self._parts: dict[str, Part] = {}
        self.view = WeekView(context.theme, self)
        self._sharing = Sharing(context, self.view, choose_path, LastPlace(settings or QSettings()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("周报"))
        self._sharing.turn_to(self._week)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.notes = Notes(context, self.view)
        self.view.show_empty(empty=True)
        self.view.empty.show_message("chart-column", READING, "")
        self._wire()

    @property
    def week(self) -> Week:
        """The week shown."""
        return self._week

    @property
    def summary(self) -> WeeklySummary | None:
        """The summary shown, None until the first has been read."""
        return self._summary

    @property
    def reading(self) -> bool:
        """True while figures are being read."""
        return self._reader.reading

    @property
    def listing(self) -> bool:
        """True while the tickets behind a number are looked for."""
        return self._reader.listing

    @property
    def unmasked(self) -> bool:
        """True while customers' names are shown whole."""
        return self.view.header.names.isChecked()

    def refresh(self) -> None:
        """Read the week again in the background; what is shown stays until then."""
        self._stale = False
        self.view.header.show_week(self._week, self._against, current=self._week == self._present)
        self._reader.ask(self._week, self._against)

    def handle(self, action_id: str) -> bool:
        """Do an action of the window's table; False when it isn't this page's."""
        if action_id == "export":
            self._sharing.export()
        elif action_id == "export_as":
            self.view.header.open_menu()
        elif action_id == "open_page":
            return self._sharing.open_folder()
        elif action_id == "copy":
            self._sharing.copy_text()
        elif action_id == "back" and (sheet := self.view.open_sheet) is not None:
            sheet.dismiss()
        elif action_id == "back":
            return self._sharing.cancel()
        else:
            return False
        return True

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where bare letters act."""
        body = self.view.body
        return (
            self,
            body.figures,
            body.unanswered,
            body.topics,
            body.questions,
            body.important,
            body.heat,
            body.moods,
            *body.tiles.tiles,
        )

    def show_week(self, week: Week) -> None:
        """Show another week; none lies after the present one."""
        self._week = min(week, self._present)
        self._against = None
        self._sharing.turn_to(self._week)
        self.view.scroller.verticalScrollBar().setValue(0)
        self.refresh()

    def compare_with(self, week: Week) -> None:
        """Show the same week beside another one."""
        self._against = None if week == self._week.previous() else week
        self._sharing.turn_to(self._week, self._against)
        self.refresh()

    @property
    def _present(self) -> Week:
        return self._context.operator.weekly.current()

    @Slot(object)
    def _take(self, summary: WeeklySummary) -> None:
        self._summary = summary
        self._sharing.take(summary)
        self.notes.turn_to(summary)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show what was read last."""
        summary, view = self._summary, self.view
        if summary is None:
            return
        now = self._context.operator.desk.now()
        view.body.show_summary(summary, self._words, now, unmasked=self.unmasked)
        view.show_empty(empty=summary.silent)
        if summary.silent:
            back = "" if summary.week == self._present else tr("回到本周")
            view.empty.show_message("chart-column", tr("这一周没有数据"), SILENT, action=back)
        view.show_reading(reading=self._reader.reading_figures)
        view.footer.set_parts([footer_words(summary, now, self._words)])

    @Slot()
    def _tell_slow(self) -> None:
        """Figures of another week than the head names fade until theirs are there."""
        self.view.footer.set_parts([READING])
        self.view.show_reading(reading=self._summary is not None and self._summary.week != self._week)

    @Slot(str)
    def _tell_failed(self, said: str) -> None:
        self._stale = True
        self._context.news.notice.emit(said)
        self._show()

    @Slot(int)
    def _step(self, direction: int) -> None:
        if direction:
            self.show_week(self._week.next() if direction > 0 else self._week.previous())
        else:
            self.show_week(self._present)

    @Slot()
    def _go_to_present(self) -> None:
        self._step(0)

    @Slot(object)
    def _open_parts(self, parts: tuple[Part, ...]) -> None:
        self._parts = {part.key: part for part in parts}
        self.view.tickets.open_parts(parts)
        self._list_tickets(parts[0].key)

    @Slot(str)
    def _list_tickets(self, key: str) -> None:
        if self._summary is None:
            return
        wanted = topics_key(self._summary) if key == TOPIC_TICKETS else key
        week, title, about = self._summary.week, self._parts[key].label, ""
        if key in self._words.metrics:
            title = f"{title} {self._words.figure(self._summary.figure(key))}"
            about = self._words.definition(key)
        self.view.tickets.show_looking(title, about)
        self._reader.ask_tickets(lambda weekly: weekly.tickets_of(week, wanted))

    @Slot(object)
    def _list_question(self, question: Question) -> None:
        if self._summary is None:
            return
        week = self._summary.week
        self.view.tickets.open_parts((Part("question", question.words),))
        self.view.tickets.show_looking(question.words, "")
        self._reader.ask_tickets(lambda weekly: weekly.tickets_of_question(week, question))

    @Slot(object)
    def _show_tickets(self, details: tuple[TicketDetail, ...]) -> None:
        self.view.tickets.show_tickets(details, self._words, unmasked=self.unmasked)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        self._stale = self._stale or bool(changes.tables & WATCHED or changes.tickets)
        if self._stale and self.isVisible():
            self.refresh()

    @Slot()
    def _compare(self) -> None:
        self.view.compare.open_for(self._week, self._against)

    @Slot(object)
    def _compare_with(self, week: Week) -> None:
        self.compare_with(week)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile; a week that runs is as of now."""
        super().showEvent(event)
        if self._stale or self._summary is None or not self._summary.final:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right change the week, = compares it with another, up and down scroll."""
        if event.key() == Qt.Key.Key_Equal:
            self._compare()
            return
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        bar = self.view.scroller.verticalScrollBar()
        line, page = self._context.theme.px(60), bar.pageStep()
        moves = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in moves:
            bar.setValue(bar.value() + moves[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The head's buttons leave the arrow keys to the page (Qt would move the focus)."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
            if event.key() in arrows:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        header, view = self.view.header, self.view
        header.stepped.connect(self._step)
        header.names_asked.connect(self._show)
        header.compare_asked.connect(self._compare)
        view.compare.chosen.connect(self._compare_with)
        self._reader.read.connect(self._take)
        self._reader.slow.connect(self._tell_slow)
        self._reader.failed.connect(self._tell_failed)
        self._reader.listed.connect(self._show_tickets)
        for button in header.findChildren(QPushButton):
            button.installEventFilter(self)
        view.empty.acted.connect(self._go_to_present)
        view.body.parts_asked.connect(self._open_parts)
        view.body.question_asked.connect(self._list_question)
        view.body.ticket_asked.connect(self.ticket_requested)
        view.tickets.figure_chosen.connect(self._list_tickets)
        view.tickets.ticket_chosen.connect(self.ticket_requested)
        view.tickets.closed.connect(self._reader.drop_tickets)
        self._context.news.changed.connect(self._note_changes)
