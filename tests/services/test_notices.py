"""热点提醒: drafted from a crowd, posted by hand, offered to each member, counted, undone."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.conftest import Customers, OpenDesk, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.crowd import BroadcastRoom, Notice, NoticeState, broadcast_room
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.matters import Cluster, Issue, Matter
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import BROADCASTS_A_DAY, BROADCASTS_A_MONTH, HOTLINE, SHOP_NAME

LINK = "https://weibo.com/1001/Nabc123"


def arrive(operator: Operator, customers: Customers, uid: int, text: str = "电饭锅冒烟了") -> TicketId:
    ticket = operator.intake.capture(customers.message(text, uid=str(uid))).value
    assert ticket is not None
    return ticket


def crowd(operator: Operator, ticket: TicketId) -> Cluster:
    found = operator.crowds.of_ticket(ticket)
    assert found is not None
    return found


def post(operator: Operator, cluster: Cluster) -> Notice:
    draft = operator.notices.begin(cluster, operator.notices.draft_text(cluster)).value
    return operator.notices.posted(draft.id, text=draft.text, link=LINK).value


def answer(operator: Operator, ticket: TicketId, text: str) -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after)
    operator.replies.confirm(intent.id)


def test_the_draft_names_matter_people_day_and_hotline(operator: Operator, customers: Customers) -> None:
    operator.shop.change(HOTLINE, "400-200-3388")
    operator.shop.change(SHOP_NAME, "小店")
    tickets = [arrive(operator, customers, uid) for uid in range(3)]
    text = operator.notices.draft_text(crowd(operator, tickets[0]))
    for words in ("11 月 19 日", "3 位", "电饭锅", Issue.FIRE.value, "400-200-3388", "小店"):
        assert words in text
    operator.shop.change(HOTLINE, "")
    assert "拨打" not in operator.notices.draft_text(crowd(operator, tickets[0]))


@pytest.mark.parametrize("issue", Issue)
def test_every_issue_has_words_without_an_open_variable(operator: Operator, customers: Customers, issue: Issue) -> None:
    cluster = crowd(operator, arrive(operator, customers, 1))
    text = operator.notices.draft_text(replace(cluster, matter=Matter(issue.value, "电饭锅")))
    assert issue.value in text
    assert "{" not in text.replace("{答案}", "")
    assert "\n" not in text


def test_a_posted_notice_is_offered_to_members_those_who_come_later_and_a_crowd_that_follows(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    first = arrive(operator, customers, 1)
    notice = post(operator, crowd(operator, first))
    assert operator.notices.offered(first) == notice
    later = arrive(operator, customers, 2)
    assert operator.notices.offered(later) == notice
    other = arrive(operator, customers, 3, "耳机还没发货，五天了")
    assert operator.notices.offered(other) is None
    clock.advance(days=4)
    following = arrive(operator, customers, 4)
    assert crowd(operator, following).id != crowd(operator, first).id
    assert operator.notices.offered(following) == notice
    clock.advance(days=40)
    assert operator.notices.offered(arrive(operator, customers, 5)) is None


def test_a_draft_is_offered_to_nobody_and_an_ended_notice_no_more(operator: Operator, customers: Customers) -> None:
    ticket = arrive(operator, customers, 1)
    draft = operator.notices.begin(crowd(operator, ticket), "请先停用").value
    assert operator.notices.offered(ticket) is None
    posted = operator.notices.posted(draft.id, text="请先停用，拔下电源", link=f" {LINK} ").value
    assert (posted.link, posted.text) == (LINK, "请先停用，拔下电源")
    operator.notices.end(posted.id)
    assert operator.notices.offered(ticket) is None
    operator.history.undo()
    assert operator.notices.offered(ticket) is not None
    operator.history.redo()
    operator.notices.posted(posted.id, text=posted.text, link=LINK)
    assert operator.notices.offered(ticket) is not None


def test_whoever_got_the_link_is_counted_and_not_offered_it_again(operator: Operator, customers: Customers) -> None:
    first, second = arrive(operator, customers, 1), arrive(operator, customers, 2)
    notice = post(operator, crowd(operator, first))
    words = operator.notices.offer_text(notice)
    assert LINK in words
    answer(operator, first, f"您好。{words}")
    assert operator.notices.offered(first) is None
    assert operator.notices.offered(second) is not None
    assert operator.notices.listed()[0].told == 1
    answer(operator, first, f"再说一次 {LINK}")
    assert operator.notices.listed()[0].told == 1


def test_every_step_can_be_undone_and_survives_a_restart(open_desk: OpenDesk, customers: Customers) -> None:
    operator = open_desk()
    ticket = arrive(operator, customers, 1)
    cluster = crowd(operator, ticket)
    draft = operator.notices.begin(cluster, "一稿").value
    operator.notices.rewrite(draft.id, "二稿")
    operator.notices.posted(draft.id, text="二稿", link=LINK)
    again = open_desk()
    assert [notice.state for notice in again.notices.listed()] == [NoticeState.POSTED]
    again.history.undo()
    known = again.notices.of_matter(cluster.matter)
    assert known is not None
    assert (known.state, known.text, known.link) == (NoticeState.DRAFT, "二稿", "")
    again.history.undo()
    again.history.undo()
    assert again.notices.listed() == ()
    again.history.redo()
    assert again.notices.listed()[0].text == "一稿"


def test_throwing_a_draft_away_can_be_undone(operator: Operator, customers: Customers) -> None:
    draft = operator.notices.begin(crowd(operator, arrive(operator, customers, 1)), "一稿").value
    operator.notices.end(draft.id)
    assert operator.notices.listed() == ()
    operator.history.undo()
    assert operator.notices.listed() == (draft,)


@pytest.mark.parametrize("link", ["", "  ", "weibo.com/1", "javascript:alert(1)", "https://a.b c"])
def test_what_is_no_address_is_refused(operator: Operator, customers: Customers, link: str) -> None:
    draft = operator.notices.begin(crowd(operator, arrive(operator, customers, 1)), "一稿").value
    with pytest.raises(InvalidInputError):
        operator.notices.posted(draft.id, text="一稿", link=link)
    with pytest.raises(InvalidInputError):
        operator.notices.rewrite(draft.id, "  ")


def test_a_notice_outlives_the_crowd_it_was_about(operator: Operator, customers: Customers, clock: SetClock) -> None:
    ticket = arrive(operator, customers, 1)
    notice = post(operator, crowd(operator, ticket))
    operator.inbox.set_labels(ticket, kind="闲聊")
    assert operator.notices.listed() == (notice,)
    clock.advance(minutes=5)
    assert operator.notices.offered(arrive(operator, customers, 2)) == notice
    assert notice.since <= clock.now() - timedelta(minutes=5)


def test_what_was_posted_today_and_this_month_counts_against_the_quota(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    assert operator.notices.broadcast_room() == BroadcastRoom(1, None, None)
    notice = post(operator, crowd(operator, arrive(operator, customers, 1)))
    operator.notices.posted(notice.id, text="改过的话", link=LINK)
    assert operator.notices.broadcast_room() == BroadcastRoom(0, None, date(2026, 11, 20))
    operator.shop.change(BROADCASTS_A_MONTH, 4)
    clock.advance(days=1)
    assert operator.notices.broadcast_room() == BroadcastRoom(1, 3, None)
    operator.shop.change(BROADCASTS_A_DAY, 0)
    operator.shop.change(BROADCASTS_A_MONTH, 1)
    assert operator.notices.broadcast_room() == BroadcastRoom(None, 0, date(2026, 12, 1))
    operator.history.undo()
    operator.shop.change(BROADCASTS_A_MONTH, 0)
    assert operator.notices.broadcast_room().left is None


def test_a_quota_of_the_month_ends_with_the_year() -> None:
    sent = [date(2026, 12, 5), date(2026, 11, 30), date(2025, 12, 31)]
    room = broadcast_room(date(2026, 12, 31), sent, a_day=2, a_month=1)
    assert room == BroadcastRoom(2, 0, date(2027, 1, 1))
    assert room.left == 0
