"""Says which column of an unknown table is which, and remembers tables by their header row."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.channels.file_import.channel_words import channel_of
from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.file_import.dates import year_last
from weibo_operator.channels.file_import.formats.plain import COMMENTS, POSTS
from weibo_operator.channels.file_import.identity import telephone
from weibo_operator.channels.file_import.roles import Role, normal
from weibo_operator.channels.file_import.values import is_date, is_link
from weibo_operator.domain.columns import OFFERED_ROLES, DateOrder, Table, TableMapping
from weibo_operator.domain.labels import Platform

__all__ = ["DateOrder", "Role", "Synonyms", "Table", "TableMapping", "header_key", "proposed", "read_synonyms"]

Synonyms = Mapping[Role, Sequence[str]]
"""Names of columns besides those of the known layouts, the surest first."""

_Proposal = tuple[Role, int]
"""A meaning and the column that seems to have it."""

_KEY_DIGITS = 16
_MOST = 0.6
"""The share of the filled cells that must look alike for a column to be taken by its cells."""
_SHORTEST_PART = 2
_SHORTEST_END = 3
_LONGEST_NAME, _SHORTEST_TEXT = 30, 5
_POST_DIGITS, _UID_DIGITS = 16, range(5, 13)
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", re.ASCII)
_HAS_HOUR = re.compile(r"\d[:：]\d")
_CHANNEL_HEADERS = ("来电", "微信", "到店", "门店", "邮件", "私信")
_TELEPHONE_CHANNEL = "电话"
_MONTHS = 12


def header_key(headers: Sequence[str]) -> str:
    """The same key for the same columns in the same order, whatever their case and spaces; 16 hex digits."""
    joined = "\x1f".join(map(normal, headers))
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:_KEY_DIGITS]


def read_synonyms(path: Path) -> Synonyms:
    """The names in a resource file: a role's key and its names, parted by tabs; ``#`` begins a remark."""
    found: dict[Role, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            role, *names = line.split("\t")
            found[Role(role)] = tuple(names)
    return found


def proposed(table: Table, synonyms: Synonyms) -> TableMapping:
    """What each column seems to be: by its whole header, by a part of it, then by what its cells look like.

    The mapping may be incomplete: nothing is guessed where nothing tells.
    """
    layout = POSTS if POSTS.recognises(table.headers) else COMMENTS
    names = {role: (*layout.columns.get(role, ()), *synonyms.get(role, ())) for role in OFFERED_ROLES}
    columns = [_Column(normal(header), _filled(table, at)) for at, header in enumerate(table.headers)]
    roles: list[Role | None] = [None] * len(columns)
    for find in (_by_whole_name, _by_part_of_name, _by_cells):
        for role, at in find(columns, names):
            if roles[at] is None and role not in roles:
                roles[at] = role
    _clock_of_whole_moments(columns, names[Role.CLOCK], roles)
    mapping = TableMapping(
        tuple(roles), source=layout.source, date_order=_date_order(columns, roles), sheet=table.sheet
    )
    if Role.CHANNEL in roles:
        return mapping
    return _with_channel(mapping, table.headers, by_telephone=_known_by_telephone(columns, roles))


def _clock_of_whole_moments(columns: Sequence["_Column"], names: Sequence[str], roles: list[Role | None]) -> None:
    """An hour's column whose cells hold the day too, as spreadsheets keep them, beside one that holds the day alone."""
    if Role.TIME not in roles or Role.CLOCK in roles:
        return
    day = columns[roles.index(Role.TIME)]
    if any(_HAS_HOUR.search(cell) for cell in day.cells):
        return
    for at, each in enumerate(columns):
        named = any(each.header.endswith(normal(name)) for name in names)
        if roles[at] is None and named and each.mostly(lambda cell: bool(_HAS_HOUR.search(cell)) and is_date(cell)):
            roles[at] = Role.CLOCK
            return


def beside(table: Table, places: Mapping[Role, int], synonyms: Synonyms) -> dict[Role, int]:
    """Who wrote, where and at what hour, by columns that a known layout of one's own leaves unread.

    Nobody looks at it before it is read: a column must be named as such, by its whole header or the end of it. Of the
    two columns of a date and its hour ``places`` may have taken the hour for the whole time: then both are told.
    """
    columns = [_Column(normal(header), _filled(table, at)) for at, header in enumerate(table.headers)]
    found: dict[Role, int] = {}
    for role in (Role.CHANNEL, Role.UID):
        names = {role: synonyms.get(role, ())}
        sure = chain(_by_whole_name(columns, names), _by_end_of_name(columns, names))
        free = (at for _, at in sure if at not in places.values() and at not in found.values())
        at = None if role in places else next(free, None)
        if at is not None:
            found[role] = at
    return found | _date_and_clock(table, columns, places, synonyms)


def _date_and_clock(
    table: Table, columns: Sequence["_Column"], places: Mapping[Role, int], synonyms: Synonyms
) -> dict[Role, int]:
    roles = proposed(table, synonyms).roles if synonyms else ()
    if Role.TIME not in roles or Role.CLOCK not in roles:
        return {}
    day, hour = roles.index(Role.TIME), roles.index(Role.CLOCK)
    others = {at for role, at in places.items() if role is not Role.TIME}
    if others & {day, hour} or any(_HAS_HOUR.search(cell) for cell in columns[day].cells):
        return {}
    return {Role.TIME: day, Role.CLOCK: hour}


class _Column(Struct, frozen=True):
    header: str
    cells: tuple[str, ...]

    def mostly(self, test: Callable[[str], bool]) -> bool:
        """Most filled cells pass ``test``; a column without any passes none."""
        return bool(self.cells) and sum(map(test, self.cells)) >= _MOST * len(self.cells)

    def may_be(self, role: Role) -> bool:
        """The cells do not speak against the meaning that the header suggests."""
        test = None if role in _SURE_BY_NAME else _CELLS_OF.get(role)
        return test is None or not self.cells or self.mostly(test)

    @property
    def length(self) -> float:
        """Characters in a filled cell, on average."""
        return sum(map(len, self.cells)) / max(1, len(self.cells))


def _filled(table: Table, at: int) -> tuple[str, ...]:
    cells = (row[at].strip() for row in table.rows)
    return tuple(cell for cell in cells if cell)


def _by_whole_name(columns: Sequence[_Column], names: Mapping[Role, Sequence[str]]) -> Iterator[_Proposal]:
    for role, known in names.items():
        for name in map(normal, known):
            yield from ((role, at) for at, each in enumerate(columns) if each.header == name and each.may_be(role))


def _by_part_of_name(columns: Sequence[_Column], names: Mapping[Role, Sequence[str]]) -> Iterator[_Proposal]:
    """The longest name a header ends with, then the longest it begins with: the last word says what it is."""
    found: list[tuple[bool, int, Role, int]] = []
    for role, known in names.items():
        for name in map(normal, known):
            if len(name) < _SHORTEST_PART:
                continue
            for at, each in enumerate(columns):
                ends = each.header.endswith(name)
                if (ends or each.header.startswith(name)) and each.may_be(role):
                    found.append((ends, len(name), role, at))
    found.sort(key=lambda proposal: proposal[:2], reverse=True)
    return ((role, at) for _, _, role, at in found)


def _by_end_of_name(columns: Sequence[_Column], names: Mapping[Role, Sequence[str]]) -> Iterator[_Proposal]:
    """客户手机号, but neither 手机型号 nor 购买手机."""
    for role, known in names.items():
        for name in (each for each in map(normal, known) if len(each) >= _SHORTEST_END):
            yield from (
                (role, at) for at, each in enumerate(columns) if each.header.endswith(name) and each.may_be(role)
            )


def _by_cells(columns: Sequence[_Column], _names: Mapping[Role, Sequence[str]]) -> Iterator[_Proposal]:
    for role in (Role.TIME, Role.CLOCK, Role.LINK, Role.ID, Role.UID):
        yield from ((role, at) for at, each in enumerate(columns) if each.mostly(_CELLS_OF[role]))
    texts = [at for at, each in enumerate(columns) if each.length >= _SHORTEST_TEXT and each.mostly(_is_words)]
    yield from ((Role.TEXT, at) for at in sorted(texts, key=lambda at: -columns[at].length))
    for at, each in enumerate(columns):
        varied = len(set(each.cells)) * 2 > len(each.cells)
        if varied and each.mostly(lambda cell: _is_words(cell) and len(cell) <= _LONGEST_NAME):
            yield Role.NICKNAME, at


def _date_order(columns: Sequence[_Column], roles: Sequence[Role | None]) -> DateOrder:
    if Role.TIME not in roles:
        return DateOrder.YEAR_FIRST
    pairs = [pair for pair in map(year_last, columns[roles.index(Role.TIME)].cells) if pair is not None]
    if not pairs:
        return DateOrder.YEAR_FIRST
    # Spreadsheets set to American English put the month first; a number above 12 decides.
    return DateOrder.DAY_FIRST if any(first > _MONTHS for first, _ in pairs) else DateOrder.MONTH_FIRST


def _with_channel(mapping: TableMapping, headers: Sequence[str], *, by_telephone: bool) -> TableMapping:
    """The channel that the headers betray (来电时间, 私信内容), or that people are known by, for all rows."""
    words = (word for word in _CHANNEL_HEADERS if any(word in header for header in headers))
    word = next(words, _TELEPHONE_CHANNEL if by_telephone else "")
    found = channel_of(word) if word else None
    if found is None:
        return mapping
    return replace(mapping, platform=found.platform, source=found.source, audience=found.audience)


def _known_by_telephone(columns: Sequence[_Column], roles: Sequence[Role | None]) -> bool:
    """People have telephone numbers, and nothing tells of Weibo."""
    if Role.UID not in roles or Role.LINK in roles:
        return False
    named = filter(None, (channel_of(each.header) for each in columns))
    weibos = any(found.platform is Platform.WEIBO for found in named)
    return not weibos and columns[roles.index(Role.UID)].mostly(lambda cell: bool(telephone(cell)))


def _is_words(cell: str) -> bool:
    """Neither a date, a number nor an address."""
    if is_date(cell) or is_link(cell) or _CLOCK.fullmatch(cell):
        return False
    return any(each.isalpha() for each in cell)


_CELLS_OF: Mapping[Role, Callable[[str], bool]] = {
    Role.TEXT: lambda cell: not cell.isdecimal(),
    Role.TIME: is_date,
    Role.CLOCK: lambda cell: _CLOCK.fullmatch(cell) is not None,
    Role.LINK: is_link,
    Role.CHANNEL: lambda cell: channel_of(cell) is not None,
    Role.ID: lambda cell: len(cell) == _POST_DIGITS and cell.isdecimal(),
    Role.UID: lambda cell: cell.isdecimal() and len(cell) in _UID_DIGITS,
    Role.REPOSTS: lambda cell: parse_count(cell) is not None,
    Role.COMMENTS: lambda cell: parse_count(cell) is not None,
    Role.LIKES: lambda cell: parse_count(cell) is not None,
    Role.FOLLOWERS: lambda cell: parse_count(cell) is not None,
}
"""What the cells of a role look like, where that can be told."""
_SURE_BY_NAME = frozenset({Role.ID, Role.UID})
"""Roles whose cells may look otherwise where the header names them: work order numbers, names of accounts."""
