"""Which keys an action may have: what is refused and why, and which other action has a key already."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from ui.support.actions import FAVOURITE_KEYS, NEVER_BOUND, ActionSpec, plain_keys, spec
from ui.support.page_keys import PAGE_KEYS
from weibo_operator.translation import tr

FIXED = frozenset({"open", "back"})
"""Enter and Esc mean the same everywhere, in dialogs too: these two actions keep their keys."""
MOST_STROKES = 2
_EVERYWHERE = ("Return", "Enter", "Space", "Backspace", "Esc", "Tab", "Backtab", "Del", "Ins")
_MOVING = frozenset((*_EVERYWHERE, "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"))
_ENTER = ("Return", "Enter")
_EDITING = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z")
_STROKE = re.compile(r"((?:(?:Ctrl|Alt|Shift|Meta)\+)*)(.+)")
_FUNCTION = re.compile(r"F\d{1,2}")


class Reach(Enum):
    """Where a key works: with the focus in a list or on a button, or always, while typing too."""

    LISTED = auto()
    ANYWHERE = auto()


class Clash(Struct, frozen=True):
    """Another action, and its key that would never come about or run at the same press."""

    action: str
    reach: Reach
    keys: str


def keys_of(row: ActionSpec, reach: Reach) -> tuple[str, ...]:
    """The keys of an action in one reach."""
    return row.list_keys if reach is Reach.LISTED else row.keys


@cache
def strokes(keys: str) -> tuple[str, ...]:
    """A sequence's strokes, written as Qt writes them; both Enter keys alike. Empty for what is no key."""
    written = QKeySequence(keys).toString()
    return tuple(re.sub(r"\bEnter$", "Return", stroke) for stroke in written.split(", ")) if written else ()


def clash(one: str, other: str) -> bool:
    """Whether one sequence is the other, or its beginning."""
    first, second = strokes(one), strokes(other)
    shorter = min(len(first), len(second))
    return shorter > 0 and first[:shorter] == second[:shorter]


def clashes(rows: Sequence[ActionSpec], action: str, reach: Reach, keys: str) -> tuple[Clash, ...]:
    """Every key of ``rows`` that ``keys`` collides with, but for those it would replace."""
    return tuple(
        Clash(row.id, where, held)
        for row in rows
        for where in Reach
        if (row.id, where) != (action, reach)
        for held in keys_of(row, where)
        if clash(held, keys)
    )


@cache
def refusal(action: str, reach: Reach, keys: str) -> str:
    """Why an action can't have a key, as a sentence; empty when it can. Its key of the table it always can."""
    row = spec(action)
    if action in FIXED:
        return tr("“{0}”的键不能改：每一处都靠它。", row.title)
    if keys in keys_of(row, reach):
        return ""
    pressed = strokes(keys)
    if not pressed or len(pressed) > MOST_STROKES or not all(map(_is_known, pressed)):
        return tr("认不出这个键，换一个。")
    shown = plain_keys(keys)
    for stroke in pressed:
        if said := _refused_stroke(stroke, shown):
            return said
    if reach is Reach.ANYWHERE and (said := _refused_while_typing(pressed[0], shown)):
        return said
    return _refused_by_a_page(keys, shown)


def _refused_stroke(stroke: str, shown: str) -> str:
    modifiers, key = _parts(stroke)
    with_enter = key in _ENTER and {"Ctrl", "Alt"} & modifiers
    if key in _MOVING and not with_enter:
        return tr("Esc、Enter、Tab、空格和方向键这些，每一处都要用，换一个。")
    if stroke in {QKeySequence(never).toString() for never in NEVER_BOUND}:
        return tr("{0} 是输入法、微信或系统的键，换一个。", shown)
    if "Meta" in modifiers or {"Ctrl", "Alt"} <= modifiers:
        return tr("{0} 常被系统、QQ 占用，换一个。", shown)
    if {"Ctrl", "Shift"} <= modifiers and key not in _ENTER:
        return tr("Ctrl+Shift 加别的键常被输入法占用，换一个。")
    if stroke in {QKeySequence(favourite).toString() for _, favourite in FAVOURITE_KEYS}:
        return tr("Alt+1 到 Alt+9 是插入常用模板的键，换一个。")
    return ""


def _refused_while_typing(stroke: str, shown: str) -> str:
    modifiers, key = _parts(stroke)
    if stroke in _EDITING:
        return tr("打字时 {0} 是全选、复制、粘贴、撤销这些，换一个。", shown)
    if not {"Ctrl", "Alt"} & modifiers and not _FUNCTION.fullmatch(key):
        return tr("正在打字时 {0} 会写进文字里：这里的键要带 Ctrl 或 Alt，或者是 F1 到 F12。", shown)
    return ""


def _refused_by_a_page(keys: str, shown: str) -> str:
    for table in PAGE_KEYS.values():
        for row in table.rows:
            if any(clash(own, keys) for own in row.keys):
                return tr("在“{0}”里 {1} 是“{2}”，换一个。", table.name, shown, row.title)
    return ""


def _parts(stroke: str) -> tuple[frozenset[str], str]:
    found = _STROKE.fullmatch(stroke)
    if found is None:
        return frozenset(), stroke
    return frozenset(found[1].split("+")) - {""}, found[2]


def _is_known(stroke: str) -> bool:
    """A sign of the keyboard, a function key or one with a name; a letter with an accent is on no other keyboard."""
    _, key = _parts(stroke)
    if len(key) == 1:
        return key.isascii() and key.isprintable()
    return bool(_FUNCTION.fullmatch(key)) or key in _MOVING
