"""Signing in and fetching over real sockets: the desk, the client and a whole small Weibo with faults."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.conftest import SetClock
from tests.practice_weibo import Kind, Post
from tests.services.weibo_shop import REDIRECT, Shop, opened_shop
from weibo_operator.bootstrap import Language
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.open_platform import FEEDS, AppKey, Feature, PlatformError, Reaction, Unread

M, C, AT = FEEDS


@pytest.fixture
def shop(clock: SetClock, language: Language) -> Iterator[Shop]:
    with opened_shop(clock, language) as made:
        yield made


def test_signed_in_through_the_page_every_list_is_fetched(shop: Shop):
    account = shop.sign_in()
    assert (account.nickname, account.state) == ("小店客服", AccountState.ACTIVE)
    assert account.expires_at is not None
    assert account.expires_at - shop.clock.now() > timedelta(days=4 * 365)
    shop.pass_minutes(1)
    written = [
        shop.world.mention(shop.customer(1), shop.us, "收到的水杯漏水"),
        shop.world.comment(shop.customer(2), shop.post, "什么时候发货"),
        shop.world.comment(shop.customer(3), shop.post, "@小店客服 请问有红色的吗"),
    ]
    report = shop.fetch(by_hand=False)
    assert report.stopped_by is None
    assert report.unread == Unread(1, 2, 1, 0)
    assert shop.stored() == sorted(str(one.id) for one in written)
    assert report.new == 3
    asked = len(shop.server.calls())
    shop.pass_minutes(15)
    report = shop.fetch(by_hand=False)
    assert (report.new, report.lists) == (0, ())
    assert len(shop.server.calls()) == asked + 1


def test_the_token_is_in_no_address_and_not_in_the_file(shop: Shop):
    shop.sign_in()
    shop.fetch()
    (token,) = shop.world.grants
    assert token not in "\n".join(shop.operator.desk.connection.iterdump())
    assert token not in repr(shop.operator.accounts.all())
    shop.operator.accounts.sign_out(shop.operator.accounts.all()[0].id)
    assert shop.world.grants[token].is_revoked


@pytest.mark.parametrize("kind", [Kind.SHORT, Kind.DUPLICATES, Kind.REORDERED])
def test_short_doubled_and_reordered_pages_leave_no_gap(shop: Shop, kind: Kind):
    shop.sign_in()
    shop.fetch()
    written: list[Post] = []
    for number in range(140):
        shop.pass_minutes(0.1)
        written.append(shop.world.mention(shop.customer(number), shop.us, f"第 {number} 次问，还没收到货"))
    hidden = {written[n].id for n in (0, 49, 50, 51, 90, 139)}
    for each in written:
        if each.id in hidden:
            shop.world.hide(each)
    shop.server.faults.add(kind, "statuses/mentions", times=2)
    reports = [shop.fetch()]
    while reports[-1].goes_on:
        reports.append(shop.fetch())
    expected = {str(each.id) for each in written if each.id not in hidden}
    found = set(shop.stored())
    assert found <= expected
    # What the fault itself left out of a page was hidden from us; everything else is there, once.
    assert kind is Kind.SHORT or found == expected
    assert sum(each.new for each in reports) == len(found)
    assert len(shop.stored()) == len(found)


@pytest.mark.parametrize(
    ("kind", "reaction"),
    [
        (Kind.CUT_BEFORE, Reaction.RETRY),
        (Kind.CUT_AFTER, Reaction.RETRY),
        (Kind.HALF, Reaction.RETRY),
        (Kind.STATUS, Reaction.RETRY),
        (Kind.HTML, Reaction.UNREADABLE),
        (Kind.MALFORMED, Reaction.UNREADABLE),
        (Kind.HUGE, Reaction.UNREADABLE),
        (Kind.REDIRECT, Reaction.UNTRUSTED),
    ],
)
def test_whatever_breaks_half_way_nothing_is_lost_or_doubled(shop: Shop, kind: Kind, reaction: Reaction):
    shop.sign_in()
    shop.fetch()
    written: list[Post] = []
    for number in range(120):
        shop.pass_minutes(0.1)
        written.append(shop.world.mention(shop.customer(number), shop.us, f"第 {number} 次问，还没收到货"))
    shop.server.faults.add(kind, "statuses/mentions", first=2)
    report = shop.fetch()
    assert (report.stopped_by, report.new) == (reaction, 50)
    (account,) = shop.operator.accounts.all()
    assert account.state is AccountState.ACTIVE
    report = shop.fetch()
    assert (report.stopped_by, report.new, report.duplicates) == (None, 70, 0)
    assert shop.stored() == sorted(str(each.id) for each in written)


@pytest.mark.parametrize("kind", [Kind.CUT_AFTER, Kind.HALF])
def test_a_list_whose_answer_was_lost_is_read_again_though_its_counter_was_set_back(shop: Shop, kind: Kind):
    shop.sign_in()
    shop.fetch()
    shop.pass_minutes(1)
    written = shop.world.mention(shop.customer(1), shop.us, "收到的水杯漏水")
    shop.server.faults.add(kind, "statuses/mentions")
    assert shop.fetch(by_hand=False).stopped_by is Reaction.RETRY
    shop.pass_minutes(3)
    report = shop.fetch(by_hand=False)
    assert report.unread == Unread(0, 0, 0, 0)
    assert shop.stored() == [str(written.id)]


def test_as_many_again_are_seen_though_the_counter_was_not_understood(shop: Shop):
    shop.sign_in()
    shop.fetch()
    shop.pass_minutes(1)
    first = shop.world.mention(shop.customer(1), shop.us, "收到的水杯漏水")
    shop.server.faults.add(Kind.CUT_BEFORE, "remind/unread_count", first=2)
    assert shop.fetch(by_hand=False).stopped_by is Reaction.RETRY
    shop.pass_minutes(3)
    second = shop.world.mention(shop.customer(2), shop.us, "收到的水杯也漏水")
    shop.fetch(by_hand=False)
    assert shop.stored() == [str(first.id), str(second.id)]


def test_an_ended_permission_is_renewed_with_the_secret_that_is_kept(shop: Shop):
    account = shop.sign_in()
    shop.world.revoke(next(iter(shop.world.grants)))
    shop.server.faults.add(Kind.ERROR, "*", times=None, code="21327")
    assert shop.fetch().stopped_by is Reaction.RELOGIN
    assert shop.operator.accounts.get(account.id).state is AccountState.EXPIRED
    shop.server.faults.clear()
    again = shop.sign_in()
    assert (again.id, again.state) == (account.id, AccountState.ACTIVE)
    assert shop.fetch().stopped_by is None


def test_a_permission_that_is_missing_switches_one_list_off(shop: Shop):
    account = shop.sign_in()
    shop.pass_minutes(1)
    shop.world.mention(shop.customer(1), shop.us, "收到的水杯漏水")
    comment = shop.world.comment(shop.customer(2), shop.post, "什么时候发货")
    shop.server.faults.add(Kind.ERROR, "statuses/mentions", times=None, code="10014")
    assert shop.fetch().stopped_by is None
    assert shop.stored() == [str(comment.id)]
    assert [off.feature for off in shop.operator.accounts.features_off(account.id)] == [Feature.MENTIONS]
    asked = shop.server.paths().count("statuses/mentions")
    shop.fetch()
    assert shop.server.paths().count("statuses/mentions") == asked


@pytest.mark.parametrize("hours", [-9, 9])
def test_a_platform_clock_that_is_hours_off_moves_nobody_into_the_future(shop: Shop, hours: int):
    shop.sign_in()
    shop.pass_minutes(1)
    shop.world.mention(shop.customer(1), shop.us, "收到的水杯漏水")
    shop.world.comment(shop.customer(2), shop.post, "什么时候发货")
    shop.server.faults.add(Kind.WRONG_CLOCK, "*", times=None, seconds=hours * 3600)
    assert shop.fetch().new == 2
    now = int(shop.clock.now().timestamp() * 1000)
    rows = shop.operator.desk.connection.execute("SELECT waiting_since, opened_at FROM ticket").fetchall()
    assert len(rows) == 2
    assert all(row[0] <= now and row[1] <= now for row in rows)


def test_a_code_that_was_used_is_refused(shop: Shop):
    key = AppKey(shop.app.key, redirect_uri="", server=shop.server.address)
    begun = shop.operator.accounts.begin(key, shop.app.secret, redirect_uri=REDIRECT)
    with pytest.raises(PlatformError) as refused:
        shop.operator.accounts.finish(begun, "0123456789abcdef0123456789abcdef", role=AccountRole.SERVICE)
    assert refused.value.reaction is Reaction.SETUP
    assert shop.operator.accounts.all() == ()
