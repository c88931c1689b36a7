"""Saving by itself: one visit to a record is one undoable edit, however often it was saved meanwhile."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.support.context import Context
from ui.support.texts import sentence
from ui.templates.library_form import Edit, LibraryForm, Written
from ui.templates.lists import Library
from ui.templates.model import Listed, Record
from weibo_operator.domain.errors import OperatorError, UndoBarrierError
from weibo_operator.domain.ids import OperationId
from weibo_operator.domain.operations import Outcome
from weibo_operator.translation import tr

PAUSE = 500
"""Milliseconds after the last change."""
Key = TypeVar("Key", bound=int)
Record_co = TypeVar("Record_co", bound=Listed, covariant=True)
Edit_contra = TypeVar("Edit_contra", bound=Written, contravariant=True)


class Store(Protocol[Key, Record_co, Edit_contra]):
    """The desk's library behind a page."""

    def all(self) -> Sequence[Record_co]:
        """Everything it holds."""
        ...

    def save(self, edit: Edit_contra, key: Key | None = None, /) -> Outcome[Key]:
        """Add a record, or change one."""
        ...

    def delete(self, key: Key, /) -> Outcome[None]:
        """Remove a record."""
        ...

    def export_file(self, path: Path, /) -> int:
        """Write every record to a table; returns how many."""
        ...


class Kept(Struct, Generic[Key, Record, Edit], frozen=True):
    """How a library keeps its records: where, how one stands in the form, why one can't be kept (empty: it can)."""

    store: Store[Key, Record, Edit]
    edit_of: Callable[[Record], Edit]
    why_refused: Callable[[Edit], str]

    def find(self, key: Key | None) -> Record | None:
        """The record as it stands in the file, None when it doesn't."""
        return None if key is None else next((each for each in self.store.all() if each.id == key), None)


class EditSession(QObject, Generic[Key, Record, Edit]):
    """Owns what the form shows; ``saved`` after each save, ``left`` carries a sentence after a visit with changes."""

    saved = Signal()
    left = Signal(str)
    lost = Signal(str)
    """A sentence about what was left unfinished and is not stored."""
    refused = Signal(str)

    def __init__(
        self, context: Context, library: Library, kept: Kept[Key, Record, Edit], form: LibraryForm[Edit]
    ) -> None:
        super().__init__(form)
        self._context = context
        self._kept = kept
        self._form = form
        self._said = library.said
        self._key: Key | None = None
        self._is_begun = False
        self._stored = self._written = form.edit()
        self._why = ""
        self._operation: OperationId | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.save)
        form.edited.connect(self._pause.start)

    @property
    def key(self) -> Key | None:
        """The record in the form, None for a new one that isn't stored yet, or none at all."""
        return self._key

    @property
    def is_new(self) -> bool:
        """True while the form holds a record that isn't stored yet."""
        return self._is_begun and self._key is None

    def open(self, record: Record) -> None:
        """Leave what was open and show a stored record."""
        self.leave()
        self._start(record.id, self._kept.edit_of(record))

    def open_new(self, edit: Edit) -> None:
        """Leave what was open and begin a record, which is stored once it can be kept."""
        self.leave()
        self._start(None, edit)

    def leave(self) -> None:
        """Save what stands there and end the visit."""
        self.save()
        if self._is_begun and self._form.edit() != self._stored:
            what = self._said.new_one if self._key is None else tr("这次的修改")
            self.lost.emit(tr("{0}没有保存：{1}", what, self._why))
        if self._operation is not None:
            self.left.emit(self._said.changed(self._stored.title))
        self.forget()

    def forget(self) -> None:
        """End the visit without saving."""
        self._pause.stop()
        self._key, self._operation, self._is_begun = None, None, False
        self._stored = self._form.edit()

    def take_over(self, record: Record) -> None:
        """Show what is in the file now, if somebody else changed it (an undo); the visit begins anew."""
        edit = self._kept.edit_of(record)
        if edit != self._written and not self._pause.isActive():
            self._start(record.id, edit)

    @Slot()
    def save(self) -> None:
        """Store the form if it changed; what can't be kept stays in the form and says why."""
        self._pause.stop()
        edit = self._form.edit()
        if edit == self._stored or not self._is_begun:
            return
        self._why = self._kept.why_refused(edit)
        if self._why:
            self.refused.emit(tr("还没保存：{0}", self._why))
            return
        try:
            self._store(edit)
        except OperatorError as error:
            self._why = sentence(error)
            self.refused.emit(self._why)

    def _store(self, edit: Edit) -> None:
        """Replace this visit's own edit by a wider one, so that one 撤销 takes the whole visit back."""
        last = self._context.operator.history.last()
        if self._operation is not None and last is not None and last.id == self._operation:
            self._take_back()
        outcome = self._kept.store.save(edit, self._key)
        self._key, self._operation = outcome.value, outcome.operation
        written = self._kept.find(self._key)
        self._written = edit if written is None else self._kept.edit_of(written)
        if not edit.code and not self._form.code.hasFocus():
            self._form.code.setText(self._written.code)
        self._stored = self._form.edit()
        self._context.news.tell(outcome.changes)
        self.saved.emit()

    def _take_back(self) -> None:
        """Undo the visit's earlier save; where its rows were used meanwhile, it stands as an edit of its own."""
        try:
            self._context.operator.history.undo()
        except UndoBarrierError:
            return
        if self._kept.find(self._key) is None:
            self._key = None

    def _start(self, key: Key | None, edit: Edit) -> None:
        self._form.load(edit)
        self._key, self._operation, self._is_begun = key, None, True
        self._stored, self._written = self._form.edit(), edit
