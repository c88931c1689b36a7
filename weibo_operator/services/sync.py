"""Fetching what customers wrote from the platform's lists, without gap or double, whenever it is broken off."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from random import random

from msgspec import Struct, field
from msgspec.structs import replace

from weibo_operator.domain.account import Account, AccountState, Pause, PauseScope
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.feed_reading import FeedPlace, after_page
from weibo_operator.domain.ids import AccountId, OperationId, TicketId
from weibo_operator.domain.open_platform import (
    FEEDS,
    Feature,
    PlatformError,
    PlatformSession,
    Reaction,
    Unread,
)
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.polling import PollState, next_poll
from weibo_operator.domain.settings import API_POLL_MINUTES, OWN_NICKNAME, REOPEN_DAYS, SAME_MATTER_HOURS
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.desk import Desk
from weibo_operator.services.intake_rows import Fate, IntakeRows, IntakeRules, ReadMessage, TriageText
from weibo_operator.services.stages import GiveWay, Report, go_on
from weibo_operator.storage import accounts as stored
from weibo_operator.storage.accounts import FeedCursor
from weibo_operator.storage.connection import without_waiting_for_the_disk
from weibo_operator.storage.journal import Recorder

FIRST_DAYS = timedelta(days=7)
"""How far back a list is read for the first time."""
MOST_PAGES = 6
"""Pages of one list in one fetch: three hundred messages; the rest comes with the next."""
PAGE = 50
CHUNK = 10
"""Messages per transaction, fewer than an import's: these keep images, and a click's own write waits for one."""
_STILL_UNREAD, _READ_ELSEWHERE = timedelta(hours=1), timedelta(hours=3)
_BY_HAND = timedelta(minutes=30)
_STOP_CODES = frozenset({"10004", "20022"})
"""This network address is refused: looked at again when the operator asks."""
_READ_AGAIN = -1
"""Stands for how many waited where a list's reading is not over: it is read again, whatever the counter says."""


class SyncReport(Struct, frozen=True):
    """What a fetch brought; ``at`` is aware UTC."""

    account: AccountId
    at: datetime
    new: int = 0
    duplicates: int = 0
    tickets: int = 0
    inside: int = 0
    """Messages of our own accounts and people, left out (mission A19)."""
    unreadable: int = 0
    """Rows that could not be understood and were passed over."""
    lists: tuple[Feature, ...] = ()
    """The lists that were read."""
    unread: Unread | None = None
    """What waits on the platform, as far as it was told; private letters can only be read there."""
    goes_on: bool = False
    """More is waiting than one fetch takes: the rest comes with the next."""
    stopped_by: Reaction | None = None
    error: PlatformError | None = None
    """What stopped it, for the sentence."""


class _Tally(Struct):
    new: int = 0
    duplicates: int = 0
    tickets: int = 0
    inside: int = 0
    unreadable: int = 0
    lists: list[Feature] = field(default_factory=list[Feature])
    whole: list[Feature] = field(default_factory=list[Feature])
    """Those of ``lists`` that were read to their end."""
    unread: Unread | None = None
    goes_on: bool = False
    operation: OperationId | None = None
    touched: set[TicketId] = field(default_factory=set[TicketId])
    tables: set[str] = field(default_factory=set[str])

    def count(self, fate: Fate) -> None:
        self.duplicates += fate is Fate.DUPLICATE
        self.inside += fate is Fate.INSIDE
        self.new += fate in (Fate.OPENED, Fate.JOINED)
        self.tickets += fate is Fate.OPENED

    def saw(self, changes: Changes) -> None:
        self.touched |= changes.tickets
        self.tables |= changes.tables

    def changed(self, recorder: Recorder) -> None:
        self.touched |= recorder.tickets
        self.tables |= recorder.tables


class _StoppedError(Exception):
    """The caller asked to stop."""


class _Fetch(Struct, frozen=True):
    """One fetch under way."""

    account: Account
    session: PlatformSession
    rows: IntakeRows
    own_uids: frozenset[str]
    tally: _Tally
    give_way: GiveWay
    progress: Report | None

    def tell(self) -> None:
        """Tell how far it is; raises ``_StoppedError`` when it should stop."""
        if self.progress is not None and not self.progress(self.tally.new + self.tally.duplicates, 0):
            raise _StoppedError


