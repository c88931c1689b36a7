"""The three panes together: columns on the board, a stack beside the reply session, columns again on wide screens."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.inbox.card_words import spoken
from ui.inbox.delegate import CardDelegate
from ui.inbox.model import PaneModel
from ui.inbox.pane import Pane, PaneLook
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.button import KeyButton
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.ticket import Card
from weibo_operator.translation import tr

LOOKS = (
    PaneLook(
        State.NEW, tr("新"), "inbox", "accent", tr("轮流顺序"), tr("都回复完了"), tr("新消息进来会自动出现在这里")
    ),
    PaneLook(
        State.IN_PROGRESS,
        tr("处理中"),
        "loader",
        "info",
        tr("最近互动"),
        tr("处理中的客户"),
        tr("回复过、还没结束的客户会在这里，\n转交部门后也在这里等反馈"),
    ),
    PaneLook(
        State.FOLLOW_UP,
        tr("待回访"),
        "calendar-clock",
        "success",
        tr("到期时间"),
        tr("没有要回访的客户"),
        tr("发送回复时选“3 天后回访”，\n到期会自动排到这里"),
    ),
)
MANY = 100
"""After so many changes at once all cards shown are read anew."""
STACK_SHARES = (260, 196, 168)
"""Heights of the stacked panes: a half card at the edge shows that there is more."""
ROOMY, BOTH = 360, 300
"""From these widths (px at 100 %) on the heading of 新 shows the key of its button, and the order's name beside it."""
_NOBODY: frozenset[CustomerId] = frozenset()


