"""Nicknames: what could be one, and what page badges stand after it."""

import re

from weibo_operator.channels.paste.words import (
    BADGE,
    BUTTONS,
    COLOURED,
    FURNITURE,
    HEADINGS,
    NOT_NAMES,
    PARTICLES,
    SENTENCE,
    UNLIKELY_NAMES,
)
from weibo_operator.domain.late_pattern import LatePattern

_NICKNAME = LatePattern(r"[\w\-·]{2,30}")
_LETTER = LatePattern(r"[^\W\d_]")
_NAMED = LatePattern(r"(?P<name>[\w\-·]{2,30}(?: V)?) ?[:：](?P<said>.*)", re.DOTALL)
_QUOTED = LatePattern(r"@(?P<name>[\w\-·]{2,30})(?: ?[:：] ?(?P<said>.*))?", re.DOTALL)


def nickname_of(text: str) -> str:
    """The nickname a whole line could be, without its badges; "" when it can't be one."""
    name = BADGE.sub("", text).strip()
    if _NICKNAME.fullmatch(name) is None or _LETTER.search(name) is None:
        return ""
    is_word = name in BUTTONS or name in FURNITURE or name in HEADINGS or name in NOT_NAMES
    return "" if is_word else name


def badge_of(text: str) -> str:
    """黄V, 蓝V, 金V or 红V where the line names it."""
    found = COLOURED.search(text)
    return found[0] if found else ""


def looks_unlikely(name: str) -> bool:
    """More probably a short answer than a nickname."""
    return name in UNLIKELY_NAMES or name.endswith(PARTICLES) or SENTENCE.search(name) is not None


def named(text: str) -> tuple[str, str] | None:
    """``name：text`` taken apart."""
    found = _NAMED.match(text)
    if found is None:
        return None
    name = nickname_of(found["name"])
    return (name, found["said"].strip()) if name and not found["said"].startswith("//") else None


def quoted(text: str) -> tuple[str, str] | None:
    """``@name：text`` or ``@name`` alone taken apart: how pages set the post that a message is about."""
    found = _QUOTED.fullmatch(text)
    return None if found is None else (found["name"], (found["said"] or "").strip())
