"""What the visits' page does: outcomes, what was said since, counting the week."""

from PySide6.QtCore import QObject

from ui.followup.doing import undoable
from ui.support.context import Context
from weibo_operator.domain.followup import FollowUp, VisitOutcome
from weibo_operator.domain.verdict import RecentWords, Verdict


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
        more = (f"重要客户要联系 {contacts} 位",) if contacts else ()
        more += (f"等线上反馈 {waiting} 张",) if waiting else ()
        return (f"本周应回访 {due} 位", f"已回访 {made} 位", *more)

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
            f"已记下对 @{visit.nickname} 的回访：{outcome.value}",
        )
