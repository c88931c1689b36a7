"""Messages coming in: each post once, the right ticket and turn, whole chunks, and imports that can be taken back."""

import json
import os
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import SHARED_DATA
from weibo_operator.bootstrap import build
from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError, NothingToUndoError, UndoBarrierError
from weibo_operator.domain.labels import Audience, Kind, Level, Source, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import OWN_NICKNAME, PRACTICE, REOPEN_DAYS, VISIT_DAYS
from weibo_operator.services.sentences import error_sentence
from weibo_operator.storage.connection import MEMORY

TABLES = ("customer", "ticket", "turn", "message", "operation", "change", "draft", "intent", "setting")
STAYS = AfterSend(State.IN_PROGRESS)


def rows_of(operator, *tables):
    connection = operator.desk.connection
    select = "SELECT * FROM {} ORDER BY 1, 2"
    return {table: [tuple(row) for row in connection.execute(select.format(table))] for table in tables}


def count(operator, table):
    return len(rows_of(operator, table)[table])


def export(folder, numbers, name="export.csv", **changes):
    rows = [search_row(number, **changes) for number in numbers]
    return put(folder, as_csv(SEARCH_17, rows), name=name)


def answer(operator, ticket, after=STAYS, audience=Audience.PUBLIC):
    intent = operator.replies.copy(ticket, audience=audience, text="您好，在查", after=after)
    operator.replies.confirm(intent.id)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 12), max_size=25), st.lists(st.integers(0, 12), max_size=25), st.integers(1, 7))
def test_every_post_is_one_message_however_often_it_comes(language, tmp_path, first, second, chunk):
    operator = build(MEMORY, language=language)
    try:
        for numbers in (first, second):
            if numbers:
                report = operator.intake.import_file(export(tmp_path, numbers), chunk=chunk).value
                assert report.rows == len(numbers) == report.new + report.duplicates
        assert count(operator, "message") == len(set(first) | set(second))
        assert count(operator, "customer") == len(set(first) | set(second))
    finally:
        operator.close()


def test_importing_again_adds_nothing(operator, tmp_path):
    path = export(tmp_path, range(30))
    first = operator.intake.import_file(path).value
    assert (first.rows, first.new, first.duplicates, first.skipped) == (30, 30, 0, 0)
    before = rows_of(operator, "customer", "ticket", "turn", "message")
    second = operator.intake.import_file(path).value
    assert (second.rows, second.new, second.duplicates, second.tickets) == (30, 0, 30, 0)
    assert rows_of(operator, "customer", "ticket", "turn", "message") == before


def test_the_same_post_by_two_routes_is_one_message(operator, tmp_path, customers):
    row = search_row(1)
    operator.intake.import_file(export(tmp_path, [1]))
    again = operator.intake.capture(customers.message("手工又录了一次", platform_id=row["id"]))
    assert again.value is None
    assert again.operation is None
    assert count(operator, "message") == 1


def test_a_comment_joins_the_open_ticket_of_its_thread(operator, customers):
    ticket = operator.intake.capture(customers.message("收到的杯子碎了", under="p1")).value
    assert operator.intake.capture(customers.message("人呢？", under="p1")).value == ticket
    view = operator.inbox.view(ticket)
    assert [message.text for message in view.messages] == ["收到的杯子碎了", "人呢？"]
    (card,) = operator.inbox.cards([ticket])
    assert (card.turn_count, card.asked_again, card.snippet) == (1, 1, "人呢？")


def test_other_people_and_other_matters_get_their_own_ticket(operator, customers):
    first = operator.intake.capture(customers.message("快递三天没动了", under="p1")).value
    other = operator.intake.capture(customers.message("快递三天没动了", under="p1", uid="2002")).value
    matter = operator.intake.capture(customers.message("这个多少钱，有优惠吗", under="p2")).value
    assert len({first, other, matter}) == 3


def test_the_thread_goes_before_a_newer_ticket_of_the_same_matter(operator, customers, clock):
    thread = operator.intake.capture(customers.message("快递三天没到，催一下物流", under="p1")).value
    clock.advance(minutes=30)
    matter = operator.intake.capture(customers.message("杯子用一次就裂了，质量太差", under="p2")).value
    clock.advance(minutes=30)
    assert matter != thread
    assert operator.intake.capture(customers.message("这个杯子质量差，会裂吗", under="p1")).value == thread


