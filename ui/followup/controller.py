"""What the visits' page does: outcomes, what was said since, counting the week."""

from PySide6.QtCore import QObject

from ui.followup.doing import undoable
from ui.support.context import Context
from weibo_operator.domain.followup import FollowUp, VisitOutcome
from weibo_operator.domain.verdict import RecentWords, Verdict
from weibo_operator.translation import label, tr


class VisitController(QObject):
    """Stands between the page and the desk."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def visits(self, *, done: bool) -> tuple[FollowUp, ...]:
        """What the page lists."""
        service = self._context.operator.follow_ups
        return service.done_list() if done else service.due_list()

    def week_parts(self) -> tuple[str, ...]:
        """本周应回访 n 位，已回访 m 位, who is to be spoken to by tonight, public results missing."""
        due, made = self._context.operator.follow_ups.this_week()
        contacts = self._context.operator.important.due_today()
        waiting = self._context.operator.offline.waiting()
        more = (tr("重要客户要联系 {0} 位", contacts),) if contacts else ()
        more += (tr("等线上反馈 {0} 张", waiting),) if waiting else ()
        return (tr("本周应回访 {0} 位", due), tr("已回访 {0} 位", made), *more)

    def since(self, visit: FollowUp) -> tuple[tuple[RecentWords, ...], Verdict | None]:
        """What the customer said since our answer, and the outcome it suggests while the visit is to be made."""
        aftercare = self._context.operator.aftercare
        return aftercare.recent(visit), aftercare.suggested(visit) if visit.outcome is None else None

    def record(self, visit: FollowUp, outcome: VisitOutcome, note: str) -> bool:
        """Record what a visit found; False when it could not be."""
        follow_ups = self._context.operator.follow_ups
        return undoable(
            self._context,
            lambda: follow_ups.done(visit.id, outcome, note=note.strip()),
            tr("已记下对 @{0} 的回访：{1}", visit.nickname, label(outcome.value)),
        )
