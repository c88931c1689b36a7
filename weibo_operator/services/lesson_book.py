"""What the operator has taught triage, ready for use: read again as soon as anything of it has changed."""

from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.language.triage import TriageRules
from weibo_operator.language.triage_lessons import AT_MOST, Lesson, Lessons
from weibo_operator.services.desk import Desk
from weibo_operator.storage import triage_lessons
from weibo_operator.storage.journal import changes_of


class LessonBook:
    """The lessons of one file; undo, another program and another thread are seen at the next question."""

    def __init__(self, desk: Desk, rules: TriageRules) -> None:
        self._desk = desk
        self._rules = rules
        self._state = (0, 0, 0)
        self._lessons = Lessons()
        self._read: dict[int, Lesson] = {}

    def lessons(self) -> Lessons:
        """The newest lessons; the first time some 0.2 ms for each, then one short question."""
        state = triage_lessons.state(self._desk.connection)
        if state != self._state:
            self._state = state
            stored = triage_lessons.newest(self._desk.connection, AT_MOST)
            self._read = {
                each.id: self._read.get(each.id) or self._rules.lesson(each.text, each.field, each.label)
                for each in stored
            }
            self._lessons = Lessons(tuple(self._read.values()))
        return self._lessons

    def count(self) -> int:
        """How many labels the operator has put right."""
        return triage_lessons.state(self._desk.connection)[0]

    def forget(self) -> Outcome[int]:
        """清除已学的改法: how many lessons went. The tickets keep their labels; undo brings the lessons back."""
        ids = triage_lessons.all_ids(self._desk.connection)
        with self._desk.operation(OperationKind.FORGET_LESSONS, data={"count": str(len(ids))}) as recorder:
            for lesson in ids:
                recorder.delete("triage_lesson", lesson)
        return Outcome(len(ids), changes_of(recorder), recorder.operation)
