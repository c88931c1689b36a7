"""线索: people who may become customers, by how far they have come; limits on speaking to them (mission F1–F5)."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.leads.commands import LeadCommands
from ui.leads.delegates import LeadDelegate
from ui.leads.lead_panel import LeadPanel
from ui.leads.lists import list_seg
from ui.leads.words import LEAD_COLUMNS, grouped_leads, lead_spoken, week_parts
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage
from ui.widgets.page_head import PageHead
from weibo_operator.domain.lead import Lead, LeadState
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

DIGITS = {
    "level_1": LeadState.WATCHED,
    "level_2": LeadState.TOUCHED,
    "level_3": LeadState.INTERESTED,
    "level_4": LeadState.WON,
    "level_auto": LeadState.DROPPED,
}
"""1 to 4 and 0 set the state of the chosen lead."""


class LeadsPage(ListPage):
    """Lists leads by state; the chosen one is told at the right."""

    list_wanted = Signal(str)
    reply_requested = Signal(object)
    """The ticket in which to answer."""
    open_requested = Signal(object)
    """The ticket to be opened."""
    note_requested = Signal(object)
    """The lead about whom something is to be written."""

    def __init__(self, context: Context, commands: LeadCommands, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._commands = commands
        theme = context.theme
        self.seg = list_seg(theme, "leads")
        self.head = PageHead(theme, tr("线索"), [self.seg])
        rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, rows, LeadDelegate(theme, context.operator.desk.now), tr("线索列表"))
        self.panel = LeadPanel(theme)
        self.empty = EmptyState(theme)
        self.arrange(self.head, ColumnHeads(theme, LEAD_COLUMNS), self.list, self.empty, self.panel)
        self._show_empty()
        theme.keys.changed.connect(self._show_empty)
        self.bind(
            "leads",
            {
                **{digit: partial(self._set_state, state.value) for digit, state in DIGITS.items()},
                "contact": self.note,
                "card": self.note,
                "snooze": self.note,
                "write": self.reply,
                "open": self.open_ticket,
                "open_page": self.open_page,
            },
        )
        self._connect()

    @property
    def chosen(self) -> Lead | None:
        """The lead chosen in the list."""
        held = self.list.current
        return held if isinstance(held, Lead) else None

    def read_list(self) -> None:
        """Read the list again."""
        leads = self._context.operator.leads
        listed = leads.listed()
        self.list.show_rows(grouped_leads(listed))
        self.head.show_counts(week_parts(leads.week(), leads.limits_of_today()) if listed else ())
        self.show_filled(filled=bool(listed))
        self.panel.setVisible(bool(listed))
        self._show_chosen(self.list.current)

    @Slot()
    def _show_empty(self) -> None:
        keys = self._context.theme.keys.said(in_lists("lead"))
        lines = tr(
            "在搜索结果或工单里按 {0}，把可能成为客户的人记下来\n先观察，再互动；多久联系一次有上限，不打扰", keys
        )
        self.empty.show_message("eye", tr("还没有线索"), lines, action=tr("去搜索"))

    @Slot()
    def note(self) -> None:
        """H: write something about the chosen lead."""
        if self.chosen is not None:
            self.note_requested.emit(self.chosen)

    @Slot()
    def reply(self) -> None:
        """R: write to the chosen lead, unless they had better be left alone now."""
        chosen = self.chosen
        if chosen is not None and chosen.ticket is not None and self._commands.may_touch(chosen):
            self.reply_requested.emit(chosen.ticket)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the latest ticket."""
        if self.chosen is not None and self.chosen.ticket is not None:
            self.open_requested.emit(self.chosen.ticket)

    @Slot()
    def open_page(self) -> None:
        """O: look at the post, or at the person's page."""
        chosen = self.chosen
        if chosen is not None and not self._context.desktop.open_page(chosen.link or chosen.profile_url):
            self._context.news.notice.emit(tr("这条线索没有链接。"))

    @Slot(str)
    def _set_state(self, state: str) -> None:
        if self.chosen is not None:
            self._commands.set_state(self.chosen, LeadState(state))
            self.panel.states.set_current(self.chosen.state.value)

    @Slot(object)
    def _show_chosen(self, record: object) -> None:
        if isinstance(record, Lead):
            leads = self._context.operator.leads
            now = self._context.operator.desk.now()
            self.panel.show_lead(record, leads.story(record.id), leads.why_not(record), now)

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self.seg.set_current("leads")
        self.list_wanted.emit(key)

    @Slot()
    def _to_searches(self) -> None:
        self.list_wanted.emit("searches")

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def _spoken(self, record: object) -> str:
        return lead_spoken(record, self._context.operator.desk.now()) if isinstance(record, Lead) else ""

    def _connect(self) -> None:
        self.seg.selected.connect(self._choose_list)
        self.list.picked.connect(self._show_chosen)
        self.list.opened.connect(self.open_ticket)
        self.panel.state_chosen.connect(self._set_state)
        self.panel.note_asked.connect(self.note)
        self.panel.reply_asked.connect(self.reply)
        self.panel.page_asked.connect(self.open_page)
        self.empty.acted.connect(self._to_searches)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.id if isinstance(record, Lead) else None
