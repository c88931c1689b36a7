"""A pane's rows: Qt's own model tests, pages read when looked at, cards read again only where they changed."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from tests.conftest import Customers
from ui.inbox.model import CARD_ROLE, CARDS_KEPT, PAGE, PaneModel
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Level, State
from weibo_operator.domain.ticket import Card

CUSTOMERS = 2 * PAGE + 7


class Reading:
    """Reads cards from the desk and notes which."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.asked: list[tuple[TicketId, ...]] = []

    def cards(self, ids: Sequence[TicketId]) -> Sequence[Card]:
        self.asked.append(tuple(ids))
        return self._context.operator.inbox.cards(ids)


@pytest.fixture
def reading(context: Context) -> Reading:
    return Reading(context)


@pytest.fixture
def waiting(context: Context, customers: Customers) -> tuple[TicketId, ...]:
    inbox = context.operator.inbox
    for number in range(CUSTOMERS):
        context.operator.intake.capture(customers.message(f"第{number}件收到就是坏的", uid=str(1000 + number)))
    return inbox.pane(State.NEW)


@pytest.fixture
def model(qapp: QObject, reading: Reading, waiting: tuple[TicketId, ...]) -> PaneModel:
    made = PaneModel(reading.cards, lambda card: f"{card.nickname}，{card.snippet}", qapp)
    made.show(waiting)
    return made


def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, context: Context, model: PaneModel, waiting: tuple[TicketId, ...]
) -> None:
    qtmodeltester.check(model)
    changes = context.operator.inbox.no_reply(waiting[3:5], reason="闲聊").changes
    model.show(context.operator.inbox.pane_after(State.NEW, waiting, changes.tickets), changes.tickets)
    model.show(model.ids, frozenset(waiting[:1]))
    model.show(())
    model.show(waiting)


def test_a_page_is_read_when_one_of_its_rows_is_asked_for(
    model: PaneModel, reading: Reading, waiting: tuple[TicketId, ...]
) -> None:
    assert reading.asked == []
    for row in (0, 1, PAGE - 1, PAGE + 5, CUSTOMERS - 1):
        card = model.index(row, 0).data(CARD_ROLE)
        assert card.id == waiting[row]
    assert [len(page) for page in reading.asked] == [PAGE, PAGE, 7]


def test_only_changed_cards_are_read_again(
    context: Context, model: PaneModel, reading: Reading, waiting: tuple[TicketId, ...]
) -> None:
    first, changed = waiting[0], waiting[1]
    for row in range(PAGE):
        model.card(row)
    reading.asked.clear()
    said = QSignalSpy(model.dataChanged)
    outcome = context.operator.inbox.set_labels(changed, topic="退货")
    rows_changed = model.show(
        context.operator.inbox.pane_after(State.NEW, waiting, outcome.changes.tickets), outcome.changes.tickets
    )
    assert not rows_changed
    assert [(said.at(n)[0].row(), said.at(n)[1].row()) for n in range(said.count())] == [(1, 1)]
    assert model.ids[0] == first
    for row in range(PAGE):
        model.card(row)
    assert reading.asked == [(changed,)]


def test_everything_is_read_again_when_nobody_says_what_changed(model: PaneModel, reading: Reading) -> None:
    model.card(0)
    said = QSignalSpy(model.dataChanged)
    assert not model.show(model.ids)
    assert said.count() >= 1
    model.card(0)
    assert len(reading.asked) == 2


def test_no_more_cards_are_kept_than_a_few_pages(qapp: QObject, context: Context, customers: Customers) -> None:
    context.operator.intake.capture(customers.message("有货吗"))
    (sample,) = context.operator.inbox.cards(context.operator.inbox.pane(State.NEW))
    asked: list[TicketId] = []

    def read(ids: Sequence[TicketId]) -> Sequence[Card]:
        asked.extend(ids)
        return [replace(sample, id=ticket) for ticket in ids]

    model = PaneModel(read, lambda card: card.nickname, qapp)
    model.show([TicketId(number) for number in range(3 * CARDS_KEPT)])
    for row in range(len(model.ids)):
        model.card(row)
    assert asked == list(model.ids)
    model.card(0)
    assert len(asked) == len(model.ids) + PAGE


def test_cards_are_spoken_and_never_edited(model: PaneModel, waiting: tuple[TicketId, ...]) -> None:
    index = model.index(2, 0)
    card = model.card(2)
    assert card is not None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == card.nickname
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == f"{card.nickname}，{card.snippet}"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.rowCount(index) == model.columnCount(index) == 0
    assert model.data(QModelIndex()) is None


def test_marks_leave_with_their_tickets(context: Context, model: PaneModel, waiting: tuple[TicketId, ...]) -> None:
    model.marked |= set(waiting[:3])
    changes = context.operator.inbox.no_reply(waiting[1:2], reason="闲聊").changes
    model.show(context.operator.inbox.pane_after(State.NEW, waiting, changes.tickets), changes.tickets)
    assert model.marked == {waiting[0], waiting[2]}
    assert model.row_of(waiting[1]) is None
    assert model.row_of(waiting[2]) == 1


def test_a_raised_ticket_moves_up(context: Context, model: PaneModel, waiting: tuple[TicketId, ...]) -> None:
    last = waiting[-1]
    changes = context.operator.inbox.set_level(last, Level.P1).changes
    assert model.show(context.operator.inbox.pane_after(State.NEW, waiting, changes.tickets), changes.tickets)
    assert model.row_of(last) == 0
    card = model.card(0)
    assert card is not None
    assert card.level is Level.P1
