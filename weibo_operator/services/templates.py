"""Reply templates: finding them by characters and pinyin initials, editing, importing the starter set."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.template import Template
from weibo_operator.language.initials import Initials
from weibo_operator.services.desk import Desk
from weibo_operator.storage import templates
from weibo_operator.storage.journal import Value, changes_of


@dataclass(frozen=True, slots=True)
class TemplateEdit:
    """The fields of the template editor; ``audience`` is public, private or both."""

    title: str
    category: str
    code: str
    audience: str
    tone: str
    favourite: int
    wordings: tuple[str, ...]


class Templates:
    """The template library 话术."""

    def __init__(self, desk: Desk, initials: Initials, resources: Path) -> None:
        self._desk = desk
        self._initials = initials
        self._starter = resources / "templates" / "starter.toml"

    def all(self) -> tuple[Template, ...]:
        """Every template by category."""
        return templates.all_templates(self._desk.connection)

    def find(self, query: str, *, limit: int = 50) -> tuple[Template, ...]:
        """Templates by code, pinyin initials or characters of the title, then by words of the text; most used first.

        Input-method separators in ``query`` (w'l'y'c) and case are ignored, so that the picker may search while
        pinyin is still being composed.
        """
        wanted = _bare(query)
        if not wanted:
            return tuple(sorted(self.all(), key=lambda template: -template.uses))[:limit]
        ranked = [(self._rank(template, wanted), -template.uses, template) for template in self.all()]
        hits = sorted((hit for hit in ranked if hit[0] is not None), key=lambda hit: (hit[0], hit[1]))
        return tuple(template for _, _, template in hits)[:limit]

    def favourite(self, number: int) -> Template | None:
        """The template on Alt+``number``."""
        return next((template for template in self.all() if template.favourite == number), None)

    def categories(self) -> tuple[str, ...]:
        """The categories in use, in the starter set's order, then by name."""
        known: list[str] = self._words()["categories"]
        used = {template.category for template in self.all()}
        return tuple([name for name in known if name in used] + sorted(used.difference(known)))

    def acknowledgements(self) -> tuple[str, ...]:
        """The wordings of 信息已收到."""
        return tuple(self._words()["acknowledgements"])

    def save(self, edit: TemplateEdit, template: TemplateId | None = None) -> Outcome[TemplateId]:
        """Add a template, or change one; raises ``InvalidInputError`` for an empty title or no wording."""
        title = edit.title.strip()
        wordings = [text.strip() for text in edit.wordings if text.strip()]
        if not title:
            raise InvalidInputError(field="title", reason="empty")
        if not wordings:
            raise InvalidInputError(field="wordings", reason="empty")
        values: dict[str, Value] = {
            "title": title,
            "category": edit.category.strip() or "其他",
            "code": edit.code.strip() or self._initials.of(title),
            "audience": edit.audience,
            "tone": edit.tone,
            "favourite": edit.favourite,
        }
        with self._desk.operation(OperationKind.EDIT_TEMPLATE, data={"title": title}) as recorder:
            if edit.favourite:
                taken = self.favourite(edit.favourite)
                if taken is not None and taken.id != template:
                    recorder.update("template", taken.id, {"favourite": 0})
            if template is None:
                template = TemplateId(recorder.insert("template", values))
                old: Sequence[tuple[int, str]] = ()
            else:
                recorder.update("template", template, values)
                found = templates.get(self._desk.connection, template)
                old = [(wording.id, wording.text) for wording in found.wordings]
            for (row_id, _), text in zip(old, wordings, strict=False):
                recorder.update("wording", row_id, {"text": text})
            for row_id, _ in old[len(wordings) :]:
                recorder.delete("wording", row_id)
            for text in wordings[len(old) :]:
                recorder.insert("wording", {"template_id": template, "text": text})
        return Outcome(template, changes_of(recorder), recorder.operation)

    def delete(self, template: TemplateId) -> Outcome[None]:
        """Remove a template with its wordings; 撤销 brings it back."""
        found = templates.get(self._desk.connection, template)
        with self._desk.operation(OperationKind.DELETE_TEMPLATE, data={"title": found.title}) as recorder:
            for wording in found.wordings:
                recorder.delete("wording", wording.id)
            recorder.delete("template", template)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def add_starter_set(self) -> int:
        """Put the starter templates into a file that has none; returns how many were added."""
        if self.all():
            return 0
        entries = self._words()["templates"]
        with self._desk.bookkeeping() as recorder:
            for entry in entries:
                values: dict[str, Value] = {
                    "title": entry["title"],
                    "category": entry["category"],
                    "code": entry["code"],
                    "audience": entry["audience"],
                    "tone": entry["tone"],
                    "favourite": entry.get("favourite", 0),
                }
                template = recorder.bulk_insert("template", values)
                for text in entry["wordings"]:
                    recorder.bulk_insert("wording", {"template_id": template, "text": text})
        return len(entries)

    def _rank(self, template: Template, wanted: str) -> int | None:
        title, code = _bare(template.title), _bare(template.code)
        initials = self._initials.of(title)
        if code == wanted:
            return 0
        if code.startswith(wanted) or title.startswith(wanted) or initials.startswith(wanted):
            return 1
        if wanted in title or wanted in initials:
            return 2
        if any(wanted in _bare(wording.text) for wording in template.wordings):
            return 3
        return None

    def _words(self) -> dict[str, Any]:
        with self._starter.open("rb") as file:
            return tomllib.load(file)


def _bare(text: str) -> str:
    """Letters, digits and Chinese characters only, in lower case: what the search compares."""
    return "".join(character for character in text.lower() if character.isalnum())
