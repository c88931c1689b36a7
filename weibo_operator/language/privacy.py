"""Private data in a public reply: phone, identity card, bank card, order and parcel numbers, address, e-mail (D1)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.spans import LINK, masked

_OURS = re.compile(
    r"(?:客服|热线|售后|官方|门店|本店|我店|我们店?|咱们?家?|店里|公司|总部|前台|值班|服务|投诉|监督|咨询|订餐|订座|预约|加我|我的)"
    r"[^，。！？；\n您你客他她]{0,10}$"
)
"""Said just before a number or an address: it is the shop's own, not a customer's."""
_FULL_WIDTH = {ord(wide): ord(narrow) for wide, narrow in zip("０１２３４５６７８９－", "0123456789-", strict=True)}
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class _Shape:
    """A form of private data; ``ours`` tells whether the shop may be giving its own."""

    pattern: re.Pattern[str]
    what: str
    ours: bool
    holds: Callable[[str], bool]


def find_private(text: str) -> Iterator[Finding]:
    """Private data in ``text`` by reading order and never overlapping; the shop's own is graded possible.

    Service numbers (400-…, 95xxx, 12315), masked digits and links are no private data.
    """
    readable = masked(text, [m.span() for m in LINK.finditer(text) if "@" not in text[max(0, m.start() - 1) : m.end()]])
    readable = readable.translate(_FULL_WIDTH)
    found: list[tuple[int, int, _Shape]] = []
    for shape in _SHAPES:
        for match in shape.pattern.finditer(readable):
            start, end = match.span("it")
            free = all(end <= s or start >= e for s, e, _ in found)
            if free and shape.holds(match["it"]):
                found.append((start, end, shape))
    for start, end, shape in sorted(found, key=lambda f: f[0]):
        own = shape.ours and _OURS.search(readable[:start]) is not None
        yield Finding(
            start=start,
            end=end,
            kind=FindingKind.PRIVACY,
            grade=Grade.POSSIBLE if own else Grade.CERTAIN,
            text=text[start:end],
            suggestions=(),
            probability=0.4 if own else 0.95,
            reason=f"像是{shape.what}",
        )


def _always(_: str) -> bool:
    return True


def _is_identity_number(number: str) -> bool:
    digits = number.upper()
    total = sum(int(d) * w for d, w in zip(digits, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11] == digits[17]


def _is_card_number(number: str) -> bool:
    """Luhn's check, which every bank card passes and most order numbers fail."""
    digits = [int(d) for d in number if d.isdigit()]
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return 16 <= len(digits) <= 19 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _shape(pattern: str, what: str, *, ours: bool = False, holds: Callable[[str], bool] = _always) -> _Shape:
    return _Shape(re.compile(pattern), what, ours, holds)


_ROAD = (
    r"(?:(?![在是到于寄址])[\u3400-\u9fff]){1,16}"
    r"(?:路|街|大道|巷|弄|胡同|村|镇|小区|花园|公寓|家园|苑|城|广场|大厦|新村|里)"
)
_DOOR = (
    r"[A-Za-z]?\d{1,5}(?:-\d{1,4})*"
    r"(?:号楼|号院|号(?!线|店|链接|色|款|码|前|下|上|晚|早|左|发|到|开|起|之|以|才|就)|栋|幢|单元|室|弄|座)"
)
_SHAPES = (
    _shape(
        r"(?<![\dA-Za-z])(?P<it>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dA-Za-z])",
        "身份证号",
        holds=_is_identity_number,
    ),
    _shape(r"(?<![\dA-Za-z-])(?P<it>(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?![\d*])", "手机号", ours=True),
    _shape(r"(?<![\d-])(?P<it>[(（]?0(?:10|2\d|[3-9]\d{2})[)）]?[- ]?[2-8]\d{6,7})(?![\d*])", "固定电话", ours=True),
    _shape(
        r"(?<![\dA-Za-z])(?P<it>(?:62\d{2}|4\d{3}|5[1-5]\d{2})(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)",
        "银行卡号",
        holds=_is_card_number,
    ),
    _shape(
        r"(?:订单|单号|运单|快递单|物流单|交易号|流水号|取件码|身份证|护照|账号|卡号|会员号)(?:编号|号码?|号是)?(?:是|为|：|:|\s|“)*"
        r"(?P<it>[A-Za-z]{0,4}[-\d]{6,}\d)(?![\d*])",
        "单号或账号",
    ),
    _shape(r"(?<![\dA-Za-z])(?P<it>(?:SF|YT|ZTO|STO|JD[A-Z]{0,2}|JT|DPK|EMS|YD|LP)\d{9,16})(?!\d)", "快递单号"),
    _shape(r"(?<![\dA-Za-z.*])(?P<it>\d{12,24})(?![\d*.])", "订单号或单号"),
    _shape(r"(?<![A-Za-z0-9._+-])(?P<it>[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", "邮箱", ours=True),
    _shape(
        r"(?:微信号?|QQ号?|qq)(?:是|为|：|:|\s)*(?P<it>[A-Za-z][-\w]{5,19}(?![\u3400-\u9fff])|[1-9]\d{5,10})(?!\d)",
        "微信或 QQ 号",
        ours=True,
    ),
    _shape(
        rf"(?P<it>{_ROAD}(?:[\u3400-\u9fff]{{0,4}})?{_DOOR}(?:[\u3400-\u9fff]{{0,6}}{_DOOR})*)", "详细地址", ours=True
    ),
    _shape(r"(?P<it>\d{1,3}(?:栋|幢|号楼)(?:\d{1,2}单元)?\d{2,4}室?)(?!\d)", "门牌号", ours=True),
)
