"""What is done with the templates as a whole: a file coming in, categories, starter templates, favourites' order."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.templates.category_dialog import CategoryDialog
from ui.templates.import_dialog import ImportDialog
from ui.templates.starter_dialog import StarterDialog
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TemplateId
from weibo_operator.services.template_file import ImportPlan
from weibo_operator.translation import tr


class LibraryCommands(QObject):
    """Each is one operation that 撤销 takes back; the dialogs are made at their first use, over the window."""

    renamed = Signal(str)
    """A category's new name."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.import_dialog: ImportDialog | None = None
        self.category_dialog: CategoryDialog | None = None
        self.starter_dialog: StarterDialog | None = None

    def look_at(self, path: Path) -> None:
        """Show what a file would do; raises ``OperatorError`` for one that can't be read."""
        plan = self._context.operator.templates.plan_import(path)
        if self.import_dialog is None:
            self.import_dialog = ImportDialog(self._context.theme, self._page.window())
            self.import_dialog.accepted.connect(self._import)
        self.import_dialog.open_with(plan)

    def rename_category(self, category: str) -> None:
        """Ask for a category's new name."""
        if self.category_dialog is None:
            self.category_dialog = CategoryDialog(self._context.theme, self._page.window())
            self.category_dialog.accepted.connect(self._rename)
        templates = self._context.operator.templates
        counts = Counter(template.category for template in templates.all())
        self.category_dialog.open_for(category, {name: counts[name] for name in templates.categories()})

    @Slot()
    def offer_starters(self) -> None:
        """Show the starter templates that are not here."""
        if self.starter_dialog is None:
            self.starter_dialog = StarterDialog(self._context.theme, self._page.window())
            self.starter_dialog.accepted.connect(self._add_starters)
            self.starter_dialog.dismissed.connect(self._decline_starters)
        self.starter_dialog.open_with(self._context.operator.templates.starter.lacking())

    def move_favourite(self, template: TemplateId, step: int) -> None:
        """Give a favourite the key before or after its own."""
        outcome = self._context.operator.templates.move_favourite(template, step)
        if outcome.value:
            self._context.news.tell(outcome.changes)

    @Slot(object, bool)
    def _import(self, plan: ImportPlan, update: bool) -> None:
        try:
            outcome = self._context.operator.templates.import_plan(plan, update=update)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        if outcome.operation is not None:
            self._context.news.undoable.emit(tr("从 {0} 导入了 {1} 条模板", plan.name, outcome.value))

    @Slot(str, str)
    def _rename(self, category: str, name: str) -> None:
        try:
            outcome = self._context.operator.templates.rename_category(category, name)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self.renamed.emit(name)
        self._context.news.tell(outcome.changes)
        if outcome.operation is not None:
            self._context.news.undoable.emit(tr("分类“{0}”改成“{1}”，{2} 条", category, name, outcome.value))

    @Slot(object)
    def _add_starters(self, edits: object) -> None:
        del edits  # what lacks is asked again: it may have been added in another window meanwhile
        starter = self._context.operator.templates.starter
        outcome = starter.add(starter.lacking())
        self._context.news.tell(outcome.changes)
        if outcome.operation is not None:
            self._context.news.undoable.emit(tr("加入了 {0} 条起始模板", outcome.value))

    @Slot()
    def _decline_starters(self) -> None:
        self._context.news.tell(self._context.operator.templates.starter.decline())
