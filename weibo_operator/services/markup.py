"""A small builder of HTML and SVG in which no text can become markup: everything is escaped where it is put in."""

import re
from collections.abc import Iterable
from html import escape

from msgspec import Struct

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no HTML or XML text may hold."""


class Markup(Struct, frozen=True):
    """Finished markup; only this module and literals of the program make any."""

    code: str


Content = str | Markup


def element(tag: str, /, *content: Content, **attributes: str | float) -> Markup:
    """An element with its content; ``class_`` stands for ``class`` and ``_`` inside a name for ``-``."""
    written = "".join(f' {_name(key)}="{_text(_value(value))}"' for key, value in attributes.items())
    return Markup(f"<{tag}{written}>{join(content).code}</{tag}>")


def empty(tag: str, /, **attributes: str | float) -> Markup:
    """An element that has no content."""
    written = "".join(f' {_name(key)}="{_text(_value(value))}"' for key, value in attributes.items())
    return Markup(f"<{tag}{written}/>")


def join(content: Iterable[Content], between: str = "") -> Markup:
    """Parts one after another, texts escaped."""
    return Markup(between.join(part.code if isinstance(part, Markup) else _text(part) for part in content))


def _text(text: str) -> str:
    return escape(_CONTROL.sub("\ufffd", text), quote=True)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
