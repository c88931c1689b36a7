"""What the shortcut sheet says: the tables of actions and of pages by groups, on the screen and as plain text."""

from collections.abc import Sequence

from msgspec import Struct

from ui.support.actions import ACTIONS, FAVOURITE_KEYS, ActionSpec, key_words
from ui.support.page_keys import PAGE_KEYS
from weibo_operator.translation import tr

RULE = tr("在列表里直接按字母；正在打字时加 Alt。")
FAVOURITES = tr("插入常用模板 1 到 9")
_WRITING = tr("写回复")
_HEADING = 2  # lines: the heading and the gap before it


class KeyLine(Struct, frozen=True):
    """One action with its keys as caps; no caps: it is found in the palette. A page's own is named page.id."""

    action: str
    title: str
    caps: tuple[str, ...]


class KeyGroup(Struct, frozen=True):
    """A heading with its lines."""

    name: str
    lines: tuple[KeyLine, ...]


def rule_words(rows: Sequence[ActionSpec]) -> str:
    """How the keys go together; nothing once the operator has changed one."""
    return RULE if tuple(rows) == ACTIONS else ""


def by_palette(rows: Sequence[ActionSpec]) -> str:
    """Said of an action without a key of its own."""
    palette = next(row for row in rows if row.id == "palette")
    keys = palette.keys + palette.list_keys
    return tr("{0} 里找", key_words(keys[0])) if keys else tr("搜索里找")


def key_groups(rows: Sequence[ActionSpec]) -> tuple[KeyGroup, ...]:
    """Every action in its group, in the table's order; then what keys mean on one page only.

    ``rows`` are the actions with the keys that hold now.
    """
    names = list(dict.fromkeys(row.group for row in rows))
    pages = (KeyGroup(tr("在“{0}”里", table.name), _page_lines(page, rows)) for page, table in PAGE_KEYS.items())
    return (*(KeyGroup(_begun(name), _lines(name, rows)) for name in names), *pages)


def balanced(groups: Sequence[KeyGroup], columns: int) -> tuple[tuple[KeyGroup, ...], ...]:
    """The groups over ``columns`` columns about equally high; within a column they keep their order."""
    chosen: list[list[int]] = [[] for _ in range(columns)]
    heights = [0] * columns
    for place in sorted(range(len(groups)), key=lambda place: -len(groups[place].lines)):
        lowest = heights.index(min(heights))
        chosen[lowest].append(place)
        heights[lowest] += len(groups[place].lines) + _HEADING
    filled = sorted(sorted(places) for places in chosen if places)
    return tuple(tuple(groups[place] for place in places) for places in filled)


def sheet_text(rows: Sequence[ActionSpec]) -> str:
    """The sheet as plain text, to print or to keep."""
    parts = [tr("微博客服台 快捷键"), *filter(None, (rule_words(rows),))]
    for group in key_groups(rows):
        parts += ["", group.name]
        parts += [tr("  {0}：{1}", line.title, tr("、").join(line.caps) or by_palette(rows)) for line in group.lines]
    return "\n".join(parts) + "\n"


def _begun(words: str) -> str:
    """With a capital where the language has such: some words stand within sentences elsewhere."""
    return words[:1].upper() + words[1:]


def _lines(group: str, rows: Sequence[ActionSpec]) -> tuple[KeyLine, ...]:
    lines = [KeyLine(row.id, _begun(row.title), _caps(row.shown_keys)) for row in rows if row.group == group]
    if group == _WRITING:
        first, last = FAVOURITE_KEYS[0][1], FAVOURITE_KEYS[-1][1].rpartition("+")[2]
        lines.append(KeyLine("favourites", FAVOURITES, (f"{key_words(first)}–{last}",)))
    return tuple(lines)


def _page_lines(page: str, rows: Sequence[ActionSpec]) -> tuple[KeyLine, ...]:
    return tuple(
        KeyLine(f"{page}.{row.id}", _begun(row.title), _caps(row.keys_in(rows))) for row in PAGE_KEYS[page].rows
    )


def _caps(shown: Sequence[str]) -> tuple[str, ...]:
    """The keys once each: the two Enter keys look alike."""
    return tuple(dict.fromkeys(key_words(keys) for keys in shown))
