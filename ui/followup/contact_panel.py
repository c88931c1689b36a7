"""The right panel of the list of important customers: who, why, how to reach them, and the log of contacts."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.followup.customer_head import CustomerHead, page_button
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip, ChipSpec
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.contact import CustomerCard
from weibo_operator.domain.customer import Importance
from weibo_operator.services.important_words import (
    badge_words,
    cadence_words,
    next_contact_words,
    reason_words,
    standing_words,
)
from weibo_operator.services.wording import day_words
from weibo_operator.translation import label, tr

WIDTH = 332
LOG = 4
"""So many of the latest contacts are shown."""
FACTS = (
    tr("为什么重要"),
    tr("客户经理"),
    tr("身份说明"),
    tr("偏好渠道"),
    tr("私聊方式"),
    tr("联系周期"),
    tr("下次联系"),
)


class ContactPanel(SidePanel):
    """Shows one customer's card."""

    card_asked = Signal()
    contact_asked = Signal()
    page_asked = Signal()
    private_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这位重要客户"), WIDTH, parent)
        self._badge = Chip(theme, ChipSpec(("VIP",), "accent", "star"))
        self.relation = Chip(theme, ChipSpec(("",)))
        self.page_button = page_button(theme)
        self._head = CustomerHead(theme, self.page_button)
        self.private_button = KeyButton(theme, tr("打开私信"), icon="mail", height="control_28")
        self._values = {name: TextLabel(theme, "", "secondary") for name in FACTS}
        self._names = {name: TextLabel(theme, name, "secondary", "text3") for name in FACTS}
        self._notes = TextBox(theme, tr("备注"), max_lines=3)
        self._notes_title = TextLabel(theme, tr("备注"), "secondary", "text2")
        self._log_title = TextLabel(theme, tr("联系记录"), "body", weight=600)
        self._days = [TextLabel(theme, "", "meta", "text2") for _ in range(LOG)]
        self._said = [TextLabel(theme, "", "secondary", wrap=True, max_lines=2) for _ in range(LOG)]
        self._none = TextLabel(theme, tr("还没有联系过"), "secondary", "text3")
        self.card_button = KeyButton(theme, tr("客户卡"), icon="pencil", keys=in_lists("card"))
        self.open_button = KeyButton(theme, tr("看工单"), keys="↵", height="control_28")
        self.contact_button = KeyButton(theme, tr("记一次联系"), keys=in_lists("contact"), variant="primary")
        self._lay_out()
        self.page_button.clicked.connect(self.page_asked)
        self.private_button.clicked.connect(self.private_asked)
        self.card_button.clicked.connect(self.card_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.contact_button.clicked.connect(self.contact_asked)

    @property
    def name(self) -> str:
        """Whose card is shown."""
        return self._head.name

    def fact(self, name: str) -> str:
        """What stands beside one of ``FACTS``."""
        return self._values[name].text()

    def show_card(self, card: CustomerCard, now: datetime, *, has_ticket: bool) -> None:
        """Show one customer."""
        known, text = card.customer, card.text
        self._head.show_person(known.nickname, known.verified, known.followers, (label(known.role),))
        badge = badge_words(card.importance)
        self._badge.setVisible(card.importance is not Importance.ORDINARY)
        self._badge.set_spec(ChipSpec((badge,), "accent", "star"))
        self.relation.set_spec(ChipSpec((label(card.standing.level.value),)))
        self.relation.setToolTip(standing_words(card.standing))
        why = reason_words(card.reason, role=known.role, followers=known.followers)
        ways = (label(text.preferred_way), text.private_way)
        values = (why or tr("安排过联系"), text.manager, text.relation, *ways, cadence_words(text.contact_days))
        for name, value in zip(FACTS, (*values, next_contact_words(text.next_contact, now)), strict=True):
            self._values[name].setText(value)
            self._values[name].setToolTip(value)
            self._values[name].setVisible(bool(value))
            self._names[name].setVisible(bool(value))
        late = text.next_contact is not None and text.next_contact < china_day(now)
        self._values[tr("下次联系")].set_role("danger_text" if late else "text")
        self._notes.show_text(text.notes)
        self._notes.setVisible(bool(text.notes))
        self._notes_title.setVisible(bool(text.notes))
        self.private_button.setVisible(text.private_way.startswith(("http://", "https://")))
        self.page_button.setEnabled(bool(known.profile_url))
        self.open_button.setEnabled(has_ticket)
        self._show_log(card, now)

    def _show_log(self, card: CustomerCard, now: datetime) -> None:
        self._none.setVisible(not card.contacts)
        for number, (day, said) in enumerate(zip(self._days, self._said, strict=True)):
            shown = number < len(card.contacts)
            day.setVisible(shown)
            said.setVisible(shown)
            if shown:
                contact = card.contacts[number]
                day.setText(day_words(contact.at, now))
                said.setText(contact.note or tr("没有写说了什么"))
                said.setToolTip(contact.note)

    def _lay_out(self) -> None:
        body = self.body
        body.setSpacing(6)
        body.addWidget(self._head)
        marks = QWidget()
        chips = FlowLayout(marks, gap=6)
        chips.addWidget(self._badge)
        chips.addWidget(self.relation)
        body.addWidget(marks)
        body.addSpacing(4)
        facts = QGridLayout()
        facts.setHorizontalSpacing(12)
        facts.setVerticalSpacing(5)
        facts.setColumnStretch(1, 1)
        for row, name in enumerate(FACTS):
            facts.addWidget(self._names[name], row, 0)
            facts.addWidget(self._values[name], row, 1)
        body.addLayout(facts)
        ways = QWidget()
        flow = FlowLayout(ways)
        for button in (self.open_button, self.private_button):
            flow.addWidget(button)
        body.addWidget(ways)
        body.addWidget(self._notes_title)
        body.addWidget(self._notes)
        body.addSpacing(6)
        body.addWidget(self._log_title)
        body.addWidget(self._none)
        for day, said in zip(self._days, self._said, strict=True):
            body.addWidget(day)
            body.addWidget(said)
        body.addStretch()
        self.foot.addWidget(self.card_button)
        self.foot.addStretch()
        self.foot.addWidget(self.contact_button)
