"""How the bytes of a text file are to be decoded: UTF-8, GB18030, UTF-16 or line by line, decided by reading them."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from weibo_operator.channels.file_import.mojibake import looks_chinese
from weibo_operator.domain.errors import FileUnreadableError

_CHUNK = 1 << 20
_HEAD = 4096
_ZERO_SHARE = 20
"""Without a byte-order mark, one zero byte in this many, all on one side, tells UTF-16."""
_FIRST_IDEOGRAPH = "\u2e80"
_UNDECODED = re.compile("[\udc80-\udcff]")
_MOST_BAD = 5
"""With more than one undecodable line in so many the file is no text of ours."""
_SURELY_UTF8 = 10
"""So many Chinese characters before the first bad byte are no accident: it is damaged UTF-8, not GB18030."""


class TextEncoding(Struct, frozen=True):
    """A codec of Python and the words for it that the operator sees."""

    codec: str
    words: str


UTF8 = TextEncoding("utf-8", "UTF-8")
UTF8_BOM = TextEncoding("utf-8-sig", "UTF-8 (BOM)")
GB18030 = TextEncoding("gb18030", "GB18030")
UTF16_BOM = TextEncoding("utf-16", "UTF-16 (BOM)")
UTF16_LE = TextEncoding("utf-16-le", "UTF-16 LE")
UTF16_BE = TextEncoding("utf-16-be", "UTF-16 BE")
MIXED = TextEncoding("", "UTF-8 / GB18030")
"""Lines of both, as files joined by hand have; ``codec`` is empty, ``text_lines`` decides for each line."""


class _Trial(Struct, frozen=True):
    """How far a codec got: line of the first bad byte (0 = none), Chinese characters decoded before it."""

    bad_line: int
    ideographs: int


def detect_encoding(path: Path) -> TextEncoding:
    """The first candidate that decodes the whole file; a character cut at the very end is no fault.

    Where none does, ``MIXED`` if most lines can be decoded one by one. Raises ``FileUnreadableError`` (reason
    ``encoding``; line of the first byte that fits no candidate).
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    failed_line = 0
    for encoding in _candidates(head):
        trial = _try(path, encoding.codec)
        if trial.bad_line == 0:
            return MIXED if encoding is GB18030 and _holds_utf8_lines(path) else encoding
        failed_line = max(failed_line, trial.bad_line)
        if encoding is UTF8 and trial.ideographs >= _SURELY_UTF8:
            break
    if not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _mostly_lines(path):
        return MIXED
    raise FileUnreadableError(file=str(path), line=failed_line, reason="encoding", detail="UTF-8, GB18030, UTF-16")


def text_lines(path: Path, encoding: TextEncoding) -> Iterator[str]:
    """The physical lines with their ends, without byte-order marks.

    What a line of a ``MIXED`` file holds that nothing decodes is a lone surrogate; elsewhere only a last character
    that was cut can fail, and becomes U+FFFD.
    """
    if encoding is MIXED:
        with path.open("rb") as raw:
            for line in raw:
                yield _line(line.removeprefix(codecs.BOM_UTF8))
        return
    with path.open(encoding=encoding.codec, errors="replace", newline="") as stream:
        for text in stream:
            yield text.removeprefix("\ufeff")


def is_undecoded(text: str) -> bool:
    """A line of a ``MIXED`` file had bytes here that nothing decodes."""
    return _UNDECODED.search(text) is not None


def _line(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    # Damaged UTF-8 may pass for GB18030, but then it reads as rare characters.
    return text if looks_chinese(text, 1) else raw.decode(errors="surrogateescape")


def _mostly_lines(path: Path) -> bool:
    lines = bad = 0
    with path.open("rb") as stream:
        for raw in stream:
            lines += 1
            bad += is_undecoded(_line(raw))
    return lines > 1 and bad * _MOST_BAD <= lines


def _holds_utf8_lines(path: Path) -> bool:
    with path.open("rb") as stream:
        for raw in stream:
            if not raw.isascii() and _is_utf8(raw):
                return True
    return False


def _is_utf8(raw: bytes) -> bool:
    try:
        return looks_chinese(raw.decode())
    except UnicodeDecodeError:
        return False


def _candidates(head: bytes) -> tuple[TextEncoding, ...]:
    if head.startswith(codecs.BOM_UTF8):
        return (UTF8_BOM,)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return (UTF16_BOM,)
    if _zeros_on_one_side(head, 1):
        return (UTF16_LE, UTF8, GB18030)
    if _zeros_on_one_side(head, 0):
        return (UTF16_BE, UTF8, GB18030)
    return (UTF8, GB18030)


def _zeros_on_one_side(head: bytes, side: int) -> bool:
    return head[side::2].count(0) * _ZERO_SHARE > len(head) and head[1 - side :: 2].count(0) == 0


def _try(path: Path, codec: str) -> _Trial:
    decoder = codecs.getincrementaldecoder(codec)("strict")
    lines = ideographs = 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            before = decoder.getstate()
            try:
                text = decoder.decode(chunk)
            except UnicodeDecodeError as error:
                decoder.setstate(before)
                text = decoder.decode(chunk[: max(0, error.start - len(before[0]))])
                return _Trial(lines + text.count("\n") + 1, ideographs + _ideographs(text))
            lines += text.count("\n")
            if ideographs < _SURELY_UTF8:
                ideographs += _ideographs(text)
    return _Trial(0, ideographs)


def _ideographs(text: str) -> int:
    return sum(1 for character in text if character >= _FIRST_IDEOGRAPH)
