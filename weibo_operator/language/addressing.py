"""Whom the reply speaks to: an @ of somebody other than the customer (product.md, "wrong name")."""

import re
from collections.abc import Iterator

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.spans import LINK, MENTION, overlaps

_OPENING = re.compile(r"^\s*(?:回复)?\s*$")


def find_wrong_name(text: str, customer_nickname: str) -> Iterator[Finding]:
    """Mentions that miss the customer: certain at the head of the reply, possible later (a colleague, another account).

    Text glued to the right name is told too: Weibo would take all of it for the nickname.
    """
    if not customer_nickname:
        return
    links = [m.span() for m in LINK.finditer(text)]
    for match in MENTION.finditer(text):
        start, end = match.span()
        name = match.group()[1:]
        is_mail = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
        if name == customer_nickname or is_mail or overlaps(start, end, links):
            continue
        if name.startswith(customer_nickname):
            yield _finding(
                text, start, end, f"@{customer_nickname} {name[len(customer_nickname) :]}", 0.7, "昵称后面要空一格"
            )
        else:
            opens = _OPENING.match(text[:start]) is not None
            yield _finding(text, start, end, f"@{customer_nickname}", 0.9 if opens else 0.5, "称呼的不是这位客户")


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
