"""The head of the weekly page: which week, and what to do with it."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui.support.theme import Theme
from ui.weekly.words import week_words
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.week import Week

HEIGHT = 56


class WeekHeader(QFrame):
    """Title, week with its two arrows, copy, export and the menu of the rarer things."""

    stepped = Signal(int)
    """-1 for the week before, 1 for the next, 0 for the present one."""
    copy_asked = Signal()
    export_asked = Signal(str)
    """The suffix: .xlsx, .csv or .txt."""
    names_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("surface", "bar")
        self.before = IconButton(theme, "chevron-left", "上一周", keys="←", variant="secondary", height="control_34")
        self.week = KeyButton(theme, "", height="control_34")
        self.week.setToolTip("回到本周")
        self.after = IconButton(theme, "chevron-right", "下一周", keys="→", variant="secondary", height="control_34")
        self.copy = KeyButton(theme, "复制为文字", icon="copy", height="control_34")
        self.export = KeyButton(
            theme, "导出 Excel", icon="download", keys="Ctrl S", variant="primary", height="control_34"
        )
        self.more = IconButton(theme, "ellipsis", "更多导出", variant="secondary", height="control_34")
        self.menu = QMenu(self)
        self.csv = QAction("导出 CSV（只有数字）", self.menu)
        self.text = QAction("导出文字文件", self.menu)
        self.names = QAction("显示客户昵称（默认打码）", self.menu, checkable=True)
        self.menu.addActions([self.csv, self.text])
        self.menu.addSeparator()
        self.menu.addAction(self.names)
        self._lay_out()
        self._wire()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_week(self, week: Week, *, current: bool) -> None:
        """Name the week; there is none after the present one."""
        self.week.set_content(week_words(week))
        self.week.setAccessibleName(f"{week_words(week)}，{'本周' if current else '按下回到本周'}")
        self.after.setEnabled(not current)

    def set_exporting(self, *, running: bool) -> None:
        """Hold the exports while one runs."""
        for control in (self.export, self.csv, self.text):
            control.setEnabled(not running)

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
    def _ask_copy(self) -> None:
        self.copy_asked.emit()

    @Slot()
    def _ask_excel(self) -> None:
        self.export_asked.emit(".xlsx")

    @Slot()
    def _ask_csv(self) -> None:
        self.export_asked.emit(".csv")

    @Slot()
    def _ask_text(self) -> None:
        self.export_asked.emit(".txt")

    @Slot()
    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(self._theme, "周报", "page_title"))
        row.addSpacing(4)
        for widget in (self.before, self.week, self.after):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.copy, self.export, self.more):
            row.addWidget(widget)

    def _wire(self) -> None:
        self.before.clicked.connect(self._step_back)
        self.after.clicked.connect(self._step_on)
        self.week.clicked.connect(self._go_home)
        self.copy.clicked.connect(self._ask_copy)
        self.export.clicked.connect(self._ask_excel)
        self.more.clicked.connect(self._open_menu)
        self.csv.triggered.connect(self._ask_csv)
        self.text.triggered.connect(self._ask_text)
        self.names.toggled.connect(self.names_asked)
