"""线索: people who may become customers; taken from hits or tickets, spoken to with restraint (mission F1–F5)."""

from collections import Counter
from datetime import timedelta

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.ids import CustomerId, LeadId, MessageId
from weibo_operator.domain.lead import (
    Lead,
    LeadEdit,
    LeadEntry,
    LeadState,
    LeadWeek,
    Touches,
    TouchLimit,
    TouchRules,
    limit,
)
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.settings import LEAD_FIRST_TOUCHES, LEAD_GAP_DAYS
from weibo_operator.domain.week import Week
from weibo_operator.services.desk import Desk
from weibo_operator.storage import customers, important, leads
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms
from weibo_operator.translation import tr

SHOWN_AT_MOST = 500
ENTRIES_SHOWN = 30


class Leads:
    """Keeps the list of leads. Nothing here writes to anybody: it says when one had better not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listed(self, *, limit: int = SHOWN_AT_MOST) -> tuple[Lead, ...]:
        """All leads: those with a planned contact by its day, then the newest."""
        return leads.listed(self._desk.connection, limit)

    def get(self, lead: LeadId) -> Lead:
        """One lead; raises ``NotFoundError``."""
        return leads.get(self._desk.connection, lead)

    def of_customer(self, customer: CustomerId) -> LeadId | None:
        """The customer's entry in the list, if there is one."""
        return leads.of_customer(self._desk.connection, customer)

    def story(self, lead: LeadId) -> tuple[LeadEntry, ...]:
        """States, notes and touches, newest first."""
        return leads.entries(self._desk.connection, lead, ENTRIES_SHOWN)

    def add(self, customer: CustomerId, *, message: MessageId | None = None, found_by: str = "") -> Outcome[LeadId]:
        """记为线索: somebody to watch from now on; who is in the list already stays as they are.

        ``message`` is the post that told of them, ``found_by`` the name of the search. Raises ``NotFoundError``.
        """
        connection = self._desk.connection
        known = leads.of_customer(connection, customer)
        if known is not None:
            return Outcome(known, Changes())
        nickname = customers.get(connection, customer).nickname
        now = to_ms(self._desk.now())
        values: dict[str, Value] = {"customer_id": customer, "message_id": message, "found_by": found_by}
        values |= {"state": LeadState.WATCHED.value, "state_at": now, "created_at": now}
        with self._desk.operation(OperationKind.LEAD_ADD, data={"customer": nickname}) as recorder:
            lead = LeadId(recorder.insert("lead", values))
            self._tell(recorder, lead, LeadEdit(LeadState.WATCHED))
        return Outcome(lead, changes_of(recorder), recorder.operation)

    def set_state(self, lead: LeadId, state: LeadState) -> Outcome[None]:
        """Another state, everything else as it is; the same state again changes nothing. Raises ``NotFoundError``."""
        found = self.get(lead)
        if found.state is state:
            return Outcome(None, Changes())
        following = found.next_contact if state.is_open else None
        return self.edit(lead, LeadEdit(state, next_contact=following))

    def edit(self, lead: LeadId, edit: LeadEdit) -> Outcome[None]:
        """Write what is known of a lead; a note becomes a line of its story.

        Raises ``InvalidInputError`` for a next contact that lies before today, ``NotFoundError``.
        """
        found, now = self.get(lead), self._desk.now()
        moved = edit.next_contact != found.next_contact
        if edit.next_contact is not None and moved and edit.next_contact < china_day(now):
            raise InvalidInputError(field="due_at", reason="past")
        note = edit.note.strip()
        values: dict[str, Value] = {"next_at": important.day_ms(edit.next_contact)}
        if note:
            values["note"] = note
        if edit.state is not found.state:
            values |= {"state": edit.state.value, "state_at": to_ms(now)}
        with self._desk.operation(OperationKind.LEAD_EDIT, data={"customer": found.nickname}) as recorder:
            recorder.update("lead", lead, values)
            if edit.state is not found.state or note or edit.touch:
                self._tell(recorder, lead, LeadEdit(edit.state, note, touch=edit.touch))
        return Outcome(None, changes_of(recorder), recorder.operation)

    def limit(self, lead: Lead) -> TouchLimit:
        """Whether this lead may be spoken to now."""
        return limit(lead.touches, self._first_today(), self._rules(), self._desk.now())

    def limits_of_today(self) -> tuple[int, int]:
        """First touches made today, and how many there may be (0: no bound)."""
        return self._first_today(), self._rules().first_a_day

    def due_today(self) -> int:
        """Contacts with open leads that are overdue or planned for today."""
        tonight = day_start(china_day(self._desk.now()) + timedelta(days=1))
        return leads.due_count(self._desk.connection, tonight)

    def week(self) -> LeadWeek:
        """Leads by state, and what came since Monday in Beijing."""
        monday = Week.of(self._desk.now()).start
        connection = self._desk.connection
        states = Counter(lead.state for lead in self.listed(limit=-1))
        return LeadWeek(
            states={state: states[state] for state in LeadState},
            added=leads.added(connection, monday),
            first_touches=leads.first_touches(connection, monday),
            won=leads.won(connection, monday),
            due=self.due_today(),
        )

    def is_first_touch(self, customer: CustomerId) -> bool:
        """True for a lead to whom we have never spoken."""
        lead = self.of_customer(customer)
        return lead is not None and self.get(lead).touches.last is None

    def remark(self, customer: CustomerId, text: str) -> Finding | None:
        """What the desk check says of any reply to a lead who had better be left alone now; None when all is well."""
        lead = self.of_customer(customer)
        if lead is None or not text:
            return None
        found = self.get(lead)
        reason = limit_words(self.limit(found), found.touches, self._rules(), days_ago=self._days_ago(found))
        if not reason:
            return None
        return Finding(
            start=0,
            end=len(text),
            kind=FindingKind.FIRST_TOUCH,
            grade=Grade.CERTAIN,
            text=found.nickname,
            suggestions=(),
            probability=1.0,
            reason=reason,
        )

    def why_not(self, lead: Lead) -> str:
        """Why a lead had better be left alone now, in words; empty when all is well."""
        return limit_words(self.limit(lead), lead.touches, self._rules(), days_ago=self._days_ago(lead))

    def _days_ago(self, lead: Lead) -> int:
        last = lead.touches.last
        return 0 if last is None else (china_day(self._desk.now()) - china_day(last)).days

    def _rules(self) -> TouchRules:
        gap = timedelta(days=self._desk.setting(LEAD_GAP_DAYS))
        return TouchRules(gap=gap, first_a_day=self._desk.setting(LEAD_FIRST_TOUCHES))

    def _first_today(self) -> int:
        return leads.first_touches(self._desk.connection, day_start(china_day(self._desk.now())))

    def _tell(self, recorder: Recorder, lead: LeadId, edit: LeadEdit) -> None:
        values: dict[str, Value] = {"lead_id": lead, "at": to_ms(self._desk.now()), "state": edit.state.value}
        recorder.insert("lead_entry", {**values, "note": edit.note, "touch": int(edit.touch)})


def limit_words(found: TouchLimit, touches: Touches, rules: TouchRules, *, days_ago: int) -> str:
    """A limit as the desk check says it."""
    if found is TouchLimit.TOO_SOON and touches.last is not None:
        when = tr("{0} 天前", days_ago) if days_ago else tr("今天")
        return tr("{0}联系过，还没有回音，{1} 天内先不再打扰", when, rules.gap.days)
    if found is TouchLimit.ENOUGH_TODAY:
        return tr("今天已经第一次联系了 {0} 位线索，明天再说", rules.first_a_day)
    return ""
