"""What the desk makes of each answer of the platform, over real sockets: replies, permission, the day's calls."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.channels.own_certificate import own_certificate, proved_by
from tests.channels.weibo_api_server import ScriptedServer
from tests.conftest import SetClock
from tests.practice_weibo import Kind
from tests.services.weibo_shop import Shop, opened_shop
from weibo_operator.bootstrap import Language
from weibo_operator.channels.weibo_api.errors import REACTIONS
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import reply_length
from weibo_operator.domain.open_platform import FEEDS, Feature, PlatformError, Reaction, ReplyTarget
from weibo_operator.domain.reply import IntentState
from weibo_operator.domain.settings import API_DAILY_CALLS
from weibo_operator.services.call_budget import USED_UP
from weibo_operator.services.routes import CopyReason
from weibo_operator.services.sentences import error_sentence

CODES = [
    (str(code), reaction)
    for reaction, codes in REACTIONS.items()
    for code in codes
    if code > 0 and reaction is not Reaction.SENT
]
UNDECIDED = {"10001", "10003", "10010", "10011"}
"""The platform failed inside: a list is asked for again, of a reply nobody knows whether it was done."""
NEXT_STEPS = ("请", "可以", "不用", "就好", "再发")


@pytest.fixture
def shop(clock: SetClock, language: Language) -> Iterator[Shop]:
    with opened_shop(clock, language) as made:
        made.sign_in()
        made.pass_minutes(1)
        yield made


def asked(shop: Shop) -> list[str]:
    """The paths since the permission was given."""
    return [path for path in shop.server.paths() if not path.startswith(("oauth2/", "users/"))]


def test_every_code_has_its_reaction_and_a_sentence_with_the_next_step(shop: Shop):
    session = shop.operator.accounts.session(shop.account())
    for code, reaction in CODES:
        for call, path, expected in (
            (lambda: session.page(Feature.MENTIONS), "statuses/mentions", reaction),
            (
                lambda: session.send(ReplyTarget(str(shop.post.id)), "您好"),
                "comments/create",
                Reaction.UNKNOWN if code in UNDECIDED else reaction,
            ),
        ):
            shop.server.faults.clear()
            shop.server.faults.add(Kind.ERROR, path, code=code, taken=False)
            with pytest.raises(PlatformError) as caught:
                call()
            assert (caught.value.reaction, caught.value.platform_code) == (expected, code)
            said = error_sentence(caught.value)
            assert any(step in said for step in NEXT_STEPS), said
    session.close()


@pytest.mark.parametrize("fact", [{"code": "10014"}, {"code": "10005"}, {"status": 403}])
@pytest.mark.parametrize("feed", FEEDS)
def test_a_list_that_is_refused_is_switched_off_and_not_asked_for_again(
    shop: Shop, feed: Feature, fact: dict[str, object]
):
    kind = Kind.STATUS if "status" in fact else Kind.ERROR
    shop.server.faults.add(kind, feed.value, times=None, **fact)
    for _ in range(3):
        assert shop.fetch().stopped_by is None
        shop.pass_minutes(240)
    assert asked(shop).count(feed.value) == 1
    assert [off.feature for off in shop.operator.accounts.features_off(shop.account().id)] == [feed]


def test_a_refused_reply_is_copied_from_then_on(shop: Shop):
    shop.world.comment(shop.customer(1), shop.post, "什么时候发货")
    shop.fetch()
    shop.server.faults.add(Kind.ERROR, "comments/reply", times=None, code="10014")
    intent = shop.press("今天就发")
    shop.step()
    shop.step()
    assert asked(shop).count("comments/reply") == 1
    assert shop.operator.outbox.get(intent.id).state is IntentState.REFUSED
    route = shop.operator.routes.route(intent.ticket_id, Audience.PUBLIC)
    assert route.reason is CopyReason.NO_PERMISSION


@pytest.mark.parametrize("code", ["21327", "21332"])
def test_one_signing_in_again_however_many_answers_say_so(shop: Shop, code: str):
    shop.world.comment(shop.customer(1), shop.post, "什么时候发货")
    shop.fetch()
    shop.press("今天就发")
    shop.server.faults.add(Kind.ERROR, "*", times=None, code=code)
    first = shop.operator.sync.fetch(shop.account())
    calls = len(shop.server.calls())
    assert first.value.stopped_by is Reaction.RELOGIN
    assert "account" in first.changes.tables
    assert shop.account().state is AccountState.EXPIRED
    for _ in range(3):
        again = shop.operator.sync.fetch(shop.account())
        assert "account" not in again.changes.tables
        assert shop.operator.sync.next_due(shop.account()) is None
        shop.pass_minutes(60)
    assert len(shop.server.calls()) == calls
    assert "account" not in shop.step().changes.tables


@pytest.mark.parametrize("code", ["20019", "20111"])
def test_what_is_probably_there_already_waits_for_a_look(shop: Shop, code: str):
    shop.world.comment(shop.customer(1), shop.post, "什么时候发货")
    shop.fetch()
    shop.server.faults.add(Kind.ERROR, "comments/reply", times=None, code=code)
    intent = shop.press("今天就发")
    for _ in range(3):
        shop.step()
        shop.pass_minutes(10)
    assert shop.operator.outbox.get(intent.id).state is IntentState.UNKNOWN
    assert asked(shop).count("comments/reply") == 1


def test_done_though_it_shows_late_counts_as_sent(shop: Shop):
    shop.world.comment(shop.customer(1), shop.post, "什么时候发货")
    shop.fetch()
    shop.server.faults.add(Kind.ERROR, "comments/reply", code="20032")
    intent = shop.press("今天就发")
    shop.step()
    assert shop.operator.outbox.get(intent.id).state is IntentState.SENT
    assert [write.given for write in shop.world.replies()] == ["今天就发"]


def test_a_server_nobody_vouches_for_gets_nothing_and_nothing_is_lost(shop: Shop, tmp_path: Path):
    shop.world.comment(shop.customer(1), shop.post, "什么时候发货")
    shop.fetch()
    intent = shop.press("今天就发")
    with ScriptedServer([b""], tls=proved_by(own_certificate(tmp_path))) as stranger:
        with shop.operator.desk.bookkeeping() as recorder:
            recorder.amend("account", shop.account().id, {"server": stranger.address})
        step, report = shop.step(), shop.fetch()
        assert stranger.heard == []
    assert step.error is not None
    assert "连接不安全" in error_sentence(step.error)
    assert report.stopped_by is Reaction.UNTRUSTED
    kept = shop.operator.outbox.get(intent.id)
    assert (kept.text, kept.state, kept.is_held) == ("今天就发", IntentState.QUEUED, True)
    assert len(shop.stored()) == 1
    with shop.operator.desk.bookkeeping() as recorder:
        recorder.amend("account", shop.account().id, {"server": shop.server.address})
    shop.operator.outbox.release(intent.id)
    shop.step()
    assert [write.given for write in shop.world.replies()] == ["今天就发"]


def test_the_platform_s_own_prefix_counts_in_a_reply_and_not_in_a_comment(shop: Shop):
    customer = shop.customer(1)
    comment = shop.world.comment(customer, shop.post, "什么时候发货")
    under_post, under_comment = ReplyTarget(str(shop.post.id)), ReplyTarget(str(shop.post.id), str(comment.id))
    session = shop.operator.accounts.session(shop.account())
    for target, named in ((under_post, ""), (under_comment, customer.name)):
        room = 140 - reply_length("", Audience.PUBLIC, named)
        fits = "长" * room
        assert reply_length(fits, Audience.PUBLIC, named) == 140
        session.send(target, fits)
        with pytest.raises(PlatformError) as caught:
            session.send(target, fits + "长")
        assert caught.value.reaction is Reaction.TOO_LONG
        assert reply_length(fits + "长", Audience.PUBLIC, named) == 141
    session.close()


def test_the_counter_first_then_only_the_list_that_moved(shop: Shop):
    shop.fetch(by_hand=False)
    before = len(asked(shop))
    shop.pass_minutes(15)
    shop.fetch(by_hand=False)
    assert asked(shop)[before:] == ["remind/unread_count"]
    shop.world.mention(shop.customer(1), shop.us, "收到的水杯漏水")
    shop.pass_minutes(15)
    shop.fetch(by_hand=False)
    assert asked(shop)[before + 1 : before + 3] == ["remind/unread_count", "statuses/mentions"]
    assert not {"comments/to_me", "comments/mentions"} & set(asked(shop)[before:])


def test_the_day_s_calls_end_where_they_should(shop: Shop):
    assert API_DAILY_CALLS.default == 100
    shop.operator.shop.change(API_DAILY_CALLS, 20)
    while (report := shop.fetch(by_hand=False)).stopped_by is None:
        shop.pass_minutes(4)
    assert report.error is not None
    assert report.error.platform_code == USED_UP
    assert len(asked(shop)) == 16
    while shop.fetch().stopped_by is None:
        shop.pass_minutes(4)
    assert len(asked(shop)) == 20
    budget = shop.operator.accounts.budget(shop.account().id)
    assert (budget.used, budget.left) == (20, 0)


def test_a_platform_that_is_gone_is_asked_less_and_less_often(shop: Shop):
    shop.server.faults.add(Kind.CUT_BEFORE, "*", times=None)
    pauses: set[timedelta] = set()
    for minutes in (1, 2, 4, 8, 16, 30, 30):
        shop.pass_minutes(60)
        assert shop.fetch(by_hand=False).stopped_by is Reaction.RETRY
        due = shop.operator.sync.next_due(shop.account())
        assert due is not None
        wait = due - shop.clock.now()
        assert timedelta(minutes=minutes) <= wait <= timedelta(minutes=minutes) * 1.25
        pauses.add(wait)
    assert len(pauses) == 7, "each wait has its own chance"


def test_the_end_of_a_permission_is_told_when_a_fifth_is_left(clock: SetClock, language: Language):
    with opened_shop(clock, language) as shop:
        shop.app = shop.world.app(token_seconds=10 * 3600)
        account = shop.sign_in()
        assert account.expires_at == clock.now() + timedelta(hours=10)
        assert not account.ends_soon(clock.now() + timedelta(hours=7, minutes=59))
        assert account.ends_soon(clock.now() + timedelta(hours=8))
