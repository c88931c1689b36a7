"""What the characters of a PDF mean: the ones that were written, not others that look the same.

A Chinese font draws 月 and the radical ⽉ with one glyph. Qt names the glyph by the radical, so that who copies or
searches the page's words would get something else than what was written.
"""

import re
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

_RADICALS = "".join(map(chr, (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))))
_TAB, _SPACE = 0x09, 0x20
_CODE = re.compile(rb"<([0-9a-fA-F]{4})>")
_MEANINGS = re.compile(rb"\[[^\]]*\]")
_TABLE = b"/CMapName /Adobe-Identity-UCS"


def lookalikes(fonts: Iterable[QFont], written: Iterable[str]) -> Mapping[int, int]:
    """Codes that Qt takes for others: the radicals', each with the code of the written character that has its glyph."""
    found = {_TAB: _SPACE}  # a space comes out as a tab otherwise
    characters = sorted(set(written))
    for font in fonts:
        raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
        glyphs = {_glyph(raw, character): ord(character) for character in characters if character not in _RADICALS}
        found |= {ord(each): glyphs[glyph] for each in _RADICALS if (glyph := _glyph(raw, each)) and glyph in glyphs}
    return found


def with_meanings(objects: Mapping[int, bytes], meant: Mapping[int, int]) -> dict[int, bytes]:
    """The PDF's objects; those that tell what glyphs mean name the written characters."""
    return {number: _renamed(body, meant) for number, body in objects.items()}


def _glyph(raw: QRawFont, character: str) -> int:
    glyphs = raw.glyphIndexesForString(character)
    return glyphs[0] if glyphs else 0


def _renamed(body: bytes, meant: Mapping[int, int]) -> bytes:
    """The codes have four digits before and after, so that the length stays."""
    if _TABLE not in body:
        return body
    return _MEANINGS.sub(lambda row: _CODE.sub(lambda code: _right(int(code[1], 16), meant), row[0]), body)


def _right(code: int, meant: Mapping[int, int]) -> bytes:
    return b"<%04X>" % meant.get(code, code)
