"""The template picker's list: its rows and how one is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import paint_keycap
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import RIGHT, draw_line, text_width
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.template import Template

Index = QModelIndex | QPersistentModelIndex
ROW = 40
NUMBERED = 9


def fits(template: Template, audience: Audience) -> bool:
    """Tell whether a template is meant for this audience."""
    return template.audience in ("both", audience.value)


class PickerModel(QAbstractTableModel):
    """The templates found, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: tuple[Template, ...] = ()
        self.audience = Audience.PUBLIC

    def show_found(self, found: Sequence[Template], audience: Audience) -> None:
        """Show other templates."""
        self.beginResetModel()
        self._found, self.audience = tuple(found), audience
        self.endResetModel()

    def template(self, row: int) -> Template | None:
        """Return a row's template, None beyond the end."""
        return self._found[row] if 0 <= row < len(self._found) else None

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
        template = self._found[index.row()]
        other = "" if fits(template, self.audience) else "，适合另一种回复"
        return f"{template.title}，{template.code}{other}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, never edited."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags


class PickerDelegate(QStyledItemDelegate):
    """Paints number, title and pinyin code; a template meant for the other audience has its mark."""

    def __init__(self, theme: Theme, model: PickerModel, current: "CurrentRow") -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model
        self._current = current

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return one row's height."""
        return QSize(0, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, number = self._theme, index.row()
        template = self._model.template(number)
        if template is None:
            return
        chosen = number == self._current.row
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
            painter, box.adjusted(0, 0, -10, 0), template.code, theme.font("secondary"), theme.color("text3"), RIGHT
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
            icon = "lock" if template.audience == Audience.PRIVATE.value else "globe"
            theme.paint_icon(painter, QRectF(after, box.top(), side, box.height()), icon, "info_text")
        painter.restore()


class CurrentRow:
    """The row the keys act on: the search field keeps the focus, so the list's own current row is not used."""

    __slots__ = ("row",)

    def __init__(self) -> None:
        self.row = 0
