"""A pane's rows: ticket ids in order, the cards behind them read in pages when they are painted."""

from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.ticket import Card, WaitsFor

PAGE = 30
CARDS_KEPT = 40 * PAGE
"""When more cards than these have been looked at, all are read anew: memory stays bounded in a pane of any length."""
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
        self._cards: dict[TicketId, Card] = {}
        self.next_ticket: TicketId | None = None
        self.open_ticket: TicketId | None = None
        self.marked: set[TicketId] = set()
        self.buffered: AbstractSet[CustomerId] = frozenset()

    @property
    def ids(self) -> Sequence[TicketId]:
        """The tickets in their order."""
        return self._ids

    @property
    def known(self) -> Collection[Card]:
        """The cards that have been looked at."""
        return self._cards.values()

    def show(self, ids: Sequence[TicketId], changed: AbstractSet[TicketId] | None = None) -> bool:
        """Take a new order; True when the rows changed (the view then has lost its place).

        ``changed`` names the tickets whose cards may say something else now (None: all).
        """
        stale = self._forget(changed)
        if ids == self._ids:
            self._announce(stale)
            return False
        self.beginResetModel()
        self._ids = ids
        if self.marked:
            self.marked.intersection_update(ids)
        self.endResetModel()
        return True

    def ticket(self, row: int) -> TicketId | None:
        """The ticket of a row, None outside."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def is_buffered(self, card: Card) -> bool:
        """True for a customer who waits, but is within the minimum gap after our last public reply (mission C5)."""
        return card.waits_for is WaitsFor.US and card.customer_id in self.buffered

    def row_of(self, ticket: TicketId) -> int | None:
        """The row of a ticket, None when the pane has it not (1 ms at 100 000 rows; an index of them costs more)."""
        try:
            return self._ids.index(ticket)
        except ValueError:
            return None

    def card(self, row: int) -> Card | None:
        """The card of a row; its page is read when it is not there."""
        ticket = self._ids[row]
        if ticket not in self._cards:
            if len(self._cards) > CARDS_KEPT:
                self._cards.clear()
            first = row // PAGE * PAGE
            missing = [ticket for ticket in self._ids[first : first + PAGE] if ticket not in self._cards]
            self._cards.update((card.id, card) for card in self._read_cards(missing))
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

    def _forget(self, changed: AbstractSet[TicketId] | None) -> AbstractSet[TicketId]:
        """Drop cards; returns those that were there, as no other can have been shown."""
        stale = set(self._cards) if changed is None else self._cards.keys() & changed
        for ticket in stale:
            del self._cards[ticket]
        return stale

    def _announce(self, stale: AbstractSet[TicketId]) -> None:
        if len(stale) > PAGE:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))
            return
        for ticket in stale:
            row = self.row_of(ticket)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
