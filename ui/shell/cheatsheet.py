"""全部快捷键: the sheet of every key, made from the action table; to look at, to copy, to keep as a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from ui.shell.key_sheet import KeyGroup, KeyLine, balanced, by_palette, key_groups, rule_words, sheet_text
from ui.support import file_dialogs
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.support.texts import sentence
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import MARGIN, DialogFrame
from ui.widgets.kbd import KeyCap, keycap_width, paint_keycap
from ui.widgets.paint_text import RIGHT, draw_line, text_width
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.whole_file import replace_file
from weibo_operator.translation import tr

ChoosePlace = Callable[[QWidget], Path | None]
"""Asks where to keep the text; None when the operator turned away."""

WIDTH, HEIGHT = 1180, 600
COLUMNS, LEAST_COLUMNS = 4, 2
LINE = 25
GAP = 28
CAP_GAP = 4
BETWEEN_GROUPS = 10
BESIDE_BAR = 12
"""Between the last keycaps and the scroll bar."""
SIDES = 64 + BESIDE_BAR
"""Of the card: its margins and the room of a scroll bar."""


def choose_place(parent: QWidget) -> Path | None:
    """Ask by the system's own file dialog."""
    return file_dialogs.choose_place(
        parent, tr("存成文字文件"), Path.home() / tr("微博客服台快捷键.txt"), tr("文字文件 (*.txt)")
    )


class KeyColumn(QWidget):
    """Groups of actions below one another: the title at the left, its keycaps at the right."""

    def __init__(self, theme: Theme, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.groups = tuple(groups)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._by_palette = found = by_palette(theme.keys.rows)
        spoken = (f"{line.title} {tr('、').join(line.caps) or found}" for group in groups for line in group.lines)
        self.setAccessibleName(tr("，").join(group.name for group in groups))
        self.setAccessibleDescription(tr("；").join(spoken))
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all lines, none of them cut."""
        px = self._theme.px
        lines = sum(len(group.lines) + 1 for group in self.groups)
        height = lines * px(LINE) + (len(self.groups) - 1) * px(BETWEEN_GROUPS)
        return QSize(max(self._line_width(line) for group in self.groups for line in group.lines), height)

    def minimumSizeHint(self) -> QSize:
        """Titles may be elided, keys never."""
        return QSize(self._theme.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw headings, titles and caps."""
        theme, line = self._theme, self._theme.px(LINE)
        painter = QPainter(self)
        top = 0.0
        for group in self.groups:
            band = QRectF(0, top, self.width(), line)
            draw_line(painter, band, group.name, theme.font("body", 600), theme.color("accent_text"))
            for entry in group.lines:
                top += line
                self._paint_entry(painter, QRectF(0, top, self.width(), line), entry)
            top += line + theme.px(BETWEEN_GROUPS)
        painter.end()

    def _paint_entry(self, painter: QPainter, band: QRectF, entry: KeyLine) -> None:
        theme, right = self._theme, band.right()
        if not entry.caps:
            font = theme.font("meta")
            right -= draw_line(painter, band, self._by_palette, font, theme.color("text3"), RIGHT)
        for caps in reversed(entry.caps):
            width = keycap_width(theme, caps)
            right -= width
            paint_keycap(painter, theme, QRectF(right, band.top(), width, band.height()), caps)
            right -= theme.px(CAP_GAP)
        words = QRectF(band.left(), band.top(), right - band.left() - theme.px(CAP_GAP), band.height())
        draw_line(painter, words, entry.title, theme.font("secondary"), theme.color("text"))

    def _line_width(self, line: KeyLine) -> int:
        theme = self._theme
        caps = sum(keycap_width(theme, keys) + theme.px(CAP_GAP) for keys in line.caps)
        caps = caps or round(text_width(theme.font("meta"), self._by_palette))
        return round(text_width(theme.font("secondary"), line.title)) + caps + theme.px(2 * CAP_GAP) + 1


class CheatSheet(DialogFrame):
    """Opened by ? in a list, and from the help; Esc closes it."""

    def __init__(self, context: Context, host: QWidget, choose: ChoosePlace = choose_place) -> None:
        super().__init__(context.theme, host, tr("全部快捷键"), WIDTH, HEIGHT)
        theme = context.theme
        self._context = context
        self._choose = choose
        self.columns: list[KeyColumn] = []
        self._row = QHBoxLayout()
        self._area = QScrollArea()
        self._keep = KeyButton(theme, tr("存成文字文件"), icon="save")
        self._copy = KeyButton(theme, tr("复制全部"), icon="copy")
        self._close = KeyButton(theme, tr("关闭"), keys="Esc")
        self.frame.head.addWidget(KeyCap(theme, in_lists("help")))
        self.frame.fill_foot([self._keep, self._copy], [self._close])
        self._lay_out()
        self._fill()
        self._keep.clicked.connect(self._keep_text)
        self._copy.clicked.connect(self._copy_text)
        self._close.clicked.connect(self._turn_away)

    def open_over(self) -> None:
        """Show the sheet; the arrow keys scroll it where the window is low."""
        self._fill()
        super().open_over()
        self._area.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _copy_text(self) -> None:
        self._context.desktop.copy(sheet_text(self._theme.keys.rows))
        self._context.news.notice.emit(tr("全部快捷键已复制，可以粘贴到文档里打印"))

    @Slot()
    def _keep_text(self) -> None:
        path = self._choose(self)
        if path is None:
            return
        try:
            replace_file(path, sheet_text(self._theme.keys.rows).encode("utf-8"))
        except InvalidInputError as error:
            self._context.news.notice.emit(sentence(error))
        else:
            self._context.news.notice.emit(tr("存好了：{0}", path.name))

    @Slot()
    def _turn_away(self) -> None:
        self.dismiss()

    @Slot()
    def _fill(self) -> None:
        """As many columns as show every title whole, two at least."""
        rule = rule_words(self._theme.keys.rows).removesuffix(tr("。"))
        self.frame.set_title(tr("全部快捷键"), (rule,) if rule else ())
        room = min(self._theme.px(WIDTH), self._host.width() - 2 * MARGIN) - SIDES
        columns = self._columns(COLUMNS)
        while len(columns) > LEAST_COLUMNS and sum(column.sizeHint().width() + GAP for column in columns) > room + GAP:
            columns = self._columns(len(columns) - 1)
        if [column.groups for column in columns] == [column.groups for column in self.columns]:
            return
        for column in self.columns:
            column.hide()
            column.deleteLater()
        self.columns = columns
        for column in columns:
            self._row.addWidget(column, 0, Qt.AlignmentFlag.AlignTop)

    def _columns(self, count: int) -> list[KeyColumn]:
        return [KeyColumn(self._theme, groups) for groups in balanced(key_groups(self._theme.keys.rows), count)]

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(self._row)
        self._row.setContentsMargins(0, 0, BESIDE_BAR, 0)
        self._row.setSpacing(GAP)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(tr("全部快捷键"))
        self._area.setWidget(inside)
        self.frame.body.addWidget(self._area)
