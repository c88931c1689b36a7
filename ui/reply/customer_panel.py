"""The customer panel: who writes, how far it carries, what was before, our note, and why the program judged so."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.reply.answered_section import AnsweredSection
from ui.reply.behalf_section import BehalfSection
from ui.reply.card_section import CardSection
from ui.reply.crisis_section import CrisisSection
from ui.reply.crowd_section import CrowdSection
from ui.reply.earlier import EarlierTickets
from ui.reply.level_chip import keys_words
from ui.reply.note_field import NoteField
from ui.reply.order_section import OrderSection
from ui.reply.owed_section import OwedSection
from ui.reply.people import leads_words, reach_parts, verified_words
from ui.reply.wrapped import wrapped_label
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip, ChipSpec
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.verified import verified_mark
from weibo_operator.domain.contact import CustomerCard
from weibo_operator.domain.customer import Importance
from weibo_operator.domain.labels import State
from weibo_operator.domain.people import EarlierTicket, PublicAnswer
from weibo_operator.domain.ticket import Card
from weibo_operator.services.important_words import badge_words, standing_words
from weibo_operator.services.inbox import TicketView
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.translation import label, tr


class CustomerPanel(QWidget):
    """Shows one customer; the note is changed here, the card in its dialog."""

    page_asked = Signal()
    note_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._avatar = Avatar(theme, "", 44)
        self._name = TextLabel(theme, "", "person")
        self._verified = TextLabel(theme, "", "secondary", "text3")
        self._reach = Chip(theme, ChipSpec(("",), icon="users"))
        self._vip = Chip(theme, ChipSpec(("VIP",), "accent", "star"))
        self.relation = Chip(theme, ChipSpec(("",)))
        self.crisis = CrisisSection(theme)
        self.crowd = CrowdSection(theme)
        self.owed = OwedSection(theme)
        self.card = CardSection(theme)
        self._facts = QVBoxLayout()
        self._fact_values: dict[str, tuple[QWidget, TextLabel]] = {}
        self._leads = Chip(theme, ChipSpec(("",), "info", "at-sign"))
        self.behalf = BehalfSection(theme)
        self.orders = OrderSection(theme)
        self.answered = AnsweredSection(theme)
        self.earlier = EarlierTickets(theme)
        self._above_earlier = self._divider()
        self._above_answered = self._divider()
        self.note = NoteField(theme)
        self._why_title = TextLabel(theme, tr("建议与理由"), "body", weight=600)
        self._level = wrapped_label(theme)
        self._why = wrapped_label(theme, role="text2")
        self._page = KeyButton(
            theme, tr("打开 TA 的微博"), icon="external-link", keys=in_lists("open_page"), height="control_34"
        )
        self._lay_out()
        self._say_keys()
        theme.keys.changed.connect(self._say_keys)
        self._page.clicked.connect(self.page_asked)
        self.note.changed.connect(self.note_changed)

    @property
    def level(self) -> str:
        """The sentence of the level as shown."""
        return self._level.text()

    @property
    def reasons(self) -> str:
        """The reasons as shown."""
        return self._why.text()

    def show_view(self, view: TicketView, level: str) -> None:
        """Show the customer of a ticket; ``level`` is the sentence of its level."""
        customer, ticket = view.customer, view.ticket
        self._avatar.show_person(customer.nickname, verified_mark(customer.verified))
        self._name.setText(customer.nickname)
        self._verified.setText(verified_words(customer))
        reach = reach_parts(customer)
        self._reach.setVisible(bool(reach))
        self._reach.set_spec(ChipSpec(reach or ("",), icon="users"))
        self._set_fact(tr("所在地"), customer.location)
        self._set_fact(tr("角色"), label(customer.role))
        self._set_fact(tr("以往工单"), _count_words(view.earlier))
        self._set_fact(tr("身份"), tr("只知道昵称，可能不止一位") if customer.known_by_name_only else "")
        self._leads.setVisible(bool(ticket.leads))
        self._leads.set_spec(ChipSpec((leads_words(ticket.leads),), "info", "at-sign"))
        if not self.note.is_editing:
            self.note.show_note(customer.notes)
        self._level.setText(level)
        advice = tr("建议无需回复") if ticket.no_reply_advised else tr("建议{0}回复", label(ticket.advice.label))
        self._why.setText("\n".join((advice, *map(shown_reason, ticket.reasons))))

    def show_earlier(self, tickets: Sequence[EarlierTicket], now: datetime) -> None:
        """Show what this person asked before."""
        self.earlier.show_earlier(tickets, now)
        self._above_earlier.setVisible(bool(tickets))

    def show_answer(self, answer: PublicAnswer | None, now: datetime) -> None:
        """Show what we answered in public to the same."""
        self.answered.show_answer(answer, now)
        self._above_answered.setVisible(answer is not None)

    def show_card(self, card: CustomerCard, now: datetime) -> None:
        """Show the customer's card, the mark of an important one, and how close they are."""
        self._vip.setVisible(card.importance is not Importance.ORDINARY)
        self._vip.set_spec(ChipSpec((badge_words(card.importance),), "accent", "star"))
        self.relation.set_spec(ChipSpec((label(card.standing.level.value),)))
        self.relation.setToolTip(standing_words(card.standing))
        self.card.show_card(card, now)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("divider"))
        painter.end()

    @Slot()
    def _say_keys(self) -> None:
        self._level.setToolTip(keys_words(self._theme.keys))

    def _set_fact(self, name: str, value: str) -> None:
        line, label = self._fact_values[name]
        label.setText(value)
        label.setToolTip(value)
        line.setVisible(bool(value))

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._verified)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._avatar)
        top.addLayout(who, 1)
        marks = QWidget()
        chips = FlowLayout(marks, gap=6)
        chips.addWidget(self._reach)
        chips.addWidget(self._vip)
        chips.addWidget(self.relation)
        chips.addWidget(self._leads)
        self._facts.setSpacing(3)
        for name in (tr("所在地"), tr("角色"), tr("以往工单"), tr("身份")):
            self._facts.addWidget(self._fact_line(name))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 14, 15, 8)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.crisis)
        column.addWidget(self.crowd)
        column.addWidget(self.owed)
        column.addWidget(marks)
        column.addWidget(self._level)
        column.addLayout(self._facts)
        column.addWidget(self.behalf)
        column.addWidget(self.orders)
        above = {self.earlier: self._above_earlier, self.answered: self._above_answered}
        for part in (self.earlier, self.answered, self.card, self.note, self._why_title, self._why):
            if part in above:
                column.addWidget(above[part])
            elif part is not self._why:
                column.addWidget(self._divider())
            column.addWidget(part)
        column.addStretch()
        self._frame(holder)

    def _frame(self, holder: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 15, 14)
        foot.addWidget(self._page)
        foot.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _fact_line(self, name: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self._theme, name, "secondary", "text3"))
        row.addStretch()
        value = TextLabel(self._theme, "", "secondary")
        self._fact_values[name] = (line, value)
        row.addWidget(value)
        return line

    def _divider(self) -> QFrame:
        line = QFrame()
        line.setProperty("surface", "line")
        line.setFixedHeight(1)
        return line


def _count_words(cards: tuple[Card, ...]) -> str:
    if not cards:
        return tr("没有")
    unfinished = sum(card.state is not State.CLOSED for card in cards)
    return tr("{0} 张，{1}", len(cards), tr("{0} 张未完成", unfinished) if unfinished else tr("均已完成"))
