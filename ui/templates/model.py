"""The rows of the two lists: categories with their counts, templates as they are in the file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.template import Template
from weibo_operator.services.wording import day_words, people_words

ALL = "全部"
STARRED = "常用键"
"""The templates on Alt+1…9, in the order of the keys."""
Index = QModelIndex | QPersistentModelIndex


class CategoryModel(QAbstractTableModel):
    """全部 and every category with how many templates it has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, int], ...] = ((ALL, 0),)

    def set_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show other categories."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def row_of(self, name: str) -> int:
        """The category's row, 0 (全部) for one that is gone."""
        return next((row for row, (each, _) in enumerate(self.rows) if each == name), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many categories there are, 全部 included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The name; name and count to the screen reader."""
        name, count = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        return f"{name}，{count} 条" if role == Qt.ItemDataRole.AccessibleTextRole else None


class TemplateModel(QAbstractTableModel):
    """Templates in the order found."""

    def __init__(self, parent: QWidget, now: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._now = now
        self.rows: tuple[Template, ...] = ()

    def set_rows(self, rows: Sequence[Template]) -> None:
        """Show other templates; the same ones in the same order are only repainted."""
        same = [each.id for each in rows] == [each.id for each in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def uses_words(self, template: Template) -> str:
        """How often it was sent, and when last."""
        if template.last_used_at is None:
            return "没用过" if not template.uses else f"{people_words(template.uses)} 次"
        return f"{people_words(template.uses)} 次，{day_words(template.last_used_at, self._now())}"

    def row_of(self, template: TemplateId | None) -> int:
        """The template's row, -1 when it isn't listed."""
        return next((row for row, each in enumerate(self.rows) if each.id == template), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many templates are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The title; the rest to the screen reader."""
        found = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return found.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            said = f"{found.category}，{found.tone}，代码 {found.code}，{self.uses_words(found)}"
            return f"{said}，{found.next_wording.text}"
        return None
