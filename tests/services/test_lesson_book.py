"""What the operator puts right counts for the next text that is like it, can be undone, and moves little else."""

import csv
from pathlib import Path

import pytest

from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import NothingToUndoError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Kind, Level, State, Urgency
from weibo_operator.domain.reply import AfterSend

DEVELOPMENT = Path(__file__).parents[1] / "language" / "judged" / "triage_development.tsv"
WAXED = ("滴胶杯垫能刻名字么", "这款滴胶杯垫可以刻名字吗", "滴胶杯垫刻名字要等几天")
NEXT = "你们滴胶杯垫刻名字怎么弄"


def ticket_of(operator: Operator, customers, text: str) -> TicketId:
    ticket = operator.intake.capture(customers.message(text)).value
    assert ticket is not None
    return ticket


def corrected(operator: Operator, customers, texts=WAXED, **labels: str) -> None:
    for text in texts:
        operator.inbox.set_labels(ticket_of(operator, customers, text), **labels)


def test_after_three_corrections_the_next_like_text_is_right(operator, customers):
    assert operator.triage.triage(NEXT).department != "工坊"
    corrected(operator, customers, kind=Kind.SUGGESTION.value, department="工坊")
    found = operator.triage.triage(NEXT)
    assert (found.kind, found.department) == (Kind.SUGGESTION, "工坊")
    assert found.reasons[0].startswith("按你改过的“")
    assert "建议" in found.reasons[0]
    assert "工坊" in found.reasons[0]


def test_one_correction_is_enough_for_the_same_words(operator, customers):
    corrected(operator, customers, WAXED[:1], kind=Kind.SUGGESTION.value)
    assert operator.triage.triage(WAXED[0] + "？").kind is Kind.SUGGESTION


def test_little_else_moves(operator, customers):
    with DEVELOPMENT.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    before = [operator.triage.triage(text) for text in texts]
    corrected(operator, customers, kind=Kind.SUGGESTION.value, department="工坊")
    corrected(operator, customers, ("快递怎么还没到", "东西坏了怎么办", "请问多少钱"), kind=Kind.CHATTER.value)
    after = [operator.triage.triage(text) for text in texts]
    moved = sum(one.kind is not other.kind for one, other in zip(before, after, strict=True))
    assert moved <= len(texts) // 100


def test_danger_is_not_taught_away(operator, customers):
    corrected(operator, customers, ("电饭锅冒烟了",) * 3, kind=Kind.CHATTER.value)
    found = operator.triage.triage("电饭锅冒烟了")
    assert (found.kind, found.crisis) == (Kind.COMPLAINT, True)


def test_undo_takes_it_back_and_redo_teaches_it_again(operator, customers):
    corrected(operator, customers, kind=Kind.SUGGESTION.value)
    for count in (2, 1, 0):
        operator.history.undo()
        assert operator.lessons.count() == count
        operator.history.undo()
    assert operator.triage.triage(NEXT).kind is not Kind.SUGGESTION
    with pytest.raises(NothingToUndoError):
        operator.history.undo()
    for _ in range(6):
        operator.history.redo()
    assert operator.lessons.count() == 3
    assert operator.triage.triage(NEXT).kind is Kind.SUGGESTION


def test_a_second_thought_replaces_the_first(operator, customers):
    ticket = ticket_of(operator, customers, WAXED[0])
    operator.inbox.set_labels(ticket, kind=Kind.SUGGESTION.value)
    operator.inbox.set_labels(ticket, kind=Kind.SPAM.value)
    assert operator.lessons.count() == 1
    assert operator.triage.triage(WAXED[0]).kind is Kind.SPAM
    operator.history.undo()
    assert operator.triage.triage(WAXED[0]).kind is Kind.SUGGESTION


def test_a_level_by_hand_teaches_urgency(operator, customers):
    text = "滴胶杯垫能刻名字么"
    before = operator.triage.triage(text).urgency
    assert before is Urgency.LOW
    operator.inbox.set_level(ticket_of(operator, customers, text), Level.P1)
    assert operator.triage.triage(text).urgency is Urgency.MEDIUM
    operator.history.undo()
    assert operator.triage.triage(text).urgency is before


def test_a_private_answer_against_the_advice_teaches_who_should_see_it(operator, customers):
    text = "滴胶杯垫能刻名字么"
    assert operator.triage.triage(text).audience is Audience.PUBLIC
    ticket = ticket_of(operator, customers, text)
    for audience in (Audience.PUBLIC, Audience.PRIVATE):
        said = f"可以的，{audience.label}说"
        intent = operator.replies.copy(ticket, audience=audience, text=said, after=AfterSend(State.IN_PROGRESS))
        operator.replies.confirm(intent.id)
    assert operator.triage.triage(text).audience is Audience.PRIVATE
    operator.history.undo()
    assert operator.triage.triage(text).audience is Audience.PUBLIC


def test_all_can_be_forgotten_and_brought_back(operator, customers):
    corrected(operator, customers, kind=Kind.SUGGESTION.value, department="工坊")
    assert operator.lessons.forget().value == 6
    assert operator.lessons.count() == 0
    assert operator.triage.triage(NEXT).department != "工坊"
    operator.history.undo()
    assert operator.lessons.count() == 6
    assert operator.triage.triage(NEXT).department == "工坊"


def test_what_was_taught_lasts(open_desk, customers):
    first = open_desk()
    corrected(first, customers, kind=Kind.SUGGESTION.value)
    first.close()
    again = open_desk()
    assert again.triage.triage(NEXT).kind is Kind.SUGGESTION
    again.close()
