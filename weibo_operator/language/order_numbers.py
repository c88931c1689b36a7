"""Finds the number of an order in what a customer writes: “订单尾号 3307”, “单号：6920…”, a long number alone."""

import re

from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.order import ClueKind, OrderClue, key_of
from weibo_operator.language.private_shapes import is_identity_number

_FULL_WIDTH = str.maketrans("０１２３４５６７８９－：\u3000", "0123456789-: ")
_BETWEEN = r"(?:编号|号码|号|的|是|为|尾号|后四位|后4位|末四位|尾数|数字|[:：#\s“”\"'（(【，,])*"
_NUMBER = r"(?P<number>[A-Za-z]{0,4}\d[\d-]{2,30}\d)(?![\d*])"
_ORDER = LatePattern(
    rf"(?:订单|单号|运单|快递单|物流单|交易号|流水号|尾号|后四位|后4位|末四位){_BETWEEN}{_NUMBER}", re.ASCII
)
_BEFORE = LatePattern(rf"(?<![\d*A-Za-z]){_NUMBER}\s*(?:这个|这笔|这一?单|的|那个|那笔)?(?:订单|单子|这单)", re.ASCII)
_PHONE = LatePattern(
    r"(?:手机|电话|预留|联系方式|号码?)(?:号码?|的)?(?:尾号|后四位|后4位|末四位|尾数)(?:是|为|[:：\s])*(?P<number>\d{4})(?!\d)",
    re.ASCII,
)
_MOBILE = LatePattern(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)", re.ASCII)
_ALONE = LatePattern(r"(?<![\dA-Za-z.*])(?P<number>[A-Za-z]{0,4}\d{10,24})(?![\d.*Xx])", re.ASCII)
_DAY = LatePattern(r"20\d\d-\d\d?(?:-\d\d?)?")


def find_order_clues(text: str) -> tuple[OrderClue, ...]:
    """The numbers by which an order may be found, in the order of how surely, each once.

    Numbers of phones and identity cards are none, nor are dates; of a phone only a named end (手机尾号 1234) is one.
    """
    plain = text.translate(_FULL_WIDTH)
    taken = [match.span() for match in _PHONE.finditer(plain)]
    found = [OrderClue(ClueKind.PHONE, match["number"], said=True) for match in _PHONE.finditer(plain)]
    taken += [match.span() for match in _MOBILE.finditer(plain)]
    for pattern, said in ((_ORDER, True), (_BEFORE, True), (_ALONE, False)):
        for match in pattern.finditer(plain):
            span = match.span("number")
            if _is_number(match["number"]) and not any(span[0] < end and start < span[1] for start, end in taken):
                taken.append(span)
                found.append(OrderClue(ClueKind.ORDER, key_of(match["number"]), said=said))
    unique = {(clue.kind, clue.digits): clue for clue in reversed(found)}
    return tuple(sorted(unique.values(), key=found.index))


def _is_number(number: str) -> bool:
    digits = sum(sign.isdigit() for sign in number)
    if digits < 4 or _DAY.fullmatch(number):
        return False
    return not (len(number) == 18 and number.isdigit() and is_identity_number(number))
