"""The client against a whole small Weibo over real sockets: from permission to replies, with every fault."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from urllib.parse import urlencode

import httpx
import pytest

from tests.conftest import SetClock
from tests.practice_weibo import DEFAULT_PAGE, App, Comment, Kind, Post, PracticeWeibo, User, World
from weibo_operator.channels.weibo_api.loopback import RedirectListener
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.session import WeiboSession
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.authorisation import code_in
from weibo_operator.domain.base62 import mid_to_bid
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Source
from weibo_operator.domain.open_platform import (
    FEEDS,
    AppKey,
    Delivered,
    Feature,
    OpenPlatform,
    PlatformError,
    PlatformSession,
    Profile,
    Reaction,
    ReplyTarget,
    Token,
)

STATE = "b7e1"
PATIENCE = Patience(connect=5, read=5, whole=10)


class Shop:
    """A shop with a post, a customer with a comment under it, and an app of the shop's own."""

    def __init__(self, server: PracticeWeibo, clock: SetClock) -> None:
        self.server = server
        self.world: World = server.world
        self.clock = clock
        self.account: User = self.world.account("小店客服")
        self.customer: User = self.world.user("北城小满", followers=120_000, verified_type=0)
        self.app: App = self.world.app(owner=self.account)
        self.post: Post = self.world.post(self.account, "我们的新品到货了")
        clock.advance(minutes=1)
        self.world.set_clock(clock.now())
        self.comment: Comment = self.world.comment(self.customer, self.post, "还没收到，急")
        self.platform = WeiboPlatform(clock, patience=PATIENCE)
        self.key = AppKey(self.app.key, server=server.address)
        self.target = ReplyTarget(str(self.post.id), str(self.comment.id), self.customer.uid)

    def token(self) -> Token:
        return Token(self.world.token(self.account, self.app), self.account.uid, self.clock.now() + timedelta(days=1))

    def session(self, *, read: float = 5) -> WeiboSession:
        platform = WeiboPlatform(self.clock, patience=Patience(connect=5, read=read, whole=10))
        return platform.session(self.key, self.token())


@pytest.fixture
def shop(clock: SetClock) -> Iterator[Shop]:
    with PracticeWeibo(World(clock.now())) as server:
        yield Shop(server, clock)


@pytest.fixture
def session(shop: Shop) -> Iterator[WeiboSession]:
    made = shop.session()
    yield made
    made.close()


def agree(shop: Shop, address: str, decision: str = "agree") -> str:
    """What the owner's browser shows in its address bar in the end."""
    with httpx.Client(trust_env=False) as browser:
        page = browser.get(address)
        assert page.status_code == 200
        fields = dict(page.request.url.params) | {"uid": shop.account.uid, "decision": decision}
        return browser.post(f"{shop.server.address}/oauth2/authorize", data=fields).headers["location"]


def refused(reaction: Reaction, code: str, call: object, /, *arguments: object, **named: object) -> PlatformError:
    assert callable(call)
    with pytest.raises(PlatformError) as caught:
        call(*arguments, **named)
    assert (caught.value.reaction, caught.value.platform_code) == (reaction, code)
    return caught.value


def test_from_permission_to_a_reply_and_back(shop: Shop):
    address = shop.platform.authorise_address(shop.key, redirect_uri=DEFAULT_PAGE, state=STATE)
    assert "forcelogin=true" in address
    code = code_in(agree(shop, address), STATE)
    token = shop.platform.exchange(shop.key, shop.app.secret, code=code, redirect_uri=DEFAULT_PAGE)
    assert token.uid == shop.account.uid
    assert token.expires_at == shop.clock.now() + timedelta(seconds=157_679_999)
    assert token.value not in repr(token)
    session = shop.platform.session(shop.key, token)
    assert session.profile() == Profile(shop.account.uid, "小店客服")
    assert session.unread().comments == 1
    (message,) = session.page(Feature.COMMENTS).messages
    assert (message.source, message.text, message.nickname) == (Source.COMMENT, "还没收到，急", "北城小满")
    assert (message.parent_platform_id, message.parent_text) == (str(shop.post.id), "我们的新品到货了")
    assert message.link == f"https://weibo.com/{shop.account.uid}/{mid_to_bid(str(shop.post.id))}"
    assert (message.followers, message.verified, message.location) == (120_000, "黄V", "浙江")
    assert message.posted_at == shop.comment.at
    sent = session.send(ReplyTarget(message.parent_platform_id, message.platform_id), "您好，正在为您查快递")
    (own,) = session.own_comments()
    assert (own.platform_id, own.posted_at) == (sent.platform_id, sent.posted_at)
    assert own.text == "回复@北城小满:您好，正在为您查快递"
    assert (own.post_id, own.reply_to) == (str(shop.post.id), str(shop.comment.id))
    shop.platform.revoke(shop.key, token)
    refused(Reaction.SETUP, "21321", session.unread)
    shop.platform.revoke(shop.key, token)
    session.close()


