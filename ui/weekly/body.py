"""The scrolling part of the weekly page: conclusion, tiles, charts, lists."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.weekly import charts
from ui.weekly.card import Card
from ui.weekly.figures import FIGURE_HEADINGS, UNANSWERED_HEADINGS, figure_lines, unanswered_lines
from ui.weekly.heat_grid import HeatGrid
from ui.weekly.lists import (
    IMPORTANT_HEADINGS,
    MOOD_HEADINGS,
    QUESTION_HEADINGS,
    TOPIC_HEADINGS,
    account_facts,
    age_facts,
    important_lines,
    mood_lines,
    question_lines,
    topic_lines,
)
from ui.weekly.parts import OPENING, Part, card_parts, cell_part, figure_parts, hour_part, row_parts, topic_part
from ui.weekly.plan_list import PlanList
from ui.weekly.pointing import Pointing
from ui.weekly.problems import ProblemList
from ui.weekly.rows_table import RowsTable
from ui.weekly.tile_row import TileRow
from ui.weekly.words import naming_the_problem
from ui.widgets.bars import BarsChart
from ui.widgets.columns import ColumnsChart
from ui.widgets.fact_table import FactTable
from ui.widgets.heat import HeatStrip
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.domain.weekly_more import Topic
from weibo_operator.services.weekly_text import conclusions, equation, shown_name
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.translation import Text, tr

GAP = 12
BEFORE = tr("上周")
COUNTING = tr("正在统计，其他数字已经齐了")


class WeekBody(QWidget):
    """Everything of one week; ``parts_asked`` carries parts, ``ticket_asked`` a ticket's id, the rest what they say."""

    parts_asked = Signal(object)
    ticket_asked = Signal(object)
    question_asked = Signal(object)
    template_asked = Signal(object)
    conclusions_asked = Signal()
    plan_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary: WeeklySummary | None = None
        self._words: WeekWords | None = None
        self._counted: tuple[Week, Week | None] | None = None
        self.sentences: tuple[TextLabel, ...] = ()
        self._said = QVBoxLayout()
        self.tiles = TileRow(theme)
        self.days = ColumnsChart(theme, tr("每天新进与解决"), (tr("新进"), tr("解决")))
        self.bands = BarsChart(theme, tr("答复用时"))
        self.kinds = BarsChart(theme, tr("问题类型"), 28)
        self.departments = FactTable(theme, tr("转交部门"))
        self.transfers = FactTable(theme, tr("转交两次以上"))
        self.hours = HeatStrip(theme, tr("客户什么时候来"))
        self.heat = HeatGrid(theme, tr("每天每个钟点来了多少，方向键走格子，Enter 看工单"))
        self.problems = ProblemList(theme)
        self.equation = TextLabel(theme, "", "body", wrap=True)
        self.visits = FactTable(theme, tr("回访"))
        self.reasons = FactTable(theme, tr("无需回复的原因"))
        self.ages = FactTable(theme, tr("积压多久"))
        self.accounts = FactTable(theme, tr("各账号"))
        self.topics = RowsTable(theme, tr("升温词"), TOPIC_HEADINGS, most_rows=10, parent=self)
        self.questions = RowsTable(theme, tr("本周问得最多"), QUESTION_HEADINGS, most_rows=5, parent=self)
        self.important = RowsTable(theme, tr("重要客户的投诉"), IMPORTANT_HEADINGS, most_rows=8, parent=self)
        self.moods = RowsTable(theme, tr("起初不满的工单后来怎样"), MOOD_HEADINGS, most_rows=8, parent=self)
        self.plan = PlanList(theme)
        self._pointing: dict[str, Pointing] = {}
        self.unanswered = RowsTable(theme, tr("未回复"), UNANSWERED_HEADINGS, most_rows=10, parent=self)
        self.figures = RowsTable(theme, tr("全部数字"), FIGURE_HEADINGS, most_rows=120, parent=self)
        self._details = QWidget()
        self._cards: dict[str, Card] = {}
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._wire()

    def add_below_tiles(self, widget: QWidget) -> None:
        """Put what a silent week shows in place of the charts."""
        self._column.insertWidget(self._column.indexOf(self._details), widget)

    def show_details(self, *, shown: bool) -> None:
        """Show or hide everything below the tiles."""
        self._details.setVisible(shown)
        self._cards["figures"].setVisible(shown)

    def show_summary(self, summary: WeeklySummary, words: WeekWords, now: datetime, *, unmasked: bool) -> None:
        """Show another week."""
        words = naming_the_problem(words.comparing(summary), summary)
        self._summary, self._words = summary, words
        for table in (self.topics, self.questions, self.figures):
            table.rename(BEFORE, format(Text(words.before), "cap"))
        self._show_sentences(conclusions(summary, words))
        self.plan.set_items(summary.more.last_plan, summary.more.plan)
        self.tiles.show_summary(summary, words)
        self.days.set_columns(charts.day_columns(summary, china_day(now)))
        self.bands.set_bars(charts.band_bars(summary, words))
        self.kinds.set_bars(charts.kind_bars(summary))
        self._fill_facts("departments", self.departments, charts.department_facts(summary, words))
        names = [shown_name(row.nickname, unmasked=unmasked) for row in summary.repeated_transfers]
        self._fill_facts("transfers", self.transfers, charts.transfer_facts(summary, names))
        self._fill_facts("visits", self.visits, charts.visit_facts(summary))
        self._fill_facts("reasons", self.reasons, charts.reason_facts(summary))
        self.hours.set_cells(charts.hour_cells(summary))
        self._cards["hours"].set_remark(charts.busiest_words(summary))
        self.heat.set_cells(charts.shown_hours(summary), charts.grid_cells(summary))
        self.problems.set_problems(summary.top, words, unmasked=unmasked)
        self.equation.setText(equation(summary, words))
        self.unanswered.set_lines(unanswered_lines(summary, words, unmasked=unmasked))
        self._cards["unanswered"].setVisible(bool(summary.unanswered))
        self._cards["unanswered"].set_remark(tr("{0} 条，按已等时间排", len(summary.unanswered)))
        self.figures.set_lines(figure_lines(summary, words))
        self._show_lists(summary, words, unmasked=unmasked)
        for name, pointing in self._pointing.items():
            pointing.set_count(len(self._drawn_parts(name)))

    @Slot(object)
    def _open_figure(self, key: str) -> None:
        if self._words is not None:
            self.parts_asked.emit(figure_parts((key,), self._words))

    @Slot(object)
    def _open_tile(self, keys: tuple[str, ...]) -> None:
        if self._words is not None:
            self.parts_asked.emit(figure_parts(keys, self._words))

    @Slot()
    def _open_card(self) -> None:
        name = next(name for name, card in self._cards.items() if card is self.sender())
        if self._summary is not None and self._words is not None:
            self.parts_asked.emit(card_parts(name, self._summary, self._words))

    @Slot(int)
    def _open_row(self, place: int) -> None:
        name = next(name for name, pointing in self._pointing.items() if pointing is self.sender())
        self.parts_asked.emit((self._drawn_parts(name)[place],))

    @Slot(int, int)
    def _open_cell(self, day: int, hour: int) -> None:
        self.parts_asked.emit((cell_part(day, hour),))

    @Slot(object)
    def _open_topic(self, topic: Topic) -> None:
        self.parts_asked.emit((topic_part(topic),))

    @Slot()
    def _make_template(self) -> None:
        rows, place = self.questions.rows.lines, self.questions.currentIndex().row()
        if rows:
            self.template_asked.emit(rows[max(0, place)].opens)

    def _drawn_parts(self, name: str) -> tuple[Part, ...]:
        """The parts of a chart as they are drawn."""
        if self._summary is None or self._words is None:
            return ()
        if name == "hours":
            return tuple(hour_part(hour) for hour in charts.shown_hours(self._summary))
        return row_parts(name, self._summary, self._words)

    def _show_sentences(self, sentences: Sequence[str]) -> None:
        for label in self.sentences:
            self._said.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.sentences = tuple(TextLabel(self._theme, sentence, "body", wrap=True) for sentence in sentences)
        for label in self.sentences:
            self._said.addWidget(label)

    def _show_lists(self, summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> None:
        self._fill_facts("ages", self.ages, age_facts(summary))
        self._fill_facts("accounts", self.accounts, account_facts(summary))
        self._show_topics(summary, words, unmasked=unmasked)
        self.questions.set_lines(question_lines(summary, unmasked=unmasked))
        self._cards["questions"].setVisible(bool(summary.more.questions))
        self.important.set_lines(important_lines(summary, words, unmasked=unmasked))
        self._cards["important"].setVisible(bool(summary.more.important))
        self.moods.set_lines(mood_lines(summary, words, unmasked=unmasked))
        self._cards["moods"].setVisible(bool(summary.more.moods))

    def _show_topics(self, summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> None:
        """The rising words come after the figures; until then those last counted of the same week stay."""
        week = (summary.week, summary.against)
        if not summary.whole and self._counted == week:
            return
        self._counted = week if summary.whole else None
        self.topics.set_lines(topic_lines(summary, words, unmasked=unmasked))
        self.topics.setVisible(summary.whole)
        self._cards["topics"].setVisible(bool(summary.more.topics) or not summary.whole)
        self._cards["topics"].set_remark("" if summary.whole else COUNTING)

    def _fill_facts(self, name: str, table: FactTable, facts: tuple[charts.Fact, ...]) -> None:
        table.set_facts(facts)
        self._cards[name].setVisible(bool(facts))

    def _card(self, name: str, title: str, content: QWidget) -> Card:
        card = Card(self._theme, title, opens=name in OPENING or name in ACTIONS)
        if name in ACTIONS:
            card.button.set_content(ACTIONS[name])
            card.button.setAccessibleName(tr("{0}：{1}", title, ACTIONS[name]))
        card.body.addWidget(content)
        self._cards[name] = card
        return card

    def _wire(self) -> None:
        self.tiles.opened.connect(self._open_tile)
        self.figures.opened.connect(self._open_figure)
        self.unanswered.opened.connect(self.ticket_asked)
        self.important.opened.connect(self.ticket_asked)
        self.moods.opened.connect(self.ticket_asked)
        self.topics.opened.connect(self._open_topic)
        self.heat.opened.connect(self._open_cell)
        self.questions.opened.connect(self.question_asked)
        self._cards["conclusions"].asked.connect(self.conclusions_asked)
        self._cards["plan"].asked.connect(self.plan_asked)
        self._cards["questions"].asked.connect(self._make_template)
        for name in OPENING:
            self._cards[name].asked.connect(self._open_card)
        charts_by_name: dict[str, QWidget] = {"bands": self.bands, "kinds": self.kinds, "departments": self.departments}
        charts_by_name |= {"reasons": self.reasons, "hours": self.hours, "days": self.days}
        for name, chart in charts_by_name.items():
            self._pointing[name] = Pointing(chart, beside=name in ("hours", "days"))
            self._pointing[name].chosen.connect(self._open_row)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(GAP)
        said = QWidget()
        said.setLayout(self._said)
        self._said.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card("conclusions", tr("结论"), said))
        column.addWidget(self.tiles)
        column.addWidget(self._details)
        column.addWidget(self._card("plan", tr("改进计划"), self.plan))
        column.addWidget(self._card("figures", tr("全部数字"), self.figures))
        column.addStretch()
        self._fill_details()

    def _fill_details(self) -> None:
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        halves.addLayout(self._left(), 3)
        halves.addLayout(self._right(), 2)
        column.addLayout(halves)
        column.addWidget(self._card("heat", tr("星期与时段"), self.heat))
        self._cards["heat"].set_remark(tr("次数，框起来的格子括号里还没回复"))
        column.addWidget(self._card("topics", tr("升温词"), self.topics))
        column.addWidget(self._card("questions", tr("本周问得最多"), self.questions))
        column.addWidget(self._card("important", tr("重要客户的投诉"), self.important))
        column.addWidget(self._card("moods", tr("起初不满的工单后来怎样"), self.moods))
        self._cards["moods"].set_remark(tr("引号里是决定情绪的词，没有的是整句与示例相近"))
        column.addWidget(self._card("unanswered", tr("未回复"), self.unanswered))

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._card("days", "", self.days))
        column.addWidget(self._card("top", tr("问题前五"), self.problems))
        column.addWidget(self._card("bands", tr("答复用时"), self.bands))
        column.addWidget(self._card("backlog", tr("积压"), self.equation))
        column.addWidget(self._card("ages", tr("积压多久"), self.ages))
        column.addWidget(self._card("reasons", tr("无需回复的原因"), self.reasons))
        column.addStretch()
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._card("kinds", tr("问题类型"), self.kinds))
        column.addWidget(self._card("departments", tr("转交部门"), self.departments))
        column.addWidget(self._card("transfers", tr("转交两次以上"), self.transfers))
        column.addWidget(self._card("hours", tr("什么时候来"), self.hours))
        column.addWidget(self._card("visits", tr("回访"), self.visits))
        column.addWidget(self._card("accounts", tr("各账号"), self.accounts))
        column.addStretch()
        return column


ACTIONS = {"conclusions": tr("修改"), "plan": tr("添加"), "questions": tr("做成模板")}
"""Cards whose button does something else than opening tickets."""