class Board(QWidget):
    """新 / 处理中 / 待回访: one set of lists in two arrangements."""

    opened = Signal(object)
    """TicketId: the operator wants to see this ticket."""
    current_changed = Signal()
    gathered_asked = Signal()
    """The gathered chatter is to be looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._others: int | None = None
        self._stacked = False
        self._small = False
        self._crowd_from = context.operator.crowds.shown_from()
        self.panes = tuple(self._make_pane(look) for look in LOOKS)
        self._active = self.panes[0]
        self.gathered_button = KeyButton(
            context.theme, "", icon="check-check", keys=in_lists("page_gathered"), height="control_28"
        )
        self.gathered_button.hide()
        self.gathered_button.clicked.connect(self.gathered_asked)
        self.panes[0].put_in_head(self.gathered_button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for pane in self.panes:
            self._box.addWidget(pane)
            pane.opened.connect(self.opened)
            pane.entered.connect(self._on_entered)
            pane.current_changed.connect(self._on_current)
            pane.list.edge_left.connect(self._go_left)
            pane.list.edge_right.connect(self._go_right)
        self._arrange()

    @property
    def stacked(self) -> bool:
        """True while the panes stand one above the other."""
        return self._stacked

    @property
    def current(self) -> TicketId | None:
        """The ticket under the cursor of the pane that was used last."""
        return self._active.current

    @property
    def chosen(self) -> tuple[TicketId, ...]:
        """The marked tickets in their order, or the current one."""
        marked = tuple(
            ticket
            for pane in self.panes
            if pane.model.marked  # else its hundred thousand ids are not looked through
            for ticket in pane.model.ids
            if ticket in pane.model.marked
        )
        return marked or (() if self.current is None else (self.current,))

    def refresh(
        self,
        changes: Changes,
        *,
        open_ticket: TicketId | None,
        next_ticket: TicketId | None,
        buffered: AbstractSet[CustomerId] = _NOBODY,
    ) -> None:
        """Show what ``changes`` changed; the cursor stays where it was. ``buffered`` are the customers 缓冲中.

        The first time, and after another program or thread has written to the file, everything is read.
        """
        inbox = self._context.operator.inbox
        others = inbox.other_writers()
        whole = others != self._others
        self._others = others
        changed = None if whole or "customer" in changes.tables else self._with_crowds(changes.tickets)
        self._crowd_from = self._context.operator.crowds.shown_from()
        for pane in self.panes:
            state, before = pane.look.state, pane.model.ids
            pane.show_ids(inbox.pane(state) if whole else inbox.pane_after(state, before, changes.tickets), changed)
            pane.point(open_ticket=open_ticket, next_ticket=next_ticket)
            pane.mark_buffered(buffered)
        self._show_gathered()
        self.current_changed.emit()

    def say_rotating(self, *, on: bool) -> None:
        """Name the order of new tickets by what decides it: the rotation, or the level alone while few wait."""
        self.panes[0].say_order("" if on else tr("紧急程度"))

    def say_all_done(self, title: str, lines: str) -> None:
        """What the pane 新 says when everybody has an answer (or nothing ever came in)."""
        self.panes[0].say_empty(title, lines)

    def select(self, ticket: TicketId) -> bool:
        """Put the cursor on a ticket in whichever pane it is."""
        for pane in self.panes:
            if pane.select(ticket):
                self._active = pane
                self.current_changed.emit()
                return True
        return False

    def focus_list(self, state: State | None = None) -> None:
        """Give the keys to a pane's list (the one used last when none is named)."""
        if state is not None:
            self._active = next(pane for pane in self.panes if pane.look.state is state)
        self._active.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, step: int) -> None:
        """J and K."""
        self._active.step(step)

    def mark(self, step: int = 0) -> None:
        """X marks the current ticket or takes the mark off; Shift+J and Shift+K mark and move on."""
        ticket = self._active.current
        if ticket is None:
            return
        marked = self._active.model.marked
        if step:
            marked.add(ticket)
            self._active.step(step)
            moved = self._active.current
            if moved is not None:
                marked.add(moved)
        else:
            marked ^= {ticket}
        self._active.repaint_cards()
        self.current_changed.emit()

    def clear_marks(self) -> bool:
        """Take all marks off; True when there were any."""
        had = any(pane.model.marked for pane in self.panes)
        for pane in self.panes:
            pane.model.marked.clear()
            pane.repaint_cards()
        return had

    def set_stacked(self, *, stacked: bool) -> None:
        """Columns of large cards, or a stack of small ones."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._arrange()

    def set_small_cards(self, *, small: bool) -> None:
        """Small cards in columns too: wide screens show the board and the session at once."""
        self._small = small
        self._show_gathered()
        for pane in self.panes:
            pane.set_stacked(stacked=small or self._stacked)

    def tick(self) -> None:
        """A minute has passed: the waiting times are painted anew."""
        for pane in self.panes:
            pane.repaint_cards()

    def letter_targets(self) -> tuple[QWidget, ...]:
        """The lists, where bare letters are commands."""
        return tuple(pane.list for pane in self.panes)

    @Slot(object)
    def _on_entered(self, pane: Pane) -> None:
        self._active = pane
        self.current_changed.emit()

    @Slot(object)
    def _on_current(self, _ticket: object) -> None:
        self.current_changed.emit()

    @Slot()
    def _go_left(self) -> None:
        self._go(-1)

    @Slot()
    def _go_right(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        place = self.panes.index(self._active) + step
        if 0 <= place < len(self.panes):
            self.panes[place].list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        if self._stacked:
            self._box.setDirection(QBoxLayout.Direction.TopToBottom)
            self._box.setContentsMargins(0, 2, 0, 0)
            self._box.setSpacing(0)
        else:
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
            self._box.setContentsMargins(20, 8, 20, 0)
            self._box.setSpacing(16)
        for pane, share in zip(self.panes, STACK_SHARES, strict=True):
            self._box.setStretchFactor(pane, share if self._stacked else 1)
            pane.lie_on("surface" if self._stacked else "app")
            pane.set_stacked(stacked=self._stacked)
        self._show_gathered()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a column is narrow the button's key stands in its tooltip."""
        super().resizeEvent(event)
        self._show_gathered()

    def _show_gathered(self) -> None:
        """闲聊与广告 37: how many wait for one look; beside a ticket there is no room for it.

        In a column too narrow for both, the button takes the place of the order's name.
        """
        count = 0 if self._stacked or self._small else self._context.operator.gathered.count()
        self.gathered_button.set_content(tr("闲聊与广告 {0}", count), "check-check", in_lists("page_gathered"))
        self.gathered_button.set_keys_shown(shown=self.panes[0].width() >= self._context.theme.px(ROOMY))
        self.gathered_button.setVisible(count > 0)
        self.panes[0].show_order(shown=count == 0 or self.panes[0].width() >= self._context.theme.px(BOTH))

    def _with_crowds(self, changed: AbstractSet[TicketId]) -> AbstractSet[TicketId] | None:
        """The changed tickets and those shown whose crowd they joined or left, as their size is another now."""
        if not changed:
            return changed
        if len(changed) > MANY:
            return None
        now = self._read_cards(tuple(changed))
        before = [card for pane in self.panes for card in pane.model.known if card.id in changed]
        matters = {card.crowd.matter for card in (*now, *before) if card.crowd is not None}
        known = (card for pane in self.panes for card in pane.model.known if card.crowd is not None)
        return changed | {card.id for card in known if card.crowd is not None and card.crowd.matter in matters}

    def _make_pane(self, look: PaneLook) -> Pane:
        model = PaneModel(self._read_cards, self._spoken, self)
        delegate = CardDelegate(self._context.theme, self._now, self._crowd_size, self)
        return Pane(self._context.theme, look, model, delegate, self)

    def _read_cards(self, ids: Sequence[TicketId]) -> Sequence[Card]:
        return self._context.operator.inbox.cards(ids)

    def _spoken(self, card: Card) -> str:
        buffered = any(pane.model.is_buffered(card) for pane in self.panes)
        return spoken(card, self._now(), self._crowd_from, buffered=buffered)

    def _crowd_size(self) -> int:
        return self._crowd_from

    def _now(self) -> datetime:
        return self._context.operator.desk.now()
