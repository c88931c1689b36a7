"""Mends text that a program decoded wrongly and saved again, and tells text that can't be mended."""

import re
from collections.abc import Callable

from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.late_pattern import LatePattern

_HIGH = range(0x80, 0x100)
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in _HIGH}
_BYTES = {chr(byte): byte for byte in _HIGH} | {text: byte for byte, text in _WINDOWS.items()}
"""The byte behind a character of Latin-1 or of Windows' own table."""


def _class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(text) for text, byte in _BYTES.items() if first <= byte <= last) + "]"


_NEXT = _class(0x80, 0xBF)
_UTF8_RUN = LatePattern(
    f"(?:{_class(0xE0, 0xEF)}{_NEXT}{{2}}|{_class(0xC2, 0xDF)}{_NEXT}|{_class(0xF0, 0xF4)}{_NEXT}{{3}})+"
)
_UTF8_PART = LatePattern(f"{_class(0xE0, 0xEF)}{_NEXT}")
_GB_RUN = LatePattern(f"(?:{_class(0xA1, 0xF7)}{_class(0xA1, 0xFE)}){{2,}}")
_CHINESE_RUN = LatePattern("[^\x00-\x7f]{2,}")
_LATIN = LatePattern(f"[\xa1-\xf7]{_class(0x80, 0xFF)}")
_AS_CHINESE = LatePattern("[锛銆鐨鏄鎴鍙鍚杩鍦浠浜涓鍒鍏鐢鎵]")
"""What ，。的是我可后这在 and others become when their UTF-8 bytes are read as GB18030; rare in ordinary text."""
_SUSPECT = LatePattern("[\xa1-\xf7锛銆鐨鏄鎴鍙鍚杩鍦浠浜涓鍒鍏鐢鎵锟\ufffd]")
"""Some character that all wrongly decoded text has; most good text has none."""
_LOST = ("锟斤拷", "\ufffd\ufffd")
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = "\u4e00", "\u9fff"
_LEVEL_ONE = range(0xB0, 0xD8)
"""First bytes of the 3,755 everyday characters of GB 2312."""
_ENOUGH = 2
_COMMON_SHARE = 0.6
_MANY = 3


def looks_chinese(text: str, at_least: int = _ENOUGH) -> bool:
    """Some ideographs, and most of them everyday ones: no accident of decoding."""
    ideographs = [each for each in text if _FIRST_IDEOGRAPH <= each <= _LAST_IDEOGRAPH]
    return len(ideographs) >= at_least and sum(map(_is_common, ideographs)) >= _COMMON_SHARE * len(ideographs)


def is_suspect(text: str) -> bool:
    """``mended`` and ``is_garbled`` need looking at; a quick test, for they are slow."""
    return _SUSPECT.search(text) is not None


def mended(text: str) -> str:
    """The text as it was written, where it was decoded wrongly; any other text unchanged."""
    if _LATIN.search(text):
        for pattern, codec in ((_UTF8_RUN, "utf-8"), (_GB_RUN, "gb18030")):
            if codec == "utf-8" or not looks_chinese(text, 1):
                candidate = _replaced(text, pattern, lambda run, codec=codec: _from_latin(run, codec))
                if candidate:
                    return candidate
    if _AS_CHINESE.search(text):
        return _replaced(text, _CHINESE_RUN, _from_chinese) or text
    return text


def _replaced(text: str, pattern: LatePattern, decode: Callable[[str], str]) -> str:
    """The text with its runs decoded, or "" unless what comes out is Chinese by itself."""
    decoded: list[str] = []

    def replace(found: re.Match[str]) -> str:
        result = decode(found[0])
        if result != found[0]:
            decoded.append(result)
        return result

    candidate = pattern.sub(replace, text)
    gained = "".join(decoded)
    return candidate if looks_chinese(gained) and len(set(gained)) > 1 else ""


def is_garbled(text: str) -> bool:
    """Decoded wrongly with a loss, so that the words are gone."""
    if any(text.count(mark) >= _ENOUGH for mark in _LOST):
        return True
    if len(_UTF8_PART.findall(text)) >= _MANY and not looks_chinese(text):
        return True
    return len(_AS_CHINESE.findall(text)) >= _MANY and not looks_chinese(_AS_CHINESE.sub("", text))


def mend(values: Values) -> Values:
    """A row whose text or name was decoded wrongly, mended in all its cells; any other row as it is."""
    for role in (Role.TEXT, Role.NICKNAME):
        text = values.get(role, "")
        if mended(text) != text:
            return {each: mended(cell) for each, cell in values.items()}
    return values


def _from_latin(run: str, codec: str) -> str:
    try:
        return bytes(_BYTES[each] for each in run).decode(codec)
    except UnicodeDecodeError:
        return run


def _from_chinese(run: str) -> str:
    try:
        return run.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return run


def _is_common(character: str) -> bool:
    try:
        return character.encode("gb2312")[0] in _LEVEL_ONE
    except UnicodeEncodeError:
        return False
