"""The templates page at work: finding, choosing, writing, deleting."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.support.texts import sentence
from ui.templates.commands import LibraryCommands
from ui.templates.model import ALL, STARRED
from ui.templates.session import EditSession
from ui.templates.view import ANY_TONE, TemplatesView
from ui.widgets.text_check import Checking
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.template import FORMAL, FRIENDLY, Template
from weibo_operator.services.template_edit import TemplateEdit

TABLES = frozenset({"template", "wording"})
MOST = 1000


class TemplatesPage(QWidget):
    """Public: ``refresh``, ``handle``, ``letter_targets``, ``open_template``; ``shown_template`` tells what is open."""

    shown_template = Signal(object)
    list_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._category = ALL
        self._settling = False
        checking = Checking(self._check, Teaching(context, self))
        self.view = TemplatesView(context.theme, checking, context.operator.desk.now, self)
        self.session = EditSession(context, self.view.form)
        self.commands = LibraryCommands(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._wire()
        self.view.show_editor(shown=False)

    def refresh(self) -> None:
        """Read the templates again; what is open stays open while it exists."""
        templates = self._context.operator.templates.all()
        self._show_categories(templates)
        self._show_list()
        opened = next((each for each in templates if each.id == self.session.template), None)
        if opened is not None:
            self.session.take_over(opened, self._categories())
        elif self.session.template is not None:
            self.session.forget()
            self._open_first()
        self._mark_open()

    def handle(self, action_id: str) -> bool:
        """Do an action of the window's table; False when it isn't this page's."""
        if action_id == "back":
            return self._step_back()
        return False

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where bare letters act."""
        return (self.view.categories, self.view.list)

    def open_template(self, template: TemplateId) -> None:
        """Show one template in the editor."""
        found = next((each for each in self._context.operator.templates.all() if each.id == template), None)
        if found is None or self.session.template == template:
            return
        self.session.open(found, self._categories())
        self._say_state(())
        self.view.show_editor(shown=True)
        self._mark_open()
        self._show_tools()
        self.shown_template.emit(template)

    @Slot()
    def new_template(self) -> None:
        """Begin a template in the category that is open."""
        category = "" if self._category in (ALL, STARRED) else self._category
        categories = self._categories()
        self.session.open_new(category or (categories[0] if categories else ""), categories)
        self.view.show_editor(shown=True)
        self.view.list.choose_row(-1)
        self._say_state(("写上标题和一种说法，就会自动保存",))
        self.view.form.title.setFocus()

    @Slot()
    def delete_template(self) -> None:
        """Remove what is open; 撤销 brings it back."""
        template = self.session.template
        if template is None:
            self.session.forget()
            self._open_first()
            return
        self.session.save()
        row = self.view.template_rows.row_of(template)
        title = self.view.form.title.text().strip()
        self.session.forget()
        try:
            outcome = self._context.operator.templates.delete(template)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"已删除模板“{title}”")
        self._open_row(min(row, len(self.view.template_rows.rows) - 1))

    @Slot()
    def copy_template(self) -> None:
        """Begin a new template with the words of the open one."""
        form = self.view.form
        edit = form.edit()
        self.new_template()
        self._fill_new(replace(edit, title=f"{edit.title} 2", code="", favourite=0))
        form.title.setFocus()
        form.title.selectAll()

    @Slot()
    def open_other_tone(self) -> None:
        """The same in the other tone: open it, or begin to write it."""
        self.session.save()
        form, opened = self.view.form, self._opened()
        twin = None if opened is None else self._context.operator.templates.in_other_tone(opened)
        if twin is not None:
            self.open_template(twin.id)
            return
        edit = form.edit()
        other = FRIENDLY if edit.tone == FORMAL else FORMAL
        self.new_template()
        self._fill_new(replace(edit, tone=other, favourite=0, wordings=()))
        form.boxes[0].text.setFocus()

    @Slot()
    def rename_category(self) -> None:
        """Another name for the category that is open."""
        if self._category not in (ALL, STARRED):
            self.session.save()
            self.commands.rename_category(self._category)

    @Slot(int)
    def move_favourite(self, step: int) -> None:
        """Change the open favourite's key with its neighbour's."""
        if self._category == STARRED and self.session.template is not None:
            self.session.save()
            self.commands.move_favourite(self.session.template, step)

    @Slot()
    def _move_earlier(self) -> None:
        self.move_favourite(-1)

    @Slot()
    def _move_later(self) -> None:
        self.move_favourite(1)

    @Slot(str)
    def _follow_rename(self, name: str) -> None:
        self._category = name

    @Slot(int)
    def _turn_category(self, row: int) -> None:
        if not self._settling:
            self._category = self.view.category_rows.rows[row][0]
            self._show_tools()
            self._show_list()
            self._mark_open()

    @Slot(int)
    def _turn_template(self, row: int) -> None:
        if not self._settling:
            self.open_template(self.view.template_rows.rows[row].id)

    @Slot()
    def _search(self) -> None:
        self._show_list()
        self._mark_open()

    @Slot()
    def choose_import(self) -> None:
        """Ask for a table of templates and show what it would do."""
        self.session.leave()
        self.commands.choose_import()
        self._open_first()

    @Slot()
    def choose_export(self) -> None:
        """Write every template to a table."""
        self.session.save()
        self.commands.choose_export()

    @Slot()
    def _enter_first_found(self) -> None:
        if self.view.template_rows.rows:
            self._open_row(0)
            self.view.list.setFocus()

    @Slot()
    def _write(self) -> None:
        self.view.form.title.setFocus()

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self.view.seg.set_current("templates")
        if key != "templates":
            self.list_wanted.emit(key)

    @Slot()
    def _note_saved(self) -> None:
        self._say_state((f"{china(self._context.operator.desk.now()):%H:%M} 已自动保存",))
        self._mark_open()

    @Slot(str)
    def _note_refused(self, said: str) -> None:
        self._say_state((said,), late=True)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.tables & TABLES and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile and open something."""
        super().showEvent(event)
        self.refresh()
        if self.session.template is None and not self.session.is_new:
            self._open_first()

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
        private = self.view.form.audience.current == "private"
        audience = Audience.PRIVATE if private else Audience.PUBLIC
        return self._context.operator.replies.check(text, ticket=None, audience=audience)

    def _categories(self) -> tuple[str, ...]:
        return self._context.operator.templates.categories()

    def _show_categories(self, templates: tuple[Template, ...]) -> None:
        counts = Counter(template.category for template in templates)
        starred = sum(template.favourite > 0 for template in templates)
        rows = [(ALL, len(templates)), (STARRED, starred), *((name, counts[name]) for name in self._categories())]
        self._settling = True
        self.view.category_rows.set_rows(rows)
        row = self.view.category_rows.row_of(self._category)
        self._category = rows[row][0]
        self.view.categories.choose_row(row)
        self._settling = False
        used = sum(template.uses > 0 for template in templates)
        self.view.count.setText(f"{len(templates)} 条，用过 {used} 条" if templates else "")
        self._show_tools()

    def _show_list(self) -> None:
        query = self.view.search.query
        tone = "" if self.view.tone.current == ANY_TONE else self.view.tone.current
        found = self._context.operator.templates.find(query, limit=MOST) if query else self._browsed()
        found = tuple(template for template in found if tone in ("", template.tone))
        self._settling = True
        self.view.template_rows.set_rows(found)
        self._settling = False
        self.view.show_list(shown=bool(found))
        if not query and self._category == STARRED:
            self.view.nothing.show_message("star", "没有常用键", "打开一条模板，选 Alt 1 到 Alt 9，写回复时一按就插入")
        elif not query and tone:
            self.view.nothing.show_message("message-square-quote", f"这里没有{tone}的模板", "换一个分类，或看全部语气")
        elif query:
            self.view.nothing.show_message("search", f"没找到“{query}”", "试试拼音首字母，或只输一部分")
        else:
            self.view.nothing.show_message(
                "message-square-quote", "还没有模板", "把常说的话写成模板，回复时按 / 就能用", action="新建模板"
            )

    def _browsed(self) -> tuple[Template, ...]:
        """The category's templates, the most used first, then by category."""
        if self._category == STARRED:
            return self._context.operator.templates.favourites()
        order = self._categories()
        chosen = (each for each in self._context.operator.templates.all() if self._category in (ALL, each.category))
        return tuple(sorted(chosen, key=lambda each: (-each.uses, order.index(each.category))))

    def _mark_open(self) -> None:
        """Show in the list what the editor holds, without opening anything."""
        self._settling = True
        self.view.list.choose_row(self.view.template_rows.row_of(self.session.template))
        self._settling = False

    def _show_tools(self) -> None:
        offered = len(self._context.operator.templates.starter.offered())
        starred = self._category == STARRED
        self.view.show_category_tools(renamable=self._category not in (ALL, STARRED), ordered=starred, starters=offered)
        opened = self._opened()
        known = opened is not None and self._context.operator.templates.in_other_tone(opened) is not None
        self.view.form.show_other_tone(known=known)

    def _opened(self) -> Template | None:
        every = self._context.operator.templates.all()
        return next((each for each in every if each.id == self.session.template), None)

    def _fill_new(self, edit: TemplateEdit) -> None:
        """Write into the form of a new template, which is stored once it has a title and a wording."""
        self.view.form.fill(edit)

    def _open_first(self) -> None:
        self._open_row(0)

    def _open_row(self, row: int) -> None:
        rows = self.view.template_rows.rows
        if 0 <= row < len(rows):
            self.open_template(rows[row].id)
        else:
            self.view.none_chosen.show_message("message-square-quote", "没有打开的模板", "在左边选一条，或者新建一条")
            self.view.show_editor(shown=False)

    def _say_state(self, parts: tuple[str, ...], *, late: bool = False) -> None:
        self.view.state.set_parts(parts, role="danger_text" if late else "text2")

    def _wire(self) -> None:
        view, news = self.view, self._context.news
        view.seg.selected.connect(self._choose_list)
        view.new.clicked.connect(self.new_template)
        view.import_button.clicked.connect(self.choose_import)
        view.export_button.clicked.connect(self.choose_export)
        view.starters.clicked.connect(self.commands.offer_starters)
        view.rename.clicked.connect(self.rename_category)
        view.earlier.clicked.connect(self._move_earlier)
        view.later.clicked.connect(self._move_later)
        view.tone.selected.connect(self._search)
        view.form.other_tone.clicked.connect(self.open_other_tone)
        view.form.tone.currentIndexChanged.connect(self._show_tools)
        view.nothing.acted.connect(self.new_template)
        view.delete.clicked.connect(self.delete_template)
        view.copy.clicked.connect(self.copy_template)
        view.search.searched.connect(self._search)
        view.search.returnPressed.connect(self._enter_first_found)
        view.categories.entered_row.connect(self.rename_category)
        view.list.move_asked.connect(self.move_favourite)
        self.commands.renamed.connect(self._follow_rename)
        view.categories.turned.connect(self._turn_category)
        view.list.turned.connect(self._turn_template)
        view.list.entered_row.connect(self._write)
        view.list.delete_asked.connect(self.delete_template)
        self.session.saved.connect(self._note_saved)
        self.session.refused.connect(self._note_refused)
        self.session.left.connect(news.undoable)
        self.session.lost.connect(news.notice)
        news.changed.connect(self._note_changes)
