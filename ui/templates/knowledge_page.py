"""The knowledge page at work: finding, choosing, writing, checking, deleting cards, and a file of them and back."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.support.texts import sentence
from ui.templates.knowledge_session import KnowledgeSession
from ui.templates.knowledge_view import KnowledgeView
from ui.templates.list_report import LeftOutDialog
from ui.templates.model import ALL
from ui.widgets.text_check import Checking
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.ids import CardId
from weibo_operator.domain.knowledge import CardKind, KnowledgeCard
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.operations import Changes
from weibo_operator.services.knowledge_words import checked_words, report_words

STALE = "要核对"
MOST = 1000
KINDS_OF_FILE = "表格 (*.csv *.xlsx *.xls *.tsv *.txt)"


class KnowledgePage(QWidget):
    """Public: ``refresh``, ``handle``, ``letter_targets``, ``open_card``; ``list_wanted`` names the other library."""

    list_wanted = Signal(str)
    orders_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = ALL
        self._settling = False
        checking = Checking(self._check, Teaching(context, self))
        self.view = KnowledgeView(context.theme, checking, self._checked_words, self)
        self.session = KnowledgeSession(context, self.view.form)
        self._left_out: LeftOutDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._wire()
        self.view.show_editor(shown=False)

    def refresh(self) -> None:
        """Read the cards again; what is open stays open while it exists."""
        cards = self._context.operator.knowledge.all()
        self._show_kinds(cards)
        self._show_list()
        opened = next((each for each in cards if each.id == self.session.card), None)
        if opened is not None:
            self.session.take_over(opened)
            self._say_checked()
        elif self.session.card is not None:
            self.session.forget()
            self._open_row(0)
        self._mark_open()

    def handle(self, action_id: str) -> bool:
        """Do an action of the window's table; False when it isn't this page's."""
        if action_id == "finish":
            self.mark_checked()
            return True
        if action_id in ("down", "up"):
            rows = len(self.view.card_rows.rows)
            row = self.view.list.currentIndex().row() + (1 if action_id == "down" else -1)
            self._open_row(min(max(0, row), rows - 1))
            return True
        return self._step_back() if action_id == "back" else False

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where bare letters act."""
        return (self.view.list, self.view.kinds)

    def open_card(self, card: CardId) -> None:
        """Show one card in the editor."""
        found = next((each for each in self._context.operator.knowledge.all() if each.id == card), None)
        if found is None or self.session.card == card:
            return
        self.session.open(found)
        self._say_state(())
        self._say_checked()
        self.view.show_editor(shown=True)
        self._mark_open()

    @Slot()
    def new_card(self) -> None:
        """Begin a card of the kind that is open."""
        self.session.open_new()
        if self._kind in {kind.value for kind in CardKind}:
            self.view.form.kind.setCurrentText(self._kind)
        self.view.show_editor(shown=True)
        self.view.list.choose_row(-1)
        self._say_checked()
        self._say_state(("写上标题和内容，就会自动保存",))
        self.view.form.title.setFocus()

    @Slot()
    def mark_checked(self) -> None:
        """E, 核对过: what the open card says is right as of today."""
        self.session.save()
        card = self.session.card
        if card is None:
            return
        title = self.view.form.title.text().strip()
        try:
            outcome = self._context.operator.knowledge.mark_checked(card)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"已核对“{title}”")

    @Slot()
    def delete_card(self) -> None:
        """Remove what is open; 撤销 brings it back."""
        card = self.session.card
        if card is None:
            self.session.forget()
            self._open_row(0)
            return
        self.session.save()
        row = self.view.card_rows.row_of(card)
        title = self.view.form.title.text().strip()
        self.session.forget()
        try:
            outcome = self._context.operator.knowledge.delete(card)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"已删除知识卡“{title}”")
        self._open_row(min(row, len(self.view.card_rows.rows) - 1))

    @Slot()
    def choose_import(self) -> None:
        """Ask for a table of cards and take it in."""
        chosen = file_dialogs.choose_files(self, "导入知识卡", Path.home(), KINDS_OF_FILE)
        if chosen:
            self.import_file(chosen[0])

    def import_file(self, path: Path) -> None:
        """Take cards from a file, and name the lines that were left out."""
        self.session.leave()
        try:
            outcome = self._context.operator.knowledge.import_file(path)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        said = f"{path.name}：{report_words(outcome.value, '张')}"
        (self._context.news.notice if outcome.operation is None else self._context.news.undoable).emit(said)
        if outcome.value.problems:
            self._left_out = self._left_out or LeftOutDialog(self._context.theme, self.window())
            self._left_out.open_with(path.name, outcome.value.problems)
        self._open_row(0)

    @Slot()
    def choose_export(self) -> None:
        """Ask where to, and write every card there."""
        day = china(self._context.operator.desk.now())
        offered = Path.home() / f"知识卡_{day:%Y-%m-%d}.csv"
        target = file_dialogs.choose_place(self, "导出知识卡", offered, "表格 (*.csv)")
        if target is not None:
            self.export_file(target)

    def export_file(self, target: Path) -> None:
        """Write every card to a file that a spreadsheet opens."""
        self.session.save()
        try:
            count = self._context.operator.knowledge.export_file(target)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.notice.emit(f"已导出 {count} 张知识卡：{target.name}")

    @Slot(int)
    def _turn_kind(self, row: int) -> None:
        if not self._settling:
            self._kind = self.view.kind_rows.rows[row][0]
            self._show_list()
            self._mark_open()

    @Slot(int)
    def _turn_card(self, row: int) -> None:
        if not self._settling:
            self.open_card(self.view.card_rows.rows[row].id)

    @Slot()
    def _search(self) -> None:
        self._show_list()
        self._mark_open()

    @Slot()
    def _enter_first_found(self) -> None:
        if self.view.card_rows.rows:
            self._open_row(0)
            self.view.list.setFocus()

    @Slot()
    def _write(self) -> None:
        self.view.form.text.text.setFocus()

    @Slot()
    def _note_saved(self) -> None:
        self._say_state((f"{china(self._context.operator.desk.now()):%H:%M} 已自动保存",))
        self._say_checked()
        self._mark_open()

    @Slot(str)
    def _note_refused(self, said: str) -> None:
        self._say_state((said,), late=True)

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self.view.seg.set_current("knowledge")
        if key != "knowledge":
            self.list_wanted.emit(key)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if "knowledge_card" in changes.tables and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile and open something."""
        super().showEvent(event)
        self.refresh()
        if self.session.card is None and not self.session.is_new:
            self._open_row(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going to another page ends the visit: what was written is stored."""
        super().hideEvent(event)
        self.session.leave()

    def _step_back(self) -> bool:
        view = self.view
        if view.search.text():
            view.search.clear()
        elif not view.list.hasFocus() and view.form.isAncestorOf(self.focusWidget() or self):
            self.session.save()
            view.list.setFocus()
        else:
            return False
        return True

    def _check(self, text: str) -> tuple[Finding, ...]:
        return self._context.operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)

    def _checked_words(self, card: KnowledgeCard) -> tuple[str, bool]:
        operator = self._context.operator
        stale = operator.knowledge.is_stale(card)
        return checked_words(card, operator.desk.now(), stale=stale), stale

    def _show_kinds(self, cards: tuple[KnowledgeCard, ...]) -> None:
        counts = Counter(card.kind.value for card in cards)
        stale = sum(self._context.operator.knowledge.is_stale(card) for card in cards)
        rows = [(ALL, len(cards)), *((kind.value, counts[kind.value]) for kind in CardKind), (STALE, stale)]
        self._settling = True
        self.view.kind_rows.set_rows(rows)
        self.view.kinds.choose_row(self.view.kind_rows.row_of(self._kind))
        self._settling = False
        self.view.count.setText(f"{len(cards)} 张，{stale} 张要核对" if stale else f"{len(cards)} 张" if cards else "")

    def _show_list(self) -> None:
        query, knowledge = self.view.search.query, self._context.operator.knowledge
        if query:
            found = knowledge.find(query, limit=MOST)
        elif self._kind == STALE:
            found = knowledge.stale()
        else:
            found = tuple(card for card in knowledge.all() if self._kind in (ALL, card.kind.value))
        self._settling = True
        self.view.card_rows.set_rows(found)
        self._settling = False
        self.view.show_list(shown=bool(found))
        if query:
            self.view.nothing.show_message("search", f"没找到“{query}”", "试试拼音首字母，或只输一部分")
        elif self._kind == STALE:
            self.view.nothing.show_message("check-check", "都核对过了", "过期的会自动排到这里，天数在设置里改")
        else:
            self.view.nothing.show_message(
                "book-open", "还没有知识卡", "把客户常问的写成知识卡\n回复时按 / 就能找到、放进去", action="新建知识卡"
            )

    def _mark_open(self) -> None:
        """Show in the list what the editor holds, without opening anything."""
        self._settling = True
        self.view.list.choose_row(self.view.card_rows.row_of(self.session.card))
        self._settling = False

    def _open_row(self, row: int) -> None:
        rows = self.view.card_rows.rows
        if 0 <= row < len(rows):
            self.open_card(rows[row].id)
        else:
            self.view.none_chosen.show_message("book-open", "没有打开的知识卡", "在左边选一张，或者新建一张")
            self.view.show_editor(shown=False)

    def _say_checked(self) -> None:
        card = self.session.card
        if card is None:
            self.view.form.say_checked("", stale=False)
            return
        words, stale = self._checked_words(self._context.operator.knowledge.get(card))
        self.view.form.say_checked(words, stale=stale)

    def _say_state(self, parts: tuple[str, ...], *, late: bool = False) -> None:
        self.view.state.set_parts(parts, role="danger_text" if late else "text2")

    def _wire(self) -> None:
        view, news = self.view, self._context.news
        view.seg.selected.connect(self._choose_list)
        view.new.clicked.connect(self.new_card)
        view.nothing.acted.connect(self.new_card)
        view.delete.clicked.connect(self.delete_card)
        view.orders.clicked.connect(self.orders_wanted)
        view.import_button.clicked.connect(self.choose_import)
        view.export_button.clicked.connect(self.choose_export)
        view.search.searched.connect(self._search)
        view.search.returnPressed.connect(self._enter_first_found)
        view.kinds.turned.connect(self._turn_kind)
        view.list.turned.connect(self._turn_card)
        view.list.entered_row.connect(self._write)
        view.list.delete_asked.connect(self.delete_card)
        view.form.checked.connect(self.mark_checked)
        self.session.saved.connect(self._note_saved)
        self.session.refused.connect(self._note_refused)
        self.session.left.connect(news.undoable)
        self.session.lost.connect(news.notice)
        news.changed.connect(self._note_changes)