def test_an_open_ticket_is_found_behind_many_finished_ones(operator, customers, clock):
    first = operator.intake.capture(customers.message("快递三天没到，催一下物流", under="p0")).value
    for number in range(1, 22):
        clock.advance(days=3)
        other = operator.intake.capture(customers.message("这款有黑色吗多少钱", under=f"p{number}")).value
        operator.inbox.no_reply([other], reason="闲聊")
    clock.advance(days=3)
    assert operator.intake.capture(customers.message("快递还是没到，物流呢", under="p0")).value == first


def test_what_comes_in_late_is_not_what_the_card_shows(operator, customers, clock):
    earlier = clock.now()
    clock.advance(hours=1)
    complaint = customers.message("杯子炸了烫到手，要求赔偿", under="p1")
    ticket = operator.intake.capture(complaint).value
    late = customers.message("请问杯子有蓝色吗", under="p1", posted_at=earlier)
    assert operator.intake.capture(late).value == ticket
    (card,) = operator.inbox.cards([ticket])
    assert card.snippet == complaint.text
    assert operator.inbox.view(ticket).ticket.link == complaint.link
    clock.advance(minutes=5)
    newest = customers.message("有人吗", under="p1")
    operator.intake.capture(newest)
    assert operator.inbox.view(ticket).ticket.link == newest.link


def test_a_heavy_askers_messages_are_one_turn_until_we_answer(operator, customers, clock):
    for minute in range(12):
        ticket = operator.intake.capture(customers.message(f"第{minute}次问：发货了吗", under="p1")).value
        clock.advance(minutes=1)
    assert count(operator, "turn") == 1
    waiting = operator.inbox.view(ticket).ticket.waiting_since
    assert waiting == clock.now() - timedelta(minutes=12)
    answer(operator, ticket)
    clock.advance(minutes=1)
    operator.intake.capture(customers.message("还有一个问题", under="p1"))
    assert count(operator, "turn") == 2
    assert operator.inbox.view(ticket).ticket.turn_count == 2


@pytest.mark.parametrize(("days", "reopens"), [(6, True), (7, True), (8, False)])
def test_the_reopen_window(operator, customers, clock, days, reopens):
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    ticket = operator.intake.capture(customers.message("坏了", under="p1")).value
    answer(operator, ticket, AfterSend(State.CLOSED))
    clock.advance(days=days)
    later = operator.intake.capture(customers.message("又坏了", under="p1")).value
    view = operator.inbox.view(later)
    if reopens:
        assert later == ticket
        assert view.ticket.state is State.IN_PROGRESS
        assert view.ticket.turn_count == 2
    else:
        assert later != ticket
        assert view.ticket.previous_ticket_id == ticket
        assert operator.inbox.view(ticket).ticket.state is State.CLOSED


def test_the_reopen_window_is_a_setting(operator, customers, clock):
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    operator.shop.change(REOPEN_DAYS, 0)
    ticket = operator.intake.capture(customers.message("坏了", under="p1")).value
    answer(operator, ticket, AfterSend(State.CLOSED))
    clock.advance(minutes=1)
    assert operator.intake.capture(customers.message("又坏了", under="p1")).value != ticket


def test_a_message_brings_a_ticket_back_from_follow_up_and_the_answer_ends_its_visit(operator, customers, clock):
    ticket = operator.intake.capture(customers.message("坏了", under="p1")).value
    answer(operator, ticket, AfterSend(State.FOLLOW_UP, 3))
    assert operator.inbox.view(ticket).ticket.state is State.FOLLOW_UP
    clock.advance(hours=1)
    operator.intake.capture(customers.message("还没好", under="p1"))
    assert operator.inbox.view(ticket).ticket.state is State.IN_PROGRESS
    assert operator.inbox.next_up().card.id == ticket
    clock.advance(days=5)
    operator.inbox.wake()
    assert operator.inbox.view(ticket).ticket.state is State.IN_PROGRESS
    answer(operator, ticket, AfterSend(State.CLOSED))
    assert operator.follow_ups.due_list() == ()


def test_a_message_ends_the_snooze(operator, customers, clock):
    ticket = operator.intake.capture(customers.message("坏了", under="p1")).value
    operator.inbox.snooze(ticket, until=clock.now() + timedelta(days=2))
    assert operator.inbox.next_up() is None
    operator.intake.capture(customers.message("急！", under="p1"))
    assert operator.inbox.next_up().card.id == ticket


