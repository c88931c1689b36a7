"""TA 以前问过: the customer's other tickets as lines to click, and our last answer to take over (mission A18)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.reply.link_line import LinkLine, Part
from ui.reply.wrapped import wrapped_label
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.paint_text import one_line
from weibo_operator.domain.clock import china
from weibo_operator.domain.labels import State
from weibo_operator.domain.people import EarlierTicket
from weibo_operator.domain.said import short_words
from weibo_operator.services.wording import day_words
from weibo_operator.translation import label, tr

SHOWN = 5
LONGEST = 60


class EarlierTickets(QWidget):
    """The latest few; ``picked`` carries a ticket's id, ``answer_asked`` wants the last answer in the reply."""

    picked = Signal(object)
    answer_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[LinkLine] = []
        self._answer = wrapped_label(theme, role="text2")
        self.open_button = KeyButton(theme, tr("打开上一张"), keys=anywhere("open_earlier"), height="control_28")
        self.insert_button = KeyButton(theme, tr("插入上次答复"), keys=anywhere("insert_earlier"), height="control_28")
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=6)
        flow.addWidget(self.insert_button)
        flow.addWidget(self.open_button)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(theme, tr("TA 以前问过"), "body", weight=600))
        column.addLayout(self._rows)
        column.addWidget(self._answer)
        column.addWidget(self._buttons)
        self.open_button.clicked.connect(self._pick_first)
        self.insert_button.clicked.connect(self.answer_asked)

    @property
    def words(self) -> str:
        """Everything the section says."""
        return "\n".join((*(line.accessibleName() for line in self._lines), self._answer.text()))

    def show_earlier(self, tickets: Sequence[EarlierTicket], now: datetime) -> None:
        """Show other tickets, newest first; nothing at all where there are none."""
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_line(self._theme, ticket, now) for ticket in tickets[:SHOWN]]
        for line in self._lines:
            line.clicked.connect(self._pick)
            self._rows.addWidget(line)
        self.show_last_answer(tickets, now)
        self.setVisible(bool(tickets))

    def show_last_answer(self, tickets: Sequence[EarlierTicket], now: datetime) -> None:
        """Show what we answered this person last, and when that was."""
        answered = last_answered(tickets)
        self._answer.setText("" if answered is None else _answer_words(answered, now))
        self._answer.setToolTip("" if answered is None else answered.answer)
        self._answer.setVisible(answered is not None)
        self.insert_button.setVisible(answered is not None)

    @Slot()
    def _pick(self) -> None:
        line = self.sender()
        if isinstance(line, LinkLine):
            self.picked.emit(line.ticket)

    @Slot()
    def _pick_first(self) -> None:
        if self._lines:
            self.picked.emit(self._lines[0].ticket)


def last_answered(tickets: Sequence[EarlierTicket]) -> EarlierTicket | None:
    """The ticket with the latest answer we gave this person."""
    answered = [ticket for ticket in tickets if ticket.answered_at is not None and ticket.answer]
    return max(answered, key=lambda ticket: ticket.answered_at or ticket.opened_at, default=None)


def _line(theme: Theme, ticket: EarlierTicket, now: datetime) -> LinkLine:
    local = china(ticket.opened_at)
    day = f"{local:%m-%d}" if local.year == china(now).year else f"{local:%Y-%m}"
    words = one_line(short_words(ticket.snippet)) + ("" if ticket.state is State.CLOSED else tr("（未完成）"))
    kind = label(ticket.kind.value)
    parts: tuple[Part, ...] = ((day, "text3"), (kind, "text2"), (words, "text"))
    line = LinkLine(
        theme, ticket.ticket_id, parts, tr("打开 #{0}：{1}{2}", ticket.ticket_id, words, _answered(ticket, now))
    )
    line.setAccessibleName(tr("以往工单 #{0}，{1}，{2}，{3}", ticket.ticket_id, day, kind, words))
    return line


def _answer_words(ticket: EarlierTicket, now: datetime) -> str:
    words = one_line(ticket.answer)
    words = words if len(words) <= LONGEST else words[:LONGEST] + "……"
    if ticket.answered_at is None:
        return tr("上次答复：{0}", words)
    return tr("上次答复（{0}）：{1}", day_words(ticket.answered_at, now), words)


def _answered(ticket: EarlierTicket, now: datetime) -> str:
    return f"\n{_answer_words(ticket, now)}" if ticket.answered_at is not None and ticket.answer else ""
