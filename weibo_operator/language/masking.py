"""Words for other people's eyes: names, numbers of a person and orders starred out of what leaves the desk.

The desk check warns of what is surely private, for the operator decides; here nobody looks again, so whatever may be
such a number goes, also with a wrong check digit or spelled in a way that nobody expects.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.weekly import masked as masked_name
from weibo_operator.language.numerals import FULL_WIDTH, SPOKEN
from weibo_operator.language.private_shapes import NUMBERS
from weibo_operator.language.spans import Span, masked

_STARS = "＊＊"
_MENTION = LatePattern(r"@[\w\-·]+")
_HAN_DIGITS = "〇零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_MAY_HIDE = LatePattern(rf"[\d@{_HAN_DIGITS}]")

_MARKS = r"[-‐‑‒–—−.·•・_~() \t\u00a0\u2000-\u200f\u202f\u2060\u3000\ufe0f\u20e3]"
"""What may stand between the digits of one number; a slash or a comma parts numbers."""
_S = _MARKS + r"{0,3}"
_GAP = _MARKS + r"{1,3}"
_COUNTRY = rf"(?:[(]?(?:\+|00)?86[)]?{_S})"
_LOCAL = rf"(?:[2-8]\d{{2,3}}{_S}\d{{4}}|[2-8]\d(?:{_GAP}\d\d){{3}}|[2-8](?:{_GAP}\d){{6,7}})(?!\d)"
_EXTENSION = r"(?:\s?(?:转|分机|[Ee]xt\.?|-)\s?\d{1,6}(?!\d))?"
_MOBILE = rf"{_COUNTRY}?1{_S}[3-9](?:{_S}\d){{9}}"
_AREA = r"(?:10|2\d|[3-9]\d\d)"


def _anywhere(pattern: str) -> LatePattern:
    """Matches may overlap: of the digits of a size and a number in a row each reading hides its own."""
    return LatePattern(rf"(?<!\d)(?=(?P<it>{pattern}))")


_IDENTITY = _anywhere(
    rf"[1-9](?:{_S}\d){{5}}{_S}(?:1{_S}9|2{_S}0)(?:{_S}\d){{2}}{_S}(?:0{_S}[1-9]|1{_S}[0-2])"
    rf"{_S}(?:0{_S}[1-9]|[12]{_S}\d|3{_S}[01])(?:{_S}\d){{3}}{_S}[\dXx](?!\d)"
)
_GROUPED = (
    _anywhere(rf"{_MOBILE}(?!\d)"),
    _anywhere(rf"(?:{_COUNTRY}[(]?0?|[(]?0){_AREA}[)]?{_S}{_LOCAL}{_EXTENSION}"),
    _anywhere(rf"0(?:{_GAP}\d(?!\d)){{9,11}}"),
    _anywhere(rf"[34569]\d{{3}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?(?!\d)"),
    _anywhere(rf"[34569](?:{_GAP}\d(?!\d)){{15,18}}"),
)
_AFTER_A_WORD = LatePattern(rf"(?:电话|座机|固话|宅电|致电|拨打|(?i:tel))[^\d\n]{{0,6}}(?P<it>{_LOCAL}{_EXTENSION})")
_ORDER = LatePattern(
    r"(?:订单|单号|运单|快递单|物流单|交易号|流水号)(?:编号|号码|号)?(?:是|为|[:\s“])*"
    r"(?P<it>[A-Za-z]{0,4}\d{3,}(?:[- ]\d{3,})+)"
)
_ROW = LatePattern(rf"(?<!\d)(?P<it>\d{{3,}}(?:{_GAP}\d{{3,}})+)(?!\d)")
_LONG = LatePattern(r"(?P<it>\d{7,})")
_CUT = LatePattern(rf"\A…(?P<it>\d(?:{_S}\d){{4,}})|(?<!\d)(?P<end>\d(?:{_S}\d){{4,}})…\Z")
"""What is left of a number where a quotation begins or ends in its middle."""
_SPOKEN_MOBILE = _anywhere(_MOBILE)
_SPOKEN_LONG = LatePattern(rf"(?P<it>[{_HAN_DIGITS}]{{7,}})")
_SHORTEST_ROW = 11
"""So many digits in groups are a number of somebody; fewer are sizes, years or prices."""
_GROUP = 4

_DATE = LatePattern(
    r"(?<!\d)(?:19|20)\d\d(?:(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:0?[1-9]|[12]\d|3[01])|年\d{1,2}月(?:\d{1,2}日)?)(?!\d)"
    r"|(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)"
)
_SUM = r"\d{1,8}(?:,\d{3})*(?:\.\d{1,2})?"
_SUMS = rf"{_SUM}(?:(?: ?[-~–—至到/、] ?| )[¥￥]?{_SUM}){{0,9}}"
_AMOUNT = LatePattern(rf"(?<![\d.-])(?:[¥￥$]\s?{_SUMS}(?!\d)|{_SUMS}\s?(?=[元块圆]|万元|美元|港币))")


def masked_text(text: str, names: Sequence[str] = ()) -> str:
    """``text`` with ``names`` and mentioned names, telephones, cards, orders and mail addresses starred out.

    Dates, times, amounts, service numbers (12315, 400-…) and short codes stay.
    """
    parts: list[str] = []
    end = 0
    for start, stop, kept in _joined((*_names(text, names), *((*span, "") for span in _numbers(text)))):
        parts += [text[end:start], kept, _STARS]
        end = stop
    return "".join((*parts, text[end:]))


def _names(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for match in _MENTION.finditer(text):
        yield *match.span(), "@"
    known = sorted(filter(None, names), key=len, reverse=True)
    if known:
        for match in re.finditer("|".join(map(re.escape, known)), text, re.IGNORECASE):
            yield *match.span(), masked_name(match[0]).removesuffix(_STARS)


def _numbers(text: str) -> Iterator[Span]:
    plain = _half_width(text)
    if _MAY_HIDE.search(plain) is None:
        return
    for shape in NUMBERS:
        yield from (m.span("it") for m in shape.pattern.finditer(plain) if shape.holds(m["it"]))
    yield from _spans(_IDENTITY, plain)
    undated = masked(plain, (m.span() for m in _DATE.finditer(plain)))
    for pattern in _GROUPED:
        yield from _spans(pattern, undated)
    spoken = undated.translate(SPOKEN)
    for start, end in _spans(_SPOKEN_MOBILE, spoken):
        if spoken[start:end] != undated[start:end]:
            yield start, end
    rest = masked(undated, (m.span() for m in _AMOUNT.finditer(undated)))
    for pattern in (_AFTER_A_WORD, _ORDER, _LONG, _SPOKEN_LONG):
        yield from (m.span("it") for m in pattern.finditer(rest))
    yield from (m.span(m.lastgroup or 0) for m in _CUT.finditer(rest))
    yield from (m.span("it") for m in _ROW.finditer(rest) if _is_row(m["it"]))


def _spans(pattern: LatePattern, text: str) -> Iterator[Span]:
    return (match.span("it") for match in pattern.finditer(text) if _is_spelling(match["it"]))


def _is_spelling(number: str) -> bool:
    """Digits one by one, perhaps after a country's code, or in groups; sizes in a row ("36 37 38") are neither."""
    groups = [len(group) for group in re.findall(r"\d+", number)]
    return max(groups) > 2 or set(groups[1:]) == {1}


def _is_row(number: str) -> bool:
    groups = [len(group) for group in re.findall(r"\d+", number)]
    return sum(groups) >= _SHORTEST_ROW and sum(group >= _GROUP for group in groups) > 1


def _half_width(text: str) -> str:
    """Every digit as an ASCII one, whatever its script or ring, at the same place."""
    return "".join(
        char if char.isascii() or not char.isdigit() else str(unicodedata.digit(char))
        for char in text.translate(FULL_WIDTH)
    )


def _joined(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Spans by place, those that overlap as one; what is kept of a name never comes out of a number."""
    begun: tuple[int, int, str] | None = None
    for start, end, kept in sorted(spans):
        if begun is not None and start < begun[1]:
            begun = (begun[0], max(begun[1], end), begun[2])
            continue
        if begun is not None:
            yield begun
        begun = (start, end, kept)
    if begun is not None:
        yield begun
