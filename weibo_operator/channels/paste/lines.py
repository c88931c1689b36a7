"""The lines of copied text, with the links that stood in them where the clipboard told."""

from msgspec import Struct

from weibo_operator.domain.late_pattern import LatePattern

_GLYPHS = LatePattern("[\x00-\x08\x0b\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff\ud800-\udfff]")
"""Invisible marks and the private characters that page buttons are drawn with."""
_SPACES = LatePattern("[ \t\xa0\u2000-\u200a\u3000]+")
_ENDS = LatePattern(r"\r\n|[\n\r\x0c\x1c-\x1e\x85\u2028\u2029]")


class Link(Struct, frozen=True):
    """An address with the words it stood behind; ``uid`` where the page told whose card it opens."""

    words: str
    address: str
    uid: str = ""
    title: str = ""


class Line(Struct, frozen=True):
    """One line that is not blank: its number in the whole text (from 0) and its words without page glyphs.

    ``after_gap``: a blank line, or the beginning, stands before it.
    """

    number: int
    text: str
    after_gap: bool
    links: tuple[Link, ...] = ()


def split_lines(text: str) -> tuple[str, ...]:
    """The text's lines in order, blank ones too; the numbers in ``Line`` count these."""
    return tuple(_ENDS.split(text))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of plain text that are not blank."""
    return numbered([(line, ()) for line in split_lines(text)])


def numbered(raw: list[tuple[str, tuple[Link, ...]]]) -> tuple[Line, ...]:
    """Raw lines with their links, cleaned and numbered; a line of glyphs alone keeps them, so that none is lost."""
    found: list[Line] = []
    gap = True
    for number, (text, links) in enumerate(raw):
        if not text.strip():
            gap = True
            continue
        found.append(Line(number, clean(text) or text.strip(), gap, links))
        gap = False
    return tuple(found)


def clean(text: str) -> str:
    """One line without invisible marks and button glyphs, runs of blanks as one."""
    return _SPACES.sub(" ", _GLYPHS.sub("", text)).strip()
