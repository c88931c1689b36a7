"""The rows of a library's two lists: shelves with their counts, records as they are in the file."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.templates.lists import Library
from weibo_operator.translation import tr

ALL, STARRED, STALE = "\0all", "\0starred", "\0stale"
"""Everything; the templates on Alt+1…9, in the order of the keys; the cards to be checked: keys no category has."""
_NAMES = {ALL: tr("全部"), STARRED: tr("常用键"), STALE: tr("要核对")}
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class Listed(Protocol):
    """A record of a library."""

    @property
    def id(self) -> Any:  # noqa: ANN401 - each library has a type of its own for it
        """Its row in the file."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...


Record = TypeVar("Record", bound=Listed)


class OneColumn(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, one under the other."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = tuple(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One column."""
        return 0 if parent.isValid() else 1


class ShelfModel(OneColumn[tuple[str, int]]):
    """全部 and every shelf (a category, a kind of card) with how much stands there."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(((ALL, 0),), parent)
        self._library = library

    def set_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show other shelves."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def row_of(self, name: str) -> int:
        """The shelf's row, 0 (全部) for one that is gone."""
        return next((row for row, (each, _) in enumerate(self.rows) if each == name), 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The name; name and count to the screen reader."""
        name, count = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(name)
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return self._library.said.on_shelf(self._shown(name), count) if spoken else None

    def _shown(self, name: str) -> str:
        return _NAMES[name] if name in _NAMES else self._library.shown(name)


class RecordModel(OneColumn[Record], Generic[Record]):
    """Records in the order found."""

    def __init__(self) -> None:
        super().__init__(())

    def told(self, record: Record) -> str:
        """What the screen reader says of a record besides its title."""
        raise NotImplementedError

    def set_rows(self, rows: Sequence[Record]) -> None:
        """Show other records; the same ones in the same order are only repainted."""
        same = [each.id for each in rows] == [each.id for each in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def row_of(self, record: int | None) -> int:
        """The record's row, -1 when it isn't listed."""
        return next((row for row, each in enumerate(self.rows) if each.id == record), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The title; the rest to the screen reader."""
        record = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return record.title
        return self.told(record) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None
