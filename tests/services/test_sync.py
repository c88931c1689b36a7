"""Fetching the platform's lists: only what moved, without gap or double, whatever stops it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import SetClock
from tests.services.platform_box import Call, PlatformBox
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.account import Account, AccountRole, AccountState
from weibo_operator.domain.labels import State
from weibo_operator.domain.open_platform import FEEDS, AppKey, Feature, Reaction, Unread
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.people import InsiderRole
from weibo_operator.domain.settings import API_DAILY_CALLS, API_POLL_MINUTES
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.sync import MOST_PAGES, Sync, SyncReport
from weibo_operator.storage.connection import MEMORY

APP = AppKey("2005", server="http://127.0.0.1:1")
M, C, AT = FEEDS


class Fetching:
    """A desk with one account, and the platform it fetches from."""

    def __init__(self, operator: Operator, clock: SetClock) -> None:
        self.operator = operator
        self.clock = clock
        self.box = PlatformBox(clock)
        self.secrets = MemorySecrets()
        self.accounts = Accounts(operator.desk, lambda: self.box, self.secrets)
        self.restart()
        self.account = self.sign_in("900")

    def restart(self) -> None:
        self.sync = Sync(self.operator.desk, self._triage, self.accounts, lambda: 0.5)

    def sign_in(self, uid: str) -> Account:
        begun = self.accounts.begin(APP, "s", redirect_uri="http://127.0.0.1:2")
        account = self.accounts.finish(begun, f"code-{uid}", role=AccountRole.SERVICE).value
        self.box.calls.clear()
        return account

    def fetch(self, *, by_hand: bool = False) -> SyncReport:
        self.box.calls.clear()
        return self.sync.fetch(self.accounts.get(self.account.id), by_hand=by_hand).value

    def stored(self) -> list[str]:
        rows = self.operator.desk.connection.execute("SELECT platform_id FROM message ORDER BY platform_id")
        return [row[0] for row in rows]

    def one(self, question: str) -> int:
        return self.operator.desk.connection.execute(question).fetchone()[0]

    def _triage(self, text, source, followers, parent_text):
        return self.operator.triage.triage(text, source=source, followers=followers, parent_text=parent_text)


@pytest.fixture
def at(operator: Operator, clock: SetClock) -> Fetching:
    return Fetching(operator, clock)


def test_the_first_fetch_brings_every_list_and_opens_tickets(at: Fetching):
    at.box.write(M, 101, uid="51")
    at.box.write(C, 201, uid="52")
    at.box.write(AT, 301, uid="53")
    outcome = at.sync.fetch(at.account)
    report = outcome.value
    assert (report.new, report.tickets, report.duplicates, report.stopped_by) == (3, 3, 0, None)
    assert report.lists == FEEDS
    assert report.unread == Unread(1, 1, 1, 0)
    assert len(outcome.changes.tickets) == 3
    assert {"message", "ticket"} <= outcome.changes.tables
    assert at.stored() == ["101", "201", "301"]
    assert at.one("SELECT COUNT(*) FROM ticket JOIN account ON account.id = account_id AND uid = '900'") == 3
    assert len(at.operator.inbox.pane(State.NEW)) == 3
    assert at.box.calls[0].feature is Feature.UNREAD
    assert at.box.open_sessions == 0


def test_nothing_moved_costs_one_call_and_no_operation(at: Fetching):
    at.box.write(M, 101)
    at.fetch()
    operations = at.one("SELECT COUNT(*) FROM operation")
    at.clock.advance(minutes=15)
    report = at.fetch()
    assert [call.feature for call in at.box.calls] == [Feature.UNREAD]
    assert (report.new, report.lists) == (0, ())
    assert at.one("SELECT COUNT(*) FROM operation") == operations


def test_only_the_list_that_moved_is_read_from_where_it_stood(at: Fetching):
    for number in (101, 102):
        at.box.write(M, number)
    at.box.write(C, 201)
    at.fetch()
    at.box.write(M, 103)
    report = at.fetch()
    assert at.box.calls[1:] == [Call(M, since_id=101)]
    assert (report.new, report.duplicates, report.lists) == (1, 0, (M,))


def test_a_fetch_is_one_operation_that_undo_passes_over(at: Fetching):
    for number in range(101, 161):
        at.box.write(M, number)
    outcome = at.sync.fetch(at.account)
    kinds = [row[0] for row in at.operator.desk.connection.execute("SELECT kind FROM operation")]
    assert kinds == [OperationKind.SYNC.value]
    assert outcome.operation is not None
    assert at.operator.history.last() is None
    (ticket, *_) = outcome.changes.tickets
    assert [each.kind for each in at.operator.history.of_ticket(ticket)] == [OperationKind.SYNC]


def test_hidden_rows_make_short_pages_that_are_not_the_end(at: Fetching):
    at.fetch()
    at.box.page_size = 4
    for number in range(101, 131):
        at.box.write(M, number)
    at.box.hidden = {130, 126, 121, 122, 107}
    while at.fetch(by_hand=True).goes_on:
        pass
    assert at.stored() == [str(n) for n in range(101, 131) if n not in at.box.hidden]


def test_more_than_a_fetch_takes_comes_with_the_next_ones(at: Fetching):
    at.fetch()
    at.box.page_size = 3
    for number in range(101, 141):
        at.box.write(M, number)
    report = at.fetch()
    assert report.goes_on
    assert report.new == MOST_PAGES * 3
    for number in range(141, 146):
        at.box.write(M, number)
    reports = [at.fetch() for _ in range(4)]
    assert not reports[-1].goes_on
    assert at.stored() == [str(n) for n in range(101, 146)]
    assert sum(each.duplicates for each in (report, *reports)) == 0


def test_what_is_older_than_a_week_is_left_where_a_list_is_read_for_the_first_time(at: Fetching):
    at.box.page_size = 5
    for number in range(101, 141):
        at.box.write(M, number, posted_at=at.clock.now() - timedelta(days=141 - number))
    report = at.fetch()
    assert at.stored() == [str(n) for n in range(134, 141)]
    assert not report.goes_on
    assert len(at.box.asked(M)) == 2


def test_a_list_that_was_empty_at_first_has_no_such_bound_later(at: Fetching):
    at.fetch()
    at.clock.advance(days=20)
    at.box.write(M, 101, posted_at=at.clock.now() - timedelta(days=12))
    assert at.fetch().new == 1


def test_a_list_that_is_not_permitted_is_switched_off_and_the_others_go_on(at: Fetching):
    at.box.write(M, 101)
    at.box.write(C, 201)
    at.box.will_fail(M, Reaction.NO_PERMISSION, code="10014")
    outcome = at.sync.fetch(at.account)
    assert at.stored() == ["201"]
    assert outcome.value.stopped_by is None
    assert outcome.value.lists == (C, AT)
    assert "account_feature" in outcome.changes.tables
    assert [off.feature for off in at.accounts.features_off(at.account.id)] == [M]
    at.fetch(by_hand=True)
    assert at.box.asked(M) == []
    at.accounts.switch_on(at.account.id, M)
    at.fetch()
    assert at.stored() == ["101", "201"]


def test_without_the_counters_the_lists_are_read_themselves(at: Fetching):
    at.box.write(C, 201)
    at.box.will_fail(Feature.UNREAD, Reaction.NO_PERMISSION, code="10014")
    assert at.fetch().new == 1
    at.box.write(C, 202)
    report = at.fetch()
    assert (report.new, report.unread) == (1, None)
    assert at.box.asked(Feature.UNREAD) == []


def test_an_expired_permission_stops_the_account_once(at: Fetching):
    at.box.will_fail(M, Reaction.RELOGIN, code="21327")
    outcome = at.sync.fetch(at.account)
    assert outcome.value.stopped_by is Reaction.RELOGIN
    assert "account" in outcome.changes.tables
    assert at.accounts.get(at.account.id).state is AccountState.EXPIRED
    report = at.fetch()
    assert (report.stopped_by, at.box.calls) == (Reaction.RELOGIN, [])
    assert at.sync.next_due(at.accounts.get(at.account.id)) is None


def test_asking_by_hand_finds_out_that_the_permission_holds(at: Fetching):
    token = at.secrets.read("token/900")
    assert token is not None
    at.secrets.forget("token/900")
    assert at.fetch().stopped_by is Reaction.RELOGIN
    at.secrets.keep("token/900", token)
    assert at.fetch(by_hand=True).stopped_by is None
    assert at.accounts.get(at.account.id).state is AccountState.ACTIVE


@pytest.mark.parametrize("reaction", [Reaction.OFFLINE, Reaction.RETRY, Reaction.UNTRUSTED, Reaction.UNREADABLE])
def test_no_connection_is_only_reported(at: Fetching, reaction: Reaction):
    at.box.write(M, 101)
    at.box.write(C, 201)
    at.box.will_fail(C, reaction)
    report = at.fetch()
    assert report.stopped_by is reaction
    assert at.stored() == ["101"]
    assert at.accounts.get(at.account.id).state is AccountState.ACTIVE
    assert at.accounts.pauses(at.account.id) == ()
    assert at.fetch().stopped_by is None
    assert at.stored() == ["101", "201"]


def test_a_page_that_fails_half_way_keeps_the_pages_before_it(at: Fetching):
    at.fetch()
    at.box.page_size = 3
    for number in range(101, 110):
        at.box.write(M, number)
    seen: list[int] = []

    def second_page(_: int) -> None:
        seen.append(1)
        if len(seen) == 3:
            at.box.will_fail(M, Reaction.OFFLINE)

    at.box.before_call = second_page
    report = at.fetch()
    assert (report.stopped_by, report.new) == (Reaction.OFFLINE, 3)
    at.box.before_call = None
    assert at.fetch().new == 6
    assert at.box.asked(M)[0].max_id == 106
    assert at.stored() == [str(n) for n in range(101, 110)]


def test_a_rest_keeps_calls_back_until_it_is_over(at: Fetching):
    at.box.will_fail(M, Reaction.RATE_LIMIT, code="10023")
    assert at.fetch().stopped_by is Reaction.RATE_LIMIT
    report = at.fetch(by_hand=True)
    assert (report.stopped_by, at.box.calls) == (Reaction.RATE_LIMIT, [])
    assert report.error is not None
    assert report.error.retry_at == at.clock.now() + timedelta(minutes=50)
    due = at.sync.next_due(at.account)
    assert due is not None
    assert due >= report.error.retry_at
    at.clock.advance(minutes=51)
    assert at.fetch().stopped_by is None


def test_a_refused_address_is_tried_again_when_the_operator_asks(at: Fetching):
    at.box.will_fail(Feature.UNREAD, Reaction.STOP, code="10004")
    assert at.fetch().stopped_by is Reaction.STOP
    at.clock.advance(hours=2)
    at.fetch()
    assert at.box.calls == []
    assert at.fetch(by_hand=True).stopped_by is None


def test_looks_by_themselves_leave_calls_for_replies(at: Fetching):
    at.operator.shop.change(API_DAILY_CALLS, 20)
    while at.fetch().stopped_by is None:
        at.clock.advance(minutes=4)
    assert at.accounts.budget(at.account.id).left == 4
    assert at.fetch(by_hand=True).stopped_by is None


def test_our_own_words_and_our_people_s_are_left_out(at: Fetching):
    other = at.sign_in("901")
    at.operator.insiders.add("客户77", InsiderRole.STAFF)
    at.box.write(M, 101, uid=other.uid)
    at.box.write(M, 102, uid="77")
    at.box.write(M, 103, uid="55")
    report = at.fetch()
    assert (report.new, report.inside) == (1, 2)
    assert at.stored() == ["103"]
    assert at.one("SELECT COUNT(*) FROM customer") == 1


def test_a_message_that_came_by_file_is_known_and_gets_its_account(at: Fetching):
    at.box.write(M, 101, uid="51")
    at.operator.intake.capture(at.box.rows[M][101])
    at.box.write(M, 102, uid="51")
    report = at.fetch()
    assert (report.new, report.duplicates, report.tickets) == (1, 1, 0)
    assert at.one("SELECT account_id FROM ticket") == at.account.id


def test_nobody_waits_from_the_future(at: Fetching):
    at.box.write(M, 101, posted_at=at.clock.now() + timedelta(hours=9))
    at.fetch()
    now = int(at.clock.now().timestamp() * 1000)
    assert at.one("SELECT posted_at FROM message") == now
    assert at.one("SELECT time_is_approximate FROM message") == 1
    assert at.one("SELECT waiting_since FROM ticket") <= now


@pytest.mark.parametrize("resets", [True, False])
def test_one_message_at_each_look_is_found_with_two_calls(at: Fetching, resets: bool):
    at.box.resets = resets
    at.box.write(M, 101)
    at.fetch()
    for number in range(102, 107):
        at.clock.advance(minutes=15)
        at.box.write(M, number)
        assert at.fetch().new == 1
        assert [call.feature for call in at.box.calls] == [Feature.UNREAD, M]
        at.clock.advance(minutes=15)
        at.fetch()
        assert [call.feature for call in at.box.calls] == [Feature.UNREAD]


def test_a_counter_that_stands_still_is_not_believed_for_ever(at: Fetching):
    at.box.write(M, 101)
    at.box.counts = Unread(1, 0, 0, 2)
    assert at.fetch().unread == Unread(1, 0, 0, 2)
    at.box.write(M, 102)
    at.clock.advance(minutes=20)
    assert at.fetch().new == 0
    at.clock.advance(minutes=50)
    assert at.fetch().new == 1


def test_asking_by_hand_reads_what_waits_whatever_the_counter_did(at: Fetching):
    at.box.write(M, 101)
    at.box.counts = Unread(1, 0, 0, 0)
    at.fetch()
    at.box.write(M, 102)
    assert at.fetch(by_hand=True).new == 1


def test_who_is_more_urgent_is_served_before_each_message(at: Fetching):
    for number in range(101, 111):
        at.box.write(M, number)
    served: list[int] = []
    at.sync.fetch(at.account, give_way=lambda: served.append(len(at.stored())))
    assert len(served) == 10
    assert not at.operator.desk.connection.in_transaction


def test_stopped_between_two_parts_it_goes_on_next_time(at: Fetching):
    for number in range(101, 161):
        at.box.write(M, number)
    outcome = at.sync.fetch(at.account, progress=lambda done, _: done < 20)
    assert outcome.value.goes_on
    assert outcome.value.new == 20
    report = at.fetch()
    assert (report.new, report.duplicates) == (40, 20)
    assert len(at.stored()) == 60


def test_when_the_next_look_is_due(at: Fetching):
    assert at.sync.next_due(at.account) == at.clock.now()
    at.fetch()
    fetched_at = at.clock.now()
    assert at.sync.last_at(at.account.id) == fetched_at
    due = at.sync.next_due(at.account)
    assert due is not None
    assert due == fetched_at + timedelta(minutes=15)
    at.restart()
    assert at.sync.next_due(at.account) == due
    for minutes in (1, 2, 4):
        at.clock.advance(minutes=40)
        at.box.will_fail(Feature.UNREAD, Reaction.OFFLINE)
        at.fetch()
        assert at.sync.next_due(at.account) == at.clock.now() + timedelta(minutes=minutes) * 1.125
    at.operator.shop.change(API_POLL_MINUTES, 0)
    assert at.sync.next_due(at.account) is None


class PowerCutError(Exception):
    """The machine stops at this very step."""


class Steps:
    """Counts the steps of a fetch and stops the machine at one of them."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, *_: object) -> bool:
        self.left -= 1
        if self.left < 0:
            raise PowerCutError
        return True


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_stopped_at_any_step_nothing_is_lost_or_doubled(
    data: st.DataObject, language: Language, clock_from: Callable[[], SetClock]
):
    operator = build(MEMORY, clock=clock_from(), language=language)
    try:
        at = Fetching(operator, clock_from())
        at.box.page_size = data.draw(st.integers(1, 30), label="page size")
        newest = 100
        for _ in range(data.draw(st.integers(1, 4), label="rounds")):
            for _ in range(data.draw(st.integers(0, 40), label="new rows")):
                newest += data.draw(st.integers(1, 3))
                at.box.write(data.draw(st.sampled_from([M, M, M, C])), newest)
            steps = Steps(data.draw(st.integers(0, 60), label="cut after"))
            at.box.before_call = steps
            try:
                at.sync.fetch(at.account, by_hand=True, give_way=steps, progress=steps)
            except PowerCutError:
                at.restart()
        at.box.before_call = None
        at.operator.shop.change(API_DAILY_CALLS, 10_000)
        while at.fetch(by_hand=True).goes_on:
            pass
        written = sorted(str(number) for feed in (M, C) for number in at.box.rows.get(feed, ()))
        assert at.stored() == written
    finally:
        operator.close()


@pytest.fixture
def clock_from(clock: SetClock) -> Callable[[], SetClock]:
    return lambda: clock
