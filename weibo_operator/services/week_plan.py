"""结论与改进计划: what the operator writes into a week's report (mission H8)."""

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import PlanItemId
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.week import Week
from weibo_operator.domain.week_plan import LONGEST, LONGEST_TEXT, PlanEdit, PlanItem
from weibo_operator.services.desk import Desk
from weibo_operator.storage import week_notes
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms


class WeekPlan:
    """Keeps a week's conclusions and its plan."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def conclusions(self, week: Week) -> str:
        """The conclusions as the operator wrote them; empty where they are left as they follow from the figures."""
        return week_notes.note(self._desk.connection, week)

    def write_conclusions(self, week: Week, text: str) -> Outcome[None]:
        """Keep the conclusions of a week, one sentence a line; an empty text gives the program's own back.

        Raises ``InvalidInputError`` for more than ``LONGEST_TEXT`` characters.
        """
        lines = (line.strip() for line in text.splitlines())
        kept = "\n".join(line for line in lines if line)
        if len(kept) > LONGEST_TEXT:
            raise InvalidInputError(field="conclusions", reason="too_long", high=LONGEST_TEXT)
        row = week_notes.note_id(self._desk.connection, week)
        with self._desk.operation(OperationKind.WEEK_NOTE, data={"week": str(week)}) as recorder:
            values: dict[str, Value] = {"text": kept, "written_at": to_ms(self._desk.now())}
            if kept and row is None:
                recorder.insert("week_note", {"week": str(week), **values})
            elif kept and row is not None:
                recorder.update("week_note", row, values)
            elif row is not None:
                recorder.delete("week_note", row)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def plan(self, week: Week) -> tuple[PlanItem, ...]:
        """The week's plan in the order of writing."""
        return week_notes.plan(self._desk.connection, week)

    def add(self, week: Week, edit: PlanEdit) -> Outcome[PlanItemId]:
        """Write an item into a week's plan; raises ``InvalidInputError`` for no action, or a long one."""
        values = _values(edit)
        data = {"action": edit.action.strip()}
        with self._desk.operation(OperationKind.PLAN_EDIT, data=data) as recorder:
            row = recorder.insert(
                "plan_item", {"week": str(week), "created_at": to_ms(self._desk.now()), "done_at": None, **values}
            )
        return Outcome(PlanItemId(row), changes_of(recorder), recorder.operation)

    def edit(self, item: PlanItemId, edit: PlanEdit) -> Outcome[None]:
        """Change an item; raises ``InvalidInputError`` as ``add``, ``NotFoundError``."""
        values = _values(edit)
        week_notes.plan_item(self._desk.connection, item)
        with self._desk.operation(OperationKind.PLAN_EDIT, data={"action": edit.action.strip()}) as recorder:
            recorder.update("plan_item", item, values)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def tick(self, item: PlanItemId, *, done: bool) -> Outcome[None]:
        """Say whether an item is done; raises ``NotFoundError``."""
        found = week_notes.plan_item(self._desk.connection, item)
        with self._desk.operation(OperationKind.PLAN_DONE, data={"action": found.action}) as recorder:
            recorder.update("plan_item", item, {"done_at": to_ms(self._desk.now()) if done else None})
        return Outcome(None, changes_of(recorder), recorder.operation)

    def delete(self, item: PlanItemId) -> Outcome[None]:
        """Take an item out of the plan; raises ``NotFoundError``."""
        found = week_notes.plan_item(self._desk.connection, item)
        with self._desk.operation(OperationKind.PLAN_DELETE, data={"action": found.action}) as recorder:
            recorder.delete("plan_item", item)
        return Outcome(None, changes_of(recorder), recorder.operation)


def _values(edit: PlanEdit) -> dict[str, Value]:
    action = " ".join(edit.action.split())
    if not action:
        raise InvalidInputError(field="plan_action", reason="empty")
    if len(action) > LONGEST:
        raise InvalidInputError(field="plan_action", reason="too_long", high=LONGEST)
    owner = " ".join(edit.owner.split())
    return {"action": action, "owner": owner, "due_on": "" if edit.due is None else edit.due.isoformat()}
