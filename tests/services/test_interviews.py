"""A session of questions under one post: what belongs to it, who is next, undo, restart, minutes (mission G14)."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from tests.conftest import Customers, OpenDesk, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.interview import Answered, Interview
from weibo_operator.domain.labels import Audience, Source, State
from weibo_operator.domain.reply import AfterSend

POST = "4900000000000001"
LINK = f"https://m.weibo.cn/status/{POST}"
AFTER = AfterSend(State.IN_PROGRESS)

Ask = Callable[..., TicketId]


@pytest.fixture
def ask(operator: Operator, customers: Customers) -> Ask:
    """A customer asks under the post; returns the ticket."""

    def arrive(text: str, uid: int, *, under: str = POST, source: Source = Source.COMMENT) -> TicketId:
        outcome = operator.intake.capture(customers.message(text, uid=str(uid), under=under, source=source))
        assert outcome.value is not None
        return outcome.value

    return arrive


@pytest.fixture
def interview(operator: Operator, clock: SetClock) -> Interview:
    """A session that was begun."""
    return operator.interviews.begin("王总", clock.now() + timedelta(hours=1), link=f"分享 {LINK} 给你").value


def reply(operator: Operator, ticket: TicketId, text: str, audience: Audience = Audience.PUBLIC) -> None:
    """Copied, and said to be out."""
    intent = operator.replies.copy(ticket, audience=audience, text=text, after=AFTER)
    operator.replies.confirm(intent.id)


def test_what_stands_under_the_post_belongs_to_it_whenever_it_came(
    operator: Operator, ask: Ask, clock: SetClock
) -> None:
    early = ask("明年会出新颜色吗", 1)
    ask("快递三天没动了", 2, under="4900000000000002")
    ask("我的订单怎么还没发", 3, source=Source.PRIVATE, under="")
    interview = operator.interviews.begin("王总", clock.now(), link=operator.interviews.link_of(early)).value
    clock.advance(minutes=5)
    ask("为什么涨价", 4)
    opened = operator.interviews.opened(interview.id)
    assert [question.text for question in opened.questions] == ["明年会出新颜色吗", "为什么涨价"]
    assert (opened.open, opened.answered) == (2, 0)
    assert operator.interviews.waiting(interview) == 2


def test_a_question_that_joined_another_ticket_belongs_too(
    operator: Operator, ask: Ask, interview: Interview, clock: SetClock
) -> None:
    first = ask("快递三天没动了，投诉", 1, under="4900000000000002")
    clock.advance(minutes=5)
    assert ask("快递五天没动了，投诉", 1) == first
    opened = operator.interviews.opened(interview.id)
    assert [(question.ticket, question.text) for question in opened.questions] == [(first, "快递五天没动了，投诉")]
    assert operator.interviews.next_up(interview) == first


@pytest.mark.parametrize("seed", range(6))
def test_nobody_twice_before_all_once(
    operator: Operator, ask: Ask, interview: Interview, clock: SetClock, seed: int
) -> None:
    """Whatever the levels, and however often the loudest ask again."""
    random, had, asked = Random(seed), Counter[int](), Counter[int]()
    words = ("投诉！退款，骗子", "会出新颜色吗", "漏电冒烟，手都麻了", "谢谢王总", "什么时候有货")
    for uid in range(1, 6):
        ask(random.choice(words), uid)
        asked[uid] += 1
    while (ticket := operator.interviews.next_up(interview)) is not None and sum(had.values()) < 14:
        uid = int(operator.inbox.view(ticket).customer.uid)
        waiting = [one for one in asked if asked[one] > had[one]]
        assert had[uid] == min(had[one] for one in waiting)
        clock.advance(minutes=1)
        reply(operator, ticket, f"您好，第 {sum(had.values())} 个回答")
        had[uid] += 1
        again = random.randint(1, 5)
        if asked[again] == had[again]:
            clock.advance(minutes=1)
            ask(random.choice(words), again)
            asked[again] += 1
    assert sum(had.values()) >= 5
    assert operator.interviews.opened(interview.id).answered == sum(had.values())


def test_the_open_ticket_is_never_given_again_and_others_are_not_given_at_all(
    operator: Operator, ask: Ask, interview: Interview
) -> None:
    ask("快递三天没动了", 2, under="4900000000000002")
    only = ask("会出新颜色吗", 1)
    assert operator.interviews.next_up(interview) == only
    assert operator.interviews.next_up(interview, but=only) is None


def test_begin_and_end_are_undone_and_done_again(operator: Operator, interview: Interview, clock: SetClock) -> None:
    clock.advance(hours=2)
    ended = operator.interviews.end(interview.id).value
    assert ended.ended_at == clock.now()
    assert operator.interviews.running() is None
    assert operator.interviews.end(interview.id).operation is None, "it has ended already"
    operator.history.undo()
    assert operator.interviews.running() == interview
    operator.history.undo()
    assert operator.interviews.listed() == ()
    with pytest.raises(NotFoundError):
        operator.interviews.opened(interview.id)
    operator.history.redo()
    assert operator.interviews.running() == interview


def test_a_restart_finds_it_as_it_was(operator: Operator, ask: Ask, interview: Interview, open_desk: OpenDesk) -> None:
    reply(operator, ask("会出新颜色吗", 1), "会的，春天")
    left = ask("为什么涨价", 2)
    before = operator.interviews.opened(interview.id)
    operator.close()
    again = open_desk()
    assert again.interviews.running() == interview
    assert again.interviews.opened(interview.id) == before
    assert again.interviews.next_up(interview) == left


@pytest.mark.parametrize(
    ("who", "link", "field", "reason"),
    [
        ("王总", "", "link", "empty"),
        ("王总", "https://example.org/1", "link", "not_a_post"),
        (" ", LINK, "who", "empty"),
        ("王" * 41, LINK, "who", "too_long"),
    ],
)
def test_what_can_not_begin(operator: Operator, clock: SetClock, who: str, link: str, field: str, reason: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        operator.interviews.begin(who, clock.now(), link=link)
    assert (caught.value.data["field"], caught.value.data["reason"]) == (field, reason)
    assert operator.interviews.listed() == ()


def test_one_at_a_time(operator: Operator, interview: Interview, clock: SetClock) -> None:
    with pytest.raises(InvalidInputError) as caught:
        operator.interviews.begin("李总", clock.now(), link=LINK)
    assert caught.value.data["reason"] == "interview_running"
    operator.interviews.end(interview.id)
    other = operator.interviews.begin("李总", clock.now(), link=LINK).value
    assert [one.who for one in operator.interviews.listed()] == ["李总", "王总"]
    assert operator.interviews.running() == other


def test_the_minutes_are_masked_and_no_cell_is_a_formula(
    operator: Operator, ask: Ask, interview: Interview, clock: SetClock, tmp_path: Path
) -> None:
    first, second, third = ask("=1+1 请联系 13812345678", 1), ask("+@张三 为什么涨价", 2), ask("我的订单呢", 3)
    clock.advance(minutes=3)
    reply(operator, first, "@客户1 您好，会的")
    reply(operator, third, "您的订单 88888888 已发出，这句只给您", Audience.PRIVATE)
    operator.inbox.no_reply([second], reason="闲聊")
    ask("还有优惠吗", 4)
    answered = [question.answered for question in operator.interviews.opened(interview.id).questions]
    assert answered == [Answered.PUBLIC, Answered.NONE, Answered.PRIVATE, Answered.OPEN]
    place = operator.interviews.save_minutes(interview.id, tmp_path / "纪要.xlsx")
    page = load_workbook(place).active
    assert page is not None
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}, "no formula"
    rows = [[cell.value for cell in row] for row in page.iter_rows()][-4:]
    assert rows[0][2:5] == ["客＊＊", "=1+1 请联系 ＊＊", "@＊＊ 您好，会的"]
    assert [row[4] for row in rows[1:]] == ["（不用回答）", "（已私信回答）", "（还没有回答）"]
    text = operator.interviews.save_minutes(interview.id, tmp_path / "纪要.txt").read_text("utf-8-sig")
    for hidden in ("13812345678", "张三", "客户1", "这句只给您"):
        assert hidden not in text
    assert "问题 4 个，已回答 2 个，还没有回答 1 个" in text
    whole = operator.interviews.save_minutes(interview.id, tmp_path / "全.txt", unmasked=True).read_text("utf-8-sig")
    assert "13812345678" in whole
    assert "客户1" in whole
    assert "这句只给您" not in whole, "what was said in private is nobody else's"
    assert sorted(path.name for path in tmp_path.iterdir() if "partial" in path.name) == []


def test_minutes_that_can_not_be_written(operator: Operator, interview: Interview, tmp_path: Path) -> None:
    old = tmp_path / "纪要.txt"
    old.write_text("旧的")
    for place in (tmp_path / "没有" / "纪要.txt", tmp_path / "纪要.pdf"):
        with pytest.raises(InvalidInputError):
            operator.interviews.save_minutes(interview.id, place)
    assert old.read_text() == "旧的"


def test_the_same_session_gives_the_same_bytes(
    operator: Operator, ask: Ask, interview: Interview, tmp_path: Path
) -> None:
    ask("会出新颜色吗", 1)
    pairs = [(operator.interviews.save_minutes(interview.id, tmp_path / f"{n}.xlsx")).read_bytes() for n in (1, 2)]
    assert pairs[0] == pairs[1]
