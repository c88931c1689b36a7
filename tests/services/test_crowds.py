"""Crowds through the services: they follow what comes in, is corrected, answered, undone; alarms; the next member."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import Customers, SetClock
from tests.services.desk_work import STEPS, DeskWork
from weibo_operator.bootstrap import Language, Operator, build, make_practice
from weibo_operator.domain.errors import NothingToUndoError, UndoBarrierError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind, Level, Source, State
from weibo_operator.domain.matters import Cluster, Issue, Matter
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import CLUSTER_ALERT_HOURS, CLUSTER_ALERT_PEOPLE, CLUSTER_HOURS, CLUSTER_SHOWN_FROM

SMOKE = ("电饭锅冒烟了", "你们的电饭煲煮饭时冒烟", "电饭锅插头冒火花，投诉", "电饭煲漏电，手都麻了")
MATTER = Matter(Issue.FIRE.value, "电饭锅")

Come = Callable[..., TicketId]


@pytest.fixture
def come(operator: Operator, customers: Customers) -> Come:
    """A customer comes with words; returns the ticket."""

    def arrive(text: str, uid: int, *, source: Source = Source.COMMENT, followers: int | None = None) -> TicketId:
        outcome = operator.intake.capture(customers.message(text, uid=str(uid), source=source, followers=followers))
        assert outcome.value is not None
        return outcome.value

    return arrive


def crowd_of(operator: Operator, ticket: TicketId) -> Cluster:
    found = operator.crowds.of_ticket(ticket)
    assert found is not None
    return found


def test_customers_who_say_the_same_in_their_own_words_form_a_crowd(operator: Operator, come: Come) -> None:
    tickets = [come(text, number) for number, text in enumerate(SMOKE)]
    come("耳机还没发货", 50)
    (card, *_) = operator.inbox.cards(tickets)
    assert card.crowd is not None
    assert card.crowd.matter == MATTER
    assert card.crowd.people == 4
    assert operator.crowds.lively() == (card.crowd,)


def test_what_came_first_and_says_nothing_joins_once_the_customer_tells(
    operator: Operator, come: Come, clock: SetClock
) -> None:
    come(SMOKE[0], 1)
    ticket = come("在吗", 2, source=Source.PRIVATE)
    assert operator.crowds.of_ticket(ticket) is None
    clock.advance(minutes=1)
    come("我的电饭锅冒烟了", 2, source=Source.PRIVATE)
    assert crowd_of(operator, ticket).people == 2


def test_the_post_above_names_the_product(operator: Operator, customers: Customers) -> None:
    post = {"parent_platform_id": "p1", "parent_text": "新款空气炸锅上市，前一百名送纸", "parent_author": "我们"}
    tickets = []
    for number, text in enumerate(("下单三天了还没发货", "我的也没发货，物流没动静")):
        message = customers.message(text, uid=str(number))
        tickets.append(operator.intake.capture(replace(message, **post)).value)
    assert crowd_of(operator, tickets[0]).matter == Matter(Issue.LATE.value, "空气炸锅")
    assert crowd_of(operator, tickets[1]).people == 2


def test_a_word_of_the_shop_s_own_counts_as_a_product(operator: Operator, come: Come) -> None:
    operator.words.remember("星火Pro", purpose="term")
    first, second = come("星火pro充不进电，坏了", 1), come("我的星火Pro也坏了，开不了机", 2)
    assert crowd_of(operator, first).matter == Matter(Issue.BROKEN.value, "星火Pro")
    assert crowd_of(operator, second).people == 2


def test_praise_and_chatter_form_no_crowd(operator: Operator, come: Come) -> None:
    ticket = come("电饭锅真好用，煮饭特别香，谢谢客服", 1)
    (card,) = operator.inbox.cards((ticket,))
    assert card.kind is Kind.PRAISE
    assert card.crowd is None


def test_an_operator_s_correction_moves_the_ticket_and_undo_moves_it_back(operator: Operator, come: Come) -> None:
    first, second = come(SMOKE[0], 1), come(SMOKE[1], 2)
    operator.inbox.set_labels(second, topic="空气炸锅")
    assert crowd_of(operator, first).people == 1
    assert crowd_of(operator, second).matter == Matter(Issue.FIRE.value, "空气炸锅")
    operator.history.undo()
    assert crowd_of(operator, first).people == 2
    operator.inbox.set_labels(second, nature="物流配送")
    assert operator.crowds.of_ticket(second) is None
    operator.history.undo()
    operator.inbox.set_labels(second, kind="闲聊")
    assert operator.crowds.of_ticket(second) is None
    operator.inbox.set_labels(second, kind="投诉", department="质检部")
    assert crowd_of(operator, second) == crowd_of(operator, first)


def test_undoing_an_arrival_leaves_no_ghost(operator: Operator, come: Come) -> None:
    come(SMOKE[0], 1)
    operator.history.undo()
    assert operator.crowds.lively() == ()
    rows = operator.desk.connection.execute("SELECT (SELECT count(*) FROM cluster) + count(*) FROM cluster_member")
    assert rows.fetchone()[0] == 0
    operator.history.redo()
    rows = operator.desk.connection.execute("SELECT people FROM cluster")
    assert [row[0] for row in rows] == [1]


def test_the_level_of_the_others_rises_when_the_crowd_passes_the_threshold(operator: Operator, come: Come) -> None:
    operator.shop.change(CLUSTER_ALERT_PEOPLE, 3)
    first = come("空气炸锅还有货吗", 1, followers=20_000)
    before = operator.inbox.cards((first,))[0].level
    come("空气炸锅什么时候补货呀", 2)
    assert operator.inbox.cards((first,))[0].level is before
    come("没抢到空气炸锅，还会补货吗", 3)
    assert (before, operator.inbox.cards((first,))[0].level) == (Level.P3, Level.P2)
    operator.history.undo()
    assert operator.inbox.cards((first,))[0].level is before


def test_an_alarm_rings_is_put_away_and_rings_again_when_twice_as_many_are_in_it(
    operator: Operator, come: Come, clock: SetClock
) -> None:
    operator.shop.change(CLUSTER_ALERT_PEOPLE, 3)
    for number in range(2):
        come(SMOKE[number], number)
    assert operator.crowds.alarms() == ()
    come(SMOKE[2], 2)
    (alarm,) = operator.crowds.alarms()
    assert alarm.cluster.recent == 3
    assert alarm.within == timedelta(hours=24)
    operator.crowds.put_away(alarm.cluster.id)
    assert operator.crowds.alarms() == ()
    for number in range(3, 5):
        come(SMOKE[0], number)
    assert operator.crowds.alarms() == ()
    come(SMOKE[1], 6)
    assert operator.crowds.alarms()[0].cluster.recent == 6
    clock.advance(hours=25)
    assert operator.crowds.alarms() == ()


def test_opened_together_those_who_wait_come_first_in_the_order_of_the_rotation(operator: Operator, come: Come) -> None:
    tickets = [come(text, number) for number, text in enumerate(SMOKE)]
    answered = tickets[0]
    intent = operator.replies.copy(
        answered, audience=operator.inbox.view(answered).ticket.advice, text="您好", after=AfterSend(State.IN_PROGRESS)
    )
    operator.replies.confirm(intent.id)
    crowd = operator.crowds.opened(crowd_of(operator, answered))
    assert crowd is not None
    assert [member.ticket for member in crowd.members][-1] == answered
    assert (crowd.waiting, crowd.answered, crowd.complete) == (3, 1, True)
    assert crowd.members[0].ticket == operator.crowds.next_up(crowd.cluster)


def test_the_next_member_is_never_the_open_one_and_none_when_all_are_answered(operator: Operator, come: Come) -> None:
    tickets = [come(text, number) for number, text in enumerate(SMOKE[:2])]
    come("耳机还没发货，都五天了", 9)
    cluster = crowd_of(operator, tickets[0])
    assert operator.crowds.next_up(cluster, but=tickets[0]) == tickets[1]
    operator.inbox.no_reply(tickets, reason="已在电话里说清")
    assert operator.crowds.next_up(cluster) is None
    assert operator.crowds.waiting(cluster) == 0


def test_serving_a_crowd_by_turns_gives_every_member_before_any_twice(operator: Operator, come: Come) -> None:
    tickets = [come(text, number) for number, text in enumerate(SMOKE)]
    come("耳机还没发货，都五天了", 9)
    served: list[TicketId] = []
    cluster = crowd_of(operator, tickets[0])
    while (ticket := operator.crowds.next_up(cluster)) is not None:
        served.append(ticket)
        advice = operator.inbox.view(ticket).ticket.advice
        after = AfterSend(State.IN_PROGRESS)
        operator.replies.confirm(operator.replies.copy(ticket, audience=advice, text="您好", after=after).id)
    assert sorted(served) == sorted(tickets)


def test_a_crowd_that_merged_is_still_found_under_its_old_record(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    now = clock.now()
    for uid, hours in ((1, 90), (2, 0)):
        operator.intake.capture(customers.message(SMOKE[0], uid=str(uid), posted_at=now - timedelta(hours=hours)))
    late = crowd_of(operator, TicketId(2))
    operator.intake.capture(customers.message(SMOKE[1], uid="3", posted_at=now - timedelta(hours=45)))
    merged = operator.crowds.now_of(late)
    assert merged is not None
    assert merged == crowd_of(operator, TicketId(1))
    assert merged.id != late.id


def test_other_settings_count_at_once(operator: Operator, customers: Customers, clock: SetClock) -> None:
    now = clock.now()
    for uid, hours in ((1, 30), (2, 10), (3, 0)):
        operator.intake.capture(customers.message(SMOKE[0], uid=str(uid), posted_at=now - timedelta(hours=hours)))
    assert crowd_of(operator, TicketId(3)).people == 3
    operator.shop.change(CLUSTER_HOURS, 12)
    assert crowd_of(operator, TicketId(3)).people == 2
    assert crowd_of(operator, TicketId(1)).people == 1
    operator.shop.change(CLUSTER_ALERT_HOURS, 5)
    assert crowd_of(operator, TicketId(3)).recent == 1
    operator.shop.change(CLUSTER_SHOWN_FROM, 2)
    assert operator.crowds.lively() == (crowd_of(operator, TicketId(3)),)


def test_undoing_an_import_takes_its_tickets_out_of_the_crowd(operator: Operator, come: Come, tmp_path: Path) -> None:
    """An import keeps no images: what follows from it is taken away all the same."""
    ticket = come(SMOKE[0], 1)
    rows = [search_row(number, 微博正文="电饭煲冒烟了，投诉") for number in range(30)]
    for row, day in zip(rows, range(30), strict=True):
        row["发布时间"] = f"2026-11-19 {9 + day // 12:02d}:{day % 12 * 5:02d}"
    operator.intake.import_file(put(tmp_path, as_csv(SEARCH_17, rows), name="export.csv"), chunk=7)
    assert crowd_of(operator, ticket).people > 1
    operator.history.undo()
    assert crowd_of(operator, ticket).people == 1
    members = operator.desk.connection.execute("SELECT count(*) FROM cluster_member").fetchone()
    assert tuple(members) == (1,)


def back_and_forth(work: DeskWork, by: int) -> None:
    """Undo or redo, where that is possible."""
    history = work.operator.history
    with suppress(NothingToUndoError, UndoBarrierError):
        (history.redo if by % 3 == 0 else history.undo)()


@pytest.mark.parametrize("seed", range(3))
def test_after_any_day_the_clusters_are_those_of_the_tickets_as_they_are(language: Language, seed: int) -> None:
    """Captures, answers, relabels, undo and redo through all services: nothing derived is left behind."""
    chance, work = Random(seed), DeskWork(language)
    try:
        for _ in range(150):
            work.step(chance.choice((*STEPS, "capture", "set_labels")), chance.randrange(20))
            if chance.random() < 0.3:
                back_and_forth(work, chance.randrange(9))
        connection = work.operator.desk.connection
        kept = [tuple(row) for row in connection.execute(_ALL_CLUSTERS)]
        assert kept
        connection.execute("UPDATE cluster_rules SET pause = 0")  # as after other settings: everything anew
        work.operator.shop.change(CLUSTER_SHOWN_FROM, 4)
        assert [tuple(row) for row in connection.execute(_ALL_CLUSTERS)] == kept
    finally:
        work.operator.close()


_ALL_CLUSTERS = "SELECT issue, product, first_at, last_at, people, recent FROM cluster ORDER BY 1, 2, 3"


def test_the_practice_shop_has_a_crowd_that_waits(tmp_path: Path, language: Language, clock: SetClock) -> None:
    """A new user sees the badge, and everybody in the crowd does say the same."""
    path = tmp_path / "practice.db"
    make_practice(path, now=clock.now(), language=language)
    practice = build(path, clock=clock, language=language)
    try:
        (cluster,) = practice.crowds.lively()
        crowd = practice.crowds.opened(cluster)
        assert crowd is not None
        assert cluster.matter == Matter(Issue.LATE.value, "耳机")
        assert cluster.people == len(crowd.members) == crowd.waiting == 4
    finally:
        practice.close()
