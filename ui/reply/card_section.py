"""The customer card in the customer panel: why somebody is important, who looks after them, last and next contact."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.contact import CustomerCard
from weibo_operator.domain.customer import Importance
from weibo_operator.services.important_words import badge_words, next_contact_words, reason_words
from weibo_operator.services.wording import day_words
from weibo_operator.translation import tr

FACTS = (tr("客户经理"), tr("偏好渠道"), tr("私聊方式"), tr("下次联系"))
"""What is needed while answering; the rest stands in the card's dialog."""


class CardSection(QWidget):
    """Title and pencil for everybody; the card's words where there are any."""

    card_asked = Signal()
    contact_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pencil = IconButton(theme, "pencil", tr("写客户卡"), keys=in_lists("card"), height="control_28")
        self._why = wrapped_label(theme, role="text2")
        self._lines: dict[str, tuple[QWidget, TextLabel]] = {}
        self._last = wrapped_label(theme)
        self.contact_button = KeyButton(theme, tr("记一次联系"), keys=in_lists("contact"), height="control_28")
        self._lay_out()
        self._pencil.clicked.connect(self.card_asked)
        self.contact_button.clicked.connect(self.contact_asked)

    @property
    def words(self) -> str:
        """Everything the section says, in reading order."""
        said = [
            self._why.text(),
            *(f"{name} {label.text()}" for name, (_, label) in self._lines.items() if label.text()),
        ]
        return "\n".join(part for part in (*said, self._last.text()) if part)

    def show_card(self, card: CustomerCard, now: datetime) -> None:
        """Show one customer's card."""
        text = card.text
        why = reason_words(card.reason, role=card.customer.role, followers=card.customer.followers)
        self._why.setText(
            tr("{0}：{1}", badge_words(card.importance), why) if card.importance is not Importance.ORDINARY else ""
        )
        planned = next_contact_words(text.next_contact, now) if text.next_contact is not None else ""
        values = (text.manager, text.preferred_way, text.private_way, planned)
        for name, value in zip(FACTS, values, strict=True):
            line, label = self._lines[name]
            label.setText(value)
            label.setToolTip(value)
            line.setVisible(bool(value))
        late = text.next_contact is not None and text.next_contact < china_day(now)
        self._lines[tr("下次联系")][1].set_role("danger_text" if late else "text")
        self._last.setText(_last_words(card, now))
        looked_after = card.importance is not Importance.ORDINARY or any(values) or bool(card.contacts)
        for widget in (self._why, self._last):
            widget.setVisible(bool(widget.text()))
        self.contact_button.setVisible(looked_after)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(self._theme, tr("客户卡"), "body", weight=600), 1)
        head.addWidget(self._pencil)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._why)
        for name in FACTS:
            column.addWidget(self._line(name))
        column.addWidget(self._last)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 3, 0, 0)
        foot.addWidget(self.contact_button)
        foot.addStretch()
        column.addLayout(foot)

    def _line(self, name: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        title = TextLabel(self._theme, name, "secondary", "text3")
        title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(title)
        row.addStretch()
        value = TextLabel(self._theme, "", "secondary")
        row.addWidget(value)
        self._lines[name] = (line, value)
        return line


def _last_words(card: CustomerCard, now: datetime) -> str:
    if not card.contacts:
        return ""
    latest = card.contacts[0]
    said = tr("：{0}", latest.note) if latest.note else ""
    return tr("{0}联系过{1}", day_words(latest.at, now), said)
