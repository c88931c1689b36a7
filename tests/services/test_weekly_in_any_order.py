"""The same events put into the file in another order give the same figures: nothing hangs on the rows' numbers."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.weekly_desk import RESOURCES, WeeklyDesk, beijing
from weibo_operator.domain.week import Week
from weibo_operator.language.topic_words import TopicWords
from weibo_operator.storage.times import to_ms

WEEK = Week(2026, 47)
NOW = beijing(24, "10:00:00")
WORDS = TopicWords(RESOURCES)
SAID = ("电饭锅漏电", "发票没开", "快递五天没动", "谢谢你们")
KINDS = ("投诉", "咨询", "表扬", "建议")

events = st.fixed_dictionaries(
    {
        "day": st.integers(9, 22),
        "minute": st.integers(0, 20 * 60),
        "customer": st.integers(0, 2),
        "kind": st.sampled_from(KINDS),
        "said": st.sampled_from(SAID),
        "tone": st.sampled_from([-1, 0, 1]),
        "answered": st.sampled_from([None, 5, 90, 3000]),
        "handed": st.sampled_from([None, "物流部", "质检部"]),
        "visit": st.sampled_from(["", "满意", "不满"]),
        "solved": st.booleans(),
        "caught": st.sampled_from([None, "typo", "tone"]),
    }
)


def written(event, place):
    """The rows of one customer's matter as steps; each is told apart by its own second."""
    at = to_ms(beijing(event["day"], f"{event['minute'] // 60:02}:{event['minute'] % 60:02}:00")) + place * 1000
    return {**event, "at": at, "place": place}


def insert(desk, customers, event):
    at = datetime.fromtimestamp(event["at"] / 1000, UTC)
    ticket = desk.ticket(
        customers[event["customer"]], at, event["kind"], snippet=event["said"], topic=event["said"], department="服务部"
    )
    waited = event["answered"]
    answered = None if waited is None else at + timedelta(minutes=waited)
    turn = desk.turn(ticket, at, answered, answered and "reply")
    values = (event["said"], event["tone"], turn)
    desk.connection.execute("UPDATE message SET text = ?, sentiment = ? WHERE turn_id = ?", values)
    if answered is not None:
        desk.message(ticket, answered, "out")
    if event["handed"]:
        desk.handoff(ticket, event["handed"], at + timedelta(minutes=7), answered=answered)
    desk.visit(ticket, at + timedelta(days=1), event["visit"])
    if event["caught"]:
        desk._insert("caught", kind=event["caught"], ticket_id=ticket, at=event["at"])
    return (ticket, at + timedelta(days=2)) if event["solved"] else None


def figures_of(matters):
    desk = WeeklyDesk(NOW, topic_words=WORDS)
    try:
        customers = [desk.customer(f"客户{number}", str(number)) for number in range(3)]
        solved = [done for event in matters if (done := insert(desk, customers, event)) is not None]
        for ticket, at in solved:
            desk.solve(ticket, at)
        summary = desk.weekly.summary(WEEK)
        topics = [(topic.word, topic.count, topic.previous) for topic in summary.more.topics]
        tables = (summary.bands, summary.days, summary.backlog, summary.departments, summary.visits, summary.heat)
        matrix = {(row.kind, row.nature, row.department): row.count for row in summary.matrix}
        return summary.figures, tables, matrix, topics, summary.more.ages
    finally:
        desk.close()


@settings(deadline=None, max_examples=40)
@given(st.lists(events, min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_writing_changes_nothing(found, chance: random.Random):
    matters = [written(event, place) for place, event in enumerate(found)]
    shuffled = list(matters)
    chance.shuffle(shuffled)
    assert figures_of(shuffled) == figures_of(matters)