def test_the_browser_brings_the_code_itself(shop: Shop):
    with ThreadPoolExecutor(1) as pool, closing(RedirectListener()) as listener:
        address = shop.platform.authorise_address(shop.key, redirect_uri=listener.redirect_uri, state=STATE)
        told = pool.submit(listener.wait, STATE, 30)
        with httpx.Client(trust_env=False) as browser:
            assert "可以关上这一页" in browser.get(agree(shop, address)).text
        code = told.result(10)
        assert code is not None
        token = shop.platform.exchange(shop.key, shop.app.secret, code=code, redirect_uri=listener.redirect_uri)
    assert token.uid == shop.account.uid


def test_what_it_is_is_what_the_desk_wants(clock: SetClock):
    platform: OpenPlatform = WeiboPlatform(clock)
    session: PlatformSession = platform.session(AppKey("1"), Token("2.00x", "5", clock.now()))
    session.close()


def test_the_owner_says_no(shop: Shop):
    address = shop.platform.authorise_address(shop.key, redirect_uri=DEFAULT_PAGE, state=STATE)
    with pytest.raises(InvalidInputError, match="refused"):
        code_in(agree(shop, address, "refuse"), STATE)


def test_a_code_works_once_and_for_its_own_address(shop: Shop):
    def code() -> str:
        address = shop.platform.authorise_address(shop.key, redirect_uri=DEFAULT_PAGE, state=STATE)
        return code_in(agree(shop, address), STATE)

    first, exchange = code(), shop.platform.exchange
    exchange(shop.key, shop.app.secret, code=first, redirect_uri=DEFAULT_PAGE)
    refused(Reaction.SETUP, "21325", exchange, shop.key, shop.app.secret, code=first, redirect_uri=DEFAULT_PAGE)
    refused(Reaction.SETUP, "21324", exchange, shop.key, "wrong", code=code(), redirect_uri=DEFAULT_PAGE)
    wrong = "http://127.0.0.1:1"
    refused(Reaction.SETUP, "21322", exchange, shop.key, shop.app.secret, code=code(), redirect_uri=wrong)
    shop.server.faults.add(Kind.HTML, "oauth2/access_token")
    refused(Reaction.UNREADABLE, "", exchange, shop.key, shop.app.secret, code=code(), redirect_uri=DEFAULT_PAGE)
    shop.server.faults.add(Kind.CUT_AFTER, "oauth2/access_token")
    refused(Reaction.RETRY, "", exchange, shop.key, shop.app.secret, code=code(), redirect_uri=DEFAULT_PAGE)


def test_mentions_and_reposts_are_answered_under_themselves(shop: Shop, session: WeiboSession):
    plain = shop.world.mention(shop.customer, shop.account, "到货了吗")
    repost = shop.world.post(shop.customer, "//@小店客服 求链接 @小店客服", retweet_of=shop.post)
    page = session.page(Feature.MENTIONS)
    assert [message.platform_id for message in page.messages] == [str(repost.id), str(plain.id)]
    assert {message.source for message in page.messages} == {Source.MENTION}
    assert [message.parent_platform_id for message in page.messages] == [str(shop.post.id), ""]
    session.send(ReplyTarget(str(plain.id)), "到货了，欢迎来看看")
    (write,) = shop.world.replies()
    assert (write.path, write.post_id, write.comment_id) == ("comments/create", str(plain.id), "")


def test_a_comment_that_names_us_is_answered_as_a_comment(shop: Shop, session: WeiboSession):
    other = shop.world.post(shop.world.user("别人"), "聊聊快递")
    named = shop.world.comment(shop.customer, other, "@小店客服 你们用哪家")
    (message,) = session.page(Feature.COMMENT_MENTIONS).messages
    assert (message.source, message.parent_platform_id) == (Source.COMMENT, str(other.id))
    session.send(ReplyTarget(message.parent_platform_id, message.platform_id), "用的顺丰")
    assert shop.world.replies()[0].comment_id == str(named.id)


