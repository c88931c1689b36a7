"""Notes for the weekly figures 27 and 30: what the check kept from leaving, and the time spent on tickets."""

from collections.abc import Iterable

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.settings import HANDLING_TIME
from weibo_operator.domain.week_work import Caught, Handled
from weibo_operator.services.desk import Desk
from weibo_operator.storage.times import to_ms


class WeekWork:
    """Writes beside the operations: undo leaves these notes alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note_caught(self, ticket: TicketId, kinds: Iterable[Caught]) -> None:
        """Note things that would have left without the check; one for each kind given."""
        found = tuple(kinds)
        if not found:
            return
        with self._desk.bookkeeping() as recorder:
            for kind in found:
                recorder.add("caught", {"kind": kind.value, "ticket_id": ticket, "at": to_ms(self._desk.now())})

    @property
    def counts_time(self) -> bool:
        """Whether the operator wants the time spent on tickets noted."""
        return bool(self._desk.setting(HANDLING_TIME))

    def note_handled(self, stretch: Handled) -> None:
        """Note a stretch of work; nothing while that is switched off."""
        if not self.counts_time:
            return
        with self._desk.bookkeeping() as recorder:
            times = {"began_at": to_ms(stretch.began_at), "ended_at": to_ms(stretch.ended_at)}
            recorder.add("handling", {"ticket_id": stretch.ticket_id, **times})