def test_whoever_goes_on_in_private_goes_on_with_what_is_open(operator, customers):
    ticket = operator.intake.capture(customers.message("坏了", under="p1")).value
    assert operator.intake.capture(customers.message("订单号在这里", source=Source.PRIVATE)).value == ticket


def test_the_chain_is_kept_and_the_own_part_decides(operator, customers):
    text = "哈哈哈哈//@路人:这家店太差了，投诉到12315！"
    ticket = operator.intake.capture(customers.message(text)).value
    (message,) = operator.inbox.view(ticket).messages
    assert (message.text, message.chain) == ("哈哈哈哈", "//@路人:这家店太差了，投诉到12315！")
    assert not operator.inbox.view(ticket).ticket.crisis


def test_a_bare_repost_shows_its_chain(operator, customers):
    ticket = operator.intake.capture(customers.message("//@路人:杯子碎了")).value
    (message,) = operator.inbox.view(ticket).messages
    assert message.text == "//@路人:杯子碎了"


def test_html_is_words(operator, customers):
    text = "<a href='x'>@小店</a> 碎了<br>怎么办 &lt;3 <img alt='[泪]' src=x>"
    ticket = operator.intake.capture(customers.message(text)).value
    (message,) = operator.inbox.view(ticket).messages
    assert message.text == "@小店 碎了\n怎么办 <3 [泪]"


def test_a_customer_is_the_uid_whatever_the_name(operator, customers):
    first = operator.intake.capture(customers.message("坏了", under="p1", nickname="旧名字", followers=5)).value
    operator.intake.capture(customers.message("在吗", under="p1", nickname="新名字"))
    customer = operator.inbox.view(first).customer
    assert (customer.nickname, customer.followers) == ("新名字", 5)
    same_name = operator.intake.capture(customers.message("你好", uid="2002", nickname="新名字")).value
    assert operator.inbox.view(same_name).customer.id != customer.id
    assert count(operator, "customer") == 2


def test_a_customer_without_a_nickname_is_called_by_number_until_it_comes(operator, tmp_path):
    operator.intake.import_file(export(tmp_path, [7], user_id="5551234", 用户昵称=""))
    assert [row[0] for row in operator.desk.connection.execute("SELECT nickname FROM customer")] == ["用户5551234"]
    operator.intake.import_file(export(tmp_path, [8], name="later.csv", user_id="5551234", 用户昵称="江边的灯"))
    assert [row[0] for row in operator.desk.connection.execute("SELECT nickname FROM customer")] == ["江边的灯"]


def test_an_operators_level_is_never_raised_again(operator, customers):
    ticket = operator.intake.capture(customers.message("请问几点开门", under="p1")).value
    operator.inbox.set_level(ticket, Level.P4)
    operator.intake.capture(customers.message("我要投诉到12315，食品安全问题，吃了中毒！", under="p1"))
    found = operator.inbox.view(ticket).ticket
    assert found.level is Level.P4
    assert found.crisis


@pytest.mark.parametrize("field", ["nickname", "text"])
def test_a_capture_without_name_or_words_is_refused(operator, clock, field):
    values = {"nickname": "小李", "text": "坏了"} | {field: "  "}
    message = IncomingMessage(
        platform="phone", platform_id="1", uid="1", posted_at=clock.now(), source=Source.OTHER, **values
    )
    with pytest.raises(InvalidInputError) as refused:
        operator.intake.capture(message)
    assert refused.value.data["field"] == field
    assert count(operator, "operation") == 0


def test_cancelled_it_keeps_whole_chunks_and_can_be_taken_back(operator, tmp_path):
    before = rows_of(operator, "customer", "ticket", "turn", "message")
    told = []

    def progress(done, total):
        told.append((done, total))
        return done < 20

    report = operator.intake.import_file(export(tmp_path, range(50)), chunk=10, progress=progress).value
    assert told == [(10, 50), (20, 50)]
    assert report.cancelled
    assert report.new == count(operator, "message") == 20
    assert operator.intake.last_import() is None
    operator.history.undo()
    assert rows_of(operator, "customer", "ticket", "turn", "message") == before