def test_paging_down_and_up_misses_nothing(shop: Shop, session: WeiboSession):
    made = [shop.comment.id]
    for number in range(119):
        shop.clock.advance(seconds=20)
        made.append(shop.world.comment(shop.customer, shop.post, f"第 {number} 条", at=shop.clock.now()).id)
    seen: list[int] = []
    most = 0
    while page := session.page(Feature.COMMENTS, max_id=most, count=50).ids:
        seen += page
        most = min(page) - 1
    assert seen == sorted(made, reverse=True)
    assert session.page(Feature.COMMENTS, since_id=made[-4]).ids == tuple(reversed(made[-3:]))


@pytest.mark.parametrize("kind", [Kind.SHORT, Kind.DUPLICATES, Kind.REORDERED, Kind.WRONG_CLOCK])
def test_lists_that_are_not_quite_right_are_still_read(shop: Shop, session: WeiboSession, kind: Kind):
    for number in range(9):
        shop.world.comment(shop.customer, shop.post, f"第 {number} 条")
    shop.server.faults.add(kind, "comments/to_me")
    page = session.page(Feature.COMMENTS, since_id=shop.comment.id)
    assert page.unreadable == 0
    assert page.ids
    assert len(page.ids) == len(page.messages)
    assert min(page.ids) > shop.comment.id


FAULTS = [
    (Kind.CUT_BEFORE, {}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.CUT_AFTER, {}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.CUT_AFTER, {"reset": True}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.HALF, {}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.STATUS, {}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.STATUS, {"status": 500}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.STATUS, {"status": 403}, Reaction.NO_PERMISSION, Reaction.NO_PERMISSION),
    (Kind.STATUS, {"status": 418}, Reaction.RATE_LIMIT, Reaction.RATE_LIMIT),
    (Kind.HTML, {}, Reaction.UNREADABLE, Reaction.UNKNOWN),
    (Kind.MALFORMED, {}, Reaction.UNREADABLE, Reaction.UNKNOWN),
    (Kind.HUGE, {}, Reaction.UNREADABLE, Reaction.UNKNOWN),
    (Kind.REDIRECT, {}, Reaction.UNTRUSTED, Reaction.UNKNOWN),
    (Kind.RATE_LIMIT, {}, Reaction.RATE_LIMIT, Reaction.RATE_LIMIT),
    (Kind.ERROR, {"code": "10001"}, Reaction.RETRY, Reaction.UNKNOWN),
    (Kind.ERROR, {"code": "10009"}, Reaction.RETRY, Reaction.RETRY),
    (Kind.ERROR, {"code": "10014"}, Reaction.NO_PERMISSION, Reaction.NO_PERMISSION),
    (Kind.ERROR, {"code": "21327"}, Reaction.RELOGIN, Reaction.RELOGIN),
    (Kind.ERROR, {"code": "20016"}, Reaction.PAUSE_WRITES, Reaction.PAUSE_WRITES),
    (Kind.ERROR, {"code": "20031"}, Reaction.OPEN_PAGE, Reaction.OPEN_PAGE),
]


@pytest.mark.parametrize(("kind", "facts", "read", "write"), FAULTS)
def test_every_fault_has_its_reaction(
    shop: Shop, session: WeiboSession, kind: Kind, facts: dict[str, object], read: Reaction, write: Reaction
):
    for feed in FEEDS:
        shop.server.faults.clear()
        shop.world.exhausted.clear()
        shop.server.faults.add(kind, feed.value, **facts)
        with pytest.raises(PlatformError) as caught:
            session.page(feed)
        assert (caught.value.reaction, caught.value.path) == (read, feed.value)
    shop.world.exhausted.clear()
    shop.server.faults.add(kind, "comments/reply", **facts)
    with pytest.raises(PlatformError) as caught:
        session.send(shop.target, "您好，稍等")
    assert caught.value.reaction is write
    assert shop.server.paths().count("comments/reply") <= 1
    stored = len(shop.world.replies())
    assert stored <= 1
    if stored:
        assert write is Reaction.UNKNOWN
        (own,) = session.own_comments()
        assert own.text.endswith("您好，稍等")


