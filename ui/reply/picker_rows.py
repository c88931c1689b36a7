"""The template picker's list: templates and cards in groups, and how a row is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import paint_keycap
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import RIGHT, draw_line, text_width
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.suggestion import Usable
from weibo_operator.domain.template import Template
from weibo_operator.translation import label, tr

Index = QModelIndex | QPersistentModelIndex
ROW = 40
TITLE_ROW = 28
NUMBERED = 9
Group = tuple[str, Sequence[Usable]]
"""A title and what stands under it."""


def fits(usable: Usable, audience: Audience) -> bool:
    """Tell whether a template is meant for this audience; a card is for both."""
    return not isinstance(usable, Template) or usable.audience in ("both", audience.value)


def told_of(usable: Usable) -> str:
    """A template's tone and code, a card's code."""
    return f"{label(usable.tone)} {usable.code}".strip() if isinstance(usable, Template) else usable.code


class PickerModel(QAbstractTableModel):
    """The groups found, in their order; titles are rows that cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: tuple[str | Usable, ...] = ()
        self.records: tuple[int, ...] = ()
        """The rows that can be chosen, from the top."""
        self.audience = Audience.PUBLIC

    def show_found(self, groups: Sequence[Group], audience: Audience) -> None:
        """Show other groups; empty ones are left out, and the title of the only one too."""
        filled = [(title, found) for title, found in groups if found]
        titled = len(filled) > 1 or any(title != filled[0][0] for title, _ in filled)
        self.beginResetModel()
        self._found = tuple(row for title, found in filled for row in ((title, *found) if titled else found))
        self.records = tuple(row for row, held in enumerate(self._found) if not isinstance(held, str))
        self.audience = audience
        self.endResetModel()

    def usable(self, row: int) -> Usable | None:
        """Return a row's template or card, None for a title or beyond the end."""
        held = self._found[row] if 0 <= row < len(self._found) else None
        return None if isinstance(held, str) else held

    def title(self, row: int) -> str:
        """Return the words of a title, empty for other rows."""
        held = self._found[row]
        return held if isinstance(held, str) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many were found."""
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words for screen readers."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        held = self._found[index.row()]
        if isinstance(held, str):
            return held
        other = "" if fits(held, self.audience) else tr("，适合另一种回复")
        return tr("{0}，{1}{2}", held.title, told_of(held), other)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, never edited; titles not even chosen."""
        chosen = index.isValid() and not self.title(index.row())
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.NoItemFlags


class PickerDelegate(QStyledItemDelegate):
    """Paints number, title and pinyin code; a template meant for the other audience has its mark."""

    def __init__(self, theme: Theme, model: PickerModel, current: "CurrentRow") -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model
        self._current = current

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return one row's height."""
        return QSize(0, self._theme.px(TITLE_ROW if self._model.title(index.row()) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, row = self._theme, index.row()
        template = self._model.usable(row)
        if template is None:
            self._paint_title(painter, QRectF(option.rect), self._model.title(row))  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
            return
        chosen, number = row == self._current.row, self._model.records.index(row)
        box = QRectF(option.rect).adjusted(8, 1, -8, -1)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        painter.save()
        if chosen:
            fill_box(painter, box, theme.size("radius_row"), theme.color("selected"))
        left = box.left() + 10
        if number < NUMBERED:
            cap = QRectF(left, box.top(), 1, box.height())
            paint_keycap(painter, theme, cap, str(number + 1), "accent" if chosen else "plain")
        left += theme.size("keycap") + 8
        code = draw_line(
            painter, box.adjusted(0, 0, -10, 0), told_of(template), theme.font("secondary"), theme.color("text3"), RIGHT
        )
        room = box.right() - left - code - 22
        if not fits(template, self._model.audience):
            room -= theme.size("icon_text") + 6
        font = theme.font("body", 600 if chosen else 400)
        words = QRectF(left, box.top(), room, box.height())
        draw_line(painter, words, template.title, font, theme.color("accent_text" if chosen else "text"))
        if not fits(template, self._model.audience):
            side = theme.size("icon_text")
            after = left + min(room, text_width(font, template.title)) + 6
            icon = "globe" if self._model.audience is Audience.PRIVATE else "lock"
            theme.paint_icon(painter, QRectF(after, box.top(), side, box.height()), icon, "info_text")
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRectF, words: str) -> None:
        theme = self._theme
        inner = box.adjusted(18, 4, -18, 0)
        draw_line(painter, inner, words, theme.font("meta", 600), theme.color("text3"))


class CurrentRow:
    """The row the keys act on: the search field keeps the focus, so the list's own current row is not used."""

    __slots__ = ("row",)

    def __init__(self) -> None:
        self.row = 0
