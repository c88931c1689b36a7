"""Template blanks left unfilled: {变量}, 【订单号】, XX, ____."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.template import ALSO_CALLED
from weibo_operator.language.spans import LINK, MENTION, overlaps

_NAMES = (
    "客户昵称|昵称|客户名|称呼|姓名|客户|订单号|订单编号|单号|快递单号|运单号|快递公司|快递|产品|产品名|商品|商品名|型号|日期|时间|"
    "几点|金额|数量|天数|部门|电话|热线|地址|门店|店名|品牌|品牌名|链接|原因|变量|工号|客服|客服名|工单号|小时|编号|答复时间"
)
_BRACED = re.compile(r"\{\{[^{}\n]{0,30}\}\}|\{[^{}\n]{0,30}\}|\{\{|\}\}|｛[^｛｝\n]{0,30}｝")
_BRACKETED = re.compile(
    rf"【(?:请?填写?|输入|插入)?(?:{_NAMES})】|\[(?:{_NAMES})\]|［(?:{_NAMES})］|<(?:{_NAMES})>|＜(?:{_NAMES})＞"
)
_BLANK = re.compile(r"_{2,}|＿{2,}|(?<![A-Za-z0-9])[Xx×]{2,}(?![A-Za-z0-9])|20[Xx×]{2}(?=年)|某某|（\s+）")

_NOTHING: Mapping[str, str] = MappingProxyType({})


def find_variables(text: str, values: Mapping[str, str] = _NOTHING) -> Iterator[Finding]:
    """Unfilled blanks: certain where braces or a known name say so, possible for XX and underlines.

    ``values`` are what the program knows for this reply by name; a known one is the suggestion.
    """
    outside = [m.span() for pattern in (LINK, MENTION) for m in pattern.finditer(text)]
    for pattern, grade, probability in (
        (_BRACED, Grade.CERTAIN, 0.99),
        (_BRACKETED, Grade.CERTAIN, 0.95),
        (_BLANK, Grade.POSSIBLE, 0.7),
    ):
        for match in pattern.finditer(text):
            if not overlaps(*match.span(), outside):
                yield Finding(
                    start=match.start(),
                    end=match.end(),
                    kind=FindingKind.VARIABLE,
                    grade=grade,
                    text=match.group(),
                    suggestions=_value(match.group(), values),
                    probability=probability,
                    reason="变量没填" if grade is Grade.CERTAIN else "像是没填的空",
                )


def _value(blank: str, values: Mapping[str, str]) -> tuple[str, ...]:
    name = blank.strip("{}｛｝【】[]［］<>＜＞ ")
    known = values.get(name) or values.get(ALSO_CALLED.get(name, ""), "")
    return (known,) if known else ()