def test_an_import_is_taken_back_whole(operator, tmp_path, customers):
    row = search_row(3)
    mine = customers.message("我先来问的", uid=row["user_id"], nickname="老名字", platform_id="own", under="p1")
    ticket = operator.intake.capture(mine).value
    before = rows_of(operator, "customer", "ticket", "turn", "message")
    operator.intake.import_file(export(tmp_path, range(8)))
    assert operator.inbox.view(ticket).customer.nickname == "买家3号"
    assert operator.intake.last_import().new == 8
    undone = operator.history.undo()
    assert undone.value.kind is OperationKind.IMPORT
    assert rows_of(operator, "customer", "ticket", "turn", "message") == before
    assert operator.intake.last_import() is None
    assert operator.inbox.search("还没有发货") == ()
    assert [found.id for found in operator.inbox.cards(operator.inbox.pane(State.NEW))] == [ticket]
    with pytest.raises(NothingToUndoError):
        operator.history.redo()
    assert operator.intake.import_file(export(tmp_path, range(8))).value.new == 8


def test_an_import_into_open_and_finished_tickets_is_taken_back(operator, tmp_path, customers, clock):
    row = search_row(3)
    tickets = []
    for under, closed in (("p1", False), ("p2", True)):
        words = "快递没到" if closed else "多少钱"
        mine = customers.message(words, uid=row["user_id"], nickname=row["用户昵称"], under=under)
        tickets.append(operator.intake.capture(mine).value)
        if closed:
            answer(operator, tickets[-1], AfterSend(State.CLOSED))
    before = rows_of(operator, "ticket", "turn", "message")
    operator.intake.import_file(export(tmp_path, [3, 4]))
    operator.history.undo()
    assert rows_of(operator, "ticket", "turn", "message") == before
    assert all(check.ok for check in operator.health.examine())


def test_an_import_that_was_worked_on_is_refused_until_that_is_taken_back(operator, tmp_path):
    operator.intake.import_file(export(tmp_path, range(3)))
    ticket = operator.inbox.pane(State.NEW)[0]
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="在", after=AfterSend(State.CLOSED))
    with pytest.raises(UndoBarrierError) as refused:
        operator.history.undo()
    assert refused.value.data["reason"] == "import_worked_on"
    operator.replies.confirm(intent.id)
    operator.inbox.set_level(operator.inbox.pane(State.NEW)[0], Level.P1)
    operator.history.undo()
    operator.history.undo()
    assert operator.history.undo().value.kind is OperationKind.IMPORT
    assert count(operator, "ticket") == count(operator, "draft") == 0


def test_the_practice_file_takes_no_real_messages(operator, tmp_path):
    operator.shop.change(PRACTICE, True)
    before = rows_of(operator, *TABLES)
    with pytest.raises(InvalidInputError) as refused:
        operator.intake.import_file(export(tmp_path, range(3)), account="小店")
    assert refused.value.data["reason"] == "practice_database"
    assert rows_of(operator, *TABLES) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "unknown_format"),
        ("名字,年龄\r\n小李,3\r\n".encode(), "unknown_format"),
        (b'{"data": [', "json"),
    ],
)
def test_a_bad_file_changes_nothing_and_is_told(operator, tmp_path, content, reason):
    path = put(tmp_path, content, name="坏文件.csv")
    before = rows_of(operator, *TABLES)
    with pytest.raises(FileUnreadableError) as refused:
        operator.intake.import_file(path)
    assert refused.value.data["reason"] == reason
    assert rows_of(operator, *TABLES) == before
    sentence = error_sentence(refused.value)
    assert "坏文件.csv" in sentence
    assert re.search(r"请.+。$", sentence), sentence
    if refused.value.data["line"]:
        assert f"第 {refused.value.data['line']} 行" in sentence


def test_a_file_that_is_gone_is_told(operator, tmp_path):
    with pytest.raises(FileUnreadableError) as refused:
        operator.intake.import_file(tmp_path / "没有.csv")
    assert error_sentence(refused.value) == "找不到 没有.csv。请确认文件还在原来的位置。"


def test_good_rows_stay_and_bad_ones_are_named(operator, tmp_path):
    rows = [search_row(0), search_row(1, 发布时间="昨天的昨天"), search_row(2)]
    report = operator.intake.import_file(put(tmp_path, as_csv(SEARCH_17, rows))).value
    assert (report.rows, report.new, report.skipped) == (3, 2, 1)
    (problem,) = report.problems
    assert (problem.line, problem.code) == (3, "bad_date")


