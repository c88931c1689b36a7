"""Templates as a CSV file: opens in a spreadsheet, no cell is a formula, and reads back to the same templates."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.domain.list_file import LineProblem, ListLine
from weibo_operator.domain.template import TONES, Template, unknown_variables
from weibo_operator.language.initials import Initials
from weibo_operator.services.list_cells import csv_bytes, plain
from weibo_operator.services.list_columns import ListColumns, cell
from weibo_operator.services.template_edit import TemplateEdit, edit_of, tidied, why_refused

TABLE = "template"
_WORDINGS = ("text1", "text2", "text3")
_AUDIENCES: Mapping[str, str] = {
    "都可以": "both",
    "都适合": "both",
    "公开和私信": "both",
    "公开、私信": "both",
    "公开": "public",
    "公开回复": "public",
    "评论": "public",
    "私信": "private",
    "both": "both",
    "public": "public",
    "private": "private",
}
_AUDIENCE_WORDS = {"both": "都可以", "public": "公开", "private": "私信"}
_NO_KEY = frozenset({"", "0", "否", "无", "没有"})


class TemplateLine(Struct, frozen=True):
    """A template of a file with its line; ``given`` names the fields that the file says something about."""

    line: int
    edit: TemplateEdit
    given: frozenset[str]


class ImportPlan(Struct, frozen=True):
    """What a file would do, before anything is stored.

    ``new`` come in; ``changed`` stand here with the same title and category (and tone, where the file names one) but
    other contents; ``same`` are as they are here; ``problems`` were left out; ``unknown`` are variables that the
    program has never heard of, with the line and the title.
    """

    name: str
    new: tuple[TemplateLine, ...]
    changed: tuple[tuple[Template, TemplateLine], ...]
    same: int
    problems: tuple[LineProblem, ...]
    unknown: tuple[LineProblem, ...]


def csv_of(templates: Sequence[Template], columns: ListColumns) -> bytes:
    """The file's bytes."""
    return csv_bytes(columns.headers(TABLE), map(_cells, templates))


def plan_of(
    lines: Sequence[ListLine], columns: ListColumns, initials: Initials, path: Path, here: Sequence[Template]
) -> ImportPlan:
    """What the file would do to the templates that are ``here``.

    Raises ``FileUnreadableError`` for a file without records and ``InvalidInputError`` when the headers name no title
    or no wording.
    """
    if not lines:
        raise FileUnreadableError(file=str(path), line=0, reason="empty", detail="")
    places = columns.places(TABLE, lines[0].cells)
    if "title" not in places or _WORDINGS[0] not in places:
        raise InvalidInputError(field="path", reason="template_headers", name=path.name, line=lines[0].line)
    read: list[TemplateLine] = []
    problems: list[LineProblem] = []
    keys: set[str] = set()
    for line in lines[1:]:
        cells = [plain(each) for each in line.cells]
        key = _key_of(cell(cells, places, "favourite"))
        reason = _fault(line, cells, places, len(lines[0].cells)) or ("favourite_twice" if key in keys else "")
        found = None if reason else _read(line.line, cells, places, initials)
        refused = None if found is None else why_refused(found.edit)
        if found is None or refused is not None:
            reason = reason or str(refused.data["field"] if refused else "")
            problems.append(LineProblem(line.line, cell(cells, places, "title"), reason))
        else:
            read.append(found)
            keys.update({key} - {""})
    return _matched(path.name, read, here, problems)


def merged(template: Template, line: TemplateLine) -> TemplateEdit:
    """The template as the file has it; what the file leaves out stays as it is here."""
    stored = edit_of(template)
    kept = {
        field: getattr(stored, field)
        for field in ("category", "code", "audience", "tone", "favourite")
        if field not in line.given
    }
    return replace(line.edit, files=stored.files, **kept)


def _matched(
    name: str, read: Sequence[TemplateLine], here: Sequence[Template], problems: list[LineProblem]
) -> ImportPlan:
    """Each line beside the template it speaks of, each template once; of lines that say the same name the first."""
    free: dict[str, list[Template]] = {}
    for template in here:
        free.setdefault(template.title, []).append(template)
    new: list[TemplateLine] = []
    changed: list[tuple[Template, TemplateLine]] = []
    same = 0
    for line in read:
        meant = [each for each in free.get(line.edit.title, ()) if _means(line, each)]
        found = min(meant, key=lambda each: each.tone != line.edit.tone, default=None)
        if found is not None:
            free[found.title].remove(found)
            if merged(found, line) == edit_of(found):
                same += 1
            else:
                changed.append((found, line))
        elif any(_is_named_alike(line, each) for each in (*new, *(pair[1] for pair in changed))):
            problems.append(LineProblem(line.line, line.edit.title, "repeated"))
        else:
            new.append(line)
    taken = sorted((*new, *(line for _, line in changed)), key=lambda line: line.line)
    unknown = tuple(
        LineProblem(line.line, line.edit.title, name)
        for line in taken
        for name in dict.fromkeys(name for text in line.edit.wordings for name in unknown_variables(text))
    )
    problems.sort(key=lambda problem: problem.line)
    return ImportPlan(name, tuple(new), tuple(changed), same, tuple(problems), unknown)


def _means(line: TemplateLine, template: Template) -> bool:
    return ("category" not in line.given or line.edit.category == template.category) and (
        "tone" not in line.given or line.edit.tone == template.tone
    )


def _is_named_alike(line: TemplateLine, other: TemplateLine) -> bool:
    one, two = line.edit, other.edit
    return (one.title, one.category, one.tone) == (two.title, two.category, two.tone)


def _cells(template: Template) -> Sequence[str]:
    texts = [wording.text for wording in template.wordings[: len(_WORDINGS)]]
    return (
        template.title,
        template.category,
        template.tone,
        template.code,
        *texts,
        *[""] * (len(_WORDINGS) - len(texts)),
        _AUDIENCE_WORDS[template.audience],
        str(template.favourite) if template.favourite else "",
    )


def _fault(line: ListLine, cells: Sequence[str], places: Mapping[str, int], width: int) -> str:
    if line.broken:
        return "quote"
    if any(each.strip() for each in cells[width:]):
        return "too_many_cells"
    tone, audience = cell(cells, places, "tone"), cell(cells, places, "audience")
    if tone and tone not in TONES:
        return "tone"
    if audience and audience.lower() not in _AUDIENCES:
        return "audience"
    key = _key_of(cell(cells, places, "favourite"))
    return "favourite" if key and key not in tuple("123456789") else ""


def _read(line: int, cells: Sequence[str], places: Mapping[str, int], initials: Initials) -> TemplateLine:
    said = {field for field in ("category", "code", "audience", "tone") if cell(cells, places, field)}
    edit = TemplateEdit(
        title=cell(cells, places, "title"),
        category=cell(cells, places, "category"),
        code=cell(cells, places, "code"),
        audience=_AUDIENCES[cell(cells, places, "audience").lower() or "both"],
        tone=cell(cells, places, "tone"),
        favourite=int(_key_of(cell(cells, places, "favourite")) or 0),
        wordings=tuple(cell(cells, places, field) for field in _WORDINGS),
    )
    return TemplateLine(line, tidied(edit, initials), frozenset(said | ({"favourite"} & places.keys())))


def _key_of(words: str) -> str:
    """The favourite key that a cell names (3, Alt 3), empty for none."""
    bare = words.lower().removeprefix("alt").strip(" +")
    return "" if bare in _NO_KEY else bare
