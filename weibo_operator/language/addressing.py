"""Whom the reply speaks to, and how: an @ or a name of somebody else, and too much 亲 (product.md, "wrong name")."""

import re
from collections.abc import Iterator, Sequence

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.spans import LINK, MENTION, overlaps

_OPENING = re.compile(r"^\s*(?:回复)?\s*$")
_HAIL = r"(?:^|[。！？!?\n]\s*)(?:您好|你好|亲爱的|尊敬的|嗨|[Hh]i|[Hh]ello)?[，,\s]{0,3}"
_AFTER_NAME = r"(?=\s?(?:您好|你好|先生|女士|小姐|老师|同学|亲|[，,：:！!～~\s]|$))"
_HAILED = re.compile(rf"{_HAIL}(?P<name>[\w·-]{{2,30}}?){_AFTER_NAME}")
_DEAR = re.compile(r"亲(?:亲)?(?![自爱子人戚情友手眼口切身朋密肤属历善兄笔热测妈爹])(?<![父母双近相探可])")
_TOO_OFTEN = 3
_SHORTEST_NAME = 2


def find_wrong_name(text: str, customer_nickname: str, other_nicknames: Sequence[str] = ()) -> Iterator[Finding]:
    """Mentions and forms of address that miss the customer.

    Certain at the head of the reply and for one of ``other_nicknames``; possible later (a colleague, another account).
    Text glued to the right name is told too: Weibo would take all of it for the nickname.
    """
    if not customer_nickname:
        return
    others = {name for name in other_nicknames if name != customer_nickname and len(name) >= _SHORTEST_NAME}
    yield from _called(text, customer_nickname, others)
    links = [m.span() for m in LINK.finditer(text)]
    for match in MENTION.finditer(text):
        start, end = match.span()
        name = match.group()[1:]
        is_mail = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
        if name == customer_nickname or is_mail or overlaps(start, end, links):
            continue
        if name.startswith(customer_nickname):
            right = f"@{customer_nickname} {name[len(customer_nickname) :]}"
            yield _finding(text, start, end, right, 0.7, "昵称后面要空一格")
        else:
            opens = _OPENING.match(text[:start]) is not None or name in others
            yield _finding(text, start, end, f"@{customer_nickname}", 0.9 if opens else 0.5, "称呼的不是这位客户")


def called_names(text: str) -> tuple[str, ...]:
    """What may be a name the reply speaks to: @names and the words at the head of a sentence."""
    mentioned = (match.group()[1:] for match in MENTION.finditer(text))
    return tuple(dict.fromkeys((*mentioned, *(match["name"] for match in _HAILED.finditer(text)))))


def _called(text: str, customer_nickname: str, others: set[str]) -> Iterator[Finding]:
    """Another waiting customer's nickname as the form of address, without an @."""
    names = sorted((name for name in others if name not in customer_nickname), key=len, reverse=True)
    found = [name for name in names if name in text]
    if not found:
        return
    for match in re.finditer(rf"{_HAIL}(?P<name>{'|'.join(map(re.escape, found))}){_AFTER_NAME}", text):
        yield _finding(text, *match.span("name"), customer_nickname, 0.9, "这是另一位客户的昵称")


def find_overused_address(text: str) -> Iterator[Finding]:
    """The third 亲 of a reply and all after it sound like a machine; possible grade, one finding."""
    found = list(_DEAR.finditer(text))
    if len(found) >= _TOO_OFTEN:
        start, end = found[_TOO_OFTEN - 1].span()
        yield Finding(
            start=start,
            end=end,
            kind=FindingKind.TONE,
            grade=Grade.POSSIBLE,
            text=text[start:end],
            suggestions=("您",),
            probability=0.6,
            reason=f"一条里叫了 {len(found)} 次“亲”，像机器人",
        )


def _finding(text: str, start: int, end: int, suggestion: str, probability: float, reason: str) -> Finding:
    return Finding(
        start=start,
        end=end,
        kind=FindingKind.NAME,
        grade=Grade.CERTAIN if probability >= 0.9 else Grade.POSSIBLE,
        text=text[start:end],
        suggestions=(suggestion,),
        probability=probability,
        reason=reason,
    )