def test_an_answer_too_late_is_an_answer_unknown(shop: Shop):
    session = shop.session(read=0.1)
    slow = shop.server.faults.add(Kind.SLOW, "comments/reply")
    refused(Reaction.UNKNOWN, "", session.send, shop.target, "您好，稍等")
    slow.release.set()
    assert len(shop.world.replies()) == 1
    slow = shop.server.faults.add(Kind.SLOW, "remind/unread_count")
    refused(Reaction.RETRY, "", session.unread)
    slow.release.set()
    session.close()


def test_done_though_it_shows_late(shop: Shop, session: WeiboSession):
    shop.server.faults.add(Kind.ERROR, "comments/reply", code="20032")
    assert session.send(shop.target, "您好，稍等") == Delivered()
    assert len(shop.world.replies()) == 1


def test_the_same_words_twice_are_probably_there_already(shop: Shop, session: WeiboSession):
    session.send(shop.target, "信息已收到")
    refused(Reaction.MAYBE_SENT, "20019", session.send, shop.target, "信息已收到")


def test_refusals_of_the_place_and_the_person(shop: Shop, session: WeiboSession):
    for code, reaction in (("20130", "not_allowed"), ("20205", "blocked"), ("20206", "not_allowed")):
        shop.world.refuse(shop.customer, code)
        refused(Reaction(reaction), code, session.send, shop.target, f"您好 {code}")
    refused(Reaction.TOO_LONG, "20012", session.send, ReplyTarget(str(shop.post.id)), "字" * 141)
    shop.world.delete(shop.comment)
    refused(Reaction.COMMENT_GONE, "20201", session.send, shop.target, "您好")
    shop.world.delete(shop.post)
    refused(Reaction.TARGET_GONE, "20101", session.send, shop.target, "您好")
    assert shop.world.replies() == []


def test_a_limit_of_the_hour_says_until_when(shop: Shop, session: WeiboSession):
    shop.server.faults.add(Kind.RATE_LIMIT, "comments/to_me", seconds=1500)
    error = refused(Reaction.RATE_LIMIT, "10023", session.page, Feature.COMMENTS)
    assert error.retry_at == shop.clock.now() + timedelta(seconds=1500)
    assert shop.server.paths() == ["comments/to_me", "account/rate_limit_status"]


def test_a_limit_met_by_a_reply_is_asked_about_and_the_reply_left_once(shop: Shop, session: WeiboSession):
    shop.server.faults.add(Kind.RATE_LIMIT, "comments/reply", code="10024", seconds=900)
    error = refused(Reaction.RATE_LIMIT, "10024", session.send, shop.target, "您好")
    assert error.retry_at == shop.clock.now() + timedelta(seconds=900)
    assert shop.server.paths() == ["comments/reply", "account/rate_limit_status"]


@pytest.mark.parametrize("kind", [Kind.CUT_BEFORE, Kind.HTML, Kind.MALFORMED, Kind.RATE_LIMIT])
def test_a_limit_whose_end_nobody_tells_is_a_limit_all_the_same(shop: Shop, session: WeiboSession, kind: Kind):
    shop.server.faults.add(Kind.RATE_LIMIT, "comments/to_me")
    shop.server.faults.add(kind, "account/rate_limit_status")
    error = refused(Reaction.RATE_LIMIT, "10023", session.page, Feature.COMMENTS)
    assert error.retry_at is None


def test_a_token_that_is_over_and_one_that_never_was(shop: Shop):
    token = shop.token()
    session = shop.platform.session(shop.key, token)
    shop.world.advance(days=4000)
    refused(Reaction.RELOGIN, "21327", session.page, Feature.COMMENTS)
    session.close()
    session = shop.platform.session(shop.key, Token("2.00nothing", shop.account.uid, token.expires_at))
    refused(Reaction.RELOGIN, "21332", session.send, shop.target, "您好")
    session.close()


def test_the_public_address_goes_along_where_it_is_wanted(shop: Shop):
    shop.world.wants_rip = True
    with_address = shop.platform.session(shop.key, shop.token(), public_ip="203.0.113.7")
    with_address.send(shop.target, "您好")
    with_address.close()
    without = shop.session()
    refused(Reaction.SETUP, "10016", without.send, shop.target, "再见")
    without.close()


def test_no_token_is_in_any_address(shop: Shop, session: WeiboSession):
    session.unread()
    session.send(shop.target, "您好")
    assert all("access_token" not in call.fields for call in shop.server.calls())
    asked = urlencode({"uid": shop.account.uid})
    assert [urlencode(call.fields) for call in shop.server.calls() if call.path == "remind/unread_count"] == [asked]
