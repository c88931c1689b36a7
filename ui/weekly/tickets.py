"""The sheet of tickets behind a figure."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.weekly.parts import Part
from ui.weekly.rows_table import Heading, Line, RowsTable
from ui.weekly.words import moment_words
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.sheet import Sheet
from weibo_operator.domain.weekly import TicketDetail
from weibo_operator.services.weekly_text import shown_name
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.translation import label, tr

NOTHING = tr("没有工单。")
LOOKING = tr("正在找……")
HEADINGS = (
    Heading(tr("工单")),
    Heading(tr("客户")),
    Heading(tr("类型")),
    Heading(tr("性质"), stretched=True),
    Heading(tr("部门")),
    Heading(tr("状态")),
    Heading(tr("来信")),
    Heading(tr("首次答复")),
)


class TicketsSheet(Sheet):
    """Its figures as choices at the top; ``figure_chosen`` and ``ticket_chosen`` carry a key and a ticket's id."""

    figure_chosen = Signal(str)
    ticket_chosen = Signal(object)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("工单"), 880)
        self._choices: Seg | None = None
        self._title = ""
        self._counted = ""
        self._about = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self.table = RowsTable(theme, tr("这个数字背后的工单"), HEADINGS, parent=self.frame)
        self.frame.body.addWidget(self._about)
        self.frame.body.addWidget(self.table, 1)
        self.table.opened.connect(self._choose)

    def open_parts(self, parts: Sequence[Part]) -> None:
        """Open on several parts of the week, the first chosen."""
        if self._choices is not None:
            self.frame.body.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
        self._choices = Seg(self._theme, [SegItem(part.key, part.label) for part in parts], tr("数字"), self.frame)
        self._choices.selected.connect(self.figure_chosen)
        self._choices.setVisible(len(parts) > 1)
        self.frame.body.insertWidget(0, self._choices)
        self.open_over()
        self.table.setFocus()

    def show_looking(self, title: str, about: str) -> None:
        """The tickets of another part are looked for; ``about`` says what is counted."""
        self._title, self._counted = title, about
        self.frame.set_title(title, (LOOKING,))
        self._say(about)
        self.table.set_lines(())

    def show_tickets(self, details: Sequence[TicketDetail], words: WeekWords, *, unmasked: bool) -> None:
        """List the tickets that were looked for."""
        self.frame.set_title(self._title, (tr("{0} 张工单", len(details)),))
        self._say(self._counted if details else tr("{0}{1}", self._counted, NOTHING) if self._counted else NOTHING)
        self.table.set_lines([_line(detail, words, unmasked=unmasked) for detail in details])
        if details:
            self.table.selectRow(0)

    def _say(self, about: str) -> None:
        self._about.setText(about)
        self._about.setVisible(bool(about))

    @Slot(object)
    def _choose(self, ticket: object) -> None:
        self.close_over()
        self.ticket_chosen.emit(ticket)


def _line(detail: TicketDetail, words: WeekWords, *, unmasked: bool) -> Line:
    answered = detail.first_answer_at
    return Line(
        cells=(
            f"#{detail.id}",
            shown_name(detail.nickname, unmasked=unmasked),
            label(detail.kind.value),
            label(detail.nature.value),
            label(detail.department),
            words.states[detail.state.value],
            moment_words(detail.opened_at),
            moment_words(answered) if answered is not None else words.none,
        ),
        opens=detail.id,
        tip=tr("打开这张工单（Enter）"),
    )
