"""Private data in a public reply: numbers, cards, addresses, accounts of a person (mission D1, D2)."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.language.numerals import FULL_WIDTH, SPOKEN
from weibo_operator.language.private_shapes import READ_OUT, SHAPES, Shape
from weibo_operator.language.spans import LINK, MENTION, Span, masked

_OURS = LatePattern(
    r"(?:客服|热线|售后|官方|门店|分店|旗舰店|专柜|本店|我店|我们店?|咱们?家?|店里|公司|总部|前台|值班|服务|投诉|监督|咨询|订餐|订座|预约|店[在址开]|加我|我的)"
    r"[^，。！？；\n您你客他她]{0,10}$"
)
"""Said just before a number or an address: it is the shop's own, not a customer's."""
_THEIRS = LatePattern(
    r"[您你他她](?:的|家|公司|单位|本人|老|妈|爸|登记|预?留|填|名下|朋友)|(?:致电|打[了过]|拨[了过]|联系[了过])$"
)
"""Said before it in the same clause: it is the customer's, whoever else is named."""
_PUBLIC_NUMBER = LatePattern(
    r"(?:条形?码|条码|产品码|商品码|批号|批次号?|许可证|执照|标准|备案|货号|款号|型号|序列号|注册证|信用代码|文号|版本|固件|邀请码|暗号|口令)"
    r"[^，。！？；\n]{0,8}$"
)
"""Said just before a long number that is printed on the thing itself or in a register."""
_TOPIC = LatePattern(r"#[^#\n]{1,60}#")
_SHORTEST_OWN = 6


class _Place(Struct, frozen=True):
    start: int
    end: int
    shape: Shape
    value: str


def find_private(text: str, own: Sequence[str] = ()) -> Iterator[Finding]:
    """Private data in ``text`` by reading order and never overlapping; what may be the shop's own is graded possible.

    ``own`` are the shop's published numbers and addresses, never told. Service numbers (400-…, 95xxx, 12315), masked
    digits, links and @names are no private data. The first suggestion is the same with its middle made unreadable.
    """
    readable = masked(text, _unreadable(text)).translate(FULL_WIDTH)
    places = sorted(_places(readable), key=lambda place: place.start)
    topics = [match.span() for match in _TOPIC.finditer(text)]
    for place in places:
        if _is_own(place, own) or _is_public(place, readable, topics):
            continue
        ours = place.shape.ours and _may_be_ours(readable[: place.start])
        yield Finding(
            start=place.start,
            end=place.end,
            kind=FindingKind.PRIVACY,
            grade=Grade.POSSIBLE if ours else Grade.CERTAIN,
            text=text[place.start : place.end],
            suggestions=(place.shape.mask(place.value),),
            probability=0.4 if ours else 0.95,
            reason=f"像是{place.shape.what}，别人也看得到，可遮住或改用私信",
        )


def _may_be_ours(before: str) -> bool:
    clause = re.split(r"[，。！？；\n]", before)[-1]
    return _OURS.search(clause) is not None and not _THEIRS.search(clause)


def _unreadable(text: str) -> list[Span]:
    """Links and @names, but not the parts of an e-mail address."""
    links = [m.span() for m in LINK.finditer(text) if "@" not in text[max(0, m.start() - 1) : m.end()]]
    names = [m.span() for m in MENTION.finditer(text) if not _ends_mail_name(text[: m.start()])]
    return [*links, *names]


def _ends_mail_name(before: str) -> bool:
    return bool(before) and before[-1].isascii() and (before[-1].isalnum() or before[-1] in "._+-")


def _places(readable: str) -> Iterator[_Place]:
    """Places of the shapes, the earlier shape before the later; digits read out last."""
    taken: list[Span] = []
    for shape in SHAPES:
        for match in shape.pattern.finditer(readable):
            start, end = _trimmed(shape, match)
            value = readable[start:end]
            if value and all(end <= s or start >= e for s, e in taken) and shape.holds(value):
                taken.append((start, end))
                yield _Place(start, end, shape, value)
    spoken = readable.translate(SPOKEN)
    for match in READ_OUT.pattern.finditer(spoken):
        start, end = match.span("it")
        if spoken[start:end] != readable[start:end] and all(end <= s or start >= e for s, e in taken):
            yield _Place(start, end, READ_OUT, spoken[start:end])


def _trimmed(shape: Shape, match: re.Match[str]) -> Span:
    """The span without the verb in front that an address swallowed: "送到", "您家是"."""
    start, end = match.span("it")
    if shape.lead is not None:
        leads = list(shape.lead.finditer(match["it"]))
        start += leads[-1].end() if leads else 0
    return start, end


def _is_own(place: _Place, own: Sequence[str]) -> bool:
    """Whether the value is what the shop publishes itself, or of a number or address a part; marks don't matter."""
    bare = _bare(place.value)
    if not place.shape.partial:
        return bare in [_bare(each) for each in own]
    return len(bare) >= _SHORTEST_OWN and any(
        bare in (known := _bare(each)) or known in bare for each in own if each.strip()
    )


def _bare(value: str) -> str:
    return re.sub(r"[\s()\-—.:,，。、]", "", value.translate(FULL_WIDTH)).removeprefix("+86").casefold()


def _is_public(place: _Place, readable: str, topics: Sequence[Span]) -> bool:
    if not place.shape.is_code:
        return False
    inside = any(start <= place.start and place.end <= end for start, end in topics)
    return inside or _PUBLIC_NUMBER.search(readable[: place.start]) is not None
