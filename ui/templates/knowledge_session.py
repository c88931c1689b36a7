"""Saving knowledge cards by itself: one visit to a card is one undoable edit, however often it was saved meanwhile."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.support.context import Context
from ui.support.texts import sentence
from ui.templates.knowledge_form import BLANK, KnowledgeForm
from weibo_operator.domain.errors import InvalidInputError, OperatorError, UndoBarrierError
from weibo_operator.domain.ids import CardId, OperationId
from weibo_operator.domain.knowledge import CardEdit, KnowledgeCard
from weibo_operator.services.knowledge import why_refused

PAUSE = 500
"""Milliseconds after the last change."""


class KnowledgeSession(QObject):
    """Owns what the form shows; ``saved`` after each save, ``left`` carries a sentence after a visit with changes."""

    saved = Signal()
    left = Signal(str)
    lost = Signal(str)
    """A sentence about what was left unfinished and is not stored."""
    refused = Signal(str)

    def __init__(self, context: Context, form: KnowledgeForm) -> None:
        super().__init__(form)
        self._context = context
        self._form = form
        self._card: CardId | None = None
        self._is_new = False
        self._stored = BLANK
        self._written = BLANK
        self._operation: OperationId | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.save)
        form.edited.connect(self._pause.start)

    @property
    def card(self) -> CardId | None:
        """The card in the form, None for a new one that isn't stored yet, or none at all."""
        return self._card

    @property
    def is_new(self) -> bool:
        """True while the form holds a card that isn't stored yet."""
        return self._is_new and self._card is None

    def open(self, card: KnowledgeCard) -> None:
        """Leave what was open and show a stored card."""
        self.leave()
        self._start(card.id, card.edit, is_new=False)

    def open_new(self) -> None:
        """Leave what was open and show an empty form; it is stored once it has a title and a text."""
        self.leave()
        self._start(None, BLANK, is_new=True)

    def leave(self) -> None:
        """Save what stands there and end the visit."""
        self.save()
        refused = why_refused(self._form.edit())
        dirty = self._form.edit() != self._stored and (self._card is not None or self._is_new)
        if dirty and refused is not None:
            self.lost.emit(("新的知识卡" if self._card is None else "这次的修改") + f"没有保存：{sentence(refused)}")
        if self._operation is not None:
            self.left.emit(f"已修改知识卡“{self._stored.title}”")
        self.forget()

    def forget(self) -> None:
        """End the visit without saving."""
        self._pause.stop()
        self._card, self._operation, self._is_new = None, None, False
        self._stored = self._form.edit()

    def take_over(self, card: KnowledgeCard) -> None:
        """Show what is in the file now, if somebody else changed it (an undo); the visit begins anew."""
        if card.edit == self._written or self._pause.isActive():
            return
        self._start(card.id, card.edit, is_new=False)

    @Slot()
    def save(self) -> None:
        """Store the form if it changed; one that can't be kept stays in the form and says so."""
        self._pause.stop()
        edit = self._form.edit()
        if edit == self._stored or (self._card is None and not self._is_new):
            return
        try:
            self._store(edit)
        except InvalidInputError as error:
            self.refused.emit(f"还没保存：{sentence(error)}")
        except OperatorError as error:
            self.refused.emit(sentence(error))

    def _store(self, edit: CardEdit) -> None:
        """Replace this visit's own edit by a wider one, so that one 撤销 takes the whole visit back."""
        operator = self._context.operator
        refused = why_refused(edit)
        if refused is not None:
            raise refused
        last = operator.history.last()
        if self._operation is not None and last is not None and last.id == self._operation:
            self._take_back()
        outcome = operator.knowledge.save(edit, self._card)
        self._card, self._operation, self._is_new = outcome.value, outcome.operation, False
        self._written = operator.knowledge.get(outcome.value).edit
        if not edit.code and not self._form.code.hasFocus():
            self._form.code.setText(self._written.code)
        self._stored = self._form.edit()
        self._context.news.tell(outcome.changes)
        self.saved.emit()

    def _take_back(self) -> None:
        """Undo the visit's earlier save; where its row was used meanwhile, it stands as an edit of its own."""
        try:
            self._context.operator.history.undo()
        except UndoBarrierError:
            return
        known = {card.id for card in self._context.operator.knowledge.all()}
        if self._card not in known:
            self._card = None

    def _start(self, card: CardId | None, edit: CardEdit, *, is_new: bool) -> None:
        self._form.load(edit)
        self._card, self._operation, self._is_new = card, None, is_new
        self._stored, self._written = self._form.edit(), edit