class Sync:
    """Fetches for one account at a time; every row goes the way of an import's.

    ``chance`` gives numbers from 0 up to 1, which spread what comes back after a failure.
    """

    def __init__(
        self, desk: Desk, triage: TriageText, accounts: Accounts, chance: Callable[[], float] = random
    ) -> None:
        self._desk = desk
        self._triage = triage
        self._accounts = accounts
        self._chance = chance
        self._polls: dict[AccountId, PollState] = {}
        self._resets: dict[Feature, bool] = {}

    def fetch(
        self,
        account: Account,
        *,
        by_hand: bool = False,
        give_way: GiveWay = go_on,
        progress: Report | None = None,
    ) -> Outcome[SyncReport]:
        """Fetch what is new for an account; ``by_hand``: the operator asked (F5). Calls the platform.

        What the platform answers instead is stored (``Accounts.refused``) and told in the report, never raised. Raises
        ``DatabaseUnavailableError``.
        """
        tally = _Tally()
        error = self._held_back(account, tally, by_hand=by_hand)
        if error is None:
            error = self._fetch(account, tally, by_hand=by_hand, give_way=give_way, progress=progress)
        now = self._desk.now()
        before = self._polls.get(account.id, PollState())
        failures = 0 if error is None else before.failures + 1
        self._polls[account.id] = PollState(now, failures, self._chance())
        report = SyncReport(
            account=account.id,
            at=now,
            new=tally.new,
            duplicates=tally.duplicates,
            tickets=tally.tickets,
            inside=tally.inside,
            unreadable=tally.unreadable,
            lists=tuple(tally.lists),
            unread=tally.unread,
            goes_on=tally.goes_on,
            stopped_by=None if error is None else error.reaction,
            error=error,
        )
        return Outcome(report, Changes(frozenset(tally.touched), frozenset(tally.tables)), tally.operation)

    def last_at(self, account: AccountId) -> datetime | None:
        """When the platform last told what waits for an account, also before a restart.

        What was told later than now was told before the clock was set back, nobody knows when.
        """
        now = self._desk.now()
        told = (each.synced_at for each in self._cursors(account).values())
        return max((at for at in told if at <= now), default=None)

    def next_due(self, account: Account) -> datetime | None:
        """When an account is to be fetched next without being asked; past means now, None means never."""
        if account.state is not AccountState.ACTIVE:
            return None
        state = self._polls.get(account.id) or PollState(self.last_at(account.id))
        due = next_poll(
            self._desk.now(),
            state,
            every_minutes=self._desk.setting(API_POLL_MINUTES),
            budget=self._accounts.budget(account.id),
        )
        rest = _rest(self._accounts.pauses(account.id))
        return due if due is None or rest is None else max(due, rest.until)

    def _held_back(self, account: Account, tally: _Tally, *, by_hand: bool) -> PlatformError | None:
        """Why nothing is called now: signed out, or a rest. Asking by hand ends the rest of a refused address."""
        if account.state is AccountState.SIGNED_OUT or (account.state is AccountState.EXPIRED and not by_hand):
            return PlatformError(Reaction.RELOGIN, path="", platform_code=account.state.value)
        rest = _rest(self._accounts.pauses(account.id))
        if rest is None:
            return None
        if by_hand and rest.code in _STOP_CODES:
            tally.saw(self._accounts.lift_pause(account.id, PauseScope.ALL))
            return None
        return PlatformError(Reaction.RATE_LIMIT, path="", platform_code=rest.code, retry_at=rest.until)

    def _fetch(
        self, account: Account, tally: _Tally, *, by_hand: bool, give_way: GiveWay, progress: Report | None
    ) -> PlatformError | None:
        """Fetch; returns what stopped it."""
        try:
            session = self._accounts.session(account, automatic=not by_hand)
        except PlatformError as error:
            tally.saw(self._accounts.refused(account.id, error))
            return error
        own_uids = frozenset(each.uid for each in self._accounts.all())
        fetch = _Fetch(account, session, self._rows(account), own_uids, tally, give_way, progress)
        try:
            for feed in self._moved(fetch, by_hand=by_hand):
                self._list(fetch, feed)
            self._learn_counters(fetch)
        except PlatformError as error:
            tally.saw(self._accounts.refused(account.id, error))
            return error
        except _StoppedError:
            tally.goes_on = True
        finally:
            session.close()
        return None

    def _moved(self, fetch: _Fetch, *, by_hand: bool) -> tuple[Feature, ...]:
        """The lists to read: those that moved, were never read, or have not been looked at for long."""
        account, now = fetch.account.id, self._desk.now()
        off = {each.feature for each in self._accounts.features_off(account)}
        feeds = [feed for feed in FEEDS if feed not in off]
        if Feature.UNREAD not in off:
            fetch.tally.unread = self._unread(fetch)
        if fetch.account.state is AccountState.EXPIRED and fetch.tally.unread is not None:
            fetch.tally.saw(self._accounts.let_in(account))
        if Feature.PROFILE not in off:
            self._complete_name(fetch)
        cursors, unread = self._cursors(account), fetch.tally.unread
        if unread is None:
            return tuple(feeds)
        moved = tuple(feed for feed in feeds if _is_worth_reading(cursors.get(feed), unread.of(feed), now, by_hand))
        self._begin(fetch, {feed: cursors[feed] for feed in moved if feed in cursors})
        return moved

    def _begin(self, fetch: _Fetch, cursors: Mapping[Feature, FeedCursor]) -> None:
        """Remember that these lists are being read: asking may set their counters back, whatever comes of it."""
        known = {feed: cursor for feed, cursor in cursors.items() if cursor.unread != _READ_AGAIN}
        if not known:
            return
        with self._desk.bookkeeping() as recorder:
            for feed, cursor in known.items():
                begun = replace(cursor, unread=_READ_AGAIN)
                recorder.put("feed_cursor", stored.cursor_row(fetch.account.id, feed, begun))

    def _complete_name(self, fetch: _Fetch) -> None:
        """An account signs in even when its name can't be had: then it is asked for here."""
        try:
            fetch.tally.saw(self._accounts.complete_name(fetch.account, fetch.session))
        except PlatformError as error:
            if error.reaction is not Reaction.NO_PERMISSION:
                raise
            fetch.tally.saw(self._accounts.refused(fetch.account.id, error))

    def _unread(self, fetch: _Fetch) -> Unread | None:
        """The counters; None where this app may not ask for them."""
        try:
            unread = fetch.session.unread()
        except PlatformError as error:
            if error.reaction is not Reaction.NO_PERMISSION:
                raise
            fetch.tally.saw(self._accounts.refused(fetch.account.id, error))
            return None
        with self._desk.bookkeeping() as recorder:
            self._put(recorder, fetch, Feature.UNREAD, FeedPlace())
        fetch.tally.changed(recorder)
        return unread

    def _learn_counters(self, fetch: _Fetch) -> None:
        """Find out, once in a run, whether reading a list sets its counter back (the platform nowhere says).

        Only then is it known what a counter that stands still means.
        """
        before, account = fetch.tally.unread, fetch.account.id
        if before is None:
            return
        unknown = [feed for feed in fetch.tally.whole if feed not in self._resets and before.of(feed) > 0]
        if not unknown:
            return
        after = fetch.session.unread()
        self._resets |= {feed: after.of(feed) < before.of(feed) for feed in unknown}
        cursors = self._cursors(account)
        with self._desk.bookkeeping() as recorder:
            for feed in unknown:
                self._put(recorder, fetch, feed, cursors[feed].place)

    def _list(self, fetch: _Fetch, feed: Feature) -> None:
        """Read one list as far as it goes, and store what it brought; raises what stops the whole fetch."""
        cursor = self._cursors(fetch.account.id).get(feed)
        place = FeedPlace() if cursor is None else cursor.place
        found: list[IncomingMessage] = []
        error: PlatformError | None = None
        # Once a gap of an earlier fetch is closed, what came since is looked for above it.
        pages, is_whole, is_catching_up = 0, False, place.has_gap
        while pages < MOST_PAGES and not is_whole:
            fetch.tell()
            try:
                place = self._page(fetch, feed, place, found)
            except PlatformError as refused:
                error = refused
                break
            pages += 1
            if not place.has_gap:
                is_whole, is_catching_up = not is_catching_up, False
        if pages:
            fetch.tally.lists.append(feed)
            if is_whole:
                fetch.tally.whole.append(feed)
            fetch.tally.goes_on |= not is_whole
            self._store(fetch, feed, place, found, is_whole=is_whole)
        if error is not None:
            if error.reaction is not Reaction.NO_PERMISSION:
                raise error
            fetch.tally.saw(self._accounts.refused(fetch.account.id, error))

    def _page(self, fetch: _Fetch, feed: Feature, place: FeedPlace, found: list[IncomingMessage]) -> FeedPlace:
        """Read a page into ``found``; returns the place after it."""
        page = fetch.session.page(feed, since_id=place.ask_since, max_id=place.ask_max, count=PAGE)
        oldest = self._desk.now() - FIRST_DAYS
        is_first_time = place.since_id == 0
        wanted = [message for message in page.messages if _is_new(place, message)]
        recent = [message for message in wanted if message.posted_at >= oldest]
        found.extend(recent if is_first_time else wanted)
        fetch.tally.unreadable += page.unreadable
        try:
            return after_page(place, page.ids, is_old_enough=is_first_time and len(recent) < len(wanted))
        except ValueError:
            raise PlatformError(Reaction.UNREADABLE, path=feed.value, detail="order") from None

    def _store(
        self, fetch: _Fetch, feed: Feature, place: FeedPlace, found: Sequence[IncomingMessage], *, is_whole: bool
    ) -> None:
        """Take the messages in, the oldest first; the place is moved on together with the last of them."""
        now = self._desk.now()
        in_order = sorted((_not_ahead(message, now) for message in found), key=lambda message: message.posted_at)
        parts = [in_order[start : start + CHUNK] for start in range(0, len(in_order), CHUNK)] or [[]]
        for number, part in enumerate(parts, start=1):
            read: list[ReadMessage] = []
            for message in part:
                fetch.give_way()
                if message.uid in fetch.own_uids or fetch.rows.is_inside(message):
                    fetch.tally.count(Fate.INSIDE)
                else:
                    read.append(fetch.rows.read(message))
            with without_waiting_for_the_disk(self._desk.connection), self._writing(fetch, bool(read)) as recorder:
                for each in read:
                    fetch.tally.count(fetch.rows.accept(recorder, each, None).fate)
                if number == len(parts):
                    self._put(recorder, fetch, feed, place, is_whole=is_whole)
            fetch.tally.operation = recorder.operation or fetch.tally.operation
            fetch.tally.changed(recorder)
            if number < len(parts):
                fetch.tell()

    def _writing(self, fetch: _Fetch, has_rows: bool) -> AbstractContextManager[Recorder]:
        """The next transaction of the fetch's one operation, which begins with the first rows."""
        if fetch.tally.operation is None and has_rows:
            said = {"account": fetch.account.nickname}
            return self._desk.operation(OperationKind.SYNC, data=said, undoable=False)
        return self._desk.journal.continue_operation(fetch.tally.operation)

    def _put(
        self, recorder: Recorder, fetch: _Fetch, feed: Feature, place: FeedPlace, *, is_whole: bool = True
    ) -> None:
        cursor = FeedCursor(
            place, self._waiting(fetch.tally.unread, feed) if is_whole else _READ_AGAIN, self._desk.now()
        )
        recorder.put("feed_cursor", stored.cursor_row(fetch.account.id, feed, cursor))

    def _waiting(self, unread: Unread | None, feed: Feature) -> int:
        """What a list's counter shows once the list is read; until that is known, the list is read again."""
        before = 0 if unread is None or feed not in FEEDS else unread.of(feed)
        if before and feed not in self._resets:
            return _READ_AGAIN
        return 0 if self._resets.get(feed) else before

    def _cursors(self, account: AccountId) -> dict[Feature, FeedCursor]:
        return dict(stored.cursors(self._desk.connection, account))

    def _rows(self, account: Account) -> IntakeRows:
        rules = IntakeRules(
            seen_at=self._desk.now(),
            reopen=timedelta(days=self._desk.setting(REOPEN_DAYS)),
            same_matter=timedelta(hours=self._desk.setting(SAME_MATTER_HOURS)),
            own_name=account.nickname or self._desk.setting(OWN_NICKNAME),
            account=account.id,
        )
        return IntakeRows(self._desk.connection, self._triage, rules)


def _is_worth_reading(cursor: FeedCursor | None, waiting: int, now: datetime, by_hand: bool) -> bool:
    """A list that moved, was not read to its end, or has not been looked at for long.

    The counter alone does not tell everything: what the operator read on the web in between is not counted.
    """
    if cursor is None or cursor.place.has_gap or waiting != cursor.unread:
        return True
    age = abs(now - cursor.synced_at)
    if by_hand:
        return waiting > 0 or age >= _BY_HAND
    return age >= (_STILL_UNREAD if waiting else _READ_ELSEWHERE)


def _is_new(place: FeedPlace, message: IncomingMessage) -> bool:
    number = message.platform_id
    return not (number.isascii() and number.isdecimal()) or place.is_new(int(number))


def _not_ahead(message: IncomingMessage, now: datetime) -> IncomingMessage:
    """The message as seen now at the latest: where the two clocks differ, nobody waits from the future."""
    if message.posted_at <= now:
        return message
    return replace(message, posted_at=now, time_is_approximate=True)


def _rest(pauses: Sequence[Pause]) -> Pause | None:
    """The rest of every call that ends last."""
    whole = (pause for pause in pauses if pause.scope is PauseScope.ALL)
    return max(whole, key=lambda pause: pause.until, default=None)
