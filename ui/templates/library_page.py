"""A library at work: finding, choosing, writing, deleting records, and a table of them and back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Generic

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.templates.edit_session import EditSession, Kept, Key
from ui.templates.library_form import Edit, LibraryForm
from ui.templates.library_view import LibraryView
from ui.templates.lists import Library
from ui.templates.model import ALL, Record
from ui.templates.table_files import choose_table, choose_table_place
from ui.widgets.keyed_page import KeyedPage
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

MOST = 1000


class LibraryPage(KeyedPage, Generic[Key, Record, Edit]):
    """``list_wanted`` names the other library."""

    list_wanted = Signal(str)
    tables: frozenset[str]
    """What in the file the page shows."""

    def __init__(self, context: Context, library: Library) -> None:
        super().__init__(context.theme)
        self._context = context
        self._library = library
        self._shelf = ALL
        self._query, self._guessed = "", False
        self._settling = False

    def assemble(
        self, view: LibraryView[Record], form: LibraryForm[Edit], kept: Kept[Key, Record, Edit]
    ) -> EditSession[Key, Record, Edit]:
        """Put the library's own view in its place, with a session that keeps what is written in its form."""
        self._view, self._form, self._kept = view, form, kept
        self._session = EditSession(self._context, self._library, kept, form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        self._wire()
        view.show_editor(shown=False)
        return self._session

    @property
    def opened(self) -> Record | None:
        """The open record as it stands in the file."""
        return self._kept.find(self._session.key)

    def read_list(self) -> None:
        """Read the records; what is open stays open while it exists."""
        records = self._kept.store.all()
        self._show_shelves(records)
        self._show_list()
        opened = self.opened
        if opened is not None:
            self._session.take_over(opened)
        elif self._session.key is not None:
            self._session.forget()
            self.open_row(0)
        self.show_opened(self.opened)
        self._mark_open()

    def handle(self, action_id: str) -> bool:
        """Do an action of the window's table; False when it isn't this page's, or there is no step back to go."""
        return super().handle(action_id) or (action_id == "back" and self._step_back())

    def step(self, by: int) -> None:
        """J and K open the neighbour."""
        row = self._view.list.currentIndex().row() + by
        self.open_row(min(max(0, row), len(self._view.rows.rows) - 1))

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where bare letters act."""
        return (self._view.list, self._view.shelves)

    def open_record(self, key: Key) -> None:
        """Show one record in the editor."""
        found = self._kept.find(key)
        if found is None or self._session.key == key:
            return
        self._session.open(found)
        self._view.say_state("")
        self._view.show_editor(shown=True)
        self.show_opened(found)
        self._mark_open()

    def open_row(self, row: int) -> None:
        """Show what stands in a row of the list, or a hint where there is nothing."""
        rows = self._view.rows.rows
        if 0 <= row < len(rows):
            self.open_record(rows[row].id)
        else:
            self._view.show_editor(shown=False)

    @Slot()
    def delete_record(self) -> None:
        """Remove what is open; 撤销 brings it back."""
        key = self._session.key
        if key is None:
            self._session.forget()
            self.open_row(0)
            return
        self._session.save()
        row, opened = self._view.rows.row_of(key), self.opened
        self._session.forget()
        try:
            outcome = self._kept.store.delete(key)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(self._library.said.deleted(opened.title if opened else ""))
        self.open_row(min(row, len(self._view.rows.rows) - 1))

    @Slot()
    def choose_import(self) -> None:
        """Ask for a table and take it in."""
        chosen = choose_table(self, self._library.said.read_in)
        if chosen is not None:
            self.import_file(chosen)

    def import_file(self, path: Path) -> None:
        """Take records from a table; what was being written is stored before."""
        self._session.leave()
        try:
            self.take_in(path)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
        self.open_row(0)

    @Slot()
    def choose_export(self) -> None:
        """Ask where to, and write every record there."""
        library, now = self._library, self._context.operator.desk.now()
        target = choose_table_place(self, library.said.write_out, library.file, now, library.files)
        if target is not None:
            self.export_file(target)

    def export_file(self, target: Path) -> None:
        """Write every record to a table that a spreadsheet opens."""
        self._session.save()
        try:
            count = self._kept.store.export_file(target)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.notice.emit(self._library.said.written(count, target.name))

    def begin(self, edit: Edit, hint: str) -> None:
        """Leave what is open and begin a record; ``hint`` tells what it needs."""
        self._session.open_new(edit)
        self._view.show_editor(shown=True)
        self._view.list.choose_row(-1)
        self.show_opened(None)
        self._view.say_state(hint)

    def found(self, query: str) -> Sequence[Record]:
        """What the list shows: for a query, or of the open shelf when it is empty."""
        raise NotImplementedError

    def shelves(self, records: Sequence[Record]) -> Sequence[tuple[str, int]]:
        """The rows of shelves, 全部 first, with how much stands on each."""
        raise NotImplementedError

    def count_words(self, records: Sequence[Record]) -> str:
        """What the head says of the whole library."""
        raise NotImplementedError

    def say_why_empty(self) -> None:
        """Say why nothing stands on the open shelf."""
        raise NotImplementedError

    def show_opened(self, record: Record | None) -> None:
        """Show what depends on the open record, None for one that isn't stored."""
        raise NotImplementedError

    def take_in(self, path: Path) -> None:
        """Take records from a table."""
        raise NotImplementedError

    def start_writing(self) -> None:
        """Go where the words are written."""
        raise NotImplementedError

    @Slot(int)
    def _turn_shelf(self, row: int) -> None:
        if not self._settling:
            self._shelf = self._view.shelf_rows.rows[row][0]
            self._list_again()

    @Slot(int)
    def _turn_record(self, row: int) -> None:
        if not self._settling:
            self.open_row(row)

    @Slot(str)
    def _search(self, query: str) -> None:
        asked = query.strip(), bool(self._view.search.composing)
        if asked != (self._query, self._guessed):
            self._query, self._guessed = asked
            self._list_again()

    @Slot()
    def _list_again(self) -> None:
        self._show_list()
        self._mark_open()
        self.show_opened(self.opened)

    @Slot()
    def _write(self) -> None:
        self.start_writing()

    @Slot()
    def _enter_first_found(self) -> None:
        if self._view.rows.rows:
            self.open_row(0)
            self._view.list.setFocus()

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self._view.seg.set_current(self._library.key)
        if key != self._library.key:
            self.list_wanted.emit(key)

    @Slot()
    def _note_saved(self) -> None:
        self._view.say_state(tr("{0:%H:%M} 已自动保存", china(self._context.operator.desk.now())))
        self.show_opened(self.opened)
        self._mark_open()

    @Slot(str)
    def _note_refused(self, said: str) -> None:
        self._view.say_state(said, late=True)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.tables & self.tables and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile and open something."""
        super().showEvent(event)
        if self._session.key is None and not self._session.is_new:
            self.open_row(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going to another page ends the visit: what was written is stored."""
        super().hideEvent(event)
        self._session.leave()

    def _step_back(self) -> bool:
        view, focused = self._view, self.focusWidget()
        if view.search.text():
            view.search.clear()
        elif focused is not None and self._form.isAncestorOf(focused):
            self._session.save()
            view.list.setFocus()
        else:
            return False
        return True

    def _show_shelves(self, records: Sequence[Record]) -> None:
        view = self._view
        self._settling = True
        view.shelf_rows.set_rows(self.shelves(records))
        row = view.shelf_rows.row_of(self._shelf)
        self._shelf = view.shelf_rows.rows[row][0]
        view.shelves.choose_row(row)
        self._settling = False
        view.count.setText(self.count_words(records) if records else "")

    def _show_list(self) -> None:
        view, found = self._view, self.found(self._query)
        self._settling = True
        view.rows.set_rows(found)
        self._settling = False
        view.show_list(shown=bool(found))
        if self._query:
            view.nothing.show_message("search", tr("没找到“{0}”", self._query), tr("试试拼音首字母，或只输一部分"))
        else:
            self.say_why_empty()

    def _mark_open(self) -> None:
        """Show in the list what the editor holds, without opening anything."""
        self._settling = True
        self._view.list.choose_row(self._view.rows.row_of(self._session.key))
        self._settling = False

    def _wire(self) -> None:
        view, session, news = self._view, self._session, self._context.news
        view.seg.selected.connect(self._choose_list)
        view.delete.clicked.connect(self.delete_record)
        view.import_button.clicked.connect(self.choose_import)
        view.export_button.clicked.connect(self.choose_export)
        view.search.wanted.connect(self._search)
        view.search.returnPressed.connect(self._enter_first_found)
        view.shelves.turned.connect(self._turn_shelf)
        view.list.turned.connect(self._turn_record)
        view.list.entered_row.connect(self._write)
        view.list.delete_asked.connect(self.delete_record)
        session.saved.connect(self._note_saved)
        session.refused.connect(self._note_refused)
        session.left.connect(news.undoable)
        session.lost.connect(news.notice)
        news.changed.connect(self._note_changes)
