"""Those who ask for others, our own people, what was asked and answered before: linked, left out, found, undone."""

import pytest
from msgspec.structs import replace

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import InsiderId, TicketId
from weibo_operator.domain.labels import Actor, Audience, Kind, Source, State
from weibo_operator.domain.people import InsiderRole
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import OWN_NICKNAME, VISIT_DAYS

STAFF, LEAD, _ = InsiderRole


@pytest.fixture
def desk(operator: Operator) -> Operator:
    operator.shop.change(OWN_NICKNAME, "小店")
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    return operator


def arrive(operator: Operator, customers: Customers, text: str, uid: str = "1001", **given: object) -> TicketId:
    ticket = operator.intake.capture(customers.message(text, uid=uid, **given)).value  # pyright: ignore[reportArgumentType] - keywords of the fixture
    assert ticket is not None
    return ticket


def answer(operator: Operator, ticket: TicketId, text: str, audience: Audience = Audience.PUBLIC) -> None:
    intent = operator.replies.copy(ticket, audience=audience, text=text, after=AfterSend(State.CLOSED))
    operator.replies.confirm(intent.id)


def test_who_passes_a_customer_s_post_on_is_linked_to_its_author(desk: Operator, customers: Customers):
    asked = arrive(desk, customers, "@小店 锅坏了怎么退", "1001", nickname="小李", platform_id="4001")
    given = {"nickname": "阿明", "source": Source.MENTION}
    helper = arrive(desk, customers, "@小店 看看吧//@小李:锅坏了", "2002", under="4001", **given)
    behalf = desk.people.on_behalf(helper)
    assert behalf is not None
    assert (behalf.meant.shown, behalf.other_ticket, behalf.made_by) == ("@小李", asked, Actor.AUTO)
    assert [(one.nickname, one.ticket_id) for one in desk.people.helpers(asked)] == [("阿明", helper)]
    assert desk.people.on_behalf(asked) is None
    assert desk.people.helpers(helper) == ()


def test_who_has_the_same_trouble_is_a_customer_of_their_own(desk: Operator, customers: Customers):
    arrive(desk, customers, "@小店 锅坏了怎么退", "1001", nickname="小李", platform_id="4001")
    other = arrive(desk, customers, "@小店 我也坏了//@小李:锅坏了", "2002", under="4001", source=Source.MENTION)
    assert desk.people.on_behalf(other) is None


def test_somebody_named_before_they_write_is_linked_once_they_do(desk: Operator, customers: Customers):
    helper = arrive(desk, customers, "@小店 看看 @小李 的问题", "2002", nickname="阿明", source=Source.MENTION)
    behalf = desk.people.on_behalf(helper)
    assert behalf is not None
    assert behalf.other_ticket is None
    asked = arrive(desk, customers, "我的锅坏了，怎么退", "1001", nickname="小李")
    behalf = desk.people.on_behalf(helper)
    assert behalf is not None
    assert behalf.other_ticket == asked
    assert desk.people.helpers(asked)[0].ticket_id == helper


def test_the_operator_says_for_whom_and_takes_it_back(desk: Operator, customers: Customers):
    ticket = arrive(desk, customers, "帮我妈问一下内胆能单独买吗")
    behalf = desk.people.on_behalf(ticket)
    assert behalf is not None
    assert behalf.meant.shown == "妈妈"
    outcome = desk.people.set_on_behalf(ticket, " @小李 ")
    assert ticket in outcome.changes.tickets
    behalf = desk.people.on_behalf(ticket)
    assert behalf is not None
    assert (behalf.meant.shown, behalf.made_by) == ("@小李", Actor.OPERATOR)
    desk.people.set_on_behalf(ticket, "")
    assert desk.people.on_behalf(ticket) is None
    desk.history.undo()
    desk.history.undo()
    behalf = desk.people.on_behalf(ticket)
    assert behalf is not None
    assert (behalf.meant.shown, behalf.made_by) == ("妈妈", Actor.AUTO)
    desk.history.redo()
    behalf = desk.people.on_behalf(ticket)
    assert behalf is not None
    assert behalf.meant.shown == "@小李"


