"""The rows of 设置 › 快捷键: actions under their groups, found by their words, by pinyin initials or by a key."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.support.actions import ActionSpec, key_words, stroke_parts
from ui.support.key_map import DEFAULTS, KeyMap, Keys
from ui.support.key_rules import Reach, keys_of, strokes
from weibo_operator.translation import tr

Index = QModelIndex | QPersistentModelIndex
HEADS = (tr("动作"), tr("在列表里"), tr("随时，打字时也行"), "")
REACHES = {1: Reach.LISTED, 2: Reach.ANYWHERE}
"""The reach of each column that holds keys."""
MARK = 3
CHANGED = tr("改过")
_SEPARATORS = re.compile(r"[\s+,'’]")


class KeyRows(QAbstractTableModel):
    """A group's name or an action in each row; nothing is edited in place."""

    def __init__(self, keys: KeyMap, initials: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self._initials = {row.id: initials(row.title) for row in keys.rows}
        self._rows: tuple[str | ActionSpec, ...] = ()

    def show_found(self, query: str) -> None:
        """Show what ``query`` asks for, everything for an empty one."""
        rows: list[str | ActionSpec] = []
        for row in self._found(query.strip().lower()):
            if row.group not in rows:
                rows.append(row.group)
            rows.append(row)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def held(self, row: int) -> str | ActionSpec | None:
        """What a row holds, None beyond the ends."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place_of(self, action: str) -> int:
        """The row of an action, -1 where it is not shown."""
        places = (place for place, row in enumerate(self._rows) if isinstance(row, ActionSpec) and row.id == action)
        return next(places, -1)

    def is_changed(self, row: ActionSpec) -> bool:
        """Whether an action has other keys than those of the table."""
        return Keys(row.list_keys, row.keys) != DEFAULTS[row.id]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        row, column = self.held(index.row()), index.column()
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or row is None:
            return None
        if isinstance(row, str):
            return row if column == 0 else ""
        if column in REACHES:
            words = tr("、").join(caps_of(row, REACHES[column])) or tr("没有")
            return (
                words if role == Qt.ItemDataRole.DisplayRole else tr("{0}，{1}：{2}", row.title, HEADS[column], words)
            )
        if column == MARK:
            return CHANGED if self.is_changed(row) else ""
        return row.title

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only keys can be gone to."""
        is_cell = isinstance(self.held(index.row()), ActionSpec) and index.column() in REACHES
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_cell else Qt.ItemFlag.ItemIsEnabled

    def _found(self, query: str) -> Sequence[ActionSpec]:
        rows = self._keys.rows
        if not query:
            return rows
        letters = _SEPARATORS.sub("", query)
        by_key = [row for row in rows if letters in map(_typed, row.shown_keys)]
        begun = [row for row in rows if len(letters) > 1 and any(_typed(k).startswith(letters) for k in row.shown_keys)]
        named = [row for row in rows if query in row.title.lower() or query in row.group.lower()]
        short = [] if by_key or not letters else [row for row in rows if letters in self._initials[row.id]]
        found = {row.id for row in (*by_key, *begun, *named, *short)}
        return [row for row in rows if row.id in found]


def caps_of(row: ActionSpec, reach: Reach) -> tuple[str, ...]:
    """An action's keycaps in one reach; the two Enter keys look alike."""
    return tuple(dict.fromkeys(key_words(keys) for keys in keys_of(row, reach)))


def _typed(keys: str) -> str:
    """A key as somebody types its name into the search: ctrlk, gi, altenter."""
    parts = [part for stroke in strokes(keys) for part in stroke_parts(stroke)]
    return "".join("enter" if part == "Return" else part.lower() for part in parts)
