"""The head of the weekly page: which week, and what to do with it."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.weekly.words import KINDS, week_words
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.week import Week
from weibo_operator.services.weekly_export import WeekFormat
from weibo_operator.translation import tr

HEIGHT = 56
COMPARE = tr("换一周来对比")


class WeekHeader(QFrame):
    """Title, week with its two arrows, copy, export and the menu of the rarer things."""

    stepped = Signal(int)
    """-1 for the week before, 1 for the next, 0 for the present one."""
    copy_asked = Signal()
    export_asked = Signal()
    """Where and how it was exported last."""
    export_as_asked = Signal(object)
    """The format, a ``WeekFormat``; the place is asked for."""
    names_asked = Signal(bool)
    compare_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("surface", "bar")
        self.before = IconButton(
            theme, "chevron-left", tr("上一周"), keys="←", variant="secondary", height="control_34"
        )
        self.week = KeyButton(theme, "", height="control_34")
        self.week.setToolTip(tr("回到本周"))
        self.after = IconButton(
            theme, "chevron-right", tr("下一周"), keys="→", variant="secondary", height="control_34"
        )
        self.compare = IconButton(theme, "history", COMPARE, keys="=", variant="secondary", height="control_34")
        self.copy = KeyButton(theme, tr("复制为文字"), icon="copy", height="control_34")
        self.export = KeyButton(
            theme, tr("导出 Excel"), icon="download", keys=anywhere("export"), variant="primary", height="control_34"
        )
        self.more = IconButton(
            theme,
            "chevron-down",
            tr("导出为……（选格式、不打码）"),
            keys=anywhere("export_as"),
            variant="secondary",
            height="control_34",
        )
        self.menu = QMenu(self)
        self.kinds = QActionGroup(self)
        for number, (kind, _, long) in enumerate(KINDS, 1):
            row = self.menu.addAction(f"&{number}  {long}")
            row.setData(kind)
            self.kinds.addAction(row)
        self.names = QAction(tr("&7  不打码：页面和导出都写完整昵称"), self.menu, checkable=True)
        self.menu.addSeparator()
        self.menu.addAction(self.names)
        self._lay_out()
        self._wire()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_week(self, week: Week, against: Week | None = None, *, current: bool) -> None:
        """Name the week and the one it is compared with (None: the one before); there is none after the present."""
        other = _name(against, week)
        self.compare.setAccessibleName(tr("{0}，现在比的是{1}", COMPARE, other))
        self.compare.setToolTip(tr("{0}，现在比的是{1}（=）", COMPARE, other))
        self.week.set_content(week_words(week))
        self.week.setAccessibleName(tr("{0}，{1}", week_words(week), tr("本周") if current else tr("按下回到本周")))
        self.after.setEnabled(not current)

    def set_exporting(self, *, running: bool) -> None:
        """Hold the exports while one runs."""
        self.export.setEnabled(not running)
        self.kinds.setEnabled(not running)

    def name_export(self, kind: str, folder: str) -> None:
        """Say what the export button writes; without a ``folder`` it will ask where."""
        self.export.set_content(tr("导出 {0}", kind), "download", anywhere("export"))
        keys = self._theme.keys.said(anywhere("export"))
        asking = tr("导出，先问放在哪里（{0}）", keys)
        self.export.setToolTip(tr("导出到 {0}（{1}）", folder, keys) if folder else asking)

    def format_action(self, kind: WeekFormat) -> QAction:
        """The menu's row of a format."""
        return next(row for row in self.kinds.actions() if row.data() == kind)

    def open_menu(self) -> None:
        """Show the formats; their digits choose."""
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        self.menu.setActiveAction(self.kinds.actions()[0])

    @Slot()
    def _step_back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _step_on(self) -> None:
        self.stepped.emit(1)

    @Slot()
    def _go_home(self) -> None:
        self.stepped.emit(0)

    @Slot()
    def _ask_compare(self) -> None:
        self.compare_asked.emit()

    @Slot()
    def _ask_copy(self) -> None:
        self.copy_asked.emit()

    @Slot()
    def _ask_export(self) -> None:
        self.export_asked.emit()

    @Slot(QAction)
    def _ask_kind(self, row: QAction) -> None:
        self.export_as_asked.emit(WeekFormat(row.data()))  # Qt keeps plain text

    @Slot()
    def _open_menu(self) -> None:
        self.open_menu()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(self._theme, tr("周报"), "page_title"))
        row.addSpacing(4)
        for widget in (self.before, self.week, self.after, self.compare):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.copy, self.export, self.more):
            row.addWidget(widget)

    def _wire(self) -> None:
        self.before.clicked.connect(self._step_back)
        self.after.clicked.connect(self._step_on)
        self.week.clicked.connect(self._go_home)
        self.compare.clicked.connect(self._ask_compare)
        self.copy.clicked.connect(self._ask_copy)
        self.export.clicked.connect(self._ask_export)
        self.more.clicked.connect(self._open_menu)
        self.kinds.triggered.connect(self._ask_kind)
        self.names.toggled.connect(self.names_asked)


def _name(against: Week | None, week: Week) -> str:
    """The week compared with, by its year where that is another one."""
    if against is None:
        return tr("上周")
    same = against.year == week.year
    return tr("第 {0} 周", against.number) if same else tr("{0} 年第 {1} 周", against.year, against.number)