def test_a_broken_character_stops_nothing(operator, tmp_path):
    status = {
        "idstr": "5100000000000001",
        "text_raw": "坏了\ud83d怎么办",
        "created_at": "Wed Nov 18 09:30:00 +0800 2026",
        "user": {"idstr": "1700000001", "screen_name": "小\ud83d李"},
    }
    path = put(tmp_path, json.dumps({"data": {"list": [status]}}), encoding="utf-8", name="page.json")
    report = operator.intake.import_file(path).value
    assert report.rows == 1
    assert report.new + report.skipped == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a name may be any bytes")
def test_a_files_name_in_another_encoding_stops_nothing(operator, tmp_path):
    path = export(tmp_path, range(2)).rename(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb5\xbc\xb3\xf6.csv")))
    assert operator.intake.rehearse(path).new == operator.intake.import_file(path).value.new == 2
    assert operator.intake.last_import().file.endswith(".csv")


def test_a_rehearsal_counts_exactly_and_changes_nothing(operator, tmp_path, customers):
    row = search_row(1)
    operator.intake.capture(customers.message("问价", uid=row["user_id"], nickname="改过名", under="p1"))
    path = export(tmp_path, [0, 1, 1, 2], 用户昵称="全部改名")
    before = rows_of(operator, *TABLES)
    rehearsed = operator.intake.rehearse(path, account="小店")
    assert rows_of(operator, *TABLES) == before
    assert rehearsed == operator.intake.import_file(path).value


def test_a_preview_changes_nothing(operator, tmp_path):
    operator.intake.import_file(export(tmp_path, [1]))
    before = rows_of(operator, *TABLES)
    report = operator.intake.preview(export(tmp_path, [0, 1, 2, 2]), samples=2)
    assert (report.rows, report.new, report.duplicates, len(report.samples)) == (4, 2, 2, 2)
    assert rows_of(operator, *TABLES) == before


def test_a_mention_of_the_named_account_is_one(operator, tmp_path):
    path = export(tmp_path, [1], 微博正文="@小店客服 什么时候发货")
    assert operator.shop.value(OWN_NICKNAME) == ""
    operator.intake.import_file(path, account="小店客服")
    (ticket,) = operator.inbox.pane(State.NEW)
    assert operator.inbox.view(ticket).ticket.source is Source.MENTION


def test_a_killed_imports_chunks_are_there_and_can_be_taken_back(open_desk, tmp_path):
    operator = open_desk()

    def killed(done, _total):
        if done == 20:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        operator.intake.import_file(export(tmp_path, range(50)), chunk=10, progress=killed)
    later = open_desk()
    assert count(later, "message") == 20
    assert all(check.ok for check in later.health.examine())
    later.history.undo()
    assert count(later, "message") == count(later, "customer") == 0
    assert later.intake.import_file(export(tmp_path, range(50))).value.new == 50


SHARED = [
    "weibo_search_native/sanshieryi_A.csv",
    "mediacrawler_native/weibo_data_all.csv",
    "comments_gb18030/weibo_comments.csv",
    "weibo_ajax_json/bloc.json",
]


@pytest.mark.parametrize("name", SHARED)
def test_real_exports_come_in_once_and_go_out_whole(operator, name):
    path = SHARED_DATA / name
    if not path.exists():
        pytest.skip("the shared real exports are not here")
    read = [found for found in FileReader().read(path) if isinstance(found, IncomingMessage)]
    distinct = {found.platform_id for found in read}
    first = operator.intake.import_file(path, chunk=2000).value
    assert first.new == len(distinct) == count(operator, "message")
    assert first.new + first.duplicates + first.skipped == first.rows
    second = operator.intake.import_file(path, chunk=2000).value
    assert (second.new, second.tickets, second.rows) == (0, 0, first.rows)
    chained = {found.platform_id: found.text for found in read if "//@" in found.text}
    connection = operator.desk.connection
    for row in connection.execute("SELECT platform_id, text, chain FROM message WHERE platform_id IS NOT NULL"):
        if row["platform_id"] in chained:
            assert "//@" in row["chain"] or row["text"].startswith("//@")
    assert all(check.ok for check in operator.health.examine())
    operator.history.undo()
    operator.history.undo()
    assert count(operator, "message") == count(operator, "customer") == count(operator, "ticket") == 0
