"""The starter templates that come with the program: copied into a new file once, later ones offered to older files."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.settings import STARTER_EDITION
from weibo_operator.domain.template import Template
from weibo_operator.services.desk import Desk
from weibo_operator.services.template_edit import TemplateEdit, row_of, write
from weibo_operator.storage import settings, templates
from weibo_operator.storage.journal import Recorder, changes_of

BEFORE_EDITIONS = 1
"""What a file has had that was made before editions were counted."""


class StarterTemplates:
    """Reads the set, fills new files, offers what is missing; nothing of the operator's is ever written over."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path

    def words(self) -> dict[str, Any]:
        """The file as it is."""
        with self._path.open("rb") as file:
            return tomllib.load(file)

    def begin(self) -> int:
        """Put the set into a file that has never had templates; returns how many were added."""
        if self._desk.setting(STARTER_EDITION) or templates.all_templates(self._desk.connection):
            return 0
        words = self.words()
        edits = [_edit_of(entry) for entry in words["templates"]]
        with self._desk.bookkeeping() as recorder:
            for edit in edits:
                template = recorder.bulk_insert("template", row_of(edit))
                for text in edit.wordings:
                    recorder.bulk_insert("wording", {"template_id": template, "text": text})
            _note_edition(recorder, words)
        return len(edits)

    def offered(self) -> tuple[TemplateEdit, ...]:
        """What came with a newer program than the file has seen and is not here under the same title and tone."""
        seen = self._desk.setting(STARTER_EDITION) or BEFORE_EDITIONS
        return self._lacking(seen)

    def lacking(self) -> tuple[TemplateEdit, ...]:
        """Everything of the set that is not here, deleted ones included."""
        return self._lacking(0)

    def add(self, edits: Sequence[TemplateEdit]) -> Outcome[int]:
        """Take in templates of the set; a favourite key that is in use stays where it is."""
        here = templates.all_templates(self._desk.connection)
        wanted = [edit for edit in edits if not _is_here(edit, here)]
        if not wanted:
            return Outcome(0, self.decline())
        words = self.words()
        data = {"file": "起始模板", "count": str(len(wanted))}
        with self._desk.operation(OperationKind.IMPORT_TEMPLATES, data=data) as recorder:
            for edit in wanted:
                write(recorder, self._desk, edit, None)
            _note_edition(recorder, words)
        return Outcome(len(wanted), changes_of(recorder), recorder.operation)

    def decline(self) -> Changes:
        """Don't offer this edition again by itself."""
        words = self.words()
        with self._desk.bookkeeping() as recorder:
            _note_edition(recorder, words)
        return changes_of(recorder)

    def _lacking(self, seen: int) -> tuple[TemplateEdit, ...]:
        here = templates.all_templates(self._desk.connection)
        keys = {template.favourite for template in here}
        found = (_edit_of(each, keys) for each in self.words()["templates"] if each.get("since", 1) > seen)
        return tuple(edit for edit in found if not _is_here(edit, here))


def _is_here(edit: TemplateEdit, here: Sequence[Template]) -> bool:
    """The category may have been renamed meanwhile."""
    return any((each.title, each.tone) == (edit.title, edit.tone) for each in here)


def _note_edition(recorder: Recorder, words: dict[str, Any]) -> None:
    recorder.put("setting", settings.row_of(STARTER_EDITION, int(words["edition"])))


def _edit_of(entry: dict[str, Any], taken_keys: set[int] | frozenset[int] = frozenset()) -> TemplateEdit:
    favourite = int(entry.get("favourite", 0))
    return TemplateEdit(
        title=entry["title"],
        category=entry["category"],
        code=entry["code"],
        audience=entry["audience"],
        tone=entry["tone"],
        favourite=0 if favourite in taken_keys else favourite,
        wordings=tuple(entry["wordings"]),
    )
