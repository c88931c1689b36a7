"""Which department a problem goes to, and why: by what was done before, else by what triage reads in the words."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from weibo_operator.domain.labels import NO_DEPARTMENT
from weibo_operator.domain.ticket import Ticket
from weibo_operator.services.desk import Desk
from weibo_operator.storage import handoffs

_LEAST = 3
"""So many similar tickets overrule what triage reads in the words."""
_SHARE = 2 / 3
_MOST_WORDS = 2


class Suggested(Struct, frozen=True):
    """The department with its reason: the deciding words, and ``same`` of ``similar`` earlier tickets went there."""

    department: str
    words: tuple[str, ...] = ()
    same: int = 0
    similar: int = 0


def suggest_department(desk: Desk, ticket: Ticket, names: Sequence[str]) -> Suggested:
    """The department for a ticket; where there is none at all its name is empty."""
    words = tuple(deciding_words(ticket.reasons))
    read = ticket.department if ticket.department != NO_DEPARTMENT else next(iter(names), "")
    for column, value in (("issue", ticket.issue), ("nature", ticket.nature.value)):
        learnt = handoffs.learnt(desk.connection, column, value, ticket.id)
        if not value or not learnt:
            continue
        usual = next(iter(learnt))
        chosen = usual if _is_usual(learnt, usual) and ticket.labels_by.value == "auto" else read
        shown = words if chosen == read and words else (value,)
        return Suggested(chosen, shown, learnt.get(chosen, 0), sum(learnt.values()))
    return Suggested(read, words)


def deciding_words(reasons: Sequence[str]) -> list[str]:
    """The customer's words that the first reason quotes (“没有收到”→物流部 gives 没有收到), else the whole reason."""
    if not reasons:
        return []
    return re.findall("“([^”]+)”", reasons[0])[:_MOST_WORDS] or [reasons[0]]


def _is_usual(learnt: Mapping[str, int], department: str) -> bool:
    return learnt[department] >= _LEAST and learnt[department] >= _SHARE * sum(learnt.values())
