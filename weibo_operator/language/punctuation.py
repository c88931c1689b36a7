"""Punctuation slips: doubled, half-width among Chinese, missing at the end; always the quiet class."""

from collections.abc import Iterator

from msgspec import Struct

from weibo_operator.domain.late_pattern import LatePattern

_HAN = "\u3400-\u9fff"
_HALF_TO_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_HALF = LatePattern(f"(?<=[{_HAN}])([,;:?!])(?=[{_HAN}]|$)|(?<=[{_HAN}])(\\.)(?=$)")
_DOUBLED = LatePattern(r"([，、；：])\1+|(?<!。)。。(?!。)")
_MIXED = LatePattern(r"[，、；：][。！？]|[。！？][，、；：。]")
_SPACED = LatePattern(f"(?<=[{_HAN}]) +(?=[，。！？；：、])")
_BRACKETS = {"（": "）", "“": "”", "《": "》", "「": "」", "『": "』", "【": "】"}
_LONG_WITHOUT_STOP = LatePattern(f"[{_HAN}]{{45,}}")


class Slip(Struct, frozen=True):
    """A punctuation slip at ``start:end`` and what to put there."""

    start: int
    end: int
    suggestions: tuple[str, ...]
    reason: str


def punctuation_slips(text: str) -> Iterator[Slip]:
    """All punctuation slips of ``text``, in no particular order."""
    for match in _HALF.finditer(text):
        yield Slip(*match.span(), (_HALF_TO_FULL[match.group()],), "中文里用全角标点")
    for match in _DOUBLED.finditer(text):
        yield Slip(*match.span(), (match.group()[0],), "标点重复")
    for match in _MIXED.finditer(text):
        strongest = max(match.group(), key="，、；：。！？".index)
        yield Slip(*match.span(), (strongest,), "两个标点连用")
    for match in _SPACED.finditer(text):
        yield Slip(*match.span(), ("",), "标点前多了空格")
    for match in _LONG_WITHOUT_STOP.finditer(text):
        yield Slip(*match.span(), (), "这一句很长，没有标点")
    yield from _unpaired(text)


def _unpaired(text: str) -> Iterator[Slip]:
    for opening, closing in _BRACKETS.items():
        if text.count(opening) > text.count(closing):
            place = text.rindex(opening)
            yield Slip(place, place + 1, (), f"缺少后半个“{closing}”")
        elif text.count(closing) > text.count(opening):
            place = text.index(closing)
            yield Slip(place, place + 1, (), f"缺少前半个“{opening}”")
