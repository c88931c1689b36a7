"""Search with conditions finds exactly the tickets that meet them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Customers
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind, State

FOLLOWERS = {"1": 9_999, "2": 10_000, "3": 10_001, "4": 126_000, "5": None}


def five(operator: Operator, customers: Customers) -> dict[str, TicketId]:
    made: dict[str, TicketId] = {}
    for uid, followers in FOLLOWERS.items():
        words = "快递三天没动了，投诉" if uid in "13" else "这款有黑色吗多少钱"
        found = operator.intake.capture(customers.message(words, uid=uid, nickname=f"小李{uid}", followers=followers))
        assert found.value is not None
        made[uid] = found.value
    return made


def test_each_condition_finds_what_meets_it(operator: Operator, customers: Customers, clock) -> None:
    made = five(operator, customers)
    search = operator.inbox.search
    assert set(search("粉丝>1万")) == {made["3"], made["4"]}
    assert set(search("粉丝>=1万 粉丝<2万")) == {made["2"], made["3"]}
    assert set(search("类型:投诉")) == {made["1"], made["3"]} == set(search("快递 类型:投诉"))
    assert search("来自:李4") == (made["4"],)
    assert search("来自:李3 黑色") == ()
    assert search("黑色 粉丝>1万") == (made["4"],)
    department = operator.inbox.view(made["1"]).ticket.department
    assert set(search(f"部门:{department[:2]} 类型:投诉")) == {made["1"], made["3"]}
    operator.inbox.no_reply([made["2"]], reason="闲聊")
    assert search("状态:完成") == (made["2"],)
    assert made["2"] not in search("状态:新")
    assert search("超时") == ()
    clock.advance(days=2)
    operator.inbox.wake()
    assert set(search("超时")) == {made[uid] for uid in "1345"}
    assert len(search("超时", limit=2)) == 2


@settings(max_examples=60, deadline=None)
@given(
    kinds=st.sampled_from([None, *Kind]),
    state=st.sampled_from([None, *State]),
    least=st.sampled_from([None, 0, 9_999, 10_000, 10_001, 200_000]),
    word=st.sampled_from(["", "快递", "黑色", "没有的字"]),
)
def test_conditions_hold_together(language, kinds, state, least, word) -> None:
    from tests.conftest import SetClock
    from tests.services.weekly_desk import AFTER
    from weibo_operator.bootstrap import build
    from weibo_operator.storage.connection import MEMORY

    clock = SetClock(AFTER)
    operator = build(MEMORY, clock=clock, language=language)
    try:
        made = five(operator, Customers(clock))
        operator.inbox.no_reply([made["1"]], reason="闲聊")
        names = {State.NEW: "新", State.IN_PROGRESS: "处理中", State.FOLLOW_UP: "待回访", State.CLOSED: "完成"}
        pieces = [word]
        pieces += [] if kinds is None else [f"类型:{kinds.value}"]
        pieces += [] if state is None else [f"状态:{names[state]}"]
        pieces += [] if least is None else [f"粉丝>={least}"]
        wanted: set[TicketId] = set()
        for uid, ticket in made.items():
            view = operator.inbox.view(ticket)
            has_word = any(word in message.text for message in view.messages)
            fits = kinds in (None, view.ticket.kind) and state in (None, view.ticket.state)
            followers = FOLLOWERS[uid]
            if has_word and fits and (least is None or (followers is not None and followers >= least)):
                wanted.add(ticket)
        query = " ".join(pieces).strip()
        if query:
            assert set(operator.inbox.search(query)) == wanted
    finally:
        operator.close()
