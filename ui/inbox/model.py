"""A pane's rows: ticket ids in order, the cards behind them read in pages when they are painted."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.ticket import Card

PAGE = 60
CARD_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

ReadCards = Callable[[Sequence[TicketId]], Sequence[Card]]
Spoken = Callable[[Card], str]


class PaneModel(QAbstractTableModel):
    """One column of cards; never editable, so that bare letters reach the program and not the input method."""

    def __init__(self, read_cards: ReadCards, spoken: Spoken, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_cards = read_cards
        self._spoken = spoken
        self._ids: Sequence[TicketId] = ()
        self._rows: dict[TicketId, int] = {}
        self._cards: dict[TicketId, Card] = {}
        self.next_ticket: TicketId | None = None
        self.open_ticket: TicketId | None = None
        self.marked: set[TicketId] = set()

    @property
    def ids(self) -> Sequence[TicketId]:
        """The tickets in their order."""
        return self._ids

    def show(self, ids: Sequence[TicketId]) -> bool:
        """Take a new order; True when the rows changed (the view then has lost its place)."""
        self._cards.clear()
        if ids == self._ids:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, 0))
            return False
        self.beginResetModel()
        self._ids = ids
        self._rows = {ticket: row for row, ticket in enumerate(ids)}
        self.marked &= self._rows.keys()
        self.endResetModel()
        return True

    def ticket(self, row: int) -> TicketId | None:
        """The ticket of a row, None outside."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, ticket: TicketId) -> int | None:
        """The row of a ticket, None when the pane has it not."""
        return self._rows.get(ticket)

    def card(self, row: int) -> Card | None:
        """The card of a row; its page is read when it is not there."""
        ticket = self._ids[row]
        if ticket not in self._cards:
            first = row // PAGE * PAGE
            page = self._ids[first : first + PAGE]
            self._cards.update((card.id, card) for card in self._read_cards(page))
        return self._cards.get(ticket)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many tickets."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One column of cards."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's signature
        """The card itself for the delegate, its words for a screen reader."""
        if not index.isValid():
            return None
        card = self.card(index.row())
        if card is None:
            return None
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.nickname
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._spoken(card)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Selectable and enabled, nothing else."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
