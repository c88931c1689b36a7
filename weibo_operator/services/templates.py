"""Reply templates: finding them by characters and pinyin initials, editing, which wording to offer, files of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.list_file import ReadLines
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.template import (
    Template,
    TemplateFile,
    Wording,
    could_become,
    fill,
    is_mostly_in,
    other_than,
)
from weibo_operator.language.initials import Initials
from weibo_operator.services.desk import Desk
from weibo_operator.services.library_search import TITLED, bare, rank_of_title, readings
from weibo_operator.services.list_columns import ListColumns
from weibo_operator.services.starter_templates import StarterTemplates
from weibo_operator.services.template_edit import TemplateEdit, tidied, why_refused, write
from weibo_operator.services.template_file import ImportPlan, csv_of, merged, plan_of
from weibo_operator.services.whole_file import replace_file
from weibo_operator.storage import own_public, templates
from weibo_operator.storage.journal import changes_of

__all__ = ["ImportPlan", "TemplateEdit", "Templates"]
MATCH_AT_MOST = 400
"""Characters: a longer text is no wording of a template, and looking would be slow."""


class Templates:
    """The template library 话术."""

    def __init__(self, desk: Desk, initials: Initials, resources: Path, read: ReadLines) -> None:
        self._desk = desk
        self._initials = initials
        self._read = read
        self._columns = ListColumns(resources)
        self.starter = StarterTemplates(desk, resources / "templates" / "starter.toml")

    def all(self) -> tuple[Template, ...]:
        """Every template by category."""
        return templates.all_templates(self._desk.connection)

    def find(self, query: str, *, limit: int = 50, tone: str = "", guessed: bool = False) -> tuple[Template, ...]:
        """Templates by code, pinyin initials or characters of the title, by category, then by words of the text.

        The most used first among equals. Input-method separators in ``query`` (w'l'y'c) and case are ignored, so that
        the picker may search while pinyin is still being composed; ``guessed`` tells that it is, so that characters
        the input method guessed for initials are searched by their initials too. ``tone`` leaves out the other one.
        """
        wanted = readings(self._initials, query, guessed=guessed)
        among = [each for each in self.all() if tone in ("", each.tone)]
        if not any(wanted):
            return tuple(sorted(among, key=lambda template: -template.uses))[:limit]
        ranked = [
            (rank, -template.uses, template)
            for template in among
            for reading in wanted
            if (rank := self._rank(template, reading)) is not None
        ]
        hits = sorted(ranked, key=lambda hit: hit[:2])
        return tuple(dict.fromkeys(template for _, _, template in hits))[:limit]

    def favourite(self, number: int) -> Template | None:
        """The template on Alt+``number``."""
        return next((template for template in self.all() if template.favourite == number), None)

    def favourites(self) -> tuple[Template, ...]:
        """The templates with a key, in the order of the keys."""
        return tuple(sorted((each for each in self.all() if each.favourite), key=lambda each: each.favourite))

    def in_other_tone(self, template: Template) -> Template | None:
        """The template that says the same in the other tone, None where nobody has written one."""
        return next((each for each in self.all() if template.says_the_same_as(each)), None)

    def categories(self) -> tuple[str, ...]:
        """The categories in use, in the starter set's order, then by name."""
        known: list[str] = self.starter.words()["categories"]
        used = {template.category for template in self.all()}
        return tuple([name for name in known if name in used] + sorted(used.difference(known)))

    def acknowledgements(self) -> tuple[str, ...]:
        """The wordings of 信息已收到."""
        return tuple(self.starter.words()["acknowledgements"])

    def just_said(self) -> tuple[str, ...]:
        """What our next public reply must not repeat, the newest first: copied, on its way, or sent last."""
        return tuple(dict.fromkeys(text.strip() for text in own_public.latest(self._desk.connection)))

    def next_wording(self, template: Template, values: Mapping[str, str], audience: Audience) -> Wording:
        """The wording to offer: the least used one that repeats none of our last public replies (mission D8).

        Weibo refuses a comment that is the same as the one before; ``values`` are the variables of this ticket.
        """
        return other_than(template.turns, values, self.just_said() if audience is Audience.PUBLIC else ())

    def another_wording(
        self, template: Template, wording: int, values: Mapping[str, str], audience: Audience
    ) -> Wording | None:
        """The wording after this one (its id) that doesn't repeat what was just said; None where there is no other."""
        at = next((place for place, each in enumerate(template.wordings) if each.id == wording), -1)
        rest = (*template.wordings[at + 1 :], *template.wordings[: max(at, 0)])
        if not rest:
            return None
        said = self.just_said() if audience is Audience.PUBLIC else ()
        found = other_than(rest, values, said)
        return None if any(could_become(found.text, values, each) for each in said[:1]) else found

    def wording_of(self, text: str, values: Mapping[str, str]) -> tuple[Template, Wording] | None:
        """The template and wording that a text was made of, however it came here."""
        if not text.strip() or len(text) > MATCH_AT_MOST:
            return None
        every = ((template, wording) for template in self.all() for wording in template.wordings)
        return next(((each, wording) for each, wording in every if could_become(wording.text, values, text)), None)

    def files_in(self, text: str, values: Mapping[str, str]) -> tuple[TemplateFile, ...]:
        """The files of the templates that a text was made of, each once (mission D10); ``values`` fill the variables.

        Read from the text itself, so that they are known after a restart and go when their wording is deleted.
        """
        if not text.strip():
            return ()
        made_of = (
            template
            for template in self.all()
            if template.files and any(is_mostly_in(fill(each.text, values), text) for each in template.wordings)
        )
        return tuple(dict.fromkeys(file for template in made_of for file in template.files))

    def save(self, edit: TemplateEdit, template: TemplateId | None = None) -> Outcome[TemplateId]:
        """Add a template, or change one; raises ``InvalidInputError`` for an empty title or no wording.

        A variable that the program doesn't know is kept: the operator fills it, and no reply leaves with a blank.
        """
        tidy = tidied(edit, self._initials)
        refused = why_refused(tidy)
        if refused is not None:
            raise refused
        with self._desk.operation(OperationKind.EDIT_TEMPLATE, data={"title": tidy.title}) as recorder:
            template = write(recorder, self._desk, tidy, template)
        return Outcome(template, changes_of(recorder), recorder.operation)

    def delete(self, template: TemplateId) -> Outcome[None]:
        """Remove a template with its wordings; 撤销 brings it back."""
        found = templates.get(self._desk.connection, template)
        with self._desk.operation(OperationKind.DELETE_TEMPLATE, data={"title": found.title}) as recorder:
            for wording in found.wordings:
                recorder.delete("wording", wording.id)
            for row_id, _ in templates.file_rows(self._desk.connection, template):
                recorder.delete("template_file", row_id)
            recorder.delete("template", template)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def rename_category(self, category: str, name: str) -> Outcome[int]:
        """Give a category another name, or put its templates into one that has this name; returns how many.

        Raises ``InvalidInputError`` for an empty name.
        """
        new = " ".join(name.split())
        if not new:
            raise InvalidInputError(field="category", reason="empty")
        moved = [each for each in self.all() if each.category == category]
        if new == category or not moved:
            return Outcome(0, Changes())
        kind = OperationKind.RENAME_CATEGORY
        with self._desk.operation(kind, data={"title": category, "name": new}) as recorder:
            for template in moved:
                recorder.update("template", template.id, {"category": new})
        return Outcome(len(moved), changes_of(recorder), recorder.operation)

    def move_favourite(self, template: TemplateId, step: int) -> Outcome[bool]:
        """Change places with the favourite before (-1) or after (1); False at the end of the row."""
        row = self.favourites()
        at = next((place for place, each in enumerate(row) if each.id == template), None)
        if at is None or not 0 <= at + step < len(row):
            return Outcome(value=False, changes=Changes())
        one, other = row[at], row[at + step]
        with self._desk.operation(OperationKind.EDIT_TEMPLATE, data={"title": one.title}) as recorder:
            recorder.update("template", one.id, {"favourite": other.favourite})
            recorder.update("template", other.id, {"favourite": one.favourite})
        return Outcome(value=True, changes=changes_of(recorder), operation=recorder.operation)

    def plan_import(self, path: Path) -> ImportPlan:
        """What a file would do; nothing is stored.

        Raises ``FileUnreadableError``, and ``InvalidInputError`` when the headers name no title or no wording.
        """
        return plan_of(self._read(path), self._columns, self._initials, path, self.all())

    def import_plan(self, plan: ImportPlan, *, update: bool) -> Outcome[int]:
        """Take in what a plan brings, as one operation; with ``update`` also what is here in other words."""
        known = {template.id for template in self.all()}
        edits = [(line.edit, None) for line in plan.new]
        changed = [(merged(each, line), each.id) for each, line in plan.changed if update and each.id in known]
        if not edits and not changed:
            return Outcome(0, Changes())
        data = {"file": plan.name, "count": str(len(edits) + len(changed))}
        with self._desk.operation(OperationKind.IMPORT_TEMPLATES, data=data) as recorder:
            for edit, template in (*edits, *changed):
                write(recorder, self._desk, edit, template)
        return Outcome(len(edits) + len(changed), changes_of(recorder), recorder.operation)

    def export_file(self, path: Path, chosen: Sequence[Template] | None = None) -> int:
        """Write every template, or those chosen, to a CSV file for a spreadsheet; returns how many.

        Raises ``InvalidInputError`` when the place can't be written.
        """
        written = self.all() if chosen is None else chosen
        replace_file(path, csv_of(written, self._columns))
        return len(written)

    def add_starter_set(self) -> int:
        """Put the starter templates into a new file; returns how many were added."""
        return self.starter.begin()

    def _rank(self, template: Template, wanted: str) -> int | None:
        titled = rank_of_title(self._initials, template.title, template.code, wanted)
        if titled is not None:
            return titled
        category = template.category
        if wanted in bare(category) or self._initials.of(category).startswith(wanted):
            return TITLED
        return TITLED + 1 if any(wanted in bare(wording.text) for wording in template.wordings) else None
