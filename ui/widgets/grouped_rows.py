"""The rows of a grouped list: titles that cannot be chosen, and under each the records it holds."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.support.tokens import ColorRole

AnyIndex = QModelIndex | QPersistentModelIndex


class GroupTitle(Struct, frozen=True):
    """The line above a group: its name and how many records follow."""

    text: str
    count: int
    role: ColorRole = "text"


class GroupedRows(QAbstractTableModel):
    """One column of titles and records; records are chosen, never edited."""

    def __init__(
        self, spoken: Callable[[object], str], key: Callable[[object], object], parent: QObject | None = None
    ) -> None:
        """``spoken`` says a record in words for screen readers, ``key`` is what stays when a record changes."""
        super().__init__(parent)
        self._spoken = spoken
        self._key = key
        self._rows: tuple[object, ...] = ()

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show other titles and records."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> object | None:
        """The title or record of a row, None beyond the end."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def key_at(self, row: int) -> object | None:
        """The key of a row's record, None for a title or beyond the end."""
        held = self.row_at(row)
        return None if held is None or isinstance(held, GroupTitle) else self._key(held)

    def record_rows(self) -> tuple[int, ...]:
        """The rows that hold a record, from the top."""
        return tuple(row for row, held in enumerate(self._rows) if not isinstance(held, GroupTitle))

    def titles(self) -> tuple[tuple[int, GroupTitle], ...]:
        """The rows that hold a title, from the top."""
        return tuple((row, held) for row, held in enumerate(self._rows) if isinstance(held, GroupTitle))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Titles and records."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """One column: a delegate draws all of it."""
        return 0 if parent is not None and parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Titles are passed over by the arrow keys."""
        if isinstance(self.row_at(index.row()), GroupTitle):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words for a screen reader; painting asks ``row_at``."""
        held = self.row_at(index.row())
        if held is None or role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        return f"{held.text} {held.count}" if isinstance(held, GroupTitle) else self._spoken(held)
