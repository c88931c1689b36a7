"""What a row of 闲聊与广告 says: groups by how sure triage is, the words, the reasons."""

from collections.abc import Sequence
from datetime import datetime

from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from ui.widgets.marked_list import RowFacts
from weibo_operator.domain.gathered import GatheredRow, Sureness, deciding_reason
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import label, tr

GATHERED_COLUMNS = (
    CardColumn("", 20),
    CardColumn(tr("客户"), 128),
    CardColumn(tr("说了什么"), share=1.2),
    CardColumn(tr("为什么不用回"), share=0.8),
)
_GROUPS = {Sureness.SURE: tr("很确定不用回"), Sureness.LIKELY: tr("多半不用回"), Sureness.UNSURE: tr("拿不准，看一眼")}
NO_REASON = tr("没有说明")


def grouped_chatter(rows: Sequence[GatheredRow]) -> list[object]:
    """The rows under how sure triage is; they come in that order already."""
    shown: list[object] = []
    for level, name in _GROUPS.items():
        held = [row for row in rows if row.sureness is level]
        shown += [GroupTitle(name, len(held)), *held] if held else []
    return shown


def why_words(row: GatheredRow) -> str:
    """The deciding words and what they speak for."""
    return shown_reason(deciding_reason(row.reasons)) or NO_REASON


def _spoken(row: GatheredRow, now: datetime, marked: bool) -> str:
    """The whole row for a screen reader."""
    parts = (
        tr("已选") if marked else "",
        row.nickname,
        label(row.kind.value),
        " ".join(row.text.split()),
        why_words(row),
        clock_words(row.at, now),
    )
    return tr("，").join(part for part in parts if part)


def marked_words(marked: int) -> str:
    """What the panel says of the selection."""
    return tr("选了 {0} 条", marked) if marked else tr("没有选，按键只管这一条")


FACTS = RowFacts(
    GatheredRow,
    key=lambda row: row.ticket,
    ticket=lambda row: row.ticket,
    link=lambda row: row.link,
    spoken=_spoken,
)
