"""A template as it is written: what is refused, what is tidied, and how it becomes rows."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.template import MOST_FILES, Template, TemplateFile, half_width_braces, kind_of_file
from weibo_operator.language.initials import Initials
from weibo_operator.services.desk import Desk
from weibo_operator.services.list_cells import printable
from weibo_operator.storage import templates
from weibo_operator.storage.journal import Recorder, Value

NO_CATEGORY = "其他"


class TemplateEdit(Struct, frozen=True):
    """The fields of the template editor; ``audience`` is public, private or both."""

    title: str
    category: str
    code: str
    audience: str
    tone: str
    favourite: int
    wordings: tuple[str, ...]
    files: tuple[TemplateFile, ...] = ()


def edit_of(template: Template) -> TemplateEdit:
    """A stored template as the editor holds it."""
    return TemplateEdit(
        title=template.title,
        category=template.category,
        code=template.code,
        audience=template.audience,
        tone=template.tone,
        favourite=template.favourite,
        wordings=tuple(wording.text for wording in template.wordings),
        files=template.files,
    )


def tidied(edit: TemplateEdit, initials: Initials) -> TemplateEdit:
    """Without empty wordings, stray spaces, control characters and the input method's wide braces.

    A code left empty comes from the title.
    """
    title = _one_line(edit.title)
    return replace(
        edit,
        title=title,
        category=_one_line(edit.category) or NO_CATEGORY,
        code=_one_line(edit.code) or initials.of(title),
        wordings=tuple(text for given in edit.wordings if (text := half_width_braces(printable(given)).strip())),
        files=_tidy_files(edit.files),
    )


def why_refused(edit: TemplateEdit) -> InvalidInputError | None:
    """Why a tidied template can't be kept as it is."""
    if not edit.title:
        return InvalidInputError(field="title", reason="empty")
    if not edit.wordings:
        return InvalidInputError(field="wordings", reason="empty")
    return None


def row_of(edit: TemplateEdit) -> dict[str, Value]:
    """The template's own row; its wordings are rows of their own."""
    return {
        "title": edit.title,
        "category": edit.category,
        "code": edit.code,
        "audience": edit.audience,
        "tone": edit.tone,
        "favourite": edit.favourite,
    }


def write(recorder: Recorder, desk: Desk, edit: TemplateEdit, template: TemplateId | None) -> TemplateId:
    """Add a template or change one, with images; whoever had its favourite key gives it up."""
    connection = desk.connection
    if edit.favourite:
        for other in templates.all_templates(connection):
            if other.favourite == edit.favourite and other.id != template:
                recorder.update("template", other.id, {"favourite": 0})
    old: Sequence[tuple[int, str]] = ()
    if template is None:
        template = TemplateId(recorder.insert("template", row_of(edit)))
    else:
        found = templates.get(connection, template)
        recorder.update("template", template, row_of(edit))
        old = [(wording.id, wording.text) for wording in found.wordings]
    _write_wordings(recorder, old, edit.wordings, template)
    _write_files(recorder, desk, edit.files, template)
    return template


def _write_wordings(
    recorder: Recorder, old: Sequence[tuple[int, str]], wanted: Sequence[str], template: TemplateId
) -> None:
    """The template's wordings as they should be: one that stays keeps its row, so its uses stay its own."""
    alike = SequenceMatcher(None, [text for _, text in old], wanted, autojunk=False)
    for what, begin, end, first, last in alike.get_opcodes():
        if what == "equal":
            continue
        rows, texts = old[begin:end], wanted[first:last]
        for (row_id, _), text in zip(rows, texts, strict=False):
            recorder.update("wording", row_id, {"text": text})
        for row_id, _ in rows[len(texts) :]:
            recorder.delete("wording", row_id)
        for text in texts[len(rows) :]:
            recorder.insert("wording", {"template_id": template, "text": text})


def _write_files(recorder: Recorder, desk: Desk, wanted: Sequence[TemplateFile], template: TemplateId) -> None:
    """The template's files as they should be; a row that stays the same stays the row it is."""
    kept: set[TemplateFile] = set()
    for row_id, file in templates.file_rows(desk.connection, template):
        if file in wanted and file not in kept:
            kept.add(file)
        else:
            recorder.delete("template_file", row_id)
    for file in wanted:
        if file not in kept:
            values = {"path": file.path, "kind": file.kind.value, "note": file.note}
            recorder.insert("template_file", {"template_id": template, **values})


def _tidy_files(files: Sequence[TemplateFile]) -> tuple[TemplateFile, ...]:
    """Each file once, no more than there is room for, its kind by its name."""
    named = {file.path: replace(file, kind=kind_of_file(file.path), note=_one_line(file.note)) for file in files}
    return tuple(file for path, file in named.items() if path)[:MOST_FILES]


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