def test_for_themselves_is_nothing_to_undo_and_their_own_name_is_refused(desk: Operator, customers: Customers):
    ticket = arrive(desk, customers, "几点开门", nickname="小李")
    assert desk.people.set_on_behalf(ticket, "").operation is None
    for name in ("@小李", "@", "名" * 31):
        with pytest.raises(InvalidInputError):
            desk.people.set_on_behalf(ticket, name)


def test_candidates_are_those_named_in_the_message(desk: Operator, customers: Customers):
    desk.insiders.add("@老板 负责人", STAFF)
    text = "@小店 @老板 @小张 你们看//@路人:帮顶//@小李:锅坏了"
    ticket = arrive(desk, customers, text, "2002", nickname="阿明")
    assert desk.people.candidates(ticket) == ("@小张", "@小李", "@路人")


def test_an_import_is_taken_back_with_its_relations(desk: Operator, tmp_path):
    text = "@小店 看看 @小李 的问题"
    desk.intake.import_file(put(tmp_path, as_csv(SEARCH_17, [search_row(1, 微博正文=text), search_row(2)])))
    tickets = desk.inbox.search("看看")
    assert desk.people.on_behalf(tickets[0]) is not None
    desk.history.undo()
    assert desk.desk.connection.execute("SELECT count(*) FROM on_behalf").fetchone()[0] == 0
    assert desk.inbox.search("看看") == ()


def test_our_own_people_are_left_out_of_an_import_and_counted(desk: Operator, tmp_path):
    rows = [search_row(number) for number in range(3)]
    desk.insiders.add(rows[1]["user_id"], STAFF)
    file = put(tmp_path, as_csv(SEARCH_17, rows))
    shown, tried = desk.intake.preview(file), desk.intake.rehearse(file)
    report = desk.intake.import_file(file).value
    assert (report.rows, report.new, report.inside) == (3, 2, 1)
    assert (shown.new, shown.inside) == (tried.new, tried.inside) == (2, 1)
    assert desk.inbox.counts()[State.NEW] == report.tickets


def test_one_of_ours_taken_down_by_hand_is_a_ticket(desk: Operator, customers: Customers):
    desk.insiders.add("小橙", STAFF)
    assert arrive(desk, customers, "客户说锅坏了", nickname="小橙")


def test_a_mention_of_somebody_in_charge_marks_the_ticket(desk: Operator, customers: Customers):
    desk.insiders.add("橙子老板 负责人\n小橙 员工", STAFF)
    ticket = arrive(desk, customers, "@橙子老板 @小橙 锅坏了你们管不管", under="p1")
    assert desk.inbox.view(ticket).ticket.leads == ("橙子老板",)
    assert arrive(desk, customers, "锅坏了，还没人管", under="p1") == ticket
    (card,) = desk.inbox.cards((ticket,))
    assert card.leads == ("橙子老板",)


def test_the_list_is_used_on_open_tickets_when_asked_and_undone_as_one(desk: Operator, customers: Customers):
    ours = arrive(desk, customers, "锅坏了，测试一下", "3003", nickname="小橙")
    named = arrive(desk, customers, "@橙子老板 锅坏了你们管不管", "1001")
    desk.insiders.add("橙子老板 负责人\n小橙 员工", STAFF)
    assert desk.inbox.view(ours).ticket.state is State.NEW
    reach = desk.insiders.reach()
    assert (reach.inside, reach.named) == ((ours,), (named,))
    desk.insiders.apply("内部人员")
    closed = desk.inbox.view(ours)
    assert (closed.ticket.state, closed.ticket.close_reason) == (State.CLOSED, "内部人员")
    assert closed.customer.role == "员工"
    assert desk.inbox.view(named).ticket.leads == ("橙子老板",)
    assert desk.insiders.reach().count == 0
    assert desk.insiders.apply("内部人员").operation is None
    desk.history.undo()
    assert desk.inbox.view(ours).ticket.state is State.NEW
    assert desk.inbox.view(ours).customer.role == "客户"
    assert desk.inbox.view(named).ticket.leads == ()


