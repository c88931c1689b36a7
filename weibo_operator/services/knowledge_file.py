"""Knowledge cards as a CSV file: opens in a spreadsheet, no cell is a formula, and reads back to the same cards."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.domain.facets import Facet, FacetLine
from weibo_operator.domain.knowledge import CardEdit, CardKind, KnowledgeCard
from weibo_operator.domain.list_file import LineProblem, ListLine
from weibo_operator.services.list_cells import csv_bytes, plain
from weibo_operator.services.list_columns import ListColumns, cell

TABLE = "card"
_SIDES = ("ours", "theirs", "source")
_YES = frozenset({"是", "1", "true", "yes", "y", "常用", "自助", "★"})
_MOMENT = re.compile(
    r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?"
)


def csv_of(cards: Sequence[KnowledgeCard], columns: ListColumns) -> bytes:
    """The file's bytes."""
    return csv_bytes(columns.headers(TABLE), map(_cells, cards))


def cards_in(
    lines: Sequence[ListLine], columns: ListColumns, path: Path
) -> tuple[list[tuple[int, CardEdit]], list[LineProblem]]:
    """The cards of a file with their lines, and the lines that could not be read.

    A kind left empty is 常见问题. Raises ``FileUnreadableError`` for a file without records and ``InvalidInputError``
    when the headers name no title or no text.
    """
    if not lines:
        raise FileUnreadableError(file=str(path), line=0, reason="empty", detail="")
    places = columns.places(TABLE, lines[0].cells)
    if "title" not in places or "text" not in places:
        raise InvalidInputError(field="path", reason="card_headers", name=path.name, line=lines[0].line)
    cards: list[tuple[int, CardEdit]] = []
    problems: list[LineProblem] = []
    for line in lines[1:]:
        # A spreadsheet drops empty cells at the end of a row; a row that is longer was cut at the wrong places.
        cells = [plain(each) for each in line.cells]
        reason = _fault(line, cells, places, len(lines[0].cells))
        if reason:
            problems.append(LineProblem(line.line, cell(cells, places, "title"), reason))
        else:
            cards.append((line.line, _card(cells, places)))
    return cards, problems


def _cells(card: KnowledgeCard) -> Sequence[str]:
    return (
        card.kind.value,
        card.title,
        card.text,
        card.code,
        "、".join(card.words),
        card.source,
        "" if card.checked_at is None else _moment_words(card.checked_at),
        "是" if card.favourite else "",
        "是" if card.self_service else "",
        card.menu,
        *(words for facet in Facet for words in _said(card, facet)),
    )


def _said(card: KnowledgeCard, facet: Facet) -> tuple[str, str, str]:
    line = next((each for each in card.facets if each.facet is facet), FacetLine(facet))
    return line.ours, line.theirs, line.source


def _fault(line: ListLine, cells: Sequence[str], places: Mapping[str, int], width: int) -> str:
    if line.broken:
        return "quote"
    if any(each.strip() for each in cells[width:]):
        return "too_many_cells"
    kind, checked = cell(cells, places, "kind"), cell(cells, places, "checked")
    if kind and kind not in {each.value for each in CardKind}:
        return "unknown_kind"
    return "unknown_day" if checked and _moment_of(checked) is None else ""


def _card(cells: Sequence[str], places: Mapping[str, int]) -> CardEdit:
    return CardEdit(
        kind=CardKind(cell(cells, places, "kind") or CardKind.FAQ.value),
        title=cell(cells, places, "title"),
        text=cell(cells, places, "text"),
        code=cell(cells, places, "code"),
        words=(cell(cells, places, "words"),),
        source=cell(cells, places, "source"),
        checked_at=_moment_of(cell(cells, places, "checked")),
        favourite=cell(cells, places, "favourite").lower() in _YES,
        self_service=cell(cells, places, "self_service").lower() in _YES,
        menu=cell(cells, places, "menu"),
        facets=tuple(
            FacetLine(facet, *(cell(cells, places, f"{facet.name.lower()}_{side}") for side in _SIDES))
            for facet in Facet
        ),
    )


def _moment_words(moment: datetime) -> str:
    """The moment in Beijing; a day alone where it is midnight, as a spreadsheet's user writes it."""
    at = china(moment)
    if (at.hour, at.minute, at.second, at.microsecond) == (0, 0, 0, 0):
        return f"{at:%Y-%m-%d}"
    return f"{at:%Y-%m-%d %H:%M:%S.%f}"[:-3]


def _moment_of(words: str) -> datetime | None:
    """The moment that a cell names, None where there is none."""
    found = _MOMENT.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute, second, part = found.groups()
    try:
        at = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=CHINA)
    except ValueError:
        return None
    return (at + timedelta(microseconds=int((part or "0").ljust(6, "0")))).astimezone(UTC)
