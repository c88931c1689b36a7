"""The templates at work: categories, tones, favourites, and what is done with the library as a whole."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Slot

from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.templates.commands import LibraryCommands
from ui.templates.edit_session import Kept
from ui.templates.form import BLANK
from ui.templates.library_page import MOST, LibraryPage
from ui.templates.lists import TEMPLATES
from ui.templates.model import ALL, STARRED
from ui.templates.view import ANY_TONE, TemplatesView
from ui.widgets.text_check import Checking
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.template import FORMAL, FRIENDLY, Template
from weibo_operator.services.template_edit import TemplateEdit, edit_of
from weibo_operator.translation import label, tr

NO_CATEGORY = (ALL, STARRED)
NEEDED = tr("写上标题和一种说法，就会自动保存")


class TemplatesPage(LibraryPage[TemplateId, Template, TemplateEdit]):
    """Templates by category; the favourites in the order of their keys."""

    tables = frozenset({"template", "wording", "template_file"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, TEMPLATES)
        self._templates = context.operator.templates
        checking = Checking(self._check, Teaching(context, self))
        self.view = TemplatesView(context.theme, checking, context.operator.desk.now, self._templates.categories)
        self.session = self.assemble(self.view, self.view.form, Kept(self._templates, edit_of, _why_refused))
        self.commands = LibraryCommands(context, self)
        self._wire_own()

    @Slot()
    def new_template(self) -> None:
        """Begin a template in the category that is open."""
        categories = self._templates.categories()
        category = next(iter(categories), "") if self._shelf in NO_CATEGORY else self._shelf
        self.begin(replace(BLANK, category=category), NEEDED)
        self.view.form.title.setFocus()

    @Slot()
    def copy_template(self) -> None:
        """Begin a new template with the words of the open one."""
        form = self.view.form
        edit = form.edit()
        self.new_template()
        form.fill(replace(edit, title=f"{edit.title} 2", code="", favourite=0))
        form.title.setFocus()
        form.title.selectAll()

    @Slot()
    def open_other_tone(self) -> None:
        """The same in the other tone: open it, or begin to write it."""
        self.session.save()
        form, twin = self.view.form, self._twin(self.opened)
        if twin is not None:
            self.open_record(twin.id)
            return
        edit = form.edit()
        other = FRIENDLY if edit.tone == FORMAL else FORMAL
        self.new_template()
        form.fill(replace(edit, tone=other, favourite=0, wordings=()))
        form.boxes[0].text.setFocus()

    @Slot()
    def rename_category(self) -> None:
        """Another name for the category that is open."""
        if self._shelf not in NO_CATEGORY:
            self.session.save()
            self.commands.rename_category(self._shelf)

    @Slot(int)
    def move_favourite(self, step: int) -> None:
        """Change the open favourite's key with its neighbour's."""
        if self._shelf == STARRED and self.session.key is not None:
            self.session.save()
            self.commands.move_favourite(self.session.key, step)

    def found(self, query: str) -> Sequence[Template]:
        """In the chosen tone; a category's templates the most used first, then by category."""
        tone = "" if self.view.tone.current == ANY_TONE else self.view.tone.current
        if query:
            return self._templates.find(query, limit=MOST, tone=tone, guessed=self._guessed)
        return [each for each in self._browsed() if tone in ("", each.tone)]

    def shelves(self, records: Sequence[Template]) -> Sequence[tuple[str, int]]:
        """The favourites, then the categories."""
        counts = Counter(template.category for template in records)
        starred = sum(template.favourite > 0 for template in records)
        categories = ((name, counts[name]) for name in self._templates.categories())
        return ((ALL, len(records)), (STARRED, starred), *categories)

    def count_words(self, records: Sequence[Template]) -> str:
        """How many, and how many have been used."""
        return tr("{0} 条，用过 {1} 条", len(records), sum(template.uses > 0 for template in records))

    def say_why_empty(self) -> None:
        """No favourites, nothing in this tone, or nothing at all."""
        nothing, tone = self.view.nothing, self.view.tone.current
        if self._shelf == STARRED:
            nothing.show_message("star", tr("没有常用键"), tr("打开一条模板，选 Alt+1 到 Alt+9，写回复时一按就插入"))
        elif tone != ANY_TONE:
            nothing.show_message(TEMPLATES.icon, tr("这里没有{0}的模板", label(tone)), tr("换一个分类，或看全部语气"))
        else:
            title = tr("还没有模板") if self._shelf == ALL else tr("“{0}”里还没有模板", self._shelf)
            nothing.show_message(
                TEMPLATES.icon, title, tr("把常说的话写成模板，回复时按 / 就能用"), action=tr("新建模板")
            )

    def show_opened(self, record: Template | None) -> None:
        """What can be done with the open category, and where the other tone is."""
        self.view.show_category_tools(
            renamable=self._shelf not in NO_CATEGORY,
            ordered=self._shelf == STARRED,
            starters=len(self._templates.starter.offered()),
        )
        self.view.form.show_other_tone(known=self._twin(record) is not None)

    def take_in(self, path: Path) -> None:
        """Show what a table would do; the dialog asks."""
        self.commands.look_at(path)

    def start_writing(self) -> None:
        """In the title."""
        self.view.form.title.setFocus()

    @Slot()
    def _move_earlier(self) -> None:
        self.move_favourite(-1)

    @Slot()
    def _move_later(self) -> None:
        self.move_favourite(1)

    @Slot(str)
    def _follow_rename(self, name: str) -> None:
        self._shelf = name

    @Slot()
    def _turn_tone(self) -> None:
        self._list_again()

    @Slot()
    def _change_tone(self) -> None:
        self.show_opened(self.opened)

    def _check(self, text: str) -> tuple[Finding, ...]:
        private = self.view.form.audience.current == "private"
        audience = Audience.PRIVATE if private else Audience.PUBLIC
        return self._context.operator.replies.check(text, ticket=None, audience=audience)

    def _browsed(self) -> Sequence[Template]:
        if self._shelf == STARRED:
            return self._templates.favourites()
        order = self._templates.categories()
        chosen = (each for each in self._templates.all() if self._shelf in (ALL, each.category))
        return sorted(chosen, key=lambda each: (-each.uses, order.index(each.category)))

    def _twin(self, template: Template | None) -> Template | None:
        return None if template is None else self._templates.in_other_tone(template)

    def _wire_own(self) -> None:
        view = self.view
        view.new.clicked.connect(self.new_template)
        view.nothing.acted.connect(self.new_template)
        view.starters.clicked.connect(self.commands.offer_starters)
        view.rename.clicked.connect(self.rename_category)
        view.shelves.entered_row.connect(self.rename_category)
        view.earlier.clicked.connect(self._move_earlier)
        view.later.clicked.connect(self._move_later)
        view.list.move_asked.connect(self.move_favourite)
        view.tone.selected.connect(self._turn_tone)
        view.form.other_tone.clicked.connect(self.open_other_tone)
        view.form.tone.currentIndexChanged.connect(self._change_tone)
        view.copy.clicked.connect(self.copy_template)
        self.commands.renamed.connect(self._follow_rename)


def _why_refused(edit: TemplateEdit) -> str:
    """A template needs a title and a wording."""
    if not edit.title:
        return tr("要有标题")
    return "" if edit.wordings else tr("要有至少一种说法")
