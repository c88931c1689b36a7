"""The forms of private data: their patterns, check digits and how each is made unreadable."""

import re
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from weibo_operator.domain.late_pattern import LatePattern

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_HAN = r"\u3400-\u9fff"
_SEP = r"[-. ·—]{0,2}"


class Shape(Struct, frozen=True):
    """A form of private data; its group ``it`` is the value.

    ``ours`` tells whether the shop may be giving its own, ``partial`` whether it may give a part of it (no area
    code); ``is_code`` whether it may be printed on a product;
    ``lead`` finds words in front that belong to the sentence.
    """

    pattern: LatePattern
    what: str
    mask: Callable[[str], str]
    ours: bool
    partial: bool
    is_code: bool
    holds: Callable[[str], bool]
    lead: LatePattern | None


def is_identity_number(number: str) -> bool:
    """Whether 18 characters carry the right check digit (GB 11643), or 15 a possible birthday."""
    digits = re.sub(r"\D(?!$)", "", number.upper())
    if len(digits) == 15:
        return _is_day(f"19{digits[6:12]}")
    total = sum(int(d) * w for d, w in zip(digits, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11] == digits[17]


def is_card_number(number: str) -> bool:
    """Luhn's check, which every bank card passes and most order numbers fail."""
    digits = [int(d) for d in number if d.isdigit()]
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return 16 <= len(digits) <= 19 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def _is_code(value: str) -> bool:
    """A number of at least seven digits that is no date such as 2026-11-18."""
    digits = re.sub(r"\D", "", value)
    return len(digits) >= 7 and re.fullmatch(r"20\d\d-\d\d?-\d\d?", value) is None


def _has_digit(value: str) -> bool:
    return any(char.isdigit() for char in value)


def _always(_: str) -> bool:
    return True


def _phone_mask(value: str) -> str:
    digits = re.sub(r"\D", "", value)[-11:]
    return f"{digits[:3]}****{digits[-4:]}"


def _landline_mask(value: str) -> str:
    return f"{value[:-8].rstrip('- ')}****{value[-4:]}" if len(value) > 8 else f"****{value[-4:]}"


def _end_mask(value: str) -> str:
    return f"****{re.sub(r'[^0-9A-Za-z]', '', value)[-4:]}"


def _card_mask(value: str) -> str:
    return f"尾号{value[-4:]}"


def _identity_mask(value: str) -> str:
    return f"{value[:3]}****{value[-2:]}"


def _mail_mask(value: str) -> str:
    name, _, host = value.partition("@")
    return f"{name[:2]}***@{host}"


def _account_mask(value: str) -> str:
    return f"{value[:2]}****{value[-2:]}"


def _address_mask(_: str) -> str:
    return "您登记的地址"


def _shape(
    pattern: str,
    what: str,
    mask: Callable[[str], str],
    *,
    ours: bool = False,
    partial: bool = False,
    is_code: bool = False,
    holds: Callable[[str], bool] = _always,
    lead: str = "",
) -> Shape:
    return Shape(LatePattern(pattern), what, mask, ours, partial, is_code, holds, LatePattern(lead) if lead else None)


_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_MOBILE = rf"(?:\+?86[- ]?)?1[3-9](?:\d{_SEP}\d{{4}}{_SEP}\d{{4}}|\d{{2}}{_SEP}\d{{3}}{_SEP}\d{{4}}|(?:[- ]\d){{9}})"
_ROAD = (
    rf"[{_HAN}]{{1,16}}?(?:路|街|大道|巷|弄|胡同|村|镇|小区|花园|公寓|宿舍|家园|家属院|苑|城|广场|大厦|大楼|新村|社区|里|湾|府|庄|园区|园|组|[一二三四五六七八九东南西北中][区段里组期]){{1,3}}"
    rf"(?:[一二三四五六七八九十东南西北中]{{1,2}}[区段里组期路])?"
)
_DOOR = (
    r"[A-Za-z]?\d{1,5}(?:[-—]\d{1,4})*"
    r"(?:号楼|号院|号(?!线|店|链接|色|款|码|前|下|上|晚|早|左|发|到(?!了)|开|起|之|以|才|就|铺|那天|机|窗)"
    r"|栋|幢|单元|室|弄|座|层|楼|门(?=\d))"
)
_DOORS = (
    rf"{_DOOR}(?:[{_HAN}A-Z]{{0,8}}?{_DOOR})*(?:[A-Z]座)?"
    rf"(?:\d{{2,4}}(?!\d|[元块分天小个件])室?|[{_HAN}]{{0,8}}?\d{{1,3}}-\d{{3,4}}(?!\d))?"
)
_VERBS = r"送达|到达|签收|寄到|送到|发到|收到|地址[是为]?|门牌[是为]?|[来去到在是于寄址往送您你给住写填叫的会由从]"
_CODE_WORDS = r"订单|单号|运单|快递单|物流单|交易号|流水号|取件码|会员卡|会员|账号|帐号|卡号|身份证|护照"
NUMBERS = (
    _shape(
        rf"(?<![\dA-Za-z])(?P<it>[1-8]\d{{5}}[ -]?(?:19|20)\d{{2}}{_MONTH_DAY}[ -]?\d{{3}}[\dXx])(?![\dA-Za-z])",
        "身份证号",
        _identity_mask,
        holds=is_identity_number,
    ),
    _shape(
        rf"(?:身份证|证件)[^，。！？；\n\d]{{0,5}}(?P<it>[1-8]\d{{7}}{_MONTH_DAY}\d{{3}})(?!\d)",
        "身份证号",
        _identity_mask,
        holds=is_identity_number,
    ),
    _shape(
        rf"(?<![\dA-Za-z/-])(?P<it>{_MOBILE})(?![\d*]|\s?[克元块人次件份个])",
        "手机号",
        _phone_mask,
        ours=True,
        partial=True,
    ),
    _shape(
        r"(?<![\d-])(?P<it>[(]?0(?:10|2\d|[3-9]\d{2})[)]?[- ]{0,2}[2-8]\d{2,3}[- ]?\d{4})(?![\d*])",
        "固定电话",
        _landline_mask,
        ours=True,
        partial=True,
    ),
    _shape(
        r"(?:座机|固话|宅电|电话)(?:号码?)?(?:是|为|:|\s)*(?P<it>[2-8]\d{6,7})(?![\d*])",
        "固定电话",
        _landline_mask,
        ours=True,
        partial=True,
    ),
    _shape(
        r"(?<![\dA-Za-z])(?P<it>(?:62\d{2}|4\d{3}|5[1-5]\d{2}|3[5-7]\d{2})(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)",
        "银行卡号",
        _card_mask,
        holds=is_card_number,
    ),
    _shape(
        rf"(?:{_CODE_WORDS})(?:编号|号码|号)?(?:是|为|:|\s|“)*(?P<it>[A-Za-z]{{0,4}}\d[-\d]{{5,}}\d)(?![\d*])",
        "单号或账号",
        _end_mask,
        holds=_is_code,
    ),
    _shape(
        r"(?<![\dA-Za-z])(?P<it>(?i:SF|YT|ZTO|STO|JD[A-Z]{0,2}|JT|DPK|EMS|YD|LP|YZ|HT|DB)[ ]?\d{9,16})(?!\d)",
        "快递单号",
        _end_mask,
    ),
    _shape(r"(?<![\dA-Za-z.*])(?P<it>\d{12,24})(?![\d*.])", "订单号或单号", _end_mask, is_code=True),
    _shape(
        r"(?:护照|通行证|台胞证|证件)(?:号码?)?(?:是|为|:|\s)*(?P<it>[A-Za-z]{1,2}\d{7,9})(?!\d)", "证件号", _end_mask
    ),
    _shape(
        r"(?P<it>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·-]?[A-HJ-NP-Z0-9]{5,6})(?![A-Za-z0-9])",
        "车牌号",
        _account_mask,
        holds=_has_digit,
    ),
    _shape(
        r"(?<![A-Za-z0-9._+-])(?P<it>[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)",
        "邮箱",
        _mail_mask,
        ours=True,
    ),
    _shape(
        r"(?i:[微威薇v]信|(?<![A-Za-z])(?:wx|vx|qq|weixin)|企鹅|扣扣)(?:号码?)?(?:是|为|:|\s)*"
        r"(?P<it>[A-Za-z](?=[-\w]*[\d_-])[-A-Za-z0-9_]{5,19}|[A-Za-z][-A-Za-z0-9_]{5,19}(?![A-Za-z0-9_\u3400-\u9fff])|[1-9]\d{5,10})(?![A-Za-z0-9])",
        "微信或 QQ 号",
        _account_mask,
        ours=True,
    ),
)
"""Numbers and accounts of a person, in the order of their right of way."""
_ADDRESSES = (
    _shape(
        rf"(?P<it>{_ROAD}[{_HAN}]{{0,6}}?{_DOORS})", "详细地址", _address_mask, ours=True, partial=True, lead=_VERBS
    ),
    _shape(
        r"(?<!\d)(?P<it>\d{1,3}(?:栋|幢|号楼)(?:\d{1,2}单元)?\d{2,4}室?)(?!\d)",
        "门牌号",
        _address_mask,
        ours=True,
        partial=True,
    ),
)
SHAPES = (*NUMBERS, *_ADDRESSES)
"""In the order of their right of way: a place belongs to the first shape that takes it."""
READ_OUT = _shape(
    rf"(?<!\d)(?P<it>1{_SEP}[3-9]{_SEP}\d{_SEP}\d{{4}}{_SEP}\d{{4}})", "手机号", _phone_mask, ours=True, partial=True
)
"""A mobile number of which some digits are Chinese numerals, after these were put into digits."""
