"""Saving by itself: one visit to a template is one undoable edit, however often it was saved meanwhile."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.support.context import Context
from ui.support.texts import sentence
from ui.templates.form import BLANK, TemplateForm
from weibo_operator.domain.errors import OperatorError, UndoBarrierError
from weibo_operator.domain.ids import OperationId, TemplateId
from weibo_operator.domain.template import Template
from weibo_operator.services.template_edit import TemplateEdit, edit_of

PAUSE = 500
"""Milliseconds after the last change."""


class EditSession(QObject):
    """Owns what the form shows; ``saved`` after each save, ``left`` carries a sentence after a visit with changes."""

    saved = Signal()
    left = Signal(str)
    lost = Signal(str)
    """A sentence about a new template that was left unfinished."""
    refused = Signal(str)

    def __init__(self, context: Context, form: TemplateForm) -> None:
        super().__init__(form)
        self._context = context
        self._form = form
        self._template: TemplateId | None = None
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
    def template(self) -> TemplateId | None:
        """The template in the form, None for a new one that isn't stored yet, or none at all."""
        return self._template

    @property
    def is_new(self) -> bool:
        """True while the form holds a template that isn't stored yet."""
        return self._is_new and self._template is None

    @property
    def is_dirty(self) -> bool:
        """True while the form holds something that isn't stored."""
        return self._form.edit() != self._stored

    def open(self, template: Template, categories: tuple[str, ...]) -> None:
        """Leave what was open and show a stored template."""
        self.leave()
        self._start(template.id, edit_of(template), categories, is_new=False)

    def open_new(self, category: str, categories: tuple[str, ...]) -> None:
        """Leave what was open and show an empty form; it is stored once it has a title and a wording."""
        self.leave()
        self._start(None, replace(BLANK, category=category), categories, is_new=True)

    def leave(self) -> None:
        """Save what stands there and end the visit."""
        self.save()
        if self._operation is not None:
            self.left.emit(f"已修改模板“{self._stored.title}”")
        elif self.is_new and self.is_dirty:
            self.lost.emit("新模板没有保存：要有标题和至少一种说法")
        self.forget()

    def forget(self) -> None:
        """End the visit without saving."""
        self._pause.stop()
        self._template, self._operation, self._is_new = None, None, False
        self._stored = self._form.edit()

    def take_over(self, template: Template, categories: tuple[str, ...]) -> None:
        """Show what is in the file now, if somebody else changed it (an undo); the visit begins anew."""
        if edit_of(template) == self._written or self._pause.isActive():
            return
        self._start(template.id, edit_of(template), categories, is_new=False)

    @Slot()
    def save(self) -> None:
        """Store the form if it changed; an edit without title or wording stays in the form and says so."""
        self._pause.stop()
        edit = self._form.edit()
        if edit == self._stored or (self._template is None and not self._is_new):
            return
        if not edit.title or not edit.wordings:
            self.refused.emit("还没保存：" + ("要有标题" if not edit.title else "要有至少一种说法"))
            return
        try:
            self._store(edit)
        except OperatorError as error:
            self.refused.emit(sentence(error))

    def _store(self, edit: TemplateEdit) -> None:
        """Replace this visit's own edit by a wider one, so that one 撤销 takes the whole visit back."""
        operator = self._context.operator
        last = operator.history.last()
        if self._operation is not None and last is not None and last.id == self._operation:
            self._take_back()
        outcome = operator.templates.save(edit, self._template)
        self._template, self._operation, self._is_new = outcome.value, outcome.operation, False
        self._written = next(edit_of(each) for each in operator.templates.all() if each.id == outcome.value)
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
        known = {template.id for template in self._context.operator.templates.all()}
        if self._template not in known:
            self._template = None

    def _start(
        self, template: TemplateId | None, edit: TemplateEdit, categories: tuple[str, ...], *, is_new: bool
    ) -> None:
        self._form.load(edit, categories)
        self._template, self._operation, self._is_new = template, None, is_new
        self._stored, self._written = self._form.edit(), edit
