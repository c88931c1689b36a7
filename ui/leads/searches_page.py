"""搜索: saved searches at the left with what is new, the hits of the chosen one at the right (mission A10)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.leads.commands import LeadCommands
from ui.leads.delegates import HitDelegate, SearchDelegate
from ui.leads.lists import list_seg
from ui.leads.words import HIT_COLUMNS, count_words, hit_spoken, search_spoken, words_line
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.keyed_page import KeyedPage
from ui.widgets.label import TextLabel
from ui.widgets.page_head import PageHead
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.saved_search import SavedSearch, SearchHit
from weibo_operator.services.searches import web_addresses
from weibo_operator.translation import tr

SIDE = 300


class SearchesPage(KeyedPage):
    """← and → go between the searches and the hits."""

    list_wanted = Signal(str)
    open_requested = Signal(object)
    """The ticket to be opened."""
    new_requested = Signal()
    edit_requested = Signal(object)
    """The saved search to be changed."""

    def __init__(self, context: Context, commands: LeadCommands, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._commands = commands
        self._asked: dict[int, int] = {}
        theme = context.theme
        self.seg = list_seg(theme, "searches")
        self.head = PageHead(theme, tr("线索"), [self.seg])
        searches = GroupedRows(lambda held: search_spoken(held) if isinstance(held, SavedSearch) else "", _key)
        self.searches = CardList(theme, searches, SearchDelegate(theme), tr("保存的搜索"))
        hits = GroupedRows(self._hit_spoken, _key)
        self.hits = CardList(theme, hits, HitDelegate(theme, context.operator.desk.now), tr("找到的消息"))
        self._heads = ColumnHeads(theme, HIT_COLUMNS)
        self._words = TextLabel(theme, "", "secondary", "text2")
        self.which = Seg(theme, [SegItem("new", tr("没看过")), SegItem("all", tr("全部"))], tr("看哪些"))
        self.web_button = KeyButton(
            theme, tr("在微博上搜"), icon="external-link", keys=in_lists("open_page"), height="control_32"
        )
        self.seen_button = KeyButton(theme, tr("全部看过"), icon="check-check", height="control_32")
        self.new_button = KeyButton(theme, tr("新建"), icon="plus", keys=in_lists("search_new"), height="control_32")
        self.edit_button = KeyButton(theme, tr("改"), icon="pencil", keys=in_lists("search_edit"), height="control_32")
        self.delete_button = IconButton(theme, "trash-2", tr("删除这个搜索"))
        self.empty = EmptyState(theme)
        self.nothing = EmptyState(theme, top_space=48)
        self._stack = QStackedLayout()
        self._hit_stack = QStackedLayout()
        self.bind(
            "searches",
            {
                "search_new": self.new_requested.emit,
                "search_edit": self.edit,
                "search_delete": self.delete,
                "lead": self.add_lead,
                "finish": self.mark_seen,
                "write": self.open_ticket,
                "open": self.open_ticket,
                "open_page": self.open_page,
                "to_searches": self.to_searches,
                "to_hits": self.to_hits,
            },
        )
        self._lay_out()
        self._connect()

    @property
    def search(self) -> SavedSearch | None:
        """The search chosen at the left."""
        held = self.searches.current
        return held if isinstance(held, SavedSearch) else None

    @property
    def hit(self) -> SearchHit | None:
        """The hit chosen at the right."""
        held = self.hits.current
        return held if isinstance(held, SearchHit) else None

    def read_list(self) -> None:
        """Ask all searches again."""
        listed = self._context.operator.searches.listed()
        self.searches.show_rows(list(listed))
        unseen = sum(search.unseen for search in listed)
        self.head.show_counts(
            (tr("{0} 个搜索", len(listed)), tr("{0} 条没看过", count_words(unseen))) if listed else ()
        )
        self._show_filled(filled=bool(listed))
        self._show_hits()

    def choose(self, search: object) -> None:
        """Choose a search by its id."""
        self.refresh()
        self.searches.choose(search)
        self.searches.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def edit(self) -> None:
        """Shift+E: change the chosen search."""
        if self.search is not None:
            self.edit_requested.emit(self.search)

    @Slot()
    def delete(self) -> None:
        """Delete the chosen search; 撤销 brings it back."""
        if self.search is not None:
            self._commands.delete_search(self.search)

    @Slot()
    def add_lead(self) -> None:
        """Shift+L: the author of the chosen hit is a lead from now on."""
        hit, search = self.hit, self.search
        if hit is not None and search is not None:
            self._commands.add_lead(hit.customer, message=hit.message, found_by=search.name)

    @Slot()
    def mark_seen(self) -> None:
        """E: the chosen hit was looked at; in the list of searches all of the search's hits."""
        if self.searches.hasFocus():
            self.mark_all_seen()
        elif self.hit is not None and not self.hit.seen:
            self._commands.mark_seen([self.hit.message])

    @Slot()
    def mark_all_seen(self) -> None:
        """All hits of the chosen search were looked at."""
        if self.search is not None:
            self._commands.mark_all_seen(self.search.id)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: from a search to its hits, from a hit to its ticket."""
        if self.searches.hasFocus():
            self.to_hits()
        elif self.hit is not None:
            self.open_requested.emit(self.hit.ticket)

    @Slot()
    def open_page(self) -> None:
        """O: the post of a hit; for a search the site's own."""
        if self.searches.hasFocus():
            self.search_web()
        elif self.hit is not None and not self._context.desktop.open_page(self.hit.link):
            self._context.news.notice.emit(tr("这一条没有原帖链接。"))

    @Slot()
    def search_web(self) -> None:
        """Search on the site, which takes one line at a time: each press the next of “one of these words”."""
        search = self.search
        if search is None:
            return
        addresses = web_addresses(search.words)
        number = self._asked.get(search.id, 0) % len(addresses)
        self._asked[search.id] = number + 1
        if not self._context.desktop.open_page(addresses[number]):
            self._context.news.notice.emit(tr("浏览器没有打开。请在微博上自己搜这些词。"))
            return
        more = tr("（{0}/{1}，再按一次搜下一个）", number + 1, len(addresses)) if len(addresses) > 1 else ""
        query = search.words.queries[number]
        self._context.news.notice.emit(
            tr("正在微博上搜“{0}”{1}。结果复制后粘贴，或导入文件，都会自动找一遍", query, more)
        )

    @Slot()
    def to_hits(self) -> None:
        """→: from the searches to what the chosen one found, if it found anything."""
        if self._hit_stack.currentIndex() == 0:
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def to_searches(self) -> None:
        """←: back to the searches."""
        self.searches.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go on in the list that has the keys."""
        (self.hits if self.hits.hasFocus() else self.searches).move(by)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act, what is shown first."""
        targets = (self.searches, self.hits, self.empty)
        return targets if self._stack.currentIndex() == 0 else (self.empty, self.searches, self.hits)

    @Slot()
    def _show_hits(self) -> None:
        search = self.search
        if search is None:
            self.hits.show_rows([])
            return
        seen_too = self.which.current == "all"
        found = self._context.operator.searches.hits(search.id, seen_too=seen_too)
        self.hits.show_rows(list(found))
        self._words.setText(words_line(search.words))
        self.seen_button.setEnabled(bool(search.unseen))
        keys = self._context.theme.keys.said(in_lists("open_page"))
        later = tr("导入或粘贴新消息时会再找\n按 {0} 在微博上搜", keys)
        if seen_too:
            self.nothing.show_message("search", tr("收到的消息里没有"), later)
        else:
            words = tr("以前找到的在“全部”里") if search.found else later
            self.nothing.show_message("check-check", tr("都看过了") if search.found else tr("收到的消息里没有"), words)
        had_keys = self.hits.hasFocus()
        self._hit_stack.setCurrentIndex(0 if found else 1)
        if had_keys and not found:
            self.to_searches()

    def _show_filled(self, *, filled: bool) -> None:
        """The searches, or the empty state where none is saved; the keys go where the eyes go."""
        hidden = (self.empty,) if filled else (self.searches, self.hits)
        had_keys = any(each.hasFocus() for each in hidden)
        self._stack.setCurrentIndex(0 if filled else 1)
        self.setFocusProxy(self.searches if filled else self.empty)
        if had_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_search(self, _record: object) -> None:
        self._show_hits()

    @Slot(object)
    def _enter_search(self, _record: object) -> None:
        self.to_hits()

    @Slot(object)
    def _on_hit_opened(self, record: object) -> None:
        if isinstance(record, SearchHit):
            self.open_requested.emit(record.ticket)

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self.seg.set_current("searches")
        self.list_wanted.emit(key)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def _hit_spoken(self, record: object) -> str:
        return hit_spoken(record, self._context.operator.desk.now()) if isinstance(record, SearchHit) else ""

    def _lay_out(self) -> None:
        self.empty.show_message(
            "search",
            tr("还没有保存的搜索"),
            tr("品牌加“投诉”“退款”“骗”，或者“求推荐”“值得买吗”\n保存一次，以后每次导入和粘贴都会自动找"),
            action=tr("新建搜索"),
            action_icon="plus",
            keys=in_lists("search_new"),
        )
        lists = QWidget()
        row = QHBoxLayout(lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._stack, 1)
        # Last: a stack shows its first widget at once, which without the page around it would be a window.
        self._stack.addWidget(lists)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.searches)

    def _left(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 0, 4, 0)
        for button in (self.new_button, self.edit_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addWidget(self.searches, 1)
        column.addLayout(buttons)
        side.setFixedWidth(max(self._context.theme.px(SIDE), buttons.sizeHint().width()))
        return side

    def _right(self) -> QWidget:
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 0, 20, 0)
        bar.setSpacing(10)
        bar.addWidget(self._words, 1)
        for control in (self.which, self.seen_button, self.web_button):
            bar.addWidget(control)
        column.addLayout(bar)
        lists = QWidget()
        inner = QVBoxLayout(lists)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._heads)
        inner.addWidget(self.hits, 1)
        column.addLayout(self._hit_stack, 1)
        self._hit_stack.addWidget(lists)
        self._hit_stack.addWidget(self.nothing)
        return found

    def _connect(self) -> None:
        self.seg.selected.connect(self._choose_list)
        self.which.selected.connect(self._show_hits)
        self.searches.picked.connect(self._on_search)
        self.searches.opened.connect(self._enter_search)
        self.hits.opened.connect(self._on_hit_opened)
        self.hits.widened.connect(self._heads.set_room)
        self.new_button.clicked.connect(self.new_requested)
        self.empty.acted.connect(self.new_requested)
        self.edit_button.clicked.connect(self.edit)
        self.delete_button.clicked.connect(self.delete)
        self.seen_button.clicked.connect(self.mark_all_seen)
        self.web_button.clicked.connect(self.search_web)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    if isinstance(record, SavedSearch):
        return record.id
    return record.message if isinstance(record, SearchHit) else None
