"""待发箱: everything on its way, what needs a word of the operator first (product.md, Reply 5)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.outbox.delegate import OutboxDelegate
from ui.outbox.head import OutboxHead
from ui.outbox.panel import OutboxPanel
from ui.outbox.rows import COLUMNS, grouped, quota_line, spoken
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage, carry_out
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import IntentId
from weibo_operator.domain.open_platform import Delivered
from weibo_operator.domain.operations import Changes, Outcome
from weibo_operator.domain.reply import Hold, Intent, IntentState

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABLES = frozenset({"intent", "account", "account_pause", "call_day"})


class OutboxPage(ListPage):
    """Nothing leaves from here but what the operator says."""

    open_requested = Signal(object)
    """The ticket to be opened."""
    look_requested = Signal(object)
    """The account whose own comments are to be read."""
    back_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._marked: set[IntentId] = set()
        self._shown: Sequence[Intent] = ()
        theme, now = context.theme, context.operator.desk.now
        self.head = OutboxHead(theme)
        rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, rows, OutboxDelegate(theme, self._marked.__contains__, now), "待发箱")
        self.panel = OutboxPanel(theme)
        self.empty = EmptyState(theme)
        self.empty.show_message(
            "send",
            "没有在路上的回复",
            "按下发送的回复先在这里停几秒，可以撤回\n没有网络、授权过期或结果不明时，也在这里等你决定",
            action="回收件箱",
            keys="Esc",
        )
        self.arrange(self.head, ColumnHeads(theme, COLUMNS), self.list, self.empty, self.panel)
        self._connect()

    @property
    def chosen(self) -> tuple[Intent, ...]:
        """The marked replies in the order shown, or the one under the cursor."""
        marked = tuple(each for each in self._shown if each.id in self._marked)
        held = self.list.current
        return marked or ((held,) if isinstance(held, Intent) else ())

    @Slot()
    def refresh(self) -> None:
        """Read the list again; marks stay on what is still there."""
        operator = self._context.operator
        self._shown = operator.outbox.listed()
        self._marked &= {each.id for each in self._shown}
        self.list.show_rows(grouped(self._shown))
        counts = operator.outbox.counts()
        parts = ((counts.unknown, "待核实"), (counts.held, "等你确认"), (counts.leaving, "待发"))
        self.head.show_counts([f"{name} {count} 条" for count, name in parts if count])
        accounts = [each for each in operator.accounts.all() if each.state is not AccountState.SIGNED_OUT]
        find = operator.accounts
        self.head.show_quota(
            [quota_line(each, find.budget(each.id), find.pauses(each.id), named=len(accounts) > 1) for each in accounts]
        )
        self.show_filled(filled=bool(self._shown))
        self.panel.setVisible(bool(self._shown))
        self._on_picked(self.list.current)
        self._show_marks()

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        actions = {
            "level_1": self.first,
            "level_2": self.second,
            "level_3": self.third,
            "send": self.release_all,
            "open": self.open_ticket,
            "write": self.open_ticket,
            "open_page": self.open_page,
            "select": self.toggle,
            "select_all": self.toggle_all,
            "down": self.down,
            "up": self.up,
            "back": self.back,
        }
        return carry_out(actions, action_id)

    @Slot()
    def first(self) -> None:
        """1: a held reply goes now; one of unknown outcome is on Weibo already."""
        outbox = self._context.operator.outbox
        unknown = [each for each in self.chosen if each.state is IntentState.UNKNOWN]
        held = [each for each in self.chosen if _is_releasable(each)]
        self._do(unknown, lambda each: outbox.sent(each.id, Delivered()), "{} 条记为已经发出")
        self._do(held, lambda each: outbox.release(each.id), "{} 条回复正在发出")

    @Slot()
    def second(self) -> None:
        """2: called back, its text is the draft again; one of unknown outcome is sent once more."""
        outbox = self._context.operator.outbox
        unknown = [each for each in self.chosen if each.state is IntentState.UNKNOWN]
        waiting = [each for each in self.chosen if each.state is IntentState.QUEUED]
        self._do(unknown, lambda each: outbox.send_again(each.id), "{} 条重新发送，几秒内还可以撤回")
        self._do(waiting, lambda each: outbox.recall(each.id), "{} 条撤回了，内容放回了草稿")

    @Slot()
    def third(self) -> None:
        """3: one of unknown outcome is given up, its text is the draft again."""
        outbox = self._context.operator.outbox
        unknown = [each for each in self.chosen if each.state is IntentState.UNKNOWN]
        self._do(unknown, lambda each: outbox.recall(each.id), "{} 条不发了，内容放回了草稿")

    @Slot()
    def release_all(self) -> None:
        """Ctrl+Enter: the marked ones that are held go now; without marks all whose reason lies behind us."""
        outbox = self._context.operator.outbox
        marked = [each for each in self._shown if each.id in self._marked and _is_releasable(each)]
        wanted = marked or [each for each in self._shown if _may_all_go(each)]
        if not wanted:
            self._context.news.notice.emit("没有可以一起发出的回复。")
        self._do(wanted, lambda each: outbox.release(each.id), "{} 条回复正在发出")

    @Slot()
    def toggle(self) -> None:
        """X or Space: mark this one, or take the mark off."""
        held = self.list.current
        if isinstance(held, Intent):
            self._marked ^= {held.id}
            self._show_marks()

    @Slot()
    def toggle_all(self) -> None:
        """Ctrl+A: mark all, or none where all are marked."""
        every = {each.id for each in self._shown}
        whole = every <= self._marked
        self._marked.clear()
        self._marked |= set[IntentId]() if whole else every
        self._show_marks()

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        held = self.list.current
        if isinstance(held, Intent):
            self.open_requested.emit(held.ticket_id)

    @Slot()
    def open_page(self) -> None:
        """O: look at the post."""
        held = self.list.current
        if isinstance(held, Intent) and not self._context.desktop.open_page(held.link):
            self._context.news.notice.emit("没有原帖链接，请自己打开微博")

    @Slot()
    def back(self) -> None:
        """Esc: the marks off, then the inbox."""
        if self._marked:
            self._marked.clear()
            self._show_marks()
        else:
            self.back_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, Enter opens."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        if plain and event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif plain and event.key() in ENTER:
            self.open_ticket()
        else:
            super().keyPressEvent(event)

    def _do(self, intents: Sequence[Intent], decide: Callable[[Intent], Outcome[Intent]], words: str) -> None:
        """Decide each in the order of pressing; what was decided stays decided when one is refused."""
        done, changes = 0, Changes()
        try:
            for intent in intents:
                changes = changes.joined(decide(intent).changes)
                done += 1
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
        if done:
            self._marked.clear()
            self._context.news.tell(changes)
            self._context.news.notice.emit(words.format(done))

    @Slot(object)
    def _on_picked(self, record: object) -> None:
        if isinstance(record, Intent):
            self.panel.show_intent(record, self._context.operator.desk.now())

    @Slot(object)
    def _on_pressed(self, _record: object) -> None:
        self.toggle()

    @Slot()
    def _ask_look(self) -> None:
        held = self.list.current
        if isinstance(held, Intent) and held.sending is not None:
            self.look_requested.emit(held.sending.account)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and changes.tables & _TABLES:
            self.refresh()

    def _show_marks(self) -> None:
        ready = sum(_may_all_go(each) for each in self._shown)
        self.head.show_ready(ready, sum(each.id in self._marked and _is_releasable(each) for each in self._shown))
        self.list.viewport().update()

    def _spoken(self, record: object) -> str:
        if not isinstance(record, Intent):
            return ""
        return spoken(record, self._context.operator.desk.now(), marked=record.id in self._marked)

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self.open_ticket)
        self.list.pressed.connect(self._on_pressed)
        panel = self.panel
        panel.first_asked.connect(self.first)
        panel.second_asked.connect(self.second)
        panel.third_asked.connect(self.third)
        panel.open_asked.connect(self.open_ticket)
        panel.page_asked.connect(self.open_page)
        panel.look_asked.connect(self._ask_look)
        self.head.release_button.clicked.connect(self.release_all)
        self.head.inbox_button.clicked.connect(self.back_requested)
        self.empty.acted.connect(self.back_requested)
        self._context.news.changed.connect(self._hear)


def _is_releasable(intent: Intent) -> bool:
    """Held, and not because the ticket is another customer's by now."""
    return intent.is_held and intent.sending is not None and intent.sending.hold is not Hold.RECIPIENT


def _may_all_go(intent: Intent) -> bool:
    """Held for a reason that lies behind us; what a customer said since is looked at one by one."""
    return _is_releasable(intent) and intent.sending is not None and intent.sending.hold is not Hold.WROTE_AGAIN


def _key(record: object) -> object:
    return record.id if isinstance(record, Intent) else None
