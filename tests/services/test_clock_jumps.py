"""A clock that is set back, a machine that sleeps for a day, another zone with summer time: the desk goes on."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Customers, SetClock
from tests.services.platform_box import PlatformBox, add_account
from tests.services.sends import Sends
from tests.services.test_inbox import answer
from tests.services.test_sync import Fetching
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import State
from weibo_operator.domain.open_platform import Feature, PlatformError, Reaction
from weibo_operator.domain.reply import IntentState
from weibo_operator.domain.settings import API_WRITES_PER_HOUR
from weibo_operator.services.accounts import HOUR_FULL, Accounts

BACK = timedelta(days=2)


@pytest.fixture
def at(operator: Operator, clock: SetClock) -> Fetching:
    return Fetching(operator, clock)


@pytest.fixture(params=["America/New_York", "Europe/Berlin", "Australia/Lord_Howe"])
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The machine's own zone is one with summer time."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def asked(operator: Operator, customers: Customers, count: int) -> list[int]:
    written = (customers.message(f"第 {number} 单几点发货", uid=str(number)) for number in range(count))
    return [int(operator.intake.capture(message).value) for message in written]


def test_order_replies_and_undo_survive_a_clock_set_back(operator: Operator, customers: Customers, clock: SetClock):
    tickets = asked(operator, customers, 5)
    order = operator.inbox.pane(State.NEW)
    clock.at -= BACK
    assert operator.inbox.pane(State.NEW) == order
    later = operator.intake.capture(customers.message("在吗", uid="late")).value
    served = []
    for _ in range(6):
        found = operator.inbox.next_up()
        assert found is not None
        served.append(found.card.id)
        answer(operator, found.card.id)
        operator.inbox.wake()
    assert sorted(served) == sorted([*tickets, later]), "everybody is answered, once"
    operator.history.undo()
    assert operator.inbox.next_up() is not None
    operator.history.redo()
    assert operator.inbox.next_up() is None
    assert all(check.ok for check in operator.health.examine())


def test_a_visit_and_a_snoozed_ticket_come_back_when_their_time_comes(
    operator: Operator, customers: Customers, clock: SetClock
):
    (ticket,) = asked(operator, customers, 1)
    until = clock.now() + timedelta(hours=3)
    operator.inbox.snooze(ticket, until=until)
    clock.at -= BACK
    operator.inbox.wake()
    assert operator.inbox.next_up() is None, "still put off"
    clock.at = until + timedelta(minutes=1)
    operator.inbox.wake()
    found = operator.inbox.next_up()
    assert found is not None
    assert found.card.id == ticket


def test_a_day_asleep_is_one_step(operator: Operator, customers: Customers, clock: SetClock):
    tickets = asked(operator, customers, 3)
    operator.inbox.snooze(tickets[0], until=clock.now() + timedelta(hours=3))
    clock.advance(days=1)
    operator.inbox.wake()
    assert sorted(operator.inbox.pane(State.NEW)) == tickets
    assert not operator.inbox.is_behind()
    assert operator.backups.is_due()


def test_polling_goes_on_after_the_clock_was_set_back(at: Fetching):
    at.fetch()
    at.clock.at -= BACK
    for _ in range(2):  # the window's desk asks the file, as after a restart
        at.restart()
        assert at.sync.last_at(at.account.id) is None
        assert at.sync.next_due(at.account) == at.clock.now()
    at.box.write(Feature.MENTIONS, 101, uid="51")
    assert at.fetch().new == 1
    at.restart()
    assert at.sync.last_at(at.account.id) == at.clock.now()
    due = at.sync.next_due(at.account)
    assert due is not None
    assert due >= at.clock.now() + timedelta(minutes=3), "one look, not one after another until the calls are used up"


def test_a_reply_waits_no_longer_than_its_recall_window(sends: Sends):
    intent = sends.press(sends.comment())
    sends.clock.advance(seconds=2)
    sends.clock.at -= BACK
    begun_anew = sends.step()
    assert begun_anew.intent is None
    assert begun_anew.again_at == sends.clock.at, "asked again at once, it says from when on"
    assert sends.step().again_at == sends.clock.at + timedelta(seconds=5)
    assert sends.box.posted == [], "the window to call it back is kept"
    sends.later_step()
    assert sends.state(intent) is IntentState.SENT


def test_a_second_try_waits_no_longer_than_it_was_to(sends: Sends):
    intent = sends.press(sends.comment())
    sends.box.will(Reaction.RETRY)
    refused = sends.later_step()
    assert refused.again_at == sends.clock.at + timedelta(seconds=4)
    sends.clock.at -= BACK
    sends.step()
    assert sends.step().again_at == sends.clock.at + timedelta(seconds=4)
    sends.clock.advance(seconds=4)
    sends.step()
    assert sends.state(intent) is IntentState.SENT


@settings(max_examples=20)
@given(st.floats(0, 4.9), st.floats(0.001, 10**6))
def test_however_far_it_is_set_back(language: Language, waited: float, back: float):
    """From the moment the clock jumped a reply rests no longer than its whole window."""
    clock = SetClock(datetime(2026, 11, 19, 6, 10, tzinfo=UTC))
    with TemporaryDirectory() as folder, closing(build(Path(folder) / "desk.db", clock=clock, language=language)) as on:
        box = PlatformBox(clock)
        accounts = Accounts(on.desk, lambda: box, MemorySecrets())
        sends = Sends(on, clock, Customers(clock), box, accounts, add_account(accounts, on.desk))
        sends.press(sends.comment())
        clock.advance(seconds=waited)
        clock.advance(seconds=-back)
        jumped, step = clock.at, sends.step()
        while step.intent is None:
            assert step.again_at is not None
            clock.at = max(clock.at, step.again_at)
            step = sends.step()
        assert clock.at - jumped <= timedelta(seconds=5.002), "a window, and what milliseconds round"
        assert len(box.posted) == 1


def test_what_the_platform_asked_to_rest_and_the_hours_replies_go_on(sends: Sends):
    sends.operator.shop.change(API_WRITES_PER_HOUR, 1)
    sends.press(sends.comment())
    sends.later_step()
    assert [pause.code for pause in sends.accounts.pauses(sends.account)] == [HOUR_FULL]
    refusal = PlatformError(Reaction.RATE_LIMIT, path="comments/reply", platform_code="10023")
    sends.accounts.refused(sends.account, refusal)
    sends.clock.at -= timedelta(hours=2)
    assert sends.accounts.pauses(sends.account) == (), "else both rest two hours longer than their hour"
    sends.accounts.refused(sends.account, refusal)
    assert len(sends.accounts.pauses(sends.account)) == 1


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no zone of a process")
def test_summer_time_of_the_machine_changes_nothing(
    zone: str, operator: Operator, customers: Customers, clock: SetClock
):
    """The hour that New York and Berlin skip or repeat is an ordinary one here: the calendar is Beijing's."""
    for moment in (datetime(2026, 3, 8, 6, 59, tzinfo=UTC), datetime(2026, 10, 25, 0, 59, tzinfo=UTC)):
        clock.at = moment
        asked_at = [clock.advance(minutes=20) for _ in range(6)]
        messages: list[IncomingMessage] = [
            customers.message("几点发货", uid=f"{each:%m%d%H%M}", posted_at=each) for each in asked_at
        ]
        tickets = [operator.intake.capture(message).value for message in messages]
        stored = [card.waiting_since for card in operator.inbox.cards(tickets)]
        assert stored == asked_at
    assert operator.weekly.current().monday.weekday() == 0
    assert operator.backups.make() is not None
    newest = operator.backups.newest()
    assert newest is not None
    assert newest.made_at == clock.now()
