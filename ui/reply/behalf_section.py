"""For whom the customer asks, and who asks for the customer, in the customer panel (mission A17)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.reply.behalf_words import asks_for_words
from ui.reply.link_line import LinkLine
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Actor
from weibo_operator.domain.people import Helper, OnBehalf
from weibo_operator.translation import tr

ITSELF = tr("TA 自己")


class BehalfSection(QWidget):
    """替谁问 with a pencil for everybody; further lines where somebody asks for another."""

    change_asked = Signal()
    ticket_picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = TextLabel(theme, ITSELF, "secondary")
        self.pencil = IconButton(theme, "pencil", tr("这是替谁问的"), keys=anywhere("on_behalf"), height="control_28")
        self._links: list[LinkLine] = []
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(TextLabel(theme, tr("替谁问"), "secondary", "text3"))
        row.addStretch()
        row.addWidget(self._value)
        row.addWidget(self.pencil)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self.pencil.clicked.connect(self.change_asked)

    @property
    def words(self) -> str:
        """Everything the section says."""
        return "\n".join((self._value.text(), *(link.accessibleName() for link in self._links)))

    def show_people(self, behalf: OnBehalf | None, helpers: Sequence[Helper]) -> None:
        """Show whom the customer asks for, and who asks for the customer."""
        self._value.setText(ITSELF if behalf is None else asks_for_words(behalf.meant.shown))
        self._value.set_role("text" if behalf is None else "info_text")
        by = (
            ""
            if behalf is None
            else tr("你写的")
            if behalf.made_by is Actor.OPERATOR
            else tr("程序从原文认出，不对就改")
        )
        self._value.setToolTip(by)
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        if behalf is not None and behalf.other_ticket is not None:
            self._add(tr("#{0} {1} 自己的工单", behalf.other_ticket, behalf.meant.shown), behalf.other_ticket)
        for helper in helpers:
            self._add(tr("#{0} @{1} 在替 TA 问", helper.ticket_id, helper.nickname), helper.ticket_id)

    @Slot()
    def _pick(self) -> None:
        sender = self.sender()
        if isinstance(sender, LinkLine):
            self.ticket_picked.emit(sender.ticket)

    def _add(self, words: str, ticket: TicketId) -> None:
        line = LinkLine(self._theme, ticket, ((words, "info_text"),), tr("打开工单 {0}", words))
        line.clicked.connect(self._pick)
        self._links.append(line)
        self._column.addWidget(line)
