"""What a row of the crisis page says: groups by state, the reasons, when."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from ui.widgets.card_columns import CardColumn
from ui.widgets.chip import ChipSpec
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.crisis_case import CaseState, CrisisRow
from weibo_operator.domain.ids import TicketId
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import label, tr

COLUMNS = (
    CardColumn(tr("风险"), 56),
    CardColumn(tr("客户"), 164),
    CardColumn(tr("为什么报警，说了什么"), share=1.0),
    CardColumn(tr("报警"), 92, spare=True),
)
STATES: Mapping[CaseState, ChipSpec] = {
    CaseState.RAISED: ChipSpec((tr("待确认"),), "urgent", "triangle-alert"),
    CaseState.CONFIRMED: ChipSpec((tr("已确认，处理中"),), "soon", "triangle-alert"),
    CaseState.DISMISSED: ChipSpec((tr("不是危机"),), "neutral", "ban"),
    CaseState.CLOSED: ChipSpec((tr("已结束"),), "success", "check"),
}
MOST_RISK = 27


class CaseRow(Struct, frozen=True):
    """A case with its reasons in words."""

    case: CrisisRow
    line: str


def active_rows(cases: Sequence[CrisisRow], lines: Mapping[TicketId, str]) -> list[object]:
    """Undecided alarms first, then confirmed cases."""
    rows: list[object] = []
    undecided = [CaseRow(case, lines.get(case.ticket, "")) for case in cases if case.undecided]
    confirmed = [CaseRow(case, lines.get(case.ticket, "")) for case in cases if not case.undecided]
    if undecided:
        rows += [GroupTitle(tr("待你确认"), len(undecided), "danger_text"), *undecided]
    if confirmed:
        rows += [GroupTitle(tr("处理中的危机"), len(confirmed)), *confirmed]
    return rows


def ended_rows(cases: Sequence[CrisisRow]) -> list[object]:
    """Cases that are over, the latest first."""
    held = [CaseRow(case, ended_words(case)) for case in cases]
    return [GroupTitle(tr("最近结束的"), len(held)), *held] if held else []


def ended_words(case: CrisisRow) -> str:
    """Why a case is no longer one."""
    return tr("不是危机：{0}", label(case.reason)) if case.state is CaseState.DISMISSED else tr("危机已结束")


def when_words(case: CrisisRow, now: datetime) -> str:
    """When the alarm was given."""
    return clock_words(case.raised_at, now)


def crowd_words(case: CrisisRow) -> str:
    """How many more tickets stand behind this row."""
    return tr("连同 {0} 张同类", case.crowd) if case.crowd else ""


def spoken(row: CaseRow, now: datetime) -> str:
    """The whole row for a screen reader."""
    case = row.case
    parts = (case.nickname, STATES[case.state].parts[0], tr("风险 {0}", case.risk), row.line, when_words(case, now))
    return tr("，").join((*parts, " ".join(case.text.split())))
