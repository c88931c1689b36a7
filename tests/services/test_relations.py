"""关系: derived from what a customer did, each thing counted once; set by hand, given back, undone, filtered by."""

from datetime import timedelta

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.contact import CardText
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.praise import Permission
from weibo_operator.domain.relation import History, Relation

COMPLAINT, PRAISE = "快递三天没动了，投诉", "你们家的电饭锅真好用，客服也耐心，表扬一下！"


def arrive(operator: Operator, customers: Customers, uid: str, text: str = COMPLAINT) -> tuple[CustomerId, TicketId]:
    ticket = operator.intake.capture(customers.message(text, uid=uid)).value
    assert ticket is not None
    operator.inbox.no_reply((ticket,), reason="测试")
    return operator.inbox.view(ticket).customer.id, ticket


def label(operator: Operator, ticket: TicketId, kind: Kind) -> None:
    operator.desk.connection.execute("UPDATE ticket SET kind = ? WHERE id = ?", (kind.value, ticket))


def history(operator: Operator, customer: CustomerId) -> History:
    return operator.important.card(customer).standing.history


def test_two_tickets_of_a_day_are_one_day_and_complaints_make_no_months(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    who, ticket = arrive(operator, customers, "1")
    label(operator, ticket, Kind.COMPLAINT)
    assert history(operator, who) == History(days=1)
    clock.advance(minutes=10)
    _, second = arrive(operator, customers, "1", "请问你们的电饭锅有几种颜色")
    label(operator, second, Kind.QUESTION)
    assert history(operator, who) == History(days=1, months=1)
    assert operator.important.card(who).standing.level is Relation.NEW


def test_a_contact_on_another_day_counts_and_its_undo_takes_it_back(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    who, ticket = arrive(operator, customers, "1")
    label(operator, ticket, Kind.QUESTION)
    clock.advance(days=40)
    operator.important.record_contact(who, note="聊了新品")
    assert history(operator, who) == History(days=2, months=2)
    assert operator.important.card(who).standing.level is Relation.KNOWN
    operator.history.undo()
    assert history(operator, who) == History(days=1, months=1)


def test_praise_that_was_kept_counts_once_and_not_as_a_day(operator: Operator, customers: Customers) -> None:
    who, ticket = arrive(operator, customers, "1", PRAISE)
    label(operator, ticket, Kind.PRAISE)
    once = History(days=0, months=1, praise=1)
    assert history(operator, who) == once
    operator.aftercare.keep_praise(ticket, PRAISE, Permission.NOT_ASKED)
    assert history(operator, who) == once
    label(operator, ticket, Kind.CHATTER)
    assert history(operator, who) == once


def test_an_answer_to_another_counts_for_one_customer_of_that_name(operator: Operator, customers: Customers) -> None:
    helper, own = arrive(operator, customers, "7")
    label(operator, own, Kind.QUESTION)
    _, asked = arrive(operator, customers, "8")
    name = operator.important.card(helper).customer.nickname
    operator.community.mark(asked, name)
    operator.community.mark(asked, name, said="我来说")
    assert history(operator, helper) == History(days=1, months=1, helped=1)
    same_name = CustomerId(
        operator.desk.connection.execute(
            "INSERT INTO customer (platform, uid, nickname, first_seen_at) VALUES ('weibo', ?, ?, 0) RETURNING id",
            (f"name:{name}", name),
        ).fetchone()[0]
    )
    assert history(operator, same_name) == History()
    assert history(operator, helper).helped == 1


def test_a_level_by_hand_stays_is_undone_and_given_back(operator: Operator, customers: Customers) -> None:
    who, _ = arrive(operator, customers, "1")
    operator.important.edit(who, CardText(level=Relation.SUPPORTER))
    standing = operator.important.card(who).standing
    assert (standing.level, standing.by_hand) == (Relation.SUPPORTER, True)
    operator.history.undo()
    assert not operator.important.card(who).standing.by_hand
    operator.history.redo()
    assert operator.important.card(who).text.level is Relation.SUPPORTER
    operator.important.edit(who, CardText(level=None))
    assert operator.important.card(who).standing.level is Relation.NEW


def test_the_list_can_be_narrowed_to_a_level_before_the_limit_cuts(operator: Operator, customers: Customers) -> None:
    ids = [arrive(operator, customers, str(number))[0] for number in range(1, 5)]
    for number, who in enumerate(ids):
        level = Relation.LOYAL if number >= 2 else None
        planned = operator.desk.now().date() + timedelta(days=number)
        operator.important.edit(who, CardText(vip=True, next_contact=planned, level=level))
    assert [row.id for row in operator.important.listed()] == ids
    assert [row.id for row in operator.important.listed(level=Relation.LOYAL, limit=2)] == ids[2:]
    assert [row.standing.level for row in operator.important.listed(limit=1)] == [Relation.NEW]
    assert operator.important.listed(level=Relation.SUPPORTER) == ()