def test_the_list_is_changed_and_every_change_undone(desk: Operator):
    added = desk.insiders.add("小橙 员工\n1234567890\n看不懂 的行 x", STAFF).value
    assert (added.new, added.changed, added.unread) == (2, 0, ("看不懂 的行 x",))
    again = desk.insiders.add("小橙 1234567 负责人", STAFF).value
    assert (again.new, again.changed) == (0, 1)
    listed = desk.insiders.listed()
    assert [(one.nickname, one.uid, one.role) for one in listed] == [
        ("小橙", "1234567", LEAD),
        ("", "1234567890", STAFF),
    ]
    desk.insiders.set_role(listed[1].id, InsiderRole.PARTNER)
    desk.insiders.remove(listed[0].id)
    assert [one.role for one in desk.insiders.listed()] == [InsiderRole.PARTNER]
    for _ in range(3):
        desk.history.undo()
    assert [(one.nickname, one.role) for one in desk.insiders.listed()] == [("小橙", STAFF), ("", STAFF)]


def test_what_cannot_be_a_list_is_refused(desk: Operator):
    for lines in ("", "看不懂 的行 x"):
        with pytest.raises(InvalidInputError):
            desk.insiders.add(lines, STAFF)
    with pytest.raises(NotFoundError):
        desk.insiders.remove(InsiderId(7))
    with pytest.raises(NotFoundError):
        desk.insiders.set_role(InsiderId(7), LEAD)


def test_what_this_person_asked_before_comes_with_our_last_answer(
    desk: Operator, customers: Customers, clock: SetClock
):
    first = arrive(desk, customers, "锅坏了怎么退", under="p1")
    answer(desk, first, "请私信订单号，我们来退。")
    clock.advance(days=20)
    second = arrive(desk, customers, "你们几点开门", under="p2")
    (earlier,) = desk.people.earlier(second)
    assert (earlier.ticket_id, earlier.answer, earlier.state) == (first, "请私信订单号，我们来退。", State.CLOSED)
    (later,) = desk.people.earlier(first)
    assert (later.ticket_id, later.answer, later.answered_at) == (second, "", None)


def test_the_public_answer_to_the_same_matter_is_found_for_thirty_days(
    desk: Operator, customers: Customers, clock: SetClock
):
    first = arrive(desk, customers, "电饭锅冒烟了，插上就冒烟", "1001", nickname="小李")
    answer(desk, first, "您好，请先停用，我们上门取件。")
    clock.advance(days=29)
    second = arrive(desk, customers, "你们的电饭煲煮饭时冒烟", "2002")
    found = desk.people.public_answer(second)
    assert found is not None
    assert (found.ticket_id, found.nickname, found.is_same_matter) == (first, "小李", True)
    assert found.link.startswith("https://weibo.com/1001/")
    clock.advance(days=2)
    assert desk.people.public_answer(second) is None


def test_a_like_question_is_found_and_a_private_answer_never(desk: Operator, customers: Customers):
    first = arrive(desk, customers, "请问这款杯子可以放洗碗机里洗吗", "1001")
    second = arrive(desk, customers, "想问这款杯子可以放进洗碗机洗吗", "2002")
    answer(desk, first, "可以的，请放上层。", Audience.PRIVATE)
    assert desk.people.public_answer(second) is None
    third = arrive(desk, customers, "这款杯子可以放洗碗机里面洗吗", "3003")
    answer(desk, third, "可以的，请放上层。")
    found = desk.people.public_answer(second)
    assert found is not None
    assert found.ticket_id == third
    other = arrive(desk, customers, "你们店周末几点关门呀，远不远", "4004")
    assert desk.people.public_answer(other) is None


def test_words_without_a_page_are_no_public_answer(desk: Operator, customers: Customers):
    message = replace(customers.message("请问这款杯子可以放洗碗机里洗吗", uid="1001"), link="")
    first = desk.intake.capture(message).value
    assert first is not None
    answer(desk, first, "可以的，请放上层。")
    second = arrive(desk, customers, "想问这款杯子可以放进洗碗机洗吗", "2002")
    assert desk.people.public_answer(second) is None
