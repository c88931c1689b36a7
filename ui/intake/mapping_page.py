"""The mapping page: which column is what, what holds for all rows, and what would become of the first ones."""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.intake.capture_words import PLACES, said_when
from ui.intake.form_field import FormField
from ui.intake.import_words import PreviewRow
from ui.intake.mapping_table import MappingTable
from ui.intake.mapping_words import DATE_ORDERS, missing_words, place_of, tried_words
from ui.intake.preview_table import PreviewTable
from ui.support.context import Context
from ui.widgets.label import TextLabel
from weibo_operator.domain.columns import DateOrder, Role, Table, TableMapping
from weibo_operator.services.own_tables import MappedTable
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

PAUSE = 150
LEAST_ROWS_HEIGHT = 150


class MappingPage(QWidget):
    """``changed`` asks to try the mapping (after a pause in typing); ``sheet_chosen`` to show another sheet."""

    changed = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context = context
        self._loading = False
        self._table = Table((), (), "")
        self._mapping = TableMapping(())
        self.columns = MappingTable(theme, self)
        self.channel, self.dates, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.author, self.captured = QLineEdit(), QLineEdit()
        self.fields = {
            "channel": FormField(theme, tr("没写渠道的行算作"), self.channel),
            "dates": FormField(theme, tr("日期写法"), self.dates),
            "author": FormField(theme, tr("没写作者的行算作"), self.author),
            "captured": FormField(theme, tr("采集时间"), self.captured),
            "sheet": FormField(theme, tr("工作表"), self.sheet),
        }
        self.said = TextLabel(theme, "", "secondary", "text2")
        self.rows = PreviewTable(theme, parent=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._fill()
        self._lay_out()
        self._wire()

    @property
    def table(self) -> Table:
        """The table that is shown."""
        return self._table

    def mapping(self) -> TableMapping:
        """How the table is to be read as things stand."""
        place = PLACES[str(self.channel.currentData())]
        return replace(
            self._mapping,
            roles=self.columns.rows.roles,
            platform=place.platform,
            source=place.source,
            audience=place.audience,
            date_order=DateOrder(self.dates.currentData()),
            author=self.author.text().strip(),
            captured_at=self._captured_at(),
        )

    def show_mapped(self, mapped: MappedTable) -> None:
        """Show a table with its mapping."""
        self._loading = True
        self._table, self._mapping = mapped.table, mapped.mapping
        self.columns.show_table(mapped.table, mapped.mapping.roles)
        self.channel.setCurrentIndex(self.channel.findData(place_of(mapped.mapping)))
        self.dates.setCurrentIndex(self.dates.findData(mapped.mapping.date_order.value))
        self.author.setText(mapped.mapping.author)
        self.captured.clear()
        self.sheet.clear()
        self.sheet.addItems(list(mapped.table.sheets))
        self.sheet.setCurrentText(mapped.table.sheet)
        self.fields["sheet"].setVisible(len(mapped.table.sheets) > 1)
        self.rows.show_rows(())
        self._loading = False
        self._take_change()

    def show_tried(self, rows: Sequence[PreviewRow]) -> None:
        """Show what would become of the first rows."""
        self.rows.show_rows(rows)
        broken = sum(row.broken for row in rows)
        has_time = Role.TIME in self.columns.rows.roles
        self._say(tried_words(len(rows) - broken, broken, has_time=has_time), wrong=False)

    @Slot()
    def _take_change(self) -> None:
        if self._loading:
            return
        missing = missing_words(self.mapping())
        if missing:
            self.rows.show_rows(())
            self._say(missing, wrong=True)
        self.changed.emit()

    @Slot()
    def _take_time(self) -> None:
        typed, now = self.captured.text(), self._context.operator.desk.now()
        moment = self._captured_at()
        if typed.strip() and moment is None:
            self.fields["captured"].say(tr("看不懂，可以写 昨天下午、11-18 9:00"), wrong=True)
        else:
            self.fields["captured"].say(clock_words(moment, now) if moment is not None else "")
        self._pause.start()

    @Slot(int)
    def _take_sheet(self, _index: int) -> None:
        if not self._loading and self.sheet.currentText() != self._table.sheet:
            self.sheet_chosen.emit(self.sheet.currentText())

    def _captured_at(self) -> datetime | None:
        typed = self.captured.text().strip()
        return said_when(typed, self._context.operator.desk.now()) if typed else None

    def _say(self, words: str, *, wrong: bool) -> None:
        self.said.setText(words)
        self.said.set_role("danger_text" if wrong else "text2")

    def _fill(self) -> None:
        for key, place in PLACES.items():
            self.channel.addItem(place.words, key)
        for order, words in DATE_ORDERS.items():
            self.dates.addItem(words, order.value)
        self.author.setPlaceholderText(tr("例如 来电客户"))
        self.captured.setPlaceholderText(tr("文件的时间"))
        for control in (self.channel, self.dates, self.sheet, self.author, self.captured):
            control.setFont(self._context.theme.font("body"))

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(12)
        for field in self.fields.values():
            options.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.columns, 3)
        column.addLayout(options)
        column.addWidget(self.said)
        column.addWidget(self.rows, 2)
        self.columns.setMinimumHeight(self._context.theme.px(LEAST_ROWS_HEIGHT))

    def _wire(self) -> None:
        self._pause.timeout.connect(self._take_change)
        self.columns.edited.connect(self._take_change)
        self.channel.currentIndexChanged.connect(self._take_change)
        self.dates.currentIndexChanged.connect(self._take_change)
        self.author.textEdited.connect(self._pause.start)
        self.captured.textEdited.connect(self._take_time)
        self.sheet.currentIndexChanged.connect(self._take_sheet)
